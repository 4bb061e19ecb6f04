# needs: dkpro-cassis lxml web-anno-tsv
"""UIMA CAS JSON read by dkpro-cassis and WebAnno TSV by web-anno-tsv, beside lxml's own reading of the TEI."""
import os, re, subprocess
from collections import Counter
from pathlib import Path

from cassis import load_cas_from_json
from lxml import etree
from web_anno_tsv import open_web_anno_tsv

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
MENTIONS = set(
    "persName orgName placeName roleName name rs title date time num measure geogName settlement country region district "
    "bloc eventName objectName".split())

HARD = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="hard" xml:lang="en"><text><body>
<p>😀 The <name type="ORG">Ada|_[Bell]* 𝔸 <name type="LOC">Riga</name> Docks</name>; <name type="LOC">Bern</name>er "x" y_z.
Second: <name type="PER">שלום e&#x301;t</name>&#xA0;<name type="PER">O’Neil</name>’s -> #Text=x</p>
<p><name type="PER">A</name><name type="PER">B</name>.</p></body></text></TEI>"""


def export(path, format):
    subprocess.run([os.environ["TEIKIT"], "export", str(path), "--to", format, "-o", format], check=True, capture_output=True)


def mentions(path):
    """The text and the type of each mention, from the TEI alone."""
    root = etree.parse(str(path)).getroot()
    categories = {c.get(XML_ID) for t in root.iter(f"{TEI}taxonomy") if t.get(XML_ID, "").endswith(".types") for c in t.iter(f"{TEI}category")}
    found = Counter()
    # What cannot nest stands off, with its words in a note.
    for element in [*root.find(f"{TEI}text").iter(f"{TEI}*"), *root.iter(f"{TEI}annotation")]:
        name = etree.QName(element).localname
        text = re.sub("[ \t\r\n]+", " ", "".join(element.itertext())).strip(" ")
        if text and (name in MENTIONS or name == "annotation" or name == "ref" and element.get("target")):
            pointers = [p.split("#")[-1] for p in element.get("ana", "").split()]
            types = [p.rsplit(".", 1)[-1] for p in pointers if p in categories]
            found[text, types[0] if types else element.get("type") or name] += 1
    return found


def check_cas(path, identifier):
    with open(f"cas-json/{identifier}.json", encoding="utf-8") as file:
        cas = load_cas_from_json(file)
    entities = Counter((e.get_covered_text(), e.value) for e in cas.select(DKPRO + "ner.type.NamedEntity"))
    assert entities == mentions(path), (path, entities - mentions(path), mentions(path) - entities)
    tokens = [t.get_covered_text() for t in cas.select(DKPRO + "segmentation.type.Token")]
    assert "".join(tokens) == "".join(cas.sofa_string.split()), path
    for sentence in cas.select(DKPRO + "segmentation.type.Sentence"):
        covered = [t.get_covered_text() for t in cas.select_covered(DKPRO + "segmentation.type.Token", sentence)]
        assert "".join(covered) == "".join(sentence.get_covered_text().split()), path
    return sum(entities.values())


def check_webanno(path, identifier):
    # This reader is of the time before sentences had identifiers, and does not read its own escape of a backslash.
    text = Path(f"webanno-tsv/{identifier}.tsv").read_text(encoding="utf-8")
    if re.search(r"^#Text=.*\\", text, re.M):
        return
    Path("old.tsv").write_text(re.sub("#Sentence.id=.*\n", "", text), encoding="utf-8")
    found = Counter()
    with open_web_anno_tsv("old.tsv") as sentences:
        for sentence in sentences:
            for annotation in sentence.annotations:
                found[annotation.text, annotation.label] += 1
    # It knows neither parts of tokens nor stacks of more than a few; the mentions on whole tokens are its measure.
    expected = mentions(path)
    parts = set(re.findall("^[0-9]+-[0-9]+\\.[0-9]+\t", text, re.M))
    assert len(list((found - expected).elements())) <= len(parts), (path, found - expected)
    assert len(list((expected - found).elements())) <= len(parts), (path, expected - found)
    # Offsets count UTF-16.
    units = re.search("^#Text=(.*)$", text, re.M).group(1).encode("utf-16-le")
    for row in re.findall("^1-[0-9]+\t([0-9]+)-([0-9]+)\t([^\t]*)\t", text, re.M):
        begin, end = int(row[0]) * 2, int(row[1]) * 2
        assert units[begin:end].decode("utf-16-le") == row[2], (path, row)


Path("hard.xml").write_text(HARD, encoding="utf-8")
paths = [Path("hard.xml")] + sorted(Path(os.environ["CORPUS"]).glob("*.xml"))
paths = [p for p in paths if p.name != "corpus.xml"]
for path in paths:
    export(path, "cas-json")
    export(path, "webanno-tsv")
count = sum(check_cas(p, p.stem) for p in paths)
for path in paths:
    check_webanno(path, path.stem)
print(f"{count} mentions of {len(paths)} documents")
