"""What is asked for -> the stories and books that answer it: which reports count, and which rows are shown.

for book in books(connection, lexicon, Scope(story="3f2a90")):
    print(book.claims)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from whoseword.across import Story
from whoseword.dossier.sifting import about, from_source
from whoseword.errors import StoreError, UsageError
from whoseword.ledger.book import Book, open_book
from whoseword.lexicon import Lexicon
from whoseword.reports.dates import parse_date
from whoseword.store import asking
from whoseword.store.judged import judged

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scope:
    """Which reports are looked at, and which answers are shown.

    `story` is an id or its beginning. Days are ISO, to any precision; `as_of` leaves out what was printed after it.
    """

    story: str | None = None
    source: str | None = None
    topic: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None

    def checked(self) -> Scope:
        """The same with its days in ISO form.

        Raises:
            UsageError: one of them is no date.
        """
        return replace(self, **{name: _day(name, getattr(self, name)) for name in ("since", "until", "as_of")})

    @property
    def last(self) -> str | None:
        """The last day that is looked at, None where there is none."""
        return min((each for each in (self.until, self.as_of) if each), default=None)

    def has(self, day: str | None) -> bool:
        """Whether a report of this day is looked at; one without a date is, unless days are asked for."""
        last = self.last
        if day is None:
            return self.since is None and last is None
        # "2021-07-22" is until "2021-07": a day begins with its month.
        return (self.since is None or day >= self.since) and (last is None or day <= last or day.startswith(last))

    def shown(self, rows: Sequence[Row]) -> list[Row]:
        """Those rows that are asked for."""
        sifted = about(rows, self.topic) if self.topic else list(rows)
        return from_source(sifted, self.source) if self.source else sifted


def stories(connection: Connection, scope: Scope) -> list[Story]:
    """The stories with a report that is looked at, each with these reports alone, the newest first.

    Raises:
        StoreError: no story has this id, or several have.
    """
    days = asking.days(connection) if scope.since or scope.until or scope.as_of else {}
    found = []
    for story in asking.stories(connection):
        reports = tuple(report for report in story.reports if scope.has(days.get(report)))
        if reports and story.id.startswith(scope.story or ""):
            found.append(replace(story, reports=reports))
    if scope.story and (len(found) != 1 or len(scope.story) < 4):
        which = "no story" if not found else "more than one story"
        raise StoreError(f"{which} has an id that begins with {scope.story!r}; whoseword stories lists them")
    return sorted(found, key=lambda story: (story.end or "", story.id), reverse=True)


def books(connection: Connection, lexicon: Lexicon, scope: Scope) -> Iterator[Book]:
    """The book of each story, the newest story first."""
    for story in stories(connection, scope):
        yield book_of(connection, lexicon, story.reports, scope)


def book_of(connection: Connection, lexicon: Lexicon, reports: Sequence[str], scope: Scope) -> Book:
    """The book of these reports (their ids)."""
    records = asking.records_of(connection, reports)
    known = asking.compared(connection, reports)
    return open_book(records, lexicon, judged=judged(connection), compared=known, as_of=scope.as_of)


def _day(name: str, typed: str | None) -> str | None:
    if typed is None:
        return None
    parsed = parse_date(typed)
    if parsed.value is None:
        why = parsed.problem.message if parsed.problem else "this is no date"
        raise UsageError(f"--{name.replace('_', '-')}: {why}")
    return parsed.value
