"""Each feature on deeds and units made by hand, and the page that their docstrings make."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.claims.telling_units import NOWHERE, done, thing, unit
from whoseword.across import Amount
from whoseword.claims import features
from whoseword.claims.covering import COVERING_FEATURES
from whoseword.claims.features import DEED_FEATURES, UNIT_FEATURES, meets

EVERY = (*DEED_FEATURES, *UNIT_FEATURES, *COVERING_FEATURES)
PAGE = Path(__file__).parents[2] / "docs" / "matching.md"


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("kill", "kill", 1.0, 1.0),
        ("kill", "assassinate", 0.8, 0.8),
        ("make", "make", 0.2, 0.2),
        ("kill", "visit", -1.0, -1.0),
    ],
)
def test_predicate(one, other, least, most):
    """One word, like words, an empty word, another word."""
    assert least <= features.predicate(done(one), done(other)).score <= most


def test_exchanged_sides_speak_against():
    """A attacks B is not B attacks A."""
    velland, norvik = thing("velland", "velland"), thing("norvik", "norvik")
    one = done("attack", [velland], [norvik])
    other = done("attack", [norvik], [velland])
    assert features.arguments(one, other).score == -1.0
    assert features.arguments(one, one).score == 1.0


@pytest.mark.parametrize(
    ("begin", "end", "score"),
    [("2031-05-02", "2031-05-03", 1.0), ("2031-06-01", "2031-06-02", -1.0), (None, None, 0.0)],
)
def test_time(begin, end, score):
    """The same month, another month, no date."""
    may = done("close", begin="2031-05-01", end="2031-06-01")
    assert features.time(may, done("close", begin=begin, end=end)).score == score


def test_mode_and_frame():
    """What did not happen clashes with what did; what is wanted is not what was agreed."""
    assert features.mode(done("close"), done("close", mode="negated")).score == -1.0
    assert features.mode(done("close", mode="planned"), done("close", mode="hypothetical")).score > 0
    agreed, wanted = done("close", frames=("agree",)), done("close", frames=("want",))
    assert features.frame(agreed, wanted).score == -1.0
    assert features.frame(agreed, done("close", frames=("announce",))).score == -0.5
    assert features.frame(agreed, done("close")).score == 0.0


def test_wording_counts_like_words_for_most_of_one():
    """Two words of one group are worth less than one word twice, and more than nothing."""
    a = replace(unit(words="troops left"), meanings=("troops", "withdraw"))
    b = replace(unit(words="forces left"), meanings=("troops", "withdraw"))
    assert 0.5 < features.wording(a, b).score < 1.0
    assert features.wording(a, a).score == pytest.approx(1.0)
    assert features.wording(a, unit(words="other words")).score == 0.0


def test_quantity():
    """An approximate amount and an exact one can be the same, two exact ones cannot."""
    exact, about = Amount(NOWHERE, 2500.0, "guards", "guard"), Amount(NOWHERE, 2400.0, "guards", "guard", "about")
    assert meets(exact, about)
    a, b = unit(amounts=(exact,)), unit(amounts=(Amount(NOWHERE, 3000.0, "guards", "guard"),))
    assert features.quantity(a, unit(amounts=(about,))).score == 1.0
    assert features.quantity(a, b).score == -1.0
    assert features.quantity(a, unit()).score == 0.0


@pytest.mark.parametrize("feature", EVERY, ids=lambda feature: feature.__name__)
def test_a_feature_is_symmetric_and_bounded(feature):
    """The order of the two does not matter, and a score lies in -1..1."""
    x = done("kill", [thing("guard")], [thing("warden", "ann roe")], places=("velland",), begin="2031-05-01")
    y = done("murder", [], [thing("roe", "roe")], places=("norvik",), mode="planned", begin="2031-05-07")
    a, b = (x, y) if feature in DEED_FEATURES else (unit(x, words="warden slain mill"), unit(y, words="warden dead"))
    forth, back = feature(a, b), feature(b, a)
    assert forth.score == pytest.approx(back.score)
    assert -1 <= forth.score <= 1
    assert (forth.feature, bool(forth.words)) == (feature.__name__, True)


def test_the_page_says_what_the_docstrings_say():
    """docs/matching.md has a row for each feature, in order, with its docstring."""
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    wanted = [(f.__name__, " ".join((inspect.getdoc(f) or "").split())) for f in EVERY]
    assert rows == wanted
