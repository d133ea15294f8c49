"""The events of reports as the timeline takes them: with the units that tell them, and a date only where it is theirs.

In: what was gathered. Out: a `Happening` for every event that happened, is planned, or is said not to have happened:
the deeds of the units, promises and agreements by the word that makes them, and what a date stands at in a clause that
no unit has ("the minister, who left in May, said"). What is owed by a day stands at that day.

>>> [happening.dates for happening in happenings_of(gathered).values()]
[('2031-05-02', '2031-05-03')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from whoseword.across import Argument, Deed, Ref
from whoseword.claims.telling import folded
from whoseword.ledger.dating import Dates, Interval
from whoseword.ledger.eventful import happens, is_told_of
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.order import days
from whoseword.model import Event, EventMode, Record, Span, Statement, hashed_id
from whoseword.statements.predicates import NEGATIONS, mode_of, object_of, subject_of
from whoseword.statements.trees import Tree

__all__ = ["Happening", "Interval", "happenings_of", "holds"]

_HAPPENING: frozenset[EventMode] = frozenset({"actual", "planned", "negated"})
# What is done by saying it: the word itself is the event.
_ACTS = {"promise": "promise", "agreement": "agree"}

NEAR = 30  # letters: an auxiliary or two
_DEATH = frozenset({"kill", "die"})  # groups of like words in en/synonyms.toml
_PASSIVE = re.compile(r",?\s+(?:(?:was|were|had|has|have|been|being|be)\s+)+(?:also\s+)?")
_OF = re.compile(r"\b(?:of|for|by|with|from|near|to|against|who|that|and)\b|['’]s\b")
_OWNS = re.compile(r"['’]s?\b")
_AND = re.compile(r"\s+and\s+(?:[\w’'.-]+\s+){0,4}")


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of one report, with the units that tell it. `ref.part` is the event's id, `day` the report's.

    `stands` is where in the report it is told ("heading", "lead", "body"); `background`: told again as past;
    `is_event`: it tells by itself that something happens; `is_due`: its day is that by which it was promised.
    """

    ref: Ref
    deed: Deed
    units: tuple[Ref, ...]
    names: frozenset[str]
    day: str | None = None
    stands: str = "body"
    background: bool = False
    is_event: bool = True
    is_due: bool = False

    @property
    def dates(self) -> Interval:
        """The days of the event (half-open), None where no date is given."""
        return self.deed.begin, self.deed.end

    @property
    def is_doubtful(self) -> bool:
        """Whether it is told as to come, but dated before its report: then only its date is sure."""
        end, told = days(self.deed.end), days(self.day)
        return self.deed.mode == "planned" and end is not None and told is not None and end[0] <= told[0]


def happenings_of(gathered: Gathered) -> dict[Ref, Happening]:
    """Every event that happened, is planned or is said not to have happened, by its report and id."""
    units: dict[str, dict[Span, tuple[Deed, list[Ref]]]] = {report: {} for report in gathered.records}
    for ref in sorted(gathered.units, key=gathered.place):
        for deed in gathered.units[ref].deeds:
            units[ref.report].setdefault(deed.predicate, (deed, []))[1].append(ref)
    found: dict[Ref, Happening] = {}
    for report, record in gathered.records.items():
        of_report = _OfReport.of(gathered, record)
        for deed, refs in [*units[report].values(), *of_report.beside(units[report])]:
            happening = of_report.happening(deed, refs)
            if happening is not None:
                found[happening.ref] = happening
    return found


