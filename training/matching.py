"""Weights for matching deeds, from ECB+: `python -m training.matching ECBPLUS`.

Pairs of event mentions in different documents of one training topic, which holds two happenings of one kind, are
compared with the features of `whoseword.claims.features`; a logistic regression says what each is worth. Printed as
they stand in `whoseword.claims.onedeed`; the validation topics are only for measuring.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from whoseword.across import Deed, Told
from whoseword.claims.deeds import deed
from whoseword.claims.features import DEED_FEATURES, UNIT_FEATURES
from whoseword.claims.telling import Telling
from whoseword.claims.told import sentence_at
from whoseword.evaluate.ecb import MarkedDocument, read_ecb
from whoseword.evaluate.ecb_matching import head_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Record
from whoseword.pipeline import read_report
from whoseword.reports.reader import load_reader

# Strength of the penalty on squared weights, and rounds of Newton's method, which settles in fewer.
PENALTY, ROUNDS = 3.0, 25
NAMES = [feature.__name__ for feature in (*DEED_FEATURES, *UNIT_FEATURES)]

Seen = tuple[str, str, Deed, Told]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ecbplus", type=Path, help="the folder of ECB+")
    parser.add_argument("--part", default="train", help="train (default); val to measure")
    given = parser.parse_args()
    documents = read_ecb(given.ecbplus, given.part)
    reader, lexicon = load_reader(), load_lexicon()
    records = [read_report(document.report, reader, lexicon) for document in documents]
    rows, same = table(documents, records)
    weights = fit(rows, same)
    print(f"{len(same)} pairs, {int(same.sum())} the same")
    print(f"BIAS = {weights[-1]:.2f}")
    for name, weight in zip(NAMES, weights, strict=False):
        print(f'    "{name}": {weight:.2f},')


def table(
    documents: Sequence[MarkedDocument], records: Sequence[Record]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The scores of the features for each pair, a last column of ones, and whether people marked it as the same."""
    topics: dict[str, list[Seen]] = defaultdict(list)
    for document, record in zip(documents, records, strict=True):
        topics[document.topic].extend(_mentions(document, record))
    rows, same = [], []
    for seen in topics.values():
        for (name, cluster, x, a), (other, cluster_of_other, y, b) in combinations(seen, 2):
            if name != other:
                rows.append([*(f(x, y).score for f in DEED_FEATURES), *(f(a, b).score for f in UNIT_FEATURES), 1.0])
                same.append(float(cluster == cluster_of_other))
    return np.array(rows), np.array(same)


def _mentions(document: MarkedDocument, record: Record) -> Iterator[Seen]:
    telling = Telling(record, load_lexicon())
    for marked in document.mentions:
        k = head_of(telling.tree, marked.spans)
        yield document.name, marked.cluster, deed(telling, k), sentence_at(telling, k)


def fit(
    rows: NDArray[np.float64],
    same: NDArray[np.float64],
    counts: NDArray[np.float64] | None = None,
    *,
    strength: float = PENALTY,
) -> NDArray[np.float64]:
    """Weights of a logistic regression with a squared penalty on all but the last (the bias), by Newton's method.

    `counts` is what each row counts, 1 if not given; `strength` that of the penalty.
    """
    counted = np.ones(len(same)) if counts is None else counts
    weights = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], strength)
    penalty[-1] = 0.0
    for _ in range(ROUNDS):
        guess = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counted * (same - guess)) - penalty * weights
        bend = (rows * (counted * guess * (1 - guess))[:, None]).T @ rows + np.diag(penalty)
        weights += np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
