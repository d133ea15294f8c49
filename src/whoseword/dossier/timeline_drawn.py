"""The entries of a timeline in; the whole story as one SVG, and every stretch of it as rows that say the same, out.

Above the axis stands what has a date, in the column of that date; below it what only has the day on which it was first
printed. In a stretch every entry has a row: its mark, the lighter mark of the day it was printed, a line between, and
its words. Nothing needs a script; `templates/timeline.js` shows one stretch at a time to those who let it run.

>>> draw_timeline((), {}) is None
True
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from whoseword.across import Happened, Ref
from whoseword.dossier.columns import spoken_days, spoken_stretch
from whoseword.dossier.lettering import LETTER, fold
from whoseword.dossier.svg import cut, number, plain
from whoseword.dossier.timeline_axis import axis, breaks
from whoseword.dossier.timeline_layout import CELL, EDGE, Stack, TimelineLayout, lay_out_timeline
from whoseword.dossier.timeline_rows import rows
from whoseword.model import Report

UNIT = 16
# Shapes of marks, around their middle: told apart without colours. Small ones stand in the frame of a day of print.
_SHAPES = {
    "actual": ('<circle class="mark-actual" r="4"/>', '<circle class="mark-actual" r="2.5"/>'),
    "planned": (
        '<path class="mark-planned" d="M-3.5 -4L4 0L-3.5 4z"/>',
        '<path class="mark-planned" d="M-2 -2.8L2.8 0L-2 2.8z"/>',
    ),
    "negated": (
        '<path class="mark-negated" d="M-3.5 -3.5L3.5 3.5M-3.5 3.5L3.5 -3.5"/>',
        '<path class="mark-negated" d="M-2.2 -2.2L2.2 2.2M-2.2 2.2L2.2 -2.2"/>',
    ),
    "hypothetical": (
        '<path class="mark-planned" d="M0 -4L4 0L0 4L-4 0z"/>',
        '<path class="mark-planned" d="M0 -2.8L2.8 0L0 2.8L-2.8 0z"/>',
    ),
}
_FRAME = '<rect class="mark-printed" x="-4.5" y="-4.5" width="9" height="9"/>'
_KEY = (
    ("actual", "happened"),
    ("planned", "planned"),
    ("negated", "said not to have happened"),
    ("printed", "the day of the report that first printed it"),
    ("actual-in", "told without a date: only the day of print is known"),
)
_TOP = 20.0  # the line that says what stands above the axis
_LABELS = 44.0  # three lines of letters between both halves
_BELOW = 18.0
_BANDS = 54.0  # the stretches, named
_TITLE = 45  # letters of an entry's words that a pointer held over its mark is told


@dataclass(frozen=True, slots=True)
class Timeline:
    """`whole` is the drawing of the whole story, `stretches` the sections with its rows, `many` whether there are two.

    `shapes` stands before both, once on a page; `key` says what they mean.
    """

    shapes: Markup
    key: Markup
    whole: Markup
    stretches: Markup
    many: bool

    def __html__(self) -> Markup:
        """All of it, as it stands on a page."""
        return Markup('<div class="timeline-of">{}<div class="drawn timeline-whole">{}</div>{}{}</div>').format(
            self.shapes, self.whole, self.key, self.stretches
        )


def draw_timeline(
    entries: Sequence[Happened],
    reports: Mapping[str, Report],
    *,
    at: str = "t",
    where: Callable[[Ref], str | None] = lambda _: None,
) -> Timeline | None:
    """The timeline of `entries`, in their order; None where there are none.

    `at` begins every id in it: the row of an entry is `{at}-{id}`, that of the third stretch `{at}.3`. `where` gives
    for a place in a report the address of its words on the page (`#…`), None where it has none; `reports` by their ids.
    """
    if not entries:
        return None
    layout = lay_out_timeline(entries)
    names = [spoken_stretch([stack.column for stack in stretch.stacks]) for stretch in layout.stretches]
    return Timeline(
        shapes=_shapes(at),
        key=_key(at),
        whole=_whole(entries, layout, names, at) if layout.whole else Markup(),
        stretches=rows(entries, layout, names, at, (reports, where)),
        many=len(layout.stretches) > 1,
    )


def _shapes(at: str) -> Markup:
    parts = [f'<g id="{{at}}-{mode}">{whole}</g>' for mode, (whole, _) in _SHAPES.items()]
    parts += [f'<g id="{{at}}-{mode}-in">{_FRAME}{small}</g>' for mode, (_, small) in _SHAPES.items()]
    parts += [f'<g id="{{at}}-printed">{_FRAME}</g>']
    held = Markup("".join(parts)).format(at=at)  # noqa: S704  made of nothing but the constants above
    return Markup(
        '<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false"><defs>{}</defs></svg>'
    ).format(held)


def _key(at: str) -> Markup:
    each = Markup('<li><svg class="shape" viewBox="-6 -6 12 12" aria-hidden="true"><use href="#{}-{}"/></svg> {}</li>')
    items = [each.format(at, mode, told) for mode, told in _KEY]
    return Markup('<ul class="key-of-time" role="list">{}</ul>').format(Markup("").join(items))


def _whole(entries: Sequence[Happened], layout: TimelineLayout, names: Sequence[str], at: str) -> Markup:
    stacks = layout.whole
    up, down = (
        max(_height(getattr(stack, half), stack, layout.tallest) for stack in stacks) for half in ("dated", "printed")
    )
    base = _TOP + up * CELL + 4
    under = base + _LABELS + (down * CELL + _BELOW + 4 if down else 0)
    width = max(stacks[-1].left + stacks[-1].width + EDGE, 270.0)
    height = under + (_BANDS if len(names) > 1 else 0)
    return Markup(
        '<svg class="drawing timeline" role="group" aria-labelledby="{at}.t {at}.d" viewBox="0 0 {w} {h}" '
        'width="{rw}rem" height="{rh}rem"><title id="{at}.t">{title}</title><desc id="{at}.d">{told}</desc>'
        '<g class="axis" aria-hidden="true">{axis}</g>{marks}{bands}</svg>'
    ).format(
        at=at,
        w=number(width),
        h=number(height),
        rw=number(width / UNIT),
        rh=number(height / UNIT),
        title=f"Timeline, {spoken_stretch([stack.column for stack in stacks])}",
        told=_told(entries, len(names)),
        axis=_halves(stacks, base, down),
        marks=Markup("").join(_marks(entries, layout, base, at)),
        bands=Markup("").join(_bands(layout, names, under, at)) if len(names) > 1 else "",
    )


def _told(entries: Sequence[Happened], stretches: int) -> str:
    dated = sum(spoken_days(entry.begin, entry.end) is not None for entry in entries)
    parts = f", in {stretches} stretches" if stretches > 1 else ""
    below = f"The same entries stand below in words, in order{parts}."
    return f"{len(entries)} entries: {dated} with a date, {len(entries) - dated} with the day of print only. {below}"


def _height(held: Sequence[int], stack: Stack, tallest: int) -> int:
    return -(-len(held) // _beside(stack, tallest)) if held else 0


def _beside(stack: Stack, tallest: int) -> int:
    """How many marks stand side by side in a column."""
    return -(-max(len(stack.dated), len(stack.printed), 1) // tallest)


def _halves(stacks: Sequence[Stack], base: float, down: int) -> Markup:
    """The axis with its labels, what stands above and below in words, and the lower line."""
    lower = base + _LABELS
    parts = [
        Markup('<text class="half" x="{}" y="11">When it happened</text>').format(number(EDGE)),
        breaks(stacks, base),
        axis(stacks, base),
    ]
    if down:
        told = Markup('<text class="half" x="{}" y="{}">No date told: the day it was first printed</text>')
        parts += [breaks(stacks, lower), told.format(number(EDGE), number(lower + down * CELL + 18))]
    return Markup("").join(parts)


def _marks(entries: Sequence[Happened], layout: TimelineLayout, base: float, at: str) -> Iterator[Markup]:
    for stack in layout.whole:
        beside = _beside(stack, layout.tallest)
        left = stack.middle - (beside - 1) * CELL / 2
        for half, way, start in ((stack.dated, -1, base - 2), (stack.printed, 1, base + _LABELS + 2)):
            for place, entry in enumerate(half):
                x, y = left + place % beside * CELL, start + way * CELL * (place // beside + 0.5)
                yield _mark(entries[entry], (x, y), at, framed=way > 0)


def _mark(entry: Happened, place: tuple[float, float], at: str, *, framed: bool) -> Markup:
    """A mark that leads to its row. The rows are read out instead of it, so that none is heard twice."""
    x, y = number(round(place[0], 1)), number(round(place[1]))
    mode = f"{entry.mode}-in" if framed else entry.mode
    return Markup(
        '<a href="#{at}-{id}" tabindex="-1"><title>{told}</title><use href="#{at}-{mode}" x="{x}" y="{y}"/></a>'
    ).format(at=at, id=plain(entry.id), told=_in_short(entry), mode=plain(mode), x=x, y=y)


def _in_short(entry: Happened) -> str:
    when = spoken_days(entry.begin, entry.end) or f"no date, printed {spoken_days(entry.printed, None) or 'no day'}"
    mode = {"actual": "", "planned": ", planned", "negated": ", said not to be"}.get(entry.mode, f", {entry.mode}")
    return f"{when}{mode}: {cut(entry.words, _TITLE)}"


def _bands(layout: TimelineLayout, names: Sequence[str], top: float, at: str) -> Iterator[Markup]:
    """A bracket below each stretch, with its name, that leads to its rows."""
    first = 0
    for place, (name, end) in enumerate(zip(names, layout.ends, strict=True), start=1):
        stacks = layout.whole[first : end + 1]
        first = end + 1
        if not stacks:
            continue
        left, right = stacks[0].left, stacks[-1].left + stacks[-1].width
        lines = fold(name, max(right - left, 24) * LETTER / 11, 3)
        text = Markup("").join(
            Markup('<tspan x="{}" y="{}">{}</tspan>').format(
                number((left + right) / 2), number(top + 19 + 13 * n), line
            )
            for n, line in enumerate(lines)
        )
        yield Markup(
            '<a class="band" href="#{at}.{n}"><title>{name}</title><path d="M{l} {a}v5H{r}v-5"/><text>{text}</text></a>'
        ).format(at=at, n=place, name=name, l=number(left), r=number(right), a=number(top), text=text)
