"""Invented reports with their units of telling and matches, made by hand: for tests of the views across reports.

>>> bell = Telling("bell", "2031-05-08")
>>> unit = bell.unit("The guild closed the lock.", deed("closed", lemma="close", category="COERCE"))
>>> bell.record().events[0].mode
'actual'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from whoseword.across import Argument, Deed, DeedSort, Difference, Match, MatchGrade, Ref, Told
from whoseword.model import (
    Entity,
    Event,
    EventMode,
    Link,
    Part,
    Published,
    Reading,
    Record,
    Report,
    Span,
    Statement,
    Word,
)

_AUXILIARIES = frozenset("will may was were is".split())


@dataclass
class Telling:
    """One report in the making: sentences are added at its end."""

    id: str
    day: str | None
    outlet: str = "The Bell"
    text: str = ""
    units: list[Told] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    heading: int = 0

    def unit(
        self, words: str, *deeds: Deed, said_by: str | None = None, names: Sequence[str] = (), **rest: object
    ) -> Told:
        """Adds a sentence in the author's own voice, or on the word of `said_by`. Each sentence is a paragraph."""
        start = len(self.text)
        self.text += words + "\n"
        spans = ((start, start + len(words)),)
        part = f"u{len(self.units)}"
        placed = tuple(self._placed(words, start, deed, part if said_by else None) for deed in deeds)
        if said_by:
            self._say(part, said_by, spans)
        told = Told(
            Ref(self.id, part),
            "statement" if said_by else "author",
            spans,
            words,
            tuple(words.casefold().strip(".").split()),
            tuple(names),
            placed,
            day=self.day,
        )
        told = replace(told, **rest)  # type: ignore[arg-type]
        self.units.append(told)
        return told

    def _placed(self, words: str, start: int, deed: Deed, statement: str | None) -> Deed:
        at = start + words.index(deed.event or "")
        span = (at, at + len(deed.event or ""))
        made = Event(f"v{len(self.events)}", span, deed.category, deed.mode, statement=statement)
        self.events.append(made)
        return replace(deed, predicate=span, event=made.id)

    def _say(self, part: str, said_by: str, spans: tuple[Span, ...]) -> None:
        entity = Entity(f"e-{said_by}", said_by, "person", True, None, ())
        self.entities.append(entity)
        chain = (Link("e-outlet", "stated", "chain:publisher"), Link(entity.id, "stated", "chain:source"))
        said = Statement(part, None, entity.id, (), spans, "indirect", (), None, chain, "statement", (), 1.0, "reader")
        self.statements.append(said)

    def _reading(self) -> Reading:
        """Each sentence is one unit; words before the first predicate are its subject, others its object."""
        predicates = {event.predicate[0] for event in self.events}
        spans = [found.span() for found in re.finditer(r"\w+", self.text)]
        ends = [unit.spans[-1][1] for unit in self.units]
        last = [sum(span[1] <= end for span in spans) for end in ends]
        sentences = tuple(zip([0, *last], last, strict=False))
        words: list[Word] = []
        for first, end in sentences:
            heads = [k for k in range(first, end) if spans[k][0] in predicates]
            words += [self._word(spans[k], k, heads) for k in range(first, end)]
        return Reading(tuple(words), sentences, (), ())

    def _word(self, span: Span, k: int, heads: Sequence[int]) -> Word:
        if not heads or k in heads:
            return Word(span, "VERB" if heads else "NOUN", -1, "root")
        if self.text[slice(*span)] in _AUXILIARIES:
            return Word(span, "AUX", heads[0], "aux")
        return Word(span, "NOUN", heads[0], "nsubj" if k < heads[0] else "obj")

    def record(self) -> Record:
        """The record; the first `heading` letters are the title."""
        parts = (Part("title", (0, self.heading)), Part("body", (self.heading, len(self.text))))
        published = Published(self.day, "given") if self.day else Published()
        report = Report(self.id, "a.txt", None, self.text, None, None, (), self.outlet, None, "en", published, parts)
        return Record(
            report,
            self._reading(),
            (Entity("e-outlet", self.outlet, "outlet", True, None, ()), *self.entities),
            tuple(self.statements),
            (),
            events=tuple(self.events),
        )


def deed(
    word: str,
    *,
    lemma: str,
    category: str | None = None,
    mode: EventMode = "actual",
    who: str | None = None,
    whom: str | None = None,
    thing: str | None = None,
    dates: tuple[str | None, str | None] = (None, None),
    places: tuple[str, ...] = (),
) -> Deed:
    """A deed whose predicate is `word`, not yet placed; who and whom are names, `thing` is whom without one."""
    done_to = (Argument((0, 0), thing),) if thing else _argument(whom)
    sort: DeedSort = "side" if category == "ASSAULT" else "act"
    return Deed((0, 0), lemma, category, mode, _argument(who), done_to, places, *dates, event=word, sort=sort)


def _argument(name: str | None) -> tuple[Argument, ...]:
    return (Argument((0, 0), name.split()[-1], name),) if name else ()


def matched(a: Told, b: Told, *differences: Difference, grade: MatchGrade = "same", score: float = 0.9) -> Match:
    """Two units compared; the spans of a difference without any are those of the first predicates."""
    differences = tuple(d if d.spans[0] else replace(d, spans=_spans(a, b)) for d in differences)
    return Match(a.ref, b.ref, grade, score, (), differences)


def _spans(a: Told, b: Told) -> tuple[Span | None, Span | None]:
    return (a.deeds[0].predicate if a.deeds else None, b.deeds[0].predicate if b.deeds else None)


def records_of(*tellings: Telling) -> list[Record]:
    """The records of all reports."""
    return [telling.record() for telling in tellings]


def units_of(*tellings: Telling) -> list[Told]:
    """The units of all reports."""
    return [unit for telling in tellings for unit in telling.units]
