"""What every test may use: hypothesis without a clock, the material in ../shared where it is there, a filled store."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports.jsonl"
SHARED = Path(__file__).parents[2] / "shared"

# A deadline would fail a test for the load of the machine, not for a fault.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared; without it the test is skipped, and says so."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the example reports, read by the reader that ships; to be copied."""
    from whoseword.commands.adding import Plan, add, read_by
    from whoseword.lexicon import load_lexicon
    from whoseword.reports.read import ReadOptions
    from whoseword.store.opening import open_store
    from whoseword.store.viewing import catch_up

    path = tmp_path_factory.mktemp("examples") / "desk.db"
    with open_store(str(path), make=True) as store:
        plan = Plan(read_by(), datetime(2031, 1, 1, tzinfo=UTC))
        assert [added.state for added in add(store, [str(EXAMPLES)], ReadOptions(), plan)] == ["new"] * 8
        assert list(catch_up(store, load_lexicon()))[-1] == 0
    return path
