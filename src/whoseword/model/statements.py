"""Who said what, with which words, how surely and on whose word.

>>> Modal((4, 9), "hedge").scope is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.model.reports import Span
from whoseword.model.who import Link

QuoteKind = Literal["direct", "indirect", "mixed", "none"]
Act = Literal[
    "statement",
    "denial",
    "no-comment",
    "demand",
    "promise",
    "agreement",
    "prediction",
    "question",
    "attitude",
]
ModalKind = Literal["hedge", "possible", "necessary", "negated", "future", "conditional"]
Distance = Literal["neutral", "claim", "stress", "concede", "reveal", "hedge", "hearsay"]


@dataclass(frozen=True, slots=True)
class Modal:
    """A word that tells how surely something is said; `scope` is the predicate (its head word) that it bears on."""

    span: Span
    kind: ModalKind
    scope: Span | None = None


@dataclass(frozen=True, slots=True)
class Denied:
    """The statement that a denial denies (its id), the rule that says so, and the words that show it."""

    statement: str
    rule: str
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of telling: who (`source`), with which words (`cue`), said what (`content`).

    `entity` is the id of the source's `Entity`; `told_to` the ids of those told; `within` the id of the statement
    that this one is nested in; `rule` names what found it. `quote` is "none" where nothing is told but a source is
    introduced ("The report cited a negotiator"). `denies` is what a denial denies, where one statement is clearly
    meant; `distance` how the writer stands to the content by the cue, None where the cue tells nothing.
    """

    id: str
    source: Span | None
    entity: str | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quote: QuoteKind
    told_to: tuple[str, ...]
    within: str | None
    chain: tuple[Link, ...]
    act: Act
    modality: tuple[Modal, ...]
    confidence: float
    rule: str
    denies: Denied | None = None
    distance: Distance | None = None
