"""Whether a difference between two units is worth a line: what kind of change it is, and its two sides as values.

In: a `Differing`, and what was gathered. Out: a `Weighed`, or None where the difference tells a reader nothing. Two
units that only share a matter must have their main predicates and their people in common; one of which just the words
differ must be of somebody named.

>>> weigh(gathered, happened_first(gathered), found).before
'planned'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whoseword.across import Amount, Argument, ChangeKind, Deed, Ref
from whoseword.ledger.differing import Differing, agree, common, matters, named_in_both
from whoseword.ledger.facing import is_sure_of_its_mode
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.order import days, meet
from whoseword.ledger.outright import is_order, is_outright
from whoseword.model import EventMode

# How sure a match must be before its difference is told, by its features; found by eye on the reports of two stories.
# A step from what was planned to what is done may be told in few common words, a wish and what came of it not.
LEAST_ARGUMENTS = 0.5
LEAST_WORDING, LEAST_WORDING_OF_WISHES, LEAST_WORDING_OF_DENIED_PLANS = 0.3, 0.45, 0.2
LEAST_WORDING_IN_PASSING = 0.6
LEAST_INSIDE = 0.6
OLD = 90  # days
APART_PLANS = 180  # days
APART, SMALL, MOST_GROWTH = 45, 10, 4  # days between two counts, the least, and how often it may be in the other
LONGEST = 31  # days: a longer time dates nothing so exactly that another could differ from it
_ROOT = 4  # letters by which "withdrawal" and "withdraw" are one word
_STRENGTH: dict[EventMode, int] = {"hypothetical": 0, "planned": 1, "actual": 2}
_VALUES: dict[EventMode, str] = {
    "hypothetical": "possible or wanted", "planned": "to come", "actual": "has happened", "negated": "is not so",
}  # fmt: skip
# Of one named person these happen once, so that two dates of them are two accounts of one day.
_ONCE = frozenset({"kill", "die"})
# Verbs that say too little by themselves to be denied or foreseen.
_LIGHT = frozenset(
    "result carry cause lead include mean use seek support take keep make give get put bring hold do have".split()
) | {"carry out"}
_PALE = frozenset({"take", "make", "get", "do", "have", "give"})

Happened = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A change: its kind, its two sides in words, and as keys by which an echo is known."""

    kind: ChangeKind
    before: str
    after: str
    before_key: str
    after_key: str


def weigh(gathered: Gathered, happened: Happened, found: Differing) -> Weighed | None:
    """The change that a difference makes, if it is one that a reader wants to see. `happened`: see `happened_first`."""
    kind = found.difference.kind
    if kind in {"polarity", "modality"}:
        return _of_modes(gathered, happened, found)
    if found.match.grade != "same" and _feature(found, "arguments") < LEAST_ARGUMENTS:
        return None
    if kind == "wording":
        return _of_words(gathered, found)
    if kind == "date":
        return _of_dates(gathered, found)
    if kind == "number":
        return _of_numbers(gathered, found)
    return None


def happened_first(gathered: Gathered) -> Happened:
    """For each matter the day on which a report first says that it has happened."""
    first: dict[tuple[str, str], str] = {}
    for ref, unit in gathered.units.items():
        day = gathered.day(ref.report)
        for deed in unit.deeds if day else ():
            for matter in matters(deed) if deed.mode == "actual" and deed.event else ():
                first[matter] = min(first.get(matter, day or ""), day or "")
    return first


def _feature(found: Differing, name: str) -> float:
    return next((reason.score for reason in found.match.reasons if reason.feature == name), 1.0)


def _of_modes(gathered: Gathered, happened: Happened, found: Differing) -> Weighed | None:
    """Said and denied; might, will and has. What has happened is no longer only possible, and that is no news."""
    before, after = found.modes
    kind: ChangeKind = "polarity" if "negated" in {before, after} else "modality"
    if before == after or (before, after) == ("negated", "hypothetical"):
        return None
    pale = any(deed.lemma in _PALE for deed in found.deeds)
    if pale or found.matter[0] in _LIGHT or is_order(gathered, found):
        return None
    if not _is_sure(gathered, found) or not is_outright(gathered, found):
        return None
    if not _is_comparable(gathered, found) or (kind == "modality" and not _is_step(gathered, happened, found)):
        return None
    if found.inside and not _is_of_note(gathered, found):
        return None
    return Weighed(kind, _VALUES[before], _VALUES[after], before, after)


