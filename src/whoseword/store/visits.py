"""Addresses that were visited: what is needed to ask for changes only, and what to try again when.

In: a connection and addresses or visits. Out: visits. A row is the last visit to its address, whoever led there.

    with store.writing() as connection:
        keep_visit(connection, Visit("https://aldmoor.example/dam", etag='"7"', status=200))
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from whoseword.across.intake import Visit
from whoseword.store.tables import visits
from whoseword.store.unpacking import portions


def key_of(url: str) -> str:
    """SHA-256 of an address: an index takes no entry as long as some addresses are."""
    return sha256(url.encode("utf-8", "surrogatepass")).hexdigest()


def moment(value: str | None) -> datetime | None:
    """ISO 8601 with a time zone -> what a column of moments takes.

    Raises:
        ValueError: it is no moment, or has no time zone.
    """
    if value is None:
        return None
    found = datetime.fromisoformat(value)
    if found.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    return found


def visit_of(connection: Connection, url: str) -> Visit | None:
    """The last visit to this address."""
    row = connection.execute(select(visits).where(visits.c.key == key_of(url))).first()
    return _visit(row) if row else None


def visits_of(connection: Connection, urls: Iterable[str]) -> dict[str, Visit]:
    """The last visits to those of these addresses that were visited, by address."""
    keys = {key_of(url) for url in urls}
    rows = (row for some in portions(keys) for row in connection.execute(select(visits).where(visits.c.key.in_(some))))
    return {row.url: _visit(row) for row in rows}


def keep_visit(connection: Connection, visit: Visit) -> None:
    """Keeps it in the place of the visit before."""
    key = key_of(visit.url)
    values: dict[str, Any] = {**asdict(visit), "fetched": moment(visit.fetched), "retry": moment(visit.retry)}
    if connection.execute(update(visits).where(visits.c.key == key).values(**values)).rowcount == 0:
        connection.execute(insert(visits).values(key=key, **values))


def forget_visit(connection: Connection, url: str) -> None:
    """As if the address had never been visited."""
    connection.execute(delete(visits).where(visits.c.key == key_of(url)))


def failed_for(connection: Connection, feed: str) -> list[Visit]:
    """The visits to items of this feed that failed the last time, in the order of their addresses."""
    chosen = select(visits).where(visits.c.feed == feed, visits.c.failures > 0)
    return sorted((_visit(row) for row in connection.execute(chosen)), key=lambda visit: visit.url)


def unmarked(visit: Visit) -> Visit:
    """The same visit without the marks of what came, so that the next one gets the bytes whether new or not."""
    return replace(visit, etag=None, last_modified=None, sha256=None)


def is_due(visit: Visit, when: datetime) -> bool:
    """Whether a visit that failed is to be tried again by now; one without a time for it was given up."""
    retry = moment(visit.retry)
    return visit.failures > 0 and retry is not None and retry <= when


def _visit(row: Row[Any]) -> Visit:
    return Visit(
        url=row.url,
        etag=row.etag,
        last_modified=row.last_modified,
        sha256=row.sha256,
        status=row.status,
        fetched=row.fetched and row.fetched.isoformat(),
        failures=row.failures,
        retry=row.retry and row.retry.isoformat(),
        fault=row.fault,
        feed=row.feed,
    )
