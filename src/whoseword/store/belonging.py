"""A part of a report -> what it belongs to across the store: the story, the source with all it said, the claim.

In: a connection and places. Out: nouns, as corrected and without what is hidden. Only what is near is read, so that it
takes as long in a large store as in a small one.

    who, others = source_at(connection, Ref("3f2a90aa17c2", "e1"))
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, Row, or_, select

from whoseword.across import Identity, Ref, Story, Told
from whoseword.errors import StoreError
from whoseword.lexicon import Lexicon
from whoseword.model import Entity, Report, Statement
from whoseword.sources.identity import identities
from whoseword.store import view_tables as views
from whoseword.store.asking import pairs_of, reports_of, shown_of
from whoseword.store.fields import with_field
from whoseword.store.judged import judged
from whoseword.store.judging import standing
from whoseword.store.naming import SHORTEST
from whoseword.store.shape import loaded
from whoseword.store.tables import entities, statements
from whoseword.store.unpacking import items_at, items_of, portions
from whoseword.store.views import UNITS, WHO

Part = TypeVar("Part", Entity, Statement)
# A source that more reports speak of is told by the first ones reached: all pairs of them are compared once more.
MOST_APPEARANCES, MOST_OTHERS = 120, 40


@dataclass(frozen=True, slots=True)
class Said:
    """What one report has of a source: the report, the entity in it, and its statements in their order."""

    report: Report
    entity: Entity
    statements: tuple[Statement, ...]


def story_with(connection: Connection, report: str) -> Story | None:
    """The story that the newest version of a report is in; none, where it is hidden or not settled yet."""
    keys = list(shown_of(connection, [report]).keys.values())
    joined = select(views.running.c.exact).join(views.story_of, views.story_of.c.story == views.running.c.id)
    exact = connection.scalar(joined.where(views.story_of.c.report.in_(keys)))
    return loaded(Story, exact) if exact else None


def story_called(connection: Connection, typed: str) -> Story:
    """The story with this id, or with an id that begins so.

    Raises:
        StoreError: there is none, or there are several.
    """
    column = views.running.c.id
    begins = column.between(typed, f"{typed}g") if len(typed) >= SHORTEST else column == typed
    found = connection.scalars(select(views.running.c.exact).where(begins).order_by(column).limit(2)).all()
    if len(found) != 1:
        which = "no story" if not found else "more than one story"
        raise StoreError(f"{which} has an id that begins with {typed!r}; whoseword stories lists them")
    return loaded(Story, found[0])


def founding(connection: Connection, claims: Iterable[str]) -> dict[str, Told]:
    """By the id of a claim, the unit that is its first; what has gone since is left out."""
    chosen = select(views.told.c.row, views.told.c.claim).where(views.told.c.claim.in_(list(claims)))
    called = {row.row: row.claim for row in connection.execute(chosen)}
    found = items_at(connection, UNITS, set(called))
    shown = shown_of(connection, {unit.ref.report for unit in found.values()})
    return {called[row]: unit for row, unit in shown.only(UNITS, found).items()}


def source_at(connection: Connection, ref: Ref, lexicon: Lexicon) -> tuple[Identity | None, tuple[Identity, ...]]:
    """Who the entity at `ref` is across the store, and who it may be besides."""
    rows = _closed(connection, _row(connection, ref))
    others = _paired(connection, rows, ["possibly"]) - rows
    near = rows | set(sorted(others)[:MOST_OTHERS])
    found = items_at(connection, WHO, near)
    shown = shown_of(connection, {appearance.ref.report for appearance in found.values()}).only(WHO, found)
    made = identities(tuple(shown.values()), pairs_of(connection, WHO, shown, lexicon), judged(connection))
    who = next((identity for identity in made if ref in identity.members), None)
    return who, tuple(identity for identity in made if who and identity.id in who.possibly)


def said_by(connection: Connection, refs: Collection[Ref]) -> tuple[Said, ...]:
    """What the sources at these places said, in the order of `refs`."""
    shown = shown_of(connection, {ref.report for ref in refs})
    reports = {report.id: report for report in reports_of(connection, set(shown.keys))}
    keys = [shown.keys[ref.report] for ref in refs if ref.report in shown.keys]
    wanted = {ref.part for ref in refs}
    corrections = _corrections(connection, keys)
    cast = _parts(connection, select(entities).where(entities.c.report.in_(keys), entities.c.id.in_(wanted)))
    told = _parts(
        connection,
        select(statements)
        .where(statements.c.report.in_(keys), statements.c.entity.in_(wanted))
        .order_by(statements.c.report, statements.c.position),
    )
    found = []
    for ref in refs:
        key = shown.keys.get(ref.report)
        for row in cast.get((key or "", ref.part), ()):
            own = told.get((row.report, ref.part), ())
            said = [
                _corrected(loaded(Statement, each.exact), corrections.get(f"{row.report}/{each.id}", ()))
                for each in own
                if Ref(ref.report, each.id) not in shown.hidden
            ]
            entity = _corrected(loaded(Entity, row.exact), corrections.get(f"{row.report}/{row.id}", ()))
            found.append(Said(reports[ref.report], entity, tuple(said)))
    return tuple(found)


def _row(connection: Connection, ref: Ref) -> set[int]:
    shown = shown_of(connection, [ref.report])
    items = shown.only(WHO, items_of(connection, WHO, shown.keys.values()))
    return {row for row, appearance in items.items() if appearance.ref == ref}


def _closed(connection: Connection, rows: set[int]) -> set[int]:
    """These rows and all that are the same as one of them, directly or through others, or were judged so."""
    rows, fresh = set(rows), set(rows)
    while fresh and len(rows) < MOST_APPEARANCES:
        reached = _paired(connection, fresh, ["same"]) | _judged_same(connection, fresh)
        fresh = set(sorted(reached - rows)[: MOST_APPEARANCES - len(rows)])
        rows |= fresh
    return rows


def _paired(connection: Connection, rows: Collection[int], grades: list[str]) -> set[int]:
    likenesses = views.likenesses
    return {
        row
        for some in portions(rows)
        for pair in connection.execute(
            select(likenesses.c.a, likenesses.c.b).where(
                or_(likenesses.c.a.in_(some), likenesses.c.b.in_(some)), likenesses.c.grade.in_(grades)
            )
        )
        for row in pair
    }


def _judged_same(connection: Connection, rows: Collection[int]) -> set[int]:
    pairs = [pair for pair in judged(connection).same if pair[0].part]
    if not pairs:
        return set()
    refs = {appearance.ref for appearance in items_at(connection, WHO, rows).values()}
    joined = {other for a, b in pairs for one, other in ((a, b), (b, a)) if one in refs}
    return {row for ref in joined for row in _row(connection, ref)}


def _parts(connection: Connection, chosen: object) -> Mapping[tuple[str, str], list[Row[tuple[object, ...]]]]:
    """The rows of a table of parts, by the version and the entity."""
    found: defaultdict[tuple[str, str], list[Row[tuple[object, ...]]]] = defaultdict(list)
    for row in connection.execute(chosen):  # type: ignore[call-overload]
        found[row.report, getattr(row, "entity", None) or row.id].append(row)
    return found


def _corrections(connection: Connection, keys: Iterable[str]) -> Mapping[str, list[tuple[str, str]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    wanted = set(keys)
    for row in standing(connection, ["corrected"]):
        if row.about.partition("/")[0] in wanted:
            found[row.about].append((row.field, row.value))
    return found


def _corrected(part: Part, found: Iterable[tuple[str, str]]) -> Part:
    for field, value in found:
        part = with_field(part, field, value)
    return part
