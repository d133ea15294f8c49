"""Pairs of deeds on one matter that stand differently, whether or not their units match: "will leave", "may leave".

In: what was gathered. Out: `Facing`s, the earlier deed first. Two deeds are on one matter where they have a sense of
the word list in common, and what they are done to is one thing: "the guards will stay", "to keep guards". A number
that is said not to change faces what would change it. Reports must speak of some of the same people or places.

>>> [(found.deeds[0].mode, found.deeds[1].mode) for found in facing(gathered)]
[('hypothetical', 'planned')]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from whoseword.across import Argument, Deed, Ref, Told
from whoseword.ledger.eventful import NOBODY, SAYINGS
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.order import days
from whoseword.model import EventMode
from whoseword.statements.trees import Tree

# Names that two reports must have in common.
SHARED_NAMES = 2
APART = 180  # days
# A matter told more often than this in one mode says nothing by one pair more.
MOST = 40
# Groups of like words (en/synonyms.toml) whose thing is what they are done to, also where it does it by itself.
_MOVES = frozenset({"reduce", "increase"})
_THINGS = frozenset("deal ceasefire agree meet discuss fire attack vote elect promise protest".split())
# Of these a noun with its thing right before it is still what happens: "a troop drawdown".
_OF_THINGS = frozenset({"reduce", "increase", "withdraw", "deploy"})
_VAGUE = (SAYINGS - {"remain"}) | {"meet"}
_POSSIBLE = frozenset({"possible", "allow"})
_FIRM = frozenset({"agree", "promise", "decide", "announce"})
_MAY = frozenset({"may", "might", "could"})
_WILL = frozenset({"will", "'ll", "’ll", "shall", "would"})
_IF = frozenset({"if", "unless", "whether", "when", "until"})
_UP = 3  # words from a predicate up to one that may, might or could
_UNCHANGED = "unchanged"
# Whether a date is set is told by `timings.py`.
DATES = frozenset("date timetable timeline timing deadline schedule calendar timeframe".split())


@dataclass(frozen=True, slots=True)
class Facing:
    """Two deeds of two units on one matter: its sense, and the thing of the first."""

    before: Ref
    after: Ref
    deeds: tuple[Deed, Deed]
    sense: str
    thing: Argument


def facing(gathered: Gathered) -> Iterator[Facing]:
    """Every such pair, in order of telling, each pair of units and sense once."""
    matters: defaultdict[tuple[str, str], list[tuple[Ref, Deed, Argument]]] = defaultdict(list)
    told: dict[tuple[str, str, EventMode], int] = defaultdict(int)
    for ref in sorted(gathered.units, key=gathered.place):
        for deed, thing in things_of(gathered.units[ref]):
            if _is_thing(gathered.trees[ref.report], deed, thing):
                continue
            for meant in deed.meanings:
                for head in thing.meanings or (thing.head,):
                    told[meant, head, deed.mode] += 1
                    if told[meant, head, deed.mode] <= MOST:
                        matters[meant, head].append((ref, deed, thing))
    seen: set[tuple[Ref, Ref, str]] = set()
    for (meant, _), found in sorted(matters.items()):
        for (a, x, thing), (b, y, other) in combinations(found, 2):
            if a == b or x.mode == y.mode or (a, b, meant) in seen or not _is_one(thing, other):
                continue
            if a.report == b.report or (have_names(gathered, a, b) and _are_near(gathered, a, b)):
                seen.add((a, b, meant))
                yield Facing(a, b, (x, y), meant, thing)


def things_of(unit: Told) -> Iterator[tuple[Deed, Argument]]:
    """The deeds that say how something stands, each with the thing that they are done to."""
    for deed in unit.deeds:
        is_told = deed.main or bool(deed.frames) or _is_noun(deed)
        if deed.sort == "side" or set(deed.meanings) & _VAGUE or not is_told:
            continue
        things = deed.whom or deed.who
        if things and deed.sort != "frame" and not things[0].name and things[0].head not in DATES | NOBODY:
            yield deed, things[0]
        for amount in unit.amounts:
            if amount.value == _UNCHANGED and any(side.head == amount.of for side in deed.whom):
                thing = next(side for side in deed.whom if side.head == amount.of)
                yield replace(deed, meanings=tuple(sorted(_MOVES)), mode="negated"), thing


def is_sure_of_its_mode(gathered: Gathered, ref: Ref, deed: Deed) -> bool:
    """Whether it is plainly told how a deed stands: as possible or allowed, as what will be, or as a fact.

    Not where something hangs on an "if", nor of a purpose ("a law to curb the fees"), a wish or an order.
    """
    tree, inside = gathered.trees[ref.report], gathered.trees[ref.report].inside(deed.predicate)
    above = _above(tree, inside[-1]) if inside else []
    if any(tree.form(c) in _IF for k in above for c in tree.children(k, "mark", "advmod")):
        return False
    aux = {tree.form(c) for k in above for c in tree.children(k, "aux")}
    if deed.mode == "hypothetical":
        return bool(set(deed.frames) & _POSSIBLE or aux & _MAY)
    if deed.mode == "planned":
        to = bool(above) and bool(tree.children(above[0], "nsubj"))  # headlines: "Bridge to Close"
        return to or bool(set(deed.frames) & _FIRM or aux & _WILL)
    return True


def _above(tree: Tree, k: int) -> list[int]:
    """A word and those that it hangs on, the nearest first."""
    found: list[int] = []
    while k >= 0 and k not in found and len(found) < _UP:
        found.append(k)
        k = tree.words[k].head
    return found


def _is_noun(deed: Deed) -> bool:
    """Whether it is a noun for what happens: "a drawdown" that a change could lead to is told as much as the change."""
    return deed.event is not None and bool(deed.whom)


def _is_thing(tree: Tree, deed: Deed, thing: Argument) -> bool:
    """Whether a noun names a thing and not what happens: "the climate deal" stands, whatever becomes of it."""
    inside = tree.inside(deed.predicate)
    if inside and tree.words[inside[-1]].upos == "VERB":
        return False
    before = thing.span[1] <= deed.predicate[0] and not set(deed.meanings) & _OF_THINGS
    return before or bool(set(deed.meanings) & _THINGS)


def _is_one(x: Argument, y: Argument) -> bool:
    """Whether two things can be one: what stands beside them may be told by one side, but not be another."""
    countries = [{word for word in side.words if " " in word} | set(side.names) for side in (x, y)]
    if countries[0] and countries[1] and not countries[0] & countries[1]:
        return False
    beside = [{word for word in side.words if " " not in word and not word[0].isdigit()} for side in (x, y)]
    return not (beside[0] and beside[1]) or bool(beside[0] & beside[1])


def _are_near(gathered: Gathered, a: Ref, b: Ref) -> bool:
    """Whether two reports are so near in time that a plan of one may be that of the other."""
    one, other = days(gathered.day(a.report)), days(gathered.day(b.report))
    return one is None or other is None or abs((other[0] - one[0]).days) <= APART


def have_names(gathered: Gathered, a: Ref, b: Ref) -> bool:
    """Whether two reports speak of some of the same people or places."""
    return len(gathered.names[a.report] & gathered.names[b.report]) >= SHARED_NAMES
