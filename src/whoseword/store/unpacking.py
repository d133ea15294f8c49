"""Rows of a view, or keys of versions -> the items that stand there, whole; and items -> the rows that hold them.

units = items_at(connection, UNITS, [902, 31])
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, select

from whoseword.store.packing import packed, unpacked
from whoseword.store.view_tables import packs
from whoseword.store.views import View

Value = TypeVar("Value", str, int)
# So many values in one question; SQLite takes 32,766.
AT_ONCE = 1000
# Items that are packed together: 40 units take a sixth less room than by eights, and twice as long to read one of.
IN_A_PACK = 8


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


def pack_rows(view: View, key: str, items: dict[int, Any]) -> list[dict[str, object]]:
    """The rows of `packs` for all items of a version, which stand in rows that follow each other."""
    rows = sorted(items)
    starts = range(0, len(rows), IN_A_PACK)
    return [
        {
            "view": view.items.name,
            "first": rows[start],
            "report": key,
            "packed": packed([items[row] for row in rows[start : start + IN_A_PACK]]),
        }
        for start in starts
    ]


def _items(connection: Connection, view: View, conditions: Iterable[ColumnElement[bool]]) -> dict[int, Any]:
    table = view.items
    where: dict[int, dict[int, int]] = defaultdict(dict)
    for condition in conditions:
        for row in connection.execute(select(table.c.row, table.c.position).where(condition)):
            place = row.position % IN_A_PACK
            where[row.row - place][place] = row.row
    found: dict[int, Any] = {}
    for some in portions(where):
        chosen = select(packs.c.first, packs.c.packed).where(packs.c.view == table.name, packs.c.first.in_(some))
        for pack in connection.execute(chosen):
            places = where[pack.first]
            found.update(zip(places.values(), unpacked(view.noun, pack.packed, list(places)), strict=True))
    return found
