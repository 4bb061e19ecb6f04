# needs: conllu lxml pandas seqeval spacy
"""CoNLL-U, CoNLL-2003 and HIPE read by conllu, spaCy, seqeval and pandas, beside lxml's own reading of the TEI."""
import csv, os, re, subprocess, sys
from collections import Counter
from pathlib import Path

import conllu, pandas, spacy
from lxml import etree
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2, Entities
from spacy.tokens import DocBin

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NAMES = {"person": "PER", "organisation": "ORG"}
NAMES |= dict.fromkeys("country settlement region facility geography place".split(), "LOC")
NAMES |= dict.fromkeys("demonym event product programme law work".split(), "MISC")
HIPE = {"PER": "pers", "ORG": "org", "LOC": "loc"}

HARD = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="hard" xml:lang="en"><text><body>
<p>😀 The <name type="ORG">Ada|_[Bell]*\\ 𝔸 <name type="LOC">Riga</name> Docks</name>; <name type="LOC">Bern</name>er "x" y_z.
Second: <name type="PER">שלום e&#x301;t</name>&#xA0;<name type="PER">O’Neil</name>’s -> # x</p>
<p><name type="PER">A</name><name type="PER">B</name>.</p></body></text></TEI>"""


def export(path, format):
    subprocess.run([os.environ["TEIKIT"], "export", str(path), "--to", format, "-o", format], check=True, capture_output=True)


def names(path):
    """The outermost names with their types, from the TEI alone; their text without white space."""
    root = etree.parse(str(path)).getroot()
    categories = {c.get(XML_ID) for t in root.iter(f"{TEI}taxonomy") if t.get(XML_ID, "").endswith(".types") for c in t.iter(f"{TEI}category")}

    def name(element):
        pointers = [p.split("#")[-1] for p in element.get("ana", "").split()]
        types = [p.rsplit(".", 1)[-1] for p in pointers if p in categories]
        return NAMES.get(types[0]) if types else element.get("type") if etree.QName(element).localname == "name" else None

    # What cannot nest stands off, with its words in a note.
    return Counter(
        ("".join("".join(e.itertext()).split()), name(e))
        for e in [*root.find(f"{TEI}text").iter(f"{TEI}*"), *root.iter(f"{TEI}annotation")]
        if name(e) and not any(name(a) for a in e.iterancestors(f"{TEI}*")))


def chunks(words, tags):
    Entities([tags], IOB2)
    return Counter(("".join(words[start:end + 1]), kind) for kind, start, end in get_entities(tags))


def check_conllu(path, identifier):
    text = Path(f"conllu/{identifier}.conllu").read_text(encoding="utf-8")
    found = Counter()
    for sentence in conllu.parse(text):
        rebuilt = ""
        for token in sentence:
            misc = token["misc"]
            space = misc.get("SpacesAfter", " ").replace("\\s", " ").encode().decode("unicode_escape")
            rebuilt += token["form"] + ("" if misc.get("SpaceAfter") == "No" else space)
        assert rebuilt.strip() == sentence.metadata["text"].strip(), (path, rebuilt, sentence.metadata["text"])
        found += chunks([t["form"] for t in sentence], [t["misc"]["NER"] for t in sentence])
    assert found == names(path), (path, found - names(path), names(path) - found)
    return sum(found.values())


def check_hipe(path, identifier):
    lines = Path(f"hipe/{identifier}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if "\t" in line]
    Path("hipe.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    table = pandas.read_csv("hipe.tsv", sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False, dtype=str)
    assert len(table) == len(rows) - 1 and len(table.columns) == 10, path
    table["COARSE"] = [re.sub("\\..*", "", tag) for tag in table["NE-FINE-LIT"]]
    assert list(table["COARSE"]) == list(table["NE-COARSE-LIT"]), path
    found = chunks(list(table["TOKEN"]), list(table["NE-COARSE-LIT"]))
    expected = Counter({(text, HIPE[kind]): n for (text, kind), n in names(path).items() if kind in HIPE})
    missing = expected - found
    # What stands inside a work's title is nested there, and outermost without it.
    assert not missing, (path, missing)
    assert set(table["NEL-LIT"].str.replace("Q[0-9]+", "Q", regex=True)) <= {"_", "NIL", "Q"}, path


def spacy_convert(paths):
    expected = sum((names(p) for p in paths), Counter())
    os.mkdir("spacy")
    for path in paths:
        for folder, suffix, converter in [("conll2003", "conll", "ner"), ("conllu", "conllu", "conllu")]:
            subprocess.run(
                [sys.executable, "-m", "spacy", "convert", f"{folder}/{path.stem}.{suffix}", "spacy", "-c", converter, "-n", "1000000"],
                check=True, capture_output=True)
            [doc] = DocBin().from_disk(f"spacy/{path.stem}.spacy").get_docs(spacy.blank("xx").vocab)
            text = "".join(t.text for t in doc)
            if converter == "ner":
                found = Counter(("".join(t.text for t in e), e.label_) for e in doc.ents)
                assert found == names(path), (path, found - names(path), names(path) - found)
            else:
                assert text == "".join(t["form"] for s in conllu.parse(Path(f"conllu/{path.stem}.conllu").read_text()) for t in s)


Path("hard.xml").write_text(HARD, encoding="utf-8")
paths = [Path("hard.xml")] + sorted(Path(os.environ["CORPUS"]).glob("*.xml"))
paths = [p for p in paths if p.name != "corpus.xml"]
for path in paths:
    for format in ["conllu", "conll2003", "hipe"]:
        export(path, format)
count = sum(check_conllu(p, p.stem) for p in paths)
for path in paths:
    check_hipe(path, path.stem)
spacy_convert([paths[0], paths[1], paths[-1]])
print(f"{count} names of {len(paths)} documents")
