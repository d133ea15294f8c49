"""What was found in a document becomes a report that says of each fact where it was found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from whoseword.model import Problem, Published, Report
from whoseword.reports.building import ReadOptions, build, where
from whoseword.reports.given import Article, Found, Given, Unread

TEXT = "Gate opens\n\nThe dam waits no more\n\nThe gate of the dam opened on Monday, the keeper said.\n\nIt rained."
PAGE = Article(
    TEXT,
    "trafilatura 2",
    title=Found("Gate opens", "json-ld headline"),
    dek=Found("The dam waits no more", "og:description"),
    byline=(Found("Ada Rook", "json-ld author"), Found("Tom Bell", "byline element")),
    outlet=Found("Courier", "og:site_name"),
    url=Found("https://c.example/gate", "link canonical"),
    published=(Found("2031-05-08T10:00:00Z", "json-ld datePublished"),),
    modified=(Found("2031-05-09", "meta article:modified_time"),),
)
HAD = Given(
    "https://c.example/gate?x=1", b"<p>", url="https://c.example/gate?x=1", captured="2031-06-01T00:00:00+00:00"
)


def built(article: Article = PAGE, given: Given = HAD, **options: Any) -> tuple[Report, tuple[Problem, ...]]:
    received = build(article, given, ReadOptions(**options))
    assert not isinstance(received, Unread)
    return received


def test_a_page_gives_all_that_it_tells() -> None:
    """Each field with its place; the parts of the text are found by the page's own title and standfirst."""
    report, problems = built()
    assert problems == ()
    assert (report.title, report.dek, report.byline) == (
        "Gate opens",
        "The dam waits no more",
        ("Ada Rook", "Tom Bell"),
    )
    assert (report.outlet, report.url) == ("Courier", "https://c.example/gate")
    assert (report.published, report.modified) == (Published("2031-05-08", "metadata"), "2031-05-09")
    assert [part.kind for part in report.parts] == ["title", "dek", "body"]
    assert (report.captured, report.extracted_by) == ("2031-06-01T00:00:00+00:00", "trafilatura 2")
    assert dict(report.told_by) == {
        "title": "json-ld headline",
        "dek": "og:description",
        "byline": "json-ld author, byline element",
        "outlet": "og:site_name",
        "url": "link canonical",
        "published": "json-ld datePublished",
        "modified": "meta article:modified_time",
    }


def test_what_is_told_nowhere_is_not_known() -> None:
    """A page without facts has none, but for the address that it was fetched from."""
    report, _ = built(Article(TEXT, "trafilatura 2"))
    assert (report.outlet, report.published, report.modified) == (None, Published(), None)
    assert report.url == HAD.url
    assert dict(report.told_by) == {"title": "text", "dek": "text", "url": "address"}


@pytest.mark.parametrize(
    ("published", "code", "value"),
    [
        (("2091-05-08", "2031-05-08"), "published-after-capture", "2031-05-08"),
        (("2091-05-08",), "published-after-capture", None),
        (("2031-06-02",), None, "2031-06-02"),
        (("2031-02-30", "2031-05-08"), "date-impossible", "2031-05-08"),
    ],
)
def test_a_day_that_cannot_be_is_not_used(published: tuple[str, ...], code: str | None, value: str | None) -> None:
    """What lies after the fetch is refused and the next clue is taken; in Sydney it is tomorrow already."""
    clues = tuple(Found(words, f"clue {at}") for at, words in enumerate(published))
    report, problems = built(replace(PAGE, published=clues, modified=()))
    assert report.published.value == value
    assert [problem.code for problem in problems] == ([code] if code else [])


def test_a_change_before_the_publication_is_not_believed() -> None:
    """Some systems give the day on which a template was changed."""
    report, problems = built(replace(PAGE, modified=(Found("2019-01-01", "meta"),)))
    assert report.modified is None
    assert [problem.code for problem in problems] == ["modified-before-published"]


def test_the_day_of_a_feed_is_the_last_to_believe() -> None:
    """It counts where the page tells none, and only there."""
    feed = replace(HAD, published=Found("2031-05-20", "feed item"))
    assert built(given=feed)[0].published.value == "2031-05-08"
    report, _ = built(replace(PAGE, published=(), modified=()), feed)
    assert (report.published, dict(report.told_by)["published"]) == (Published("2031-05-20", "metadata"), "feed item")


def test_the_caller_fills_what_a_page_lacks() -> None:
    """Outlet and day of the options come after the page's own."""
    report, _ = built(Article(TEXT, "trafilatura 2"), outlet="Ledger", published="2031-05-07")
    assert (report.outlet, report.published.value) == ("Ledger", "2031-05-07")
    assert dict(report.told_by)["outlet"] == "option outlet"
    assert built(outlet="Ledger")[0].outlet == "Courier"


def test_a_text_without_words_is_no_report() -> None:
    """The message names the place."""
    received = build(Article("… —", ""), Given("a.jsonl", b"", row=3), ReadOptions())
    assert isinstance(received, Unread)
    assert received.problems[0].message.startswith("a.jsonl, line 3")


def test_a_place_is_called_by_what_it_is() -> None:
    """Rows have lines, archives have records."""
    assert where(Given("a.txt", b"")) == "a.txt"
    assert where(Given("a.warc.gz", b"", row=3, media="text/html")) == "a.warc.gz, record 3"
