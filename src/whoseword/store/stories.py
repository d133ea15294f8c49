"""Reports that came or went -> the stories of a store, settled: only those that they can touch are grouped again.

No two groups are joined of which no pair is near: what hangs together by near pairs, or by what people judged, can be
grouped apart from all else, and comes out the same.

    settle(connection)  # in a transaction that writes; asking.stories reads what it stored
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, insert, or_, select

from whoseword.across import Judged, Story
from whoseword.claims import stories
from whoseword.claims.stories import Kinship
from whoseword.store.judged import judged
from whoseword.store.shape import dumped
from whoseword.store.tables import reports
from whoseword.store.unpacking import items_at, portions
from whoseword.store.view_tables import kinships, running, sketches, story_of
from whoseword.store.views import KIN


def settle(connection: Connection) -> None:
    """Groups anew what has no settled story, with all that hangs together with it."""
    fresh = _unsettled(connection)
    if not fresh:
        return
    said = judged(connection)
    rows = _together(connection, fresh, said)
    items = items_at(connection, KIN, rows)
    hidden = {ref.report for ref in said.hidden if not ref.part}
    shown = {row: sketch for row, sketch in items.items() if sketch.report not in hidden}
    known = _known(connection, rows)
    found = stories.stories(
        list(shown.values()),
        _kinships(connection, {row: sketch.report for row, sketch in shown.items()}),
        said,
        {items[row].report: story for row, (_, story) in known.items() if story},
    )
    _store(connection, found, {items[row].report: key for row, (key, _) in known.items()}, known.values())


def is_settled(connection: Connection) -> bool:
    """Whether there is nothing that `settle` would group anew."""
    return not _unsettled(connection)


def _unsettled(connection: Connection) -> set[int]:
    joined = sketches.outerjoin(story_of, story_of.c.report == sketches.c.report)
    chosen = select(sketches.c.row).select_from(joined)
    return set(connection.scalars(chosen.where(or_(story_of.c.report.is_(None), story_of.c.settled.is_(False)))))


def _together(connection: Connection, rows: Collection[int], said: Judged) -> set[int]:
    """These rows and all that hang together with them by kinships that can join, or by judgements."""
    judged_rows = _judged_rows(connection, said)
    found, fresh = set(rows), set(rows)
    while fresh:
        reached = {other for row in fresh for other in judged_rows.get(row, ())}
        for some in portions(fresh):
            near = or_(kinships.c.a.in_(some), kinships.c.b.in_(some))
            pairs = select(kinships.c.a, kinships.c.b).where(near, kinships.c.score >= stories.NEAR)
            reached |= {row for pair in connection.execute(pairs) for row in pair}
        fresh = reached - found
        found |= fresh
    return found


def _judged_rows(connection: Connection, said: Judged) -> dict[int, set[int]]:
    """The rows that people joined, each with the others."""
    pairs = [(a.report, b.report) for a, b in said.same if not a.part and not b.part]
    ids = {each for pair in pairs for each in pair}
    chosen = select(reports.c.id, sketches.c.row).join(sketches, sketches.c.report == reports.c.key)
    rows = {
        row.id: row.row for some in portions(ids) for row in connection.execute(chosen.where(reports.c.id.in_(some)))
    }
    found: dict[int, set[int]] = {}
    for a, b in pairs:
        if a in rows and b in rows:
            found.setdefault(rows[a], set()).add(rows[b])
            found.setdefault(rows[b], set()).add(rows[a])
    return found


def _kinships(connection: Connection, called: dict[int, str]) -> list[Kinship]:
    """The kinships between these rows."""
    chosen = select(kinships.c.a, kinships.c.b, kinships.c.score)
    found = (row for some in portions(called) for row in connection.execute(chosen.where(kinships.c.a.in_(some))))
    return [Kinship(called[row.a], called[row.b], row.score) for row in found if row.b in called]


def _known(connection: Connection, rows: Collection[int]) -> dict[int, tuple[str, str | None]]:
    """Of each row the key of the version, and the story that it was in."""
    chosen = select(sketches.c.row, sketches.c.report, story_of.c.story)
    joined = chosen.select_from(sketches.outerjoin(story_of, story_of.c.report == sketches.c.report))
    found = (row for some in portions(rows) for row in connection.execute(joined.where(sketches.c.row.in_(some))))
    return {row.row: (row.report, row.story) for row in found}


def _store(
    connection: Connection,
    found: Iterable[Story],
    keys: dict[str, str],
    before: Iterable[tuple[str, str | None]],
) -> None:
    old = {story for _, story in before if story}
    for some in portions(keys.values()):
        connection.execute(delete(story_of).where(story_of.c.report.in_(some)))
    for few in portions(old):
        connection.execute(delete(running).where(running.c.id.in_(few)))
    made = list(found)
    if made:
        connection.execute(insert(running), [{"id": story.id, "exact": dumped(story)} for story in made])
    placed = [(keys[report], story.id) for story in made for report in story.reports]
    # A hidden report is in no story; it is settled all the same.
    hidden = sorted(set(keys.values()) - {key for key, _ in placed})
    listed = [{"report": key, "story": story, "settled": True} for key, story in [*placed, *((k, "") for k in hidden)]]
    if listed:
        connection.execute(insert(story_of), listed)
