"""Fits the confidence of relations on PolNeAR dev: `python -m training.calibrate MODEL_FOLDER [--write]`.

Logistic regression of "this relation is right by the bench's attribution metric" on the evidence that decoding gives.
The reliability table is cross-validated by report; the weights that are written are fitted on all of dev.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray

from training import measure
from training.corpora import Labelled, polnear
from whoseword.model import Relation
from whoseword.reports.reader import Reader
from whoseword.reports.roles import EVIDENCE

FOLDS = 5
RIDGE = 1.0  # keeps the weights of rarely differing signs near zero
STEPS = 50
Array = NDArray[Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--write", action="store_true", help="put the weights into the model file")
    given = parser.parse_args()
    rows, right, owner = collect(given.folder, given.shared)
    chance = np.zeros(len(right))
    for fold in range(FOLDS):
        held = owner % FOLDS == fold
        chance[held] = predict(rows[held], fit(rows[~held], right[~held]))
    print(reliability(chance, right))
    weights = fit(rows, right)
    print("weights", " ".join(f"{w:.4f}" for w in weights))
    if given.write:
        path = given.folder / "reader.onnx"
        model = onnx.load(str(path))
        for entry in model.metadata_props:
            if entry.key == "confidence":
                entry.value = " ".join(f"{w:.4f}" for w in weights)
        onnx.save(model, str(path))


def collect(folder: Path, shared: Path) -> tuple[Array, Array, Array]:
    """Evidence [n, 8] (a constant last), right [n], number of the report [n] of every relation with cue and content."""
    score = measure.scorer(shared)
    reader = Reader(folder)
    rows: list[Array] = []
    right: list[bool] = []
    owner: list[int] = []
    for number, item in enumerate(polnear(shared / "corpora", "dev")):
        whole = [
            (relation, evidence)
            for relation, evidence in reader.relations(item.text)
            if relation.cue and relation.content
        ]
        hits = matched(score, item, [relation for relation, _ in whole])
        rows += [np.append(evidence, 1.0) for _, evidence in whole]
        right += [k in hits for k in range(len(whole))]
        owner += [number] * len(whole)
    return np.asarray(rows), np.asarray(right), np.asarray(owner)


def matched(score: Any, item: Labelled, relations: list[Relation]) -> set[int]:
    """Which relations the bench counts as right: the pairing of its `attrib` metric."""

    def sets(relation: Any) -> dict[str, Any]:
        return {role: score.chars(score.norm(relation[role], item.text), item.text) for role in score.ROLES}

    found = [sets({"source": r.source, "cue": r.cue, "content": r.content}) for r in relations]
    gold = [g for g in map(sets, item.attributions) if g["cue"] and g["content"]]
    pairs = []
    for i, a in enumerate(found):
        for j, b in enumerate(gold):
            content, source = score.jac(a["content"], b["content"]), score.jac(a["source"], b["source"])
            if a["cue"] & b["cue"] and min(content, source) >= 0.5:
                pairs.append((content + source + score.jac(a["cue"], b["cue"]), i, j))
    return {i for i, _ in score.greedy(pairs)}


def fit(rows: Array, right: Array) -> Array:
    """Ridge logistic regression by Newton's method; the constant is not shrunk."""
    weights = np.zeros(EVIDENCE + 1)
    shrink = np.diag([RIDGE] * EVIDENCE + [0.0])
    for _ in range(STEPS):
        chance = predict(rows, weights)
        slope = rows.T @ (right - chance) - shrink @ weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + shrink + 1e-9 * np.eye(EVIDENCE + 1)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def predict(rows: Array, weights: Array) -> Array:
    chance: Array = 1 / (1 + np.exp(-rows @ weights))
    return chance


def reliability(chance: Array, right: Array) -> str:
    """A table: what the confidence says against how often it is right, in ten bands; and how well it ranks."""
    lines = ["| confidence | relations | mean confidence | right |", "|---|---|---|---|"]
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        band = (chance >= low) & (chance < low + 0.1)
        if band.any():
            error += band.mean() * abs(chance[band].mean() - right[band].mean())
            shares = f"{chance[band].mean():.2f} | {right[band].mean():.2f}"
            lines.append(f"| {low:.1f}-{low + 0.1:.1f} | {band.sum()} | {shares} |")
    ranks = chance.argsort().argsort()
    positive, negative = right.sum(), (~right).sum()
    auc = (ranks[right].sum() - positive * (positive - 1) / 2) / (positive * negative)
    return "\n".join([*lines, f"expected calibration error {error:.3f}, area under the ROC curve {auc:.3f}"])


if __name__ == "__main__":
    main()
