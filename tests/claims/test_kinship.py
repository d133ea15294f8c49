"""Kinship: how near two reports are, and what it rests on."""

from __future__ import annotations

import pytest

from tests.claims.sketched import CHOIR, DAM, sketched
from whoseword.claims.kinship import kinship


def test_order_does_not_matter():
    """The kinship of two reports is one, whichever comes first, with the lesser id first."""
    assert kinship(DAM[0], CHOIR[0]) == kinship(CHOIR[0], DAM[0])
    assert kinship(DAM[0], CHOIR[0]).a == "choir0"


def test_a_report_is_nearest_to_itself():
    """The same words, names and places on one day give 1; nothing shared gives 0."""
    whole = sketched("r1", "2031-05-08", words="dam", names="Roe", places="Vell")
    again = sketched("r2", "2031-05-08", words="dam", names="Roe", places="Vell")
    assert kinship(whole, again).score == pytest.approx(1)
    assert kinship(DAM[0], CHOIR[0]).score == 0


def test_every_feature_gives_its_reason():
    """Entities, places, dates and wording each have a score and words that say what was found."""
    found = {reason.feature: reason for reason in kinship(DAM[0], DAM[2]).reasons}
    assert list(found) == ["entities", "places", "dates", "wording"]
    assert found["wording"].words == "both have dam, flood, gate"
    assert found["entities"].words == "nothing shared"
    assert found["places"].score == pytest.approx(1)
    assert found["dates"].words == "2 days apart"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2031-05-08", "the same day"),
        ("2031-05-08T10:00:00+02:00", "the same day"),
        ("2031-05-09", "1 day apart"),
        ("2031-05", "7 days apart"),
        ("2031", "54 days apart"),
        (None, "a day is not known"),
    ],
)
def test_days_count_as_far_as_they_are_known(day, words):
    """A month counts from its middle, and so does a year; where no day is given, none is made up."""
    found = kinship(sketched("r1", "2031-05-08", words="dam"), sketched("r2", day, words="dam"))
    assert found.reasons[2].words == words


def test_time_is_no_wall():
    """Years apart, the score falls by a fifth and no further."""
    one, soon, late = (sketched(f"r{k}", f"{year}-05-08", words="dam") for k, year in enumerate((2031, 2031, 2039)))
    assert kinship(one, late).score == pytest.approx(0.8 * kinship(one, soon).score, abs=0.001)
