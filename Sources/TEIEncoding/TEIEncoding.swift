// TEIEncoding
