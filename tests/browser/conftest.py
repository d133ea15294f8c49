"""A real browser (Debian's Chromium, led by Playwright) in front of the served pages and the dossier.

Where Playwright or Chromium is absent every test here is skipped and says which. Whatever a page asks of anybody but
its own server fails the test that opened it, and so does an error on its console.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import Site, site_of
from tests.browser.visit import Visits
from tests.conftest import EXAMPLES
from tests.web.served import served
from whoseword.dossier.html import render_dossier
from whoseword.ledger.book import open_book
from whoseword.lexicon import load_lexicon
from whoseword.model import Record
from whoseword.pipeline import read_paths
from whoseword.reports.read import ReadOptions
from whoseword.web.app import make_app
from whoseword.web.desk import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
# No name but that of this machine leads anywhere: a request to others fails at once, with or without a network.
_ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), None)


# Not longer than a module: as long as Playwright runs, no other test could start an event loop in this thread.
@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    """Debian's Chromium, led by Playwright."""
    if find_spec("playwright") is None:
        pytest.skip("Playwright is not installed; `make setup` installs it")
    if CHROMIUM is None:
        pytest.skip("no Chromium on PATH; on Debian: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", _ALONE])
        yield browser
        browser.close()


@pytest.fixture
def visits(chrome: Browser) -> Iterator[Visits]:
    """Opens pages as somebody who was never there before; at the end nothing may have been asked of others."""
    found = Visits(chrome)
    yield found
    found.close()
    found.settle()


@pytest.fixture(scope="module")
def visitor(chrome: Browser) -> Iterator[Visits]:
    """Somebody who looks at one page after the other."""
    found = Visits(chrome)
    yield found
    found.close()


@pytest.fixture
def tour(visitor: Visits) -> Iterator[Visits]:
    """Shows pages in one browser, for tests that change nothing; at the end of each the same is asked."""
    yield visitor
    visitor.settle()


@pytest.fixture(scope="session")
def site(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The examples' store, served, with one page of each kind; for tests that change nothing."""
    path = Path(shutil.copy(filled, tmp_path_factory.mktemp("site") / "desk.db"))
    with served(make_app(Settings(str(path), patience=None, background=False)), lifespan="on") as base:
        yield site_of(base)


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a served store with the examples, for a test that judges or adds."""
    path = Path(shutil.copy(filled, tmp_path / "desk.db"))
    with served(make_app(Settings(str(path), patience=None, background=False)), lifespan="on") as base:
        yield base


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of the examples, as `make demo` makes it."""
    read = read_paths([str(EXAMPLES)], ReadOptions(outlet=None, published=None))
    book = open_book([each for each in read if isinstance(each, Record)], load_lexicon())
    path = tmp_path_factory.mktemp("dossier") / "dossier.html"
    path.write_bytes(render_dossier(book.records, book=book).encode("utf-8", "backslashreplace"))
    return path
