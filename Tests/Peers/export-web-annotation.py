# needs: lxml
"""Each selector of a Web Annotation gives the quoted text: by position, by quotation, and by XPath in the TEI with lxml."""
import json, os, subprocess
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

subprocess.run([os.environ["TEIKIT"], "export", os.environ["CORPUS"], "--to", "web-annotation", "-o", "wa"], check=True)
folder = Path("wa")
count = 0
for file in sorted(folder.glob("*.jsonld")):
    collection = json.loads(file.read_text(encoding="utf-8"))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection" and collection["first"]["type"] == "AnnotationPage"
    items = collection["first"]["items"]
    assert collection["total"] == len(items)
    trees = {}
    for item in items:
        assert item["type"] == "Annotation" and item["id"].startswith("#")
        plain, tei = item["target"]
        text = (folder / unquote(plain["source"])).read_bytes().decode("utf-8")
        position, quote = plain["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"], item
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"]), item
        if tei["source"] not in trees:
            trees[tei["source"]] = etree.parse(folder / unquote(tei["source"]))
        selector = tei["selector"]
        (element,) = trees[tei["source"]].xpath(selector["value"])
        string = "".join(element.itertext())
        refined = selector["refinedBy"]
        # The TEI breaks lines where the text has spaces.
        found = string[refined["start"]:refined["end"]]
        assert found.split() == quote["exact"].split(), (found, item)
        for body in item["body"]:
            if body["type"] == "SpecificResource" and body["source"].startswith(tei["source"] + "#"):
                identifier = unquote(body["source"].split("#")[1])
                assert trees[tei["source"]].xpath("//*[@xml:id=$id]", id=identifier), body
        count += 1
assert count > 1000, count
print(f"{count} annotations")
