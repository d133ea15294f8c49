"""Appearances put together into groups by their likenesses, in steps that no order of reports can change.

In: appearances, likenesses and judgements. Out: groups of refs, and the pairs that are possibly one.

First what people judged the same, then full names, the surest pair first; then the shorter names, round by round, each
only where one single group fits. Two that are different never come into one group.

>>> Groups(known, likenesses, Judged()).found()
[(Ref(report='a', part='1'), Ref(report='b', part='1'))]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from whoseword.across import Appearance, Judged, Likeness, Ref

# What an office of one person adds to a likeness: it outweighs what only the matter supports.
BY_OFFICE = 0.6
# What a family name adds; a first name alone adds less.
BY_FAMILY = 0.3


class Groups:
    """The groups while they grow: each ref knows its group, each group its members."""

    def __init__(self, known: Mapping[Ref, Appearance], likenesses: Sequence[Likeness], judged: Judged) -> None:
        self._known = known
        self._group = {ref: ref for ref in known}
        self._members = {ref: {ref} for ref in known}
        self._apart: dict[Ref, set[Ref]] = defaultdict(set)
        inside = [each for each in likenesses if each.a in known and each.b in known]
        self._likenesses = sorted(inside, key=lambda each: (-strength(each), each.a, each.b))
        judged_same = [pair for pair in sorted(judged.same) if pair[0] in known and pair[1] in known]
        for a, b in judged.apart:
            self._keep_apart(a, b)
        for a, b in judged_same:
            self._join(a, b)
        for each in inside:
            if each.grade == "different" and (each.a, each.b) not in judged.same:
                self._keep_apart(each.a, each.b)
        self._grow()

    def found(self) -> list[tuple[Ref, ...]]:
        """The groups, their members in order, by their first members."""
        return sorted(tuple(sorted(members)) for group, members in self._members.items() if self._group[group] == group)

    def possible(self) -> Iterator[tuple[Ref, Ref]]:
        """The pairs that may be one and are not in one group."""
        for each in self._likenesses:
            together = self._group[each.a] == self._group[each.b]
            if each.grade in {"same", "possibly"} and not together and not self._is_apart(each.a, each.b):
                yield each.a, each.b

    def _keep_apart(self, a: Ref, b: Ref) -> None:
        self._apart[a].add(b)
        self._apart[b].add(a)

    def _is_apart(self, a: Ref, b: Ref) -> bool:
        one, other = self._members[self._group[a]], self._members[self._group[b]]
        small, large = sorted((one, other), key=len)
        return any(not self._apart[ref].isdisjoint(large) for ref in small if ref in self._apart)

    def _join(self, a: Ref, b: Ref) -> bool:
        one, other = sorted((self._group[a], self._group[b]))
        if one == other or self._is_apart(a, b):
            return False
        for ref in self._members[other]:
            self._group[ref] = one
        self._members[one] |= self._members.pop(other)
        return True

    def _is_full(self, ref: Ref) -> bool:
        appearance = self._known[ref]
        return appearance.kind != "person" or len(appearance.parts) > 1

    def _grow(self) -> None:
        same = [each for each in self._likenesses if each.grade == "same"]
        for each in same:
            if self._is_full(each.a) and self._is_full(each.b):
                self._join(each.a, each.b)
        by_short: dict[Ref, list[tuple[Likeness, Ref]]] = defaultdict(list)
        for each in self._likenesses:
            for one, other in ((each.a, each.b), (each.b, each.a)):
                if not self._is_full(one) and each.grade in {"same", "possibly"}:
                    by_short[one].append((each, other))
        settled = {ref for ref in self._known if self._is_full(ref)}
        while steps := self._round(by_short, settled):
            for short, target in steps:
                self._join(short, target)
                settled.add(short)
        # Short names that no full name fits are one where they are alike.
        for each in same:
            loose = {each.a, each.b} - settled
            if len(loose) == 2 and not any(self._targets(by_short[ref], settled) for ref in loose):
                self._join(each.a, each.b)

    def _round(self, by_short: Mapping[Ref, list[tuple[Likeness, Ref]]], settled: set[Ref]) -> list[tuple[Ref, Ref]]:
        """The short names that one single group fits, with a member of it."""
        steps = []
        for short in sorted(by_short):
            if short in settled:
                continue
            targets = self._targets(by_short[short], settled)
            if len(targets) == 1 and not self._is_apart(short, targets[0]):
                steps.append((short, targets[0]))
        return steps

    def _targets(self, likenesses: Sequence[tuple[Likeness, Ref]], settled: set[Ref]) -> list[Ref]:
        """The groups that fit: those by office if there are any, else all that may be, if one of them surely is."""
        office: set[Ref] = set()
        matter: set[Ref] = set()
        perhaps: set[Ref] = set()
        for each, other in likenesses:
            if other in settled:
                group = self._group[other]
                perhaps.add(group)
                if each.grade == "same":
                    (office if _is_by_office(each) else matter).add(group)
        return sorted(office or (perhaps if matter else ()))


def strength(likeness: Likeness) -> float:
    """How sure a likeness is: the sum of its reasons."""
    return round(sum(reason.score for reason in likeness.reasons), 6)


def _is_by_office(likeness: Likeness) -> bool:
    scores = {reason.feature: reason.score for reason in likeness.reasons}
    return scores.get("office", 0) >= BY_OFFICE and scores.get("name", 0) >= BY_FAMILY