@dataclass(frozen=True)
class _OfReport:
    """What the events of one report are made from."""

    gathered: Gathered
    record: Record
    tree: Tree
    dates: Dates
    events: Mapping[str, Event]
    cues: frozenset[Span]
    called: Mapping[Span, str]

    @classmethod
    def of(cls, gathered: Gathered, record: Record) -> _OfReport:
        tree = gathered.trees[record.report.id]
        said = [s for s in record.statements if s.act not in _ACTS]
        cues = frozenset(tree.words[k].span for s in said for span in s.cue for k in tree.inside(span))
        events = {event.id: event for event in record.events}
        called = gathered.called(record.report.id)
        return cls(gathered, record, tree, Dates.of(record, tree), events, cues, called)

    def beside(self, known: Mapping[Span, object]) -> Iterator[tuple[Deed, list[Ref]]]:
        """Promises and agreements by their own word, and dated verbs, where no unit has them."""
        seen = set(known)
        for statement in self.record.statements:
            k = self._word_of(statement)
            if statement.act in _ACTS and k is not None and self.tree.words[k].span not in seen:
                seen.add(self.tree.words[k].span)
                yield self._act(statement, k), [Ref(self.record.report.id, statement.id)]
        for k in sorted(self.dates.by_word):
            if self.tree.words[k].span not in seen and self.tree.words[k].upos == "VERB":
                yield self._bare(k), self._telling(k)

    def _telling(self, k: int) -> list[Ref]:
        """The innermost statement that holds a word, none in the author's own voice."""
        at = self.tree.words[k].span
        held = [(span[1] - span[0], s.id) for s in self.record.statements for span in s.content if holds(span, at)]
        return [Ref(self.record.report.id, min(held)[1])] if held else []

    def _word_of(self, statement: Statement) -> int | None:
        inside = [k for span in statement.cue for k in self.tree.inside(span)]
        return next((k for k in inside if self.tree.words[k].upos == "VERB"), None)

    def _act(self, statement: Statement, k: int) -> Deed:
        """The promise or agreement that a statement is told by, with the one who makes it."""
        entity = next((e for e in self.record.entities if e.id == statement.entity), None)
        name = folded(entity.name) if entity is not None and entity.named and entity.name else None
        deed = self._bare(k)
        source = statement.source or deed.predicate
        head = name.split()[-1] if name else self.record.report.text[slice(*source)].split()[-1].casefold()
        return replace(
            deed, lemma=_ACTS[statement.act], meanings=(_ACTS[statement.act],), who=(Argument(source, head, name),)
        )

    def _bare(self, k: int) -> Deed:
        """A verb with its sides as they stand."""
        who, whom = subject_of(self.tree, k), object_of(self.tree, k)
        return Deed(
            predicate=self.tree.words[k].span,
            lemma=self.tree.form(k),
            category=None,
            mode=mode_of(self.tree, k),
            who=self._side(who),
            whom=self._side(whom),
        )

    def _side(self, n: int | None) -> tuple[Argument, ...]:
        return () if n is None else (Argument(self.tree.words[n].span, self.tree.form(n)),)

    def happening(self, deed: Deed, units: Sequence[Ref]) -> Happening | None:
        """The event of a deed, None where it is only thought of."""
        report, inside = self.record.report, self.tree.inside(deed.predicate)
        event = self.events.get(deed.event or "")
        ref = Ref(report.id, deed.event or hashed_id("happening", report.id, deed.predicate))
        deed = self._with_mode(deed, event)
        due = self._due(deed)
        if deed.mode == "hypothetical" and (due or self._is_promised(deed, units)):
            deed = replace(deed, mode="planned")
        if deed.mode not in _HAPPENING or not inside:
            return None
        begin, end = due or self._dates(deed, inside[-1], event)
        deed = self._with_dead(replace(deed, begin=begin, end=end))
        stands = self.gathered.stands_in(report.id, deed.predicate)
        names = frozenset(n for unit in units if unit in self.gathered.units for n in self.gathered.units[unit].names)
        is_event = happens(self.tree, deed, cues=self.cues, heading=stands == "heading", dated=begin is not None)
        is_event = is_event and is_told_of(self.tree, inside[-1], self.called)
        return Happening(
            ref,
            deed,
            tuple(dict.fromkeys(units)) or (ref,),
            names,
            self.gathered.day(report.id),
            stands,
            event is not None and event.background,
            is_event,
            due is not None,
        )

    def _with_mode(self, deed: Deed, event: Event | None) -> Deed:
        """The mode of the event, and "negated" of what nobody did: "not one family was paid"."""
        mode = event.mode if event else deed.mode
        first = [self.tree.inside(side.span)[:1] for side in (*deed.who, *deed.whom)[:1]]
        starts = [self.tree.below(k)[0] for found in first for k in found]
        nobody = any(self.tree.form(k) in NEGATIONS for k in starts)
        return replace(deed, mode="negated" if nobody and mode == "actual" else mode)

    def _due(self, deed: Deed) -> Interval | None:
        """The day by which it is owed, where it is the first thing undertaken in a promise with a day."""
        for made in self.record.commitments:
            due = days(made.due.value) if made.due.state == "date" else None
            if due and made.status != "denied" and holds(made.what, deed.predicate) and deed.main:
                return due[0].isoformat(), due[1].isoformat()
        return None

    def _is_promised(self, deed: Deed, units: Sequence[Ref]) -> bool:
        """Whether it is what somebody promises: "gave her word that it would open"."""
        told = [self.gathered.units[unit] for unit in units if unit in self.gathered.units]
        return deed.main and any(unit.act in _ACTS for unit in told)

    def _dates(self, deed: Deed, k: int, event: Event | None) -> Interval:
        """A date is the event's and not that of what it is done to: "left the deal of 2015" was not in 2015.

        What has happened is not dated behind its report: such a date was counted in the wrong direction.
        """
        dates = self.dates.own(k, deed.mode)
        if dates == (None, None) and (event is not None or not self.dates.any) and self._has_own_date(event, deed):
            dates = (deed.begin, deed.end)
        told, begin = days(self.record.report.published.value), days(dates[0])
        if deed.mode == "actual" and told is not None and begin is not None and begin[0] >= told[1]:
            return None, None
        return dates

    def _has_own_date(self, event: Event | None, deed: Deed) -> bool:
        """A raid by which somebody was killed is one act with the killing: its date counts."""
        sides = [a for a in (*deed.who, *deed.whom, *deed.also) if not self._is_means(event, a)]
        return not any(holds(side.span, time) for side in sides for time in (event.times if event else ()))

    def _is_means(self, event: Event | None, argument: Argument) -> bool:
        inside = (other for other in self.record.events if holds(argument.span, other.predicate))
        return any(other.category is not None and event and other.category == event.category for other in inside)

    def _with_dead(self, deed: Deed) -> Deed:
        if not _DEATH & set(deed.meanings):
            return deed
        if "die" in deed.meanings and not deed.whom:
            deed = replace(deed, who=(), whom=deed.who)  # of a death, too, it is told who killed
        whom = tuple(_with_name(self.record, argument) for argument in deed.whom) or _named_before(self.record, deed)
        return replace(deed, whom=whom)


