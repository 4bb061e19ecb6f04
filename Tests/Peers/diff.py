# needs: krippendorff nervaluate scikit-learn seqeval
"""The scores and agreement of teikit diff are those of independent programs, on archives made at random."""

import itertools
import json
import os
import random
import re
import subprocess
import sys
from html import escape

import krippendorff
from nervaluate import Evaluator
from seqeval.metrics import f1_score, precision_score, recall_score
from seqeval.scheme import IOB2
from sklearn.metrics import cohen_kappa_score

TYPES = ["PER", "LOC", "ORG"]
TEIKIT = os.environ["TEIKIT"]


def unitizing_package():
    """krippendorff-unitized-alpha of PyPI, whose own requirements are too old to be installed beside the others."""
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--disable-pip-version-check",
         "--target", "unitizing", "krippendorff-unitized-alpha"],
        capture_output=True)
    sys.path.insert(0, "unitizing")
    try:
        from krippendorff_unitized_alpha import krippendorffs_unitized_alpha
        return krippendorffs_unitized_alpha
    except ImportError:
        return None


def words(count, chance):
    return ["".join(chance.choices("abcdefg", k=chance.randint(1, 6))) for _ in range(count)]


def annotations(count, chance):
    """Two versions: spans of words with a type, those of a version apart, each crossing one of the other's at most."""
    versions = ([], [])
    start = 0
    while start + 5 < count:
        span = (start + 1, start + chance.randint(2, 4))
        label = chance.choice(TYPES)
        act = chance.random()
        if act < 0.75:
            versions[0].append((*span, label))
        if act < 0.5 or act > 0.9:
            versions[1].append((*span, label))
        elif act < 0.6:
            versions[1].append((*span, chance.choice(TYPES)))
        elif act < 0.7:
            versions[1].append((span[0] - chance.randint(0, 1), span[1] - 1 if span[1] - span[0] > 1 else span[1] + 1,
                                chance.choice([label, chance.choice(TYPES)])))
        start += chance.randint(5, 9)
    return versions


