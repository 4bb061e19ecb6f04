# needs: rdflib
"""rdflib reads both serialisations of the registers, and they say the same."""
import os, subprocess
from pathlib import Path

from rdflib import Graph, Namespace, OWL, RDF, RDFS
from rdflib.compare import isomorphic

base = "https://example.org/archive/"
for name in ("turtle", "jsonld"):
    subprocess.run(
        [os.environ["TEIKIT"], "export", os.environ["CORPUS"], "--to", name, "-o", name, "--base-iri", base], check=True)
crm, schema = Namespace("http://www.cidoc-crm.org/cidoc-crm/"), Namespace("https://schema.org/")
everything = Graph()
for file in sorted(Path("turtle").glob("*.ttl")):
    one = Graph().parse(file, format="turtle")
    other = Graph().parse(Path("jsonld") / (file.stem + ".jsonld"), format="json-ld")
    assert isomorphic(one, other), file
    everything += one
places = set(everything.subjects(RDF.type, crm.E53_Place))
assert places and all(str(place).startswith(base) for place in places)
assert all(everything.value(place, RDFS.label) for place in places)
assert any("wikidata.org/entity/Q" in str(thing) for thing in everything.objects(None, OWL.sameAs))
# What a document mentions is described.
mentioned = {thing for thing in everything.objects(None, schema.mentions) if str(thing).startswith(base)}
assert mentioned and all((thing, RDF.type, None) in everything for thing in mentioned)
# All documents as one file.
whole = subprocess.run(
    [os.environ["TEIKIT"], "export", os.environ["CORPUS"], "--to", "turtle", "--base-iri", base], check=True,
    capture_output=True).stdout
assert isomorphic(Graph().parse(data=whole, format="turtle"), everything)
print(f"{len(everything)} statements")
