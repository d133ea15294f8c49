"""A claim -> how many independent origins it has: a range, the list, the reasons. It never says what is true.

In: a `Claim`, its units with their ends (`ends.py`), and the `Evidence` around them. Out: an `OriginCount`. Units whose
chains end in the same source share one origin, however many outlets printed it; copied passages do (`shared.py`).
Unnamed sources are never made one across reports: two of them are "1 to 2", unless something says that they are two.
What nobody is cited for may come from anywhere, and counts in the upper end only.

>>> count(Claim("c1", "the gate is shut", ()), {}, Evidence()).unmeasured
('no unit of telling claims this',)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from whoseword.across import Claim, Echo, Origin, OriginCount, Party, Ref, Told
from whoseword.claims.independence import fewest
from whoseword.claims.shared import Evidence, Groups
from whoseword.model import hashed_id
from whoseword.sources.identity import likeness

__all__ = ["Evidence", "count"]

# Who can be held to what was said.
_ON_RECORD = frozenset({"person", "organisation", "document", "group", "place"})


def count(claim: Claim, units: Mapping[Ref, Told], evidence: Evidence) -> OriginCount:
    """The origins of `claim`: at least `low`, at most `high`, None where it cannot be measured.

    `units` has those of the claim, by their places.
    """
    told = sorted((units[ref] for ref in claim.members if ref in units), key=_when)
    if not told:
        return OriginCount(claim.id, None, None, (), unmeasured=("no unit of telling claims this",))
    said = [unit for unit in told if unit.end is None or unit.end.asserts] or told
    groups = Groups(said, evidence)
    found = groups.found()
    origins = tuple(_origin(group, found, groups) for group in found)
    echoes = tuple(Echo(unit.ref, "", "mention", "spoken of, not said to be so") for unit in told if unit not in said)
    echoes += tuple(
        Echo(said[place].ref, origin.id, *groups.why[place])
        for group, origin in zip(found, origins, strict=True)
        for place in group[1:]
    )
    if all(groups.ends[group[0]].kind == "unknown" for group in found):
        why = ("no report says on whose word it stands",)
        return OriginCount(claim.id, None, None, origins, echoes, told[0].ref, why)
    low, high = _range(found, groups)
    return OriginCount(claim.id, low, high, origins, echoes, told[0].ref, (), _notes(found, groups))


def _when(unit: Told) -> tuple[bool, str, Ref]:
    return unit.day is None, unit.day or "", unit.ref


def _origin(group: Sequence[int], found: Sequence[Sequence[int]], groups: Groups) -> Origin:
    shown, in_order = group[0], sorted(group)
    source = groups.ends[shown].source
    sources = [end.source for place in group if (end := groups.ends[place]).kind == "source"]
    return Origin(
        id=_id(shown, groups),
        who=groups.who(shown),
        named=groups.ends[shown].kind == "source" and source is not None and source.named,
        on_record=any(party and party.named and party.kind in _ON_RECORD for party in sources),
        members=tuple(groups.units[place].ref for place in in_order),
        first=groups.units[in_order[0]].ref,
        via=tuple(
            dict.fromkeys(groups.evidence.called(party) for place in in_order for party in groups.ends[place].relays)
        ),
        links=groups.ends[shown].links,
        possibly=tuple(
            (_id(other[0], groups), why)
            for other in found
            if other is not group and (why := _possibly(shown, other[0], groups))
        ),
    )


def _id(place: int, groups: Groups) -> str:
    return hashed_id("origin", groups.key(place))


def _possibly(one: int, other: int, groups: Groups) -> str | None:
    """Why two origins may be one; None if they are two."""
    for place, against in ((one, other), (other, one)):
        kind = groups.ends[place].kind
        if kind == "unknown" or (kind == "outlet" and groups.ends[against].kind != "author"):
            return f"{groups.who(place)}: who stands behind this is not told"
        if kind == "author":
            return f"{groups.who(place)}: where this comes from is not told"
    return _unnamed(one, other, groups)


def _unnamed(one: int, other: int, groups: Groups) -> str | None:
    """The same for two sources: what speaks for their being one if both are unnamed and nothing excludes it."""
    a, b = groups.ends[one], groups.ends[other]
    if a.source is None or b.source is None or a.source.named or b.source.named:
        return None
    # A report that speaks of both as of new ones ("an aide", "a second aide") speaks of two.
    if a.source.ref.report == b.source.ref.report and a.introduced and b.introduced:
        return None
    seen = [groups.evidence.appearances.get(party.ref) for party in (a.source, b.source)]
    if seen[0] is None or seen[1] is None:
        return "both are unnamed"
    alike = likeness(seen[0], seen[1])
    if alike.grade == "different":
        return None
    return "; ".join(["both are unnamed", *(reason.words for reason in alike.reasons if reason.score > 0)])


def _range(found: Sequence[Sequence[int]], groups: Groups) -> tuple[int, int]:
    """The fewest and the most origins that the groups can be."""
    shown = [group[0] for group in found if groups.ends[group[0]].kind == "source"]
    unnamed = [place for place in shown if (source := groups.ends[place].source) and not source.named]
    apart = {
        (i, j) for (i, one), (j, other) in combinations(enumerate(unnamed), 2) if _possibly(one, other, groups) is None
    }
    low = len(shown) - len(unnamed) + fewest(len(unnamed), apart)
    return max(1, low), len(found)


def _notes(found: Sequence[Sequence[int]], groups: Groups) -> tuple[str, ...]:
    sources = [
        source
        for group in found
        if (end := groups.ends[group[0]]).kind == "source" and (source := end.source) is not None
    ]
    if not sources:
        return ("no report says where it has this from",)
    named, unnamed = ([source for source in sources if source.named is asked] for asked in (True, False))
    bodies = [source for source in named if source.kind != "person"]
    if any(_may_speak_for(body, one, groups) for body in bodies for one in unnamed):
        return ("an unnamed source may speak for one of the bodies named; the count takes them for two",)
    return ()


def _may_speak_for(body: Party, unnamed: Party, groups: Groups) -> bool:
    """Whether nothing excludes that an unnamed source belongs to a body that is named."""
    one, other = (groups.evidence.appearances.get(party.ref) for party in (body, unnamed))
    if one is None or other is None:
        return True
    of_two_countries = bool(one.places and other.places and not set(one.places) & set(other.places))
    return not of_two_countries and likeness(one, other).grade != "different"
