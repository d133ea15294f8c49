"""A wide teacher in torch: MPNet of base size (Song et al. 2020) under the same heads. Never shipped.

MPNet's word pieces are BERT's with four more in front, so a window encoded for the reader serves the teacher too.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from training.network import VOCABULARY, WIDTH, Network
from whoseword.reports.encoding import CLS, FEATURES, SEP

LAYERS, WIDE, HEADS, HEAD, INNER, POSITIONS = 12, 768, 12, 64, 3072, 514
SHIFT = 4  # <s>, <pad>, </s>, <unk> stand before BERT's pieces
FIRST_POSITION = 2
BUCKETS, FARTHEST = 32, 128
FROZEN = 3  # the lowest layers keep the base's weights


class WideLayer(nn.Module):
    """One transformer layer of MPNet (post-norm); `bias` holds the scores of relative positions."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDE, 3 * WIDE)
        self.out = nn.Linear(WIDE, WIDE)
        self.norm1 = nn.LayerNorm(WIDE, eps=1e-5)
        self.up = nn.Linear(WIDE, INNER)
        self.down = nn.Linear(INNER, WIDE)
        self.norm2 = nn.LayerNorm(WIDE, eps=1e-5)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HEAD).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, n, WIDE))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class WideNetwork(Network):
    """The heads of `Network` on an MPNet encoder, whose states are brought to the heads' width by one linear map."""

    def __init__(self) -> None:
        super().__init__()
        self.shape = {"wide": 1}
        self.word = nn.Embedding(VOCABULARY + SHIFT + 1, WIDE)
        self.position = nn.Embedding(POSITIONS, WIDE)
        self.feature = nn.Embedding(FEATURES, WIDE)
        nn.init.zeros_(self.feature.weight)
        self.norm = nn.LayerNorm(WIDE, eps=1e-5)
        self.layers = nn.ModuleList(WideLayer() for _ in range(LAYERS))
        self.relative = nn.Embedding(BUCKETS, HEADS)
        self.narrow = nn.Linear(WIDE, WIDTH)

    def load_base(self, path: Path) -> None:
        """Takes the weights of an MPNet-shaped model.safetensors (all-mpnet-base-v2)."""
        base = load_file(path)
        self.word.weight.data.copy_(base["embeddings.word_embeddings.weight"])
        self.position.weight.data.copy_(base["embeddings.position_embeddings.weight"])
        self.relative.weight.data.copy_(base["encoder.relative_attention_bias.weight"])
        for part in ("weight", "bias"):
            getattr(self.norm, part).data.copy_(base[f"embeddings.LayerNorm.{part}"])
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}."
                three = [base[f"{at}attention.attn.{q}.{part}"] for q in "qkv"]
                getattr(layer.qkv, part).data.copy_(torch.cat(three))
                for mine, theirs in (
                    ("out", "attention.attn.o"), ("norm1", "attention.LayerNorm"), ("up", "intermediate.dense"),
                    ("down", "output.dense"), ("norm2", "output.LayerNorm"),
                ):  # fmt: skip
                    getattr(getattr(layer, mine), part).data.copy_(base[f"{at}{theirs}.{part}"])

    def freeze(self) -> None:
        """Keeps the word embeddings, the lowest layers and the scores of relative positions."""
        for kept in (self.word, self.relative, *self.layers[:FROZEN]):
            kept.requires_grad_(False)

    def states(self, batch: dict[str, Tensor]) -> Tensor:
        ids = batch["ids"] + SHIFT
        ids = torch.where(batch["ids"] == CLS, 0, torch.where(batch["ids"] == SEP, 2, ids))
        n = ids.shape[1]
        places = self.position.weight[FIRST_POSITION : FIRST_POSITION + n]
        x = self.drop(self.norm(self.word(ids) + places))
        bias = self.relative(buckets(n)).permute(2, 0, 1)[None]
        bias = bias.masked_fill(~batch["mask"][:, None, None, :], -1e4)
        with torch.no_grad():
            for layer in self.layers[:FROZEN]:
                x = layer(x, bias)
        x = x + self.feature(batch["features"]).sum(2)
        for layer in self.layers[FROZEN:]:
            x = layer(x, bias)
        x = x.gather(1, batch["first"][:, :, None].expand(-1, -1, WIDE))
        return self.drop(self.narrow(x))


def buckets(n: int) -> Tensor:
    """[n, n]: the bucket of each distance between two positions, by sign, exact up to 7, then in growing steps."""
    place = torch.arange(n)
    gap = place[:, None] - place[None, :]
    half = BUCKETS // 2
    exact = half // 2
    far = exact + (torch.log(gap.abs().clamp(min=1) / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return (gap < 0).long() * half + torch.where(gap.abs() < exact, gap.abs(), far.clamp(max=half - 1))
