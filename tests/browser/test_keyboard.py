"""Everything by keyboard: where Tab leads, whether one sees it, and the keys that lead straight to a page."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.site import Site
from tests.browser.visit import Visits

if TYPE_CHECKING:
    from playwright.sync_api import Page

# So many stops of a page are walked through.
MOST = 60
TEMPLATES = Path(__file__).parents[2] / "src" / "whoseword" / "web" / "templates"
# What has the focus: its number among all that can have it, its words, whether it is seen, and its outline.
_FOCUSED = """(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const boxes = [...element.getClientRects()], style = getComputedStyle(element);
  const inside = (box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const seen = boxes.some((box) => box.width > 0 && inside(box));
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  return { at: all.indexOf(element), words: (element.textContent || element.name || "").trim(), seen,
    lined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    distinct: style.outlineColor !== getComputedStyle(document.body).backgroundColor };
})()"""
# Those that Tab should lead to, and in which order.
_STOPS = """(() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const radios = new Set();
  const stop = (each) => {
    if (each.tabIndex < 0 || each.disabled || each.type === "hidden" || !each.checkVisibility()) return false;
    if (each.type !== "radio") return true;
    return !radios.has(each.name) && Boolean(radios.add(each.name));
  };
  return all.map((each, at) => (stop(each) ? at : -1)).filter((at) => at >= 0);
})()"""


def tabbed(page: Page, most: int = MOST) -> list[dict[str, Any]]:
    """What Tab leads to, one after the other, until it leaves the page."""
    found: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(_FOCUSED)
        if at is None or (found and at["at"] == found[0]["at"]):
            break
        found.append(at)
    return found


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until what has the focus is such an element."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not lead to {selector}")


def enter(page: Page) -> None:
    """Follows the link that has the focus to its page."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def alt(page: Page, key: str) -> None:
    """Presses Alt and a key; Playwright's own way leaves out the letter that Chromium looks for."""
    session = page.context.new_cdp_session(page)
    pressed = {"modifiers": 1, "key": key, "unmodifiedText": key, "windowsVirtualKeyCode": ord(key.upper())}
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", **pressed})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **pressed})


def test_the_keyboard_alone_leads_to_the_words(visits: Visits, site: Site):
    """Past the skip link to the story, to the claim, to who stands behind it, to the words: Tab and Enter, no more."""
    page = visits.open(site.base)
    page.keyboard.press("Tab")
    assert page.evaluate(_FOCUSED)["words"] == "Skip to the page"
    page.keyboard.press("Enter")
    tab_to(page, "main .item-title a")
    enter(page)
    tab_to(page, "section[aria-labelledby=claims] .item-words a")
    enter(page)
    tab_to(page, ".origin .place")
    enter(page)
    assert page.locator(".sought").first.is_visible()


@pytest.mark.parametrize(
    "name", ["home", "story", "claim", "source", "report", "compare-one", "search", "add", "judge"]
)
def test_tab_leads_to_all_in_order_and_shows_where_it_is(visits: Visits, site: Site, name: str):
    """Every link and field once, in the order of the page, each on the screen and with a line around it."""
    page = visits.open(site.base, site.paths[name])
    stops = page.evaluate(_STOPS)
    found = tabbed(page)
    assert [each["at"] for each in found] == stops[: len(found)]
    assert len(found) == min(len(stops), MOST)
    assert [each["words"] for each in found if not (each["seen"] and each["lined"] and each["distinct"])] == []


def test_tab_leads_through_the_dossier_in_order(visits: Visits, dossier: Path):
    """The same holds for the dossier's first links: those of its front page."""
    page = visits.open(dossier.as_uri(), "")
    found = tabbed(page)
    assert [each["at"] for each in found] == page.evaluate(_STOPS)[: len(found)]
    assert [each["words"] for each in found if not (each["seen"] and each["lined"] and each["distinct"])] == []


@pytest.mark.parametrize("name", ["home", "report"])
def test_the_skip_link_passes_the_head_of_the_page(visits: Visits, site: Site, name: str):
    """It is the first that Tab leads to, is seen then, and the next Tab leads into the page itself."""
    page = visits.open(site.base, site.paths[name])
    assert not page.locator(".skip").evaluate("each => each.getBoundingClientRect().right > 0")
    page.keyboard.press("Tab")
    assert page.evaluate(_FOCUSED)["seen"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(
    ("key", "path"),
    [("1", "/"), ("2", "/search"), ("3", "/compare"), ("4", "/add"), ("5", "/judgements"), ("0", "/keys")],
)
def test_a_key_leads_straight_to_its_page(visits: Visits, site: Site, key: str, path: str):
    """Alt and the key, as the page of keys says."""
    page = visits.open(site.base, site.paths["claim"])
    with page.expect_navigation():
        alt(page, key)
    assert page.url == site.base + path


def test_s_leads_to_the_box_for_searching(visits: Visits, site: Site):
    """Alt and s, words and Enter: the answer of the search."""
    page = visits.open(site.base)
    alt(page, "s")
    page.keyboard.type("dam")
    enter(page)
    assert page.url == f"{site.base}/search?words=dam"


def test_every_access_key_is_told_on_the_page_of_keys(visits: Visits, site: Site):
    """Those in the templates are those in the table, each once."""
    given = {key for each in TEMPLATES.glob("*.j2") for key in re.findall(r'accesskey="(.)"', each.read_text("utf-8"))}
    told = visits.open(site.base, "/keys").locator("kbd").all_inner_texts()
    assert sorted(told) == sorted(given)


def test_headings_are_lines_to_jump_between(visits: Visits, site: Site):
    """From heading to heading a claim's page is the claim, who stands behind it, and each of them by name."""
    page = visits.open(site.base, site.paths["claim"])
    levels = page.eval_on_selector_all("h1, h2, h3", "all => all.map(each => Number(each.localName[1]))")
    assert levels[:3] == [1, 2, 3]
    assert all(after <= before + 1 for before, after in pairwise(levels))
