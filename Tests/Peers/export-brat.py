# needs: lxml
"""brat's own rules (brat.nlplab.org/standoff.html, /configuration.html) for what an export to it holds."""
import os, re, subprocess
from pathlib import Path

subprocess.run([os.environ["TEIKIT"], "export", os.environ["CORPUS"], "--to", "brat", "-o", "brat"], check=True)
folder = Path("brat")
NAME = r"[a-zA-Z0-9_-]+"
LINES = {
    "T": re.compile(rf"T\d+\t({NAME}) (\d+ \d+(?:;\d+ \d+)*)\t(.*)"),
    "N": re.compile(r"N\d+\tReference (T\d+) ([^\s:]+):(\S+)\t(.+)"),
    "A": re.compile(rf"A\d+\t({NAME}) (T\d+) (\S+)"),
    "#": re.compile(rf"#\d+\t({NAME}) (T\d+)\t(.*)"),
}
configuration = (folder / "annotation.conf").read_text(encoding="utf-8")
sections = {}
for line in configuration.splitlines():
    if match := re.fullmatch(r"\[(\w+)\]", line):
        section = sections.setdefault(match[1], [])
    elif line.strip():
        section.append(line)
assert list(sections) == ["entities", "relations", "events", "attributes"], list(sections)
types = set(sections["entities"])
assert all(re.fullmatch(NAME, name) for name in types)
certainties = set(re.search(r"Value:(\S+)", sections["attributes"][0])[1].split("|"))
known = {}
for line in (folder / "teikit.norm.txt").read_text(encoding="utf-8").splitlines():
    identifier, *fields = line.split("\t")
    assert identifier not in known and len(fields[0].split(":", 2)) == 3 and fields[0].startswith("name:Name:"), line
    assert all(len(field.split(":", 2)) == 3 and field.split(":")[0] in ("name", "attr", "info") for field in fields)
    known[identifier] = fields[0].split(":", 2)[2]

spans = 0
for file in sorted(folder.glob("*.ann")):
    text = file.with_suffix(".txt").read_bytes().decode("utf-8")
    identifiers, targets = set(), set()
    # As brat reads it: by Python's lines.
    for line in file.read_bytes().decode("utf-8").splitlines():
        match = LINES[line[0]].fullmatch(line)
        assert match, (file, line)
        identifier = line.split("\t")[0]
        assert identifier not in identifiers, (file, line)
        identifiers.add(identifier)
        if line[0] == "T":
            spans += 1
            targets.add(identifier)
            assert match[1] in types, (file, line)
            fragments = [tuple(map(int, part.split())) for part in match[2].split(";")]
            assert all(start < end for start, end in fragments), (file, line)
            assert all(end <= start for (_, end), (start, _) in zip(fragments, fragments[1:])), (file, line)
            assert " ".join(text[start:end] for start, end in fragments) == match[3], (file, line)
        else:
            assert (match[1] if line[0] == "N" else match[2]) in targets, (file, line)
        if line[0] == "N":
            assert match[2] == "uri" or known[match[3]] == match[4], (file, line)
        if line[0] == "A":
            assert match[1] == "Certainty" and match[3] in certainties, (file, line)
assert spans > 1000, spans
print(f"{spans} spans of {len(types)} types, {len(known)} entities")
