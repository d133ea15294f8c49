"""On whose word something in a report stands, in words: the last link of its chain that is known.

In: a Record, the id of a statement in it (None: the author's own voice), and what entities are across reports. Out: a
name, "an unnamed US official", "not stated, through the Bell", or "the author".

>>> Known.of(()).name(record, entity_id)
'Ann Roe'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from whoseword.across import Identity, Ref
from whoseword.model import Act, Entity, Record, Statement

AUTHOR = "the author"
# Of what somebody decided or felt, the one who tells it is the origin: who agreed told nobody.
_DEEDS: frozenset[Act] = frozenset({"agreement", "attitude"})
_OPENING = re.compile(r"^(?:(?:an?|the|one|another|this|that)\s+)?(?:unnamed\s+)?", re.IGNORECASE)
_ONE = re.compile(r"^(?:an?|one|another)\s", re.IGNORECASE)
# The number of "two leaders"; of "at least two" it is not the first word.
_COUNT = re.compile(r"[^\W_]+(?=\s)")
_NOBODY = frozenset("i he she it they we you who which that this these those his her its their our my some".split())


@dataclass(frozen=True, slots=True)
class Known:
    """Who the entities of reports are across them, by their places."""

    identities: Mapping[Ref, Identity]

    @classmethod
    def of(cls, identities: Iterable[Identity]) -> Known:
        """What these identities know of their members."""
        return cls({member: identity for identity in identities for member in identity.members})

    def identity(self, record: Record, entity: str) -> Identity | None:
        """Who an entity of a report is across reports, if anybody was found."""
        return self.identities.get(Ref(record.report.id, entity))

    def name(self, record: Record, entity: str) -> str | None:
        """What an entity is called: by the name of its identity, its own, or as somebody unnamed."""
        found = next((one for one in record.entities if one.id == entity), None)
        if found is None:
            return None
        identity = self.identity(record, entity)
        if found.named and identity is not None and identity.name:
            return identity.name
        return found.name if found.named and found.name else unnamed(found)


def unnamed(entity: Entity) -> str:
    """Somebody without a name in words: "an unnamed US official", "unnamed officials"; "somebody unnamed" for "he"."""
    words = " ".join((entity.description or "").split())
    if not words or words.casefold() in _NOBODY:
        return "somebody unnamed"
    bare = _OPENING.sub("", words, count=1)
    bare = bare[:1].lower() + bare[1:] if words[:1].isupper() and bare == words and not bare[:2].isupper() else bare
    a_body = (
        words.casefold().startswith("the ") and entity.kind != "person" and not (entity.number and entity.number.many)
    )
    if a_body or entity.kind in {"organisation", "document", "outlet", "place"}:
        return words
    many = entity.number.many if entity.number else entity.kind == "group"
    if _ONE.match(words) or not many:
        return f"an unnamed {bare}"
    counted = entity.number is not None and entity.number.value is not None and entity.number.bound == "exact"
    if counted and (count := _COUNT.match(bare)):
        return f"{count[0]} unnamed {bare[count.end() :].lstrip()}"
    return f"unnamed {bare}"


def on_word_of(record: Record, statement: str | None, known: Known) -> str:
    """Who stands behind a statement: the last known link of the chain of the one who tells it."""
    statements = {one.id: one for one in record.statements}
    found = statements.get(statement or "")
    if found is None:
        return AUTHOR
    chain = _telling(found, statements).chain
    if _telling(found, statements).act == "agreement":
        chain = chain[:-1]  # "the two agreed to": nobody is said to have told it
    if len(chain) < 2:
        return AUTHOR
    links = [link.entity for link in chain[1:] if link.entity is not None]
    last = known.name(record, links[-1]) if links else None
    if last is None:
        return "not stated"
    return last if chain[-1].entity is not None else f"not stated, through {last}"


def _telling(statement: Statement, statements: Mapping[str, Statement]) -> Statement:
    """The statement on whose word this one stands."""
    seen = {statement.id}
    while statement.act in _DEEDS:
        outer = statements.get(statement.within or "")
        if outer is None or outer.id in seen:
            break
        statement = outer
        seen.add(outer.id)
    return statement
