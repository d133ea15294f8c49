"""A network -> a narrower one."""

# ruff: noqa: E402 - without torch nothing of training can be imported, and the tests are skipped before
from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="torch comes with the extra `training`")

from tests.training.networks import batch, small_network
from training.network import HEAD
from training.objective import gold_loss
from training.shrink import shrink


def test_shrink():
    """The narrow network has the heads and neurons asked for, and gives states and roles of the same shape."""
    net, given = small_network(), batch()
    narrow = shrink(net, [given], gold_loss, shape={"heads": 2, "inner": 16, "pool": 6}).eval()
    assert narrow.shape == {"heads": 2, "inner": 16, "pool": 6}
    with torch.no_grad():
        wide, small = net.states(given), narrow.states(given)
        assert small.shape == wide.shape
        assert narrow.roles(small).shape == net.roles(wide).shape
    assert torch.isfinite(small).all()


def test_shrink_leaves_the_wide_one_whole():
    """The wide network reads the same after it was measured, and what has no width is copied as it is."""
    net, given = small_network(), batch()
    with torch.no_grad():
        before = net.states(given)
    narrow = shrink(net, [given], gold_loss, shape={"heads": 1, "inner": 8, "pool": 6})
    with torch.no_grad():
        assert torch.equal(net.states(given), before)
    for name in ("word.weight", "role.weight", "transitions", "relation", "arc.distance.weight"):
        assert torch.equal(narrow.get_parameter(name), net.get_parameter(name))


def test_cutting_nothing_changes_nothing():
    """With all heads and neurons kept, the new network gives the same states."""
    net, given = small_network(), batch()
    same = shrink(net, [given], gold_loss, shape=net.shape).eval()
    with torch.no_grad():
        assert torch.allclose(same.states(given), net.states(given), atol=1e-6)


def test_what_matters_is_kept():
    """Heads and neurons whose output is cut off are the first to go."""
    net, given = small_network(), batch()
    with torch.no_grad():
        for layer in net.layers:
            layer.out.weight[:, HEAD : 2 * HEAD] = 0
            layer.down.weight[:, ::2] = 0
    narrow = shrink(net, [given], gold_loss, shape={"heads": 2, "inner": 12, "pool": 6}).eval()
    with torch.no_grad():
        assert torch.allclose(narrow.states(given), net.states(given), atol=1e-5)
