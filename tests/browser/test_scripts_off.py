"""With scripts off: do the pages give the same answers, and do their forms work?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.audit import findings
from tests.browser.site import PAGES, Site
from tests.browser.visit import Visits

if TYPE_CHECKING:
    from playwright.sync_api import Page

PIER = "Mayor Ada Brandt of Skerry said on Monday that the old pier at Hallsund would close in May."
# Pages of one template differ in their rows alone.
ALIKE = {"compare-one", "report-bare", "report-words", "search", "search-nothing"}
ONE_OF_EACH = [name for name in PAGES if name not in ALIKE and (name == "story-claims" or "story-" not in name)]
_WORDS = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')"


def send(page: Page, button: str) -> None:
    """Presses a button that sends a form."""
    with page.expect_navigation():
        page.click(button)


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_a_page_says_the_same_without_scripts(tour: Visits, site: Site, name: str):
    """All words of the page with scripts are there without, in the same order."""
    without = tour.show(site.base, site.paths[name], scripts=False).evaluate(_WORDS)
    # The one button that only those without scripts need.
    assert without.replace(" Show these", "") == tour.show(site.base, site.paths[name]).evaluate(_WORDS)


def test_the_dossier_says_the_same_without_scripts(visits: Visits, dossier: Path):
    """Its script only hides stretches of the timeline, so that without it all of them are there."""
    within = "[...document.querySelectorAll('main > section, main article')].map((each) => each.textContent.length)"
    without = visits.open(dossier.as_uri(), "", scripts=False)
    assert min(without.evaluate(within)) > 0
    words = "document.querySelector('#claims').innerText"
    assert without.evaluate(words) == visits.open(dossier.as_uri(), "").evaluate(words)
    for row in without.locator("#timeline ol li").all()[:60]:
        assert row.is_visible()


def test_layers_are_chosen_by_a_form(visits: Visits, site: Site):
    """Without scripts a button sends the choice; the text without its statements has no line under any word."""
    page = visits.open(site.base, site.paths["report"], scripts=False)
    assert "underline" in page.locator(".text .content").first.evaluate(
        "each => getComputedStyle(each).textDecorationLine"
    )
    page.uncheck("[data-layer=statements]")
    send(page, ".layers button")
    assert "layers=" in page.url
    assert page.locator(".text .content").first.evaluate("each => getComputedStyle(each).textDecorationLine") == "none"


def test_layers_are_chosen_at_once_with_scripts(visits: Visits, site: Site):
    """With scripts the same choice shows at once, and the address keeps it."""
    page = visits.open(site.base, site.paths["report"])
    assert not page.locator(".layers button").is_visible()
    page.uncheck("[data-layer=statements]")
    assert "layers=chains%2Ctimes%2Cfigures" in page.url
    assert page.locator(".text .content").first.evaluate("each => getComputedStyle(each).textDecorationLine") == "none"
    page.reload()
    assert not page.is_checked("[data-layer=statements]")


@pytest.mark.parametrize("scripts", [False, True])
def test_a_pasted_text_becomes_a_report(visits: Visits, desk: str, scripts: bool):
    """The form, the page that tells how far it is and ends by itself, the report with its statement."""
    page = visits.open(desk, "/add", scripts=scripts)
    page.fill("#title", "Pier to close")
    page.fill("#text", PIER)
    page.fill("#outlet", "Skerry Post")
    page.fill("#published", "2031-05-06")
    send(page, "main form button")
    page.wait_for_selector("text=Reports added", timeout=30_000)
    assert findings(page) == []
    send(page, ".item-words a")
    assert page.inner_text("h1") == "Pier to close"
    assert "Ada Brandt" in page.inner_text(".list")


@pytest.mark.parametrize("scripts", [False, True])
def test_a_note_is_kept_and_taken_back(visits: Visits, desk: str, site: Site, scripts: bool):
    """From a statement to the form and back; the list of judgements has it, and a button takes it back."""
    page = visits.open(desk, site.paths["report"], scripts=scripts)
    send(page, "a[aria-label='Judge statement 1']")
    page.fill("#note", "Ask the harbour master.")
    page.fill("#author-note", "R. Holt")
    send(page, "text=Keep the note")
    assert page.url == desk + site.paths["report"]
    page.goto(f"{desk}/judgements")
    assert "Ask the harbour master." in page.inner_text("main")
    assert findings(page) == []
    assert page.input_value(".inline input[name=author]") == "R. Holt"
    send(page, "text=Take it back")
    assert "no longer stands" in page.inner_text("main")
    assert findings(page) == []


def test_the_search_takes_words_a_source_and_days(visits: Visits, site: Site):
    """All at once by its form; what is found leads to the words."""
    page = visits.open(site.base, "/search", scripts=False)
    page.fill("#words", "dam")
    page.fill("#since", "2023-03")
    page.fill("#until", "2023-06")
    send(page, "main form button")
    assert "words=dam" in page.url
    assert page.input_value("#since") == "2023-03"
    send(page, "#hits ~ ol a")
    assert page.locator(":target").first.is_visible()
