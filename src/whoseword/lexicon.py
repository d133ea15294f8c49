"""The word lists: files of `lexicons/` in, one checked, frozen `Lexicon` out.

Every entry is checked when it is read: its shape, its values, and that no form stands twice. A wrong entry raises
`LexiconError` with file and entry. That each entry matches inside its own `example` is checked by the tests.

>>> load_lexicon().cue("told").takes_recipient
True
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from whoseword.errors import LexiconError
from whoseword.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Distance = Literal["neutral", "claim", "stress", "concede", "reveal", "hedge"]
SourceKind = Literal["person", "group"]
DocumentKind = Literal[
    "announcement", "report", "letter", "internal", "legal", "rule", "publication", "post", "speech", "record"
]
NounKind = Literal[SourceKind, DocumentKind]
OutletKind = Literal["newspaper", "magazine", "broadcaster", "website", "agency"]

Entry = TypeVar("Entry", "Cue", "Noun", "Phrase")

FILES = ("en/cues.toml", "en/unnamed.toml", "en/documents.toml", "outlets.csv", "wires.csv", "places.csv")
OUTLET_COLUMNS = ["name", "aliases", "domain", "kind", "owner", "country"]
PLACE_COLUMNS = ["name", "aliases", "adjectives", "capital"]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[’'.-][^\W_]+)*|,")


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
class Outlet:
    """A known outlet or agency. Empty strings where a fact is not certain; `country` is an ISO 3166 alpha-2 code."""

    name: str
    aliases: tuple[str, ...]
    domain: str
    kind: OutletKind
    owner: str
    country: str


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


@dataclass(frozen=True)
class Lexicon:
    """All word lists, in the order of their files, and the lookups on them."""

    cues: tuple[Cue, ...]
    heads: tuple[Noun, ...]
    complements: tuple[Phrase, ...]
    partitives: tuple[Phrase, ...]
    numbers: tuple[Phrase, ...]
    anonymity: tuple[Phrase, ...]
    followers: frozenset[str]
    documents: tuple[Noun, ...]
    outlets: tuple[Outlet, ...]
    places: tuple[Place, ...]

    def cue(self, words: str) -> Cue | None:
        """The cue with exactly this lemma or form, whatever its case ("Said", "according to")."""
        return self._cues.get(" ".join(words.casefold().split()))

    def cue_within(self, words: str) -> Cue | None:
        """The cue whose form is the longest run of words inside these, the last of equals ("had earlier told")."""
        parts = words.casefold().split()
        runs = sorted(((e - s, s) for s in range(len(parts)) for e in range(s + 1, len(parts) + 1)), reverse=True)
        matches = (self._cues.get(" ".join(parts[start : start + size]).strip(",.:;")) for size, start in runs)
        return next((match for match in matches if match), None)

    def outlet(self, name: str) -> Outlet | None:
        """The outlet or agency of this name or alias. Case counts, since "time" is no magazine.

        A leading article is ignored where two words or more remain; "The Hill" needs its own, "the Hill" is a place.
        """
        return self._outlets.get(_outlet_key(name.strip())) or self._outlets.get(name.strip().removeprefix("the "))

    def is_unnamed(self, words: str) -> bool:
        """Whether a source with these words has no name: "a US official", "people familiar with the sale"."""
        return self.unnamed(words) is not None

    def unnamed(self, words: str) -> Unnamed | None:
        """What the words of a source without a name tell; None where a name stands in them or no head is found."""
        parts = _WORD.findall(words)
        opening = " ".join(parts).casefold() + " "
        partitive = next((p for p in self.partitives if opening.startswith(p.words + " ")), None)
        skipped = len(partitive.words.split()) if partitive else 0
        place = self._place(parts[skipped:], self._heads, named_after=False)
        if place is None:
            return None
        place += skipped
        form = parts[place].casefold()
        head = self._heads[form]
        before = [part.casefold() for part in parts[skipped:place]]
        count = partitive.count if partitive else self._count(before, one=form in head.singular)
        several = form in head.plural and count != 1
        anonymous = any(phrase.words in before for phrase in self.anonymity)
        return Unnamed(head, "group" if several else head.kind, count, anonymous)

    def document(self, words: str) -> Noun | None:
        """The document that these words speak of: "a statement on the talks", "The Politico report"."""
        parts = _WORD.findall(words)
        place = self._place(parts, self._documents, named_after=True)
        return None if place is None else self._documents[parts[place].casefold()]

    def country(self, words: str) -> Place | None:
        """The country that these words name: by name, alias, adjective or, as a metonym, by its capital."""
        return self._places.get(words.strip()) or self._places.get(words.strip().removeprefix("the "))

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {name: p for p in self.places for name in (p.name, *p.aliases, *p.adjectives, p.capital) if name}

    @cached_property
    def _cues(self) -> Mapping[str, Cue]:
        return {form.casefold(): cue for cue in self.cues for form in cue.forms}

    @cached_property
    def _heads(self) -> Mapping[str, Noun]:
        return {form: head for head in self.heads for form in head.singular + head.plural}

    @cached_property
    def _documents(self) -> Mapping[str, Noun]:
        return {form: document for document in self.documents for form in document.singular + document.plural}

    @cached_property
    def _outlets(self) -> Mapping[str, Outlet]:
        return {_outlet_key(name): outlet for outlet in self.outlets for name in (outlet.name, *outlet.aliases)}

    def _place(self, parts: Sequence[str], heads: Mapping[str, object], *, named_after: bool) -> int | None:
        """Where the first head stands that is not part of a longer noun; None where a name follows it."""
        for place, part in enumerate(parts):
            if part == ",":
                return None  # "Rolf Anders, a minister" is named: what stands before the comma is no head
            rest = parts[place + 1 :]
            if part.casefold() in heads and (not rest or self._may_follow(rest[0], named=named_after)):
                apposed = len(rest) > 1 and rest[0] == "," and rest[1][0].isupper()  # "a minister, Rolf Anders"
                return place if named_after or not apposed else None
        return None

    def _may_follow(self, part: str, *, named: bool) -> bool:
        complements = {phrase.words.split()[0] for phrase in self.complements}
        known = part == "," or part in self.followers or part in complements or part.endswith(("ing", "ed"))
        return known or (named and part[0].isupper())

    def _count(self, before: Sequence[str], *, one: bool) -> int | None:
        known = {phrase.words: phrase.count for phrase in self.numbers}
        known |= {part: int(part.replace(",", "")) for part in before if part.replace(",", "").isdecimal()}
        counts = [known[part] for part in before if part in known]
        return counts[-1] if counts else (1 if one else None)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the package, read and checked once."""
    root = files("whoseword") / "lexicons"
    return parse_lexicon({path: root.joinpath(path).read_text(encoding="utf-8") for path in FILES})


