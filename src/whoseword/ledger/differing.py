"""Where two units tell of one matter and differ, turned so that the earlier report stands first.

In: what was gathered. Out: a `Differing` for every difference of a match whose two predicates are alike and have
somebody or something in common. Where no order is known, that of the reports' ids takes its place; `order` says so.

>>> [(found.difference.before, found.difference.after) for found in differing(gathered)]
[('may', 'will')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whoseword.across import Argument, Deed, Difference, Match, Ref
from whoseword.claims.likeness import same_name
from whoseword.ledger.facing import Facing, facing
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.order import Order
from whoseword.model import EventMode

NEAR = 25  # letters
_NO_PLAN = re.compile(r"\bno (?:\w+ )?plans? to $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Differing:
    """One difference between two units, `before` in the earlier report. `inside`: both stand in one report.

    `deeds` are the two predicates, `modes` how they stand, `shared` what both have in common: a name, else the head of
    the words. `matter` is that with the sense of the predicates: the differences of one matter are told together.
    `faced`: the two units were set against each other for their matter, without a match.
    """

    before: Ref
    after: Ref
    match: Match
    difference: Difference
    order: Order
    inside: bool
    deeds: tuple[Deed, Deed]
    modes: tuple[EventMode, EventMode]
    shared: Argument
    matter: tuple[str, str]
    faced: bool = False


def differing(gathered: Gathered) -> Iterator[Differing]:
    """Every difference of every match, in order of the later unit, then of the earlier one."""
    turned = [_in_order(gathered, match) for match in gathered.matches if match.differences]
    for before, after, match in sorted(turned, key=lambda one: (gathered.place(one[1]), gathered.place(one[0]))):
        for difference in match.differences:
            given = difference if before == match.a else swapped(difference)
            found = _differing(gathered, (before, after), match, given)
            if found is not None:
                yield found
    for pair in facing(gathered):
        yield _faced(gathered, pair)


def _in_order(gathered: Gathered, match: Match) -> tuple[Ref, Ref, Match]:
    before, after = sorted((match.a, match.b), key=gathered.place)
    return before, after, match


def _faced(gathered: Gathered, pair: Facing) -> Differing:
    """Two deeds on one matter whose units were not matched: nothing is known of how alike their words are."""
    refs, deeds = (pair.before, pair.after), pair.deeds
    spans = (deeds[0].predicate, deeds[1].predicate)
    modes = (_mode(gathered, refs[0], deeds[0]), _mode(gathered, refs[1], deeds[1]))
    difference = Difference("polarity" if "negated" in modes else "modality", "", "", spans)
    match = Match(*refs, "matter", 0.0, (), (difference,))
    inside = pair.before.report == pair.after.report
    matter = (pair.sense, _head(pair.thing))
    order = gathered.order(*refs)
    return Differing(*refs, match, difference, order, inside, deeds, modes, pair.thing, matter, faced=True)


def swapped(difference: Difference) -> Difference:
    """The same difference seen from the other side."""
    return Difference(difference.kind, difference.after, difference.before, difference.spans[::-1])


def _differing(gathered: Gathered, refs: tuple[Ref, Ref], match: Match, difference: Difference) -> Differing | None:
    before, after = refs
    deeds = _deeds(gathered, refs, difference)
    meant = sense(*deeds) if deeds else None
    shared = in_common(*deeds) if deeds else None
    if deeds is None or meant is None or shared is None:
        return None
    matter = (meant, _head(shared))
    inside = before.report == after.report
    modes = (_mode(gathered, before, deeds[0]), _mode(gathered, after, deeds[1]))
    return Differing(before, after, match, difference, gathered.order(*refs), inside, deeds, modes, shared, matter)


def _mode(gathered: Gathered, ref: Ref, deed: Deed) -> EventMode:
    """How a predicate stands; of a plan that somebody denies to have ("is not being discussed") that it is not so."""
    text = gathered.records[ref.report].report.text
    if deed.mode == "planned" and _NO_PLAN.search(text, max(0, deed.predicate[0] - NEAR), deed.predicate[0]):
        return "negated"
    denied = (c.what for c in gathered.records[ref.report].commitments if c.status == "denied")
    if deed.mode != "actual" and any(start <= deed.predicate[0] < end for start, end in denied):
        return "negated"
    return deed.mode


def _deeds(gathered: Gathered, refs: tuple[Ref, Ref], difference: Difference) -> tuple[Deed, Deed] | None:
    """The two predicates: those at the spans of the difference, else the two that are most alike."""
    one, other = (gathered.units[ref].deeds for ref in refs)
    x = next((deed for deed in one if deed.predicate == difference.spans[0]), None)
    y = next((deed for deed in other if deed.predicate == difference.spans[1]), None)
    if x is not None and y is not None:
        return x, y
    pairs = [(x, y) for x in one for y in other if sense(x, y) and in_common(x, y)]
    return max(pairs, key=lambda pair: pair[0].main + pair[1].main, default=None)


def sense(x: Deed, y: Deed) -> str | None:
    """The group of like words of both predicates, else their one word; None where they are neither."""
    shared = sorted(set(x.meanings) & set(y.meanings))
    return shared[0] if shared else x.lemma if x.lemma == y.lemma else None


def in_common(x: Deed, y: Deed) -> Argument | None:
    """What two predicates have in common: one to whom it is done, else one who does it, else any; names first."""
    for one, other in ((x.whom, y.whom), (x.who, y.who), (_all(x), _all(y))):
        found = common(one, other)
        if found is not None:
            return found
    return None


def _all(deed: Deed) -> tuple[Argument, ...]:
    return (*deed.whom, *deed.who, *deed.also)


def common(one: Sequence[Argument], other: Sequence[Argument]) -> Argument | None:
    """What two sides have in common, as the first has it: a name, else a head of one sense."""
    for a in one:
        if a.name and any(b.name and same_name(a.name, b.name) for b in other):
            return a
    for a in one:
        if not a.name and any(not b.name and _is_like(a, b) for b in other):
            return a
    return None


def _is_like(a: Argument, b: Argument) -> bool:
    """One head or sense, and no two countries beside them: "US troops" are not "Iraqi troops"."""
    countries = [{word for word in side.words if " " in word} for side in (a, b)]
    if countries[0] and countries[1] and not countries[0] & countries[1]:
        return False
    if a.head in _EMPTY or a.head == b.head:
        return a.head not in _EMPTY
    # "The regime" and "the administration" mean nearly the same, and are two; "combat forces" are "combat troops".
    beside = bool(set(a.words) & set(b.words)) or not (a.words or b.words)
    return beside and bool(set(a.meanings) & set(b.meanings))


def _head(argument: Argument) -> str:
    if argument.name:
        return argument.name.split()[-1]
    return argument.meanings[0] if argument.meanings else argument.head


def matters(deed: Deed) -> Iterator[tuple[str, str]]:
    """Every matter that a deed may be of: each of its senses with each of its arguments."""
    for argument in _all(deed):
        for meant in (*deed.meanings, deed.lemma):
            yield meant, _head(argument)


def named_in_both(one: Sequence[Argument], other: Sequence[Argument]) -> bool:
    """Whether both sides name the same."""
    found = common(one, other)
    return found is not None and found.name is not None


def agree(one: Sequence[Argument], other: Sequence[Argument]) -> bool:
    """Whether one side tells nobody, or both have one in common."""
    return not one or not other or common(one, other) is not None


_EMPTY = frozenset("i he she it they we you him her them us me who which that this these those one what there".split())
