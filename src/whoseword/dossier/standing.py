"""The origins of a claim in; who stands behind it, in words, out: with a name, without one, and through whom.

>>> [str(each) for each in behind(count, units)]
['Ada Brandt', 'a US official (unnamed) via the Skerry Post', 'Orne Courier, naming no source']
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whoseword.across import Origin, OriginCount, Ref, Told
from whoseword.dossier.origins_graph import publisher_of, sort_of, teller
from whoseword.dossier.spoken import spoken_day
from whoseword.dossier.svg import cut

_NAME = 70
# More marks than these are no longer seen at a glance.
MOST_MARKS = 8


@dataclass(frozen=True, slots=True)
class Stands:
    """One who stands behind a claim. `named`: somebody with a name; `rest` is what is said after the name."""

    who: str
    named: bool
    rest: str

    def __str__(self) -> str:
        """All of it on one line."""
        return f"{self.who}{self.rest}"


def behind(count: OriginCount, units: Mapping[Ref, Told]) -> tuple[Stands, ...]:
    """Who stands behind a claim: those with a name, then those without, then who names nobody; each line once."""
    found = [_stands(origin, teller(origin, units)) for origin in count.origins]
    order = ("named", "outlet", "unnamed", "open")
    return tuple(dict.fromkeys(each for _, each in sorted(found, key=lambda one: order.index(one[0]))))


def _stands(origin: Origin, unit: Told | None) -> tuple[str, Stands]:
    sort = sort_of(origin, unit)
    # Who passes on what somebody told is at times the one who is held to it.
    through = ", ".join(name for name in origin.via if name != origin.who)
    via = f" via {cut(through, _NAME)}" if through else ""
    if sort == "open":
        if unit and unit.end and unit.end.kind == "unknown":
            return sort, Stands("a source that is not told", named=False, rest=via or f" via {publisher_of(unit)}")
        return sort, Stands(cut(publisher_of(unit), _NAME), named=False, rest=", naming no source")
    who = cut(origin.who, _NAME)
    if sort == "outlet":
        return sort, Stands(who, named=True, rest=", whose own source is not told")
    if sort == "named":
        return sort, Stands(who, named=True, rest=via if origin.on_record else f" (not on the record){via}")
    is_said = "unnamed" in who.split()[:2]
    return sort, Stands(who, named=False, rest=via if is_said else f" (unnamed){via}")


def marks(count: OriginCount) -> str:
    """A full dot for each origin that is sure, an open one for each that may be: `●●○`; empty where there are many."""
    if count.low is None or count.high is None or count.high > MOST_MARKS:
        return ""
    return "●" * count.low + "○" * (count.high - count.low)


def range_of(count: OriginCount) -> str:
    """The range in a few words: "1 to 2 independent origins", "origins cannot be counted"."""
    if count.low is None or count.high is None:
        return "origins cannot be counted"
    if count.low == count.high:
        return "1 origin" if count.low == 1 else f"{count.low} independent origins"
    return f"{count.low} to {count.high} independent origins"


def told_by(unit: Told) -> tuple[str | None, str]:
    """The day and the outlet of a unit, in words."""
    return (spoken_day(unit.day) if unit.day else None), cut(publisher_of(unit), _NAME)
