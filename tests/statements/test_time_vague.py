"""Times that name no date: past, present, future, the night before, the new year."""

import pytest

from tests.reading_times import values

THURSDAY = "2021-07-22"
pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The lake froze overnight.", "overnight", "2021-07-21TNI"),
        ("The lake will freeze overnight.", "overnight", "2021-07-22TNI"),
        ("The mayor had earlier refused.", "earlier", "PAST_REF"),
        ("It was, at one point, the largest mill.", "one point", "PAST_REF"),
        ("The mill will close at some point.", "some point", "FUTURE_REF"),
        ("The mill will close in the near term.", "the near term", "FUTURE_REF"),
        ("The mill stands to this day.", "to this day", "PRESENT_REF"),
        ("The mill will close in the new year.", "the new year", "2022"),
        ("They began a daylong strike.", "daylong", "P1D"),
        ("Sales have fallen in recent years.", "recent years", "PAST_REF"),
        ("The guild had, at one point, set a record.", "one point", "PAST_REF"),
        ("As she did in the past with her other mill, she sold it.", "the past", "PAST_REF"),
        ("She hopes that one day the mill will turn again.", "one day", "FUTURE_REF"),
        ("They talked of the mills of tomorrow.", "tomorrow", "FUTURE_REF"),
    ],
)
def test_words_that_name_no_date(sentence, words, value):
    """Their value says on which side of the report they lie, or how long they are."""
    assert (words, value) in values(sentence, THURSDAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "An overnight ferry sank.",
        "An earlier plan failed, and the vote was earlier than planned.",
        "The future of the mill is open.",
        "It was a long-term plan with one point of doubt.",
        "He wore a hat at the new year of the moon calendar.",
        "The tape holds 40 hours of music.",
        "It was the third strike in as many weeks.",
    ],
)
def test_near_misses_of_vague_times(sentence):
    """Attributes, comparisons and other senses of the same words."""
    assert values(sentence, THURSDAY) == []


def test_overnight_needs_the_day_of_publication():
    """Without it there is no night to name."""
    assert values("The lake froze overnight.") == [("overnight", None)]
