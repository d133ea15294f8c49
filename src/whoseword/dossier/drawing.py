"""One report's page in; its chains as a small SVG out: the publisher at the left, the origins at the right.

Every name is a link to the first words that tell of it; every line says in a word, by its dashes and by its arrow how
the link is known, and for how many statements. A report whose statements lead nowhere has no drawing.

>>> draw(page).svg[:20]
Markup('<svg class="drawing"')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from whoseword.dossier.entries import ReportPage
from whoseword.dossier.graph import ChainGraph, Node, graph_of
from whoseword.dossier.layout import LINE, PAD, Box, Line, Point, is_wide, lay_out
from whoseword.dossier.svg import number, plain

# Sizes are sixteenths of the reader's own letter size, so that the drawing grows with the text.
UNIT = 16
_ASCENT = 11.5  # from the top of a line of text down to its baseline
_ARROW = 7
_HEAD = 4  # half the width of an arrow
# How a line grows with its statements; the number beside it is exact.
_THICK = ((5, "thick"), (2, "middling"), (1, "thin"))


@dataclass(frozen=True, slots=True)
class Drawing:
    """An `svg` element; `is_wide` where it needs more room than there is beside the text."""

    svg: Markup
    is_wide: bool


def draw(page: ReportPage) -> Drawing | None:
    """The drawing of a report's chains, or None where no chain leads beyond the publisher."""
    graph = graph_of(page)
    if graph is None:
        return None
    layout = lay_out(graph)
    title, told = f"{page.anchor}.chains", f"{page.anchor}.chains-told"
    svg = Markup(
        '<svg class="drawing" role="group" aria-labelledby="{title}" viewBox="0 0 {wide} {high}" '
        'width="{rem_wide}rem" height="{rem_high}rem">'
        '<title id="{title}">{heading}</title><desc id="{told}">{sentences}</desc>'
        '<g role="img" aria-labelledby="{title} {told}">{lines}</g>{nodes}</svg>'
    ).format(
        title=title,
        told=told,
        heading=f"Chains of report {page.number}, from {plain(graph.nodes[0].name)} to its sources",
        sentences=sentences(graph),
        wide=number(layout.width),
        high=number(layout.height),
        rem_wide=number(layout.width / UNIT),
        rem_high=number(layout.height / UNIT),
        lines=Markup("").join(line_drawn(line) for line in layout.lines),
        nodes=Markup("").join(
            node_drawn(node, box, _sort(node), _told(node)) for node, box in zip(graph.nodes, layout.boxes, strict=True)
        ),
    )
    return Drawing(svg, is_wide(graph))


def sentences(graph: ChainGraph) -> str:
    """The whole drawing in words, for those who hear it: "A has it from B (2 stated, 1 carried)"."""
    told = []
    for edge in graph.edges:
        start, end = (plain(graph.nodes[place].name) for place in (edge.start, edge.end))
        known = ", ".join(f"{count} {kind}" for kind, count in edge.counts)
        whom = "does not say from whom" if graph.nodes[edge.end].named is None else f"has it from {end}"
        told.append(f"{start} {whom} ({known}).")
    return " ".join(told)


def line_drawn(line: Line) -> Markup:
    """One line with its arrow towards the publisher, the number of statements above it and the kind of link below."""
    label, end = line.points[-2:]
    arrow = f"M{number(label.x - 1)} {number(label.y)}l{_ARROW} -{_HEAD}v{2 * _HEAD}z"
    return Markup(
        '<g class="link-{kind}"><path class="way {thickness}" d="{way}"/>{head}'
        '<text x="{x}" y="{above}">{count}</text><text x="{x}" y="{below}">{kind}</text></g>'
    ).format(
        kind=line.kind,
        thickness=next(name for least, name in _THICK if line.count >= least),
        way=_way(line.points),
        # Where it is not known from whom it comes there is nothing that an arrow could come from.
        head="" if line.kind == "unknown" else Markup('<path class="head" d="{}"/>').format(arrow),
        x=number((label.x + end.x + (0 if line.kind == "unknown" else _ARROW)) / 2),
        above=number(label.y - 4),
        below=number(label.y + 11),
        count=line.count,
    )


def _way(points: Sequence[Point]) -> str:
    """Straight on where two points are level, else a curve that leaves and arrives level."""
    way = f"M{_point(points[0])}"
    for before, here in pairwise(points):
        middle = number((before.x + here.x) / 2)
        bend = f"C{middle} {number(before.y)} {middle} {number(here.y)} {_point(here)}"
        way += f"H{number(here.x)}" if before.y == here.y else bend
    return way


def node_drawn(node: Node, box: Box, sort: str, told: str) -> Markup:
    """A name in its box, as a link. `sort` is its class (publisher, named, unnamed, open), `told` its title."""
    top = box.y - len(box.lines) * LINE / 2
    text = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(number(box.x + PAD), number(top + _ASCENT + at * LINE), line)
        for at, line in enumerate(box.lines)
    )
    return Markup(
        '<a class="node {sort}" href="{href}"><title>{told}</title>'
        '<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="3"/><text>{text}</text></a>'
    ).format(
        sort=sort,
        href=node.href,
        told=told,
        x=number(box.x),
        y=number(box.y - box.height / 2),
        width=number(box.width),
        height=number(box.height),
        text=text,
    )


def _sort(node: Node) -> str:
    if node.column == 0:
        return "publisher"
    return {True: "named", False: "unnamed", None: "open"}[node.named]


def _told(node: Node) -> str:
    """The whole of a name that may be cut short in the drawing, what it is, and the statements that lead through it."""
    many = "statement" if len(node.labels) == 1 else "statements"
    if node.column == 0:
        return f"{plain(node.name)}, publisher: {len(node.labels)} {many}"
    return f"{plain(node.name)}{', unnamed' if node.named is False else ''}: {many} {', '.join(node.labels)}"


def _point(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"