def _is_sure(gathered: Gathered, found: Differing) -> bool:
    """Whether it is plain how both sides stand; what a denied plan says is plain.

    Of two reports with matched units a wish may come first, and what came of it behind.
    """
    if found.faced and found.order == "unknown":
        return False
    step = found.order != "unknown" and not found.inside
    plain = {"negated", "hypothetical"} if not found.faced and (step or "negated" in found.modes) else {"negated"}
    sides = zip((found.before, found.after), found.deeds, found.modes, strict=True)
    return all(mode in plain or is_sure_of_its_mode(gathered, ref, deed) for ref, deed, mode in sides)


def _is_comparable(gathered: Gathered, found: Differing) -> bool:
    """Whether both sides speak of one thing of one time, in words enough in common, and tell it."""
    x, y = found.deeds
    told = _is_told(gathered, found.before, x) and _is_told(gathered, found.after, y)
    alike = _is_one_thing(found) and _feature(found, "wording") >= _least_wording(found)
    return told and alike and not _far_apart(x, y)


def _is_told(gathered: Gathered, ref: Ref, deed: Deed) -> bool:
    """That something has happened is taken from verbs for what happens, or nouns with a date: not from "a vote"."""
    if deed.mode != "actual":
        return True
    tree = gathered.trees[ref.report]
    is_verb = any(tree.words[k].upos == "VERB" for k in tree.inside(deed.predicate))
    return deed.event is not None and (is_verb or deed.begin is not None)


def _is_one_thing(found: Differing) -> bool:
    """Whether both sides speak of one thing. A name in common is not enough: who attacks, attacks many."""
    x, y = found.deeds
    same = found.match.grade == "same"
    if (
        _are_others(x, y)
        or _feature(found, "names") < 0
        or (set(found.modes) == {"actual", "negated"} and not (same or common(x.whom, y.whom)))
    ):
        return False
    if found.shared.name is None and "side" not in {x.sort, y.sort} and set(found.modes) != {"actual", "negated"}:
        return True
    if not (agree(x.who, y.who) and agree(x.whom, y.whom)):
        return False
    both = common(x.who, y.who) is not None and common(x.whom, y.whom) is not None
    return found.shared.name is None or same or both


def _are_others(x: Deed, y: Deed) -> bool:
    """Whether both name who does it, and not the same, or tell two things that it is done to."""
    names = [any(argument.name for argument in deed.who) for deed in (x, y)]
    return (all(names) and not named_in_both(x.who, y.who)) or not agree(x.whom, y.whom)


def _is_step(gathered: Gathered, happened: Happened, found: Differing) -> bool:
    """Whether the strength moves to what was not yet so: of what has happened before, no plan and no wish is news."""
    before, after = found.modes
    if not all(deed.main or (found.faced and deed.frames) for deed in found.deeds):
        return False
    if found.inside:
        return {before, after} != {"actual", "hypothetical"}
    if before == "actual":
        # What one does to another may be done again: "attacked", then "will attack".
        return after == "planned" and found.shared.name is None and "side" not in {deed.sort for deed in found.deeds}
    first, day = happened.get(found.matter), gathered.day(found.after.report)
    earlier = first is not None and day is not None and first < day
    return _STRENGTH[after] > _STRENGTH[before] and not earlier


def _least_wording(found: Differing) -> float:
    if found.inside:
        return LEAST_WORDING_OF_DENIED_PLANS
    if not all(deed.main for deed in found.deeds) and set(found.modes) != {"planned", "negated"}:
        return LEAST_WORDING_IN_PASSING
    if "hypothetical" in found.modes:
        return LEAST_WORDING_OF_WISHES
    return LEAST_WORDING_OF_DENIED_PLANS if set(found.modes) == {"planned", "negated"} else LEAST_WORDING


def _is_of_note(gathered: Gathered, found: Differing) -> bool:
    """Inside a report: the heading against the text, or two who say it; the author alone only goes into detail."""
    if found.match.score < LEAST_INSIDE and not found.faced:
        return False
    if found.faced and "negated" not in found.modes and not all(map(gathered.statement, (found.before, found.after))):
        return False
    headings = {gathered.is_heading(found.before), gathered.is_heading(found.after)}
    return len(headings) > 1 or gathered.teller(found.before) != gathered.teller(found.after)


