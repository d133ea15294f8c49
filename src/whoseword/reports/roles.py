"""The network's scores for one window -> attribution relations over its words.

Roles are read by the Viterbi algorithm over learned transitions (a linear-chain CRF, Lafferty et al. 2001); each
content is given to the cue that it points to, and each cue to the source that it points to or to none.

>>> [(kind, first, end) for kind, first, end in runs([1, 2, 0, 3], ROLES)]
[('source', 0, 2), ('cue', 3, 4)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from whoseword.reports.encoding import ROLES

Scores = NDArray[np.float32]
Run = tuple[int, int]  # half-open range of words
# What a relation's confidence is computed from: log-certainty of the cue's, the content's and the source's least sure
# border, of the pointer from content to cue and from cue to source; whether there is a source; whether a content.
EVIDENCE = 7
_NEVER = -1e9
_LEAST = 1e-4


@dataclass(slots=True)
class Found:
    """One relation as ranges of words within its paragraph."""

    source: list[Run] = field(default_factory=list)
    cue: list[Run] = field(default_factory=list)
    content: list[Run] = field(default_factory=list)
    recipient: list[Run] = field(default_factory=list)
    evidence: Scores = field(default_factory=lambda: np.zeros(EVIDENCE, np.float32))


def allowed() -> NDArray[np.bool_]:
    """[9, 9]: whether a role tag may follow another; an inside tag needs its own kind before it."""
    table = np.ones((len(ROLES), len(ROLES)), bool)
    for j, after in enumerate(ROLES):
        if after.startswith("I-"):
            table[:, j] = [before != "O" and before[2:] == after[2:] for before in ROLES]
    return table


_FORBIDDEN = np.where(allowed(), 0.0, _NEVER).astype(np.float32)
_OPENING = np.asarray([_NEVER if role.startswith("I-") else 0.0 for role in ROLES], np.float32)


def viterbi(emissions: Sequence[Scores], transitions: Scores, start: Scores) -> list[NDArray[np.int64]]:
    """Best tag path of each sequence ([n_i, 9] emissions); all sequences are stepped through together."""
    if not emissions:
        return []
    steps = (transitions + _FORBIDDEN)[None]
    lengths = np.asarray([len(e) for e in emissions])
    order = np.argsort(-lengths, kind="stable")
    ranked = lengths[order]
    longest = int(ranked[0])
    padded = np.zeros((longest, len(emissions), len(ROLES)), np.float32)
    for row, k in enumerate(order):
        padded[: lengths[k], row] = emissions[k]
    best = start + _OPENING + padded[0]
    back = np.zeros((longest, len(emissions), len(ROLES)), np.int64)
    # How many sequences are still going on at each step; the longest come first.
    going = np.searchsorted(-ranked, -np.arange(longest), side="left").tolist()
    for t in range(1, longest):
        live = going[t]
        paths = best[:live, :, None] + steps
        paths.argmax(1, out=back[t, :live])
        best[:live] = paths.max(1) + padded[t, :live]
    tags = [np.zeros(0, np.int64) for _ in emissions]
    for row, k in enumerate(order):
        tag = int(best[row].argmax())
        path = [tag]
        for step in back[1 : ranked[row], row][::-1].tolist():
            tag = step[tag]
            path.append(tag)
        tags[k] = np.asarray(path[::-1], np.int64)
    return tags


def runs(tags: Sequence[int] | NDArray[np.int64], labels: Sequence[str] = ROLES) -> Iterator[tuple[str, int, int]]:
    """(kind, first, end) of each run of B-kind, I-kind … in a tag path."""
    kind, first = "", 0
    for k, tag in enumerate([*tags, 0]):
        label = labels[tag]
        if kind and not (label.startswith("I-") and label[2:] == kind):
            yield kind, first, k
            kind = ""
        if label != "O" and not kind:
            kind, first = label[2:], k


def link(tags: NDArray[np.int64], emissions: Scores, content_cue: Scores, cue_source: Scores) -> list[Found]:
    """Relations of one paragraph of n words. `content_cue`, `cue_source` are [n, 1 + n]: column 0 is "none"."""
    spans: dict[str, list[Run]] = {"source": [], "cue": [], "content": [], "recipient": []}
    for kind, first, end in runs(tags):
        spans[kind].append((first, end))
    found = {cue[0]: Found(cue=[cue]) for cue in spans["cue"]}
    alone: list[Found] = []
    for content in spans["content"]:
        if found:
            cue = max(found, key=lambda c: (content_cue[content[0], 1 + c], -c))
            found[cue].content.append(content)
        else:
            alone.append(Found(content=[content]))
    for first, relation in found.items():
        best = max(spans["source"], key=lambda s: (cue_source[first, 1 + s[0]], -s[0]), default=None)
        if best and cue_source[first, 1 + best[0]] > cue_source[first, 0]:
            relation.source = [best]
    for told in spans["recipient"]:
        near = min(found, key=lambda c: (abs(told[0] - found[c].cue[0][1]), c), default=None)
        if near is not None:
            found[near].recipient.append(told)
    certainty = _certainty(tags, emissions)
    relations = [*found.values(), *alone]
    for relation in relations:
        relation.evidence = _evidence(relation, certainty, content_cue, cue_source)
    return sorted(relations, key=lambda f: min(f.cue + f.content))


def confidence(evidence: Scores, weights: Scores) -> float:
    """Logistic regression over the evidence ([7] and a constant); the weights were fitted on held-out reports."""
    return float(1 / (1 + np.exp(-(weights[:-1] @ evidence + weights[-1]))))


def _certainty(tags: NDArray[np.int64], emissions: Scores) -> Scores:
    return _softmax(emissions)[np.arange(len(tags)), tags]


def _softmax(scores: Scores) -> Scores:
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), np.float32)


def _evidence(found: Found, certainty: Scores, content_cue: Scores, cue_source: Scores) -> Scores:
    def border(role: list[Run]) -> float:
        return min((float(certainty[k]) for a, b in role for k in (a, b - 1)), default=1.0)

    to_cue = to_source = 1.0
    if found.cue:
        cue = found.cue[0][0]
        to_cue = min((float(_softmax(content_cue[a])[1 + cue]) for a, _ in found.content), default=1.0)
        to_source = float(_softmax(cue_source[cue])[1 + found.source[0][0] if found.source else 0])
    sure = [border(found.cue), border(found.content), border(found.source), to_cue, to_source]
    logs = [float(np.log(max(_LEAST, p))) for p in sure]
    return np.asarray([*logs, bool(found.source), bool(found.content)], np.float32)
