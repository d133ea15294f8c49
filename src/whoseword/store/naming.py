"""What somebody typed for a report or a part of one -> where it is in the store.

In: an id, or its beginning if no other begins so. `REPORT/PART` names a part where several reports have one of that id.
Out: the newest version that has it.

    found = find_named(connection, "3f2a90")
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, exists, or_, select

from whoseword.errors import StoreError
from whoseword.store import tables
from whoseword.store.view_tables import told

PartKind = Literal["report", "entity", "statement", "event", "commitment", "unit"]
SHORTEST = 4
_PARTS: dict[PartKind, Column[Any]] = {
    "entity": tables.entities.c.id,
    "statement": tables.statements.c.id,
    "event": tables.events.c.id,
    "commitment": tables.commitments.c.id,
    "unit": told.c.part,
}


@dataclass(frozen=True, slots=True)
class Named:
    """A report, or a part of it, in the version with this key."""

    kind: PartKind
    key: str
    report: str
    part: str | None = None

    @property
    def name(self) -> str:
        """As judgements keep it: unmistakable, whatever is added later."""
        return self.key if self.part is None else f"{self.key}/{self.part}"


def find_report(connection: Connection, typed: str) -> Named:
    """The newest version of the report that was meant.

    Raises:
        StoreError: no report is called so, or several are.
    """
    found = _reports(connection, typed)
    if not found:
        raise StoreError(f"no report {typed!r} in the store; whoseword add printed the ids, as in 3f2a90aa17c2")
    return _only(found, typed)


def find_named(connection: Connection, typed: str) -> Named:
    """The report or the part that was meant.

    Raises:
        StoreError: nothing is called so, or several are.
    """
    within, slash, part = typed.rpartition("/")
    keys = {named.key for named in _reports(connection, within)} if slash else None
    found = [] if slash else _reports(connection, part)
    if not found:
        found = _parts(connection, part, keys)
    if not found:
        raise StoreError(f"nothing in the store is called {typed!r}; give the id of a report, statement or entity")
    return _only(found, typed)


def _reports(connection: Connection, typed: str) -> list[Named]:
    begins = or_(*(_begins(column, typed) for column in (tables.reports.c.id, tables.reports.c.key)))
    chosen = select(tables.reports.c.key, tables.reports.c.id).where(begins).order_by(tables.reports.c.number.desc())
    return [Named("report", row.key, row.id) for row in connection.execute(chosen)]


def _parts(connection: Connection, typed: str, keys: set[str] | None) -> list[Named]:
    found: list[Named] = []
    reports = tables.reports
    for kind, part in _PARTS.items():
        within = part.table.c.report
        chosen = select(within, part.label("id"), reports.c.id.label("called")).join(reports, reports.c.key == within)
        chosen = chosen.where(_begins(part, typed)).order_by(reports.c.number.desc())
        if kind == "unit":
            # The content of a statement is a unit as well; it is called by the statement. What a statement claims
            # besides is a unit of its own.
            stated = tables.statements.c
            chosen = chosen.where(~exists().where(stated.report == within, stated.id == part))
        if keys is not None:
            chosen = chosen.where(within.in_(sorted(keys)))
        found += [Named(kind, row.report, row.called, row.id) for row in connection.execute(chosen)]
    return found


def _begins(column: Column[Any], typed: str) -> ColumnElement[bool]:
    """Ids are hexadecimal, so all that begin so lie between; an index serves that, unlike LIKE."""
    return column.between(typed, f"{typed}g") if len(typed) >= SHORTEST else column == typed


def _only(found: list[Named], typed: str) -> Named:
    """The one that was meant; the newest, where a report was read more than once."""
    newest: dict[tuple[str, str, str | None], Named] = {}
    for named in found:
        newest.setdefault((named.kind, named.report, named.part), named)
    last = typed.rpartition("/")[2]
    exact = [named for named in newest.values() if last == (named.part or named.report)]
    one, *more = exact or newest.values()
    if more:
        called = ", ".join(f"{named.kind} {_called(named)}" for named in (one, *more[:3]))
        raise StoreError(f"{typed!r} may be any of: {called}{', …' if len(more) > 3 else ''}; type more of it")
    return one


def _called(named: Named) -> str:
    return named.report if named.part is None else f"{named.report}/{named.part}"
