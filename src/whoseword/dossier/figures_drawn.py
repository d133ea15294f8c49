"""A series of figures in; a chart of it as SVG, with its definition and the same figures as a list, out.

A dot is exact, a ring "about", an arrow up "at least", an arrow down "at most", a bar a range. What is no number stands
as a word on the axis. Only figures of one named source are joined by a line, and those that a report says it corrects.

>>> draw_figures(series_of_one_point, {}) is None
True
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from whoseword.across import Point, Ref, Series
from whoseword.dossier.drawing import UNIT
from whoseword.dossier.figures_layout import (
    COLUMN,
    HIGH,
    LEFT,
    TOP,
    FigureLayout,
    Spot,
    day_of,
    lay_out_series,
)
from whoseword.dossier.lettering import LETTER, fold
from whoseword.dossier.spoken import spoken_day, spoken_number
from whoseword.dossier.svg import cut, number, plain
from whoseword.model import Report, Span

Where = Callable[[Ref, Span], str | None]

_SMALL = 10.5 / LETTER
_ROW = 12.0
_BASE = TOP + HIGH
_WIDE = COLUMN - 6
_NAME = 80
_WORDS = 300
_MOST = 40  # points that a chart holds; the list has all
_BOUNDS = {"exact": "exact", "about": "about", "at-least": "at least", "at-most": "at most", "range": "a range"}
_MARKS = {
    "exact": '<circle class="mark-actual" cx="{x}" cy="{y}" r="4"/>',
    "about": '<circle class="mark-ring" cx="{x}" cy="{y}" r="4.5"/>',
    "at-least": '<path class="mark-bound" d="M{x} {y}v-16M{x} {y}m-4 -12l4 -5l4 5M{x} {y}m-5 0h10"/>',
    "at-most": '<path class="mark-bound" d="M{x} {y}v16M{x} {y}m-4 12l4 5l4 -5M{x} {y}m-5 0h10"/>',
}


_KEY = (("exact", "exact"), ("about", "about"), ("at-least", "at least"), ("at-most", "at most"))


def key_of_figures() -> Markup:
    """What the marks of a chart mean: once on a page that has one."""
    each = Markup('<li><svg class="shape tall" viewBox="-6 -20 12 40" aria-hidden="true">{}</svg> {}</li>')
    signs = [each.format(Markup(_MARKS[bound]).format(x=0, y=0), told) for bound, told in _KEY]  # noqa: S704
    signs.append(each.format(Markup('<path class="mark-range" d="M0 -12V12"/>'), "a range"))
    return Markup('<ul class="key-of-time" role="list">{}</ul>').format(Markup("").join(signs))


@dataclass(frozen=True, slots=True)
class FiguresDrawn:
    """A chart, what it counts and by which definition, and the figures as a list."""

    svg: Markup
    caption: Markup
    listed: Markup

    def __html__(self) -> Markup:
        """All of it, as it stands on a page."""
        return Markup('<figure class="figures">{}<div class="drawn">{}</div>{}</figure>').format(
            self.caption, self.svg, self.listed
        )


def draw_figures(
    series: Series,
    reports: Mapping[str, Report],
    *,
    at: str | None = None,
    where: Where = lambda _, __: None,
    named: frozenset[str] = frozenset(),
) -> FiguresDrawn | None:
    """The chart of `series`; None where it has fewer than two points, as then nothing can be compared.

    `reports` by their ids; `where` gives the address of a figure's words on the page; `named` are the names of sources
    that are one and the same in every report, whose figures may be joined. `at` begins every id in it.
    """
    if len(series.points) < 2:
        return None
    begin = at or f"f-{plain(series.id)}"
    layout = lay_out_series(series, reports, named)
    svg = _svg(series, layout, begin, where) if len(series.points) <= _MOST else Markup()
    return FiguresDrawn(svg, _caption(series), _listed(series, reports, where))


# The chart


def _svg(series: Series, layout: FigureLayout, at: str, where: Where) -> Markup:
    feet = [_foot(spot.point) for spot in layout.spots]
    height = _BASE + 14 + max(map(len, feet)) * _ROW + 6
    return Markup(
        '<svg class="drawing chart" role="group" aria-labelledby="{at}.t {at}.d" viewBox="0 0 {w} {h}" '
        'width="{rw}rem" height="{rh}rem"><title id="{at}.t">{title}</title><desc id="{at}.d">{told}</desc>'
        '<g aria-hidden="true">{scale}{lines}</g>{points}</svg>'
    ).format(
        at=at,
        w=number(layout.width),
        h=number(height),
        rw=number(layout.width / UNIT),
        rh=number(height / UNIT),
        title=f"Figures: {_what(series)}",
        told=" ".join(f"{_told(point)}." for point in series.points),
        scale=Markup("").join(_scale(layout)),
        lines=Markup("").join(_lines(layout)),
        points=Markup("").join(_point(spot, foot, where) for spot, foot in zip(layout.spots, feet, strict=True)),
    )


def _scale(layout: FigureLayout) -> Iterator[Markup]:
    right = layout.width - 4
    if layout.scale:
        for tick in layout.scale.ticks:
            y = layout.scale.y(tick)
            yield Markup('<path class="grid" d="M{} {}H{}"/>').format(number(LEFT), number(y), number(right))
            yield Markup('<text class="value" x="{}" y="{}">{}</text>').format(
                number(LEFT - 6), number(y + 3.5), _short(tick)
            )
        if layout.scale.is_broken:
            yield Markup('<path class="base" d="M{} {}l4 -3l-8 -4l4 -3"/><title>not from 0</title>').format(
                number(LEFT), number(_BASE)
            )
    yield Markup('<path class="base" d="M{} {}H{}"/>').format(number(LEFT), number(_BASE), number(right))
    if layout.undated is not None:
        x = number(layout.undated)
        yield Markup(
            '<path class="side-of" d="M{x} {a}V{b}"/><text class="none-of" x="{t}" y="11">no date</text>'
        ).format(x=x, a=0, b=number(_BASE), t=number(layout.undated + 4))


def _short(value: float) -> str:
    """1.5 million is "1.5m": the scale has little room, and the figures are told whole above."""
    for size, sign in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:.3g}{sign}"
    return spoken_number(value)


def _lines(layout: FigureLayout) -> Iterator[Markup]:
    for kind, pairs in (("same", layout.joined), ("revision", layout.revised)):
        for start, end in pairs:
            a, b = layout.spots[start], layout.spots[end]
            if a.y is None or b.y is None:
                continue
            way = (b.x - a.x, b.y - a.y)
            long = (way[0] ** 2 + way[1] ** 2) ** 0.5
            x, y = (7 * part / long for part in way)
            line = f"M{number(a.x + x)} {number(a.y + y)}L{number(b.x - x)} {number(b.y - y)}"
            if kind == "revision":
                # An arrow from the figure that is replaced to the one that replaces it.
                left, back = (-y, x), (b.x - 2 * x, b.y - 2 * y)
                line += "".join(
                    f"M{number(b.x - x)} {number(b.y - y)}"
                    f"L{number(back[0] + side * left[0] / 2)} {number(back[1] + side * left[1] / 2)}"
                    for side in (1, -1)
                )
            yield Markup('<path class="{}-line" d="{}"/>').format(kind, line)


def _point(spot: Spot, foot: list[tuple[str, str]], where: Where) -> Markup:
    # Where no number is told, what is told instead: "unchanged".
    told = spot.point.value if isinstance(spot.point.value, str) else spot.point.words
    lines = fold(plain(told), _WIDE / _SMALL, 3)
    top = _BASE - 10 if spot.y is None else min(spot.y, spot.upper if spot.upper is not None else spot.y) - 9
    top -= 12 if spot.point.bound == "at-least" else 0
    kind = "vague" if spot.y is None else "figure"
    label = _text(spot.x, max(top - (len(lines) - 1) * _ROW, 9), [(line, kind) for line in lines])
    below = _text(spot.x, _BASE + 14, foot)
    inside = Markup("<title>{}</title>{}{}{}").format(_told(spot.point), _mark(spot), label, below)
    href = where(spot.point.ref, spot.point.span)
    return (
        Markup('<a class="point" href="{}">{}</a>').format(href, inside) if href else Markup("<g>{}</g>").format(inside)
    )


def _mark(spot: Spot) -> Markup:
    x, y = number(spot.x), number(spot.y) if spot.y is not None else ""
    if spot.y is None:
        return Markup('<path class="mark-bound" d="M{} {}v6"/>').format(x, number(_BASE - 3))
    if spot.upper is not None:
        return Markup(
            '<path class="mark-range" d="M{x} {a}V{b}"/><path class="mark-bound" d="M{l} {a}h10m0 {d}h-10"/>'
        ).format(x=x, a=number(spot.upper), b=y, l=number(spot.x - 5), d=number(spot.y - spot.upper))
    return Markup(_MARKS.get(spot.point.bound, _MARKS["exact"])).format(x=x, y=y)  # noqa: S704  a constant


def _foot(point: Point) -> list[tuple[str, str]]:
    """Below a point: its day, then on whose word, in a few lines."""
    day = day_of(point)
    lines = [(line, "day") for line in fold(_short_day(day), _WIDE / _SMALL, 2)] if day else [("no date", "day")]
    return [*lines, *((line, "on-word") for line in fold(plain(point.on_word_of), _WIDE / _SMALL, 3))]


def _short_day(day: str) -> str:
    return " ".join(word[:3] if word.isalpha() else word for word in day.split())


def _text(x: float, y: float, lines: list[tuple[str, str]]) -> Markup:
    return Markup("<text>{}</text>").format(
        Markup("").join(
            Markup('<tspan class="{}" x="{}" y="{}">{}</tspan>').format(kind, number(x), number(y + n * _ROW), line)
            for n, (line, kind) in enumerate(lines)
        )
    )


# Words


def _what(series: Series) -> str:
    return f"{cut(series.of, _NAME)} in {cut(series.where, _NAME)}" if series.where else cut(series.of, _NAME)


def _caption(series: Series) -> Markup:
    """What is counted, where, by which definition and in which unit."""
    parts = [Markup("<b><bdi>{}</bdi></b>").format(_what(series))]
    if series.definition:
        parts.append(Markup("definition: <bdi>{}</bdi>").format(cut(series.definition, _WORDS)))
    if series.unit and series.unit != "persons":
        parts.append(Markup("in <bdi>{}</bdi>").format(cut(series.unit, _NAME)))
    return Markup("<figcaption>{}</figcaption>").format(Markup(" · ").join(parts))


def _told(point: Point) -> str:
    day = day_of(point) or "no date"
    return f"{cut(point.words, _NAME)} ({_exactness(point)}), {day}, on the word of {cut(point.on_word_of, _NAME)}"


def _exactness(point: Point) -> str:
    """How exact a figure is; of what is no number, what it is."""
    return f"no number: {cut(point.value, _NAME)}" if isinstance(point.value, str) else _BOUNDS[point.bound]


def _listed(series: Series, reports: Mapping[str, Report], where: Where) -> Markup:
    items = Markup("").join(Markup("<li>{}</li>").format(_line(point, reports, where)) for point in series.points)
    reasons = Markup("").join(
        Markup('<p class="note">Told as a correction: “<bdi>{}</bdi>”</p>').format(cut(reason.words, _WORDS))
        for reason in series.reasons
    )
    return Markup('<ol class="figures-told" role="list">{}</ol>{}').format(items, reasons)


def _line(point: Point, reports: Mapping[str, Report], where: Where) -> Markup:
    href, words = where(point.ref, point.span), cut(point.words, _WORDS)
    linked = (
        Markup('<a href="{}" dir="auto">{}</a>').format(href, words) if href else Markup("<bdi>{}</bdi>").format(words)
    )
    report = reports.get(point.ref.report)
    printed = spoken_day((point.day or "")[:10]) or "no date"
    of_day = spoken_day((point.of_day or "")[:10])
    told = [
        Markup("<b>{}</b>").format(linked),
        Markup("{}").format(_exactness(point)),
        Markup("on the word of <bdi>{}</bdi>").format(cut(point.on_word_of, _NAME)),
        Markup("<bdi>{}</bdi>, {}").format(
            cut((report.outlet if report else None) or "outlet not known", _NAME), printed
        ),
    ]
    if of_day and of_day != printed:
        told.append(Markup("of {}").format(of_day))
    return Markup(" · ").join(told)
