#!/usr/bin/env python3
"""A recogniser for teikit that finds entities with a spaCy pipeline, any that sets doc.ents.

    teikit annotate articles -o archive --recognizer 'python3 spacy_recognizer.py en_core_web_sm'

The pipeline is a package, a folder, or "blank:en"; --patterns adds an entity ruler in front of its recogniser.
Documentation/RECOGNIZERS.md describes the protocol. Needs spaCy 3 and Python 3.9 or later.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Span

# teikit finds these itself, with their values, which spaCy does not say.
VALUES = {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"}

# spaCy refuses texts of more than a million characters, and needs a gigabyte for one.
LONGEST_TEXT = 100_000


def main() -> None:
    options = arguments()
    # What a library prints must not get between the answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    pipeline = load(options.pipeline, options.patterns)
    print(json.dumps({"name": name(pipeline)}), file=answers, flush=True)

    articles = (json.loads(line) for line in sys.stdin)
    for article, entities in recognise(pipeline, articles, options):
        print(json.dumps({"id": article["id"], "entities": entities}), file=answers, flush=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A recogniser for teikit that uses spaCy.")
    parser.add_argument("pipeline", help='an installed package, a folder, or "blank:en"')
    parser.add_argument("--patterns", type=Path, help="patterns of an entity ruler, JSON Lines")
    parser.add_argument("--certainty", type=float, default=0.8, help="of each entity, above 0 and at most 1 (0.8)")
    parser.add_argument("--values", action="store_true", help="dates, numbers and amounts, too")
    parser.add_argument("--batch-size", type=int, default=64, help="blocks that spaCy works on at once (64)")
    return parser.parse_args()


def load(pipeline: str, patterns: Path | None) -> Language:
    if pipeline.startswith("blank:"):
        nlp = spacy.blank(pipeline.removeprefix("blank:"))
    else:
        nlp = spacy.load(pipeline)
    if patterns:
        before = "ner" if nlp.has_pipe("ner") else None
        nlp.add_pipe("entity_ruler", before=before).from_disk(patterns)
    return nlp


def name(nlp: Language) -> str:
    """What the TEI is to say of who found the entities."""
    meta = nlp.meta
    return f"spaCy {spacy.__version__}, {meta['lang']}_{meta['name']} {meta['version']}"


def recognise(
    nlp: Language, articles: Iterator[dict[str, Any]], options: argparse.Namespace
) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each article with its entities.

    Each block is a document of its own, so that no entity crosses the border of two; spaCy gets them in batches that
    may hold blocks of several articles.
    """
    current: dict[str, Any] | None = None
    entities: list[dict[str, Any]] = []
    for doc, (article, offset) in nlp.pipe(blocks(articles), as_tuples=True, batch_size=options.batch_size):
        if current is not article:
            if current:
                yield current, entities
            current, entities = article, []
        entities += [
            entity(span, offset, options) for span in doc.ents if options.values or span.label_ not in VALUES
        ]
    if current:
        yield current, entities


def blocks(articles: Iterator[dict[str, Any]]) -> Iterator[tuple[str, tuple[dict[str, Any], int]]]:
    """The text of each block, with its article and its offset in it. Each article has one block at least."""
    for article in articles:
        for block in article["blocks"]:
            start = block["start"]
            while start < block["end"]:
                end = min(block["end"], start + LONGEST_TEXT)
                if end < block["end"]:
                    # At a space, so that no word is cut.
                    end = article["text"].rfind(" ", start + 1, end) + 1 or end
                yield article["text"][start:end], (article, start)
                start = end


def entity(span: Span, offset: int, options: argparse.Namespace) -> dict[str, Any]:
    start, end = bare(span)
    answer = {
        "start": offset + start,
        "end": offset + end,
        "type": span.label_,
        "text": span.doc.text[start:end],
        "certainty": options.certainty,
    }
    if span.kb_id_.startswith("Q"):
        answer["identifiers"] = {"wikidata": span.kb_id_}
    if span.ent_id_:
        answer["name"] = span.ent_id_
    return answer


def bare(span: Span) -> tuple[int, int]:
    """The span without what belongs to the sentence: an English article before a name, a possessive after it."""
    start, end = span.start_char, span.end_char
    text = span.text
    if span.doc.lang_ == "en":
        if text.startswith("the ") or text.startswith("The ") and span.label_ in {"ORG", "NORP", "EVENT", "LAW"}:
            start += 4
        if text.endswith(("'s", "’s")):
            end -= 2
    return (start, end) if start < end else (span.start_char, span.end_char)


if __name__ == "__main__":
    main()
