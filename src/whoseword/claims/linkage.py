"""Centres of reports and who may be near whom -> groups, by average link.

>>> from whoseword.claims.centres import Centre
>>> import numpy as np
>>> dam, also, mill = (Centre({word: 0.7}, np.array([5]), 1) for word in ("dam", "dam", "mill"))
>>> grouped([dam, also, mill], {(0, 1): 0.49, (1, 2): 0.0})
((0, 1), (2,))
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from whoseword.claims.centres import Centre, asked, joined, link

Pair = tuple[int, int]


def grouped(
    centres: Sequence[Centre],
    near: Mapping[Pair, float],
    *,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> tuple[tuple[int, ...], ...]:
    """Groups of the places of `centres`, by their least members, each in order; `near` are pairs, lesser place first.

    Average link (UPGMA; Sokal and Michener 1958): of all groups that a pair of `near` connects, the two whose members
    are nearest on average are joined, as long as that mean is enough (`centres.asked`); for a pair it stands in `near`.
    One member that is near to many, such as a weekly round-up, so cannot join two groups whose others are far from one
    another. Of groups that are equally near, those with the least members go first. Pairs `together` are joined before
    all others, pairs `apart` never are, and these win where the two contradict each other.
    """
    groups = _Groups.of(centres, near, apart)
    for one, other in sorted(together):
        groups.join(groups.group[one], groups.group[other])
    groups.join_nearest(near)
    return tuple(tuple(sorted(groups.members[each])) for each in sorted(groups.members))


@dataclass
class _Groups:
    """Groups while they are joined, each under its least member; `near` are groups that may be joined to it."""

    group: list[int]
    members: dict[int, list[int]]
    centres: dict[int, Centre]
    near: dict[int, set[int]]
    barred: dict[int, set[int]]
    heap: list[tuple[float, int, int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, centres: Sequence[Centre], near: Mapping[Pair, float], apart: Iterable[Pair]) -> _Groups:
        everyone = range(len(centres))
        return cls(
            list(everyone),
            {each: [each] for each in everyone},
            dict(enumerate(centres)),
            _both_ways(near, len(centres)),
            _both_ways(apart, len(centres)),
        )

    def join_nearest(self, near: Mapping[Pair, float]) -> None:
        """Join the two nearest groups until none are near enough."""
        for (one, other), mean in near.items():
            # Those that people joined are no pairs any more; theirs are offered below.
            if self._size(one, other) == 2 and mean >= asked(1):
                self._push(one, other, mean)
        for one in [each for each, members in self.members.items() if len(members) > 1]:
            self._offer(one, self.near[one])
        while self.heap:
            _, one, other, members = heapq.heappop(self.heap)
            # What was offered before one of the two grew, or was joined to another, no longer holds.
            if one in self.members and other in self.members and members == self._size(one, other):
                self.join(one, other)
                self._offer(self.group[one], self.near[self.group[one]])

    def join(self, one: int, other: int) -> None:
        """Join two groups, unless they are one already or must stay apart."""
        one, other = sorted((one, other))
        if one == other or other in self.barred[one]:
            return
        for each in self.members[other]:
            self.group[each] = one
        self.members[one] += self.members.pop(other)
        self.centres[one] = joined(self.centres[one], self.centres.pop(other))
        for links in (self.near, self.barred):
            for third in links.pop(other):
                links[third].discard(other)
                if third != one:
                    links[third].add(one)
                    links[one].add(third)

    def _size(self, one: int, other: int) -> int:
        return len(self.members.get(one, ())) + len(self.members.get(other, ()))

    def _offer(self, one: int, others: Iterable[int]) -> None:
        for other in others:
            mean = link(self.centres[one], self.centres[other])
            if mean > 0:
                self._push(one, other, mean)

    def _push(self, one: int, other: int, mean: float) -> None:
        if other not in self.barred[one]:
            # Sums of shares depend on the order of joining in their last digits; places decide there.
            heapq.heappush(self.heap, (-round(mean, 9), min(one, other), max(one, other), self._size(one, other)))


def _both_ways(pairs: Iterable[Pair], count: int) -> dict[int, set[int]]:
    links: dict[int, set[int]] = {each: set() for each in range(count)}
    for one, other in pairs:
        links[one].add(other)
        links[other].add(one)
    return links
