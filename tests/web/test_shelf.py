"""What is kept ready: right as long as its mark is, packed in pages, found by id."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from typing import Any

import pytest

from tests.web.client import Browser
from whoseword.across import Story
from whoseword.store.marking import mark
from whoseword.web import shelf as shelves
from whoseword.web.shelf import PAGE, Shelf, in_series, shelved


@pytest.fixture
def told(shown: Browser) -> tuple[str, Story, str]:
    """The address of the store, its story, and the mark of it."""
    desk = shown.client.app.app.state.desk  # type: ignore[attr-defined]
    with desk.reading() as connection:
        (story,) = desk.stories(connection)
        return desk.settings.address, story, mark(connection, story.reports)


@pytest.fixture
def shelf(told: tuple[str, Story, str]) -> Iterator[Shelf]:
    """A shelf with nothing on it, in this process."""
    made = Shelf(told[0], own_process=False)
    yield made
    made.close()


def test_pages_hold_every_row_once(told: tuple[str, Story, str]):
    """The pages of a kind are its rows in order, and each row is found by its id."""
    found = shelved(told[0], told[1].reports, told[1].end)
    assert found.mark == told[2]
    for kind, count in found.counts.items():
        rows = found.rows(kind)
        assert len(rows) == count
        assert all(len(found.page(kind, at)) == PAGE for at in range(1, count // PAGE + 1))
    claims = found.rows("claims")
    assert [found.row("claims", row["claim"]) for row in claims] == claims
    assert found.row("claims", "ffffffffffff") is None
    assert found.page("claims", 99) == []


def test_what_is_there_is_given_again(shelf: Shelf, told: tuple[str, Story, str]):
    """The second time nothing is put together; under another mark it is not given out."""
    _, story, marked = told
    assert shelf.glance(story, marked) is None
    made = shelf.find(story, marked, patience=None)
    assert shelf.glance(story, marked) is made
    assert shelf.find(story, marked, patience=0) is made
    assert shelf.glance(story, "another") is None


def test_who_does_not_wait_gets_nothing_yet(shelf: Shelf, told: tuple[str, Story, str]):
    """Without patience there is no answer, and the next one finds it."""
    _, story, marked = told
    assert shelf.find(story, marked, patience=0) is None
    assert shelf.find(story, marked, patience=None) is not None


def test_the_oldest_goes_when_there_is_too_much(
    shelf: Shelf, told: tuple[str, Story, str], monkeypatch: pytest.MonkeyPatch
):
    """What nobody asked for longest makes room."""
    _, story, marked = told
    other = Story("another", "Another", story.reports[:2])
    shelf.find(story, marked, patience=None)
    monkeypatch.setattr(shelves, "MOST_BYTES", 1)
    made = shelf.find(other, "x", patience=None)
    assert shelf.glance(story, marked) is None
    assert made is not None
    assert shelf.glance(other, made.mark) is made


def test_a_process_that_was_killed_is_started_again(
    shelf: Shelf, told: tuple[str, Story, str], monkeypatch: pytest.MonkeyPatch
):
    """The story is put together all the same."""

    class Killed:
        def submit(self, *_: Any) -> None:
            raise BrokenExecutor

    monkeypatch.setattr(shelf, "_executor", Killed())
    _, story, marked = told
    assert shelf.find(story, marked, patience=None) is not None


def test_it_works_in_a_process_of_its_own(told: tuple[str, Story, str]):
    """As it is served: the same rows from another process."""
    address, story, marked = told
    shelf = Shelf(address, own_process=True)
    try:
        assert shelf.find(story, marked, patience=None) == shelved(address, story.reports, story.end)
    finally:
        shelf.close()


def test_figures_stand_by_series():
    """Rows of one series come together, the longest series first."""
    what: dict[str, Any] = {"of": "people", "where": None, "unit": None, "definition": None}
    rows = [{"series": name, "value": at, **what} for at, name in enumerate("abb")]
    found = in_series(rows)
    assert [(row["series"], [point["value"] for point in row["points"]]) for row in found] == [
        ("b", [1, 2]),
        ("a", [0]),
    ]
