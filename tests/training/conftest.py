"""Small and quiet networks for the tests of training: few word pieces and one thread cost less and show as much."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

VOCABULARY = 2000


@pytest.fixture(autouse=True, scope="module")
def small_networks():
    """Networks made by the tests of a module have few word pieces and one thread; without torch there are none."""
    with pytest.MonkeyPatch.context() as patch:
        if find_spec("torch"):
            import torch

            torch.set_num_threads(1)
            patch.setattr("training.network.VOCABULARY", VOCABULARY)
        yield