def tei(tokens, spans):
    parts = []
    starts = {start: (end, label) for start, end, label in spans}
    ends = {end for _, end, _ in spans}
    for index, token in enumerate(tokens):
        if index in ends:
            parts.append("</name>")
        if index:
            parts.append(" ")
        if index in starts:
            parts.append(f'<name type="{starts[index][1]}">')
        parts.append(escape(token))
    if len(tokens) in ends:
        parts.append("</name>")
    # An end tag belongs behind its last word, not behind the space.
    text = "".join(parts).replace(" </name>", "</name> ")
    return (f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>{text}</p></body></text></TEI>')


def labels(count, spans):
    row = ["O"] * count
    for start, end, label in spans:
        row[start] = "B-" + label
        row[start + 1:end] = ["I-" + label] * (end - start - 1)
    return row


def offsets(tokens, spans):
    starts = list(itertools.accumulate((len(token) + 1 for token in tokens), initial=0))
    return [(starts[start], starts[end - 1] + len(tokens[end - 1]), label) for start, end, label in spans]


def near(name, got, expected):
    if got is None or abs(got - expected) > 1e-9:
        sys.exit(f"{name}: teikit says {got}; expected {expected}")


def diff(folder):
    done = subprocess.run([TEIKIT, "diff", f"{folder}/a", f"{folder}/b", "--format", "json"], capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    return json.loads(done.stdout)


def compare(seed, unitizing):
    chance = random.Random(seed)
    folder = f"archive-{seed}"
    rows, spans, segments, length = ([], []), ([], []), ([], []), 0
    for number in range(chance.randint(1, 6)):
        tokens = words(chance.randint(10, 120), chance)
        for version, found in enumerate(annotations(len(tokens), chance)):
            os.makedirs(f"{folder}/{'ab'[version]}", exist_ok=True)
            with open(f"{folder}/{'ab'[version]}/{number}.xml", "w") as file:
                file.write(tei(tokens, found))
            rows[version].append(labels(len(tokens), found))
            places = offsets(tokens, found)
            # nervaluate has ends inside the span.
            spans[version].append([{"start": s, "end": e - 1, "label": label} for s, e, label in places])
            segments[version].extend((length + s, length + e, label) for s, e, label in places)
        length += len(" ".join(tokens))
    report = diff(folder)
    micro = report["micro"]
    if any(segments):
        near("precision", micro["strict"]["precision"] or 0, precision_score(*rows, mode="strict", scheme=IOB2))
        near("recall", micro["strict"]["recall"] or 0, recall_score(*rows, mode="strict", scheme=IOB2))
        near("f1", micro["strict"]["f1"], f1_score(*rows, mode="strict", scheme=IOB2))
        near("macro f1", report["macro"]["strict"]["f1"],
             f1_score(*rows, mode="strict", scheme=IOB2, average="macro"))
        overall = Evaluator(*spans, tags=TYPES, loader="dict").evaluate()["overall"]
        for ours, theirs in [("strict", "strict"), ("exact", "exact"), ("partial", "partial"), ("type", "ent_type")]:
            near("nervaluate " + ours, micro[ours]["f1"], overall[theirs].f1)
            near("nervaluate " + ours, micro[ours]["precision"] or 0, overall[theirs].precision)
            near("nervaluate " + ours, micro[ours]["recall"] or 0, overall[theirs].recall)
        flat = [list(itertools.chain(*row)) for row in rows]
        near("kappa", report["agreement"]["kappa"], cohen_kappa_score(*flat))
        marked = list(zip(*(pair for pair in zip(*flat) if pair != ("O", "O"))))
        if len(set(marked[0] + marked[1])) > 1:
            near("annotated kappa", report["agreement"]["annotatedKappa"], cohen_kappa_score(*marked))
        if unitizing:
            near("unitizing alpha", report["agreement"]["unitizingAlpha"], alpha(unitizing, segments, length))
            binary = tuple([(s, e, "unit") for s, e, _ in version] for version in segments)
            near("binary", report["agreement"]["unitizingAlphaBinary"], alpha(unitizing, binary, length))


def alpha(unitizing, segments, length):
    data = {}
    for version, found in enumerate(segments):
        filled, end = [], 0
        for s, e, label in found + [(length, length, None)]:
            if s > end:
                filled.append(unitizing.Segment(unitizing.EMPTY_TAG, end, s))
            if label:
                filled.append(unitizing.Segment(label, s, e))
            end = e
        data[version] = filled
    return unitizing.KrippendorffUnitizedAlpha(data).result


def unit_lengths(seed):
    """Where all units have one character, alpha for unitizing is alpha for nominal data."""
    chance = random.Random(seed)
    text = "".join(chance.choices("abc ", k=200)).replace("  ", "a ").strip().replace("  ", "ab")
    folder = f"unit-{seed}"
    codes = []
    for version in "ab":
        os.makedirs(f"{folder}/{version}", exist_ok=True)
        # Every second agrees.
        row = [chance.choice([0, 1, 2]) if version == "a" or chance.random() < 0.5 else codes[0][i]
               for i in range(len(text))]
        row = [0 if text[i] == " " else row[i] for i in range(len(text))]
        codes.append(row)
        body = "".join(f'<name type="{TYPES[c - 1]}">{t}</name>' if c else t for t, c in zip(text, row))
        with open(f"{folder}/{version}/1.xml", "w") as file:
            file.write(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{body}</p></body></text></TEI>')
    near("nominal alpha", diff(folder)["agreement"]["unitizingAlpha"],
         krippendorff.alpha(reliability_data=codes, level_of_measurement="nominal"))


unitizing = unitizing_package()
for seed in range(40):
    compare(seed, unitizing)
for seed in range(5):
    unit_lengths(seed)
print("45 archives" + ("" if unitizing else "; krippendorff-unitized-alpha could not be had and was left out"))
