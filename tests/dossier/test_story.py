"""The dossier of a book: its front, its sections, and that every entry leads to the words and back."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from tests.dossier.books import LAST_DAY, book_of, examples, hostile_book
from tests.dossier.records import Page, record_of
from tests.dossier.test_html import HOSTILE
from whoseword.dossier.html import render_dossier
from whoseword.ledger.book import open_book
from whoseword.lexicon import load_lexicon

MOST_BYTES = 5_000_000
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def html():
    book = examples()
    return render_dossier(book.records, title="The Orsel flood", book=book, as_of=LAST_DAY)


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


def linked(page):
    return {link.removeprefix("#") for link in page.links if link.startswith("#")}


def test_the_front_tells_claims_promises_figures_and_changes(page):
    """One screen answers: who claims what, on how many words, what is due, how figures moved, what changed last."""
    text = page.text
    for told in (
        "Dossier · 15 March 2023 to 13 March 2024",
        "1 origin · 2 reports · first told 17 March 2023, Port Sabel Courier",
        "promised → not done → put off → not kept → partly done · due: 31 January 2024 · overdue",
        "about 1,200 → at least 1,500 → 1,460",
        "Changed by the last report 13 March 2024",
        "Promised and due as of 13 March 2024",
    ):
        assert told in text


def test_every_link_leads_somewhere(page):
    """Every link within the page has its target, and every id is there once."""
    assert page.faults == []
    assert linked(page) - set(page.ids) == set()
    assert len(page.ids) == len(set(page.ids))


def test_what_stands_across_reports_leads_to_words_and_back(page):
    """Each sign in a text leads to an entry, and each claim, promise, series, change and event has such a sign."""
    backs = {one["href"] for tag, one in page.elements if tag == "a" and "back" in (one.get("class") or "")}
    book = examples()
    several = sum(len(claim.members) > 1 for claim in book.claims)
    figures = sum(len(series.points) > 1 for series in book.series)
    for letter, number in (("c", several), ("p", len(book.owed)), ("f", figures), ("x", len(book.changes))):
        assert {link for link in backs if re.fullmatch(rf"#{letter}\d+", link)} == {
            f"#{letter}{at}" for at in range(1, number + 1)
        }
    assert {link for link in backs if link.startswith("#t-")} == {f"#t-{entry.id}" for entry in book.timeline}


def test_headings_stand_in_order_and_sections_have_names(page):
    """No level of heading is skipped, and every section that is led to is named."""
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    labels = {label for _, one in page.elements for label in (one.get("aria-labelledby") or "").split()}
    assert labels <= set(page.ids)
    assert {"front", "timeline", "claims", "ledger", "figures", "changes", "sources", "contents"} <= linked(page)


def test_the_one_script_is_the_shipped_one(html):
    """The policy allows one style and one script, both known by their hash."""
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'".replace("'", "&#39;") in html
    assert not re.search(r"\s(on\w+|style|src)=", re.sub(r"<(script|style)>.*?</\1>", "", html, flags=re.DOTALL))


def test_the_same_book_gives_the_same_bytes(html):
    """Rendering twice gives one and the same page."""
    book = examples()
    assert render_dossier(book.records, title="The Orsel flood", book=book, as_of=LAST_DAY) == html


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text):
    """Whatever a book holds, no element or attribute of it comes into the page, and nothing hidden stays."""
    book = hostile_book(text)
    page = Page(render_dossier(book.records, title=text, book=book, as_of=text))
    assert page.faults == []
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "iframe", "object", "form", "foreignobject", "textarea", "base", "link"}
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on")} | (names & {"style", "src", "srcset", "action"})
    assert not re.search("[\x00\x1b\u200b\u202a-\u202e\ufeff]", page.text)
    assert all(link.startswith("#") for link in page.links)


def test_a_single_report_has_a_shorter_front():
    """With one report the front says who said what, and counts no reports."""
    record = examples().records[0]
    book = open_book([record], load_lexicon(), as_of=LAST_DAY)
    page = Page(render_dossier([record], book=book, as_of=LAST_DAY))
    assert page.faults == []
    assert linked(page) - set(page.ids) == set()
    assert "Who said what" in page.text
    assert "Changed by the last report" not in page.text
    assert "first told" not in " ".join(page.text_in("panel-claims"))


def test_what_is_empty_is_said_in_words():
    """A report in which nothing is claimed, promised or counted says so on the front."""
    record = record_of("Rain.")
    book = open_book([record], load_lexicon())
    text = Page(render_dossier([record], book=book)).text
    for told in ("No promise, agreement or expectation was found.", "No figure is told twice"):
        assert told in text


@pytest.mark.shared
@pytest.mark.slow
def test_a_long_story_stays_small(shared):
    """The dossier of the longest story at hand has at most five million bytes, and all its links resolve."""
    book = book_of(str(shared / "corpora" / "news" / "stories" / "iraq_2020.jsonl"))
    html = render_dossier(book.records, book=book)
    page = Page(html)
    assert len(html.encode()) <= MOST_BYTES
    assert linked(page) - set(page.ids) == set()
    assert len(page.ids) == len(set(page.ids))
