"""Which events of which reports are one and the same: the groups that the timeline has its entries from.

In: what was gathered. Out: groups of `Happening`s. Two events are joined inside a report where word, people and dates
agree, and across reports only where two units that claim the same hold them. Of two dates that do not meet, and of an
event that one side negates, no group is made.

>>> [[str(happening.ref) for happening in group] for group in retold(gathered)]
[['3f2a90c41b77/09ab12cd34ef', '8c11d2e0aa42/77f01b6c9d3e']]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from whoseword.across import Argument, Deed, Match, Ref
from whoseword.claims.likeness import same_name
from whoseword.ledger.clauses import clause
from whoseword.ledger.gathered import UNDATED, Gathered
from whoseword.ledger.happening import Happening, happenings_of, holds
from whoseword.ledger.order import days, meet
from whoseword.ledger.sameday import same_day
from whoseword.sources.names import is_same_spelt

# Names that two units must share before an event that names nobody beside its own word is joined to another.
SHARED_NAMES = 2
# The share of words (the feature "wording" of the match) that two units must have in common; found by eye on a story of
# many attacks, where "the attack on the base" is one of several.
LEAST_DATED, LEAST_UNDATED, LEAST_OLD = 0.25, 0.5, 0.55
COPIED = 6  # telling words
OLD = 60  # days
CLOCKS = 1  # days by which the date of a death differs between two ends of the world
_DEATH = frozenset({"kill", "die"})  # groups of like words in en/synonyms.toml

_RANKS = frozenset(
    "general gen maj major brig brigadier lt lieutenant col colonel capt captain sgt adm admiral".split()
)


def retold(gathered: Gathered) -> tuple[tuple[Happening, ...], ...]:
    """Groups of events that are one, each in order of telling; an event that stands alone is a group of one."""
    happenings = happenings_of(gathered)
    groups = _Groups(happenings)
    for a, b in _inside(happenings):
        groups.join(a, b)
    for a, b in _once(happenings):
        groups.join(a, b, clocks=CLOCKS)
    for a, b in (*_across(gathered, happenings), *same_day(gathered, happenings.values())):
        groups.join(a, b)
    return groups.all(gathered)


def clearest(gathered: Gathered, group: Sequence[Happening]) -> Happening:
    """The event that says most by itself: one that names who and whom goes first, then the earliest."""

    def unclear(happening: Happening) -> tuple[int, int, tuple[str, str, int, str]]:
        sides = (happening.deed.who, happening.deed.whom)
        named = sum(any(argument.name for argument in side) for side in sides)
        return -named, -sum(bool(side) for side in sides), place(gathered, happening)

    return min(group, key=unclear)


def words_of(gathered: Gathered, happening: Happening) -> str:
    """The clause that tells an event, with the names behind its pronouns."""
    deed, report = happening.deed, happening.ref.report
    sides = deed.who or deed.whom
    who = sides[0].span if sides and sides[0].span != deed.predicate else None
    return clause(gathered.trees[report], deed.predicate, gathered.called(report), who=who)


def place(gathered: Gathered, happening: Happening) -> tuple[str, str, int, str]:
    """Where an event stands in the order of reports, and there in its text."""
    day, report = gathered.day(happening.ref.report) or UNDATED, happening.ref.report
    return day, report, happening.deed.predicate[0], happening.ref.part


def _inside(happenings: dict[Ref, Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of one report that are one event."""
    by_report: dict[str, list[Happening]] = {}
    for ref in sorted(happenings):
        by_report.setdefault(ref.report, []).append(happenings[ref])
    for told in by_report.values():
        for a, b in combinations(told, 2):
            if _is_means(a, b) or _is_means(b, a) or _is_same_inside(a, b):
                yield a, b


def _is_means(a: Happening, b: Happening) -> bool:
    """Whether `b` is only by what `a` was done: "killed by a drone strike"."""
    one_kind = a.deed.category is not None and a.deed.category == b.deed.category
    return one_kind and any(holds(side.span, b.deed.predicate) for side in a.deed.who)


