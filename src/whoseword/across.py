"""Every noun that stands across reports, frozen: what is matched, counted and followed. Facts are in `model.py`.

All of these are views: computed from facts and judgements, disposable, the same for the same input. A place in a report
is a `Ref`, so that every entry leads to the exact words.

>>> str(Ref("3f2a90c41b77", "09ab12cd34ef"))
'3f2a90c41b77/09ab12cd34ef'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.model import (
    Act,
    Bound,
    DueState,
    EntityKind,
    EventMode,
    LinkKind,
    ModalKind,
    QuoteKind,
    Span,
)

DeedSort = Literal["act", "state", "frame", "side"]
Voice = Literal["statement", "author"]
MatchGrade = Literal["same", "matter", "none"]
DifferenceKind = Literal["number", "date", "polarity", "modality", "scope", "wording", "place", "source"]
ChangeKind = Literal["number", "date", "polarity", "modality", "scope", "wording", "status", "due", "new", "dropped"]
ChangeGrade = Literal["update", "conflict", "reworded", "open"]
OwedStatus = Literal["agreed", "promised", "expected", "denied", "done", "partly", "not-done", "broken", "postponed"]
IdentityGrade = Literal["same", "possibly", "different", "unknown"]
EndKind = Literal["source", "outlet", "author", "unknown"]
EchoKind = Literal["copy", "same-source", "same-outlet", "same-author", "inside-report", "mention"]


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A place in the record of one report: the report's id, and the id of the statement, unit or entity in it."""

    report: str
    part: str

    def __str__(self) -> str:
        return f"{self.report}/{self.part}"


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature found: its name, its score in -1..1 (against .. for), and why, for people."""

    feature: str
    score: float
    words: str


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a predicate: its words, its head in lower case and reduced to a lemma, the name that it holds.

    `name` is that of the entity that the words mention (also behind "he"), folded, None where they name nobody. `words`
    are the stems of its other telling words, `meanings` the groups of like words that its head stands in, `names` the
    folded names of others in its words ("Iraq" in "Iraqi troops").
    """

    span: Span
    head: str
    name: str | None = None
    words: tuple[str, ...] = ()
    meanings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """One predicate with its arguments, as far as matching needs them. `predicate` is the span of its head word.

    `begin`, `end` are ISO days, half-open, of the time that dates it, None where no time does; `places` are folded.
    `also` are arguments behind other prepositions, `meanings` the groups of like words that the predicate stands in,
    `sort` what kind of thing it is after those groups ("frame": it only says how something else stands: "agreed to").
    `main`: it is what its unit tells, not something said in passing. `frames` are the groups of the words that frame it
    in its unit, the outermost last ("agree", "want").
    """

    predicate: Span
    lemma: str
    category: str | None
    mode: EventMode
    who: tuple[Argument, ...] = ()
    whom: tuple[Argument, ...] = ()
    places: tuple[str, ...] = ()
    begin: str | None = None
    end: str | None = None
    event: str | None = None
    also: tuple[Argument, ...] = ()
    meanings: tuple[str, ...] = ()
    sort: DeedSort = "act"
    main: bool = True
    frames: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in a unit of telling, as it is compared: `high` is the upper end of a range."""

    span: Span
    value: float | str
    unit: str | None
    of: str | None
    bound: Bound = "exact"
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a chain: the entity in its report, what it is called there, and whether it is named and an outlet."""

    ref: Ref
    called: str
    kind: EntityKind
    named: bool


