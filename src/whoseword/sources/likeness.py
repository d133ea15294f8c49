"""Whether two entities of two reports are one and the same, by the sort of thing that they are.

In: two Appearances. Out: a Likeness: same, possibly, different or unknown, with the reasons.

>>> likeness(a, b).grade
'same'
"""

from __future__ import annotations

from whoseword.across import Appearance, Likeness, Reason
from whoseword.sources.organisations import alike_bodies, alike_documents
from whoseword.sources.people import Verdict, alike_people
from whoseword.sources.unknowns import alike_in_report, alike_unnamed


def likeness(a: Appearance, b: Appearance) -> Likeness:
    """How `a` and `b` go together; the same whichever comes first. Unnamed sources are "possibly" the same at most."""
    a, b = sorted((a, b), key=lambda each: each.ref)
    grade, reasons = _verdict(a, b)
    return Likeness(a.ref, b.ref, grade, reasons)


def _verdict(a: Appearance, b: Appearance) -> Verdict:
    if a.ref.report == b.ref.report:
        return _in_one_report(a, b)
    if not (a.named and b.named):
        return alike_unnamed(a, b)
    sorts = {_sort(a), _sort(b)}
    if len(sorts) > 1:
        return "different", (Reason("sort", -1.0, f"one is a {_sort(a)}, the other a {_sort(b)}"),)
    if not _is_known(a) or not _is_known(b):
        return "unknown", (Reason("name", 0.0, "a name of many, or one that its own report leaves open"),)
    if sorts == {"person"}:
        return alike_people(a, b)
    return alike_documents(a, b) if sorts == {"document"} else alike_bodies(a, b)


def _in_one_report(a: Appearance, b: Appearance) -> Verdict:
    """What a report keeps apart stays apart, but for one name that it has twice: "President Roe" and "Roe"."""
    if not a.named and not b.named:
        return alike_in_report(a, b)
    one_name = _is_known(a) and a.parts == b.parts and a.places == b.places and _sort(a) == _sort(b) != "document"
    if a.named and b.named and one_name and len({a.gender, b.gender} - {""}) < 2:
        return "same", (Reason("name", 0.8, "one name in one report"),)
    return "unknown", (Reason("report", -0.5, "one report has them both"),)


def _sort(appearance: Appearance) -> str:
    return appearance.kind if appearance.kind in {"person", "document"} else "body"


def _is_known(appearance: Appearance) -> bool:
    return bool(appearance.parts or appearance.listed)
