"""Weights for the same claim, from pairs that were read and judged: `python -m training.judged CORPORA`.

`judged_pairs.csv` beside this file holds 3,395 pairs of units of telling in different reports, by the row of each
report in the corpora and the spans of the words; no text. "same": a fact-checker would keep both under one claim.
"part": one tells the other's claim only in part or in passing. "contrary": one denies it. "other": none of these. Each
was judged once. The first 2,459 were drawn by how many words they share, most from the top; the others by how likely
matching held them at that time, of all pairs of further reports, and stand for so many each. A logistic regression with
a squared penalty says what each feature is worth; printed as they stand in `whoseword.claims.match`, with the scores of
each story by weights fitted on the others.
"""

from __future__ import annotations

import argparse
import csv
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.matching import fit
from whoseword.across import Told
from whoseword.claims.match import WEIGHTS as MATCHING
from whoseword.claims.match import compared, scores_of
from whoseword.claims.told import units
from whoseword.lexicon import load_lexicon
from whoseword.model import Record, Span
from whoseword.pipeline import read_paths

PAIRS = Path(__file__).with_name("judged_pairs.csv")
EXCERPTS = "neus"
_FILES = {EXCERPTS: "neus/headline_11_2021-10-19_crawled_all.jsonl"}
# What tells the other's claim in part is neither a good example of the same nor of another.
COUNTS = {"same": 1.0, "part": 0.3, "contrary": 1.0, "other": 1.0}
# Strength of the penalty on squared weights: of 3, 1 and 10 the best where each story is left out in turn.
PENALTY = 1.0


@dataclass(frozen=True)
class Pair:
    """Two units and what was judged of them."""

    story: str
    a: Told
    b: Told
    judged: str
    stands_for: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora")
    given = parser.parse_args()
    pairs = list(read_pairs(given.corpora))
    rows = np.array([[*scores_of(pair.a, pair.b), 1.0] for pair in pairs])
    same = np.array([float(pair.judged == "same") for pair in pairs])
    counts = np.array([COUNTS[pair.judged] * pair.stands_for for pair in pairs])
    weights = fit(rows, same, counts, strength=PENALTY)
    print(f"{len(pairs)} pairs, {int(same.sum())} the same")
    print(f"BIAS = {weights[-1]:.2f}")
    for name, weight in zip(MATCHING, weights, strict=False):
        print(f'    "{name}": {weight:.2f},')
    measure(pairs, rows, same, counts)


def measure(
    pairs: Sequence[Pair], rows: NDArray[np.float64], same: NDArray[np.float64], counts: NDArray[np.float64]
) -> None:
    """Print how many of the pairs graded the same are so, and how many of those that are so are graded so.

    Each story is graded by weights fitted on the others. Pairs that stand for others are measured by themselves.
    """
    stories = np.array([pair.story for pair in pairs])
    likely = np.zeros(len(pairs))
    for story in sorted(set(stories)):
        rest = stories != story
        likely[~rest] = 1 / (1 + np.exp(-rows[~rest] @ fit(rows[rest], same[rest], counts[rest], strength=PENALTY)))
    graded = [compared(pair.a, pair.b, likely=each).grade for pair, each in zip(pairs, likely.tolist(), strict=True)]
    for name, drawn in (("drawn as most alike", False), ("drawn as in a store", True)):
        chosen = [(pair, grade) for pair, grade in zip(pairs, graded, strict=True) if drawn == (pair.stands_for != 1)]
        taken = [pair for pair, grade in chosen if grade == "same"]
        right, part = (sum(p.stands_for for p in taken if p.judged == judged) for judged in ("same", "part"))
        whole, all_same = sum(p.stands_for for p in taken), sum(p.stands_for for p, _ in chosen if p.judged == "same")
        print(
            f"{name}, {len(chosen)} pairs: of those graded the same {right / whole:.2f} are, "
            f"{(right + part) / whole:.2f} with those that tell it in part; {right / all_same:.2f} of all are found"
        )


def read_pairs(corpora: Path) -> Iterator[Pair]:
    """The judged pairs with their units as they are read now; for one that is there no more the nearest to it."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        judged = list(csv.DictReader(file))
    stories = sorted({row["story"] for row in judged})
    told: dict[tuple[str, str], tuple[Told, ...]] = {}
    for story in stories:
        wanted = {row[side] for row in judged if row["story"] == story for side in ("report", "other")}
        told |= {(story, key): found for key, found in _told(corpora, story, sorted(wanted))}
    for row in judged:
        a = _nearest(told[row["story"], row["report"]], _spans(row["words"]))
        b = _nearest(told[row["story"], row["other"]], _spans(row["words_of_other"]))
        if a and b:
            yield Pair(row["story"], a, b, row["judged"], float(row["stands_for"]))


def _told(corpora: Path, story: str, keys: Sequence[str]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    lines = (corpora / _FILES.get(story, f"news/stories/{story}.jsonl")).read_text("utf-8").splitlines()
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(f"{json.dumps(_row(lines, key))}\n" for key in keys), "utf-8")
        for record in read_paths([str(path)]):
            if isinstance(record, Record):
                yield keys[(record.report.row or 1) - 1], units(record, lexicon)


def _row(lines: Sequence[str], key: str) -> Mapping[str, object]:
    """One report as it is read: a whole row, or one of the three excerpts in a row."""
    number, _, side = key.partition(":")
    row: dict[str, object] = json.loads(lines[int(number) - 1])
    if not side:
        return row
    excerpt = dict(row["news"])[side]  # type: ignore[call-overload]
    text = "\n".join(excerpt["newBody"])
    known = {"title": excerpt["newsTitle"], "outlet": excerpt["newsSource"], "url": excerpt["newsLink"]}
    return {**known, "date": str(row["date"])[:10], "text": text}


def _spans(words: str) -> list[Span]:
    return [(int(begin), int(end)) for begin, end in (part.split("-") for part in words.split())]


def _nearest(told: Sequence[Told], spans: Sequence[Span]) -> Told | None:
    """The unit that shares most with these spans; None where none shares half."""

    def alike(unit: Told) -> float:
        both = sum(max(0, min(e, end) - max(s, start)) for s, e in unit.spans for start, end in spans)
        return both / max(sum(e - s for s, e in unit.spans), sum(e - s for s, e in spans))

    best = max(told, key=alike, default=None)
    return best if best and alike(best) >= 0.5 else None


if __name__ == "__main__":
    main()
