"""Holidays: those of a fixed day, those that follow Easter, and those of the nth weekday of a month."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading_times import values
from whoseword.statements.time_feasts import FROM_EASTER, NTH_WEEKDAYS, day_of_feast

THURSDAY = "2021-07-22"


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2000, "2000-04-23"),
        ("easter", 2011, "2011-04-24"),
        ("easter", 2021, "2021-04-04"),
        ("easter", 2024, "2024-03-31"),
        ("good friday", 2021, "2021-04-02"),
        ("easter monday", 2021, "2021-04-05"),
        ("ash wednesday", 2021, "2021-02-17"),
        ("pentecost", 2021, "2021-05-23"),
        ("thanksgiving", 2021, "2021-11-25"),
        ("labor day", 2021, "2021-09-06"),
        ("memorial day", 2021, "2021-05-31"),
        ("martin luther king jr. day", 2021, "2021-01-18"),
        ("christmas", 2021, "2021-12-25"),
    ],
)
def test_the_day_of_a_feast(name, year, day):
    """As calendars of that year have it."""
    assert day_of_feast(name, year) == date.fromisoformat(day)


@given(st.integers(1583, 9998))
def test_feasts_keep_their_weekday(year):
    """Easter is a Sunday between 22 March and 25 April, and every nth weekday is that weekday."""
    easter = day_of_feast("easter", year)
    assert easter is not None
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)
    assert easter.weekday() == 6
    assert all(day_of_feast(name, year) for name in FROM_EASTER)
    for name, (month, weekday, _) in NTH_WEEKDAYS.items():
        day = day_of_feast(name, year)
        assert day is not None
        assert (day.month, day.weekday()) == (month, weekday)


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The mill burned on Good Friday.", [("Good Friday", "2021-04-02")]),
        ("The mill will close at Easter.", [("Easter", "2022-04-17")]),
        ("The mill burned on Thanksgiving 2019.", [("Thanksgiving 2019", "2019-11-28")]),
        ("The mill burned after the September 11 attacks.", [("September 11", "2001-09-11")]),
        ("The mill has been shut since 9/11.", [("9/11", "2001-09-11")]),
        ("The Good Friday Agreement and the Easter Rising were told of.", []),
        ("Tarn marks Orthodox Easter.", []),
    ],
)
def test_feasts_in_reports(sentence, found):
    """By the tense of the verb; what is only named after a feast is none, nor is one of another calendar."""
    assert values(sentence, THURSDAY) == found


@pytest.mark.model
def test_a_feast_without_a_day_of_publication_has_no_value():
    """Which year's Easter it was, nobody says."""
    assert values("The mill burned at Easter.") == [("Easter", None)]
