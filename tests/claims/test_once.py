"""What happens once to one person is one deed, however it is told; what may be another is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.telling_units import done, thing, unit
from whoseword.claims.once import concerned, death, deaths, once

ANN = thing("roe", "ann roe")
KILLED = done("kill", [thing("raider")], [ANN])
DIED = done("die", [ANN])


def two(x, y, words=("roe killed", "roe died"), **others):
    return once(x, y, (unit(x, words=words[0]), unit(y, words=words[1], report="two", **others)))


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (KILLED, DIED),
        (KILLED, done("assassinate", [], [thing("roe", "ann roe")])),
        (replace(KILLED, begin="2031-05-02", end="2031-05-03"), replace(DIED, begin="2031-05-03", end="2031-05-04")),
        (done("resign", [ANN], begin="2031-05-02", end="2031-05-03"),
         done("resign", [ANN], begin="2031-05-02", end="2031-05-03")),
    ],
)  # fmt: skip
def test_one(x, y):
    """A death in any words, also a day apart by two clocks; a resignation on one day."""
    assert two(x, y)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (KILLED, done("kill", [], [thing("marsh", "bel marsh")])),
        (KILLED, done("kill", [ANN], [thing("guard")])),
        (KILLED, replace(DIED, mode="planned")),
        (KILLED, replace(DIED, mode="negated")),
        (KILLED, replace(DIED, main=False)),
        (replace(KILLED, begin="2031-05-02", end="2031-05-03"), replace(DIED, begin="2031-06-02", end="2031-06-03")),
        (KILLED, replace(DIED, frames=("want",))),
        (done("resign", [ANN]), done("resign", [ANN])),
        (done("kill", [], [thing("carter")]), done("kill", [], [thing("carter")])),
    ],
)  # fmt: skip
def test_may_be_two(x, y):
    """Another victim, the killer, a plan, a denial, other days, a demand, what has no date, and nobody by name."""
    assert two(x, y) is None


def test_a_bare_surname_needs_more():
    """Of a surname alone something else must be shared."""
    bare = done("die", [thing("smith", "smith")])
    full = done("die", [thing("smith", "ann smith")])
    assert two(full, bare, ("smith", "smith"), day="2031-09-08") is None
    assert two(full, bare, ("smith mill", "smith mill"), day="2031-09-08")


def test_whose_death():
    """The one who dies, not the one who kills."""
    assert (concerned(KILLED), concerned(DIED)) == ("ann roe", "ann roe")
    assert (death(KILLED), death(done("kill", [ANN]))) == ("roe", None)


def test_found_among_other_deeds():
    """The deaths are found, whatever else the units tell."""
    a, b = unit(done("meet"), KILLED, words="a"), unit(DIED, done("close"), words="b")
    assert deaths(a, b) == (KILLED, DIED)
