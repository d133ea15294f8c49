"""A record as it was read -> as people have corrected it, and without what they have hidden.

In: a connection, the key of the version, and its record. Out: the record with every correction that stands. The facts
in the store stay as they were read, so that undoing a correction brings them back.

    record = corrected(connection, key, rebuild(connection, key))
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection

from whoseword.model import Commitment, Entity, Event, Record, Report, Statement
from whoseword.store.fields import with_field
from whoseword.store.judging import standing

Part = TypeVar("Part", Report, Entity, Statement, Event, Commitment)
_Corrections = dict[str, list[tuple[str, str]]]


def corrected(connection: Connection, key: str, record: Record) -> Record:
    """The record with the corrections that people made of this version."""
    found: _Corrections = {}
    for row in standing(connection, ["corrected"], key):
        found.setdefault(row.about.partition("/")[2], []).append((row.field, row.value))
    if not found:
        return record
    return replace(
        record,
        report=_parts((record.report,), {record.report.id: found.get("", [])})[0],
        entities=_parts(record.entities, found),
        statements=_parts(record.statements, found),
        events=_parts(record.events, found),
        commitments=_parts(record.commitments, found),
    )


def with_corrections(connection: Connection, key: str, report: Report) -> Report:
    """The report of a version with the corrections that people made of it."""
    for row in standing(connection, ["corrected"], key):
        if row.about == key:
            report = with_field(report, row.field, row.value)
    return report


def without(record: Record, hidden: Collection[str]) -> Record:
    """The record without the parts with these ids, and without what would not be there but for them.

    What only pointed at a hidden part stays and points nowhere: somebody hidden said it, but it was said.
    """
    if not hidden:
        return record
    gone = set(hidden)

    def there(each: str | None) -> str | None:
        return None if each in gone else each

    statements = tuple(
        replace(
            each,
            entity=there(each.entity),
            within=there(each.within),
            told_to=tuple(one for one in each.told_to if one not in gone),
            chain=tuple(replace(link, entity=there(link.entity)) for link in each.chain),
            denies=None if each.denies and each.denies.statement in gone else each.denies,
        )
        for each in record.statements
        if each.id not in gone
    )
    commitments = tuple(
        replace(
            each,
            who=tuple(one for one in each.who if one not in gone),
            to_whom=tuple(one for one in each.to_whom if one not in gone),
            statements=tuple(one for one in each.statements if one not in gone),
        )
        for each in record.commitments
        if each.id not in gone and not (each.statements and gone.issuperset(each.statements))
    )
    return replace(
        record,
        entities=tuple(each for each in record.entities if each.id not in gone),
        statements=statements,
        events=tuple(each for each in record.events if each.id not in gone and each.statement not in gone),
        commitments=commitments,
        figures=tuple(each for each in record.figures if each.statement not in gone),
    )


def _parts(parts: tuple[Part, ...], found: _Corrections) -> tuple[Part, ...]:
    made = []
    for part in parts:
        one = part
        for field, value in found.get(part.id, ()):
            one = with_field(one, field, value)
        made.append(one)
    return tuple(made)
