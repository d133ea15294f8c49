"""A Record -> a version of a report in the store, once. All of it in the caller's transaction, or nothing.

In: a connection that writes, the record, the file it was taken from, by what it was read, and when. Out: what became of
it. The same report again changes nothing. Another text under the same address is a new version, and the words that
were changed are kept.

    with store.writing() as connection:
        kept = keep(connection, record, taken, by, when=now)
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, fields, replace
from datetime import datetime
from hashlib import sha256
from typing import Literal

from sqlalchemy import Connection, Row, insert, select, update

from whoseword.model import Record, Report, hashed_id
from whoseword.store.forgetting import forget
from whoseword.store.rebuilding import report_of
from whoseword.store.rows import rows
from whoseword.store.shape import dumped
from whoseword.store.tables import changes, inputs, readings, reports
from whoseword.store.view_tables import viewed
from whoseword.store.wording import Edit, edits, is_alike

State = Literal["new", "version", "read-anew", "known"]
_NEWEST = select(reports).where(reports.c.followed_by.is_(None)).order_by(reports.c.added.desc(), reports.c.key)
# Where a report lies says nothing of what it is, and its id follows from the rest.
_NO_FACTS = {"id", "path", "row", "text", "parts", "language", "captured", "extracted_by", "told_by"}


@dataclass(frozen=True, slots=True)
class Taken:
    """The file that a report was taken from.

    `place` is where it lies, None where nobody can go there again (the standard input). `data` are its bytes; of a file
    with a report in each row only its hash is kept, with each report's text.
    """

    place: str | None
    sha256: str
    size: int
    data: bytes | None


@dataclass(frozen=True, slots=True)
class ReadBy:
    """The version of whoseword, and of the model, that made a record."""

    extractor: str
    model: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What was told beside the text and is told otherwise now."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """All that a new version changes."""

    edits: tuple[Edit, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a report: its key and number in the store, and the revision where it is a new version."""

    state: State
    key: str
    id: str
    number: int
    revision: Revision | None = None


def taken_from(data: bytes, place: str | None) -> Taken:
    """What is kept of a document."""
    return Taken(place, sha256(data).hexdigest(), len(data), data)


def taken_for(report: Report, whole: Taken, *, with_data: bool = False) -> Taken:
    """What is kept of the same file for this report of it; `with_data` the bytes of all of it too."""
    if report.row is None:
        return whole
    place = f"{whole.place}#{report.row}" if whole.place else None
    return replace(whole, place=place, data=whole.data if with_data else None)


def fingerprint(report: Report) -> str:
    """The same for the same report, wherever it lies: its text and all that was told of it."""
    return hashed_id(report.id, report.title, report.dek, report.byline)


def known(connection: Connection, report: Report, by: ReadBy, *, again: bool = False) -> Kept | None:
    """The version that this report is already, if it is; with `again`, not if others than `by` read it.

    Another version of this program may find another title in the same bytes. That is no change of the report.
    """
    same = select(reports).where(reports.c.id == report.id).order_by(reports.c.number.desc())
    for found in connection.execute(same):
        if found.fingerprint != fingerprint(report) and found.extractor == by.extractor:
            continue
        # What has been followed by another text is history and stays as it was read.
        if again and found.followed_by is None and _is_other(found, by):
            return None
        return Kept("known", found.key, found.id, found.number)
    return None


def newest_keys(connection: Connection) -> list[str]:
    """The newest version of each report, those that were added last first."""
    return list(connection.scalars(_NEWEST.with_only_columns(reports.c.key)))


def at_address(connection: Connection, url: str) -> Kept | None:
    """The newest version of the report that was taken from this address, if there is one."""
    for column in (reports.c.place, reports.c.url):
        if found := connection.execute(_NEWEST.where(column == url)).first():
            return Kept("known", found.key, found.id, found.number)
    return None


def as_it_came(connection: Connection, key: str) -> bytes | None:
    """The bytes of the document that a version was read from; None for a row of a file, which is not kept."""
    of_version = select(inputs).join(reports, reports.c.input == inputs.c.sha256).where(reports.c.key == key)
    found = connection.execute(of_version).one()
    if found.bytes is None:
        return None
    return zlib.decompress(found.bytes) if found.packing == "zlib" else bytes(found.bytes)


