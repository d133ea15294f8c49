"""What is stored after a fetch."""

from __future__ import annotations

import pytest

from whoseword.across.intake import Visit
from whoseword.fetching.outcome import failed, retry_after
from whoseword.model import Problem

GONE = Problem("page-gone", "https://aldmoor.example/dam: gone")
URL = "https://aldmoor.example/dam"


@pytest.mark.parametrize(
    ("failures", "wait"), [(0, 60), (1, 120), (2, 240), (10, 61_440), (11, 86_400), (1000, 86_400)]
)
def test_each_failure_doubles_the_wait_up_to_a_day(failures, wait):
    """The next try comes later each time, and at most a day later."""
    after = failed(Visit(URL, failures=failures), GONE, now=0.0)
    assert (after.failures, after.fault) == (failures + 1, GONE.message)
    assert after.retry == failed(Visit(URL), GONE, now=0.0, retry_after=wait).retry


def test_what_a_server_asks_for_counts_where_it_is_longer():
    """Of the two waits, the longer one holds."""
    assert failed(Visit(URL), GONE, now=0.0, retry_after=7200).retry == "1970-01-01T02:00:00+00:00"
    assert failed(Visit(URL), GONE, now=0.0, retry_after=5).retry == "1970-01-01T00:01:00+00:00"


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120),
        (" 120 ", 120),
        ("0", 0),
        ("999999999", 604_800),
        ("Thu, 01 Jan 1970 00:10:00 GMT", 600),
        ("Thu, 01 Jan 1970 00:10:00 -0000", 600),
        ("Mon, 01 Jan 1900 00:00:00 GMT", 0),
        ("", None),
        ("-5", None),
        ("1e9", None),
        ("tomorrow", None),
        ("Thu, 99 Jan 1970 00:10:00 GMT", None),
        ("9" * 200, None),
    ],
)
def test_retry_after_is_read_in_both_forms(told, seconds):
    """A number of seconds or a date, within a week; nothing where it is neither."""
    assert retry_after({"retry-after": told}, now=0.0) == seconds
