"""A graph of chains in; where each name and each line of its drawing stands out, in sixteenths of the letter size.

Columns run from the publisher at the left to the origins at the right. Whoever stands behind somebody stands beside
them, in a strip of the height that all behind them need, so that no line runs through a name; a line that leaves out a
column has a strip of its own there.

>>> [box.lines for box in lay_out(graph).boxes]
[('Orne Courier',), ('Skerry Post',)]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whoseword.dossier.characters import visible
from whoseword.dossier.graph import ChainGraph, Edge, Node
from whoseword.dossier.lettering import fold, text_width
from whoseword.model import LinkKind

# The room for a drawing beside the text, and for one of many columns, which stands above it. What needs more scrolls.
_BESIDE, _ABOVE = 440.0, 860.0
_MANY_COLUMNS = 4
LINE = 15.0  # from one line of a name to the next
PAD = 5.0  # left and right of a name in its box
_MARGIN = 3.0
_CURVE = 20.0
_LABEL = 50.0  # the straight end of a line, with the number above it and the kind of link below
_GAP = _CURVE + _LABEL
_PORT = 27.0  # between two lines that lead to the same name
_LANE = 9.0  # between two lines that pass a column together
_BETWEEN = 6.0  # above and below a name
_NARROWEST = 62.0
# A drawing that is higher than this twice scrolls in its box; the publisher must be in sight.
_LOWEST_PUBLISHER = 200.0
_SLACK = 0.01  # what is lost in the last digits of a sum must not cut a word
_MOST_LINES = 2
_BOLD = 1.1  # how much wider bold letters are


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the drawing, from its upper left."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A name: `x` is its left, `y` its middle, `lines` the name as far as there is room for it."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line from somebody (first point) to the one they have it from; its last two points hold the label between."""

    kind: LinkKind
    count: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole drawing. Boxes stand in the order of the graph's nodes."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left and right edge of each column."""

    left: tuple[float, ...]
    right: tuple[float, ...]


# A node by its place in the graph, or an edge (counted from -1 down) that needs a strip in the columns it leaves out.
_Strips = Mapping[int, float]


def lay_out(graph: ChainGraph, room: float | None = None) -> Layout:
    """Where everything stands, in `room` if that can be; without it in what there is beside the text or above it."""
    names = _folded(graph, room or (_ABOVE if is_wide(graph) else _BESIDE))
    columns = _columns(graph, names)
    behind = _behind(graph)
    middles, height = _middles(graph, behind, _needs(graph, names))
    ports = _ports(graph)
    boxes = tuple(
        Box(
            columns.left[node.column],
            middles[at],
            _box_width(node, names[at]),
            _height(names[at], ports[at]),
            names[at],
        )
        for at, node in enumerate(graph.nodes)
    )
    return Layout(columns.right[-1] + _MARGIN, height, boxes, _lines(graph, boxes, columns, middles))


def is_wide(graph: ChainGraph) -> bool:
    """Whether the drawing has more columns than can be read beside the text."""
    return _count(graph) >= _MANY_COLUMNS


# Names and columns


def _folded(graph: ChainGraph, width: float) -> tuple[tuple[str, ...], ...]:
    """Every name in the lines that its column has room for; what a folded column does not need goes to the others."""
    names = [" ".join(visible(node.name).split()) for node in graph.nodes]
    count = _count(graph)
    room = width - 2 * _MARGIN - count * 2 * PAD - (count - 1) * _GAP
    whole = _widest(graph, [(name,) for name in names])
    folded = _fold_all(graph, names, _shares(whole, room))
    cut = {node.column for node, lines in zip(graph.nodes, folded, strict=True) if lines[-1].endswith("…")}
    needed = [whole[at] if at in cut else width for at, width in enumerate(_widest(graph, folded))]
    return _fold_all(graph, names, _shares(needed, room))


def _fold_all(graph: ChainGraph, names: Sequence[str], room: Sequence[float]) -> tuple[tuple[str, ...], ...]:
    pairs = zip(graph.nodes, names, strict=True)
    return tuple(fold(name, room[node.column] / _weight(node) + _SLACK, _MOST_LINES) for node, name in pairs)


def _widest(graph: ChainGraph, names: Sequence[Sequence[str]]) -> list[float]:
    """How wide each column is, without the edges of its boxes."""
    widest = [0.0] * _count(graph)
    for node, lines in zip(graph.nodes, names, strict=True):
        widest[node.column] = max(widest[node.column], _box_width(node, lines) - 2 * PAD)
    return widest


def _count(graph: ChainGraph) -> int:
    return max(node.column for node in graph.nodes) + 1


def _shares(wanted: Sequence[float], room: float) -> list[float]:
    """What each column gets: those that want less than an even share leave the rest to the others."""
    shares = [0.0] * len(wanted)
    left = len(wanted)
    for at in sorted(range(len(wanted)), key=lambda place: wanted[place]):
        shares[at] = max(min(wanted[at], room / left), _NARROWEST)
        room -= shares[at]
        left -= 1
    return shares


def _weight(node: Node) -> float:
    """The publisher and those with a name are set in bold."""
    return _BOLD if node.named or node.column == 0 else 1.0


def _box_width(node: Node, lines: Sequence[str]) -> float:
    return max(map(text_width, lines)) * _weight(node) + 2 * PAD


