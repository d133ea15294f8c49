"""A unit of telling -> its blocking keys: two units that claim the same should share one, and few others should.

In: a `Told`. Out: at most `MOST` numbers of 63 bits. A key joins what is done with something rare that stands with it,
or with two things that are not; or two rare things, where the predicates have no like words; a
death has the name of the one who died, and a quotation those two of its runs of six words whose numbers are the
smallest (Broder 1997, On the Resemblance and Containment of Documents). How rare a thing is comes
from the table that ships, so that the keys of a unit never change with what is in a store (standard blocking after
Christen 2012, Data Matching, chapter 4).

>>> len(keys(unit)) <= MOST
True
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from itertools import combinations

from whoseword.across import Deed, Told
from whoseword.claims.once import death
from whoseword.claims.sameness import quoted_runs

MOST = 12
# So rare is a thing that it makes a key with a predicate alone: it stands in one report of 15 or fewer. With it, 1,000
# mixed reports put 1.4 units on a key on average.
RARE = 0.45
_TOPS, _RAREST, _COMMONEST, _PASSING, _QUOTED = 3, 5, 3, 1, 2


def keys(unit: Told) -> tuple[int, ...]:
    """The keys of one unit, sorted; they rest on the unit alone."""
    found = list(dict.fromkeys(_parts(unit)))[:MOST]
    return tuple(sorted({_number(parts) for parts in found}))


def _parts(unit: Told) -> Iterator[tuple[str, ...]]:
    tops, passing = _tops(unit)
    rare, common = _things(unit)
    rarest, commonest = rare[:_RAREST], common[:_COMMONEST]
    if runs := quoted_runs(unit):
        yield from (("quoted", run) for run in sorted(runs, key=lambda run: (_number((run,)), run))[:_QUOTED])
    yield from (("death", name) for name in dict.fromkeys(filter(None, map(death, unit.deeds))))
    for place, thing in enumerate(rarest):
        for top in tops:
            yield (top, thing)
        if place == 1:
            yield from _together(rarest[:2])
    for top in tops:
        for pair in combinations(sorted(commonest), 2):
            yield (top, *pair)
    for top in passing:
        yield from ((top, thing) for thing in rarest if thing != top)
    yield from _together(rarest)


def _tops(unit: Told) -> tuple[list[str], list[str]]:
    """What is mainly done, as the first of its like words; and what is done in passing."""
    told = [deed for deed in unit.deeds if deed.sort != "frame"]
    mains = [deed for deed in told if deed.main]
    tops = list(dict.fromkeys(map(_top, mains or told)))[:_TOPS]
    passing = dict.fromkeys(_top(deed) for deed in told if mains and not deed.main and deed.meanings)
    return tops, [top for top in passing if top not in tops][:_PASSING]


def _together(things: list[str]) -> Iterator[tuple[str, ...]]:
    yield from combinations(sorted(things), 2)


def _things(unit: Told) -> tuple[list[str], list[str]]:
    """The rare and the common things of a unit, the rarest first: its stems, each as the first of its like words."""
    tops = {deed.meanings[0] for deed in unit.deeds if deed.main and deed.meanings}
    found: dict[str, float] = {}
    for stem, weight, group in zip(unit.stems, unit.weights, unit.meanings, strict=True):
        if group not in tops or not group:
            thing = group or stem
            found[thing] = min(weight, found.get(thing, 1.0))
    ranked = sorted(found, key=lambda thing: (-found[thing], thing))
    return [thing for thing in ranked if found[thing] >= RARE], [t for t in ranked if found[t] < RARE]


def _top(deed: Deed) -> str:
    return deed.meanings[0] if deed.meanings else deed.lemma


def _number(parts: tuple[str, ...]) -> int:
    digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