def keep(
    connection: Connection, record: Record, taken: Taken, by: ReadBy, *, when: datetime, again: bool = False
) -> Kept:
    """Stores the record, unless it is there."""
    there = known(connection, record.report, by, again=again)
    if there:
        return there
    previous = _previous(connection, record.report, taken)
    key = hashed_id(fingerprint(record.report), by.extractor, by.model)
    number = previous.number + 1 if previous else 1
    version = {"key": key, "number": number, "lineage": previous.lineage if previous else key, "added": when}
    _insert(connection, record, taken, by, version)
    connection.execute(insert(viewed).values(report=key, version=0))
    if previous is None:
        return Kept("new", key, record.report.id, number)
    connection.execute(update(reports).where(reports.c.key == previous.key).values(followed_by=key))
    forget(connection, previous.key, followed_by=key)
    revision = Revision(edits(previous.text, record.report.text), _facts(previous, record.report))
    connection.execute(insert(changes).values(after=key, before=previous.key, exact=dumped(revision)))
    state: State = "read-anew" if _is_other(previous, by) and previous.id == record.report.id else "version"
    return Kept(state, key, record.report.id, number, revision)


def _is_other(found: Row[tuple[object, ...]], by: ReadBy) -> bool:
    return (found.extractor, found.model) != (by.extractor, by.model)


def _previous(connection: Connection, report: Report, taken: Taken) -> Row[tuple[object, ...]] | None:
    """The newest version of this report, which the new one will follow."""
    same = connection.execute(_NEWEST.where(reports.c.id == report.id)).first()
    if same:
        return same
    if report.url:
        return connection.execute(_NEWEST.where(reports.c.url == report.url)).first()
    if taken.place is None:
        return None
    there = connection.execute(_NEWEST.where(reports.c.place == taken.place, reports.c.url.is_(None)))
    return next((each for each in there if is_alike(each.text, report.text)), None)


def _insert(connection: Connection, record: Record, taken: Taken, by: ReadBy, version: dict[str, object]) -> None:
    report = record.report
    if connection.execute(select(inputs.c.sha256).where(inputs.c.sha256 == taken.sha256)).first() is None:
        connection.execute(insert(inputs).values(sha256=taken.sha256, size=taken.size, **_packed(taken.data)))
    connection.execute(
        insert(reports).values(
            **version,
            id=report.id,
            place=taken.place,
            path=report.path,
            line=report.row,
            input=taken.sha256,
            url=report.url,
            outlet=report.outlet,
            title=report.title,
            language=report.language,
            published=report.published.value,
            published_from=report.published.origin,
            text=report.text,
            text_sha256=sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
            fingerprint=fingerprint(report),
            extractor=by.extractor,
            model=by.model,
            exact=dumped(replace(report, text="")),
        )
    )
    packed = zlib.compress(dumped(record.reading).encode("ascii"), 6)
    connection.execute(insert(readings).values(report=version["key"], packed=packed))
    for table, found in rows(record, str(version["key"])):
        if found:
            connection.execute(insert(table), found)


def _packed(data: bytes | None) -> dict[str, object]:
    """The bytes of a document, packed where that saves room: a page shrinks to a fifth."""
    if data is None:
        return {"bytes": None, "packing": None}
    packed = zlib.compress(data, 6)
    return {"bytes": packed, "packing": "zlib"} if len(packed) < len(data) else {"bytes": data, "packing": None}


def _facts(previous: Row[tuple[object, ...]], report: Report) -> tuple[Fact, ...]:
    """What is told of the report, field by field, where it differs."""
    old = report_of(previous)
    pairs = ((field.name, getattr(old, field.name), getattr(report, field.name)) for field in fields(Report))
    return tuple(
        Fact(name, _shown(before), _shown(after))
        for name, before, after in pairs
        if name not in _NO_FACTS and before != after
    )


def _shown(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return ", ".join(value) if isinstance(value, tuple) else str(getattr(value, "value", value))
