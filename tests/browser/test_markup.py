"""Is the HTML valid, as far as a browser has nothing to mend in it?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import PAGES, Site, source_of
from tests.browser.tree import mended

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def parser(chrome: Browser) -> Iterator[Page]:
    """An empty page, in which sources are parsed; none of them is shown."""
    context = chrome.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", [name for name in PAGES if name != "not-found"])
def test_a_browser_mends_nothing_in_a_page(parser: Page, site: Site, name: str):
    """The elements that a browser makes are those that the source spells, and writing them out changes nothing."""
    assert mended(parser, source_of(site.base + site.paths[name])) == []


def test_a_browser_mends_nothing_in_the_dossier(parser: Page, dossier: Path):
    """The same holds for the dossier."""
    assert mended(parser, dossier.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "inside",
    [
        '<a href="/a">a <a href="/b">b</a></a>',
        "<form><form><input></form></form>",
        "<p><ul><li>a</li></ul></p>",
        "<table><tr><td>a</td></tr></table>",
        "<table><div>a</div><tbody></tbody></table>",
        "<p>a",
        "<b><i>a</b></i>",
        '<p id="a" id="b">a</p>',
        "<button><button>a</button></button>",
    ],
)
def test_what_a_browser_mends_is_found(parser: Page, inside: str):
    """Each of these is not what it looks like in the source."""
    sound = "<!doctype html><html><head><title>a</title></head><body>{}</body></html>"
    assert mended(parser, sound.format("<p>a</p>")) == []
    assert mended(parser, sound.format(inside))
