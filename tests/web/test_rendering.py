"""What templates say: days, places, counts of origins."""

from __future__ import annotations

from typing import Any

import pytest

from whoseword.web.rendering import between, counted, day, origins, paged, spans_of, to_words


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ("2021-07-22", "2021-07-23", "22 July 2021"),
        ("2019-11-01", "2019-12-01", "November 2019"),
        ("2019-01-01", "2020-01-01", "2019"),
        ("2019-12-23", "2019-12-30", "23 December 2019 to 29 December 2019"),
        ("2021-07", None, "July 2021"),
        (None, None, "day not known"),
        ("BEFORE", "2020-01-01", "BEFORE to 1 January 2020"),
        ("2020-01-01", "2020-01-01", "1 January 2020"),
    ],
)
def test_stretches_of_days(begin: str | None, end: str | None, words: str):
    """The end is the day after the last; whole months and years are called so."""
    assert between(begin, end) == words


def test_days():
    """A day in words, without the hour; none is said to be none."""
    assert (day("2021-07-22T10:00"), day("2021"), day(None)) == ("22 July 2021", "2021", "no date")


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(2, 3, "●●○</span> 2 to 3 origins"), (1, 1, "●</span> 1 origin"), (0, 1, "○</span> 0 to 1 origins")],
)
def test_origins_are_marks_and_words(low: int, high: int, text: str):
    """A full mark for each that is sure, an open one for each that may be; the words say the same."""
    assert text in origins({"low": low, "high": high})


def test_origins_that_are_many_or_unknown_are_words_alone():
    """A row of marks that nobody can count is left out."""
    assert "●" not in origins({"low": 9, "high": 12})
    assert "cannot be counted" in origins({"low": None, "high": None})


def test_the_address_of_words():
    """Offsets stand in the address, the anchor behind it; without offsets it is the report."""
    place: dict[str, Any] = {"report": "ab", "spans": [[3, 9], [12, 20]]}
    assert to_words(place) == "/report/ab?at=3-9,12-20#at.words"
    assert to_words({**place, "spans": []}) == "/report/ab"
    assert spans_of("3-9,12-20", 20) == [(3, 9), (12, 20)]


def test_numbers_and_pages():
    """Numbers have their thousands parted; a list knows what is before and after."""
    assert (counted(1, "story", "stories"), counted(3026, "claim")) == ("1 story", "3,026 claims")
    assert paged(2, 101, 50) == {"number": 2, "last": 3, "count": 101, "first_row": 51, "before": 1, "after": 3}
    assert paged(1, 0, 50)["after"] is None
