"""What keeps two units that are alike from being one claim."""

from __future__ import annotations

import pytest

from tests.claims.telling_units import done, thing, unit
from whoseword.claims.features import DEED_FEATURES, UNIT_FEATURES
from whoseword.claims.sameness import obstacle

WARDEN = thing("warden", "ann roe")
DEED = done("kill", whom=[WARDEN])
WORDS = "warden roe slain tasken mill"


def found(x, y, *, words=(WORDS, WORDS), **others):
    a, b = unit(x, words=words[0], names=("ann roe",)), unit(y, words=words[1], report="other", names=("ann roe",))
    scores = {f.__name__: f(x, y).score for f in DEED_FEATURES} | {f.__name__: f(a, b).score for f in UNIT_FEATURES}
    return obstacle(scores | others, (x, y), (a, b))


def test_nothing_in_the_way():
    """The same deed to the same person in the same words."""
    assert found(DEED, DEED) is None


@pytest.mark.parametrize(
    ("other", "words", "says"),
    [
        (done("kill", whom=[WARDEN], main=False), WORDS, "in passing"),
        (done("kill", whom=[WARDEN], mode="negated"), WORDS, "mode"),
        (done("kill", whom=[thing("marsh", "bel marsh")]), WORDS, "suffer"),
        (DEED, "warden other words entirely here", "unlike"),
    ],
)
def test_in_the_way(other, words, says):
    """Said in passing, not happened, done to somebody else, told in other words."""
    assert says in str(found(DEED, other, words=(WORDS, words)))


def test_plans_far_apart_may_be_two_steps():
    """Two plans without a date in reports of two seasons are not taken for one; what is wanted goes on."""
    plan = done("close", who=[thing("guild", "river guild")], mode="planned")
    wish = done("close", who=[thing("guild", "river guild")], mode="planned", frames=("want",))
    assert "two steps" in str(found(plan, plan, day=-0.6))
    assert found(wish, wish, day=-0.6) is None


def test_a_short_unit_without_a_name_says_too_little():
    """Two words without a name, such as those for a strike, may mean any."""
    bare = unit(DEED, words="drone strike")
    scores = dict.fromkeys((f.__name__ for f in (*DEED_FEATURES, *UNIT_FEATURES)), 1.0)
    assert obstacle(scores | {"speaker": 0.0}, (DEED, DEED), (bare, bare)) == "one of them says too little"
