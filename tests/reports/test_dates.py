"""Words and addresses are read as the date that they are, or told to be none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.reports.dates import date_in_url, parse_date


@pytest.mark.parametrize(
    "words",
    [
        "2021-07-22",
        "2021-07-22T23:30:00Z",
        "2021-07-22 10:00:00.5+02:00",
        "20210722",
        "2021/07/22",
        "2021.7.22",
        "July 22, 2021",
        "Jul. 22 2021",
        "Thursday, July 22nd, 2021, 10:30 a.m. EDT",
        "22 July 2021",
        "Thu, 22 Jul 2021 10:00:00 +0000",
        "22/07/2021",
        "07/22/2021",
    ],
)
def test_common_forms_give_one_day(words: str) -> None:
    """ISO, American, British and e-mail forms of a day give the same value."""
    assert parse_date(words).value == "2021-07-22"


@pytest.mark.parametrize(("words", "value"), [("2021", "2021"), ("2021-07", "2021-07"), ("July 2021", "2021-07")])
def test_a_date_keeps_its_precision(words: str, value: str) -> None:
    """A month or a year alone is no day."""
    assert parse_date(words).value == value


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("2021-02-30", "date-impossible"),
        ("2021-13-01", "date-impossible"),
        ("February 29, 2021", "date-impossible"),
        ("1499-12-31", "date-impossible"),
        ("2201-01-01", "date-impossible"),
        ("03/04/2021", "date-ambiguous"),
        ("22/07/21", "date-ambiguous"),
        ("yesterday", "date-unreadable"),
        ("1626912000", "date-unreadable"),
        ("٢٠٢١-٠٧-٢٢", "date-unreadable"),
        ("2021-07-22" + "x" * 500, "date-unreadable"),
    ],
)
def test_a_date_that_cannot_be_used_is_a_problem(words: str, code: str) -> None:
    """What is not in the calendar, not clear or not a date is told and gives no value."""
    parsed = parse_date(words)
    assert (parsed.value, parsed.problem and parsed.problem.code) == (None, code)


@given(st.text(max_size=40) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/., ]{1,2}[0-9]{1,4}", fullmatch=True))
def test_any_string_is_a_date_or_a_problem(words: str) -> None:
    """No string raises, and each gives either a value or a problem."""
    parsed = parse_date(words)
    assert (parsed.value is None) == (parsed.problem is not None)


@given(st.dates())
def test_every_day_in_range_comes_back(day: object) -> None:
    """The ISO form of a day from 1500 to 2200 is its value; other years are impossible."""
    value = parse_date(str(day)).value
    assert value == (str(day) if "1500" <= str(day)[:4] <= "2200" else None)


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://courier.example/2021/07/22/ferry-late", "2021-07-22"),
        ("https://courier.example/world/2021/jul/22/ferry", "2021-07-22"),
        ("https://courier.example/2021-07-22-ferry.html", "2021-07-22"),
        ("https://courier.example/news/20210722/ferry", "2021-07-22"),
        ("https://courier.example/2021/07/ferry-late", "2021-07"),
        ("https://courier.example/2021/07/9-things-to-know", "2021-07"),
    ],
)
def test_a_date_in_an_address_is_found(url: str, value: str) -> None:
    """Years, months and days as folders or in the last part of an address make a date."""
    taken = date_in_url(url)
    assert taken is not None
    assert taken.value == value


@pytest.mark.parametrize(
    "url", ["https://courier.example/ferry", "https://x.example/12345678/a", "https://x.example/2021/99/1", "https://["]
)
def test_other_numbers_in_an_address_are_no_date(url: str) -> None:
    """Article and section numbers are not taken for a date."""
    assert date_in_url(url) is None
