"""Entries of a timeline in; where each stands on the axis out, in sixteenths of the letter size.

An entry stands in the column of its own date, or, where nobody gave one, in that of the day on which it was first
printed. Columns are gathered into stretches that fit a phone; in the drawing of the whole story neighbours that hold
little are put together until it fits a page.

>>> [len(stretch.entries) for stretch in lay_out_timeline(entries).stretches]
[4, 19, 7]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from whoseword.across import Happened
from whoseword.dossier.columns import Column, Grain, coarser, column_of, joined, missing
from whoseword.dossier.lettering import LETTER, text_width

# The whole story across a page; one stretch across a phone.
WHOLE, STRETCH = 1000.0, 316.0
EDGE = 8.0
CELL = 11.0  # a mark with the room around it
TALLEST = 12  # marks above one another in a column; more only where there are very many
_COLUMNS = 50  # of marks, side by side
BREAK = 17.0  # where time is left out
_NEAR = 3.0  # between two columns with no break
_SMALL = 10.5 / LETTER  # the letters of the axis
# A story of more stretches than this is shown by months, and one of many years by years.
_MOST_STRETCHES = 10
_GRAINS: tuple[Grain, ...] = ("day", "month", "year")
_MANY = 250  # columns from which on they are not weighed against one another
_MOST_COLUMNS = 60  # a stretch of so many is none that anybody reads


@dataclass(frozen=True, slots=True)
class Stack:
    """A column as it is drawn: its left and width, the time left out before it, and its entries by where they stand."""

    column: Column
    left: float
    width: float
    gap: str
    dated: tuple[int, ...] = ()
    printed: tuple[int, ...] = ()

    @property
    def middle(self) -> float:
        """The middle of it."""
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of the story: its columns as fine as they were told, and its entries (places in the timeline)."""

    stacks: tuple[Stack, ...]
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """`whole` are the columns of the drawing of the whole story; `ends` for each stretch the number of its last one.

    `tallest` is how many marks may stand above one another; `nowhere` are entries with neither a date nor a day on
    which they were printed.
    """

    whole: tuple[Stack, ...]
    ends: tuple[int, ...]
    stretches: tuple[Stretch, ...]
    tallest: int
    nowhere: tuple[int, ...]


