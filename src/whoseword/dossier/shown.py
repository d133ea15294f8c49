"""A book in; what of it is shown in a dossier, in what order, and under which number, out.

Claims that several places tell stand first where a statement tells them, then by how many outlets, reports and origins
they have; promises that moved stand first; figures are series of two points or more.

>>> shown(open_book((), load_lexicon())).claims
()
"""

from __future__ import annotations

from dataclasses import dataclass

from whoseword.across import Changed, Claim, Happened, OriginCount, Owed, Series
from whoseword.ledger.book import Book

# Claims on the front.
FRONT = 5
# What is owed, by how firmly: what somebody took on comes before what is only expected.
_FIRMNESS = ("broken", "not-done", "postponed", "partly", "promised", "agreed", "done", "expected", "denied")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown, in order; the number of each is its place, from 1. `single` are the first claims of one place."""

    claims: tuple[tuple[Claim, OriginCount], ...]
    single: tuple[tuple[Claim, OriginCount], ...]
    owed: tuple[Owed, ...]
    series: tuple[Series, ...]
    changes: tuple[Changed, ...]
    timeline: tuple[Happened, ...]


def shown(book: Book) -> Shown:
    """What a dossier shows of a book."""
    both = list(zip(book.claims, book.counts, strict=True))
    ordered = _by_weight(book, both)
    return Shown(
        claims=tuple(pair for pair in ordered if len(pair[0].members) > 1),
        single=tuple(pair for pair in ordered if len(pair[0].members) == 1)[:FRONT],
        owed=tuple(sorted(book.owed, key=_urgency)),
        series=tuple(sorted((each for each in book.series if len(each.points) > 1), key=_movement)),
        changes=book.changes,
        timeline=book.timeline,
    )


def _by_weight(book: Book, both: list[tuple[Claim, OriginCount]]) -> list[tuple[Claim, OriginCount]]:
    outlets = {record.report.id: record.report.outlet for record in book.records}
    places = {record.report.id: place for place, record in enumerate(book.records)}
    units = {unit.ref: unit for unit in book.compared.units}

    def weight(pair: tuple[Claim, OriginCount]) -> tuple[bool, int, int, int, int, int, int, str]:
        claim, count = pair
        members = [units[ref] for ref in claim.members if ref in units]
        reports = {ref.report for ref in claim.members}
        first = min(members, key=lambda unit: (places[unit.ref.report], unit.spans), default=None)
        return (
            not any(unit.voice == "statement" for unit in members),
            -len({outlets.get(report) for report in reports}),
            -len(reports),
            -(count.high or 0),
            -len(members),
            places[first.ref.report] if first else 0,
            first.spans[0][0] if first and first.spans else 0,
            claim.id,
        )

    return sorted(both, key=weight)


def _urgency(owed: Owed) -> tuple[int, bool, bool, int, str, str]:
    moves = -sum(step.moved for step in owed.steps)
    day = (owed.steps[0].day if owed.steps else None) or "~"
    return moves, owed.due != "date", not owed.overdue, _FIRMNESS.index(owed.status), day, owed.id


def _movement(series: Series) -> tuple[int, int, str, str]:
    return -len({(p.value, p.high, p.bound) for p in series.points}), -len(series.points), series.of, series.id
