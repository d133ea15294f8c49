"""A version in the store -> the Record that it was made of, exactly.

In: a connection and a key. Out: the same values as those that were kept: `rebuild(connection, kept.key) == record`.

    with store.reading() as connection:
        record = rebuild(connection, key)
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection, Row, Table, select

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


def rebuild(connection: Connection, key: str) -> Record:
    """The record of one version.

    Raises:
        StoreError: there is no version with this key.
    """
    found = connection.execute(select(tables.reports).where(tables.reports.c.key == key)).first()
    if found is None:
        raise StoreError(f"no version {key} in the store")
    packed = connection.scalar(select(tables.readings.c.packed).where(tables.readings.c.report == key))
    return Record(
        report_of(found),
        loaded(Reading, zlib.decompress(packed or b"").decode("ascii")),
        entities=_parts(connection, tables.entities, key, Entity),
        statements=_parts(connection, tables.statements, key, Statement),
        problems=_parts(connection, tables.problems, key, Problem),
        times=_parts(connection, tables.times, key, Time),
        quantities=_parts(connection, tables.quantities, key, Quantity),
        events=_parts(connection, tables.events, key, Event),
        commitments=_parts(connection, tables.commitments, key, Commitment),
        figures=_parts(connection, tables.figures, key, Figure),
    )


def report_of(found: Row[tuple[object, ...]]) -> Report:
    """The report of a row of the table `reports`."""
    return replace(loaded(Report, found.exact), text=found.text)


def _parts(connection: Connection, table: Table, key: str, kind: type[Noun]) -> tuple[Noun, ...]:
    lines = select(table.c.exact).where(table.c.report == key).order_by(table.c.position)
    return tuple(loaded(kind, line) for line in connection.scalars(lines))
