"""Can a page be read by those who hear it, see it badly or have no mouse?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.audit import findings
from tests.browser.site import PAGES, Site
from tests.browser.visit import DESK, PHONE, Visits


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_read_by_all(tour: Visits, site: Site, name: str):
    """Names, labels, landmarks, headings, unique ids, and the contrast of all text, by day and by night: no finding."""
    page = tour.show(site.base, site.paths[name])
    assert findings(page) == []
    page.emulate_media(color_scheme="dark")
    assert findings(page) == []


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_dossier_can_be_read_by_all(visits: Visits, dossier: Path, width: int):
    """The same holds for every part of the dossier."""
    page = visits.open(dossier.as_uri(), "", width=width)
    assert findings(page) == []
    page.emulate_media(color_scheme="dark")
    assert findings(page) == []
