"""A version in the store -> the Record that it was made of, exactly.

In: a connection and a key. Out: the same values as those that were kept: `rebuild(connection, kept.key) == record`.

    with store.reading() as connection:
        record = rebuild(connection, key)
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection, Row, Table, literal, select, union_all

from whoseword.errors import StoreError
from whoseword.model import (
    Commitment,
    Entity,
    Event,
    Figure,
    Problem,
    Quantity,
    Reading,
    Record,
    Report,
    Statement,
    Time,
)
from whoseword.store import tables
from whoseword.store.shape import loaded

Noun = TypeVar("Noun")
_PARTS = (
    tables.entities,
    tables.statements,
    tables.problems,
    tables.times,
    tables.quantities,
    tables.events,
    tables.commitments,
    tables.figures,
)


def rebuild(connection: Connection, key: str) -> Record:
    """The record of one version.

    Raises:
        StoreError: there is no version with this key.
    """
    found = connection.execute(select(tables.reports).where(tables.reports.c.key == key)).first()
    if found is None:
        raise StoreError(f"no version {key} in the store")
    packed = connection.scalar(select(tables.readings.c.packed).where(tables.readings.c.report == key))
    parts = _parts(connection, key)
    return Record(
        report_of(found),
        loaded(Reading, zlib.decompress(packed or b"").decode("ascii")),
        entities=_made(parts, tables.entities, Entity),
        statements=_made(parts, tables.statements, Statement),
        problems=_made(parts, tables.problems, Problem),
        times=_made(parts, tables.times, Time),
        quantities=_made(parts, tables.quantities, Quantity),
        events=_made(parts, tables.events, Event),
        commitments=_made(parts, tables.commitments, Commitment),
        figures=_made(parts, tables.figures, Figure),
    )


def report_of(found: Row[tuple[object, ...]]) -> Report:
    """The report of a row of the table `reports`."""
    return replace(loaded(Report, found.exact), text=found.text)


def _parts(connection: Connection, key: str) -> dict[str, list[str]]:
    """The lines of all parts of a version, by their table, in order; one question for all tables."""
    asked = union_all(
        *(
            select(literal(table.name).label("part"), table.c.position, table.c.exact).where(table.c.report == key)
            for table in _PARTS
        )
    )
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in connection.execute(asked):
        found[row.part].append((row.position, row.exact))
    return {part: [line for _, line in sorted(lines)] for part, lines in found.items()}


def _made(parts: Mapping[str, list[str]], table: Table, kind: type[Noun]) -> tuple[Noun, ...]:
    return tuple(loaded(kind, line) for line in parts.get(table.name, ()))
