"""The keys of new reports -> what is new in the store: their units of telling, and what claims the same.

In: a connection, the keys, and what is watched. Out: `News`. Only the new reports and what they were matched with are
read, so that it takes as long in a large store as in a small one.

    news = news_of(connection, kept_keys, wanted)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from whoseword.across import Ref, Told
from whoseword.model import Span
from whoseword.reports.folding import folded
from whoseword.store.asking import shown_of
from whoseword.store.rebuilding import report_of
from whoseword.store.tables import changes, reports
from whoseword.store.unpacking import items_at, items_of, portions
from whoseword.store.view_tables import matches, told
from whoseword.store.views import UNITS
from whoseword.watching.wanted import Spoken, Wanted, spoken_in

_HEADS = frozenset({"title", "dek"})


@dataclass(frozen=True, slots=True)
class Version:
    """The newest version of a report, as far as a notice names it.

    `heads` are the spans of its title and standfirst, `before` is the folded text that it followed.
    """

    id: str
    lineage: str
    outlet: str | None
    published: str | None
    url: str | None
    text: str
    heads: tuple[Span, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """New reports by their ids, their units by row, the words of these, and older units that claim the same.

    `same` are the rows that a row was found to claim the same as, `with_word` those of the new units with a stem, a
    name or a group of like words.
    """

    versions: Mapping[str, Version]
    units: Mapping[int, Told]
    spoken: Mapping[int, Spoken]
    older: Mapping[int, Told]
    same: Mapping[int, frozenset[int]]
    with_word: Mapping[str, frozenset[int]]

    def sharing(self, wanted: Wanted) -> list[int]:
        """The rows of the new units that have any word of a watch, in order; no other can say anything of it."""
        asked = {each for word in wanted.words for each in (*word.stems, *word.groups)}
        rows = set[int]().union(*(self.with_word.get(each, ()) for each in asked))
        return [row for row in self.units if row in rows] if rows else []

    def is_new(self, ref: Ref) -> bool:
        """Whether this stands in a new report."""
        return ref.report in self.versions


def versions_of(connection: Connection, keys: Collection[str]) -> dict[str, Version]:
    """The reports with these keys that may be shown and that no other version follows, by id."""
    found = [
        row
        for some in portions(keys)
        for row in connection.execute(select(reports).where(reports.c.key.in_(some), reports.c.followed_by.is_(None)))
    ]
    shown = shown_of(connection, {row.id for row in found})
    before = _before(connection, [row.key for row in found if row.number > 1])
    return {
        row.id: Version(
            id=row.id,
            lineage=row.lineage,
            outlet=row.outlet,
            published=row.published,
            url=row.url,
            text=row.text,
            heads=tuple(part.span for part in report_of(row).parts if part.kind in _HEADS),
            before=folded(before.get(row.key, "")),
        )
        for row in found
        if row.id in shown.keys
    }


def news_of(connection: Connection, keys: Collection[str], wanted: Iterable[Wanted]) -> News:
    """What is new with these reports."""
    versions = versions_of(connection, keys)
    shown = shown_of(connection, versions)
    units: dict[int, Told] = {
        row: unit
        for row, unit in shown.only(UNITS, items_of(connection, UNITS, shown.keys.values())).items()
        if not _is_old(unit, versions[unit.ref.report])
    }
    same = _same(connection, units)
    asked = [each for each in wanted if not each.is_phrase]
    near = {other for row in units for other in same.get(row, ())} - units.keys()
    close = {row for row, stems in _stems(connection, near) if any(each.may_say(stems) for each in asked)}
    found = items_at(connection, UNITS, close)
    elsewhere = shown_of(connection, {unit.ref.report for unit in found.values()})
    spoken = {row: spoken_in([unit]) for row, unit in units.items()}
    return News(
        versions=versions,
        units=units,
        spoken=spoken,
        with_word=_with_word(spoken),
        older=elsewhere.only(UNITS, found),
        same=same,
    )


def _with_word(spoken: Mapping[int, Spoken]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for row, said in spoken.items():
        for each in (*said.stems, *said.names, *said.groups):
            found[each].add(row)
    return {each: frozenset(rows) for each, rows in found.items()}


def _is_old(unit: Told, version: Version) -> bool:
    """Whether the version before had these words already."""
    return bool(version.before) and all(
        f" {folded(version.text[slice(*span)])} " in f" {version.before} " for span in unit.spans
    )


def _before(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    """The texts that these versions followed."""
    return {
        row.after: row.text
        for some in portions(keys)
        for row in connection.execute(
            select(changes.c.after, reports.c.text)
            .join(reports, reports.c.key == changes.c.before)
            .where(changes.c.after.in_(some))
        )
    }


def _same(connection: Connection, rows: Collection[int]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for some in portions(rows):
        chosen = select(matches.c.a, matches.c.b).where(
            or_(matches.c.a.in_(some), matches.c.b.in_(some)), matches.c.grade == "same"
        )
        for a, b in connection.execute(chosen):
            found[a].add(b)
            found[b].add(a)
    return {row: frozenset(others) for row, others in found.items()}


def _stems(connection: Connection, rows: Collection[int]) -> Iterable[tuple[int, frozenset[str]]]:
    for some in portions(rows):
        for row in connection.execute(select(told.c.row, told.c.stems).where(told.c.row.in_(some))):
            yield row.row, frozenset(row.stems.split())
