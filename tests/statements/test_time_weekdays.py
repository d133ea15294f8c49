"""Weekdays within a named week, counted from a date told before, or from an event that has none."""

import pytest

from tests.reading_times import values

THURSDAY = "2021-07-22"
pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mill burned on Monday of last week.", "Monday of last week", "2021-07-12"),
        ("The mill will close on Friday next week.", "Friday next week", "2021-07-30"),
        ("The mill burned on 3 May. The following Monday it rained.", "The following Monday", "2021-05-10"),
        ("The mill burned on 4 May. The previous Friday it rained.", "The previous Friday", "2021-04-30"),
        ("The following Monday it rained.", "The following Monday", None),
        ("The mill burned on the Monday after the vote.", "the Monday", None),
        ("The mill burned late on Tuesday.", "late on Tuesday", "2021-07-20"),
        ("The mill burned last Friday morning.", "last Friday morning", "2021-07-16TMO"),
        ("The mayor said so in a Tuesday statement.", "Tuesday", "2021-07-20"),
        ("He agreed to a Tuesday public hearing.", "Tuesday", "2021-07-20"),
        ("The guards failed in a Monday night raid.", "Monday night", "2021-07-19TNI"),
        ("The vote, planned for next Tuesday, July 27, may slip.", "next Tuesday, July 27", "2021-07-27"),
        ("As of late Tuesday, nobody had come.", "late Tuesday", "2021-07-20"),
    ],
)
def test_weekdays_with_words_that_say_which(text, words, value):
    """What counts from an event without a date stays without a value."""
    assert (words, value) in values(text, THURSDAY)


@pytest.mark.parametrize(
    "sentence",
    ["She read the Sunday Times.", "He had a friday feeling.", "It was a Monday.", "He reads on a Monday night."],
)
def test_what_is_no_weekday_of_the_report(sentence):
    """Names of papers, moods, and one Monday of many."""
    assert values(sentence, THURSDAY) == []
