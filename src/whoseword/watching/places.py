"""Notices -> where the reports lie that they point to.

places_of(connection, notices)["3f2a90aa17c2"].url
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from whoseword.across.intake import Notice
from whoseword.store.tables import reports
from whoseword.store.unpacking import portions


@dataclass(frozen=True, slots=True)
class Place:
    """A report as a notice names it to others."""

    outlet: str | None
    published: str | None
    title: str | None
    url: str | None


def places_of(connection: Connection, notices: Iterable[Notice]) -> dict[str, Place]:
    """The reports of these notices by their ids, in whatever version they were told."""
    columns = (reports.c.outlet, reports.c.published, reports.c.title, reports.c.url)
    return {
        row.id: Place(row.outlet, row.published, row.title, row.url)
        for some in portions({notice.report for notice in notices if notice.report})
        for row in connection.execute(select(reports.c.id, *columns).where(reports.c.id.in_(some)))
    }
