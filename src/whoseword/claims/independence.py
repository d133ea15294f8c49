"""Groups of which some may be one another -> the fewest there can be.

Two unnamed sources may be one as long as nothing tells them apart. So many of them are at least as many as the groups
needed so that no two that exclude each other are in one: a colouring of the graph of those that exclude each other,
made in the order of Brélaz ("New methods to color the vertices of a graph", 1979), which is exact on the small graphs
that claims give, in all but contrived cases.

>>> fewest(3, {(0, 1)})
2
>>> fewest(0, set())
0
"""

from __future__ import annotations

from collections.abc import Collection


def fewest(count: int, apart: Collection[tuple[int, int]]) -> int:
    """The number of groups into which `count` things fall at least, if the pairs of places in `apart` are two."""
    against: dict[int, set[int]] = {place: set() for place in range(count)}
    for one, other in apart:
        against[one].add(other)
        against[other].add(one)
    group: dict[int, int] = {}
    while len(group) < count:
        place = max(
            (place for place in range(count) if place not in group),
            key=lambda free: (len({group[n] for n in against[free] if n in group}), len(against[free]), -free),
        )
        taken = {group[n] for n in against[place] if n in group}
        group[place] = next(number for number in range(count) if number not in taken)
    return len(set(group.values()))
