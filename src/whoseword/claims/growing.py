"""Groups of units that a chain of matches ties together -> larger groups, by average linkage.

In: groups, the matches between their units, pairs judged apart. Out: groups. Two become one while the pairs between
them are the same on average (Sokal and Michener 1958). Where units share no blocking key they have not been compared;
they are compared here. Groups with a pair that clashes in day, place or polarity, or that was judged apart, never
become one, so that no third unit that fits both ties together what cannot be one.

>>> Growing([frozenset({a}), frozenset({b})], units, {(a, b): match}, set()).grown()
[frozenset({a, b})]
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from whoseword.across import Match, Ref, Told
from whoseword.claims.match import compared, forbids

# The share of the best likeness that the pairs between two groups must have on average.
AVERAGE = 0.35
# What is on the same matter, and does not clash, counts for so much of its likeness.
ON_THE_MATTER = 0.33
# What two groups that must stay apart count for.
_NEVER = float("-inf")


class Growing:
    """Groups on the way to larger ones, and how alike each two of them are."""

    def __init__(
        self,
        groups: Sequence[frozenset[Ref]],
        units: Mapping[Ref, Told],
        links: Mapping[tuple[Ref, Ref], Match],
        apart: Collection[tuple[Ref, Ref]],
    ) -> None:
        """Takes groups that share no unit; `links` are matches of grade "same", each pair in order."""
        self._groups = dict(enumerate(groups))
        self._units, self._links, self._apart = units, links, apart
        self._totals: dict[tuple[int, int], float] = {}
        place = {ref: n for n, group in self._groups.items() for ref in group}
        self._near: dict[int, set[int]] = {n: set() for n in self._groups}
        for a, b in links:
            if place[a] != place[b]:
                self._near[place[a]].add(place[b])
                self._near[place[b]].add(place[a])

    def grown(self) -> list[frozenset[Ref]]:
        """All groups, when no two can become one any more."""
        while best := self._best():
            self._join(*best)
        return list(self._groups.values())

    def _best(self) -> tuple[int, int] | None:
        ranked = [(self._average(n, m), n, m) for n in self._near for m in self._near[n] if n < m]
        average, n, m = min(((-each, n, m) for each, n, m in ranked), default=(0.0, 0, 0))
        return (n, m) if -average >= AVERAGE else None

    def _average(self, n: int, m: int) -> float:
        return self._total(n, m) / (len(self._groups[n]) * len(self._groups[m]))

    def _total(self, n: int, m: int) -> float:
        key = (n, m) if n < m else (m, n)
        if key not in self._totals:
            self._totals[key] = sum(self._score(a, b) for a in sorted(self._groups[n]) for b in sorted(self._groups[m]))
        return self._totals[key]

    def _score(self, a: Ref, b: Ref) -> float:
        pair = (a, b) if a <= b else (b, a)
        if pair in self._apart:
            return _NEVER
        found = self._links.get(pair) or compared(self._units[pair[0]], self._units[pair[1]])
        if forbids(found):
            return _NEVER
        share = {"same": 1.0, "matter": ON_THE_MATTER}.get(found.grade, 0.0)
        return share * found.score

    def _join(self, n: int, m: int) -> None:
        """Makes one of two groups; the smaller number stays, so that equals are taken in one order."""
        near = (self._near[n] | self._near.pop(m)) - {n, m}
        totals = {other: self._total(n, other) + self._total(m, other) for other in near}
        self._groups[n] |= self._groups.pop(m)
        self._totals = {key: total for key, total in self._totals.items() if not {n, m} & {*key}}
        self._near[n] = near
        for other in near:
            self._near[other] = (self._near[other] - {m}) | {n}
            self._totals[(n, other) if n < other else (other, n)] = totals[other]
