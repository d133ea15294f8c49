"""The columns of a time axis in; the axis as SVG out: its line, broken where time is left out, and its labels.

>>> axis((), 0)
Markup('')
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from markupsafe import Markup

from whoseword.dossier.svg import number
from whoseword.dossier.timeline_layout import BREAK, Stack

_LINE = 12.0  # from one line of a label to the next
_ROOM = 4.0


def breaks(stacks: Sequence[Stack], y: float) -> Markup:
    """A line along the columns, with two strokes and a title where time is left out."""
    parts = []
    start = stacks[0].left if stacks else 0.0
    for before, here in pairwise(stacks):
        if here.gap:
            middle = (before.left + before.width + here.left) / 2
            parts.append(f"M{number(start)} {number(y)}H{number(middle - 3)}")
            parts.append(f"M{number(middle - 5)} {number(y + 4)}l4 -8M{number(middle + 1)} {number(y + 4)}l4 -8")
            start = middle + 3
    if stacks:
        parts.append(f"M{number(start)} {number(y)}H{number(stacks[-1].left + stacks[-1].width)}")
    return Markup('<path class="base" d="{}"/>').format("".join(parts)) if parts else Markup()


def axis(stacks: Sequence[Stack], y: float) -> Markup:
    """The labels below the line at `y`: what each column is called, how long a break is, the month or year below."""
    return Markup("").join([*_own(stacks, y), *_under(stacks, y)])


def _own(stacks: Sequence[Stack], y: float) -> Iterator[Markup]:
    for stack in stacks:
        label = stack.column.label
        for line, text in enumerate(label):
            yield _text(stack.middle, y + 12 + line * 10, text)
        if stack.gap:
            yield _text(stack.left - BREAK / 2, y - 7, stack.gap, "gap")


def _under(stacks: Sequence[Stack], y: float) -> Iterator[Markup]:
    for under, group in groupby(stacks, key=lambda stack: stack.column.under):
        members = list(group)
        if under:
            left, right = members[0].left, members[-1].left + members[-1].width
            low = y + 27 if any(len(stack.column.label) > 1 for stack in stacks) else y + 17
            yield Markup('<path class="hair" d="M{} {}H{}"/>').format(number(left), number(low), number(right))
            yield _text((left + right) / 2, low + 11, under)


def _text(x: float, y: float, text: str, kind: str = "") -> Markup:
    named = Markup(' class="{}"').format(kind) if kind else ""
    return Markup('<text{} x="{}" y="{}">{}</text>').format(named, number(x), number(y), text)
