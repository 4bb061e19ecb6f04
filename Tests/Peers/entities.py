# needs: lxml networkx pandas
"""Entities of the archive beside lxml's own count of them; graphs, maps and tables as others read them."""
import io, json, os, re, sqlite3, subprocess
from collections import Counter
from pathlib import Path

import networkx
import pandas
from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
NAMES = ("persName orgName placeName roleName name rs title date time num measure geogName settlement country region "
         "district bloc eventName objectName").split()
corpus = Path(os.environ["CORPUS"])
files = sorted(file for file in corpus.glob("*.xml") if file.name != "corpus.xml")


def teikit(*arguments):
    return subprocess.run(
        [os.environ["TEIKIT"], "extract", "entities", *arguments, *files], check=True, capture_output=True,
        text=True).stdout


# lxml's reading: the elements of texts, and what stands off.
expected, types = [], Counter()
for file in files:
    root = etree.parse(file).getroot()
    for element in root.find(TEI + "text").iter(etree.Element):
        name = etree.QName(element).localname
        if name in NAMES or (name == "ref" and element.get("target")):
            expected.append((root.get(XML + "id"), element.get(XML + "id"), re.sub("[ \t\r\n]+", " ", "".join(element.itertext())).strip(" ")))
            types[element.get("ana").split()[0].rsplit(".", 1)[-1]] += 1
    for annotation in root.iter(TEI + "annotation"):
        expected.append((root.get(XML + "id"), annotation.get(XML + "id"), annotation.findtext(TEI + "note")))
        types[annotation.get("ana").split()[0].rsplit(".", 1)[-1]] += 1

mentions = pandas.read_csv(io.StringIO(teikit()), keep_default_na=False)
found = list(mentions[["document", "id", "surface"]].itertuples(index=False, name=None))
assert sorted(found) == sorted(expected), set(found) ^ set(expected)

counted = pandas.read_csv(io.StringIO(teikit("--count-by", "type")), keep_default_na=False)
assert dict(zip(counted["type"], counted["mentions"])) == dict(types), counted

jobs = [teikit("--jobs", str(number)) for number in (1, 3)]
assert jobs[0] == jobs[1]

entities = pandas.read_json(io.StringIO(teikit("--of", "entities", "--format", "json")))
named = mentions[mentions["entity"] != ""]
assert entities["mentions"].sum() == len(named), (entities["mentions"].sum(), len(named))
assert entities["entity"].is_unique

teikit("--format", "sqlite", "-o", "mentions.sqlite")
with sqlite3.connect("mentions.sqlite") as database:
    assert database.execute("select count(*), sum(end - start) from mentions").fetchone() == (
        len(mentions), int(pandas.to_numeric(mentions["end"]).sub(pandas.to_numeric(mentions["start"])).sum()))

# The same graph in three formats.
teikit("--graph", "graphml", "-o", "graph.graphml")
teikit("--graph", "gexf", "-o", "graph.gexf")
teikit("--graph", "gephi", "-o", "gephi")
graphml = networkx.read_graphml("graph.graphml")
gexf = networkx.read_gexf("graph.gexf", version="1.3" if "1.3" in networkx.readwrite.gexf.GEXF.versions else "1.2draft")
nodes, edges = pandas.read_csv("gephi/nodes.csv"), pandas.read_csv("gephi/edges.csv")
gephi = networkx.from_pandas_edgelist(edges, "Source", "Target", "Weight")
gephi.add_nodes_from(nodes["Id"])


def shown(graph, name, weight):
    return sorted((tuple(sorted((name(a), name(b)))), float(data[weight])) for a, b, data in graph.edges(data=True))


names = dict(zip(nodes["Id"], nodes["entity"]))
assert len(graphml) == len(gexf) == len(gephi) == len(entities)
assert sorted(data["entity"] for _, data in graphml.nodes(data=True)) == sorted(entities["entity"])
assert shown(graphml, lambda n: graphml.nodes[n]["entity"], "weight") == shown(
    gexf, lambda n: gexf.nodes[n]["entity"], "weight") == shown(gephi, lambda n: names[n], "Weight")

# A map: the program has no coordinates of its own, the register of the document does.
Path("map.xml").write_text(
    f'<TEI xmlns="{TEI[1:-1]}"><standOff><listPlace><place xml:id="p"><placeName>Porto</placeName>'
    "<location><geo>41.15 -8.61</geo></location></place></listPlace></standOff><text><body><p>"
    '<placeName ref="#p">Porto</placeName></p></body></text></TEI>')
points = json.loads(subprocess.run(
    [os.environ["TEIKIT"], "extract", "entities", "--format", "geojson", "map.xml"], check=True, capture_output=True,
    text=True).stdout)
assert points["type"] == "FeatureCollection"
assert points["features"][0]["geometry"] == {"type": "Point", "coordinates": [-8.61, 41.15]}, points
print(f"{len(mentions)} mentions, {len(entities)} entities, {graphml.number_of_edges()} edges")
