"""Annotated texts -> windows of word pieces with a label for every word: what the network is trained on.

The input side is `whoseword.reports.encoding`, the very code that the reader runs, so training and reading cannot part.
"""

from __future__ import annotations

import bisect
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.corpora import Attribution, Labelled, Span, Token
from whoseword.reports.encoding import KINDS, RELATIONS, ROLES, UPOS, Encoder, Paragraph, pack, window_arrays

NONE = -100


def word_pieces(base: Path) -> Callable[[str], list[int]]:
    """The base model's tokenizer, word by word, each word cut once."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return lambda word: tokenizer.encode(word, add_special_tokens=False).ids  # type: ignore[no-any-return]


@dataclass
class Lesson:
    """A teacher's scores for one paragraph of n words: roles [n, 9], pointers [n, 1 + n] with column 0 for "none"."""

    role: torch.Tensor
    content_cue: torch.Tensor
    cue_source: torch.Tensor


@dataclass
class Sample:
    """One paragraph with its labels; index 0 of the pointers means "none" (the window's first column)."""

    paragraph: Paragraph
    role: list[int]
    names: list[int]
    name_weight: float
    upos: list[int]
    start: list[int]
    head: list[int]
    relation: list[int]
    content_cue: dict[int, int] = field(default_factory=dict)
    cue_source: dict[int, int] = field(default_factory=dict)
    lesson: Lesson | None = None

    @property
    def size(self) -> int:
        return len(self.paragraph.ids)


class _Places:
    """Finds the words that a span of characters touches, as (paragraph, word) pairs."""

    def __init__(self, made: Sequence[Sample]) -> None:
        self._places = sorted((s, e, k, w) for k, x in enumerate(made) for w, (s, e) in enumerate(x.paragraph.words))
        self._begins = [place[0] for place in self._places]

    def __call__(self, span: Sequence[int]) -> list[tuple[int, int]]:
        k = max(0, bisect.bisect_right(self._begins, span[0]) - 1)
        found = []
        while k < len(self._places) and self._places[k][0] < span[1]:
            if self._places[k][1] > span[0]:
                found.append(self._places[k][2:])
            k += 1
        return found


def samples(item: Labelled, encoder: Encoder, *, reading: int = 0) -> list[Sample]:
    """The paragraphs of one text with labels; `reading` chooses the annotator."""
    gold = [(t.start, t.end) for t in item.tokens or []]
    paragraphs = encoder.encode(item.text, tokens=gold) if item.tokens is not None else encoder.encode(item.text)
    made = [_blank(p) for p in paragraphs]
    covered = _Places(made)
    if item.readings is not None:
        _label_roles(made, item.readings[reading], item.recipients, covered)
    if item.names is not None:
        _label_names(made, item.names, covered, weight=0.5 if item.silver else 1.0)
    if item.starts is not None:
        for sample in made:
            sample.start = [0] * len(sample.start)
        for place in item.starts:
            for k, w in covered((place, place + 1))[:1]:
                made[k].start[w] = 1
    if item.tokens and item.tokens[0].upos is not None:
        _label_trees(made, item.tokens, covered)
    return made


def _blank(paragraph: Paragraph) -> Sample:
    n = len(paragraph.words)
    return Sample(paragraph, [NONE] * n, [NONE] * n, 1.0, [NONE] * n, [NONE] * n, [NONE] * n, [NONE] * n)


def _label_roles(made: list[Sample], relations: list[Attribution], told: list[Span], covered: _Places) -> None:
    for sample in made:
        sample.role = [0] * len(sample.role)

    def mark(span: Sequence[int], role: str) -> tuple[int, int] | None:
        words = covered(span)
        before = None
        for k, w in words:
            made[k].role[w] = ROLES.index(("I-" if before == k else "B-") + role)
            before = k
        return words[0] if words else None

    for span in told:
        mark(span, "recipient")
    for relation in relations:
        cues = [m for s in relation["cue"] if (m := mark(s, "cue"))]
        contents = [m for s in relation["content"] if (m := mark(s, "content"))]
        sources = [m for s in relation["source"] if (m := mark(s, "source"))]
        if not cues:
            continue
        k, cue = cues[0]
        made[k].content_cue.update({word: cue for j, word in contents if j == k})
        if not sources:
            made[k].cue_source[cue] = -1
        elif sources[0][0] == k:
            made[k].cue_source[cue] = sources[0][1]
    for sample in made:
        _keep_whole_links(sample)


def _keep_whole_links(sample: Sample) -> None:
    """Drops pointers one of whose ends was overwritten by another annotation."""
    role = [ROLES[r] for r in sample.role]
    contents, cues = sample.content_cue.items(), sample.cue_source.items()
    sample.content_cue = {a: b for a, b in contents if role[a] == "B-content" and role[b] == "B-cue"}
    sample.cue_source = {a: b for a, b in cues if role[a] == "B-cue" and (b < 0 or role[b] == "B-source")}


