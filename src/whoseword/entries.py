"""What stands in the word lists: one frozen type for each sort of entry.

In: nothing. Out: the types that `wordlists` fills from the files, and that `lexicon` answers with.

>>> Place("Denmark", (), ("Danish",), "Copenhagen").capital
'Copenhagen'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from whoseword.model import Act, Distance, ModalKind

SourceKind = Literal["person", "group"]
DocumentKind = Literal[
    "announcement", "report", "letter", "internal", "legal", "rule", "publication", "post", "speech", "record"
]
NounKind = Literal[SourceKind, DocumentKind]
OutletKind = Literal["newspaper", "magazine", "broadcaster", "website", "agency"]
ModalSort = Literal["auxiliary", "negator", "mark", "adverb", "adjective", "verb"]
Outcome = Literal["same", "did-not", "unclear"]
UnitSort = Literal["money", "share", "measure", "counted", "more", "less", "label"]
UndertakingSort = Literal[
    "verb", "verb-to", "verb-person", "noun", "maker", "maker-of-deals", "outcome", "postpone", "vote", "voted",
    "foreseen",
    "denial", "plan", "considered", "timing", "open", "actor", "insider", "outsider", "deed", "announce", "matter",
    "threat", "revenge", "weak", "state", "appointment", "gathering", "opening", "term", "paper", "accept", "proposal",
    "design", "making-known",
]  # fmt: skip
UndertakingStatus = Literal["agreed", "promised", "expected", "denied", "done", "broken", "postponed", "none"]
EventCategory = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "none",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb or phrase. `takes_recipient`: the one told can follow it as its object ("told Politico")."""

    lemma: str
    forms: tuple[str, ...]
    act: Act
    distance: Distance
    takes_recipient: bool
    example: str


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that can speak without a name: of an unnamed source ("official") or of a document ("statement").

    `kind` is person or group ("police", many as one) for a source, and the sort of document otherwise.
    """

    lemma: str
    singular: tuple[str, ...]
    plural: tuple[str, ...]
    kind: NounKind
    example: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand around a head ("familiar with", "one of", "three"); `count` where they say a number."""

    words: str
    example: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Modality:
    """A word that tells how surely its predicate is said. `outcome`: what it leaves of that predicate's happening."""

    lemma: str
    forms: tuple[str, ...]
    kind: ModalKind
    sort: ModalSort
    outcome: Outcome
    example: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A word that a number stands with. `lemma` names the unit (an ISO 4217 code where the currency is certain)."""

    lemma: str
    forms: tuple[str, ...]
    sort: UnitSort
    example: str


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A word of promises, or around them. `status` is what it says of a promise, "none" where it says nothing."""

    lemma: str
    forms: tuple[str, ...]
    sort: UndertakingSort
    status: UndertakingStatus
    example: str


@dataclass(frozen=True, slots=True)
class EventWord:
    """Verbs and nouns for one kind of happening. `category` is PLOVER's, "none" where none of its categories fits."""

    lemma: str
    verb: tuple[str, ...]
    noun: tuple[str, ...]
    category: EventCategory
    example: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A known outlet or agency. Empty strings where a fact is not certain; `country` is an ISO 3166 alpha-2 code.

    `kind` is None only for an outlet that one report introduces without saying what it is.
    """

    name: str
    aliases: tuple[str, ...]
    domain: str
    kind: OutletKind | None
    owner: str
    country: str


@dataclass(frozen=True, slots=True)
class OutletWords:
    """Words that make an outlet of a name beside them, or show that one is doubtful; see `en/outlets.toml`."""

    in_names: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    nouns: Mapping[str, OutletKind | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A country (or the European Union) with the words for it; `capital` can stand for its government."""

    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What the words of an unnamed source tell. `count` is None where they leave the number open ("officials").

    `anonymous`: the words say outright that the name is kept back ("an unnamed official").
    """

    head: Noun
    kind: NounKind
    count: int | None
    anonymous: bool
