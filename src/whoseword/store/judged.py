"""The judgements that stand -> `across.Judged`, which every view across reports takes: it wins over what is computed.

A judgement is of one version and counts while that version is the newest of its report. Of reports the part is empty.

    judged(connection).same  # frozenset({(Ref("3f2a90aa17c2", "e1"), Ref("77b0e4c1f2d9", "e4"))})
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Row, select

from whoseword.across import Judged, Ref
from whoseword.store.judging import VerdictKind, standing
from whoseword.store.tables import reports
from whoseword.store.unpacking import portions

_KINDS: tuple[VerdictKind, ...] = (
    "same-source",
    "not-same-source",
    "same-claim",
    "not-same-claim",
    "same-story",
    "not-same-story",
    "hidden",
)
# So many keys in one question; SQLite takes 32,766 values.
_AT_ONCE = 1000


def judged(connection: Connection) -> Judged:
    """All that people have judged of pairs and have hidden, where the versions that they judged are the newest."""
    rows = standing(connection, _KINDS)
    keys = {name.partition("/")[0] for row in rows for name in (row.about, row.other) if name}
    ids = _newest(connection, keys)
    refs = [(row, [_ref(name, ids) for name in (row.about, row.other) if name]) for row in rows]
    known = [(row, [ref for ref in found if ref]) for row, found in refs if all(found)]
    return Judged(
        same=frozenset(_pairs(known, "same-")),
        apart=frozenset(_pairs(known, "not-")),
        hidden=frozenset(found[0] for row, found in known if row.verdict == "hidden"),
    )


def _pairs(known: Iterable[tuple[Row[Any], list[Ref]]], begins: str) -> Iterable[tuple[Ref, Ref]]:
    for row, found in known:
        if row.verdict.startswith(begins):
            first, second = sorted(found)
            yield (first, second)


def _ref(name: str, ids: dict[str, str]) -> Ref | None:
    key, _, part = name.partition("/")
    return Ref(ids[key], part) if key in ids else None


def _newest(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    """The ids of the reports with these keys that no other version follows."""
    found: dict[str, str] = {}
    for some in portions(keys):
        chosen = select(reports.c.key, reports.c.id).where(reports.c.key.in_(some), reports.c.followed_by.is_(None))
        found |= {row.key: row.id for row in connection.execute(chosen)}
    return found
