"""How likely two deeds are one, and which two deeds of two units are compared."""

from __future__ import annotations

import pytest

from tests.claims.telling_units import done, thing, unit
from whoseword.claims.features import DEED_FEATURES, UNIT_FEATURES
from whoseword.claims.onedeed import BIAS, WEIGHTS, closest, match_deeds

WARDEN = thing("warden", "ann roe")
KILLED = done("kill", whom=[WARDEN])


def test_likely():
    """One deed to one person in much the same words is likely one, another deed is not."""
    a, b = unit(KILLED, words="warden roe slain mill"), unit(words="warden roe dead mill", report="other")
    assert match_deeds(KILLED, done("murder", whom=[WARDEN]), a, b)[0] > 0.5
    assert match_deeds(KILLED, done("visit", whom=[WARDEN]), a, b)[0] < 0.5


def test_what_is_mainly_told_goes_first():
    """Of two deeds with one predicate the one that its unit mainly tells is compared."""
    passing = done("kill", whom=[WARDEN], main=False)
    found = closest(unit(passing, KILLED), unit(done("murder", whom=[WARDEN])))
    assert found is not None
    assert found[0] == KILLED


def test_deeds_that_share_no_predicate():
    """Where no two predicates are alike, there is nothing to compare."""
    assert closest(unit(KILLED), unit(done("visit", whom=[WARDEN]))) is None


def test_every_feature_has_a_weight():
    """The fitted weights are those of the features, no more and no less."""
    assert list(WEIGHTS) == [feature.__name__ for feature in (*DEED_FEATURES, *UNIT_FEATURES)]
    assert pytest.approx(-3.08) == BIAS
