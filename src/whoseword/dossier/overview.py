"""What is shown of a book in; its front page out: main claims, what is due, how figures moved, what changed last.

>>> overview(shown(book), book, places).days
'15 March 2023 to 13 March 2024'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from whoseword.across import Changed, Claim, OriginCount, Owed, Point, Ref, Series, Told
from whoseword.dossier.columns import between
from whoseword.dossier.ledgered import STATUS, ChangeLine, change_line, due_words, is_settled
from whoseword.dossier.places import Places
from whoseword.dossier.shown import FRONT, Shown
from whoseword.dossier.spoken import spoken_day, spoken_number
from whoseword.dossier.standing import Stands, behind, marks, range_of, told_by
from whoseword.dossier.svg import cut
from whoseword.ledger.book import Book

_WORDS = 130
# What begins with one of these has left its subject behind: "that has repeatedly attacked", "who was killed".
_VERBS = frozenset("is are was were has have had will would can could may might must should did does do".split())
_MOST_BEHIND = 3
_OWED, _SERIES, _CHANGES = 4, 3, 4


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim on the front. `detail` leads to its origins, `first` to the words that told it first (day, outlet)."""

    words: str
    detail: str | None
    origins: str
    marks: str
    reports: int
    behind: tuple[Stands, ...]
    more: int
    day: str | None
    outlet: str
    first: str | None


@dataclass(frozen=True, slots=True)
class OwedLine:
    """A promise on the front: who, what, the statuses that it went through, and by when."""

    who: str
    words: str
    detail: str
    moves: tuple[str, ...]
    due: str
    overdue: bool | None
    late: str
    place: str | None


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """A series on the front: what is counted, and its figures (words, address), those that are alike told once."""

    of: str
    detail: str
    figures: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The front. `last` is the day of the last report; `others` says how many more there are of each."""

    days: str | None
    last: str | None
    claims: tuple[ClaimLine, ...]
    owed: tuple[OwedLine, ...]
    series: tuple[SeriesLine, ...]
    changes: tuple[tuple[int, ChangeLine], ...]
    others: Mapping[str, int]
    still: int


def overview(shown: Shown, book: Book, places: Places) -> Overview:
    """The front page of a book. What it leaves out is counted in `others`."""
    units = {unit.ref: unit for unit in book.compared.units}
    days = sorted(day for record in book.records if (day := record.report.published.value))
    numbered = [(f"#c{n}", pair) for n, pair in enumerate(shown.claims, start=1)]
    claims = [*numbered, *((None, pair) for pair in shown.single)][:FRONT]
    owed = [each for each in enumerate(shown.owed, start=1) if not is_settled(each[1])] or list(
        enumerate(shown.owed, start=1)
    )
    moved = [(n, each) for n, each in enumerate(shown.series, start=1) if len(_figures(each, places)) > 1]
    changes = _last_changes(shown.changes, days)
    return Overview(
        days=between(spoken_day(days[0]) or days[0], spoken_day(days[-1]) or days[-1]) if days else None,
        last=(spoken_day(days[-1]) or days[-1]) if days else None,
        claims=tuple(_claim(*pair, detail, units, places) for detail, pair in claims),
        owed=tuple(_owed(number, each, places) for number, each in owed[:_OWED]),
        series=tuple(_series(number, each, places) for number, each in moved[:_SERIES]),
        changes=tuple((number, change_line(each, places)) for number, each in changes[:_CHANGES]),
        others={
            "claims": max(0, len(shown.claims) - FRONT),
            "owed": max(0, len(shown.owed) - _OWED),
            "series": max(0, len(shown.series) - min(len(moved), _SERIES)),
            "changes": len(shown.changes) - min(len(changes), _CHANGES),
        },
        still=len(shown.series) - len(moved),
    )


def _claim(
    claim: Claim, count: OriginCount, detail: str | None, units: Mapping[Ref, Told], places: Places
) -> ClaimLine:
    first = count.first or claim.members[0]
    stands = behind(count, units)
    unit = units.get(first)
    day, outlet = told_by(unit) if unit else (None, "outlet not known")
    where = places.where(first)
    return ClaimLine(
        words=front_words(claim.words),
        detail=detail or where,
        origins=range_of(count),
        marks=marks(count),
        reports=len({ref.report for ref in claim.members}),
        behind=stands[:_MOST_BEHIND],
        more=max(0, len(stands) - _MOST_BEHIND),
        day=day,
        outlet=outlet,
        first=where,
    )


def front_words(words: str) -> str:
    """The words of a claim as a line of its own: without the "that" that tied them to who said it."""
    told = cut(words, _WORDS)
    bare = told.removeprefix("that ").removeprefix("who ")
    if bare.split(" ", 1)[0] in _VERBS or (bare == told and bare[:1].islower()):
        return f"… {bare}"
    return bare[:1].upper() + bare[1:]


def _owed(number: int, owed: Owed, places: Places) -> OwedLine:
    moves = [step.status for at, step in enumerate(owed.steps) if step.moved or at == 0]
    last = owed.steps[-1] if owed.steps else None
    return OwedLine(
        who=cut(", ".join(owed.who), _WORDS // 2) or "Nobody named",
        words=cut(owed.words, _WORDS),
        detail=f"#p{number}",
        moves=tuple(STATUS[one] for one, _ in groupby([*moves, owed.status])),
        due=due_words(owed.due, owed.due_value),
        overdue=owed.overdue,
        # Nobody owes what others only expect.
        late="date passed" if owed.status == "expected" else "overdue",
        place=places.where(last.ref, last.span) if last else None,
    )


def _series(number: int, series: Series, places: Places) -> SeriesLine:
    what = series.of if not series.definition else f"{series.of} ({cut(series.definition, 40)})"
    where = f" in {cut(series.where, 40)}" if series.where else ""
    return SeriesLine(of=f"{what}{where}", detail=f"#f{number}", figures=tuple(_figures(series, places)))


def _figures(series: Series, places: Places) -> Sequence[tuple[str, str | None]]:
    runs = (next(run) for _, run in groupby(series.points, key=lambda point: (point.value, point.high, point.bound)))
    return [(amount(point), places.where(point.ref, point.span)) for point in runs]


def amount(point: Point) -> str:
    """A figure in short: "at least 1,500", "200 to 300", "some"."""
    if isinstance(point.value, str):
        return point.value
    high = f" to {spoken_number(point.high)}" if point.high is not None else ""
    bound = {"about": "about ", "at-least": "at least ", "at-most": "at most "}.get(point.bound, "")
    return f"{bound}{spoken_number(point.value)}{high}"


def _last_changes(changes: Sequence[Changed], days: Sequence[str]) -> list[tuple[int, Changed]]:
    """What the reports of the last day changed."""
    return [each for each in enumerate(changes, start=1) if days and each[1].day == days[-1]]
