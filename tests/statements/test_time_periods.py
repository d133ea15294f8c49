"""Periods that reports compare: quarters, the same period of another year, the day and the week of the report."""

from __future__ import annotations

import pytest

from tests.reading_times import times_in, values

THURSDAY = "2021-07-22"
pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In the second quarter, sales rose 3% over the same period of 2020.", "the same period of 2020", "2020-Q2"),
        ("Sales in June rose from those in the same month last year.", "the same month last year", "2020-06"),
        (
            "In the last quarter of 2020 sales doubled over the same quarter last year.",
            "the same quarter last year",
            "2019-Q4",
        ),
        ("Sales rose from the same period last year.", "the same period last year", "2020"),
        (
            "In the first quarter of 2019 it earned 4 crowns; in the year-ago period 3.",
            "the year-ago period",
            "2018-Q1",
        ),
        ("Profit fell from the year-earlier third quarter.", "the year-earlier third quarter", "2020-Q3"),
        ("Sales rose in the second quarter, from 4 million a year ago.", "a year ago", "2020-Q2"),
        ("Sales on Monday were up 3% from a year earlier.", "a year earlier", "2020"),
        ("Sales rose in June, from 4 million in the 2019 period.", "the 2019 period", "2019-06"),
        ("In the second quarter it earned 4 crowns, after a year-ago loss.", "a year-ago", "2020-Q2"),
        ("Profit fell from a year-ago 4 million.", "a year-ago", "2020"),
        ("Profit fell from the previous year.", "the previous year", "2020"),
    ],
)
def test_periods_of_another_year(text, words, value):
    """Counted from the month or quarter told before; without one, as far as the year that is told."""
    assert (words, value) in values(text, THURSDAY)


@pytest.mark.parametrize("words", ["the year-ago quarter", "the same period"])
def test_a_period_that_nothing_names_has_no_value(words):
    """No month and no quarter is told before it."""
    assert [found for _, found in values(f"Profit fell from {words}.", THURSDAY)] == [None]
    assert values("Profit has fallen since then.", THURSDAY) == [("then", None)]


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("Last year’s third quarter was poor.", "Last year’s third quarter", "2020-Q3"),
        ("The 2020 fourth quarter was poor.", "The 2020 fourth quarter", "2020-Q4"),
        ("Sales fell in the final quarter of 2020.", "the final quarter of 2020", "2020-Q4"),
        ("Sales fell in the December quarter.", "the December quarter", "2020-Q4"),
        ("Sales fell in the December 2019 quarter.", "the December 2019 quarter", "2019-Q4"),
        ("Sales fell in 1Q.", "1Q", "2021-Q1"),
        ("First-half profit fell.", "First-half", "2021-H1"),
        ("Sales rose in the latest quarter.", "the latest quarter", "2021-Q2"),
        ("Sales rose in the quarter.", "the quarter", "2021-Q2"),
        ("The third quarter of fiscal 2021 was poor.", "The third quarter of fiscal 2021", "FY2021-Q3"),
        ("Its fiscal third quarter was poor.", "fiscal third quarter", None),
        ("Sales fell in the quarter ended June 30.", "the quarter", "P1Q"),
        ("Sales fell in the year to March.", "the year", "P1Y"),
        ("Sales fell in the week of July 5.", "the week of July 5", "2021-W27"),
    ],
)
def test_quarters_and_weeks(sentence, words, value):
    """A fiscal quarter is no stretch of the calendar: without its year it has no value."""
    assert (words, value) in values(sentence, THURSDAY)


def test_a_present_headline_in_february_tells_of_the_quarter_that_has_been():
    """Nobody posts the loss of a quarter that begins in eight months."""
    assert ("fourth-quarter", "2008-Q4") in values("Mill posts fourth-quarter loss", "2009-02-10")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Shares fell on Tuesday and ended the day at 4 crowns.", "the day", "2021-07-20"),
        ("Shares ended the day at 4 crowns.", "the day", "2021-07-22"),
        ("Shares are down since Tuesday and ended the day at 4 crowns.", "the day", "2021-07-22"),
        ("Shares fell on Tuesday; by the end of the day they had risen.", "the end of the day", "2021-07-20"),
        ("Shares closed the week at 4 crowns.", "the week", "2021-W29"),
        ("Shares fell for a second consecutive day.", "a second consecutive day", "2021-07-22"),
        ("Shares fell for the third day in a row.", "the third day", "2021-07-22"),
        ("It rained on 3 May. Since then the lake has risen.", "then", "2021-05-03"),
        ("At the time, the lake was low.", "the time", "PAST_REF"),
    ],
)
def test_the_day_and_the_week_of_the_report(text, words, value):
    """The day told before in the paragraph, unless only as a border, else that of the report."""
    assert (words, value) in values(text, THURSDAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was the dish of the day.",
        "She won the player of the year award.",
        "The day of the vote was cold.",
        "He worked for the day shift.",
        "The sides drew in the first half.",
        "The then mayor left at the time of the vote.",
        "He had left by the time the vote began.",
        "The 2nd day was cold.",
    ],
)
def test_what_is_no_period_of_the_report(sentence):
    """Prizes, shifts, halves of a match and what the words behind it name."""
    assert values(sentence, THURSDAY) == []


def test_the_anchor_of_a_period_is_told():
    """`anchor` holds the quarter that the period was counted from."""
    text = "In the second quarter, sales rose 3% over the same period of 2020."
    quarter, period = times_in(text, THURSDAY)
    assert period.anchor == quarter.span
    assert (period.begin, period.end) == ("2020-04-01", "2020-07-01")