def _of_words(gathered: Gathered, found: Differing) -> Weighed | None:
    """Another word of like sense for what is done to somebody named: "killed", "assassinated"."""
    x, y = found.deeds
    named = named_in_both(x.whom, y.whom)
    if found.match.grade != "same" or not named or "side" not in {x.sort, y.sort} or x.lemma[:_ROOT] == y.lemma[:_ROOT]:
        return None
    if _is_old(x, gathered.day(found.after.report)) or _is_old(y, gathered.day(found.before.report)):
        return None
    return Weighed("wording", x.lemma, y.lemma, x.lemma[:_ROOT], y.lemma[:_ROOT])


def _is_old(deed: Deed, day: str | None) -> bool:
    """Whether a deed is dated so long before a report that what this tells without a date may be another."""
    end, told = days(deed.end), days(day)
    return end is not None and told is not None and (told[0] - end[0]).days > OLD


def _of_dates(gathered: Gathered, found: Differing) -> Weighed | None:
    """Two dates that do not meet, of what is still to come, or of what happens only once."""
    x, y = found.deeds
    if not _far_apart(x, y) or not (_is_short(x) and _is_short(y)):
        return None
    if not _are_near(gathered.day(found.before.report), gathered.day(found.after.report)):
        return None
    if _is_past(x, gathered.day(found.before.report)) or _is_past(y, gathered.day(found.after.report)):
        return None
    if not (x.main and y.main) and x.mode != y.mode:
        return None
    once = found.matter[0] in _ONCE and found.shared.name is not None
    if once != (x.mode == y.mode == "actual") or not (once or "planned" in {x.mode, y.mode}):
        return None
    return Weighed("date", x.begin or "", y.begin or "", x.begin or "", y.begin or "")


def _of_numbers(gathered: Gathered, found: Differing) -> Weighed | None:
    """Two numbers of one thing; where one is a bound that the other keeps, it is only more exact."""
    a, b = gathered.units[found.before], gathered.units[found.after]
    spans = found.difference.spans
    one = next((amount for amount in a.amounts if amount.span == spans[0]), None)
    other = next((amount for amount in b.amounts if amount.span == spans[1]), None)
    if one is None or other is None or isinstance(one.value, str) or isinstance(other.value, str):
        return None
    if found.match.grade != "same" and not _is_one_count(gathered, found, (one, other)):
        return None
    if _far_apart(*found.deeds) or one.of not in _heads(found.deeds[0]) or other.of not in _heads(found.deeds[1]):
        return None
    return Weighed("number", _figure(one), _figure(other), f"{one.value:g}", f"{other.value:g}")


def _is_one_count(gathered: Gathered, found: Differing, amounts: tuple[Amount, Amount]) -> bool:
    """Whether two numbers can be of one count that moved: near in size and time, neither small, told alike.

    Nine flares in one night are not the count that ninety flares in a war are of.
    """
    low, high = sorted(amount.value if isinstance(amount.value, float | int) else 0 for amount in amounts)
    one, other = days(gathered.day(found.before.report)), days(gathered.day(found.after.report))
    near = one is not None and other is not None and abs((other[0] - one[0]).days) <= APART
    exact = {amount.bound for amount in amounts} <= {"exact", "about"}
    alike = _feature(found, "wording") >= LEAST_WORDING_OF_WISHES
    return near and exact and alike and low >= SMALL and high <= MOST_GROWTH * low


def _heads(deed: Deed) -> set[str | None]:
    sides: Sequence[Argument] = (*deed.who, *deed.whom, *deed.also)
    return {argument.head for argument in sides}


def _figure(amount: Amount) -> str:
    bound = {"exact": "", "range": "", "about": "about ", "at-least": "at least ", "at-most": "at most "}[amount.bound]
    value = amount.value if isinstance(amount.value, str) else f"{amount.value:,g}"
    return f"{bound}{value} {amount.unit or amount.of or ''}".strip()


def _far_apart(x: Deed, y: Deed) -> bool:
    return not meet((x.begin, x.end), (y.begin, y.end))


def _are_near(a: str | None, b: str | None) -> bool:
    """Whether two reports are so near in time that what is to come in one can be the same in the other."""
    one, other = days(a), days(b)
    return one is None or other is None or abs((other[0] - one[0]).days) <= APART_PLANS


def _is_past(deed: Deed, day: str | None) -> bool:
    """Whether what is to come is dated before its report: such a date was counted in the wrong direction."""
    end, told = days(deed.end), days(day)
    return deed.mode == "planned" and end is not None and told is not None and end[0] <= told[0]


def _is_short(deed: Deed) -> bool:
    begin, end = days(deed.begin), days(deed.end)
    return begin is not None and end is not None and (end[0] - begin[0]).days <= LONGEST
