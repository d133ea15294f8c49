"""Which of two reports came first."""

from __future__ import annotations

import pytest

from whoseword.ledger.order import days, meet, order


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2031-05-08", "2031-05-09", "before"),
        ("2031-05-09", "2031-05-08", "after"),
        ("2031-05-08", "2031-05-08T17:30:00Z", "same"),
        ("2031-05", "2031-05-08", "unknown"),
        ("2031-05", "2031-05", "unknown"),
        ("2031-04", "2031-05-08", "before"),
        ("2031", "2032-01-01", "before"),
        (None, "2031-05-08", "unknown"),
        ("2031-W19", "2031-05-08", "unknown"),
        ("2031-13-40", "2031-05-08", "unknown"),
    ],
)
def test_order_is_told_only_where_the_dates_tell_it(a, b, expected):
    """A month and a day inside it have no order; what is no date has none either."""
    assert order(a, b) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2031-12", "2032-01-01"), ("2031", "2032-01-01"), ("2031-12-31", "2032-01-01"), ("2031-02", "2031-03-01")],
)
def test_days_end_where_the_next_begin(value, expected):
    """A month, a year and a day are half-open."""
    found = days(value)
    assert found is not None
    assert found[1].isoformat() == expected


def test_the_last_year_of_the_calendar_has_no_days():
    """What ends behind the calendar is not compared."""
    assert days("9999") is None


def test_intervals_meet_where_they_share_a_day():
    """Half-open intervals that only touch do not meet; an open end meets what lies behind it."""
    assert meet(("2031-05-01", "2031-06-01"), ("2031-05-31", "2031-06-02"))
    assert not meet(("2031-05-01", "2031-06-01"), ("2031-06-01", "2031-06-02"))
    assert meet((None, None), ("2031-06-01", "2031-06-02"))
    assert not meet(("2031-06-01", None), ("2031-05-01", "2031-06-01"))
