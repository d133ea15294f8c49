"""Two reports side by side, as a page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.client import Browser


@pytest.fixture
def pair(shown: Browser) -> tuple[str, str]:
    """Two of the example reports that share a claim: a wire report and the one that prints it."""
    story: Any = shown.json("/api/stories")["stories"]
    reports = story[0]["reports"]
    for a in reports:
        for b in reports:
            rows: Any = shown.json(f"/api/compare?a={a}&b={b}")["rows"] if a < b else []
            if any(row["grade"] == "same" for row in rows):
                return a, b
    raise AssertionError


def test_what_both_tell_stands_side_by_side(shown: Browser, pair: tuple[str, str]):
    """What is in both comes first, then what one tells alone, each leading to its words."""
    page = shown.open(f"/compare?a={pair[0]}&b={pair[1]}")
    assert "In both" in page.text
    assert "same claim" in page.text
    assert "Told by one alone" in page.text
    assert all(any(link.startswith(f"/report/{each}?at=") for link in page.links) for each in pair)


def test_each_telling_stands_there_once(shown: Browser, pair: tuple[str, str]):
    """Every unit of both reports is in one row, and changing sides changes nothing but the sides."""
    rows: Any = shown.json(f"/api/compare?a={pair[0]}&b={pair[1]}")["rows"]
    turned: Any = shown.json(f"/api/compare?a={pair[1]}&b={pair[0]}")["rows"]
    parts = [row[side]["part"] for row in rows for side in "ab" if row[side]]
    assert len(parts) == len(set(parts))

    def told(found: Any, one: str, other: str) -> set[tuple[str | None, str | None, str]]:
        return {(row[one] and row[one]["part"], row[other] and row[other]["part"], row["grade"]) for row in found}

    assert told(rows, "a", "b") == told(turned, "b", "a")


def test_one_report_asks_for_another(shown: Browser, pair: tuple[str, str]):
    """With one report named, the others of its story can be chosen."""
    page = shown.open(f"/compare?a={pair[0]}")
    choices = {given["value"] for tag, given in page.tags if given.get("type") == "radio"}
    assert len(choices) == 7
    assert pair[0] not in choices


def test_a_report_is_not_compared_with_itself(shown: Browser, pair: tuple[str, str]):
    """The same report twice makes no sense."""
    assert "both are the same report" in shown.open(f"/compare?a={pair[0]}&b={pair[0]}", 400).text


def test_words_that_differ_are_marked(shown: Browser):
    """Where two tellings differ, the words of both sides are marked."""
    story: Any = shown.json("/api/stories")["stories"]
    reports = story[0]["reports"]
    pages = [shown.open(f"/compare?a={a}&b={b}") for a in reports[:4] for b in reports[4:]]
    assert any(tag == "mark" for page in pages for tag, _ in page.tags)