def _with_name(record: Record, argument: Argument) -> Argument:
    """Of "a powerful leader, Gen. Ann Roe" the name; but of "an aide to Ann Roe" and "Ann Roe's aide" none."""
    text, (start, end) = record.report.text, argument.span
    for name in record.reading.names:
        inside = name.kind == "person" and start <= name.span[0] and name.span[1] <= end
        if inside and not _OF.search(text, start, name.span[0]) and not _OWNS.match(text, name.span[1]):
            return argument if argument.name else replace(argument, name=folded(text[slice(*name.span)]))
    return argument


def _named_before(record: Record, deed: Deed) -> tuple[Argument, ...]:
    """The person named right before "were killed", where the tree does not tie the two together."""
    text, start = record.report.text, deed.predicate[0]
    people = (n.span for n in record.reading.names if n.kind == "person" and start - NEAR < n.span[1] <= start)
    near = [span for span in people if _PASSIVE.fullmatch(text[span[1] : start])]
    if not near:
        return ()
    found = [near[0]]
    for name in sorted((n.span for n in record.reading.names if n.kind == "person"), reverse=True):
        if name[1] <= found[-1][0] and _AND.fullmatch(text[name[1] : found[-1][0]]):
            found.append(name)
    return tuple(
        Argument(span, text[slice(*span)].split()[-1].casefold(), folded(text[slice(*span)])) for span in found
    )


def holds(outer: Span, inner: Span) -> bool:
    """Whether one span lies inside another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