@dataclass(frozen=True, slots=True)
class End:
    """Where the chain of one unit ends, as its own report tells it.

    "source": somebody is cited, `source`. "outlet": an outlet is cited, and whom it cites is not told. "author": nobody
    is cited. "unknown": there is a source that is not told. `relays` stand between the publisher and the source,
    `links` tell how each step after the publisher is known. `author` is the byline, folded. `introduced`: the report
    speaks of the source as of a new one ("an aide", "a second aide"). `quote` is that of the statement. `asserts` is
    false of one who judges, fears, wants or asks, and does not say that it is so; `inside` is the statement around it.
    """

    kind: EndKind
    source: Party | None = None
    relays: tuple[Party, ...] = ()
    links: tuple[LinkKind, ...] = ()
    publisher: Party | None = None
    outlet: str | None = None
    author: str | None = None
    byline: tuple[str, ...] = ()
    introduced: bool = False
    quote: QuoteKind = "none"
    asserts: bool = True
    inside: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One unit of telling, ready to be matched: the content of a statement, or a sentence in the author's own voice.

    `ref.part` is the id of the statement, or for the author's voice a hash of the report and the span. Of a statement
    that tells several things each clause is a unit; the main one has the id of the statement, the others a hash, and
    `statement` is that id for all of them, None for the author's voice. `spans` are its words in the report, `words`
    those words, `stems` their telling words, lower case, each once, in text order. `names` are folded names of all
    entities mentioned in it. `day` is the day of publication (ISO, to the precision known), `end` on whose word it
    stands, `weights` for each stem how rare it is in news, 0..1, by a table that never changes with what is in a store;
    `meanings` for each stem the group of like words that it stands in, "" where in none.
    """

    ref: Ref
    voice: Voice
    spans: tuple[Span, ...]
    words: str
    stems: tuple[str, ...]
    names: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()
    amounts: tuple[Amount, ...] = ()
    act: Act = "statement"
    modal: tuple[ModalKind, ...] = ()
    negated: bool = False
    day: str | None = None
    end: End | None = None
    weights: tuple[float, ...] = ()
    meanings: tuple[str, ...] = ()
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two units that tell of the same differ: what kind of difference, and the words of each side."""

    kind: DifferenceKind
    before: str
    after: str
    spans: tuple[Span | None, Span | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Match:
    """Two units compared. "same": they claim the same; "matter": the same matter, but not the same claim or event.

    `score` is in 0..1. `differences` tell what a reader should see before taking one for the other.
    """

    a: Ref
    b: Ref
    grade: MatchGrade
    score: float
    reasons: tuple[Reason, ...]
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What people have judged of parts across reports; each pair in order. It wins over what is computed."""

    same: frozenset[tuple[Ref, Ref]] = frozenset()
    apart: frozenset[tuple[Ref, Ref]] = frozenset()
    hidden: frozenset[Ref] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """Units that claim the same. `id` is a hash of the earliest member, `words` those of the clearest one.

    `members` stand in order of publication; `related` are ids of claims on the same matter.
    """

    id: str
    words: str
    members: tuple[Ref, ...]
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entity of one report, as far as identity across reports needs it.

    `name` is as the report has it, `parts` its folded name parts (the family name last), `roles` offices and titles
    said of it, `places` the countries and places that it is said to belong to, `with_names` other named entities in the
    same report, `outlet` and `day` those of the report. `listed` is its one name in the word lists, `formal` what a
    short first name may stand for, `short` the abbreviations that the report introduces for it, `gender` "m", "f" or
    empty; `sole` are those of its roles that one holds at a time; `is_open`: by its name alone it may be several ("the
    ministry"); `told` are the outlets that it told and `quotes` its direct words, folded. Of somebody unnamed,
    `affiliation` is whose it is, `many` whether more are meant.
    """

    ref: Ref
    name: str | None
    kind: EntityKind
    named: bool
    description: str | None = None
    parts: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    with_names: tuple[str, ...] = ()
    outlet: str | None = None
    day: str | None = None
    listed: str | None = None
    formal: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    gender: str = ""
    sole: tuple[str, ...] = ()
    is_open: bool = False
    told: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    affiliation: str | None = None
    many: bool | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two appearances are one and the same. "possibly" is the most that unnamed sources can be."""

    a: Ref
    b: Ref
    grade: IdentityGrade
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, organisation or document across reports. `possibly` are ids of others that it may be."""

    id: str
    name: str | None
    kind: EntityKind
    named: bool
    members: tuple[Ref, ...]
    description: str | None = None
    possibly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """One who stands behind a claim: the last link of chains that end in the same source.

    `members` are the units that rest on it, `via` the outlets between it and the reader, `links` how each step is
    known, `first` its earliest member. `possibly` are ids of origins that it may be the same as, with why.
    """

    id: str
    who: str
    named: bool
    on_record: bool
    members: tuple[Ref, ...]
    first: Ref
    via: tuple[str, ...] = ()
    links: tuple[LinkKind, ...] = ()
    possibly: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Echo:
    """A unit that brings no new origin: which one it repeats (empty: none), and why."""

    unit: Ref
    of: str
    kind: EchoKind
    why: str


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins a claim has: `low` to `high`, with the list that the count comes from.

    Both are None where it cannot be measured, and `unmeasured` then says why. No count says that a claim is true.
    """

    claim: str
    low: int | None
    high: int | None
    origins: tuple[Origin, ...]
    echoes: tuple[Echo, ...] = ()
    first: Ref | None = None
    unmeasured: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports on one running story. `id` stays while reports come and go; `names` are those it turns on."""

    id: str
    title: str
    reports: tuple[str, ...]
    names: tuple[str, ...] = ()
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the history of a promise: what a report says of it, on whose word, and the words that say so.

    "partly": some of it is done; "not-done": it is told that nothing was, and nobody is said to have broken it.
    """

    ref: Ref
    day: str | None
    status: OwedStatus
    due: DueState
    due_value: str | None
    words: str
    span: Span
    on_word_of: str
    moved: bool


@dataclass(frozen=True, slots=True)
class Owed:
    """A commitment across reports. `overdue` is None where no date was given, or none is as of which to look.

    `about` are the groups and stems of what is undertaken, sorted; `related` the ids of other promises of the same ones
    on the same matter.
    """

    id: str
    who: tuple[str, ...]
    to_whom: tuple[str, ...]
    words: str
    steps: tuple[Step, ...]
    status: OwedStatus
    due: DueState
    due_value: str | None
    overdue: bool | None = None
    about: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: what amount, said by whom, in which report, of which day."""

    ref: Ref
    span: Span
    value: float | str
    high: float | None
    bound: Bound
    words: str
    on_word_of: str
    day: str | None
    of_day: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one thing in one place by one definition, in order of the day that they are of.

    `reasons` are sentences of later reports that say themselves which earlier figure they correct.
    """

    id: str
    of: str
    where: str | None
    unit: str | None
    definition: str | None
    points: tuple[Point, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """What a later report changes. `grade` is "conflict" only where both cannot be said of the same day.

    `before_units`, `after_units` are all places of a side where one line covers several, the one shown first.
    """

    kind: ChangeKind
    grade: ChangeGrade
    what: str
    before: Ref | None
    after: Ref | None
    before_words: str = ""
    after_words: str = ""
    day: str | None = None
    why: str = ""
    before_units: tuple[Ref, ...] = ()
    after_units: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry of the timeline: when it happened (`begin`, `end`, half-open ISO days) and when it was first printed.

    `units` are all who tell it, `spans` the clause of each; `sources` on whose word they stand; `mode` as the latest
    report has it. `weight` is the greater the more a reader misses the entry: see `ledger/timeline.py`.
    """

    id: str
    words: str
    begin: str | None
    end: str | None
    printed: str | None
    mode: EventMode
    units: tuple[Ref, ...]
    sources: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    spans: tuple[Span, ...] = ()
    weight: int = 0
