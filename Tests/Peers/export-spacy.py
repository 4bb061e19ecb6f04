# needs: spacy
"""spaCy reads its JSON Lines: texts, tokens, sentences, entities with their identifiers, nested spans; DocBin keeps them."""
import json, os, subprocess

import spacy
from spacy.tokens import Doc, DocBin


def export(name):
    output = subprocess.run(
        [os.environ["TEIKIT"], "export", os.environ["CORPUS"], "--to", name], check=True, capture_output=True)
    return [json.loads(line) for line in output.stdout.decode("utf-8").split("\n")[:-1]]


nlp = spacy.blank("xx")
archive = DocBin(store_user_data=True)
expected = []
for line in export("spacy"):
    doc = Doc(nlp.vocab).from_json(line, validate=True)
    # What Documentation/EXCHANGE.md shows: from_json keeps no identifiers of entities.
    doc.ents = [doc.char_span(e["start"], e["end"], e["label"], e["kb_id"], span_id=e["id"]) for e in line["ents"]]
    assert doc.text == line["text"]
    assert [(t.idx, t.idx + len(t)) for t in doc] == [(t["start"], t["end"]) for t in line["tokens"]]
    assert [s.start_char for s in doc.sents] == [s["start"] for s in line["sents"]]
    got = [(s.start_char, s.end_char, s.label_, s.kb_id_) for s in doc.spans["nested"]]
    assert got == [(s["start"], s["end"], s["label"], s["kb_id"]) for s in line["spans"]["nested"]]
    expected.append([(e["start"], e["end"], e["label"], e["kb_id"], e["id"]) for e in line["ents"]])
    archive.add(doc)
docs = list(DocBin(store_user_data=True).from_bytes(archive.to_bytes()).get_docs(nlp.vocab))
assert [[(e.start_char, e.end_char, e.label_, e.kb_id_, e.id_) for e in doc.ents] for doc in docs] == expected

# Prodigy's rules: spans of whole tokens, token_end inclusive, the text from tokens and their white space.
for line in export("prodigy"):
    tokens = line["tokens"]
    assert [t["id"] for t in tokens] == list(range(len(tokens)))
    assert all(line["text"][t["start"]:t["end"]] == t["text"] for t in tokens)
    for span in line["spans"]:
        assert tokens[span["token_start"]]["start"] == span["start"], span
        assert tokens[span["token_end"]]["end"] == span["end"], span
print(f"{len(docs)} documents, {sum(map(len, expected))} entities")
