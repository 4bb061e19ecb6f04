# needs: lxml
"""Tables in long form beside lxml's own reading of the archive: every cell, spans expanded."""
import csv, io, os, subprocess
from pathlib import Path

from lxml import etree

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
corpus = Path(os.environ["CORPUS"])
files = sorted(corpus.glob("*.xml"))
output = subprocess.run(
    [os.environ["TEIKIT"], "extract", "tables", *files], check=True, capture_output=True, text=True).stdout
documents = {row["doc"] for row in csv.DictReader(io.StringIO(output))}
expected = {
    file.stem for file in files if etree.parse(file).xpath("//t:table/t:row[not(@role='label')]/t:cell", namespaces=TEI)}
assert documents == expected, documents ^ expected
print(f"{len(documents)} documents with tables")
