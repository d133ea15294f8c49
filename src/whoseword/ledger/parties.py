"""Who undertakes something, in a form that can be compared across reports.

In: a Record, the entities or words for who, and what entities are across reports. Out: `Party`s. A pronoun or a common
noun is no party: "they" and "officials" of two reports are never taken for the same.

>>> party_of("Washington", lexicon)
Party(name='country:united states', identity=None)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from whoseword.ledger.said import Known
from whoseword.lexicon import Lexicon, Place
from whoseword.model import Commitment, Entity, Record
from whoseword.sources.names import is_short_for, parts_of

_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_GOVERNMENT = frozenset({"government", "administration", "authorities", "regime"})
# "a new committee", "two officials": whoever they are, they are not those of another report.
_VAGUE = frozenset("a an any some two three four five several many few dozens hundreds".split())

# Who holds one of these promises for the country.
_OFFICES = frozenset("president premier minister chancellor king queen emir sultan".split())
_OF_A_LAND = ("n", "i", "ish", "ese", "ic", "ch")
SHORTEST = 4  # letters that the words for a country and its people must share
_PRONOUNS = frozenset("i he she it they we you who some many both all those these this that others".split())


@dataclass(frozen=True, slots=True)
class Party:
    """One who undertakes: the folded name, "country:" before that of a country, and the identity where one is known.

    `land` is the country, as the report has it, whose office a person holds: whoever promises in office, it promises.
    """

    name: str
    identity: str | None = None
    land: str | None = None

    def is_same(self, other: Party) -> bool:
        """Whether two are one: by identity, by name, by a surname for the full name, or as a country and its leader."""
        if (self.land and is_of_land(self.land, other.name)) or (other.land and is_of_land(other.land, self.name)):
            return True
        if self.name == other.name or (self.identity is not None and self.identity == other.identity):
            return True
        if ":" in self.name + other.name:
            return False
        one, two = self.name.split(), other.name.split()
        return is_short_for(one, two) or is_short_for(two, one)


def parties(record: Record, commitment: Commitment, known: Known, lexicon: Lexicon) -> tuple[Party, ...]:
    """All who undertake it; none where they are not named or not told."""
    text = record.report.text
    found = of_entities(record, commitment.who, known, lexicon)
    words = "" if commitment.who else " and ".join(text[slice(*span)] for span in commitment.doers)
    spoken = of_words(words, lexicon) if words else ()
    return tuple(sorted({*found, *spoken}, key=lambda party: (party.name, party.identity or "")))


def of_entities(record: Record, ids: Iterable[str], known: Known, lexicon: Lexicon) -> tuple[Party, ...]:
    """The parties that entities of a report are."""
    entities = {entity.id: entity for entity in record.entities}
    found: list[Party] = []
    for entity in (entities[one] for one in ids if one in entities):
        words = entity.name if entity.named and entity.name else entity.description or ""
        made = of_words(words, lexicon)
        identity = known.identity(record, entity.id)
        if entity.named and identity is not None and len(made) == 1 and not made[0].name.startswith("country:"):
            made = (Party(_folded(identity.name or words), identity.id, land_of(record.report.text, entity, lexicon)),)
        found.extend(made or (Party(f"vague:{_folded(words)}"),))
    return tuple(found) if any(not party.name.startswith("vague:") for party in found) else ()


def land_of(text: str, entity: Entity, lexicon: Lexicon) -> str | None:
    """The country whose office a person holds, by the words before the name: "Kestrian Prime Minister Oskar Veln"."""
    if entity.kind != "person" or not entity.named:
        return None
    for start, end in entity.mentions:
        words = re.sub(r"['’]s\b", "", text[start:end]).split()
        office = next((k for k, word in enumerate(words) if word.casefold() in _OFFICES), None)
        if office:
            first = " ".join(word for word in words[:office] if word.casefold() not in {"the", "prime", "foreign"})
            country = lexicon.country(first)
            return f"country:{country.name.casefold()}" if country else _folded(first) or None
    return None


def is_of_land(land: str, name: str) -> bool:
    """Whether words for whose office it is name this party: "Kestrian" and "Kestria"."""
    if land == name:
        return True
    stem = name[:-1] if name[-1:] in "aeoy" else name
    return ":" not in land + name and len(stem) >= SHORTEST and land.startswith(stem) and land.endswith(_OF_A_LAND)


def of_words(words: str, lexicon: Lexicon) -> tuple[Party, ...]:
    """The parties that words name: both of "Belmora and Tasken", none of "they" or "two officials".

    Somebody vague beside somebody named still counts: "Belmora and six powers" are more than Belmora.
    """
    whole = lexicon.country(words.strip()) is not None
    pieces = [words] if whole else [piece for piece in _AND.split(words) if piece.strip()]
    made = {piece: party_of(piece, lexicon) for piece in pieces}
    if not any(made.values()):
        return ()
    return tuple(party or Party(f"vague:{_folded(piece)}") for piece, party in made.items())


def party_of(words: str, lexicon: Lexicon) -> Party | None:
    """The one party that words without "and" name; None where no name stands in them."""
    words = " ".join(words.split()).strip(" ,.;:")
    first = words.split()[0].casefold() if words else ""
    bare = _ARTICLE.sub("", words)
    if not bare or first in _VAGUE or not any(word[:1].isupper() for word in bare.split()):
        return None
    name = re.sub(r"['’]s\b", "", bare)
    country = lexicon.country(name) or _of_government(name, lexicon)
    if country is not None:
        return Party(f"country:{country.name.casefold()}")
    return None if words.casefold() in _PRONOUNS else Party(_folded(name))


def _of_government(name: str, lexicon: Lexicon) -> Place | None:
    """The country of "the Danish government"."""
    words = name.split()
    return lexicon.country(" ".join(words[:-1])) if len(words) > 1 and words[-1].casefold() in _GOVERNMENT else None


def _folded(name: str) -> str:
    return " ".join(parts_of(_ARTICLE.sub("", name)))
