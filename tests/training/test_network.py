"""The network in torch: its losses and what a word may point to."""

# ruff: noqa: E402 - without torch nothing of training can be imported, and the tests are skipped before
from __future__ import annotations

from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch", reason="torch comes with the extra `training`")

from tests.training.networks import batch, small_network
from training.network import crf_loss, pointer_loss, same_paragraph
from training.objective import gold_loss, scores, soft_loss
from whoseword.reports.roles import allowed


def path_score(net, emissions, path):
    """The score of one tag path."""
    moves = sum(net.transitions[a, b] for a, b in pairwise(path))
    return net.opening[path[0]] + moves + sum(emissions[k, tag] for k, tag in enumerate(path))


def test_crf_loss_agrees_with_brute_force():
    """The loss is minus the log of the gold path's share among all allowed paths, paragraph by paragraph."""
    net = small_network()
    emissions = torch.randn(1, 6, 9, generator=torch.Generator().manual_seed(1))
    tags = torch.tensor([[-100, 1, 2, 0, 3, 5]])
    paragraph = torch.tensor([[-1, 0, 0, 0, 1, 1]])
    table = allowed()
    total = torch.zeros(())
    for first, end in ((1, 4), (4, 6)):
        part = emissions[0, first:end]
        every = [
            path_score(net, part, path)
            for path in product(range(9), repeat=end - first)
            if path[0] in (0, 1, 3, 5, 7) and all(table[a, b] for a, b in pairwise(path))
        ]
        total = total + torch.logsumexp(torch.stack(every), 0) - path_score(net, part, tags[0, first:end].tolist())
    assert torch.allclose(crf_loss(net, emissions, tags, paragraph), total / 5, atol=1e-4)


def test_crf_loss_without_labels():
    """A batch without role labels costs nothing."""
    net = small_network()
    none = torch.full((1, 4), -100)
    assert crf_loss(net, torch.randn(1, 4, 9), none, torch.tensor([[-1, 0, 0, 0]])) == 0


def test_words_point_inside_their_paragraph():
    """A word may point to the words of its own paragraph and to column 0; padding never."""
    permitted = same_paragraph(torch.tensor([[-1, 0, 0, 1, -1]]))[0]
    assert permitted[1].tolist() == [True, True, True, False, False]
    assert permitted[3].tolist() == [True, False, False, True, False]


def test_pointer_loss():
    """Scores for the gold column cost little, those for another more, and unlabelled rows nothing."""
    permitted = torch.ones(1, 2, 3, dtype=torch.bool)
    scores_made = torch.tensor([[[9.0, 0, 0], [0, 0, 9.0]]])
    right = pointer_loss(scores_made, torch.tensor([[0, -100]]), permitted)
    wrong = pointer_loss(scores_made, torch.tensor([[1, -100]]), permitted)
    assert 0 < right < 0.01
    assert wrong > 8
    assert pointer_loss(scores_made, torch.full((1, 2), -100), permitted) == 0


@pytest.mark.parametrize("pool", [2, 6])
def test_padding_changes_nothing(pool):
    """A window has the same states alone and beside a longer one, whether layers see words or pieces."""
    net = small_network(pool=pool)
    given = batch()
    one = {key: value[:1] for key, value in given.items()}
    pieces = one["ids"].shape[1]
    padded = one | {
        "ids": torch.nn.functional.pad(one["ids"], (0, 40)),
        "features": torch.nn.functional.pad(one["features"], (0, 0, 0, 40)),
        "mask": torch.nn.functional.pad(one["mask"], (0, 40)),
        "first": torch.nn.functional.pad(one["first"], (0, 5)),
        "paragraph": torch.nn.functional.pad(one["paragraph"], (0, 5), value=-1),
    }
    assert padded["ids"].shape[1] == pieces + 40
    with torch.no_grad():
        assert torch.allclose(net.states(one), net.states(padded)[:, :-5], atol=1e-5)


def test_losses_have_a_way_down():
    """The losses are finite, reach every trained weight, and a student equal to its teacher has no soft loss."""
    net = small_network()
    given = batch()
    seen = scores(net, given)
    loss = gold_loss(net, given, seen)
    assert torch.isfinite(loss)
    loss.backward()
    for name in (
        "role.weight",
        "names.weight",
        "start.weight",
        "content_cue.weight",
        "cue_source.weight",
        "transitions",
    ):
        assert net.get_parameter(name).grad is not None
    assert soft_loss(seen, seen, given).item() == pytest.approx(0, abs=1e-4)
