"""Sketches -> the centre of a group of reports, and how near two groups are: the mean over all pairs, in one step.

>>> from whoseword.claims.sketches import Weight
>>> dam = Sketch("r1", words=(Weight("dam", "dam", 1.0),))
>>> round(nearness(centre(dam), joined(centre(dam), centre(Sketch("r2")))), 3)
0.258
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from whoseword.claims.sketches import Sketch

# Weights and days were tuned together, on the half of the reports that docs/stories.md calls "even".
WORDING = 0.60
ENTITIES = 0.25
PLACES = 0.15
# Days after which nearness in time has fallen to 37 %, its share in the score, and what an unknown day counts as.
DAYS = 60
BY_TIME = 0.2
UNDATED = 0.3
# Two groups are one story from this mean on, and where it rests on one pair alone from so much more: of the pairs
# between the two limits that were looked at, most had a person in common and no story.
JOINS = 0.12
FOR_ONE_PAIR = 0.10

Days = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Centre:
    """What some reports have in sum: `shares` by kind and key, `days` of publication as numbers, and how many."""

    shares: Mapping[str, float]
    days: Days
    count: int


def centre(sketch: Sketch) -> Centre:
    """The centre of one report."""
    shares = {
        f"{kind} {each.key}": each.share * math.sqrt(weight)
        for kind, weights, weight in (
            ("word", sketch.words, WORDING),
            ("name", sketch.names, ENTITIES),
            ("place", sketch.places, PLACES),
        )
        for each in weights
    }
    return Centre(shares, np.array([ordinal(sketch.day)] if sketch.day else [], dtype=np.int64), 1)


def joined(a: Centre, b: Centre) -> Centre:
    """The centre of two groups together."""
    less, more = sorted((a, b), key=lambda each: len(each.shares))
    shares = dict(more.shares)
    for key, share in less.shares.items():
        shares[key] = shares.get(key, 0.0) + share
    return Centre(shares, np.concatenate((a.days, b.days)), a.count + b.count)


def nearness(a: Centre, b: Centre) -> float:
    """The mean of what their reports share, less what lies between them in time, 0 to 1.

    The shares of a report make a vector, so the mean over all pairs is the product of the two sums by the number of
    pairs: no pair is looked at. For two reports it is their kinship.
    """
    return _shared(a, b) * _kept(a, b)


def link(a: Centre, b: Centre) -> float:
    """Their nearness, if it is enough to make them one story; else 0."""
    shared, least = _shared(a, b), asked(a.count * b.count)
    # Time only takes away, so what is too little without it need not be held against it.
    found = shared * _kept(a, b) if shared >= least else 0.0
    return found if found >= least else 0.0


def asked(pairs: int) -> float:
    """How near two groups must be to be one story: the more pairs a mean is of, the less can be chance."""
    return JOINS + FOR_ONE_PAIR / math.sqrt(pairs)


def _shared(a: Centre, b: Centre) -> float:
    # `fsum` is exact, so the order in which a set comes does not matter.
    return math.fsum([a.shares[key] * b.shares[key] for key in a.shares.keys() & b.shares.keys()]) / (a.count * b.count)


def _kept(a: Centre, b: Centre) -> float:
    return 1 - BY_TIME + BY_TIME * in_time(a, b)


def in_time(a: Centre, b: Centre) -> float:
    """The mean nearness in time of their reports, in 0..1; a report without a day is moderately near to all."""
    between = np.abs(a.days[:, None] - b.days[None, :])
    known = float(np.exp(between / -DAYS).sum())
    undated = a.count * b.count - len(a.days) * len(b.days)
    return (known + UNDATED * undated) / (a.count * b.count)


def ordinal(day: str) -> int:
    """The number of a day (ISO); the middle of a month or a year where no more is known."""
    whole = day[:10] + {4: "-07-01", 7: "-15"}.get(len(day), "")
    return date.fromisoformat(whole).toordinal()
