"""How alike two arguments are."""

from __future__ import annotations

import pytest

from tests.claims.telling_units import thing
from whoseword.claims.likeness import alike, likest, same_name

ROE = thing("roe", "ann roe")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("ann roe", "roe", True), ("ann roe", "bel roe", False), ("velland", "norvik", False)],
)
def test_names(one, other, same):
    """A surname is the short form of a name; two full names that differ are two people."""
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("x", "y", "least", "most"),
    [
        (ROE, thing("roe", "roe"), 1.0, 1.0),
        (ROE, thing("marsh", "bel marsh"), -1.0, -1.0),
        (ROE, thing("warden"), 0.0, 0.0),
        (ROE, thing("warden", names=("ann roe",)), 0.5, 0.5),
        (thing("troop"), thing("force"), 0.5, 0.5),
        (thing("troop", names=("velland",)), thing("troop", names=("norvik",)), -0.7, -0.7),
        (thing("troop", words=("combat",)), thing("troop", words=("train",)), 0.3, 0.3),
        (thing("pier"), thing("mill"), -0.5, -0.5),
    ],
)
def test_arguments(x, y, least, most):
    """Names decide; a description leaves it open; the troops of two countries are not the same."""
    assert least - 1e-9 <= alike(x, y) <= most + 1e-9
    assert alike(x, y) == pytest.approx(alike(y, x))


def test_a_side_without_words_says_nothing():
    """Where nobody is told, or only "he", nothing speaks for or against."""
    assert likest((), (ROE,))[0] == 0.0
    assert likest((thing("he"),), (ROE,))[0] == 0.0
