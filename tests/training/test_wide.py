"""The wide teacher: distances between words, padding, and what of it learns."""

# ruff: noqa: E402 - without torch nothing of training can be imported, and the tests are skipped before
from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="torch comes with the extra `training`")

from tests.training.networks import batch
from training import wide
from training.weights import new, restore, save
from training.wide import BUCKETS, WideNetwork, buckets


@pytest.fixture
def small(monkeypatch):
    """A wide network that is not wide, with random weights."""
    for name, value in {"WIDE": 24, "HEADS": 3, "HEAD": 8, "INNER": 16, "LAYERS": 4, "VOCABULARY": 2000}.items():
        monkeypatch.setattr(wide, name, value)
    with torch.random.fork_rng():
        torch.manual_seed(3)
        return WideNetwork().eval()


def test_buckets_tell_near_distances_apart_and_both_sides():
    """A word's own place is bucket 0; distances up to 7 have buckets of their own, before and behind differ."""
    table = buckets(300)
    assert table.diagonal().unique().tolist() == [0]
    near = table[150, 143:158].tolist()
    assert len(set(near)) == len(near)
    assert int(table.max()) == BUCKETS - 1
    assert table[0, 200] == table[0, 299]


def test_padding_changes_nothing(small):
    """The states of a window are the same with padding behind it."""
    one = batch()
    more = {key: value.clone() for key, value in one.items()}
    for key in ("ids", "mask"):
        more[key] = torch.cat([one[key], torch.zeros(1, 5, dtype=one[key].dtype)], 1)
    more["features"] = torch.cat([one["features"], torch.zeros(1, 5, 3, dtype=torch.long)], 1)
    assert torch.allclose(small.states(one), small.states(more), atol=1e-5)


def test_the_lowest_layers_do_not_learn(small):
    """Word embeddings, the lowest layers and the scores of distances keep the base's weights."""
    small.freeze()
    learning = {name for name, parameter in small.named_parameters() if parameter.requires_grad}
    assert not {name for name in learning if name.startswith(("word.", "relative.", "layers.0.", "layers.2."))}
    assert {"layers.3.out.weight", "narrow.weight", "feature.weight"} <= learning


def test_weights_come_back_with_their_shape(small, tmp_path):
    """A wide network is restored as one, with the same weights."""
    save(tmp_path / "w.pt", small.state_dict(), small.shape)
    back = restore(tmp_path / "w.pt")
    assert isinstance(back, WideNetwork)
    assert torch.equal(back.narrow.weight, small.narrow.weight)
    assert type(new({"heads": 3, "inner": 24, "pool": 6})) is not WideNetwork
