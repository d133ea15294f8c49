"""Ids of reports -> what the store has of them across reports, with the judgements of people applied.

In: a connection, and the ids of reports, or none for all of them. Out: records, and what was made of them when they
were added: units of telling, matches, appearances, likenesses, copies; always of the newest versions, as they were
corrected, without what was hidden, in an order that does not depend on when they were added. Which pairs are something
to each other is stored; what exactly is worked out again, which takes no longer than to read it.

    given = compared(connection, ids)
    book = open_book(records_of(connection, ids), lexicon, judged=judged(connection), compared=given)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from whoseword.across import Appearance, Likeness, Match, Ref, Story, Told
from whoseword.claims.copies import Copy
from whoseword.ledger.book import Compared
from whoseword.lexicon import Lexicon, load_lexicon
from whoseword.model import Record, Report
from whoseword.store import view_tables as tables
from whoseword.store.correcting import corrected, with_corrections, without
from whoseword.store.judged import judged
from whoseword.store.judging import standing
from whoseword.store.rebuilding import rebuild, report_of
from whoseword.store.shape import loaded
from whoseword.store.tables import reports
from whoseword.store.unpacking import items_of, portions
from whoseword.store.view_tables import running
from whoseword.store.views import UNITS, WHO, View

Ids = Collection[str]


def records_of(connection: Connection, ids: Ids | None = None) -> tuple[Record, ...]:
    """The records of these reports as corrected, without hidden parts; in the order of their ids."""
    shown = shown_of(connection, ids)
    hidden: dict[str, set[str]] = defaultdict(set)
    for ref in shown.hidden:
        hidden[ref.report].add(ref.part)
    return tuple(
        without(
            corrected(connection, key, rebuild(connection, key)),
            {ref.part for ref in shown.hidden if ref.report == each},
        )
        for each, key in sorted(shown.keys.items())
    )


def compared(connection: Connection, ids: Ids | None = None, lexicon: Lexicon | None = None) -> Compared:
    """All that was compared between these reports, as `ledger/book.py` takes it."""
    shown, words = shown_of(connection, ids), lexicon or load_lexicon()
    told, who = shown.items(connection, UNITS), shown.items(connection, WHO)
    return Compared(
        units=tuple(told.values()),
        matches=pairs_of(connection, UNITS, told, words),
        appearances=tuple(who.values()),
        likenesses=pairs_of(connection, WHO, who, words),
        copies=_copies(connection, shown),
    )


def units_of(connection: Connection, ids: Ids | None = None) -> tuple[Told, ...]:
    """The units of telling of these reports."""
    return tuple(shown_of(connection, ids).items(connection, UNITS).values())


def appearances_of(connection: Connection, ids: Ids | None = None) -> tuple[Appearance, ...]:
    """The entities of these reports, ready for identities."""
    return tuple(shown_of(connection, ids).items(connection, WHO).values())


def matches_among(connection: Connection, ids: Ids | None = None, lexicon: Lexicon | None = None) -> tuple[Match, ...]:
    """All matches of which both units stand in these reports, in order."""
    told = shown_of(connection, ids).items(connection, UNITS)
    return pairs_of(connection, UNITS, told, lexicon or load_lexicon())


def likenesses_among(
    connection: Connection, ids: Ids | None = None, lexicon: Lexicon | None = None
) -> tuple[Likeness, ...]:
    """All likenesses of which both appearances stand in these reports, in order."""
    who = shown_of(connection, ids).items(connection, WHO)
    return pairs_of(connection, WHO, who, lexicon or load_lexicon())


def copies_among(connection: Connection, ids: Ids | None = None) -> tuple[Copy, ...]:
    """All copied passages between these reports, in order."""
    return _copies(connection, shown_of(connection, ids))


def reports_of(connection: Connection, ids: Ids | None = None) -> tuple[Report, ...]:
    """The reports themselves, as corrected; in the order of their ids."""
    keys = shown_of(connection, ids).keys
    found = {
        row.id: with_corrections(connection, row.key, report_of(row))
        for some in portions(keys.values())
        for row in connection.execute(select(reports).where(reports.c.key.in_(some)))
    }
    return tuple(report for _, report in sorted(found.items()))


def days(connection: Connection) -> dict[str, str | None]:
    """The day of publication of every report, by its id."""
    chosen = select(reports.c.id, reports.c.key, reports.c.published).where(reports.c.followed_by.is_(None))
    found = {row.key: (row.id, row.published) for row in connection.execute(chosen)}
    for row in standing(connection, ["corrected"]):
        if row.field == "published" and row.about in found:
            found[row.about] = (found[row.about][0], row.value.strip() or None)
    return dict(found.values())


def stories(connection: Connection) -> tuple[Story, ...]:
    """The stories of all reports, without hidden reports, in the order of their ids, as they were settled last."""
    return tuple(loaded(Story, exact) for exact in connection.scalars(select(running.c.exact).order_by(running.c.id)))


@dataclass(frozen=True, slots=True)
class Shown:
    """The reports that were asked for, by id with the key of the newest version, and all that people have hidden."""

    keys: dict[str, str]
    hidden: frozenset[Ref]

    def items(self, connection: Connection, view: View) -> dict[int, Any]:
        """The items of these reports in a view by row, in the order of reports and then as they stand there."""
        return self.only(view, items_of(connection, view, self.keys.values()))

    def only(self, view: View, found: dict[int, Any]) -> dict[int, Any]:
        """Those items that stand in these reports and are not hidden, in the same order."""
        ordered = sorted((view.ref(item).report, row) for row, item in found.items())
        return {
            row: found[row] for each, row in ordered if each in self.keys and view.ref(found[row]) not in self.hidden
        }


def shown_of(connection: Connection, ids: Ids | None) -> Shown:
    """What of these reports (of all) may be shown."""
    hidden = judged(connection).hidden
    gone = {ref.report for ref in hidden if not ref.part}
    chosen = select(reports.c.id, reports.c.key).where(reports.c.followed_by.is_(None))
    conditions = [chosen] if ids is None else [chosen.where(reports.c.id.in_(some)) for some in portions(ids)]
    found = {row.id: row.key for condition in conditions for row in connection.execute(condition)}
    return Shown({each: key for each, key in found.items() if each not in gone}, hidden)


def pairs_of(connection: Connection, view: View, items: dict[int, Any], lexicon: Lexicon) -> tuple[Any, ...]:
    """The stored pairs between these items, compared once more."""
    a, b = view.pairs.c.a, view.pairs.c.b
    found = [
        view.compared(items[row.a], items[row.b], lexicon).noun
        for some in portions(items)
        for row in connection.execute(select(a, b).where(a.in_(some)))
        if row.b in items
    ]
    return tuple(sorted(found, key=lambda pair: (pair.a, pair.b)))


def _copies(connection: Connection, shown: Shown) -> tuple[Copy, ...]:
    copies, passages = tables.copies, tables.passages
    found = [
        loaded(Copy, exact)
        for some in portions(shown.keys.values())
        for exact in connection.scalars(
            select(copies.c.exact).join(passages, passages.c.row == copies.c.a).where(passages.c.report.in_(some))
        )
    ]
    return tuple(sorted((each for each in found if each.b in shown.keys), key=lambda copy: (copy.a, copy.b)))
