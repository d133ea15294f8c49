"""Units that hang together by their matches.

In: what was gathered, and the grades that hold units together. Out: for each unit the earliest one of its matter.

>>> matters = Matters.of(gathered, {"same"})
>>> matters.of_unit(later) == earlier
True
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from whoseword.across import MatchGrade, Ref
from whoseword.ledger.gathered import Gathered


@dataclass(frozen=True, slots=True)
class Matters:
    """The earliest unit of the matter of each unit, and all units of each matter in order of telling."""

    first: Mapping[Ref, Ref]
    members: Mapping[Ref, tuple[Ref, ...]]

    @classmethod
    def of(cls, gathered: Gathered, grades: Collection[MatchGrade]) -> Matters:
        """Units joined by matches of these grades."""
        root = {ref: ref for ref in gathered.units}

        def top(ref: Ref) -> Ref:
            while root[ref] != ref:
                root[ref] = root[root[ref]]
                ref = root[ref]
            return ref

        for match in gathered.matches:
            if match.grade in grades:
                first, last = sorted((top(match.a), top(match.b)), key=gathered.place)
                root[last] = first
        members: dict[Ref, list[Ref]] = {}
        for ref in sorted(gathered.units, key=gathered.place):
            members.setdefault(top(ref), []).append(ref)
        return cls(
            {ref: found[0] for found in members.values() for ref in found},
            {found[0]: tuple(found) for found in members.values()},
        )

    def of_unit(self, ref: Ref) -> Ref:
        """The earliest unit of the matter."""
        return self.first[ref]
