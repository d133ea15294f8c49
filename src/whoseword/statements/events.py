"""What happened, as a report tells it: who did what to whom, where and when, and on whose word.

In: a Report, its Reading, the statements, times and entities found before, the Lexicon. Out: `Event`s in text order.
The predicates are the verbs and nouns of lexicons/en/events.toml; who and whom come from the dependency trees, with the
numbered roles of PropBank as the guide to which side of a verb is which. The categories are PLOVER's.

>>> [event.category for event in find_events(report, reading, statements, times, entities, lexicon=load_lexicon())]
['ASSAULT']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from whoseword.lexicon import EventWord, Lexicon
from whoseword.model import Entity, Event, Reading, Report, Span, Statement, Time, hashed_id
from whoseword.statements.predicates import agent_of, cases, is_passive, mode_of, object_of, phrase, subject_of
from whoseword.statements.trees import Tree

# An event that ended more days than this before the report is told again. Three weeks: what a report of a running story
# calls new is seldom older, and "last month" is what its own background says. Set by judgement.
BACKGROUND_DAYS = 21
_SINCE = frozenset({"since"})
_AFTER = frozenset({"after", "following", "aftermath", "wake"})
_PLACES = frozenset("in at near outside inside across over around".split())
_OBJECTS = frozenset("of on against".split())
_PARTIES = frozenset("between with among".split())
_SILENT = frozenset({"byline", "bio"})
_FRAMES = ("advcl", "obl", "nmod", "acl")


def find_events(
    report: Report,
    reading: Reading,
    statements: Sequence[Statement],
    times: Sequence[Time],
    entities: Sequence[Entity],
    *,
    lexicon: Lexicon,
) -> tuple[Event, ...]:
    """The events of one report in text order."""
    found = _Events(report, reading, tuple(statements), tuple(times), tuple(entities), lexicon)
    return found.all()


def innermost(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The statement with the shortest content around `span`: the one in whose words it is told."""
    holding = [
        (end - start, s.id, s)
        for s in statements
        for start, end in s.content
        if start <= span[0] and span[1] <= end and s.quote != "none"
    ]
    return min(holding, key=lambda held: held[:2])[2] if holding else None


