"""Units of telling, ready to be matched: what is told, of whom and how much, and on whose word.

>>> Party(Ref("3f2a90c41b77", "e1"), "a harbour official", "person", named=False).called
'a harbour official'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.across.places import Ref
from whoseword.model import Act, Bound, EntityKind, EventMode, LinkKind, ModalKind, QuoteKind, Span

DeedSort = Literal["act", "state", "frame", "side"]
Voice = Literal["statement", "author"]
EndKind = Literal["source", "outlet", "author", "unknown"]


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
    `meanings` for each stem the group of like words that it stands in, "" where in none. `terms` are the stems of all
    its words but pronouns, each once, with those of the names behind these; `term_weights` is what each counts, 0..1.
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
    terms: tuple[str, ...] = ()
    term_weights: tuple[float, ...] = ()
