"""The page of a source across the store."""

from __future__ import annotations

from tests.web.client import Browser


def test_a_source_has_what_it_said_in_each_report(shown: Browser):
    """A name that several reports have is one source; its statements lead to their words."""
    story = shown.open("/").link("^/story/")
    pages = [shown.open(link) for link in shown.open(f"{story}/sources").links if link.startswith("/source/")][:20]
    page = next(page for page in pages if "Spoken of in 1 report." not in page.text)
    assert "What it said" in page.text
    assert page.link(r"^/report/\w+\?at=")


def test_somebody_unnamed_stays_in_one_report(shown: Browser):
    """Without a name, nobody is taken for somebody in another report, and the page says so."""
    story = shown.open("/").link("^/story/")
    links = [link for link in shown.open(f"{story}/sources").links if link.startswith("/source/")]
    unnamed = [page for page in map(shown.open, links) if "· unnamed" in page.text]
    assert unnamed
    assert all("Spoken of in 1 report. Somebody unnamed is never taken" in page.text for page in unnamed)
