"""What is the same, pair by pair -> groups in which every two are the same.

In: things in a fixed order, their key, and how alike two of them are (0: not the same). Out: groups in that order. The
most alike are joined first, and two groups only where all of one are like all of the other, so that no chain of small
steps leads from one thing to another. What comes out does not depend on the order in which reports came in.

>>> joined([1, 2, 8, 9], str, lambda a, b: 1.0 if abs(a - b) < 2 else 0.0)
[[1, 2], [8, 9]]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

Thing = TypeVar("Thing")


def joined(
    things: Sequence[Thing],
    key: Callable[[Thing], str],
    alike: Callable[[Thing, Thing], float],
    *,
    blocks: Callable[[Thing], Iterable[str]] = lambda _: ("",),
) -> list[list[Thing]]:
    """The groups (complete linkage, Sorensen 1948), each and all in the order of `things`.

    `key` tells things apart whatever their order; only those that share one of their `blocks` are compared.
    """
    names = [key(thing) for thing in things]
    scores = {(a, b): score for a, b in _candidates(things, blocks) if (score := alike(things[a], things[b])) > 0}
    group_of = {place: [place] for place in range(len(things))}
    for a, b in sorted(scores, key=lambda pair: (-scores[pair], *sorted((names[pair[0]], names[pair[1]])))):
        one, other = group_of[a], group_of[b]
        if one is other or any((min(x, y), max(x, y)) not in scores for x in one for y in other):
            continue
        both = sorted([*one, *other])
        group_of.update(dict.fromkeys(both, both))
    groups = {group[0]: group for group in group_of.values()}
    return [[things[place] for place in groups[first]] for first in sorted(groups)]


def _candidates(things: Sequence[Thing], blocks: Callable[[Thing], Iterable[str]]) -> set[tuple[int, int]]:
    places: dict[str, list[int]] = {}
    for place, thing in enumerate(things):
        for block in blocks(thing):
            places.setdefault(block, []).append(place)
    return {pair for group in places.values() for pair in combinations(group, 2)}
