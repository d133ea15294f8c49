"""The web application on a store of its own, asked through Starlette's client: no port, no browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.client import BASE, Browser
from whoseword.web.app import make_app
from whoseword.web.desk import Settings


@contextmanager
def opened(path: Path) -> Iterator[Browser]:
    """A browser in front of the store in this file. Pages wait until what they show is put together."""
    app = make_app(Settings(str(path), patience=None, background=False))
    with TestClient(app, base_url=BASE) as client:
        yield Browser(client)


@pytest.fixture(scope="session")
def shown(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The example reports, for tests that change nothing."""
    with opened(Path(shutil.copy(filled, tmp_path_factory.mktemp("shown") / "desk.db"))) as browser:
        yield browser


@pytest.fixture
def browser(filled: Path, tmp_path: Path) -> Iterator[Browser]:
    """The example reports, for a test that judges or adds."""
    with opened(Path(shutil.copy(filled, tmp_path / "desk.db"))) as found:
        yield found


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Browser]:
    """A store with nothing in it."""
    with opened(tmp_path / "new.db") as found:
        yield found
