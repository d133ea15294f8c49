"""What the network is trained to do: the losses against gold and, for a student, against its teacher's scores.

Distillation after Hinton et al. 2015 (soft scores) and Jiao et al. 2020 (hidden states), at the level of words.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from training.network import Network, crf_loss, pointer_loss, same_paragraph
from whoseword.reports.encoding import ROLES

WEIGHTS = {
    "role": 1.0, "content_cue": 0.3, "cue_source": 0.3, "names": 0.5, "upos": 0.2, "start": 0.1, "arc": 0.4,
    "relation": 0.3,
}  # fmt: skip
# Against the teacher; chosen so that each part begins at about the size of its gold counterpart.
SOFT = {
    "role": 1.0, "content_cue": 0.3, "cue_source": 0.3, "names": 0.3, "upos": 0.1, "start": 0.1, "arc": 0.2,
    "states": 1.0,
}  # fmt: skip
# Lessons of a better teacher count for more than one annotator's spans.
LESSON = 2.0
TEMPERATURE = 1.5
_POINTING = {"content_cue": ROLES.index("B-content"), "cue_source": ROLES.index("B-cue")}


@dataclass
class Scores:
    """All that one pass over a batch gives; `x` are the word states."""

    x: Tensor
    heads: dict[str, Tensor]
    permitted: Tensor
    kin: bool  # whether the states are those of the student's own base


def scores(net: Network, batch: dict[str, Tensor]) -> Scores:
    with torch.autocast("cpu", torch.bfloat16):
        x = net.states(batch)
        heads = {
            "role": net.roles(x), "content_cue": net.content_cue(x), "cue_source": net.cue_source(x),
            "names": net.names(x), "upos": net.upos(x), "start": net.start(x), "arc": net.arc(x),
        }  # fmt: skip
    return Scores(
        x,
        {key: value.float() for key, value in heads.items()},
        same_paragraph(batch["paragraph"]),
        "wide" not in net.shape,
    )


def gold_loss(net: Network, batch: dict[str, Tensor], seen: Scores | None = None) -> Tensor:
    """The weighted sum of the losses of every layer that the batch has gold for; zero where it has none."""
    seen = seen or scores(net, batch)
    parts: dict[str, Tensor] = {}
    if (batch["role"] >= 0).any():
        parts["role"] = crf_loss(net, seen.heads["role"], batch["role"], batch["paragraph"])
        for key in ("content_cue", "cue_source"):
            parts[key] = pointer_loss(seen.heads[key], batch[key], seen.permitted)
    for key in ("upos", "start"):
        if (batch[key] >= 0).any():
            parts[key] = F.cross_entropy(seen.heads[key].flatten(0, 1), batch[key].flatten(), ignore_index=-100)
    if (batch["names"] >= 0).any():
        gold = batch["names"].flatten()
        each = F.cross_entropy(seen.heads["names"].flatten(0, 1), gold, ignore_index=-100, reduction="none")
        parts["names"] = (each * batch["weight"].flatten()).sum() / (gold >= 0).sum()
    if (batch["head"] >= 0).any():
        parts["arc"] = pointer_loss(seen.heads["arc"], batch["head"], seen.permitted)
        rows = (batch["head"] >= 0).nonzero(as_tuple=True)
        with torch.autocast("cpu", torch.bfloat16):
            labels = net.labels(seen.x, (rows[0], rows[1]), batch["head"][rows])
        parts["relation"] = F.cross_entropy(labels.float(), batch["relation"][rows])
    weighted = [WEIGHTS[key] * value for key, value in parts.items()]
    return torch.stack(weighted).sum() if weighted else seen.x.sum() * 0


def lesson_loss(student: Scores, batch: dict[str, Tensor]) -> Tensor:
    """How far the student's roles and pointers are from those of a teacher that was asked beforehand."""
    live = batch["taught"]
    total = student.x.sum() * 0
    for key in ("role", *_POINTING):
        rows = live
        if key in _POINTING:
            rows = live & (batch["taught_role"].argmax(2) == _POINTING[key])
        if rows.any():
            mine, theirs = student.heads[key][rows], batch[f"taught_{key}"][rows]
            if key in _POINTING:
                closed = ~student.permitted[rows]
                mine, theirs = mine.masked_fill(closed, -1e4), theirs.masked_fill(closed, -1e4)
            total = total + LESSON * SOFT[key] * _divergence(mine, theirs)
    return total


def _divergence(mine: Tensor, theirs: Tensor) -> Tensor:
    soft = F.log_softmax(theirs / TEMPERATURE, 1)
    return F.kl_div(F.log_softmax(mine / TEMPERATURE, 1), soft, log_target=True, reduction="batchmean")


def soft_loss(student: Scores, teacher: Scores, batch: dict[str, Tensor]) -> Tensor:
    """How far the student's scores are from the teacher's, over the real words of a batch, with or without gold.

    Where a batch has lessons, those of a better teacher, roles and pointers are left to them.
    """
    live = batch["paragraph"] >= 0
    total = student.x.sum() * 0
    if teacher.kin:
        total = SOFT["states"] * F.mse_loss(student.x.float()[live], teacher.x.float()[live])
    for key, weight in SOFT.items():
        if key == "states" or ("taught" in batch and key in {"role", *_POINTING}):
            continue
        rows = live
        if key in _POINTING:
            rows = live & (teacher.heads["role"].argmax(2) == _POINTING[key])
        if not rows.any():
            continue
        mine, theirs = student.heads[key][rows], teacher.heads[key][rows]
        if key in _POINTING or key == "arc":
            closed = ~student.permitted[rows]
            mine, theirs = mine.masked_fill(closed, -1e4), theirs.masked_fill(closed, -1e4)
        total = total + weight * _divergence(mine, theirs)
    return total
