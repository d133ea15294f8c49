"""Weights of pairs (row, column) -> the pairs, each row and each column at most once, whose weights sum to the most.

The Hungarian method (Kuhn 1955; Munkres 1957) with shortest augmenting paths (Jonker and Volgenant 1987), on each
connected part by itself: what shares no weight cannot compete.

>>> sorted(heaviest({(0, 0): 2.0, (0, 1): 3.0, (1, 1): 2.5}))
[(0, 0), (1, 1)]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

Pair = tuple[int, int]


def heaviest(weights: Mapping[Pair, float]) -> frozenset[Pair]:
    """The assignment of the greatest sum; pairs that are not given weigh nothing and are never taken.

    Raises:
        ValueError: a weight is negative.
    """
    if any(weight < 0 for weight in weights.values()):
        raise ValueError("a weight is negative: leave out pairs that must not be taken")
    return frozenset(pair for part in _parts(weights) for pair in _assigned(part))


def _parts(weights: Mapping[Pair, float]) -> list[dict[Pair, float]]:
    """The connected parts of the graph of rows and columns."""
    above: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while above.setdefault(node, node) != node:
            above[node] = node = above[above[node]]
        return node

    for row, column in weights:
        above[root(("row", row))] = root(("column", column))
    parts = defaultdict[tuple[str, int], dict[Pair, float]](dict)
    for pair, weight in weights.items():
        parts[root(("row", pair[0]))][pair] = weight
    return list(parts.values())


def _assigned(part: Mapping[Pair, float]) -> list[Pair]:
    rows, columns = sorted({row for row, _ in part}), sorted({column for _, column in part})
    turned = len(rows) > len(columns)
    if turned:
        rows, columns = columns, rows
    costs = [[-part.get((c, r) if turned else (r, c), 0.0) for c in columns] for r in rows]
    pairs = [(rows[r], columns[c]) for c, r in enumerate(_row_of_each_column(costs)) if r is not None]
    return [pair for pair in ((c, r) if turned else (r, c) for r, c in pairs) if pair in part]


def _row_of_each_column(costs: list[list[float]]) -> list[int | None]:
    """The cheapest way to give every row a column of its own; there are at least as many columns as rows."""
    width = len(costs[0])
    prices = [0.0] * width
    of_row = [0.0] * len(costs)
    taken: list[int | None] = [None] * width
    for new in range(len(costs)):
        _give(new, costs, prices, of_row, taken)
    return taken


def _give(
    new: int, costs: list[list[float]], prices: list[float], of_row: list[float], taken: list[int | None]
) -> None:
    """Finds row `new` a column along the shortest augmenting path, and keeps the prices (dual variables) in step."""
    width = len(prices)
    nearest, before = [float("inf")] * width, [-1] * width
    done: list[int] = []
    row, last = new, -1
    while True:
        reach = 0.0 if last < 0 else nearest[last]
        for c in range(width):
            if c not in done and (to := reach + costs[row][c] - of_row[row] - prices[c]) < nearest[c]:
                nearest[c], before[c] = to, last
        last = min((c for c in range(width) if c not in done), key=lambda c: (nearest[c], c))
        held = taken[last]
        if held is None:
            break
        done.append(last)
        row = held
    of_row[new] += nearest[last]
    for c in done:
        held = taken[c]
        of_row[held if held is not None else new] += nearest[last] - nearest[c]
        prices[c] -= nearest[last] - nearest[c]
    while last >= 0:
        taken[last] = taken[before[last]] if before[last] >= 0 else new
        last = before[last]
