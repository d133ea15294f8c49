"""On paper: is all of the dossier there, in order, and does its first page begin it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.paper import letters, read_paper
from tests.browser.site import Site
from tests.browser.visit import Visits

# The paragraphs of reports, of claims and of entries, as a printed page has them.
_PRINTED = """(selector) => [...document.querySelectorAll(selector)].map((each) => {
  const copy = each.cloneNode(true);
  return copy.textContent;
})"""


@pytest.fixture(scope="module")
def paper(visitor: Visits, dossier: Path) -> list[str]:
    """The text of each page of the printed dossier."""
    return read_paper(visitor.show(dossier.as_uri(), "").pdf(prefer_css_page_size=True))


def test_every_report_is_printed_whole(visits: Visits, dossier: Path, paper: list[str]):
    """Every paragraph of every report stands on paper, letter by letter and in order, also over the end of a page."""
    page = visits.open(dossier.as_uri(), "")
    printed = letters("".join(paper))
    at = 0
    paragraphs = page.evaluate(_PRINTED, "article .text p")
    assert len(paragraphs) > 40
    for paragraph in paragraphs:
        found = printed.find(letters(paragraph), at)
        assert found >= 0, paragraph
        at = found


def test_every_claim_promise_and_figure_is_printed(visits: Visits, dossier: Path, paper: list[str]):
    """So does what stands on the front page and in the lists of claims, promises and changes."""
    page = visits.open(dossier.as_uri(), "")
    printed = letters("".join(paper))
    for selector in (".panel-claims .claim-words", "#claims h3", "#ledger .owed-what", ".timeline ol li bdi"):
        for words in page.evaluate(_PRINTED, selector):
            assert letters(words) in printed, words


def test_no_page_is_blank_and_the_first_begins(paper: list[str]):
    """The title and the first claim stand on the first page, and none of the pages is empty."""
    assert len(paper) > 8
    assert [number for number, text in enumerate(paper) if len(letters(text)) < 40] == []
    assert letters("It records who said what and on whose word") in letters(paper[0])
    assert letters("Main claims") in letters(paper[0])


def test_a_served_page_prints_without_its_forms(visits: Visits, site: Site):
    """A claim on paper has who stands behind it, and no menu, no field and no button."""
    text = letters("".join(read_paper(visits.open(site.base, site.paths["claim"]).pdf())))
    assert letters("Who stands behind it") in text
    assert letters("Judgements") not in text
    assert letters("Not the same claim") not in text
