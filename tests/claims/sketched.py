"""Invented sketches for tests of stories: reports that run together, and those that do not.

>>> sketched("r1", "2031-05-08", words="dam gate").words[0].key
'dam'
"""

from __future__ import annotations

import math
from itertools import combinations

from whoseword.claims.kinship import Kinship, kinship
from whoseword.claims.sketches import Sketch, Weight


def weights(words: str) -> tuple[Weight, ...]:
    """Equal shares of these words."""
    listed = words.split()
    return tuple(Weight(word, word, round(1 / math.sqrt(len(listed)), 4)) for word in listed)


def sketched(
    report: str, day: str | None = None, *, words: str = "", names: str = "", places: str = "", title: str | None = None
) -> Sketch:
    """A sketch with these words, names and places, parted by blanks."""
    return Sketch(report, day, "The Vell Courier", title or report, weights(words), weights(names), weights(places))


def all_kin(sketches: list[Sketch]) -> list[Kinship]:
    """The kinship of each two."""
    return [kinship(one, other) for one, other in combinations(sketches, 2)]


DAM = [sketched(f"dam{k}", f"2031-05-{k + 1:02}", words=f"dam gate flood vell{k}", places="Vell") for k in range(4)]
CHOIR = [
    sketched(f"choir{k}", f"2031-05-{k + 1:02}", words=f"choir goat prize hall{k}", places="Brome") for k in range(4)
]
# A weekly round-up has a little of both.
ROUND_UP = sketched("roundup", "2031-05-04", words="dam gate flood choir goat prize", places="Vell Brome")