def parse_lexicon(texts: Mapping[str, str]) -> Lexicon:
    """The lexicon that the files' texts make, by path as in `FILES`; LexiconError names a wrong entry and its file."""
    cues, unnamed, documents = (_tables(path, texts[path]) for path in FILES[:3])
    lexicon = Lexicon(
        cues=_entries(Cue, FILES[0], cues, "cue"),
        heads=_entries(Noun, FILES[1], unnamed, "head"),
        complements=_entries(Phrase, FILES[1], unnamed, "complement"),
        partitives=_entries(Phrase, FILES[1], unnamed, "partitive"),
        numbers=_entries(Phrase, FILES[1], unnamed, "number"),
        anonymity=_entries(Phrase, FILES[1], unnamed, "anonymity"),
        followers=frozenset(unnamed.pop("followers", ())),
        documents=_entries(Noun, FILES[2], documents, "document"),
        outlets=tuple(outlet for path in FILES[3:5] for outlet in _outlets(path, texts[path])),
        places=tuple(_places(FILES[5], texts[FILES[5]])),
    )
    if unknown := sorted(cues | unnamed | documents):
        raise LexiconError(f"en/*.toml: unknown tables {unknown}: name them as the files' first lines say")
    _refuse_doubles(FILES[0], (form.casefold() for cue in lexicon.cues for form in cue.forms))
    _refuse_doubles(FILES[1], (form for head in lexicon.heads for form in head.singular + head.plural))
    _refuse_doubles(FILES[2], (form for noun in lexicon.documents for form in noun.singular + noun.plural))
    _refuse_doubles("outlets and wires", (_outlet_key(name) for o in lexicon.outlets for name in (o.name, *o.aliases)))
    _refuse_doubles(FILES[5], (n for p in lexicon.places for n in (p.name, *p.aliases, *p.adjectives, p.capital) if n))
    return lexicon


