"""Whether two named organisations, outlets or documents in two reports are one.

In: two Appearances of the same sort. Out: a grade with its reasons.

>>> alike_bodies(a, b)[0]
'same'
"""

from __future__ import annotations

from whoseword.across import Appearance, Reason
from whoseword.sources.company import days_between, shared_names
from whoseword.sources.people import COMPANY, NEAR, Verdict
from whoseword.sources.spelling import folded, words_of


def alike_bodies(a: Appearance, b: Appearance) -> Verdict:
    """Whether `a` and `b` are one organisation or outlet, and why."""
    if a.listed and b.listed:
        if a.listed == b.listed:
            return "same", (Reason("name", 1.0, f"both are names of {a.listed}"),)
        return "different", (Reason("name", -1.0, f"{a.listed} is not {b.listed}"),)
    return _by_name(a, b) if a.parts == b.parts else _by_abbreviation(a, b)


def _by_name(a: Appearance, b: Appearance) -> Verdict:
    """One name is one body, unless it is another country's, or a name that many have."""
    if a.places and b.places and a.places != b.places:
        return "different", (Reason("country", -1.0, f"one is of {a.places[0]}, the other of {b.places[0]}"),)
    if a.places and b.places:
        return "same", (Reason("name", 1.0, f"the same name, both of {a.places[0]}"),)
    if a.is_open or b.is_open:
        return _open(a, b)
    if a.kind == b.kind == "unknown" and len(a.parts) < 2:
        return "unknown", (Reason("name", 0.3, "the same word, and neither report tells what it names"),)
    return "same", (Reason("name", 1.0, "the same name"),)


def _by_abbreviation(a: Appearance, b: Appearance) -> Verdict:
    """The letters that one report puts in brackets behind the name are the name that the other has."""
    for one, other in ((a, b), (b, a)):
        letters = folded(one.name or "").replace(".", "").removeprefix("the ")
        if letters in other.short:
            reason = Reason("abbreviation", 0.8, f"a report calls {other.name} {one.name}")
            if set(a.short) & set(b.short) or shared_names(a, b):
                return "same", (reason,)
            return "possibly", (reason,)
    return "different", (Reason("name", -1.0, f"{a.name} and {b.name} are two names"),)


def _open(a: Appearance, b: Appearance) -> Verdict:
    """A name like "the ministry" is one body only within one matter, and of one country."""
    days, names = days_between(a, b), shared_names(a, b)
    name = Reason("name", 0.3, "the same name, which many bodies have")
    if (a.places or b.places) and days is not None and days <= NEAR and names >= COMPANY:
        return "possibly", (name, Reason("company", 0.2, f"{names} other names stand in both reports"))
    return "unknown", (name, Reason("country", -0.3, "of which country is not said in both"))


def alike_documents(a: Appearance, b: Appearance) -> Verdict:
    """A document of one issuer is the same only where the words that describe it, with a date, are the same."""
    issuer = (a.listed and a.listed == b.listed) or (bool(a.parts) and a.parts == b.parts)
    if not issuer:
        return "different", (Reason("issuer", -1.0, "they are of two issuers"),)
    reason = Reason("issuer", 0.3, f"both are of {a.name}")
    one, other = words_of(a.description or ""), words_of(b.description or "")
    if one == other and any(word.isdecimal() and len(word) == 4 for word in one):
        return "same", (reason, Reason("description", 0.7, "the same words describe both, with a date"))
    days = days_between(a, b)
    if set(one) & set(other) - set(a.parts) and days is not None and days <= NEAR:
        return "possibly", (reason, Reason("days", 0.2, f"{days} days apart"))
    return "unknown", (reason,)
