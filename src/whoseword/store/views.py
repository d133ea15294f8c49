"""What each view is made of: its tables, how its items come from a record, what they have in common, how two compare.

Adding a report compares its items with so many others and no more, however large the store is; the bounds stand here.

>>> hashed("rook|ferry") == hashed("rook|ferry")
True
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table

from whoseword.across import Appearance, Ref, Told
from whoseword.claims import keys as told_keys
from whoseword.claims import stories
from whoseword.claims.match import match
from whoseword.claims.shingles import word_hash
from whoseword.claims.stories import Sketch
from whoseword.claims.told import units
from whoseword.lexicon import Lexicon
from whoseword.model import Record, hashed_id
from whoseword.reports.folding import folded
from whoseword.sources import identity
from whoseword.stems import stem
from whoseword.store import view_tables as tables


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many items are looked at: of each key, for each item, and for a whole report."""

    key: int
    item: int
    report: int


@dataclass(frozen=True, slots=True)
class Found:
    """What two items are to each other: nothing that is kept where `grade` is None."""

    grade: str | None
    score: float
    noun: Any


@dataclass(frozen=True, slots=True)
class View:
    """A view with the functions that make it: `made` from a record, `compared` with those that share a key."""

    items: Table
    keys: Table
    pairs: Table
    noun: type[Any]
    bounds: Bounds
    made: Callable[[Record, Lexicon], Sequence[Any]]
    ref: Callable[[Any], Ref]
    keys_of: Callable[[Any], Sequence[int]]
    compared: Callable[[Any, Any, Lexicon], Found]
    columns: Callable[[Any], Mapping[str, object]] = field(default=lambda _: {})


def hashed(key: str) -> int:
    """A key as a number of 63 bits, which both databases take."""
    return word_hash(key) >> 1


def claim_id(ref: Ref) -> str:
    """The id of the claim of which the unit at `ref` is the first, as `claims/grouping.py` makes it."""
    return hashed_id("claim", str(ref))


def searched_stems(words: str) -> str:
    """The words by which a unit is found, parted by blanks: stems and numbers, without case, each once."""
    return " ".join(dict.fromkeys(stem(found) for found in folded(words).split()))


def _told_columns(unit: Told) -> Mapping[str, object]:
    return {"claim": claim_id(unit.ref), "voice": unit.voice, "day": unit.day, "stems": searched_stems(unit.words)}


def _matched(a: Told, b: Told, lexicon: Lexicon) -> Found:
    found = match(a, b, lexicon)
    return Found(None if found.grade == "none" else found.grade, found.score, found)


def _likened(a: Appearance, b: Appearance, _: Lexicon) -> Found:
    found = identity.likeness(a, b)
    return Found(None if found.grade == "unknown" else found.grade, 0.0, found)


def _related(a: Sketch, b: Sketch, _: Lexicon) -> Found:
    found = stories.kinship(a, b)
    return Found("kin" if found.score >= stories.NEAR else None, found.score, found)


UNITS = View(
    items=tables.told,
    keys=tables.told_keys,
    pairs=tables.matches,
    noun=Told,
    bounds=Bounds(key=60, item=20, report=500),
    made=units,
    ref=lambda unit: unit.ref,
    keys_of=told_keys.keys,
    compared=_matched,
    columns=_told_columns,
)
WHO = View(
    items=tables.appearances,
    keys=tables.appearance_keys,
    pairs=tables.likenesses,
    noun=Appearance,
    bounds=Bounds(key=60, item=40, report=400),
    made=identity.appearances,
    ref=lambda appearance: appearance.ref,
    keys_of=lambda appearance: [hashed(key) for key in identity.keys(appearance)],
    compared=_likened,
)
KIN = View(
    items=tables.sketches,
    keys=tables.sketch_keys,
    pairs=tables.kinships,
    noun=Sketch,
    bounds=Bounds(key=60, item=40, report=40),
    made=lambda record, lexicon: [stories.sketch(record, lexicon)],
    ref=lambda sketch: Ref(sketch.report, ""),
    keys_of=stories.keys,
    compared=_related,
)
VIEWS = (UNITS, WHO, KIN)
