"""A small network and a batch for the tests of training: few heads of random weights, and a text of our own."""

from __future__ import annotations

import torch

from tests.readings import span_of
from training.corpora import Labelled
from training.features import samples, tensors, windows
from training.network import LAYERS, Network
from whoseword.reports.encoding import Encoder

TEXT = "“It rained all day,” Ann Roe told Reuters.\nShe added that it would snow. Boris Nord denied it.\n"

HEADS, INNER = 3, 24


def encoder() -> Encoder:
    """Word pieces without a vocabulary: one a letter."""
    return Encoder(lambda word: [1000 + ord(character) % 900 for character in word])


def labelled(*, silver: bool = False) -> Labelled:
    """The text with two relations, names and sentence starts."""

    def at(part: str) -> list[list[int]]:
        return [list(span_of(TEXT, part))]

    relations = [
        {"source": at("Ann Roe"), "cue": at("told"), "content": at("“It rained all day,”")},
        {"source": at("She"), "cue": at("added"), "content": at("that it would snow")},
    ]
    names = [(*span_of(TEXT, name), "person") for name in ("Ann Roe", "Boris Nord")]
    starts = [TEXT.index(part) for part in ("“It", "She", "Boris")]
    return Labelled("own", TEXT, [relations], [span_of(TEXT, "Reuters")], None, names, starts, silver)


def batch() -> dict[str, torch.Tensor]:
    """The text as one batch of one window."""
    return tensors(windows([samples(labelled(), encoder())], 256))


def small_network(*, pool: int = LAYERS) -> Network:
    """A narrow network with random weights, always the same ones, features included."""
    with torch.random.fork_rng():
        torch.manual_seed(7)
        net = Network(heads=HEADS, inner=INNER, pool=pool)
        for parameter in (net.feature.weight, net.transitions, net.opening, net.arc.distance.weight):
            torch.nn.init.normal_(parameter, std=0.5)
    net.eval()
    return net
