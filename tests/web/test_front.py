"""Home, and the pages of a story."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from tests.web.client import Browser
from whoseword.web import front
from whoseword.web.front import KINDS
from whoseword.web.shelf import Shelved


@pytest.fixture
def story(shown: Browser) -> str:
    """The address of the story in the examples."""
    return shown.open("/").link("^/story/")


def test_home_has_stories_and_what_changed(shown: Browser):
    """The first page lists the stories with what they hold, the newest changes, and a box for searching."""
    page = shown.open("/")
    assert "1 story, 8 reports" in page.text
    assert "15 March 2023 to 13 March 2024" in page.text
    assert "Newest changes update" in page.text
    assert ("form", {"class": "quick", "role": "search", "action": "/search", "method": "get"}) in page.tags


def test_an_empty_store_says_what_to_do(empty: Browser):
    """Where there is nothing yet, the page leads to where reports are added."""
    page = empty.open("/")
    assert "Nothing is in this store yet" in page.text
    assert "/add" in page.links


def test_the_front_of_a_story_has_all_panels(shown: Browser, story: str):
    """Claims with their origins, what is owed, figures, changes and who spoke, each leading to all of them."""
    page = shown.open(story)
    for words in ("Claims", "Owed and due", "Figures", "Changes", "Who spoke", "as of 13 March 2024"):
        assert words in page.text
    assert {f"{story}/{kind}" for kind in KINDS} <= set(page.links)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_page(shown: Browser, story: str, kind: str):
    """The page of a kind has as many rows as its heading says, and says how many there are."""
    page = shown.open(f"{story}/{kind}")
    rows = sum(tag == "li" and given.get("class", "").startswith("item") for tag, given in page.tags)
    assert 0 < rows <= 50
    assert f"1 to {rows} of" in page.text


def test_long_lists_are_in_pages(shown: Browser, story: str):
    """What does not fit on one page goes on on the next, and nothing is there twice."""
    first, second = (shown.open(f"{story}/claims?page={number}") for number in (1, 2))
    claims = [{link for link in page.links if link.startswith("/claim/")} for page in (first, second)]
    assert claims[0].isdisjoint(claims[1])
    assert f"{story}/claims?page=2" in first.links
    assert "page 2 of" in second.text


def test_an_unknown_kind_is_not_found(shown: Browser, story: str):
    """A story has no page of any other kind."""
    shown.open(f"{story}/rumours", 404)


def test_claims_lead_to_their_words(shown: Browser, story: str):
    """From the first page it is three clicks to the exact words: story, claim, report."""
    claim = shown.open(story).link("^/claim/")
    words = shown.open(claim).link(r"^/report/\w+\?at=")
    page = shown.open(words)
    assert any(given.get("id") == "at.words" for _, given in page.tags)


def test_keys_are_documented(shown: Browser):
    """Each access key of a page is told on the page of keys."""
    told = shown.open("/keys")
    keys = {
        given["accesskey"] for page in (told, shown.open("/search")) for _, given in page.tags if "accesskey" in given
    }
    assert all(f"<kbd>{key}</kbd>" in told.source for key in keys)


def test_a_store_of_few_stories_shows_their_main_claims_at_once(shown: Browser, monkeypatch: pytest.MonkeyPatch):
    """One click from the start page to who stands behind a claim; of many stories only their names stand there."""
    shown.open(shown.open("/").link("^/story/"))
    claims = [link for link in shown.open("/").links if link.startswith("/claim/")]
    assert len(claims) == front.HOME_CLAIMS
    assert "Who stands behind it" in shown.open(claims[0]).text
    monkeypatch.setattr(front, "FEW_STORIES", 0)
    assert [link for link in shown.open("/").links if link.startswith("/claim/")] == []


def test_what_is_told_in_a_reports_own_voice_alone_stands_last():
    """Main claims keep their order, but for what a single report tells and nobody is cited for."""

    def claim(name: str, reports: int, *ends: str) -> dict[str, object]:
        return {"claim": name, "reports": reports, "origins": [{"units": [{"end": end}]} for end in ends]}

    rows = [
        claim("own", 1, "author"),
        claim("open", 1, "unknown"),
        claim("said", 1, "named"),
        claim("two", 2, "author"),
    ]
    book = cast("Shelved", SimpleNamespace(page=lambda *_: rows))
    assert [row["claim"] for row in front._main(book)] == ["said", "two", "own", "open"]


def test_a_change_of_status_is_told_in_plain_words(shown: Browser):
    """A status or a day is no quotation: it stands without marks, as in the dossier."""
    text = shown.open(f"{shown.open('/').link('^/story/')}/changes").text
    assert "1 December 2023 " in text
    assert "put off" in text
    assert "“2023-12-01”" not in text
    assert "“not-done”" not in text
