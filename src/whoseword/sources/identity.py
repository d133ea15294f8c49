"""Who is who across reports: named persons and bodies by name, office, country and company; nobody unnamed is merged.

In: the Appearances of any number of reports and the Likenesses of those that share a key. Out: Identities, the same in
whatever order the reports come.

>>> [identity.name for identity in identities(appearances, likenesses, Judged())]
['Ann Roe', 'Harbour Guild']
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from whoseword.across import Appearance, Identity, Judged, Likeness, Ref
from whoseword.model import EntityKind, hashed_id
from whoseword.sources.appearances import appearances
from whoseword.sources.company import ordinal
from whoseword.sources.groups import Groups
from whoseword.sources.likeness import likeness
from whoseword.sources.spelling import folded, sound

__all__ = ["appearances", "by_member", "identities", "keys", "likeness", "pairs"]

# Two reports at most this many days apart share one of two windows, in which unnamed sources are compared.
WINDOW = 8
QUOTE_WORDS = 6


def keys(appearance: Appearance) -> tuple[str, ...]:
    """What two appearances must share to be compared at all; none for one that nothing can be said of."""
    found: list[str] = []
    if appearance.named and appearance.kind == "person":
        found += [f"family {sound(part)}" for part in appearance.parts[-1:]]
        found += [f"first {part}" for part in appearance.parts[:1]]
    elif appearance.named and appearance.parts:
        sort = "document" if appearance.kind == "document" else "body"
        found.append(f"{sort} {appearance.listed or ' '.join(appearance.parts)}")
        letters = folded(appearance.name or "").replace(".", "").removeprefix("the ")
        found += [f"{sort} {short}" for short in appearance.short] + [f"{sort} {letters}"]
    elif not appearance.named and appearance.roles:
        day = ordinal(appearance.day)
        windows = [] if day is None else [day // WINDOW * 2, (day + WINDOW // 2) // WINDOW * 2 + 1]
        found += [f"unnamed {appearance.roles[0]} {window}" for window in windows]
        found += [f"unnamed in {appearance.ref.report}"] if appearance.told else []
    found += [f"quote {' '.join(quote.split()[:QUOTE_WORDS])}" for quote in appearance.quotes]
    return tuple(dict.fromkeys(found))


def pairs(found: Iterable[Appearance]) -> Iterator[tuple[Appearance, Appearance]]:
    """Every two appearances that share a key, each pair once, in order."""
    by_key: dict[str, list[Appearance]] = defaultdict(list)
    for appearance in found:
        for key in keys(appearance):
            by_key[key].append(appearance)
    seen: set[tuple[Ref, Ref]] = set()
    for key in sorted(by_key):
        for a, b in combinations(sorted(by_key[key], key=lambda each: each.ref), 2):
            if (a.ref, b.ref) not in seen:
                seen.add((a.ref, b.ref))
                yield a, b


def identities(
    appearances: Sequence[Appearance], likenesses: Sequence[Likeness], judged: Judged
) -> tuple[Identity, ...]:
    """The identities that the appearances make, in order of their earliest members.

    What people judged wins. Two that are "different", or judged apart, are never in one identity, whatever joins them.
    """
    known = {each.ref: each for each in appearances if each.ref not in judged.hidden}
    groups = Groups(known, likenesses, judged)
    found = groups.found()
    made = [(members, _id(known, members)) for members in found]
    ids = {ref: identity for members, identity in made for ref in members}
    possible: dict[str, set[str]] = defaultdict(set)
    for one, other in groups.possible():
        if ids[one] != ids[other]:
            possible[ids[one]].add(ids[other])
            possible[ids[other]].add(ids[one])
    return tuple(
        _identity([known[ref] for ref in members], identity, tuple(sorted(possible[identity])))
        for members, identity in made
    )


def by_member(found: Iterable[Identity]) -> dict[Ref, Identity]:
    """The identity that each entity of a report belongs to."""
    return {ref: identity for identity in found for ref in identity.members}


def in_order(appearance: Appearance) -> tuple[str, Ref]:
    """By day, those without one last."""
    return appearance.day or "~", appearance.ref


def _id(known: dict[Ref, Appearance], members: Sequence[Ref]) -> str:
    first = min((known[ref] for ref in members), key=in_order)
    return hashed_id("identity", str(first.ref))


def _identity(members: Sequence[Appearance], identity: str, possibly: tuple[str, ...]) -> Identity:
    ordered = sorted(members, key=in_order)
    kinds = Counter(each.kind for each in ordered)
    kind: EntityKind = min(kinds, key=lambda each: (each == "unknown", -kinds[each], each))
    described = next((each.description for each in ordered if each.description), None)
    return Identity(
        id=identity,
        name=_name(ordered),
        kind=kind,
        named=ordered[0].named,
        members=tuple(each.ref for each in ordered),
        description=described,
        possibly=possibly,
    )


def _name(members: Sequence[Appearance]) -> str | None:
    """The name in the word lists, else the most frequent full one, without a rank or an office before it."""
    listed = next((each.listed for each in members if each.listed), None)
    names = [each for each in members if each.name]
    full = [each for each in names if len(each.parts) > 1] or names
    counted = Counter(each.parts for each in full)
    parts = min(counted, key=lambda each: (-counted[each], each), default=())
    printed = Counter(" ".join((each.name or "").split()) for each in full if each.parts == parts)
    fewest = min((len(name.split()) for name in printed), default=0)
    short = [name for name in printed if len(name.split()) == fewest]
    return listed or min(short, key=lambda name: (-printed[name], name), default=None)
