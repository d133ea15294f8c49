"""Ids of reports -> a mark that changes whenever anything would that is worked out from them: what may be kept by it.

In: a connection and ids. Out: a hash of the versions of these reports, of how far their views are made, and of the
judgements that stand about them. What is kept together with its mark is right as long as the mark is the same.

    if mark(connection, story.reports) != kept.mark:
        kept = made_anew(...)
"""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from sqlalchemy import Connection, select

from whoseword.model import hashed_id
from whoseword.store.judging import VerdictKind, standing
from whoseword.store.tables import reports
from whoseword.store.unpacking import portions
from whoseword.store.view_tables import viewed

# A note changes nothing that is worked out.
_COUNT: tuple[VerdictKind, ...] = tuple(kind for kind in get_args(VerdictKind) if kind not in {"note", "undone"})


def mark(connection: Connection, ids: Collection[str]) -> str:
    """The mark of these reports as they are now."""
    joined = select(reports.c.key, viewed.c.version).join(viewed, viewed.c.report == reports.c.key, isouter=True)
    made = {
        row.key: row.version
        for some in portions(ids)
        for row in connection.execute(joined.where(reports.c.id.in_(some), reports.c.followed_by.is_(None)))
    }
    judged = [
        row.number
        for row in standing(connection, _COUNT)
        if any(name and name.partition("/")[0] in made for name in (row.about, row.other))
    ]
    return hashed_id("mark", sorted(made.items()), judged)
