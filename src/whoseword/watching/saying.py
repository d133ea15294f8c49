"""What is new, and a watch -> the new units that say what is watched, and the claims that these belong to.

A unit says a phrase that has all its words; a claim, that claims the same by `claims/match.py` or has nearly all its
words. A unit says it too that claims the same in other words as such a unit: by that match, and in one claim with it.
Of a report that surely says it nowhere, the unit with most of the words is taken, if it has a good part of them.

    found = sayings(connection, wanted, news)
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from whoseword.across import Ref, Told
from whoseword.claims.match import TOO_LITTLE, compared
from whoseword.claims.sameness import clashing
from whoseword.lexicon import Lexicon
from whoseword.store.tracing import traced
from whoseword.store.views import searched_stems
from whoseword.watching.news import News
from whoseword.watching.passing import in_passing
from whoseword.watching.standing import Claims, around
from whoseword.watching.wanted import LEAST, NEAR, SAYS, Spoken, Wanted, spoken_in

# Words that a name has at least, of one who is watched by name.
LEAST_NAMED = 2
# Units that are looked up for a watched claim, wherever in the store they stand.
UNITS = 40
# What keeps units with the same words from being one claim, and yet makes no other claim of them for who watches it:
# "will pull out" is said of "pulls out"; that somebody denies it is told; and that one of them tells more.
_NO_OTHER_CLAIM = frozenset(
    {
        None,
        clashing("mode"),
        clashing("act"),
        clashing("denied"),
        TOO_LITTLE,
    }
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A new unit that says what is watched.

    `contrary`: it denies it, or says that it is not so. `passing`: it mainly tells something else. `near`: it has a
    good part of the words, and whether it says it is not known.
    """

    unit: Told
    contrary: bool = False
    passing: bool = False
    near: bool = False


def sayings(
    connection: Connection, wanted: Sequence[Wanted], news: News, lexicon: Lexicon
) -> dict[int, tuple[list[Saying], Claims]]:
    """For each watch, by its number, the new units that say it, in order, and the claims of these."""
    told = {unit.ref: unit for unit in (*news.units.values(), *news.older.values())}
    direct = {each.watch.number: _direct(each, news) for each in wanted}
    reached = {each.watch.number: _reached(each, direct[each.watch.number], news) for each in wanted}
    for each in wanted:
        if not each.is_phrase and any(news.is_new(ref) for ref in direct[each.watch.number]):
            earlier = _earlier(connection, each, lexicon)
            told |= earlier
            direct[each.watch.number] |= earlier.keys()
    asked = {ref for found in (*direct.values(), *reached.values()) for ref in found}
    together = around(connection, asked, news, lexicon)
    found: dict[int, tuple[list[Saying], Claims]] = {}
    for each in wanted:
        passing = _passing(each, news)
        saying = direct[each.watch.number] - passing
        claims = together.of_watch(each, {ref for ref in saying if not is_contrary(each, told[ref])})
        more = {ref for ref in reached[each.watch.number] if ref in claims.of} - passing
        units = sorted((told[ref] for ref in saying | more | passing if news.is_new(ref)), key=lambda unit: unit.ref)
        sure = [Saying(unit, is_contrary(each, unit), unit.ref in passing) for unit in innermost(units, news)]
        close = _near(each, news, {unit.ref.report for unit in units})
        found[each.watch.number] = ([*sure, *(Saying(unit, near=True) for unit in close)], claims)
    return found


def _near(wanted: Wanted, news: News, besides: Collection[str]) -> list[Told]:
    """Of each other new report the unit that comes nearest to saying a watched claim, if it comes near."""
    best: dict[str, tuple[float, int, Told]] = {}
    for row in () if wanted.is_phrase else news.sharing(wanted):
        unit = news.units[row]
        ranked = (wanted.nearness(unit), -unit.spans[0][0], unit)
        if (
            ranked[0] >= NEAR
            and unit.ref.report not in besides
            and ranked[:2] > best.get(unit.ref.report, (0.0, 0))[:2]
        ):
            best[unit.ref.report] = ranked
    return [unit for *_, unit in best.values()]


