"""Texts that people marked, and a reader -> its scores, and those of people and of the best published tagger.

A score without the others beside it says little: where people agree at 73, a reader at 73 is as good as one of them.

>>> [row.name for row in KNOWN]
['people, train', 'CofeNet']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from whoseword.evaluate.polnear import Attribution, MarkedText
from whoseword.evaluate.scores import Count, compare, interval, prepare, total
from whoseword.model import Problem
from whoseword.pipeline import ReadsText


@dataclass(frozen=True, slots=True)
class Known:
    """Scores (F1 by measure, 0 to 1) that were measured before, and on what: for orientation."""

    name: str
    measured_on: str
    f1: Mapping[str, float]


KNOWN = (
    # Our measurement with `people_of`: 16 texts of the training part with five or six annotators each.
    # The development part has two such texts only, far too few to stand for people.
    Known(
        "people, train",
        "PolNeAR train, the 16 texts with several annotators, 470 ordered pairs",
        {
            "attribution": 0.727,
            "attribution-without-source": 0.770,
            "run.source": 0.780,
            "run.cue": 0.705,
            "run.content": 0.705,
            "exact.source": 0.780,
            "exact.cue": 0.705,
            "exact.content": 0.671,
            "overlap.source": 0.813,
            "overlap.cue": 0.753,
            "overlap.content": 0.797,
            "token.source": 0.802,
            "token.cue": 0.689,
            "token.content": 0.915,
        },
    ),
    # As published (COLING 2022, the table of detailed experiments, column "exact"); not measured again by us.
    Known(
        "CofeNet",
        "PolNeAR, the held-out part, every annotator's file as a text of its own (COLING 2022; BERT-base)",
        {"run.source": 0.832, "run.cue": 0.753, "run.content": 0.729},
    ),
)


@dataclass(frozen=True, slots=True)
class Scores:
    """What was counted for one party: `comparisons` are files of annotators, or ordered pairs of them."""

    counts: Mapping[str, Count]
    texts: int
    comparisons: int


@dataclass(frozen=True, slots=True)
class ReaderScores(Scores):
    """The same for the reader, with the 95 % interval over reports of the F1 of `attribution`."""

    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Found:
    """What the reader found in one text, flat relations as they are."""

    attributions: tuple[Attribution, ...]
    problems: tuple[Problem, ...]


def find(reader: ReadsText, texts: Iterable[MarkedText], *, min_confidence: float = 0.0) -> Iterator[Found]:
    """What the reader finds in each text, in order: the relations with a score of `min_confidence` at least."""
    for marked in texts:
        reading, problems = reader.read(marked.text)
        relations = (relation for relation in reading.relations if relation.score >= min_confidence)
        yield Found(tuple(Attribution(found.source, found.cue, found.content) for found in relations), problems)


def reader_scores(
    texts: Sequence[MarkedText], found: Sequence[Sequence[Attribution]], *, all_annotators: bool = False
) -> ReaderScores:
    """The scores of what was found in each text against its first annotator, or against each as a text of its own.

    Texts that nobody annotated count for nothing.
    """
    by_text: list[Mapping[str, Count]] = []
    files = 0
    for marked, attributions in zip(texts, found, strict=True):
        if not marked.marked:
            continue
        here = prepare(attributions, marked.text)
        annotators = marked.marked if all_annotators else marked.marked[:1]
        by_text.append(total(compare(here, prepare(there, marked.text)) for there in annotators))
        files += len(annotators)
    # Two annotators of one report are not two independent reports: the interval draws texts, not files.
    around = interval([counts["attribution"] for counts in by_text]) if by_text else (0.0, 0.0)
    return ReaderScores(total(by_text), len(by_text), files, around)


def people_of(texts: Iterable[MarkedText]) -> Scores | None:
    """How well people agree: each annotator of a text held against each other one; None where no text has two."""
    counts: list[Mapping[str, Count]] = []
    shared = [marked for marked in texts if len(marked.marked) > 1]
    for marked in shared:
        sides = [prepare(attributions, marked.text) for attributions in marked.marked]
        counts.extend(compare(here, there) for here, there in permutations(sides, 2))
    return Scores(total(counts), len(shared), len(counts)) if shared else None
