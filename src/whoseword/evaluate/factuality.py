"""Did it happen? The polarity of predicates held to what people judged, with the majority's guess beside it.

In: a JSONL file in the format of the unified factuality corpora: `text` with its words parted by blanks, and `targets`,
each with `span1` (first word, word behind the last) and `label` from -3 (did not happen) to 3 (happened). Only the sign
counts; predicates that people put at 0 are told and left out. "Unclear" counts as did not: nobody was told that it did.

>>> judged, = judged_of('{"text": "It rained .", "targets": [{"span1": [1, 2], "label": 3.0}]}', "a.jsonl")
>>> judged.labels
((1, 3.0),)
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, get_args

from whoseword.errors import NoInputError, UsageError
from whoseword.lexicon import Lexicon
from whoseword.model import Problem, Reading, Span
from whoseword.statements.modality import Modality
from whoseword.statements.polarity import Polarity, polarity
from whoseword.statements.trees import Tree

POLARITIES: tuple[Polarity, ...] = get_args(Polarity)


class ReadsWords(Protocol):
    """What is asked of a reader here: to read a text whose words are given."""

    def read(self, text: str, *, tokens: Sequence[Span] | None = None) -> tuple[Reading, tuple[Problem, ...]]:
        """Words with their grammar; `tokens` are taken as the words."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence and its words; `labels` are pairs of the word of a predicate and what people judged."""

    text: str
    words: tuple[Span, ...]
    labels: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class FactualityScores:
    """How often the sign was right. `counts` is by our polarity and by whether people say that it happened."""

    counts: Mapping[tuple[Polarity, bool], int]
    undecided: int

    @property
    def predicates(self) -> int:
        """How many predicates were compared."""
        return sum(self.counts.values())

    @property
    def accuracy(self) -> float:
        """The share with the right sign."""
        return sum(n for (ours, happened), n in self.counts.items() if (ours == "happened") == happened) / self._all

    @property
    def majority(self) -> float:
        """The share that is right when all are given the sign that most of them have."""
        happened = sum(n for (_, sign), n in self.counts.items() if sign)
        return max(happened, self.predicates - happened) / self._all

    @property
    def _all(self) -> int:
        return self.predicates or 1


def read_judged(path: Path) -> tuple[Judged, ...]:
    """All sentences of a file.

    Raises:
        UsageError: it is no file.
        NoInputError: it cannot be read, a line is damaged, or no predicate is judged; the message says where.
    """
    if not path.is_file():
        raise UsageError(f"{path} is no file: name a JSONL file with `text` and `targets` in each line")
    try:
        found = tuple(judged_of(path.read_text(encoding="utf-8"), path))
    except (OSError, UnicodeDecodeError) as error:
        raise NoInputError(f"{path} cannot be read: {error}") from error
    if not any(judged.labels for judged in found):
        raise NoInputError(f"{path} holds no judged predicate: there is nothing to compare with")
    return found


def judged_of(lines: str, path: Path | str) -> Iterator[Judged]:
    """The sentences of a file's lines; `path` is for messages."""
    for number, line in enumerate(lines.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row: dict[str, Any] = json.loads(line)
            words = _words(row["text"])
            labels = tuple((int(t["span1"][0]), float(t["label"])) for t in row["targets"])
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            raise NoInputError(f"{path}, line {number}: no `text` with `targets` can be read ({error!r})") from error
        if any(not 0 <= k < len(words) for k, _ in labels):
            raise NoInputError(f"{path}, line {number}: a target is no word of the text, which has {len(words)}")
        yield Judged(row["text"], words, labels)


def factuality_scores(reader: ReadsWords, sentences: Iterable[Judged], lexicon: Lexicon) -> FactualityScores:
    """Reads each sentence and compares each judged predicate."""
    counts: Counter[tuple[Polarity, bool]] = Counter()
    undecided = 0
    for judged in sentences:
        reading, _ = reader.read(judged.text, tokens=judged.words)
        modality = Modality(Tree(judged.text, reading), lexicon)
        for k, label in judged.labels:
            if label == 0:
                undecided += 1
            else:
                counts[polarity(modality, k), label > 0] += 1
    return FactualityScores(counts, undecided)


def _words(text: str) -> tuple[Span, ...]:
    spans, at = [], 0
    for word in text.split(" "):
        if word:
            spans.append((at, at + len(word)))
        at += len(word) + 1
    return tuple(spans)
