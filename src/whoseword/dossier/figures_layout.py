"""A series of figures in; where each point and each value stands in its chart out, in sixteenths of the letter size.

Every point has a column of its own, in order of the day that it is of; what has no day stands in a column at the right.
The scale begins at nothing, unless all values lie close together: then it is broken, and says so.

>>> scale([5000.0, 5200.0]).ticks
(4950.0, 5000.0, 5050.0, 5100.0, 5150.0, 5200.0, 5250.0)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from whoseword.across import Point, Series
from whoseword.dossier.spoken import spoken_day
from whoseword.model import Report

COLUMN = 84.0
LEFT, TOP, HIGH = 52.0, 44.0, 120.0
_CLOSE = 0.6  # the lowest value as a share of the highest, from which on a scale does not begin at nothing
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """Values at which the chart has a line, from the lowest up; `is_broken` where it does not begin at nothing."""

    ticks: tuple[float, ...]
    is_broken: bool

    def y(self, value: float) -> float:
        """How far down a value stands."""
        low, high = self.ticks[0], self.ticks[-1]
        share = (min(max(value, low), high) - low) / (high - low)
        return TOP + HIGH * (1 - share)


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in its column. `y` and `upper` are its value and the upper end of a range; None where it is no number."""

    point: Point
    x: float
    y: float | None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class FigureLayout:
    """A chart. `undated` is where the column without a date begins, None without one; `revised` are pairs of spots."""

    width: float
    scale: Scale | None
    spots: tuple[Spot, ...]
    undated: float | None
    joined: tuple[tuple[int, int], ...]
    revised: tuple[tuple[int, int], ...]


def lay_out_series(series: Series, reports: Mapping[str, Report], named: frozenset[str]) -> FigureLayout:
    """Where everything stands. `named` are the names of sources that are one and the same in every report."""
    dated = [point for point in series.points if day_of(point)]
    points = [*dated, *(point for point in series.points if not day_of(point))]
    values = [value for point in points for value in _values(point)]
    made = scale(values) if values else None
    spots = tuple(_spot(point, place, made) for place, point in enumerate(points))
    undated = LEFT + len(dated) * COLUMN if len(dated) < len(points) else None
    revised = _revised(series, points, reports)
    return FigureLayout(
        LEFT + len(points) * COLUMN + 4, made, spots, undated, _joined(points, named, frozenset(revised)), revised
    )


def day_of(point: Point) -> str | None:
    """The day that a figure is of, else the day of its report, in words; None where neither is told."""
    return spoken_day((point.of_day or "")[:10]) or spoken_day((point.day or "")[:10])


def scale(values: Sequence[float]) -> Scale:
    """Round values from below the lowest to above the highest."""
    low, high = min(values), max(values)
    base = low if _CLOSE * high <= low < high else min(low, 0.0)
    step = _step((high - base) or abs(high) / 5 or 1.0, is_whole=all(value % 1 == 0 for value in values))
    first = floor(base / step) * step
    # A point on the lowest line of a broken scale would seem to be nothing.
    first -= step if base > 0 and first >= low else 0.0
    first = max(first, 0.0) if low >= 0 else first
    last = ceil(high / step) * step
    last += step if last - high < step / 4 else 0.0
    count = round((last - first) / step)
    return Scale(tuple(round(first + step * n, 10) for n in range(count + 1)), is_broken=first > 0)


def _step(room: float, *, is_whole: bool) -> float:
    """A round step; what is counted in whole ones has no half lines."""
    rough = room / _TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    return max(step, 1.0) if is_whole else step


def _values(point: Point) -> list[float]:
    return [float(one) for one in (point.value, point.high) if isinstance(one, (int, float))]


def _spot(point: Point, place: int, made: Scale | None) -> Spot:
    x = LEFT + (place + 0.5) * COLUMN
    if made is None or isinstance(point.value, str):
        return Spot(point, x, None)
    return Spot(point, x, made.y(point.value), made.y(point.high) if point.high is not None else None)


def _joined(
    points: Sequence[Point], named: frozenset[str], revised: frozenset[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Each figure with the last one before it from the same named source, in another report."""
    found = []
    for place, point in enumerate(points):
        if point.on_word_of not in named or not _is_one_number(point) or not day_of(point):
            continue
        before = [
            n
            for n in range(place)
            if points[n].on_word_of == point.on_word_of
            and points[n].ref.report != point.ref.report
            and _is_one_number(points[n])
        ]
        if before and (before[-1], place) not in revised:
            found.append((before[-1], place))
    return tuple(found)


def _is_one_number(point: Point) -> bool:
    return not isinstance(point.value, str) and point.high is None


def _revised(series: Series, points: Sequence[Point], reports: Mapping[str, Report]) -> tuple[tuple[int, int], ...]:
    """Which figure a sentence says that it replaces: found by the report it stands in, and the number that it names.

    Where two figures could be meant on either side there is no pair: the sentence stands below the chart all the same.
    """
    texts = {ref: " ".join(report.text.split()) for ref, report in reports.items()}
    pairs = []
    for reason in series.reasons:
        now = [n for n, point in enumerate(points) if reason.words and reason.words in texts.get(point.ref.report, "")]
        # The number named is that of an earlier report, as both write it.
        before = [n for n, point in enumerate(points) if now and n < now[0] and _is_named(point, reason.words)]
        values = {points[n].value for n in before}
        if len(now) == 1 and len(values) == 1:
            pairs.append((before[-1], now[0]))
    return tuple(dict.fromkeys(pairs))


def _is_named(point: Point, words: str) -> bool:
    if isinstance(point.value, str):
        return False
    told = {f"{point.value:,.10g}", f"{point.value:.10g}"}
    return any(word.strip(".,;:()“”’") in told for word in words.split())
