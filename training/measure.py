"""Scores of a network on held-out parts: attribution by ../shared/bench, names, part of speech and tree by counting."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch

from training.corpora import Labelled
from training.features import Sample, Window, length, tensors
from training.network import Network, same_paragraph
from whoseword.reports.encoding import KINDS
from whoseword.reports.roles import Found, link, runs, viterbi

NAME_TAGS = ("O", *(f"{b}-{kind}" for kind in KINDS for b in "BI"))


def scorer(shared: Path) -> ModuleType:
    """The PolNeAR scorer of the bench folder, loaded from its file."""
    spec = importlib.util.spec_from_file_location("score_polnear", shared / "bench" / "score_polnear.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def forward(net: Network, made: list[Window], budget: int = 4096) -> Iterable[tuple[list[int], dict[str, Any]]]:
    """(indices, numpy scores) for batches of windows."""
    order = sorted(range(len(made)), key=lambda k: length(made[k]))
    groups: list[list[int]] = [[]]
    for k in order:
        if groups[-1] and length(made[k]) * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(k)
    net.eval()
    for group in groups:
        batch = tensors([made[k] for k in group])
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            x = net.states(batch)
            permitted = same_paragraph(batch["paragraph"])
            arcs = net.arc(x).float().masked_fill(~permitted, -1e4)
            heads = arcs.argmax(2)
            b, w = heads.shape
            rows = (torch.arange(b).repeat_interleave(w), torch.arange(w).repeat(b))
            labels = net.labels(x, rows, heads.flatten()).argmax(1).view(b, w)
            scores = {
                "role": net.roles(x), "content_cue": net.content_cue(x), "cue_source": net.cue_source(x),
                "names": net.names(x), "upos": net.upos(x), "start": net.start(x),
            }  # fmt: skip
        out = {key: value.float().numpy() for key, value in scores.items()}
        yield group, out | {"head": heads.numpy(), "relation": labels.numpy(), "batch": batch}


def attributions(net: Network, texts: list[list[Sample]], made: list[tuple[int, Window]]) -> list[list[dict[str, Any]]]:
    """For each text, the predicted relations as character spans in the scorer's form."""
    found: list[list[dict[str, Any]]] = [[] for _ in texts]
    steps, opening = net.transitions.detach().numpy(), net.opening.detach().numpy()
    for group, out in forward(net, [w for _, w in made]):
        for row, k in enumerate(group):
            owner, window = made[k]
            at = 1
            for sample in window:
                n = len(sample.role)
                part = slice(at, at + n)
                emissions = out["role"][row, part]
                tags = viterbi([emissions], steps, opening)[0]
                columns = np.r_[0, at : at + n]
                relations = link(tags, emissions, out["content_cue"][row, part][:, columns],
                                 out["cue_source"][row, part][:, columns])  # fmt: skip
                found[owner] += [spans(f, sample) for f in relations]
                at += n
    return found


def spans(found: Found, sample: Sample) -> dict[str, Any]:
    words = sample.paragraph.words
    return {
        role: [[words[a][0], words[b - 1][1]] for a, b in getattr(found, role)] for role in ("source", "cue", "content")
    }


def word_layers(net: Network, made: list[Window]) -> dict[str, float]:
    """upos, start accuracy; unlabelled and labelled attachment; name F1 (strict spans), where the windows have gold."""
    right = dict.fromkeys(("upos", "start", "uas", "las"), 0)
    seen = dict.fromkeys(right, 0)
    hit = guessed = gold = 0
    for group, out in forward(net, made):
        batch = out["batch"]
        for key in ("upos", "start"):
            live = batch[key].numpy() >= 0
            right[key] += int((out[key].argmax(2) == batch[key].numpy())[live].sum())
            seen[key] += int(live.sum())
        live = batch["head"].numpy() >= 0
        same = (out["head"] == batch["head"].numpy()) & live
        right["uas"] += int(same.sum())
        right["las"] += int((same & (out["relation"] == batch["relation"].numpy())).sum())
        seen["uas"] += int(live.sum())
        seen["las"] += int(live.sum())
        for row in range(len(group)):
            truth = batch["names"][row].numpy()
            if (truth >= 0).any():
                a = set(runs(np.where(truth >= 0, truth, 0), NAME_TAGS))
                b = set(runs(np.where(truth >= 0, well_formed(out["names"][row].argmax(1)), 0), NAME_TAGS))
                hit, guessed, gold = hit + len(a & b), guessed + len(b), gold + len(a)
    result = {key: 100 * right[key] / seen[key] for key in right if seen[key]}
    return result | ({"names": 200 * hit / (guessed + gold)} if gold else {})


def well_formed(tags: np.ndarray) -> np.ndarray:
    """An inside tag that follows nothing of its kind opens a name."""
    fixed = tags.copy()
    for k, tag in enumerate(tags):
        if tag and tag % 2 == 0 and (k == 0 or fixed[k - 1] not in (tag, tag - 1)):
            fixed[k] = tag - 1
    return fixed


def polnear_scores(
    score: ModuleType, shared: Path, items: list[Labelled], found: list[list[dict[str, Any]]]
) -> dict[str, float]:
    """Attribution F1 (first annotator) and contiguous-run F1 by role (every annotator's file), on dev."""
    predicted = {item.name: relations for item, relations in zip(items, found, strict=True)}
    data = str(shared / "corpora" / "polnear")
    first = score.score(predicted, "dev", data)
    every = score.score(predicted, "dev", data, "all")
    table = {key: 100 * first[key]["F"] for key in ("attrib.all", "attrib_nosrc.all", "exact.content", "overlap.cue")}
    return table | {key: 100 * every[key]["F"] for key in ("run.source", "run.cue", "run.content")}
