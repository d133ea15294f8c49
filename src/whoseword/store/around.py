"""Units of telling -> all that was compared around them: who else tells the same, in whatever report of the store.

In: a connection and the places of units. Out: `Compared`, as `ledger/book.py` takes it, of these units, of those that
tell the same, and of the sources and outlets in their chains; nothing else is read, so that it takes as long in a large
store as in a small one.

    known = around(connection, [unit.ref for unit, _ in traced(connection, "the ferry was stopped", lexicon)])
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, or_, select

from whoseword.across import Ref, Told
from whoseword.ledger.book import Compared
from whoseword.lexicon import Lexicon, load_lexicon
from whoseword.store.asking import copies_among, pairs_of, shown_of
from whoseword.store.judged import judged
from whoseword.store.unpacking import items_at, items_of, portions
from whoseword.store.view_tables import matches, told
from whoseword.store.views import UNITS, WHO, View

# A claim that more units tell is told by its first ones: enough for anybody to read.
MOST_UNITS = 400


def around(connection: Connection, refs: Collection[Ref], lexicon: Lexicon | None = None) -> Compared:
    """All that was compared around the units at `refs`."""
    words = lexicon or load_lexicon()
    # What people judged the same belongs together, whatever was computed.
    joined = {ref for pair in judged(connection).same if not set(refs).isdisjoint(pair) for ref in pair}
    rows = _rows(connection, UNITS, {*refs, *joined})
    fresh = set(rows)
    while fresh and len(rows) < MOST_UNITS:
        reached = _same(connection, fresh)
        fresh = set(sorted(reached - rows)[: MOST_UNITS - len(rows)])
        rows |= fresh
    found = items_at(connection, UNITS, rows)
    shown = shown_of(connection, {unit.ref.report for unit in found.values()})
    units = shown.only(UNITS, found)
    parties = {party for unit in units.values() for party in _parties(unit)}
    who = items_at(connection, WHO, _rows(connection, WHO, parties))
    return Compared(
        units=tuple(sorted(units.values(), key=lambda unit: unit.ref)),
        matches=pairs_of(connection, UNITS, units, words),
        appearances=tuple(sorted(who.values(), key=lambda appearance: appearance.ref)),
        likenesses=pairs_of(connection, WHO, who, words),
        copies=copies_among(connection, set(shown.keys)),
    )


def claim_units(connection: Connection, claim: str) -> tuple[Ref, ...]:
    """The unit whose claim has this id, or an id that begins so; none, where no unit has, two, where several have."""
    chosen = select(told.c.row).where(told.c.claim.between(claim, f"{claim}g")).limit(2)
    units = items_at(connection, UNITS, set(connection.scalars(chosen)))
    return tuple(sorted(unit.ref for unit in units.values()))


def _same(connection: Connection, rows: Collection[int]) -> set[int]:
    """The rows that were found to claim the same as one of these."""
    return {
        row
        for some in portions(rows)
        for pair in connection.execute(
            select(matches.c.a, matches.c.b).where(
                or_(matches.c.a.in_(some), matches.c.b.in_(some)), matches.c.grade == "same"
            )
        )
        for row in pair
    }


def _parties(unit: Told) -> Iterable[Ref]:
    if unit.end is None:
        return ()
    named = (unit.end.source, unit.end.publisher, *unit.end.relays)
    return (party.ref for party in named if party)


def _rows(connection: Connection, view: View, refs: Collection[Ref]) -> set[int]:
    """The rows of the items at these places, in the newest version of each report, without those that are hidden."""
    shown = shown_of(connection, {ref.report for ref in refs})
    found = shown.only(view, items_of(connection, view, shown.keys.values()))
    return {row for row, item in found.items() if view.ref(item) in refs}
