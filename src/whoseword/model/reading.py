"""What the reader sees in a text: words, names and the flat roles of who says what.

>>> Name((0, 7), "person").kind
'person'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.model.reports import Span

NameKind = Literal["person", "organisation", "place", "misc"]


@dataclass(frozen=True, slots=True)
class Word:
    """One token with its UPOS tag and its head in the basic Universal Dependencies tree.

    `head` is the index of the governor in `Reading.words`, or -1 for the root of a sentence.
    """

    span: Span
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name that the reader found."""

    span: Span
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Relation:
    """An attribution relation as the reader found it: flat roles, not yet a statement.

    Each role is a tuple of spans, in text order; `recipient` is the one told ("told Politico"). `score` is in 0..1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    recipient: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader saw in one text. `sentences` are half-open ranges of word indices."""

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...]
    relations: tuple[Relation, ...]
