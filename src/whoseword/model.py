"""Every noun of the record, frozen. Imports nothing of ours.

Offsets are Unicode code points, half-open, into `Report.text`: `text[span[0]:span[1]]` gives the exact words.

>>> Problem("encoding-guessed", "read as windows-1252", None).code
'encoding-guessed'
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
PublishedFrom = Literal["given", "metadata", "url", "text", "none"]
PartKind = Literal["title", "dek", "body", "byline", "bio"]
EntityKind = Literal["person", "organisation", "outlet", "document", "group", "place", "unknown"]
NameKind = Literal["person", "organisation", "place", "misc"]
QuoteKind = Literal["direct", "indirect", "mixed", "none"]
LinkKind = Literal["stated", "carried", "unknown"]
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
TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["exact", "about", "at-least", "at-most", "range"]
Change = Literal["by", "to", "from"]
Vague = Literal[
    "all",
    "any",
    "some (unstated)",
    "unknown",
    "unknown, possibly none",
    "unchanged",
    "decrease, size unstated",
    "increase, size unstated",
]
EventMode = Literal["actual", "planned", "hypothetical", "negated"]
DueState = Literal["date", "condition", "not-set", "unstated"]
CommitmentStatus = Literal["agreed", "promised", "expected", "denied", "done", "broken", "postponed"]


def hashed_id(*fields: object) -> str:
    """Twelve hex digits of the SHA-256 of the JSON list of the defining fields.

    A JSON list keeps `["a", "b.c"]` and `["a.b", "c"]` apart, which joining with a mark would not.
    """
    listed = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate can come in through a JSON escape; it must not stop an id from being made.
    return hashlib.sha256(listed.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input, told next to the result and never raised.

    `code` is a name in words (`docs/problems.md` lists them all), `span` the place in the text where there is one.
    """

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published (ISO 8601, to the precision given) and where that date came from."""

    value: str | None = None
    origin: PublishedFrom = "none"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a report's text by its place on the page."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """A report exactly as read. `text` never changes afterwards: offsets are evidence."""

    id: str
    path: str
    row: int | None
    text: str
    title: str | None
    dek: str | None
    byline: tuple[str, ...]
    outlet: str | None
    url: str | None
    language: str
    published: Published
    parts: tuple[Part, ...]


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


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression after TIMEX3.

    `value` is as there ("2021-07", "P20Y", "PRESENT_REF"), or None if it needs a date that nobody gave. `begin`, `end`
    are ISO days (half-open) where the value is an interval of the calendar, `anchor` the words of the report that it
    was counted from where that is not the day of publication.
    """

    span: Span
    kind: TimeKind
    value: str | None
    mod: str | None = None
    begin: str | None = None
    end: str | None = None
    needs_publication_date: bool = False
    anchor: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much of something is said.

    `value` is the number, the lower end where `bound` is "range" (`high` is the upper one), or a word where no number
    is told ("all", "unchanged"). `unit` is a unit of the word list, else the counted noun as it stands, None where the
    words have neither; `of` what is counted, `where` the place it is counted in. `change` tells a difference or its
    ends ("by 300", "to 2,500", "from 5,200") from an amount.
    """

    span: Span
    value: float | Vague
    unit: str | None = None
    of: Span | None = None
    where: Span | None = None
    bound: Bound = "exact"
    high: float | None = None
    change: Change | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom.

    `predicate` is its head word; `category` after PLOVER or None; `times` are spans of `Time`s. `background` is true
    for what happened well before and is told again. `statement` is the innermost statement that tells it, None in the
    author's own voice.
    """

    id: str
    predicate: Span
    category: str | None
    mode: EventMode
    who: Span | None = None
    whom: Span | None = None
    where: Span | None = None
    times: tuple[Span, ...] = ()
    background: bool = False
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is owed.

    "not-set" is said of a due date that a report says does not exist; "unstated" if it says nothing; `value` is TIMEX3.
    """

    state: DueState
    value: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody has undertaken, on whose word.

    `statements` are the ids of those that carry it, none where the author tells it. `who` and `to_whom` are ids of
    entities; `doers` the words for who, also where no entity is.
    """

    id: str
    who: tuple[str, ...]
    to_whom: tuple[str, ...]
    what: Span
    due: Due
    condition: Span | None
    statements: tuple[str, ...]
    status: CommitmentStatus
    rule: str = ""
    doers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity said of something at a time by someone: the point of a series.

    `statement` is None in the author's own voice; `time` is the span of the `Time` that dates it.
    """

    quantity: Span
    of: Span | None
    where: Span | None
    time: Span | None
    statement: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """All that one report says and on whose word: what `whoseword read` prints."""

    report: Report
    reading: Reading
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...]
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()
