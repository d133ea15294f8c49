"""A unit of telling -> its blocking keys: two units that claim the same should share one, and few others should.

In: a `Told`. Out: at most `MOST` numbers of 63 bits. A key is two of the rarest things that a unit tells of, each the
group of like words of its stem, or the stem; a death has the name of the one who died, and a quotation those two of its
runs of six words whose numbers are the smallest (Broder 1997, On the Resemblance and Containment of Documents). How
rare a thing is comes from the table that ships, so that the keys of a unit never change with what is in a store
(standard blocking after Christen 2012, Data Matching, chapter 4).

>>> len(keys(unit)) <= MOST
True
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from itertools import combinations

from whoseword.across import Told
from whoseword.claims.once import death
from whoseword.claims.sameness import quoted_runs

MOST = 32
# So many of the rarest things are put together two by two, if the two are so rare together.
RAREST, LEAST_TOGETHER = 10, 0.6
# A word that tells little is as rare as this part of what it counts where all words do; a rare one of another sort,
# such as a part of the name behind "he", is so rare.
_COMMON, _OTHER, _OTHER_WEIGHT = 0.2, 0.5, 0.9
_QUOTED = 2


def keys(unit: Told) -> tuple[int, ...]:
    """The keys of one unit, sorted; they rest on the unit alone."""
    found = list(dict.fromkeys(_parts(unit)))[:MOST]
    return tuple(sorted({_number(parts) for parts in found}))


def _parts(unit: Told) -> Iterator[tuple[str, ...]]:
    if runs := quoted_runs(unit):
        yield from (("quoted", run) for run in sorted(runs, key=lambda run: (_number((run,)), run))[:_QUOTED])
    yield from (("death", name) for name in dict.fromkeys(filter(None, map(death, unit.deeds))))
    rare = _things(unit)
    together = [(rare[one] + rare[other], (one, other)) for one, other in combinations(sorted(rare), 2)]
    yield from (pair for both, pair in sorted(together, key=lambda each: (-each[0], each[1])) if both >= LEAST_TOGETHER)


def _things(unit: Told) -> dict[str, float]:
    """The rarest things of a unit with how rare each is: its stems, each as its group of like words."""
    rarity = dict(zip(unit.stems, unit.weights, strict=True))
    groups = dict(zip(unit.stems, unit.meanings, strict=True))
    found: dict[str, float] = {}
    for term, weight in zip(unit.terms, unit.term_weights, strict=True):
        thing, rare = groups.get(term) or term, rarity.get(term)
        if rare is None:
            rare = _OTHER if weight >= _OTHER_WEIGHT else _COMMON * weight
        found[thing] = max(rare, found.get(thing, 0.0))
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0]))[:RAREST])


def _number(parts: tuple[str, ...]) -> int:
    digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