def _direct(wanted: Wanted, news: News) -> set[Ref]:
    """The units that say what is watched."""
    if wanted.is_phrase:
        # The name of a source need not stand among the words of its unit.
        return {unit.ref for row, unit in news.units.items() if says(wanted, unit, news.spoken[row])}
    rows = news.sharing(wanted)
    new = {news.units[row].ref for row in rows if says(wanted, news.units[row], news.spoken[row])}
    return new | {unit.ref for unit in news.older.values() if says(wanted, unit, spoken_in([unit]))}


def _reached(wanted: Wanted, direct: set[Ref], news: News) -> set[Ref]:
    """The new units that were found to claim the same as one of those, in other words."""
    if wanted.is_phrase:
        return set()
    rows = [row for row, unit in (*news.units.items(), *news.older.items()) if unit.ref in direct]
    return {news.units[other].ref for row in rows for other in news.same.get(row, ()) if other in news.units} - direct


def _passing(wanted: Wanted, news: News) -> set[Ref]:
    """The new units that tell a watched claim beside something else."""
    if wanted.is_phrase:
        return set()
    rows = news.sharing(wanted)
    return {news.units[row].ref for row in rows if in_passing(wanted, news.units[row], news.spoken[row])}


def _earlier(connection: Connection, wanted: Wanted, lexicon: Lexicon) -> dict[Ref, Told]:
    """The units anywhere in the store that say a watched claim, as far as the first so many that are found."""
    found = traced(connection, wanted.watch.words, lexicon, UNITS)
    return {unit.ref: unit for unit, _ in found if says(wanted, unit, spoken_in([unit]))}


def says(wanted: Wanted, unit: Told, spoken: Spoken) -> bool:
    """Whether a unit says what is watched: a phrase with all its words, a claim by what it claims or nearly all of it.

    A claim is compared as if its words stood in a report of the same day.
    """
    share = wanted.said_in(spoken)
    if wanted.is_phrase:
        return (share >= 1 and wanted.place_in(unit.words) is not None) or names_speaker(wanted, unit)
    if share < LEAST:
        return False
    if wanted.told is None:
        return share >= SAYS
    found = compared(replace(wanted.told, day=unit.day), unit)
    against = next((reason.words for reason in found.reasons if reason.feature == "same" and reason.score < 0), None)
    return found.grade == "same" or (share >= SAYS and found.grade == "matter" and against in _NO_OTHER_CLAIM)


def names_speaker(wanted: Wanted, unit: Told) -> bool:
    """Whether a phrase is what the source of a unit is called there: who watches a name is told what they say."""
    source = unit.end.source if unit.end else None
    # One word ("Israel") may be any of many, and would tell all that they ever say.
    if source is None or len(wanted.words) < LEAST_NAMED:
        return False
    called = frozenset(searched_stems(source.called).split())
    return source.named and wanted.share(called) >= 1


def is_contrary(wanted: Wanted, unit: Told) -> bool:
    """Whether it says the opposite of a watched claim; a phrase has none."""
    return not wanted.is_phrase and (unit.act == "denial") ^ unit.negated ^ wanted.negated


def innermost(units: Sequence[Told], news: News) -> list[Told]:
    """Without units that another of the same report makes needless.

    These are one that only tells what another says, one in the author's own voice beside one with a source, and one in
    the title beside one in the text.
    """
    inside = {(unit.ref.report, unit.end.inside) for unit in units if unit.end and unit.end.inside}
    kept = [unit for unit in units if (unit.ref.report, unit.statement or "") not in inside]
    for is_less in (lambda unit: _is_head(unit, news), _is_unsourced):
        best = {unit.ref.report for unit in kept if not is_less(unit)}
        kept = [unit for unit in kept if unit.ref.report not in best or not is_less(unit)]
    return kept


def _is_head(unit: Told, news: News) -> bool:
    start = unit.spans[0][0]
    return any(first <= start < end for first, end in news.versions[unit.ref.report].heads)


def _is_unsourced(unit: Told) -> bool:
    return unit.end is None or unit.end.kind == "author"
