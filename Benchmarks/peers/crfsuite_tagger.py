"""A linear-chain CRF by python-crfsuite with the usual features: what a good linear tagger is and costs.

crfsuite_tagger.py train GAZETTEERS MODEL TSV       trains on a set of tokens
crfsuite_tagger.py time  GAZETTEERS MODEL FOLDER    seconds of processor time of one pass over the texts of a folder, features included
crfsuite_tagger.py find  GAZETTEERS MODEL JSONL     what it finds in a data set, as JSON Lines
"""

import csv
import re
import sys

import pycrfsuite

import texts

TOKEN = re.compile(r"\w+(?:[.'’&-]\w+)*\.?(?<=[A-Z]\.)|\w+(?:['’&-]\w+)*|\S")
SENTENCE_END = re.compile(r"\n+|(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])")
CLITIC = re.compile(r"(?<=\w)(?:['’]s|n['’]t|['’](?:re|ve|ll|d|m))$", re.IGNORECASE)
LONGEST_NAME = 4


class Gazetteer:
    """Names of several tokens and words that are parts of persons' names, as flags on tokens."""

    def __init__(self, folder):
        self.names = {}
        for file, columns, flag in (
            ("countries.csv", ("name", "short_name"), "country"),
            ("cities.csv", ("name",), "city"),
            ("companies.csv", ("Security",), "company"),
        ):
            with open(f"{folder}/{file}", encoding="utf-8", newline="") as rows:
                for row in csv.DictReader(rows):
                    for column in columns:
                        if row[column]:
                            self.names.setdefault(tuple(row[column].split()), flag)
        self.words = {}
        for file, flag in (("surnames.txt", "surname"), ("given-names.txt", "given")):
            with open(f"{folder}/{file}", encoding="utf-8") as words:
                for word in words:
                    self.words.setdefault(word.strip(), []).append(flag)

    def flags(self, tokens):
        flags = [[f"g={flag}" for flag in self.words.get(token, ())] for token in tokens]
        index = 0
        while index < len(tokens):
            for length in range(min(LONGEST_NAME, len(tokens) - index), 0, -1):
                flag = self.names.get(tuple(tokens[index : index + length]))
                if flag:
                    for place in range(index, index + length):
                        flags[place].append(f"g={'B' if place == index else 'I'}-{flag}")
                    index += length - 1
                    break
            index += 1
        return flags


def shape(word):
    letters = re.sub(r"[^\W\d_]", lambda letter: "X" if letter.group().isupper() else "x", word)
    return re.sub(r"(.)\1{2,}", r"\1\1", re.sub(r"\d", "d", letters))


def features(tokens, gazetteer):
    """Words, shapes, affixes, gazetteer flags, and those of the neighbours within two tokens."""
    lower = [token.lower() for token in tokens]
    shapes = [shape(token) for token in tokens]
    flags = gazetteer.flags(tokens)
    rows = []
    for index, word in enumerate(lower):
        row = ["bias", f"w={word}", f"s={shapes[index]}", *flags[index]]
        row += [f"p{size}={word[:size]}" for size in (1, 2, 3, 4)] + [f"e{size}={word[-size:]}" for size in (1, 2, 3, 4)]
        for offset in (-2, -1, 1, 2):
            place = index + offset
            if 0 <= place < len(tokens):
                row += [f"{offset}w={lower[place]}", f"{offset}s={shapes[place]}"]
                row += [f"{offset}{flag}" for flag in flags[place]]
            else:
                row.append(f"{offset}none")
        if index > 0:
            row.append(f"s2={shapes[index - 1]}|{shapes[index]}")
        if index + 1 < len(tokens):
            row.append(f"s3={shapes[index]}|{shapes[index + 1]}")
        rows.append(row)
    return rows


def sentences(text):
    """Ranges of tokens, sentence by sentence."""
    start = 0
    for end in [found.start() for found in SENTENCE_END.finditer(text)] + [len(text)]:
        spans = []
        for found in TOKEN.finditer(text, start, end):
            clitic = CLITIC.search(found.group())
            if clitic:
                border = found.start() + clitic.start()
                spans += [(found.start(), border), (border, found.end())]
            else:
                spans.append(found.span())
        if spans:
            yield spans
        start = end


def tagged_sentences(path):
    tokens, labels = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if not fields[0] or fields[0] == "-DOCSTART-":
                if tokens:
                    yield tokens, labels
                tokens, labels = [], []
            else:
                tokens.append(fields[0])
                labels.append(fields[1] if fields[1].endswith(("PER", "LOC", "ORG")) else "O")
    if tokens:
        yield tokens, labels


def train(gazetteer, model, path):
    trainer = pycrfsuite.Trainer(verbose=False)
    for tokens, labels in tagged_sentences(path):
        trainer.append(features(tokens, gazetteer), labels)
    trainer.set_params({"c1": 0.05, "c2": 0.05, "max_iterations": 100, "feature.minfreq": 2})
    trainer.train(model)


def spans_of(labels, places):
    """The spans that labels in IOB2 mark; an inside label without a beginning begins one."""
    spans = []
    before = "O"
    for label, (start, end) in zip(labels, places):
        kind = label[2:]
        if label.startswith("I-") and before[2:] == kind:
            spans[-1] = (spans[-1][0], end, kind)
        elif label != "O":
            spans.append((start, end, kind))
        before = label
    return spans


def main(command, gazetteers, model, path):
    gazetteer = Gazetteer(gazetteers)
    if command == "train":
        train(gazetteer, model, path)
        return
    tagger = pycrfsuite.Tagger()
    tagger.open(model)

    def tag(text):
        found = []
        for places in sentences(text):
            labels = tagger.tag(features([text[start:end] for start, end in places], gazetteer))
            found += spans_of(labels, places)
        return found

    (texts.print_pass if command == "time" else texts.write_predictions)(path, tag)


main(*sys.argv[1:])
