"""Events of one day that are one, told by reports whose sentences have too little else in common to match.

In: what was gathered, and the events. Out: pairs of them. The same ones who do the same on one exact day do it once,
and an attack in one city on one day is one attack, where two outlets name enough of the same and neither calls it
another.

>>> [(a.ref.report, b.ref.report) for a, b in same_day(gathered, happenings)]
[('3f2a90c41b77', '8c11d2e0aa42')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from whoseword.across import Argument
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.happening import Happening
from whoseword.ledger.order import days

# Names that two reports must have in common to tell of one day in one place.
NAMES = 3
# A city is told with its country; the country alone is too wide for "the attack".
PLACES = 2
_ANOTHER = frozenset("another other second third fourth further separate new".split())
_WHOEVER = frozenset("he she it they we you i who that this one some others man woman people officials police".split())


def same_day(gathered: Gathered, happenings: Iterable[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of reports of two outlets, in the order of their references."""
    by_day: dict[str, list[Happening]] = {}
    for happening in sorted(happenings, key=lambda happening: happening.ref):
        if happening.is_event and _is_exact(happening) and not _is_another(gathered, happening):
            by_day.setdefault(happening.deed.begin or "", []).append(happening)
    for found in by_day.values():
        for a, b in combinations(found, 2):
            if _are_near(gathered, a, b) and _is_one(gathered, a, b):
                yield a, b


def _is_exact(happening: Happening) -> bool:
    begin, end = days(happening.deed.begin), days(happening.deed.end)
    return begin is not None and end is not None and (end[0] - begin[0]).days == 1


def _is_another(gathered: Gathered, happening: Happening) -> bool:
    """Whether it is told as one more of its kind: "a second attack"."""
    tree = gathered.trees[happening.ref.report]
    inside = tree.inside(happening.deed.predicate)
    return any(tree.form(c) in _ANOTHER for k in inside for c in tree.children(k, "amod", "det"))


def _is_one(gathered: Gathered, a: Happening, b: Happening) -> bool:
    x, y = a.deed, b.deed
    if x.mode != y.mode or not (x.lemma == y.lemma or set(x.meanings) & set(y.meanings)):
        return False
    whom = _one_of(x.whom, y.whom)
    if "side" in {x.sort, y.sort}:
        # What stands before a noun ("car bomb attack") is nobody whom it befell.
        nouns = all(_is_noun(gathered, happening) for happening in (a, b))
        return len(set(x.places) & set(y.places)) >= PLACES and (whom or nouns)
    one_sided = x.lemma == y.lemma and not (x.whom and y.whom)
    return _one_of(x.who, y.who) and (whom or one_sided)


def _is_noun(gathered: Gathered, happening: Happening) -> bool:
    tree = gathered.trees[happening.ref.report]
    inside = tree.inside(happening.deed.predicate)
    return bool(inside) and tree.words[inside[-1]].upos == "NOUN"


def _one_of(a: Iterable[Argument], b: Iterable[Argument]) -> bool:
    """Whether two sides have a head in common, with a name where one has a name."""
    return any(x.head == y.head and x.name == y.name and x.head not in _WHOEVER for x in a for y in b)


def _are_near(gathered: Gathered, a: Happening, b: Happening) -> bool:
    """Whether two outlets tell it that name the same: what one prints again and again may be its captions."""
    if gathered.outlet(a.ref) == gathered.outlet(b.ref):
        return False
    return len(gathered.names[a.ref.report] & gathered.names[b.ref.report]) >= NAMES
