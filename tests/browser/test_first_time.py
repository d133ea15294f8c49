"""Somebody who was never there before: how far is it to "who stands behind this claim", in clicks?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.site import Site
from tests.browser.visit import PHONE, Visits

if TYPE_CHECKING:
    from playwright.sync_api import Page


def top_of(page: Page, selector: str) -> float:
    """How far down the screen it begins, in CSS pixels."""
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["y"]


def test_two_clicks_lead_from_the_start_page_to_who_stands_behind_a_claim(visits: Visits, site: Site):
    """A click on the story, one on its first claim: the answer is on the screen, and a third leads to the words."""
    page = visits.open(site.base)
    page.click(".item-title a")
    page.click("section[aria-labelledby=claims] .item-words a")
    assert page.inner_text("#origins") == "Who stands behind it"
    assert top_of(page, "#origins ~ ol .origin") < page.viewport_size["height"]  # type: ignore[index]
    page.click("#origins ~ ol .place")
    assert page.locator(".sought").first.is_visible()
    assert 0 <= top_of(page, ".sought") < page.viewport_size["height"]  # type: ignore[index]


def test_on_a_phone_it_is_as_near(visits: Visits, site: Site):
    """With 360 pixels the same two clicks lead there, and the answer begins on the first screen."""
    page = visits.open(site.base, width=PHONE)
    page.click(".item-title a")
    page.click("section[aria-labelledby=claims] .item-words a")
    assert top_of(page, "#origins ~ ol .origin h3") < page.viewport_size["height"]  # type: ignore[index]


def test_one_click_leads_from_the_front_of_the_dossier_to_the_origins_of_a_claim(visits: Visits, dossier: Path):
    """The first claim of the front page leads to its origins, and from there a click leads to the words and back."""
    page = visits.open(dossier.as_uri(), "")
    page.click(".panel-claims .claim-words a")
    claim = page.locator(":target")
    assert claim.locator(".origins-told").is_visible()
    assert 0 <= top_of(page, ":target") < page.viewport_size["height"]  # type: ignore[index]
    claim.locator(".origins-told a").first.click()
    assert page.locator(":target").first.is_visible()
    assert 0 <= top_of(page, ":target") < page.viewport_size["height"]  # type: ignore[index]
