"""Rows of a view, or keys of versions -> the items that stand there, whole.

units = items_at(connection, UNITS, [902, 31])
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, select

from whoseword.store.packing import unpacked
from whoseword.store.view_tables import packs
from whoseword.store.views import View

Value = TypeVar("Value", str, int)
# So many values in one question; SQLite takes 32,766.
AT_ONCE = 1000


def items_at(connection: Connection, view: View, rows: Collection[int]) -> dict[int, Any]:
    """The items in these rows, by row."""
    return _items(connection, view, (view.items.c.row.in_(some) for some in portions(rows)))


def items_of(connection: Connection, view: View, keys: Collection[str]) -> dict[int, Any]:
    """All items of the versions with these keys, by row."""
    return _items(connection, view, (view.items.c.report.in_(some) for some in portions(keys)))


def portions(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values in order, in lists that one question takes."""
    listed = sorted(values)
    for start in range(0, len(listed), AT_ONCE):
        yield listed[start : start + AT_ONCE]


def _items(connection: Connection, view: View, conditions: Iterable[ColumnElement[bool]]) -> dict[int, Any]:
    table = view.items
    where: dict[str, dict[int, int]] = defaultdict(dict)
    for condition in conditions:
        for row in connection.execute(select(table.c.row, table.c.report, table.c.position).where(condition)):
            where[row.report][row.position] = row.row
    found: dict[int, Any] = {}
    for some in portions(where):
        chosen = select(packs.c.report, packs.c.packed).where(packs.c.view == table.name, packs.c.report.in_(some))
        for pack in connection.execute(chosen):
            places = where[pack.report]
            found.update(zip(places.values(), unpacked(view.noun, pack.packed, list(places)), strict=True))
    return found
