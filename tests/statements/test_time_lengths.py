"""Lengths of time, and what is counted: added, tied by hyphens, measured from an event; near misses."""

import pytest

from tests.reading_times import values

THURSDAY = "2021-07-22"


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "sentence", "value"),
    [
        ("two years and three months", "The siege lasted two years and three months.", "P2Y3M"),
        ("two-and-a-half-year", "It was a two-and-a-half-year siege.", "P2.5Y"),
        ("single-day", "It was the worst single-day loss.", "P1D"),
        ("a month-long", "They began a month-long strike.", "P1M"),
        ("full-year", "The mill told its full-year results.", "P1Y"),
        ("days", "It rained days after the vote.", "PXD"),
        ("a month", "It rained a month into the strike.", "P1M"),
        ("days", "In a matter of days the mill was sold.", "PXD"),
        ("Every few years", "Every few years the dam breaks.", "PXY"),
        ("years ago", "The mill closed some years ago.", "PAST_REF"),
        ("previous years", "Sales rose in previous years.", "PAST_REF"),
        ("the years to come", "Sales will rise in the years to come.", "FUTURE_REF"),
        ("two years", "The mill will be sold in two years’ time.", "2023"),
        ("the closing months of 2020", "Sales fell in the closing months of 2020.", "2020"),
        ("2020/21", "Sales fell in 2020/21 and rose again.", "2020/2021"),
        ("2020", "In 2020’s budget there was a hole.", "2020"),
        ("the 1990’s", "In the 1990’s there was a hole.", "199"),
        ("Last July 4", "Last July 4 it rained.", "2021-07-04"),
        ("the 15th of this month", "It rained on the 15th of this month.", "2021-07-15"),
        ("monday", "It rained on monday.", "2021-07-19"),
        ("mid-afternoon", "Rain fell in mid-afternoon.", "2021-07-22TAF"),
        ("20.15 local time", "The bell fell at 20.15 local time.", "2021-07-22T20:15"),
        ("late-morning", "The bell fell in late-morning fog.", "2021-07-22TMO"),
        ("2 1/2 years", "The siege lasted 2 1/2 years.", "P2.5Y"),
        ("a half-hour", "They held a half-hour talk.", "PT30M"),
        ("a year", "It was the end of a year of losses.", "P1Y"),
        ("a year", "It was the third flood in a year.", "P1Y"),
        ("two weeks", "The flood is the second in two weeks.", "P2W"),
        ("the last month", "No boat has come for the last month.", "P1M"),
        ("a day", "Some 90 people a day leave the town.", "P1D"),
        ("Two weeks or so ago", "Two weeks or so ago, the dam broke.", "2021-07-08"),
        ("five years ago", "It has 40 boats, down from 6,000 five years ago.", "2016"),
        ("1,200 days ago", "She left 1,200 days ago.", "2018-04-09"),
    ],
)
def test_more_lengths_and_forms(words, sentence, value):
    """Lengths that are added, tied by hyphens or measured from an event, and other forms of the news."""
    assert (words, value) in values(sentence, THURSDAY)


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Three quarters of the voters stayed away.",
        "Boys and 19-year-olds were hired.",
        "The mayor, aged 84 years, resigned.",
        "The bi-annual fair was held.",
        "The bank made a third quarter-point cut.",
        "May she rest in peace.",
        "March Madness was cancelled.",
        "The film runs 03:18 in all.",
        "He sat on the 15th floor of the mill.",
    ],
)
def test_what_else_only_looks_like_a_time(sentence):
    """Fractions, ages, wishes, names, playing times and floors are no times."""
    assert values(sentence, THURSDAY) == []


@pytest.mark.model
def test_counting_from_a_day_is_as_precise_as_the_unit():
    """Four years before a day is a year, not that day again."""
    assert ("four years earlier", "2017") in values("She met him on Friday and wed four years earlier.", THURSDAY)
