"""spaCy's blank English pipeline with an entity ruler that holds our names of countries and cities.

spacy_ruler.py time GAZETTEERS FOLDER    seconds of processor time of one pass over the texts of a folder
spacy_ruler.py find GAZETTEERS JSONL     what it finds in a data set, as JSON Lines
"""

import csv
import sys

import spacy

import texts


def place_names(gazetteers):
    names = set()
    for file, columns in (("countries.csv", ("name", "short_name")), ("cities.csv", ("name",))):
        with open(f"{gazetteers}/{file}", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                names.update(row[column] for column in columns if row[column])
    return sorted(names)


def pipeline(gazetteers):
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": name} for name in place_names(gazetteers)])
    return nlp


def main(command, gazetteers, path):
    nlp = pipeline(gazetteers)

    def tag(text):
        return [(entity.start_char, entity.end_char, entity.label_) for entity in nlp(text).ents]

    (texts.print_pass if command == "time" else texts.write_predictions)(path, tag)


main(*sys.argv[1:])
