"""Whether two sources of two reports, one of them without a name at least, may be one: "possibly" at most.

In: two Appearances. Out: a grade with its reasons.

>>> alike_unnamed(a, b)[0]
'possibly'
"""

from __future__ import annotations

from whoseword.across import Appearance, Reason
from whoseword.sources.company import days_between, shared_names
from whoseword.sources.people import COMPANY, Verdict
from whoseword.sources.spelling import folded, words_of

# Between reports that are further apart "an official" tells nothing.
SAME_DAYS = 4
# The reasons for one source must add up to this: the same description and one thing more.
ENOUGH = 0.6
_SMALL = frozenset("a an the of for to in on at and who that with from by one two three some several unnamed".split())


def alike_unnamed(a: Appearance, b: Appearance) -> Verdict:
    """Whether `a` and `b`, of whom one has no name at least, may be one, and why."""
    if a.places and b.places and not set(a.places) & set(b.places):
        # An Iraqi negotiator is no US official.
        words = f"one is of {', '.join(a.places)}, the other of {', '.join(b.places)}"
        return "different", (Reason("country", -1.0, words),)
    quoted = _same_quotation(a, b)
    if a.named != b.named:
        # Named here and unnamed there is a guess, unless the very words are the same.
        return ("possibly" if quoted else "unknown"), ((quoted,) if quoted else ())
    reasons = (*((quoted,) if quoted else ()), *_likely(a, b))
    near = (days := days_between(a, b)) is not None and days <= SAME_DAYS
    weight = sum(reason.score for reason in reasons)
    return ("possibly" if quoted or (near and weight >= ENOUGH) else "unknown"), reasons


def alike_in_report(a: Appearance, b: Appearance) -> Verdict:
    """One report cannot know that the unnamed sources of two outlets that it cites are two."""
    if set(a.told) & set(b.told) or not a.told or not b.told or (a.places and b.places and a.places != b.places):
        return "unknown", (Reason("report", -0.5, "one report has them both"),)
    words = f"one told {a.told[0]}, the other {b.told[0]}, and the report that cites both cannot know"
    return "possibly", (Reason("told", 0.1, words),)


def _same_quotation(a: Appearance, b: Appearance) -> Reason | None:
    for one in a.quotes:
        for other in b.quotes:
            if f" {one} " in f" {other} " or f" {other} " in f" {one} ":
                return Reason("quotation", 0.8, "both are quoted with the same words")
    return None


def _likely(a: Appearance, b: Appearance) -> tuple[Reason, ...]:
    found: list[Reason] = []
    one, other = (set(words_of(each.description or "")) - _SMALL for each in (a, b))
    if one and one == other and len(one) > 1:
        found.append(Reason("description", 0.4, f"both are {folded(a.description or '')}"))
    elif a.roles and a.roles == b.roles and len(one & other) > 1:
        found.append(Reason("description", 0.2, f"both are described by {' '.join(sorted(one & other))}"))
    if a.affiliation and a.affiliation == b.affiliation:
        found.append(Reason("affiliation", 0.2, f"both belong to {a.affiliation}"))
    if told := sorted(set(a.told) & set(b.told)):
        found.append(Reason("told", 0.3, f"both told {told[0]}"))
    if a.many is not None and b.many is not None and a.many != b.many:
        found.append(Reason("number", -0.2, "one is a single source, the other are several"))
    if (names := shared_names(a, b)) >= COMPANY:
        found.append(Reason("company", 0.2, f"{names} names stand in both reports"))
    return tuple(found)
