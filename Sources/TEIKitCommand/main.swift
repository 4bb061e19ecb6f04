print("teikit")
