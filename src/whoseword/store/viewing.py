"""A version that was added -> its rows in every view, in the same transaction: units, matches, likenesses, kin, copies.

In: a connection that writes, the key of the version, its record, the word lists. What depends on a new report is the
new report and the pairs that it is in, so that nothing else is touched. A version whose views are not there, or come
from older code or before a correction, waits in the table `viewed`; `catch_up` makes its views.

    with store.writing() as connection:
        kept = keep(connection, record, taken, by, when=now)
        refresh(connection, kept.key, record, lexicon)
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import count
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from whoseword.errors import WhosewordError
from whoseword.lexicon import Lexicon
from whoseword.model import Problem, Record
from whoseword.store import copying
from whoseword.store.correcting import corrected
from whoseword.store.forgetting import forget, forget_all
from whoseword.store.nearby import near, nearest
from whoseword.store.numbering import next_row
from whoseword.store.opening import Store
from whoseword.store.rebuilding import rebuild
from whoseword.store.stories import is_settled, settle
from whoseword.store.unpacking import items_at, pack_rows
from whoseword.store.view_tables import packs, viewed
from whoseword.store.views import VIEWS, View

# Counts up whenever the same record would give other views: with any change of units, keys, sketches or comparisons.
VERSION = 3
# Reports a transaction when many wait: what was made is kept when the rest is stopped.
BATCH = 20


def refresh(connection: Connection, key: str, record: Record, lexicon: Lexicon) -> tuple[Problem, ...]:
    """Makes the views of the newest version of a report, all anew; `record` is it as it was read, not corrected.

    A fault of ours on one report costs its views and neither the report nor the others; the problem says so.
    """
    forget(connection, key)
    connection.execute(insert(viewed).values(report=key, version=VERSION))
    try:
        with connection.begin_nested():
            _refresh_all(connection, key, corrected(connection, key, record), lexicon)
    except (WhosewordError, SQLAlchemyError, sqlite3.Error):
        raise
    except Exception as error:  # noqa: BLE001  (one report in a corpus of thousands must not stop the rest)
        message = (
            f"comparing stopped with {type(error).__name__}: {error}; please report this with the text, if you may"
        )
        return (Problem("comparing-failed", message),)
    return ()


def waiting(connection: Connection) -> int:
    """How many reports have no views that can be read: those that `catch_up` would make."""
    return connection.scalar(select(func.count()).select_from(viewed).where(viewed.c.version < VERSION)) or 0


def catch_up(store: Store, lexicon: Lexicon) -> Iterator[int]:
    """Makes the views of all that wait, and tells after each batch how many still do.

    Views of older code are all taken out first: two codes never meet in one pair. Stories are settled at the end.
    """
    with store.reading() as connection:
        if not waiting(connection) and is_settled(connection):
            return
    with store.writing() as connection:
        if connection.scalar(select(func.max(viewed.c.version)).where(viewed.c.version.between(1, VERSION - 1))):
            forget_all(connection)
            connection.execute(update(viewed).values(version=0))
    left = 1
    while left:
        with store.writing() as connection:
            found = select(viewed.c.report).where(viewed.c.version < VERSION).order_by(viewed.c.report).limit(BATCH)
            for key in connection.scalars(found).all():
                refresh(connection, key, rebuild(connection, key), lexicon)
            left = waiting(connection)
            if not left:
                settle(connection)
        yield left


def _refresh_all(connection: Connection, key: str, record: Record, lexicon: Lexicon) -> None:
    for view in VIEWS:
        _refresh(connection, view, key, record, lexicon)
    copying.find(connection, key, record.report)


def _refresh(connection: Connection, view: View, key: str, record: Record, lexicon: Lexicon) -> None:
    first = next_row(connection, view.items)
    # Two parts with one reference could not be told apart by anybody who reads the view.
    made = {view.ref(item): item for item in view.made(record, lexicon)}
    new = dict(zip(count(first), made.values(), strict=False))
    if not new:
        return
    keys = {row: set(view.keys_of(item)) for row, item in new.items()}
    rows = [
        {"row": row, "report": key, "position": row - first, "part": view.ref(item).part, **view.columns(item)}
        for row, item in new.items()
    ]
    connection.execute(insert(view.items), rows)
    connection.execute(insert(packs), pack_rows(view, key, new))
    if listed := [{"key": each, "item": row} for row, found in keys.items() for each in sorted(found)]:
        connection.execute(insert(view.keys), listed)
    pairs = _chosen(connection, view, keys)
    items = new | items_at(connection, view, {row for pair in pairs for row in pair} - new.keys())
    if kept := [row for pair in pairs if (row := _compared(view, pair, items, lexicon))]:
        connection.execute(insert(view.pairs), kept)


def _chosen(connection: Connection, view: View, keys: dict[int, set[int]]) -> list[tuple[int, int]]:
    """The pairs to be compared: of each new item with those that share its rarest keys, within the bounds."""
    holders = near(connection, view.keys, {each for found in keys.values() for each in found}, view.bounds.key)
    found: dict[tuple[int, int], float] = {}
    for row, own in keys.items():
        near_by = nearest({each: holders[each] for each in own}, view.bounds.item, {row})
        for other, score in near_by:
            found[min(row, other), max(row, other)] = score
    ranked = sorted(found, key=lambda pair: (-found[pair], pair))
    return sorted(ranked[: view.bounds.report])


def _compared(view: View, pair: tuple[int, int], items: dict[int, Any], lexicon: Lexicon) -> dict[str, object] | None:
    """The row of a pair, the same whichever of the two came first; None where they are nothing to each other."""
    a, b = sorted(pair, key=lambda row: view.ref(items[row]))
    found = view.compared(items[a], items[b], lexicon)
    if found.grade is None:
        return None
    return {"a": a, "b": b, "grade": found.grade, "score": found.score}