def lay_out_timeline(entries: Sequence[Happened]) -> TimelineLayout:
    """Where everything stands. Every entry is in one stretch, or nowhere."""
    told = {at: place_of(entry) for at, entry in enumerate(entries)}
    for grain in _GRAINS:
        places = {at: column and coarser(column, grain) for at, column in told.items()}
        groups = _stretches(sorted({column for column in places.values() if column is not None}))
        if len(groups) <= _MOST_STRETCHES:
            break
    having: dict[Column, list[int]] = {}
    for at, column in places.items():
        if column is not None:
            having.setdefault(column, []).append(at)
    dated = frozenset(at for at, entry in enumerate(entries) if is_dated(entry))
    stretches = tuple(
        Stretch(_stacks(group, having, dated, tallest=1), tuple(at for column in group for at in having[column]))
        for group in groups
    )
    tallest = max(TALLEST, -(-len(entries) // _COLUMNS))
    whole, ends = _whole(groups, having, dated, tallest)
    return TimelineLayout(whole, ends, stretches, tallest, tuple(at for at, column in places.items() if column is None))


def place_of(entry: Happened) -> Column | None:
    """The column of an entry: of its date, else of the day on which it was first printed."""
    return column_of(entry.begin, entry.end) or column_of(entry.printed, None)


def is_dated(entry: Happened) -> bool:
    """Whether anybody says when it happened."""
    return column_of(entry.begin, entry.end) is not None


# Columns


def _stretches(columns: Sequence[Column]) -> list[list[Column]]:
    """As many columns as fit, from the left; a full stretch ends where most time is left out in its second half."""
    groups: list[list[Column]] = []
    left = list(columns)
    while left:
        fit = len(left)
        if _width(left[:_MOST_COLUMNS]) > STRETCH:
            fit = next(n for n in range(1, len(left)) if _width(left[: n + 1]) > STRETCH)
            half = range(fit // 2 + 1, fit + 1)
            fit = max(half, key=lambda n: ((left[n].begin - left[n - 1].last).days, n), default=fit)
        groups.append(left[:fit])
        left = left[fit:]
    return groups


def _width(columns: Sequence[Column]) -> float:
    stacks = _placed(columns, [_letters(column) for column in columns])
    return stacks[-1].left + stacks[-1].width + EDGE


def _letters(column: Column) -> float:
    """The room that a column's own label needs."""
    return max(max(text_width(line) for line in column.label) * _SMALL + 4, CELL + 3)


def _stacks(
    columns: Sequence[Column], having: Mapping[Column, Sequence[int]], dated: frozenset[int], tallest: int
) -> tuple[Stack, ...]:
    split = [
        tuple(tuple(at for at in having[column] if (at in dated) is asked) for asked in (True, False))
        for column in columns
    ]
    # In a stretch every entry has a row of its own.
    rows = [max(map(len, both)) if tallest > 1 else 1 for both in split]
    widths = [
        max(_letters(column), ceil(many / tallest) * CELL + 3) for column, many in zip(columns, rows, strict=True)
    ]
    placed = _placed(columns, widths)
    return tuple(
        Stack(stack.column, stack.left, stack.width, stack.gap, above, below)
        for stack, (above, below) in zip(placed, split, strict=True)
    )


def _placed(columns: Sequence[Column], widths: Sequence[float]) -> list[Stack]:
    """Columns one beside the other; a group that is narrower than what it stands in gets wider at its end."""
    stacks: list[Stack] = []
    at, group = EDGE, EDGE
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        gap = missing(columns[place - 1], column) if place else ""
        at += (BREAK if gap else _NEAR) if place else 0
        if not place or columns[place - 1].under != column.under:
            group = at
        ends_group = place + 1 == len(columns) or columns[place + 1].under != column.under
        wide = max(width, group + under_width(column) - at) if ends_group else width
        stacks.append(Stack(column, at, wide, gap))
        at += wide
    return stacks


def under_width(column: Column) -> float:
    """The room that the name of the month or year below some columns needs."""
    return text_width(column.under) * _SMALL + 6 if column.under else 0


# The whole story


def _whole(
    groups: Sequence[Sequence[Column]], having: Mapping[Column, Sequence[int]], dated: frozenset[int], tallest: int
) -> tuple[tuple[Stack, ...], tuple[int, ...]]:
    """The columns of all stretches. While they are too wide, the two neighbours that hold least become one."""
    held = {column: list(at) for column, at in having.items()}
    kept = [list(group) for group in groups]
    while True:
        flat = [column for group in kept for column in group]
        stacks = _stacks(flat, held, dated, tallest)
        if not stacks or stacks[-1].left + stacks[-1].width + EDGE <= WHOLE or not _join_least(kept, held):
            ends, count = [], 0
            for group in kept:
                count += len(group)
                ends.append(count - 1)
            return stacks, tuple(ends)


def _join_least(kept: Sequence[list[Column]], held: dict[Column, list[int]]) -> bool:
    """Joins two neighbours of one stretch, or of very many every two; False where none has two."""
    if sum(map(len, kept)) > _MANY and any(len(group) > 1 for group in kept):
        for group in kept:
            for at in range(len(group) // 2):
                _join(group, at, held)
        return True
    pairs = [(group, at) for group in kept for at in range(len(group) - 1)]
    if not pairs:
        return False

    def cost(pair: tuple[list[Column], int]) -> tuple[int, int]:
        one, other = pair[0][pair[1]], pair[0][pair[1] + 1]
        return len(held[one]) + len(held[other]), -(max(one.last, other.last) - one.begin).days

    group, at = min(pairs, key=cost)
    _join(group, at, held)
    return True


def _join(group: list[Column], at: int, held: dict[Column, list[int]]) -> None:
    one, other = group[at], group[at + 1]
    both = joined(one, other)
    held[both] = [*held[one], *held[other]]
    group[at : at + 2] = [both]
