"""The columns of a time axis: as fine as a date was told, and broken where time is left out."""

from __future__ import annotations

import pytest

from whoseword.dossier.columns import Column, between, coarser, column_of, joined, missing, spoken_days, spoken_stretch


def col(begin: str | None, end: str | None) -> Column:
    """The column of a date that is one."""
    column = column_of(begin, end)
    assert column is not None
    return column


@pytest.mark.parametrize(
    ("begin", "end", "grain", "label", "under"),
    [
        ("2031-01-01", "2032-01-01", "year", ("2031",), ""),
        ("2031-05-01", "2031-06-01", "month", ("May",), "2031"),
        ("2031-05-02", "2031-05-03", "day", ("2",), "May 2031"),
        ("2031-05-05", "2031-05-12", "day", ("5",), "May 2031"),
        ("2031-05", None, "month", ("May",), "2031"),
        ("2031", None, "year", ("2031",), ""),
    ],
)
def test_a_column_is_as_fine_as_its_date(begin, end, grain, label, under):
    """A year stands in a column for the year, a month in one for the month, less in one for its first day."""
    column = col(begin, end)
    assert (column.grain, column.label, column.under) == (grain, label, under)


@pytest.mark.parametrize("told", [None, "", "soon", "2031-13", "9999", "<b>"])
def test_what_is_no_date_has_no_column(told):
    """Nothing is guessed from what is no date."""
    assert column_of(told, None) is None


def test_what_is_told_coarser_stands_first():
    """A year comes before its months, a month before its days."""
    days = [("2031-01-02", "2031-01-03"), ("2031-01-01", "2031-02-01"), ("2031-01-01", "2032-01-01")]
    assert [column.grain for column in sorted(col(*both) for both in days)] == ["year", "month", "day"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("2031-05-02", "2031-05-03", ""),
        ("2031-05-02", "2031-05-05", ""),
        ("2031-05-02", "2031-05-12", "9 d"),
        ("2031-05-02", "2031-12-02", "7 mo"),
        ("2011", "2031", "19 y"),
        ("2030", "2031", ""),
        ("2031-05", "2031-06", ""),
    ],
)
def test_a_break_says_how_long_it_is(before, after, told):
    """Where much time is left out between two columns it is told; a few days are no break."""
    assert missing(col(before, None), col(after, None)) == told


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("2003", "2009", ("2003–", "2009")),
        ("2031-03", "2031-08", ("Mar–", "Aug")),
        ("2031-05-15", "2031-05-23", ("15–", "23")),
        ("2031-05-15", "2032-01-02", ("2031–", "2032")),
    ],
)
def test_joined_columns_say_from_when_to_when(one, other, label):
    """Two columns put together are named by both ends."""
    assert joined(col(one, None), col(other, None)).label == label


def test_a_finer_column_can_be_made_coarser():
    """A day becomes its month or its year; what is coarser already stays."""
    day, year = col("2031-05-02", None), col("2031", None)
    assert coarser(day, "month") == col("2031-05", None)
    assert coarser(day, "year") == year == coarser(year, "month")


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2031", "2031", "2031"),
        ("3 May 2031", "9 May 2031", "3 to 9 May 2031"),
        ("3 May 2031", "9 June 2031", "3 May to 9 June 2031"),
        ("30 December 2030", "5 January 2031", "30 December 2030 to 5 January 2031"),
    ],
)
def test_what_two_days_share_is_said_once(first, last, told):
    """A stretch of days names month and year once where both ends have them."""
    assert between(first, last) == told


@pytest.mark.parametrize(
    ("begin", "end", "told"),
    [
        ("2031-05-02", "2031-05-03", "2 May 2031"),
        ("2031-05-01", "2031-06-01", "May 2031"),
        ("2031-01-01", "2032-01-01", "2031"),
        ("2031-01-01", "2031-04-01", "1 January to 31 March 2031"),
        ("2031-05", None, "May 2031"),
        (None, None, None),
    ],
)
def test_days_are_told_to_the_precision_known(begin, end, told):
    """A month is told as a month, and no day is made up for it."""
    assert spoken_days(begin, end) == told


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (["2031-05-02", "2031-05-09"], "2 to 9 May 2031"),
        (["2031-03", "2031-05-09"], "March to May 2031"),
        (["1979", "2031-05-09"], "1979 to 2031"),
        (["2025-05-02", "2031-05-09"], "2025 to 2031"),
        (["2031-05-02"], "2 May 2031"),
    ],
)
def test_a_stretch_is_named_no_finer_than_it_needs(told, name):
    """Days name a stretch of days, months one of months, years one of years."""
    assert spoken_stretch([col(one, None) for one in told]) == name
