"""The reader's network in torch: a small BERT encoder and word-level heads. ids -> role, pointer, name, tree scores.

Encoder: MiniLM (Wang et al. 2020), six layers of width 384, or the layers of it that a student keeps.
Heads: roles by a linear-chain CRF; pointers and the dependency tree by biaffine scorers (Dozat and Manning 2017).
"""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from whoseword.reports.encoding import FEATURES, KINDS, RELATIONS, ROLES, UPOS
from whoseword.reports.roles import allowed

LAYERS, WIDTH, HEADS, HEAD, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 32, 1536, 30522, 512
FARTHEST = 33  # distances beyond this many words share one bias


class Layer(nn.Module):
    """One transformer layer of BERT (post-norm)."""

    def __init__(self, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(WIDTH, 3 * heads * HEAD)
        self.out = nn.Linear(heads * HEAD, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(b, n, self.heads * HEAD)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Biaffine(nn.Module):
    """Scores row word -> column word, with a bias by signed distance."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.row, self.column = nn.Linear(WIDTH, inner), nn.Linear(WIDTH, inner)
        self.weight = nn.Parameter(torch.randn(inner + 1, inner) * 0.02)
        self.distance = nn.Embedding(2 * FARTHEST + 1, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, x: Tensor) -> Tensor:
        rows, columns = F.gelu(self.row(x)), F.gelu(self.column(x))
        scores = (F.linear(rows, self.weight[:-1].t()) + self.weight[-1]) @ columns.transpose(1, 2)
        place = torch.arange(x.shape[1])
        gap = (place[None, :] - place[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        return scores + self.distance(gap).squeeze(-1)


class Network(nn.Module):
    """`heads`, `inner`: attention heads and inner width of each layer; fewer than 12 and 1,536 make a student.

    `pool`: how many layers see word pieces; those above see the first piece of each word alone.
    """

    def __init__(self, *, heads: int = HEADS, inner: int = INNER, pool: int = LAYERS) -> None:
        super().__init__()
        self.shape = {"heads": heads, "inner": inner, "pool": pool}
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.feature = nn.Embedding(FEATURES, WIDTH)
        nn.init.zeros_(self.feature.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(heads, inner) for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.role_inner, self.role = nn.Linear(WIDTH, 256), nn.Linear(256, len(ROLES))
        self.transitions = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))
        self.opening = nn.Parameter(torch.zeros(len(ROLES)))
        self.content_cue, self.cue_source = Biaffine(128), Biaffine(128)
        self.names = nn.Linear(WIDTH, 2 * len(KINDS) + 1)
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.start = nn.Linear(WIDTH, 2)
        self.arc = Biaffine(160)
        self.dependent, self.governor = nn.Linear(WIDTH, 64), nn.Linear(WIDTH, 64)
        self.relation = nn.Parameter(torch.randn(65, len(RELATIONS), 65) * 0.02)

    def load_base(self, path: Path) -> None:
        """Takes the weights of a BERT-shaped model.safetensors (all-MiniLM-L6-v2)."""
        base = {k.removeprefix("bert."): v for k, v in load_file(path).items()}
        take = {"word": "word", "position": "position"}
        for mine, theirs in take.items():
            getattr(self, mine).weight.data.copy_(base[f"embeddings.{theirs}_embeddings.weight"])
        self.position.weight.data += base["embeddings.token_type_embeddings.weight"][0]
        for part in ("weight", "bias"):
            getattr(self.norm, part).data.copy_(base[f"embeddings.LayerNorm.{part}"])
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}."
                three = [base[f"{at}attention.self.{q}.{part}"] for q in ("query", "key", "value")]
                getattr(layer.qkv, part).data.copy_(torch.cat(three))
                for mine, theirs in (
                    ("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm"),
                ):  # fmt: skip
                    getattr(getattr(layer, mine), part).data.copy_(base[f"{at}{theirs}.{part}"])

    def freeze(self) -> None:
        """Keeps what is not to learn: the word embeddings, which the corpora are too small for."""
        self.word.weight.requires_grad = False

    def states(self, batch: dict[str, Tensor]) -> Tensor:
        """[b, 1 + words, width]: the encoder's state at the first piece of each word, column 0 the window's."""
        ids = batch["ids"]
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.feature(batch["features"]).sum(2)
        x = self.drop(self.norm(x))
        mask = batch["mask"]
        for number, layer in enumerate(self.layers):
            if number == self.shape["pool"]:
                x, mask = self.words(x, batch), real_words(batch)
            x = layer(x, mask[:, None, None, :])
        return self.drop(x if self.shape["pool"] < LAYERS else self.words(x, batch))

    @staticmethod
    def words(x: Tensor, batch: dict[str, Tensor]) -> Tensor:
        return x.gather(1, batch["first"][:, :, None].expand(-1, -1, WIDTH))

    def roles(self, x: Tensor) -> Tensor:
        return self.role(F.gelu(self.role_inner(x)))

    def labels(self, x: Tensor, rows: tuple[Tensor, Tensor], heads: Tensor) -> Tensor:
        """Relation scores [n, 37] for (batch, word) rows and their heads."""
        one = torch.ones(len(heads), 1, dtype=x.dtype)
        low = torch.cat([F.gelu(self.dependent(x[rows[0], rows[1]])), one], 1)
        high = torch.cat([F.gelu(self.governor(x[rows[0], heads])), one], 1)
        return torch.einsum("nd,dre,ne->nr", low, self.relation.to(x.dtype), high)


def real_words(batch: dict[str, Tensor]) -> Tensor:
    """[b, w]: the words of the window and its column 0, without the padding."""
    mask = batch["paragraph"] >= 0
    mask[:, 0] = True
    return mask


def same_paragraph(paragraph: Tensor) -> Tensor:
    """[b, w, w]: columns a word may point to: the words of its own paragraph and column 0."""
    allowed_columns = (paragraph[:, :, None] == paragraph[:, None, :]) & (paragraph[:, None, :] >= 0)
    allowed_columns[:, :, 0] = True
    return allowed_columns


def crf_loss(net: Network, emissions: Tensor, tags: Tensor, paragraph: Tensor) -> Tensor:
    """Mean negative log-likelihood a word; each paragraph is a sequence of its own."""
    forbidden = torch.where(torch.from_numpy(allowed()), 0.0, -1e4)
    steps = net.transitions + forbidden
    opening = net.opening + torch.tensor([-1e4 if r.startswith("I-") else 0.0 for r in ROLES])
    live = tags != -100
    gold = tags.clamp(min=0)
    fresh = torch.ones_like(live)
    fresh[:, 1:] = paragraph[:, 1:] != paragraph[:, :-1]
    alpha = torch.zeros(emissions.shape[0], len(ROLES))
    total = torch.zeros(emissions.shape[0])
    picked = emissions.gather(2, gold[:, :, None]).squeeze(2)
    for t in range(1, emissions.shape[1]):
        onward = torch.logsumexp(alpha[:, :, None] + steps, 1)
        anew = torch.logsumexp(alpha, 1, keepdim=True) + opening
        if t == 1:
            anew = opening.expand_as(alpha)
        grown = torch.where(fresh[:, t, None], anew, onward) + emissions[:, t]
        alpha = torch.where(live[:, t, None], grown, alpha)
        move = torch.where(fresh[:, t], opening[gold[:, t]], steps[gold[:, t - 1], gold[:, t]])
        total = total + torch.where(live[:, t], move + picked[:, t], 0.0)
    likely = torch.logsumexp(alpha, 1) - total
    return torch.where(live.any(1), likely, 0.0).sum() / live.sum().clamp(min=1)


def pointer_loss(scores: Tensor, target: Tensor, permitted: Tensor) -> Tensor:
    rows = target >= 0
    if not rows.any():
        return scores.sum() * 0
    return F.cross_entropy(scores[rows].float().masked_fill(~permitted[rows], -1e4), target[rows])