@dataclass(frozen=True)
class _Events:
    report: Report
    reading: Reading
    statements: tuple[Statement, ...]
    times: tuple[Time, ...]
    entities: tuple[Entity, ...]
    lexicon: Lexicon

    @cached_property
    def tree(self) -> Tree:
        return Tree(self.report.text, self.reading)

    @cached_property
    def predicates(self) -> dict[int, EventWord]:
        return {k: entry for k in range(len(self.tree.words)) if (entry := self._entry(k))}

    @cached_property
    def time_words(self) -> frozenset[int]:
        return frozenset(k for time in self.times for k in self.tree.inside(time.span))

    @cached_property
    def times_of(self) -> dict[int, list[Span]]:
        """The times by the predicate that they hang on: the first event or verb above them."""
        found: dict[int, list[Span]] = {}
        for time in self.times:
            above = self._governor(time.span)
            if above is not None and time.kind in {"DATE", "TIME"}:
                found.setdefault(above, []).append(time.span)
        return found

    def all(self) -> tuple[Event, ...]:
        events = {k: self._event(k, entry) for k, entry in self.predicates.items()}
        return tuple(replace(event, background=self._is_background(k, events)) for k, event in events.items())

    def _entry(self, k: int) -> EventWord | None:
        word = self.tree.words[k]
        known = {"VERB": self.lexicon.event_verb, "NOUN": self.lexicon.event_noun}.get(word.upos)
        entry = known.get(self.tree.form(k)) if known else None
        if entry is None or self._is_name_or_silent(word.span):
            return None
        modifying = word.deprel in {"compound", "amod"} or (word.upos == "NOUN" and word.deprel == "flat")
        return None if modifying else entry

    def _is_name_or_silent(self, span: Span) -> bool:
        """Whether the word is part of a name ("the Paris Agreement") or stands in the line about the author."""
        inside = [name.span for name in self.reading.names] + [
            part.span for part in self.report.parts if part.kind in _SILENT
        ]
        return any(start <= span[0] and span[1] <= end for start, end in inside)

    def _governor(self, span: Span) -> int | None:
        inside = self.tree.inside(span)
        k = next((n for n in inside if self.tree.words[n].head not in inside), -1)
        for _ in range(8):
            k = self.tree.words[k].head if k >= 0 else -1
            if k < 0:
                return None
            if k in self.predicates or self.tree.words[k].upos == "VERB":
                return k
        return None

    def _event(self, k: int, entry: EventWord) -> Event:
        span = self.tree.words[k].span
        verb = self.tree.words[k].upos == "VERB"
        who, whom = self._roles_of_verb(k) if verb else self._roles_of_noun(k)
        told = innermost(self.statements, span)
        return Event(
            id=hashed_id("event", self.report.id, span),
            predicate=span,
            category=None if entry.category == "none" else entry.category,
            mode=mode_of(self.tree, k),
            who=None if who is None else phrase(self.tree, who),
            whom=None if whom is None else phrase(self.tree, whom),
            where=self._where(k),
            times=tuple(sorted({*self.times_of.get(k, ()), *self._borrowed_times(k)})),
            statement=told.id if told else None,
        )

    def _roles_of_verb(self, k: int) -> tuple[int | None, int | None]:
        subject = subject_of(self.tree, k)
        if not is_passive(self.tree, k):
            return subject, object_of(self.tree, k)
        if subject is None and self.tree.words[k].deprel == "acl":
            subject = self.tree.words[k].head
        return agent_of(self.tree, k), subject

    def _roles_of_noun(self, k: int) -> tuple[int | None, int | None]:
        tree = self.tree
        owners = [c for c in tree.children(k, "nmod", "nmod:poss") if c < k and c not in self.time_words]
        below = [c for c in tree.children(k, "nmod", "obl") if c > k]
        parties = [c for c in below if cases(tree, c) & _PARTIES]
        objects = [c for c in below if cases(tree, c) & _OBJECTS]
        who = agent_of(tree, k) or next(iter([*owners, *parties]), None)
        if who is None and objects and tree.form(k).startswith(("withdraw", "resign", "surrender", "death", "retreat")):
            return objects[0], None  # "the withdrawal of the guards": it is they who go
        return who, next(iter(objects), None)

    def _where(self, k: int) -> Span | None:
        places = [name.span for name in self.reading.names if name.kind == "place"]
        for c in self.tree.children(k, "obl", "nmod"):
            if c > k and cases(self.tree, c) & _PLACES:
                span = phrase(self.tree, c)
                if any(span[0] <= start and end <= span[1] for start, end in places):
                    return span
        return None

    def _borrowed_times(self, k: int) -> Iterator[Span]:
        """Of a noun, the times of a verb that only holds it: "talks were held on Monday"."""
        word = self.tree.words[k]
        light = word.upos == "NOUN" and word.head >= 0 and word.head not in self.predicates
        if light and word.deprel in {"obj", "nsubj", "nsubj:pass"}:
            yield from self.times_of.get(word.head, ())

    # Background

    def _is_background(self, k: int, events: dict[int, Event]) -> bool:
        event = events[k]
        if event.mode != "actual":
            return False
        dated = [old for span in event.times if (old := self._is_old(span)) is not None]
        if dated:
            return all(dated)
        frame, above = self._frame(k)
        if frame in _SINCE:
            return True
        if above in events and above != k and frame in _AFTER:
            return any(self._is_old(span) for span in events[above].times)
        return self._is_named_again(k, events)

    def _is_old(self, span: Span) -> bool | None:
        """Whether a time ended well before the report; None where that cannot be known."""
        time = next((t for t in self.times if t.span == span), None)
        end = _day(time.end or _last_day(time.value)) if time else None
        published = _day(self.report.published.value)
        if end is None or published is None:
            return None
        return end <= published - timedelta(days=BACKGROUND_DAYS)

    def _frame(self, k: int) -> tuple[str, int]:
        """The word that opens the clause or phrase that `k` heads, up to two steps up, and what that hangs on."""
        for _ in range(3):
            word = self.tree.words[k]
            opening = {*cases(self.tree, k), *(self.tree.form(c) for c in self.tree.children(k, "advmod") if c < k)}
            known = opening & (_SINCE | _AFTER)
            known |= {self.tree.form(k)} & _AFTER
            if known:
                return min(known), word.head
            if word.head < 0 or word.deprel not in {*_FRAMES, "conj", "nsubj:pass"} or word.head == k:
                return "", -1
            k = word.head
        return "", -1

    def _is_named_again(self, k: int, events: dict[int, Event]) -> bool:
        """A noun with "the" for what was told as background before: "in the aftermath of the killings"."""
        if self.tree.words[k].upos != "NOUN" or not any(
            self.tree.form(c) == "the" for c in self.tree.children(k, "det")
        ):
            return False
        entry = self.predicates[k]
        before = [n for n in events if n < k and self.predicates[n].lemma == entry.lemma and n != k]
        return bool(before) and events[before[-1]].mode == "actual" and self._is_background(before[-1], events)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _last_day(value: str | None) -> str | None:
    """A day that a TIMEX3 value does not go beyond by more than its own grain."""
    if value is None or not value[:4].isdigit():
        return None
    padded = {4: "-12-31", 7: "-28", 10: ""}.get(len(value[:10]))
    return None if padded is None else value[:10] + padded
