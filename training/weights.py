"""Networks by their shape, and the files that keep their weights (safe to load: tensors and numbers alone).

>>> new({"heads": 6, "inner": 640, "pool": 3}).shape["heads"]
6
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from training.network import Network
from training.wide import WideNetwork


def new(shape: dict[str, int]) -> Network:
    """An untrained network of a shape; `{"wide": 1}` is the wide teacher."""
    if shape.get("wide"):
        return WideNetwork()
    return Network(**shape)


def save(path: Path, weights: dict[str, Tensor], shape: dict[str, int]) -> None:
    torch.save({"weights": weights, "shape": shape}, path)


def restore(path: Path) -> Network:
    """A network with its shape and weights as `save` wrote them."""
    state = torch.load(path, weights_only=True)
    net = new(state["shape"])
    net.load_state_dict(state["weights"])
    return net
