"""Whom a report names or describes, and the chain from the one who tells to the one who knows.

>>> Number(None, many=True).bound
'exact'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.model.matters import Bound
from whoseword.model.reports import Span

EntityKind = Literal["person", "organisation", "outlet", "document", "group", "place", "unknown"]
LinkKind = Literal["stated", "carried", "unknown"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Why the mention at `span` is taken for its entity: the rule, and the earlier (or later) mention it leads to."""

    span: Span
    rule: str
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """How many an unnamed source is. `value` is None where the words leave it open ("officials", "several people").

    `many`: more than one. `words` are those that say the number, `bound` how exact it is ("at least two").
    """

    value: int | None
    many: bool
    words: Span | None = None
    bound: Bound = "exact"


@dataclass(frozen=True, slots=True)
class Anonymity:
    """The words that say that a name is kept back, to the end of the reason, and the rule that says whose name."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that a report names or describes, with every place where it does.

    `named` is false for "sources" or "a US official"; `description` then holds the report's own words. `resolved` says
    for each mention that does not name or describe its entity by itself ("he", "the official") how it was resolved;
    `candidates` are the ids of those that a mention which stayed unresolved may be. Of somebody unnamed, `affiliation`
    are the words for whom the source belongs to ("State Department"), `nearness` those that say how near it is to the
    facts ("familiar with the talks").
    """

    id: str
    name: str | None
    kind: EntityKind
    named: bool
    description: str | None
    mentions: tuple[Span, ...]
    candidates: tuple[str, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    affiliation: Span | None = None
    number: Number | None = None
    nearness: Span | None = None
    anonymity: Anonymity | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain: whose word, and how the link is known. The publisher comes first, the origin last."""

    entity: str | None
    link: LinkKind
    rule: str
    span: Span | None = None
