"""How alike the arguments of two deeds are: by name, by the head of their words, and by what stands with it.

In: two sides of a predicate. Out: a score in -1..1 and the words for it.

>>> same_name("ann roe", "roe")
True
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from whoseword.across import Argument
from whoseword.sources.names import is_same_spelt, is_short_for

_PRONOUNS = frozenset(
    "i he she it they we you him her them us me who which that this these those one what there someone anyone".split()
)


@lru_cache(maxsize=1 << 16)
def same_name(one: str, other: str) -> bool:
    """Whether two folded names are one, one is a shorter form of the other, or they are two spellings of one."""
    if one == other:
        return True
    parts = (tuple(one.split()), tuple(other.split()))
    return is_short_for(*parts) or is_short_for(parts[1], parts[0]) or is_same_spelt(one, other)


def is_open(side: Argument) -> bool:
    """Whether an argument says nothing of who or what it is: a pronoun that stands for nobody known."""
    return side.name is None and side.head in _PRONOUNS


def likest(one: Sequence[Argument], other: Sequence[Argument]) -> tuple[float, str]:
    """The likeness of the two that are most alike, among all that tell something; 0 where a side is empty."""
    mine = [a for a in one if not is_open(a)]
    theirs = [a for a in other if not is_open(a)]
    if not mine or not theirs:
        return 0.0, "one side is not told"
    score, x, y = max(((alike(x, y), x, y) for x in mine for y in theirs), key=lambda found: found[0])
    both = f"“{x.name or x.head}” and “{y.name or y.head}”"
    return score, f"{both} {'may be' if score > 0 else 'are not'} the same"


def alike(x: Argument, y: Argument) -> float:
    """How alike two arguments are, -1..1: 1 for one name, -1 for two, in between what their words leave open."""
    if x.name and y.name:
        return 1.0 if same_name(x.name, y.name) else -1.0
    if x.name or y.name:
        return _described(x, y) if x.name else _described(y, x)
    shared = any(same_name(mine, theirs) for mine in x.names for theirs in y.names)
    alien = bool(x.names and y.names) and not shared
    base = 0.6 if x.head == y.head else 0.5 if not {*x.meanings}.isdisjoint(y.meanings) else 0.0
    if not base:
        return 0.3 if (x.head in y.words or y.head in x.words) and not alien else -0.5
    if alien:
        return -0.7
    words = [word for word in x.words if word in y.words]
    if x.words and y.words and not words:
        return base - 0.3 + 0.2 * shared
    return min(1.0, base + 0.2 * shared + 0.2 * bool(words))


def _described(named: Argument, other: Argument) -> float:
    """A name against a description: it may hold the name, else it is open whether it means the same."""
    if any(same_name(named.name or "", name) for name in other.names):
        return 0.5
    return 0.3 if other.head == named.head or other.head in named.words else 0.0
