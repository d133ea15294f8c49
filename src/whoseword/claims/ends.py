"""A unit of telling -> where its chain ends: who stands behind it, and through whom it came to this page.

In: a `Told` and the record that it stands in. Out: an `End`. Of a decision that somebody tells of ("she said the two
had agreed to …") the teller is the end: those who agreed told nobody.

>>> end_of.__name__
'end_of'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from whoseword.across import End, EndKind, Party, Ref, Told
from whoseword.model import Act, Entity, Link, Record, Span, Statement

# Acts of one who decides, wants or feels. Within another statement, that it happened stands on the teller's word.
_DEEDS: frozenset[Act] = frozenset({"agreement", "attitude"})
# Who does this does not say that it is so.
_NOT_SAID: frozenset[Act] = frozenset({"attitude", "question", "no-comment", "demand"})
# Words before a source that is spoken of for the first time.
_INTRODUCING = frozenset({"a", "an", "another", "one", "two", "three", "four", "five", "several", "some", "many"})


def with_ends(units: Sequence[Told], record: Record) -> tuple[Told, ...]:
    """The units of one report, each with the end of its chain."""
    cast = _Cast(
        record,
        {statement.id: statement for statement in record.statements},
        {entity.id: entity for entity in record.entities},
        frozenset(word.span for word in record.reading.words if word.upos == "PRON"),
    )
    return tuple(replace(unit, end=cast.end(unit)) for unit in units)


def end_of(unit: Told, record: Record) -> End:
    """Where the chain of one unit ends."""
    end = with_ends((unit,), record)[0].end
    assert end is not None
    return end


@dataclass(frozen=True, slots=True)
class _Cast:
    record: Record
    statements: Mapping[str, Statement]
    entities: Mapping[str, Entity]
    pronouns: frozenset[Span]

    def end(self, unit: Told) -> End:
        statement = self.statements.get(unit.statement or unit.ref.part)
        if unit.voice == "author" or statement is None:
            return self._unsourced("author")
        asserts = statement.act not in _NOT_SAID
        return replace(self._end(statement), asserts=asserts, inside=statement.within, quote=statement.quote)

    def _end(self, statement: Statement) -> End:
        chain = self._telling(statement).chain
        known = list(chain)
        # "He said", and the report leaves open who: as if it did not tell.
        while known and ((last := self._party(known[-1])) is None or (not last.named and self._is_pronoun(last))):
            known.pop()
        if len(known) < 2:
            return self._unsourced("unknown" if len(chain) > 1 else "author")
        return self._sourced(chain, known)

    def _sourced(self, chain: Sequence[Link], known: Sequence[Link]) -> End:
        source = self._party(known[-1])
        assert source is not None
        mention = self.entities[source.ref.part].mentions[:1]
        first = self.record.report.text[slice(*mention[0])].split()[:1] if mention else []
        relays = (self._party(link) for link in known[1:-1])
        return replace(
            self._unsourced("outlet" if source.kind == "outlet" or len(known) < len(chain) else "source"),
            source=source,
            relays=tuple(party for party in relays if party),
            links=tuple(link.link for link in chain[1:]),
            introduced=any(word.casefold() in _INTRODUCING for word in first),
        )

    def _is_pronoun(self, party: Party) -> bool:
        mentions = self.entities[party.ref.part].mentions
        return bool(mentions) and all(mention in self.pronouns for mention in mentions)

    def _unsourced(self, kind: EndKind) -> End:
        """What nobody is cited for, or nobody who is told."""
        report = self.record.report
        starts = (self._party(s.chain[0]) for s in self.record.statements if s.chain)
        return End(
            kind=kind,
            publisher=next((party for party in starts if party), None),
            outlet=report.outlet,
            author="+".join(sorted(folded_name(name) for name in report.byline)) or None,
            byline=report.byline,
        )

    def _telling(self, statement: Statement) -> Statement:
        """The statement on whose word this one stands."""
        while statement.act in _DEEDS and (outer := self.statements.get(statement.within or "")):
            statement = outer
        return statement

    def _party(self, link: Link) -> Party | None:
        entity = self.entities.get(link.entity or "")
        if entity is None:
            return None
        text = self.record.report.text
        words = " ".join(text[slice(*entity.mentions[0])].split()) if entity.mentions else "somebody"
        called = entity.name or entity.description or words
        return Party(Ref(self.record.report.id, entity.id), called, entity.kind, entity.named)


def folded_name(name: str) -> str:
    """A name as it is compared where nothing else is known of it.

    >>> folded_name("The Orsel Courier")
    'orsel courier'
    """
    return " ".join(name.casefold().split()).removeprefix("the ")
