"""Pairs of reports that a person judged -> how many copies are found, and how many pairs are called one wrongly.

A folder holds `pairs.tsv` (columns `judged`, `id_a`, `id_b`) and `texts.jsonl` (rows with `id` and `text`). Half of the
pairs, by a hash of their ids, may be read while rules are written ("develop"); the other half is only measured.

>>> half_of("r2", "r1") == half_of("r1", "r2")
True
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from whoseword.claims.copies import Copy
from whoseword.claims.passages import find_copies
from whoseword.errors import UsageError
from whoseword.model import Report
from whoseword.reports.given import Unread
from whoseword.reports.named import read_named
from whoseword.reports.read import ReadOptions

# What each judgement means for counting origins, fixed before the first result was seen (docs/copies.md). A judgement
# that is in neither set is left out and counted.
COPY_JUDGEMENTS = frozenset(
    {
        "same wire text, whole or in part",
        "same house, shared paragraphs",
        "same signed opinion piece or column",
        "same outlet: update or rerun of one story",
    }
)
OTHER_JUDGEMENTS = frozenset(
    {
        "one report quotes the other at length",
        "shared long quotation or transcript, not a copy",
        "page furniture (captions) shared, not a copy",
    }
)
# The kinds that make two reports one origin.
COPY_KINDS = frozenset({"wire", "rewrite", "same-outlet"})
HALVES = ("develop", "measured")


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two reports and what a person judged them to be."""

    judged: str
    a: str
    b: str

    @property
    def is_copy(self) -> bool:
        """Whether the judgement makes them one origin."""
        return self.judged in COPY_JUDGEMENTS


@dataclass(frozen=True, slots=True)
class Outcome:
    """A judged pair with what was found, and the half that it belongs to."""

    pair: JudgedPair
    half: str
    found: Copy | None

    @property
    def is_found(self) -> bool:
        """Whether it was called a copy."""
        return self.found is not None and self.found.kind in COPY_KINDS


@dataclass(frozen=True, slots=True)
class CopyScores:
    """Pairs of one half: copies found, pairs called copies wrongly, copies missed, and others left alone."""

    right: int
    wrong: int
    missed: int
    left: int

    @property
    def f1(self) -> float | None:
        """Of copies; None where nothing is a copy and nothing was called one."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else None

    @property
    def false_independent(self) -> float | None:
        """The share of copies that were not called copies; None without copies."""
        return self.missed / (self.right + self.missed) if self.right + self.missed else None


def half_of(a: str, b: str) -> str:
    """The half of a pair: by the last bit of the SHA-256 of its ids in order; even is to develop on."""
    digest = hashlib.sha256(" ".join(sorted((a, b))).encode()).digest()
    return HALVES[digest[-1] % 2]


def read_pairs(folder: Path) -> tuple[JudgedPair, ...]:
    """The pairs of `pairs.tsv`.

    Raises:
        UsageError: there is none, or a column is missing.
    """
    path = folder / "pairs.tsv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(JudgedPair(r["judged"], r["id_a"], r["id_b"]) for r in csv.DictReader(file, delimiter="\t"))
    except (OSError, KeyError, csv.Error) as error:
        raise UsageError(f"{path} cannot be used ({error}); it needs the columns judged, id_a and id_b") from None


def read_texts(paths: Sequence[str]) -> dict[str, Report]:
    """The reports of JSONL files by their rows' `id`; the first where an `id` comes twice."""
    found: dict[str, Report] = {}
    for received in read_named(paths, ReadOptions()):
        if not isinstance(received, Unread) and received[1] is not None:
            found.setdefault(received[1], received[0])
    return found


def judge(pairs: Sequence[JudgedPair], texts: Mapping[str, Report]) -> Iterator[Outcome]:
    """What is found for each pair that can be measured: judged one way or the other, with both texts at hand."""
    for pair in pairs:
        if pair.judged in COPY_JUDGEMENTS | OTHER_JUDGEMENTS and pair.a in texts and pair.b in texts:
            found = find_copies([texts[pair.a], texts[pair.b]])
            yield Outcome(pair, half_of(pair.a, pair.b), found[0] if found else None)


def scores(outcomes: Sequence[Outcome]) -> CopyScores:
    """The counts of some outcomes."""
    return CopyScores(
        right=sum(each.is_found and each.pair.is_copy for each in outcomes),
        wrong=sum(each.is_found and not each.pair.is_copy for each in outcomes),
        missed=sum(not each.is_found and each.pair.is_copy for each in outcomes),
        left=sum(not each.is_found and not each.pair.is_copy for each in outcomes),
    )
