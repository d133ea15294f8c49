"""Units and their matches -> claims: groups of units that claim the same.

In: units, their matches, and what people judged. Out: `Claim`s, sorted by id. Groups grow by average linkage
(`growing.py`); a pair that was not compared before is compared then. What was judged the same is one group from the
start; groups that hold two units judged apart never become one. The result does not depend on the order of units or
matches.

>>> [len(claim.members) for claim in claims(units, matches, Judged())]
[2, 1]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whoseword.across import Claim, Judged, Match, Ref, Told
from whoseword.claims.growing import Growing
from whoseword.model import hashed_id

# A claim is said by the member with about so many telling words that names its subject.
_WORDS = 9
# A clause that begins with one of these hangs on words that are not in it; one with a pronoun does not say who.
_SUBORDINATE = frozenset(
    "who whom whose which that where when while after before since as if because though although until unless for to "
    "of in on by with from amid despite even than what how why last thereby".split()
)
_PRONOUNS = frozenset("he she it they we i you this these those his her its their there".split())
_THAT = "that "
_MARKS = "“”‘’\"'(["


def claims(units: Sequence[Told], matches: Sequence[Match], judged: Judged) -> tuple[Claim, ...]:
    """All units in groups, those alone as well; hidden ones are left out. `related` are claims on the same matter."""
    known = {unit.ref: unit for unit in units if unit.ref not in judged.hidden}
    same = {_pair(m.a, m.b): m for m in matches if m.grade == "same" and m.a in known and m.b in known and m.a != m.b}
    groups = _grown(known, same, judged)
    made = {min(group, key=lambda ref: _order(known[ref])): group for group in groups}
    ids = {ref: hashed_id("claim", str(first)) for first, group in made.items() for ref in group}
    related = _related(matches, ids)
    return tuple(
        sorted(
            (
                Claim(
                    ids[first],
                    _clearest([known[ref] for ref in group]),
                    tuple(sorted(group, key=lambda ref: _order(known[ref]))),
                    tuple(sorted(related.get(ids[first], ()))),
                )
                for first, group in made.items()
            ),
            key=lambda claim: claim.id,
        )
    )


def _pair(a: Ref, b: Ref) -> tuple[Ref, Ref]:
    return (a, b) if a <= b else (b, a)


def _order(unit: Told) -> tuple[str, Ref]:
    return (unit.day or "9999", unit.ref)


def _grown(known: Mapping[Ref, Told], same: Mapping[tuple[Ref, Ref], Match], judged: Judged) -> list[frozenset[Ref]]:
    """The groups; only units that a chain of matches ties together can come into one, so each part is grown alone."""
    group_of = {ref: frozenset({ref}) for ref in sorted(known)}
    for a, b in sorted(judged.same):
        if a in group_of and b in group_of:
            _join(group_of, group_of[a], group_of[b])
    apart = {pair for a, b in judged.apart for pair in ((a, b), (b, a))}
    for links in _tied(group_of, same):
        growing = Growing(sorted({group_of[ref] for pair in links for ref in pair}, key=min), known, links, apart)
        for group in growing.grown():
            group_of |= dict.fromkeys(group, group)
    return sorted(set(group_of.values()), key=min)


def _tied(
    group_of: Mapping[Ref, frozenset[Ref]], same: Mapping[tuple[Ref, Ref], Match]
) -> list[dict[tuple[Ref, Ref], Match]]:
    """The matches in parts that share no unit and no group."""
    top = {ref: min(group) for ref, group in group_of.items()}

    def first(ref: Ref) -> Ref:
        while top[ref] != ref:
            top[ref] = top[top[ref]]
            ref = top[ref]
        return ref

    for a, b in same:
        one, other = sorted((first(a), first(b)))
        top[other] = one
    parts: dict[Ref, dict[tuple[Ref, Ref], Match]] = {}
    for pair, found in same.items():
        parts.setdefault(first(pair[0]), {})[pair] = found
    return [parts[ref] for ref in sorted(parts)]


def _join(group_of: dict[Ref, frozenset[Ref]], one: frozenset[Ref], other: frozenset[Ref]) -> None:
    joined = one | other
    for ref in joined:
        group_of[ref] = joined


def _related(matches: Sequence[Match], ids: Mapping[Ref, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in matches:
        one, other = ids.get(match.a), ids.get(match.b)
        if match.grade != "none" and one and other and one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def _clearest(members: Sequence[Told]) -> str:
    """The words of the member that best stands alone: it begins with who does it or whom it is done to, by name."""

    def unclear(unit: Told) -> tuple[bool, bool, bool, bool, int, tuple[str, Ref]]:
        first = _standing(unit).split(" ", 1)[0].casefold().strip(_MARKS)
        leads = _leads(unit, 0) or _leads(unit, len(_THAT))
        return first in _SUBORDINATE, not leads, first in _PRONOUNS, unit.negated, _length(unit), _order(unit)

    return _standing(min(members, key=unclear))


def _length(unit: Told) -> int:
    return abs(len(unit.stems) - _WORDS)


def _standing(unit: Told) -> str:
    """Without "that" before the subject of what somebody said; "that" of "the strike that killed" is a subject."""
    return unit.words.removeprefix(_THAT) if _leads(unit, len(_THAT)) else unit.words


def _leads(unit: Told, place: int) -> bool:
    """Whether a side of what is mainly told begins at this place of the words, or behind a mark there."""
    sides = (side for deed in unit.deeds if deed.main for side in (*deed.who, *deed.whom))
    return any(unit.spans[0][0] + place <= side.span[0] <= unit.spans[0][0] + place + 1 for side in sides)
