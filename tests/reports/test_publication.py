"""A publication date is taken where nothing speaks against it, and says where it comes from."""

from __future__ import annotations

import pytest

from whoseword.model import Published
from whoseword.reports.publication import Clue, Clues, published_when
from whoseword.reports.words import paragraphs


def published(
    *dates: str, url: str | None = None, text: str = "The ferry was late.", codes: list[str] | None = None
) -> Published:
    """What is taken; the problems must have exactly these `codes`."""
    clues = tuple(Clue(words, "field date") for words in dates)
    dated = published_when(Clues(clues, url, text, paragraphs(text)))
    assert [problem.code for problem in dated.problems] == (codes or [])
    return dated.published


def test_no_date_is_made_up() -> None:
    """Without any date there is none."""
    assert published() == Published(None, "none")


def test_a_given_date_goes_before_the_address() -> None:
    """Both agree, and the origin is the given one."""
    assert published("2021-07-22", url="https://c.example/2021/07/22/a") == Published("2021-07-22", "given")


def test_the_address_stands_in_for_a_bad_date() -> None:
    """An impossible date is told and not used; the address's is."""
    taken = published("2021-02-30", url="https://c.example/2021/07/22/a", codes=["date-impossible"])
    assert taken == Published("2021-07-22", "url")


def test_an_impossible_day_in_an_address_is_told() -> None:
    """/2021/02/30/ is meant as a day and is none."""
    assert published(url="https://c.example/2021/02/30/a", codes=["date-impossible"]).value is None


def test_dates_that_disagree_are_told() -> None:
    """The address is three months off: the given date is used and the problem names both."""
    taken = published("2021-07-22", url="https://c.example/2021/04/02/a", codes=["dates-disagree"])
    assert taken == Published("2021-07-22", "given")


def test_a_day_between_time_zones_is_no_contradiction() -> None:
    """An address one day later than the given date is the same evening elsewhere."""
    assert published("2021-07-22", url="https://c.example/2021/07/23/a").value == "2021-07-22"


@pytest.mark.parametrize(
    "text",
    [
        "Ferry Late\n\nPublished: July 22, 2021\n\nThe ferry was late.\n\nAgain.",
        "Ferry Late\n\nPosted on 22 July 2021 at 10:30 | Updated July 30, 2021\n\nThe ferry was late.\n\nAgain.",
        "Ferry Late\n\nJuly 22, 2021\n\nThe ferry was late.\n\nAgain.",
        "PORT SABEL, July 22, 2021 — The ferry was late.",
        "PORT SABEL, Morvane, July 22, 2021 (Northline) - The ferry was late.",
    ],
)
def test_the_text_tells_its_own_date(text: str) -> None:
    """A publication line, a date alone in a line and a dateline with the year count as `text`."""
    assert published(text=text) == Published("2021-07-22", "text")


@pytest.mark.parametrize(
    "text",
    [
        "PORT SABEL, July 22 — The ferry was late.",
        "The ferry sank on July 22, 2021.",
        "Published documents show that the ferry sank on July 22, 2021.",
    ],
)
def test_a_date_in_the_story_is_not_the_report_s(text: str) -> None:
    """A dateline without a year, and dates of events, tell nothing of the publication."""
    assert published(text=text) == Published(None, "none")


def test_a_date_before_the_dateline_is_not_used() -> None:
    """A report cannot be out before it was written: the dateline's day is taken."""
    text = "PORT SABEL, July 22, 2021 — The ferry was late."
    assert published("2021-07-02", text=text, codes=["published-before-dateline"]) == Published("2021-07-22", "text")


def test_a_date_long_after_the_dateline_is_not_used() -> None:
    """A date years into the future of the report's own text is told and not used."""
    text = "PORT SABEL, July 22, 2021 — The ferry was late."
    assert published("2031-07-22", text=text, codes=["dates-disagree"]) == Published("2021-07-22", "text")


def test_a_date_some_days_after_the_dateline_is_used() -> None:
    """A weekly prints within the week."""
    text = "PORT SABEL, July 22, 2021 — The ferry was late."
    assert published("2021-07-26", text=text) == Published("2021-07-26", "given")


def test_a_date_before_what_the_text_tells_is_not_used() -> None:
    """A report of July 22 cannot tell what somebody said on July 25."""
    text = "The ferry was late, the master said on July 25, 2021."
    assert published("2021-07-22", text=text, codes=["published-before-events"]).value is None


def test_a_plan_for_a_later_day_is_no_contradiction() -> None:
    """What is to happen may lie after the publication."""
    text = "The ferry will sail again on July 25, 2021, and talks will be held on August 1, 2021."
    assert published("2021-07-22", text=text).value == "2021-07-22"