def _height(lines: Sequence[str], ports: int) -> float:
    """As high as its lines of text, and as the lines of the drawing that lead to it."""
    return max(len(lines) * LINE + 6, (ports - 1) * _PORT + 12)


def _columns(graph: ChainGraph, names: Sequence[Sequence[str]]) -> _Columns:
    left, right = [], []
    at = _MARGIN
    for width in _widest(graph, names):
        left.append(at)
        right.append(at + width + 2 * PAD)
        at = right[-1] + _GAP
    return _Columns(tuple(left), tuple(right))


# Rows


def _behind(graph: ChainGraph) -> dict[int, list[int]]:
    """What gets a strip behind each node: nodes, at their first edge from the column before, and passing edges.

    A node that no edge from the column before leads to stands at its first edge, in the strip of that edge.

    Those who have it from somebody else come first: there a report leads on, and a long one has many who speak to it.
    """
    behind: dict[int, list[int]] = {at: [] for at in range(len(graph.nodes))}
    placed: set[int] = set()
    near = {edge.end for edge in graph.edges if not _leaves_out(graph, edge)}
    for number, edge in enumerate(graph.edges):
        if _leaves_out(graph, edge) and (edge.end in near or edge.end in placed):
            behind[edge.start].append(_strip(number))
        elif edge.end not in placed:
            placed.add(edge.end)
            behind[edge.start].append(edge.end)
    relays = {edge.start for edge in graph.edges}
    return {at: sorted(strips, key=lambda one: one >= 0 and one not in relays) for at, strips in behind.items()}


def _leaves_out(graph: ChainGraph, edge: Edge) -> bool:
    return graph.nodes[edge.end].column - graph.nodes[edge.start].column > 1


def _strip(number: int) -> int:
    """The strip of a passing edge: negative, so that it is no node."""
    return -1 - number


def _needs(graph: ChainGraph, names: Sequence[Sequence[str]]) -> dict[int, float]:
    """The height that each name or passing edge needs for itself."""
    ports = _ports(graph)
    passing = {_strip(at): _LANE * len(edge.counts) + _BETWEEN for at, edge in enumerate(graph.edges)}
    own = {at: max(_height(lines, ports[at]) + _BETWEEN, ports[at] * _PORT + 2) for at, lines in enumerate(names)}
    return passing | own


def _ports(graph: ChainGraph) -> list[int]:
    """How many lines lead to each node."""
    ports = [0] * len(graph.nodes)
    for edge in graph.edges:
        ports[edge.end] += len(edge.counts)
    return ports


def _middles(graph: ChainGraph, behind: Mapping[int, Sequence[int]], needs: _Strips) -> tuple[dict[int, float], float]:
    """The middle of each strip, and the height of all. Column by column, so that no chain is too long for it."""
    order = sorted(range(len(graph.nodes)), key=lambda at: graph.nodes[at].column)
    heights = dict(needs)
    for at in reversed(order):
        heights[at] = max(needs[at], sum(heights[one] for one in behind[at]))
    tops, middles = {0: 0.0}, {}
    for at in order:
        middles[at] = tops[at] + heights[at] / 2
        top = middles[at] - sum(heights[one] for one in behind[at]) / 2
        for one in behind[at]:
            tops[one] = top
            middles[one] = top + heights[one] / 2
            top += heights[one]
    middles[0] = min(middles[0], _LOWEST_PUBLISHER)
    return middles, heights[0]


# Lines


def _lines(graph: ChainGraph, boxes: Sequence[Box], columns: _Columns, middles: _Strips) -> tuple[Line, ...]:
    """All lines. Those that lead to the same name end one above the other, in the order in which they come."""
    arriving: dict[int, list[tuple[float, int, int]]] = {}
    for number, edge in enumerate(graph.edges):
        height = middles.get(_strip(number), boxes[edge.end].y) if _leaves_out(graph, edge) else boxes[edge.start].y
        ways = [(height, number, way) for way in range(len(edge.counts))]
        arriving.setdefault(edge.end, []).extend(ways)
    lines = {}
    for end, ways in arriving.items():
        for port, (_, number, way) in enumerate(sorted(ways)):
            edge = graph.edges[number]
            last = Point(columns.left[graph.nodes[end].column] - 1, boxes[end].y + (port - (len(ways) - 1) / 2) * _PORT)
            passing = middles.get(_strip(number), boxes[end].y) + (way - (len(edge.counts) - 1) / 2) * _LANE
            kind, count = edge.counts[way]
            lines[number, way] = Line(kind, count, _points(graph, edge, boxes[edge.start], columns, passing, last))
    return tuple(lines[key] for key in sorted(lines))


def _points(
    graph: ChainGraph, edge: Edge, start: Box, columns: _Columns, passing: float, last: Point
) -> tuple[Point, ...]:
    first, end = graph.nodes[edge.start].column, graph.nodes[edge.end].column
    points = [Point(start.x + start.width, start.y), Point(columns.right[first], start.y)]
    if end - first > 1:
        points.append(Point(columns.left[first + 1] - _LABEL, passing))
        points.append(Point(columns.right[end - 1], passing))
    return (*points, Point(columns.left[end] - _LABEL, last.y), last)
