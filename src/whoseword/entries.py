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
MeaningSort = Literal["act", "state", "frame", "thing", "side"]
UnitSort = Literal["money", "share", "measure", "counted", "more", "less", "label"]
UndertakingSort = Literal[
    "verb", "verb-to", "verb-person", "noun", "maker", "maker-of-deals", "outcome", "postpone", "vote", "voted",
    "foreseen",
    "denial", "plan", "considered", "timing", "open", "actor", "insider", "outsider", "deed", "announce", "matter",
    "threat", "revenge", "weak", "state", "appointment", "gathering", "opening", "term", "paper", "accept", "proposal",
    "design", "making-known", "calling", "carrier", "carried", "partly",
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
class Body:
    """An organisation with the names that reports give it; see `en/names.toml`. `country` is empty if it has none."""

    name: str
    country: str
    forms: tuple[str, ...]
    owned: tuple[str, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words of names, by which one person or body is known again in another report; see `en/names.toml`."""

    titles: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    many: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()
    passing: frozenset[str] = frozenset()
    general: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    compound: frozenset[str] = frozenset()
    nicknames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spelled: Mapping[str, str] = field(default_factory=dict)
    bodies: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What the words of an unnamed source tell. `count` is None where they leave the number open ("officials").

    `anonymous`: the words say outright that the name is kept back ("an unnamed official").
    """

    head: Noun
    kind: NounKind
    count: int | None
    anonymous: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words that mean nearly the same in news, as lemmas. `sort` says what kind of thing they name."""

    name: str
    sort: MeaningSort
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """What leads from a form to its lemma where no rule of spelling does: irregular forms of verbs and of nouns.

    `silent` are verbs whose "e" is hidden in "inviting", `whole` words that only look like a form of another ("bring").
    """

    verbs: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """Nouns for one thing that is counted, as lemmas. `sense` is what they say happened to it, "none" if nothing."""

    name: str
    sense: str
    people: bool
    nouns: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Sense:
    """One name for all words of what can happen to what is counted; see `en/figures.toml`.

    `groups` are groups of like words (`Meaning`), `verbs` lemmas, `words` forms, `phrases` a verb with one more word.
    """

    name: str
    groups: tuple[str, ...]
    verbs: tuple[str, ...]
    words: tuple[str, ...]
    phrases: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words by which one quantity is told from another; see `en/figures.toml`."""

    plain: frozenset[str] = frozenset()
    additional: frozenset[str] = frozenset()
    few: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    uncounted: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    revising: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    nouns: tuple[CountedNoun, ...] = ()
    senses: tuple[Sense, ...] = ()
