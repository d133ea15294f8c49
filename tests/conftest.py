"""What every test may use: hypothesis without a clock, and the material in ../shared where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

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
