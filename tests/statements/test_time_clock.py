"""The day that an hour lies on."""

import pytest

from tests.reading_times import values

THURSDAY = "2021-07-22"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 11:20 local time (0920 UTC) on Tuesday the pier gave way.", ["2021-07-20T11:20", "2021-07-20T09:20Z"]),
        ("A barge sank on Tuesday. It fell over at 9:54 a.m. local time.", ["2021-07-20", "2021-07-20T09:54"]),
        ("A barge sank on Tuesday.\n\nAt 9:54 a.m. it rained.", ["2021-07-20", "2021-07-22T09:54"]),
    ],
)
def test_an_hour_lies_on_the_day_told_near_it(text, expected):
    """Behind a bracket with another zone, or before it in the paragraph; over its end, on the day of publication."""
    assert [value for _, value in values(text, THURSDAY)][: len(expected)] == expected