def _is_same_inside(a: Happening, b: Happening) -> bool:
    """One word, and one who or whom that agrees: the article tells it twice."""
    if a.deed.lemma != b.deed.lemma or a.deed.mode != b.deed.mode or _clash(a.deed, b.deed):
        return False
    whom, who = _agree(a.deed.whom, b.deed.whom), _agree(a.deed.who, b.deed.who)
    if whom:
        return who or not (a.deed.who and b.deed.who)
    return who and not (a.deed.whom or b.deed.whom)


def _across(gathered: Gathered, happenings: dict[Ref, Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of two reports that are one event, the surest first."""
    held: dict[Ref, list[Happening]] = {}
    for ref in sorted(happenings):
        for unit in happenings[ref].units:
            held.setdefault(unit, []).append(happenings[ref])
    for match in sorted(gathered.matches, key=lambda match: (-match.score, match.a, match.b)):
        if match.a.report == match.b.report or not (match.grade == "same" or _is_copied(gathered, match)):
            continue
        close = next((reason.score for reason in match.reasons if reason.feature == "wording"), 1.0)
        for a in held.get(match.a, ()):
            for b in held.get(match.b, ()):
                if close >= _least_wording(gathered, a, b) and _is_same_across(a, b):
                    yield a, b


def _is_copied(gathered: Gathered, match: Match) -> bool:
    """Whether both units stand in the same words: then they tell the same, whatever days they were counted from."""
    a, b = gathered.units[match.a], gathered.units[match.b]
    return a.stems == b.stems and len(a.stems) >= COPIED


def _least_wording(gathered: Gathered, a: Happening, b: Happening) -> float:
    """How much of their words two units must share: little where both date the event, much where it may be another."""
    if a.deed.begin and b.deed.begin:
        return LEAST_DATED
    return LEAST_OLD if _is_old(gathered, a, b) or _is_old(gathered, b, a) else LEAST_UNDATED


def _is_far(a: Happening, b: Happening) -> bool:
    """Whether two reports are so far apart that what both tell without a date is likely to be of two seasons."""
    if a.deed.begin or b.deed.begin:
        return False
    one, other = days(a.day), days(b.day)
    return one is not None and other is not None and abs((other[0] - one[0]).days) > OLD


def _is_later(a: Happening, b: Happening) -> bool:
    """Whether `a` is dated after the report that has `b` as done: that report cannot tell of it."""
    begin, told = days(a.deed.begin), days(b.day)
    return b.deed.mode == "actual" and begin is not None and told is not None and begin[0] > told[1]


def _is_old(gathered: Gathered, a: Happening, b: Happening) -> bool:
    """Whether `a` is dated long before the report that tells `b` without a date: reports mostly tell what is near."""
    end, told = days(a.deed.end), days(gathered.day(b.ref.report))
    return b.deed.begin is None and end is not None and told is not None and (told[0] - end[0]).days > OLD


def _is_same_across(a: Happening, b: Happening) -> bool:
    """One word, one sense or one kind of act, and people that agree; without people, names that the units share."""
    one_word = a.deed.lemma == b.deed.lemma or bool(set(a.deed.meanings) & set(b.deed.meanings))
    one_kind = a.deed.category is not None and a.deed.category == b.deed.category
    if not (one_word or one_kind) or _clash(a.deed, b.deed):
        return False
    if one_word and _agree(a.deed.whom, b.deed.whom):
        return True
    if _share(a.deed.whom, b.deed.whom):
        return True
    # What one does to another is known by that other: who attacks, attacks many times.
    bare = not (a.deed.whom and b.deed.whom) and "side" not in {a.deed.sort, b.deed.sort}
    agree = _agree(a.deed.who, b.deed.who) or len(a.names & b.names) >= SHARED_NAMES
    return one_word and bare and agree


def _once(happenings: dict[Ref, Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Deaths of one named person: nobody dies twice, so that no match of the units is needed."""
    dead: dict[str, list[tuple[str, Happening]]] = {}
    for ref in sorted(happenings):
        happening = happenings[ref]
        for name in _dead(happening):
            dead.setdefault(name.split()[-1], []).append((name, happening))
    for found in dead.values():
        for (name, a), (other, b) in combinations(found, 2):
            if is_one_name(name, other) and _happened(a, b) and _share_more(name, other, a, b):
                yield a, b


def _happened(a: Happening, b: Happening) -> bool:
    """Whether one is told as having happened, and the other too, or dated before its report."""
    sure = [happening.deed.mode == "actual" for happening in (a, b)]
    return any(sure) and all(known or h.is_doubtful for known, h in zip(sure, (a, b), strict=True))


def _dead(happening: Happening) -> set[str]:
    """The named people whose death an event is."""
    deed = happening.deed
    if not _DEATH & set(deed.meanings):
        return set()
    return _named(deed.whom)


def _share_more(name: str, other: str, a: Happening, b: Happening) -> bool:
    """A family name alone is known again only where the units name somebody or something else in common."""
    full = len(name.split()) > 1 and len(other.split()) > 1
    return full or bool((a.names & b.names) - {name, other})


def _clash(a: Deed, b: Deed, clocks: int = 0) -> bool:
    """Whether something speaks against one event: dates, places, people, or that one side says it was not.

    Who did it is told in many ways ("the raid", "the canton", its premier): where both name one to whom it was done,
    only that counts.
    """
    if (a.mode == "negated") != (b.mode == "negated") or not meet(_wide(a, clocks), (b.begin, b.end)):
        return True
    places = bool(a.places and b.places) and not set(a.places) & set(b.places)
    return places or _differ(a.whom, b.whom) or (_differ(a.who, b.who) and not _share(a.whom, b.whom))


def _wide(deed: Deed, clocks: int) -> tuple[str | None, str | None]:
    """The dates of a deed with so many days more at either end."""
    begin, end = days(deed.begin), days(deed.end)
    if not clocks or begin is None or end is None:
        return deed.begin, deed.end
    more = timedelta(days=clocks)
    return (begin[0] - more).isoformat(), (end[0] + more).isoformat()


def _named(side: Sequence[Argument]) -> set[str]:
    return {argument.name for argument in side if argument.name}


def _agree(a: Sequence[Argument], b: Sequence[Argument]) -> bool:
    """Whether two sides share a name, or without names a head word with what stands beside it."""
    return _share(a, b) or (not _differ(a, b) and any(_is_alike(x, y) for x in a for y in b))


def _is_alike(x: Argument, y: Argument) -> bool:
    """One head, and a word beside it in common if both have one: "38 people" are not "67 people"."""
    return x.head == y.head and (bool(set(x.words) & set(y.words)) or not (x.words and y.words))


def _share(a: Sequence[Argument], b: Sequence[Argument]) -> bool:
    """Whether both sides name the same, in full, in short or in another spelling."""
    return any(is_one_name(x, y) for x in _named(a) for y in _named(b))


def is_one_name(one: str, other: str) -> bool:
    """Whether two folded names are one: equal, one short for the other, or one in two spellings; ranks do not count."""
    one, other = (" ".join(part for part in name.split() if part not in _RANKS) or name for name in (one, other))
    return same_name(one, other) or is_same_spelt(one, other)


def _differ(a: Sequence[Argument], b: Sequence[Argument]) -> bool:
    """Whether both sides name somebody, and nobody is named by both."""
    return bool(_named(a)) and bool(_named(b)) and not _share(a, b)


class _Groups:
    """Groups that grow while nothing in them clashes. Both ends of a pair keep their whole groups."""

    def __init__(self, happenings: dict[Ref, Happening]) -> None:
        self._group = {ref: [happening] for ref, happening in happenings.items()}

    def join(self, a: Happening, b: Happening, *, clocks: int = 0) -> None:
        """Joins the groups of two events, unless any two members clash: dates and people do not pass on by chains.

        `clocks`: days by which two dates may miss each other.
        """
        one, other = self._group[a.ref], self._group[b.ref]
        if one is other or any(
            _clash(x.deed, y.deed, clocks) or _is_later(x, y) or _is_later(y, x) or (not clocks and _is_far(x, y))
            for x in one
            for y in other
        ):
            return
        one.extend(other)
        for happening in other:
            self._group[happening.ref] = one

    def all(self, gathered: Gathered) -> tuple[tuple[Happening, ...], ...]:
        """The groups in order of their first telling."""

        def order(happening: Happening) -> tuple[str, str, int, str]:
            return place(gathered, happening)

        groups = {id(group): tuple(sorted(group, key=order)) for group in self._group.values()}
        return tuple(sorted(groups.values(), key=lambda group: order(group[0])))