def _label_names(made: list[Sample], names: list[tuple[int, int, str]], covered: _Places, *, weight: float) -> None:
    for sample in made:
        sample.names, sample.name_weight = [0] * len(sample.names), weight
    for start, end, kind in names:
        before = None
        for k, w in covered((start, end)):
            made[k].names[w] = 2 * KINDS.index(kind) + (2 if before == k else 1)
            before = k


def _label_trees(made: list[Sample], tokens: list[Token], covered: _Places) -> None:
    at = [covered((t.start, t.end))[:1] for t in tokens]
    for token, place in zip(tokens, at, strict=True):
        if not place or token.upos is None or token.deprel is None or token.head is None:
            continue
        k, w = place[0]
        made[k].upos[w] = UPOS.index(token.upos)
        head = at[token.head] if token.head >= 0 else [(k, -1)]
        if head and head[0][0] == k:
            made[k].head[w], made[k].relation[w] = head[0][1], RELATIONS.index(token.deprel)


Window = list[Sample]


def windows(items: Iterable[list[Sample]], cap: int, rng: random.Random | None = None) -> list[Window]:
    """Each text's paragraphs in windows of at most `cap` pieces; with `rng`, the first window's size is random."""
    made: list[Window] = []
    for item in items:
        first = rng.randint(cap // 3, cap) if rng else cap
        made.extend([item[k] for k in group] for group in pack([s.size for s in item], cap, first=first))
    return made


def length(window: Window) -> int:
    return 1 + sum(s.size + 1 for s in window)


def batches(made: list[Window], budget: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, at most `budget` pieces (padding counted) a batch, in random order."""
    order = sorted(made, key=lambda w: (length(w), rng.random()))
    groups: list[list[Window]] = [[]]
    for window in order:
        if groups[-1] and length(window) * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(window)
    rng.shuffle(groups)
    return [group for group in groups if group]


def tensors(group: list[Window]) -> dict[str, torch.Tensor]:
    """A batch as padded tensors; word columns start with column 0 = the window itself ("none", "root")."""
    arrays = [window_arrays([s.paragraph for s in window]) for window in group]
    pieces = max(len(a["ids"]) for a in arrays)
    count = max(len(a["first"]) for a in arrays)
    b = len(group)
    out = {
        "ids": np.zeros((b, pieces), np.int64),
        "features": np.zeros((b, pieces, 3), np.int64),
        "mask": np.zeros((b, pieces), bool),
        "first": np.zeros((b, count), np.int64),
        "paragraph": np.full((b, count), -1, np.int64),
    }
    for key in ("role", "names", "upos", "start", "head", "relation", "content_cue", "cue_source"):
        out[key] = np.full((b, count), NONE, np.int64)
    weight = np.ones((b, count), np.float32)
    for i, (window, a) in enumerate(zip(group, arrays, strict=True)):
        n, m = len(a["ids"]), len(a["first"])
        out["ids"][i, :n], out["features"][i, :n], out["mask"][i, :n] = a["ids"], a["features"], True
        out["first"][i, :m], out["paragraph"][i, :m] = a["first"], a["paragraph"]
        at = 1
        for sample in window:
            k = len(sample.role)
            part = slice(at, at + k)
            for key in ("role", "names", "upos", "start", "relation"):
                out[key][i, part] = getattr(sample, key)
            out["head"][i, part] = [h + at if h >= 0 else (0 if h == -1 else NONE) for h in sample.head]
            for x, y in sample.content_cue.items():
                out["content_cue"][i, at + x] = at + y
            for x, y in sample.cue_source.items():
                out["cue_source"][i, at + x] = at + y if y >= 0 else 0
            weight[i, part] = sample.name_weight
            at += k
    made = {key: torch.from_numpy(value) for key, value in out.items()} | {"weight": torch.from_numpy(weight)}
    return made | (_lessons(group, count) if any(s.lesson for window in group for s in window) else {})


def _lessons(group: list[Window], count: int) -> dict[str, torch.Tensor]:
    """The teacher's scores of a batch; what no lesson tells of is masked: `taught` [b, w], pointers at -1e4."""
    b = len(group)
    out = {
        "taught": torch.zeros(b, count, dtype=torch.bool),
        "taught_role": torch.zeros(b, count, len(ROLES)),
        "taught_content_cue": torch.full((b, count, count), -1e4),
        "taught_cue_source": torch.full((b, count, count), -1e4),
    }
    for i, window in enumerate(group):
        at = 1
        for sample in window:
            n = len(sample.role)
            if sample.lesson:
                out["taught"][i, at : at + n] = True
                out["taught_role"][i, at : at + n] = sample.lesson.role.float()
                for key in ("content_cue", "cue_source"):
                    scores = getattr(sample.lesson, key).float()
                    out[f"taught_{key}"][i, at : at + n, at : at + n] = scores[:, 1:]
                    out[f"taught_{key}"][i, at : at + n, 0] = scores[:, 0]
            at += n
    return out
