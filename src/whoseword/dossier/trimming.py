"""A drawing laid out from an unseen root in; the same without the root out, moved to the edge.

>>> cropped(layout, 18).boxes[0].x
3.0
"""

from __future__ import annotations

from dataclasses import replace

from whoseword.dossier.layout import Layout, Line, Point

_MARGIN = 3.0


def cropped(layout: Layout, above: float) -> Layout:
    """`layout` without its first box and the lines from it, with `above` left free at the top."""
    boxes = layout.boxes[1:]
    root = layout.boxes[0]
    move = min((box.x for box in boxes), default=_MARGIN) - _MARGIN
    return Layout(
        width=layout.width - move,
        height=layout.height + above,
        boxes=tuple(replace(box, x=box.x - move, y=box.y + above) for box in boxes),
        lines=tuple(_moved(line, move, above) for line in layout.lines if line.points[0].x > root.x + root.width),
    )


def _moved(line: Line, move: float, above: float) -> Line:
    return replace(line, points=tuple(Point(point.x - move, point.y + above) for point in line.points))
