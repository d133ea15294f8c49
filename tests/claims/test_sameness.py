"""What keeps two units that are alike from being one claim, and what makes it doubtful."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.telling_units import done, thing, unit
from whoseword.claims.covering import COVERING_FEATURES
from whoseword.claims.features import DEED_FEATURES, UNIT_FEATURES
from whoseword.claims.sameness import LIKELY, SURE, bar, doubt

WARDEN = thing("warden", "ann roe")
DEED = done("kill", whom=[WARDEN])
WORDS = "warden roe slain tasken mill"


def scores_of(x, y, a, b):
    of_units = (*UNIT_FEATURES, *COVERING_FEATURES)
    return {f.__name__: f(x, y).score for f in DEED_FEATURES} | {f.__name__: f(a, b).score for f in of_units}


def doubtful(x, y, *, words=(WORDS, WORDS), **others):
    a, b = unit(x, words=words[0], names=("ann roe",)), unit(y, words=words[1], report="other", names=("ann roe",))
    return doubt(scores_of(x, y, a, b) | others, (x, y), (a, b))


def test_nothing_in_the_way():
    """The same deed to the same person in the same words."""
    assert doubtful(DEED, DEED) is None


@pytest.mark.parametrize("sufferer", [thing("marsh", "bel marsh"), thing("soldier")])
def test_doubtful(sufferer):
    """Done to somebody else, or to nobody known."""
    why, least = doubtful(DEED, done("kill", whom=[sufferer]))
    assert "suffer" in why
    assert least == SURE


def test_no_deed_alike_is_doubtful():
    """The same figure of the same people is not the same claim where nothing that is done is alike."""
    a, b = unit(DEED, words=WORDS), unit(done("visit"), words=WORDS, report="other")
    found = doubt(scores_of(DEED, DEED, a, b), None, (a, b))
    assert found == ("nothing that one of them tells is told by the other", SURE)


def test_in_passing_is_doubtful():
    """What one of them mentions only must be somewhat more alike."""
    why, least = doubtful(DEED, done("kill", whom=[WARDEN], main=False))
    assert "in passing" in why
    assert least == LIKELY < SURE


def barred(x, y, **others):
    a, b = unit(x, words=WORDS), unit(y, words=WORDS, report="other")
    return str(bar(scores_of(x, y, a, b) | others, (x, y), (a, b)))


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (done("kill", whom=[WARDEN], mode="negated"), "mode"),
        (done("kill", whom=[WARDEN], mode="planned"), "mode"),
        (done("kill", whom=[WARDEN], frames=("want",)), "frame"),
        (done("kill", whom=[WARDEN], begin="2031-05-01", end="2031-05-02"), "time"),
        (DEED, "None"),
    ],
)
def test_barred(other, says):
    """What did not happen, is only foreseen or asked for, or has another date is never the same."""
    assert says in barred(replace(DEED, begin="2031-05-05", end="2031-05-06"), other)


@pytest.mark.parametrize("feature", ["quantity", "act", "denied"])
def test_another_figure_and_a_denial_are_barred(feature):
    """Nor is another figure for one thing, or the denial of it."""
    assert feature in barred(DEED, DEED, **{feature: -1.0})


def test_one_of_a_series_is_barred():
    """An attack may be one of many, unless one who is named did it in these days."""
    raid = done("attack", whom=[thing("mill")], who=[thing("raiders")])
    his = done("attack", whom=[thing("mill")], who=[thing("roe", "ann roe")])
    assert "two of a kind" in barred(raid, raid, day=0.2)
    assert barred(his, his, day=0.2) == "None"


def test_plans_far_apart_may_be_two_steps():
    """Two plans without a date in reports of two seasons are not taken for one; what is wanted goes on."""
    plan = done("close", who=[thing("guild", "river guild")], mode="planned")
    wish = done("close", who=[thing("guild", "river guild")], mode="planned", frames=("want",))
    assert "two steps" in barred(plan, plan, day=-0.6)
    assert barred(wish, wish, day=-0.6) == "None"


def test_a_short_unit_without_a_name_says_too_little():
    """Two words without a name, such as those for a strike, may mean any."""
    bare = unit(DEED, words="drone strike")
    assert doubt(scores_of(DEED, DEED, bare, bare), (DEED, DEED), (bare, bare)) == ("one of them says too little", SURE)