def _tables(path: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: {error}") from error


def _entries(kind: type[Entry], path: str, tables: dict[str, Any], table: str) -> tuple[Entry, ...]:
    """The entries of one table as objects of `kind`, whose annotations say what each field may hold."""
    hints = get_type_hints(kind)
    found: list[Entry] = []
    for number, entry in enumerate(tables.pop(table, []), start=1):
        where = f"{path}: {table} {number} ({entry.get('lemma') or entry.get('words')})"
        if unknown := sorted(entry.keys() - hints.keys()):
            raise LexiconError(f"{where}: unknown fields {unknown}")
        values = {name: _value(hint, entry.get(name), f"{where}: {name}") for name, hint in hints.items()}
        if "singular" in values and not (values["singular"] or values["plural"]):
            raise LexiconError(f"{where}: it has neither a singular nor a plural")
        found.append(kind(**values))
    return tuple(found)


def _value(hint: Any, value: Any, where: str) -> Any:
    if hint == tuple[str, ...] and isinstance(value, list) and all(_is_plain(part) for part in value):
        return tuple(value)
    fits = {
        str: _is_plain(value),
        bool: isinstance(value, bool),
        int | None: value is None or (type(value) is int and value > 0),
    }
    if value in get_args(hint) if get_origin(hint) is Literal else fits.get(hint, False):
        return value
    wanted = " | ".join(map(str, get_args(hint))) if get_origin(hint) is Literal else hint
    raise LexiconError(f"{where} is {value!r}, which is not {wanted}")


def _is_plain(value: object) -> bool:
    """Text with something in it and no blanks around it, which could never match."""
    return isinstance(value, str) and value != "" and value == value.strip()


def _rows(path: str, text: str, columns: list[str]) -> Iterable[tuple[str, list[str]]]:
    rows = csv.reader(io.StringIO(text))
    if (header := next(rows, [])) != columns:
        raise LexiconError(f"{path}: the columns are {header}, not {columns}")
    for number, row in enumerate(rows, start=2):
        where = f"{path}: line {number}"
        if len(row) != len(columns):
            raise LexiconError(f"{where} has {len(row)} cells, not {len(columns)}")
        yield where, row


def _places(path: str, text: str) -> Iterable[Place]:
    for where, row in _rows(path, text, PLACE_COLUMNS):
        name, aliases, adjectives, capital = row
        listed = [tuple(cell.split("|")) if cell else () for cell in (aliases, adjectives)]
        if not all(map(_is_plain, (name, *listed[0], *listed[1]))) or capital != capital.strip():
            raise LexiconError(f"{where} needs a name, and cells without blanks around them: {row}")
        yield Place(name, listed[0], listed[1], capital)


def _outlets(path: str, text: str) -> Iterable[Outlet]:
    for where, row in _rows(path, text, OUTLET_COLUMNS):
        name, listed, domain, kind, owner, country = row
        aliases = tuple(listed.split("|")) if listed else ()
        if not all(map(_is_plain, (name, *aliases))) or row != [cell.strip() for cell in row]:
            raise LexiconError(f"{where} needs a name, and aliases and cells without blanks around them: {row}")
        if kind not in get_args(OutletKind):
            raise LexiconError(f"{where}: {kind!r} is none of {get_args(OutletKind)}")
        yield Outlet(name, aliases, domain, cast("OutletKind", kind), owner, country)


def _refuse_doubles(path: str, forms: Iterable[str]) -> None:
    doubles = sorted(form for form, count in Counter(forms).items() if count > 1)
    if doubles:
        raise LexiconError(f"{path}: these stand twice: {', '.join(doubles)}")


def _outlet_key(name: str) -> str:
    """The name without its article where two words or more remain: nobody calls "The Hill" just "Hill"."""
    bare = re.sub(r"^[Tt]he ", "", name)
    return bare if " " in bare else name
