"""Units and their matches -> claims: groups of units that claim the same.

In: units, the matches found among them, and what people judged. Out: `Claim`s, sorted by id. Groups grow by average
linkage (Sokal and Michener 1958): two groups become one while the pairs between them are the same on average, a pair
that was not compared counting as not the same. What was judged the same is one group from the start; groups that hold
two units judged apart never become one. The result does not depend on the order of units or matches.

>>> [len(claim.members) for claim in claims(units, matches, Judged())]
[2, 1]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whoseword.across import Claim, Judged, Match, Ref, Told
from whoseword.model import hashed_id

# The share of the best likeness that the pairs between two groups must have on average.
AVERAGE = 0.4
# A claim is said by the member with about so many telling words that names its subject.
_WORDS = 9


def claims(units: Sequence[Told], matches: Sequence[Match], judged: Judged) -> tuple[Claim, ...]:
    """All units in groups, those alone as well; hidden ones are left out. `related` are claims on the same matter."""
    known = {unit.ref: unit for unit in units if unit.ref not in judged.hidden}
    same = {
        _pair(m.a, m.b): m.score for m in matches if m.grade == "same" and m.a in known and m.b in known and m.a != m.b
    }
    groups = _grown(sorted(known), same, judged)
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


def _grown(refs: Sequence[Ref], same: Mapping[tuple[Ref, Ref], float], judged: Judged) -> list[frozenset[Ref]]:
    """The groups; only units that a chain of matches ties together can come into one, so each part is grown alone."""
    group_of = {ref: frozenset({ref}) for ref in refs}
    for a, b in sorted(judged.same):
        if a in group_of and b in group_of:
            _join(group_of, group_of[a], group_of[b])
    apart = {pair for a, b in judged.apart for pair in ((a, b), (b, a))}
    for links in _tied(group_of, same):
        while found := _best(group_of, links, apart):
            _join(group_of, *found)
    return sorted(set(group_of.values()), key=min)


def _tied(
    group_of: Mapping[Ref, frozenset[Ref]], same: Mapping[tuple[Ref, Ref], float]
) -> list[dict[tuple[Ref, Ref], float]]:
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
    parts: dict[Ref, dict[tuple[Ref, Ref], float]] = {}
    for pair, score in same.items():
        parts.setdefault(first(pair[0]), {})[pair] = score
    return [parts[ref] for ref in sorted(parts)]


def _best(
    group_of: Mapping[Ref, frozenset[Ref]], same: Mapping[tuple[Ref, Ref], float], apart: set[tuple[Ref, Ref]]
) -> tuple[frozenset[Ref], frozenset[Ref]] | None:
    links: dict[tuple[frozenset[Ref], frozenset[Ref]], float] = {}
    for (a, b), score in sorted(same.items()):  # sums of floats depend on their order
        one, other = sorted((group_of[a], group_of[b]), key=min)
        if one != other:
            links[one, other] = links.get((one, other), 0.0) + score
    ranked = [
        (total / (len(one) * len(other)), one, other)
        for (one, other), total in links.items()
        if total / (len(one) * len(other)) >= AVERAGE and not any((a, b) in apart for a in one for b in other)
    ]
    best = min(ranked, key=lambda each: (-each[0], min(each[1]), min(each[2])), default=None)
    return best and (best[1], best[2])


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
    def unclear(unit: Told) -> tuple[bool, bool, int, tuple[str, Ref]]:
        main = [deed for deed in unit.deeds if deed.main]
        subject = any(deed.who or deed.whom for deed in main)
        return (not subject, unit.negated, abs(len(unit.stems) - _WORDS), _order(unit))

    return min(members, key=unclear).words
