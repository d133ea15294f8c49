"""Counts of dead and of injured that moved from one report to the next, where no series of figures has them.

In: what was gathered. Out: `Changed` lines of the kind "number". Two counts are of one event where both are of like
people, of one kind of harm, told within weeks, and where a rare word of their units besides names is the same; among
several such counts of one report none is taken. A smaller count later may be of a part, and makes no line.

>>> [(line.before_words, line.after_words) for line in tolls(gathered)]
[('11 guards', '34 guards')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whoseword.across import Amount, Changed, Ref, Told
from whoseword.ledger.facing import have_names
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.order import days

# How rare a word must be to tell one event from another, how many days and how much growth one count may span; by eye
# on the reports of two wars.
RARE, APART, GROWTH, LEAST = 0.55, 40, 4.0, 3
_HARMS = {"hurt": ("injur", "wound", "hurt"), "dead": ("kill", "dead", "die", "death")}
_HARMED = tuple(stem for stems in _HARMS.values() for stem in stems)
_EXACT = frozenset({"exact", "at-least", "about"})
# Of all whom it befell; "civilians" and "workers" are a part of them. Others come to those told beside them.
_ALL = frozenset({"people", "person", "persons", "victim", "victims"})
_BESIDES = frozenset({"other", "others", "more", "additional"})


@dataclass(frozen=True, slots=True)
class _Toll:
    """One count of harmed people: which harm, the sense of the counted noun, and the rare words around it.

    `part` is the noun itself where it is of a part of the people, else empty.
    """

    ref: Ref
    harm: str
    of: str
    part: str
    amount: Amount
    value: float
    rare: frozenset[str]


def tolls(gathered: Gathered) -> Iterator[Changed]:
    """Each new and greater count, against the latest report before it that has one of the same."""
    found = [toll for ref in sorted(gathered.units, key=gathered.place) for toll in _tolls(gathered, ref)]
    told: set[tuple[str, str, float]] = set()
    for place, toll in enumerate(found):
        before = [other for other in found[:place] if _is_one(gathered, other, toll)]
        if not before or (toll.harm, toll.of, toll.value) in told:
            continue
        told.add((toll.harm, toll.of, toll.value))
        last = before[-1]
        if max(other.value for other in before) < toll.value and len(_of_report(before, last.ref.report)) == 1:
            yield _line(gathered, last, toll)


def _of_report(found: list[_Toll], report: str) -> set[float]:
    return {toll.value for toll in found if toll.ref.report == report}


def _tolls(gathered: Gathered, ref: Ref) -> Iterator[_Toll]:
    """The counts of a unit, if it tells one kind of harm; with one number only, since of two one may be a part."""
    unit = gathered.units[ref]
    harms = {harm for harm, stems in _HARMS.items() if any(stem.startswith(stems) for stem in unit.stems)}
    counted = [(amount, of) for amount in unit.amounts if (of := _people(unit, amount))]
    if len(harms) != 1 or len(counted) != 1:
        return
    amount, of = counted[0]
    if _BESIDES & {*gathered.records[ref.report].report.text[slice(*amount.span)].casefold().split()[1:]}:
        return
    if isinstance(amount.value, float | int) and amount.value >= LEAST and amount.bound in _EXACT:
        part = amount.of if of == "people" and amount.of and amount.of not in _ALL else ""
        yield _Toll(ref, harms.pop(), of, part, amount, float(amount.value), _rare(gathered, unit, amount))


def _people(unit: Told, amount: Amount) -> str | None:
    """The sense of the counted noun where it is of people: a group of like words, else none."""
    sides = (side for deed in unit.deeds for side in (*deed.who, *deed.whom, *deed.also) if side.head == amount.of)
    meanings = {meaning for side in sides for meaning in side.meanings}
    return min(meanings & {"troops", "people", "civilian", "militia"}, default=None)


def _rare(gathered: Gathered, unit: Told, amount: Amount) -> frozenset[str]:
    """Words that tell one event from another: no names, and neither the harm nor those harmed."""
    names = {part for name in gathered.names[unit.ref.report] for part in name.split()}
    both = zip(unit.stems, unit.weights, strict=False)
    rare = {stem for stem, weight in both if weight >= RARE and " " not in stem and not stem[0].isdigit()}
    counted = gathered.records[unit.ref.report].report.text[slice(*amount.span)].casefold()
    plain = (stem for stem in rare if not stem.startswith(_HARMED) and stem not in counted)
    return frozenset(stem for stem in plain if not any(part.startswith(stem) for part in names))


def _is_one(gathered: Gathered, a: _Toll, b: _Toll) -> bool:
    one, other = days(gathered.day(a.ref.report)), days(gathered.day(b.ref.report))
    if one is None or other is None or not 0 < (other[0] - one[0]).days <= APART:
        return False
    alike = (a.harm, a.of, a.part) == (b.harm, b.of, b.part) and bool(a.rare & b.rare)
    return alike and a.value <= b.value <= GROWTH * a.value and have_names(gathered, a.ref, b.ref)


def _line(gathered: Gathered, before: _Toll, after: _Toll) -> Changed:
    words = []
    for toll in (before, after):
        text = gathered.records[toll.ref.report].report.text
        words.append(" ".join(text[slice(*toll.amount.span)].split()))
    tellers = f"before {gathered.teller(before.ref)}, then {gathered.teller(after.ref)}"
    what = {"hurt": "injured", "dead": "dead"}[after.harm]
    why = f"a later report gives another number: both can have been so on their day; {tellers}"
    day = gathered.day(after.ref.report)
    return Changed("number", "update", f"{after.of}: {what}", before.ref, after.ref, words[0], words[1], day, why)
