"""How the pages look at desk and phone width, by day and by night; the pictures stay in build/screenshots."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.audit import overflow
from tests.browser.site import PAGES, Site
from tests.browser.visit import DESK, HEIGHTS, PHONE, Visits

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCREENSHOTS = Path(__file__).parents[2] / "build" / "screenshots"
PAPER = {"light": "rgb(251, 249, 244)", "dark": "rgb(22, 23, 25)"}
# Chromium draws no picture that is higher, and nobody looks at one.
HIGHEST = 6000


def looked_at(page: Page, name: str) -> list[str]:
    """What is wrong at any width, by day or by night; the four pictures are kept."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    wrong = []
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        wrong += [f"{width}: {each}" for each in overflow(page)]
        high = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate("getComputedStyle(document.body).backgroundColor")
            wrong += [f"{scheme}: {found}"] if found != PAPER[scheme] else []
            path = SCREENSHOTS / f"{name}-{width}-{scheme}.png"
            clip = {"x": 0, "y": 0, "width": width, "height": high}
            page.screenshot(path=path, full_page=True, clip=clip)  # type: ignore[arg-type]
    return wrong


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_its_screen(tour: Visits, site: Site, name: str):
    """Nothing reaches beyond 1280 and 360 pixels, and the ground is that of the scheme that was asked for."""
    assert looked_at(tour.show(site.base, site.paths[name]), name) == []


def test_the_dossier_fits_its_screen(visits: Visits, dossier: Path):
    """So does every part of the dossier."""
    assert looked_at(visits.open(dossier.as_uri(), ""), "dossier") == []
