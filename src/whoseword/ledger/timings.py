"""Whether a date is set: a report leaves one open, and a later one on the same thing has it set or to be set.

In: what was gathered. Out: `Changed` lines of the kind "due", one for each step. Two units are on the same thing where
they share a telling word besides those for dates; a date that is named in passing sets nothing.

>>> [(line.before_words, line.after_words) for line in timings(gathered)]
[('left open: no timetable for the closing was set', 'to be set: the guild will name a date for the closing')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from whoseword.across import Argument, Changed, Deed, Ref, Told
from whoseword.ledger.clauses import clause
from whoseword.ledger.facing import DATES, have_names
from whoseword.ledger.gathered import Gathered

State = Literal["open", "to be set", "set"]
_WORDS: dict[State, str] = {"open": "left open", "to be set": "to be set", "set": "set"}
_SETTING = frozenset("set fix put name give announce establish determine decide agree publish".split())
_UNSURE = frozenset("clear known certain unclear unknown open uncertain undecided".split())
_LATER = frozenset("later".split())
# How rare in news a word must be that makes two units be of one thing.
LEAST_WEIGHT = 0.3
MOST = 110  # letters of each side


def timings(gathered: Gathered) -> Iterator[Changed]:
    """Every step from a date left open to one that is set or to be set, from the latest report that left it open."""
    told = [
        (ref, deed, state)
        for ref in sorted(gathered.units, key=gathered.place)
        for deed in gathered.units[ref].deeds
        if (state := _state(gathered.units[ref], deed)) is not None
    ]
    seen: set[tuple[str, str]] = set()
    for place, (after, deed, state) in enumerate(told):
        opened = [
            (ref, other)
            for ref, other, earlier in told[:place]
            if earlier == "open" and gathered.order(ref, after) == "before" and _is_one(gathered, ref, after)
        ]
        if state != "open" and opened and (after.report, state) not in seen:
            seen.add((after.report, state))
            line = _line(gathered, opened[-1], (after, deed), state)
            yield replace(line, before_units=tuple(ref for ref, _ in reversed(opened)), after_units=(after,))


def _state(unit: Told, deed: Deed) -> State | None:
    """Whether a deed leaves a date open, sets it, or says that it will be set."""
    if not any(_is_date(side) for side in (*deed.whom, *deed.who)):
        return None
    if deed.lemma in _UNSURE:
        return "open" if deed.mode == "negated" or deed.lemma[:2] in {"un", "op"} else None
    if deed.lemma.split()[0] not in _SETTING:
        return None
    if deed.mode in {"negated", "hypothetical"} or _LATER & set(unit.words.casefold().split()):
        return "open"
    return "to be set" if deed.mode == "planned" else "set"


def _is_date(side: Argument) -> bool:
    return side.head in DATES


def _is_one(gathered: Gathered, a: Ref, b: Ref) -> bool:
    one, other = _around(gathered, a), _around(gathered, b)
    shared = {stem for stem in one if stem in other and one[stem] >= LEAST_WEIGHT and " " not in stem}
    dates = {stem for stem in shared if any(word.startswith(stem[:4]) for word in DATES)}
    names = {part[: len(stem)] for stem in shared for name in gathered.names[a.report] for part in name.split()}
    return bool(shared - dates - names) and have_names(gathered, a, b)


def _around(gathered: Gathered, ref: Ref) -> dict[str, float]:
    """The telling words of the sentence that a unit stands in, with how rare each is: it says what the date is of."""
    tree, unit = gathered.trees[ref.report], gathered.units[ref]
    inside = tree.inside(unit.spans[0])
    if not inside:
        return dict(zip(unit.stems, unit.weights, strict=False))
    first, end = tree.sentence(inside[0])
    start, stop = tree.words[first].span[0], tree.words[end - 1].span[1]
    near = (u for r, u in gathered.units.items() if r.report == ref.report and start <= u.spans[0][0] < stop)
    return {stem: weight for u in near for stem, weight in zip(u.stems, u.weights, strict=False)}


def _line(gathered: Gathered, before: tuple[Ref, Deed], after: tuple[Ref, Deed], state: State) -> Changed:
    sides = []
    for (ref, deed), stands in ((before, "open"), (after, state)):
        words = clause(gathered.trees[ref.report], deed.predicate, gathered.called(ref.report), MOST)
        sides.append(f"{_WORDS[stands]}: {words}")  # type: ignore[index]
    thing = next(side for side in (*after[1].whom, *after[1].who) if _is_date(side))
    what = " ".join(gathered.records[after[0].report].report.text[slice(*thing.span)].split())
    why = "a date that an earlier report leaves open is told to be set"
    tellers = f"before {gathered.teller(before[0])}, then {gathered.teller(after[0])}"
    day = gathered.day(after[0].report)
    return Changed("due", "update", what, before[0], after[0], sides[0], sides[1], day, f"{why}; {tellers}")
