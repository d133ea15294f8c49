"""Whether two named persons in two reports are one: names first, then offices, countries, days and company.

In: two Appearances of persons. Out: a grade with its reasons.

>>> alike_people(a, b)[0]
'same'
"""

from __future__ import annotations

from typing import Literal

from whoseword.across import Appearance, IdentityGrade, Reason
from whoseword.sources.company import days_between, shared_names
from whoseword.sources.spelling import sound

Verdict = tuple[IdentityGrade, tuple[Reason, ...]]
Names = Literal["full", "variant", "bare", "first", "different"]

# An office is held for some years; whoever bears it and the name after that may be somebody else.
TERM = 3 * 366
# Within so many days, and with so many names in both reports, two reports tell of one matter.
NEAR = 30
COMPANY = 3
# Of a thousand reports, three names in common joined two wrong people by a family name, four none.
BARE_COMPANY = 4
LIFETIME = 30 * 366
# Further apart than this a family name alone is no hint at all, and stands in nobody's way.
QUARTER = 92


def alike_people(a: Appearance, b: Appearance) -> Verdict:
    """Whether `a` and `b` are one person, and why."""
    kind = names_of_one(a, b)
    if kind == "different":
        return "different", (Reason("name", -1.0, f"{a.name} and {b.name} are two names"),)
    against = _against(a, b)
    reasons = (_name_reason(a, b, kind), *_for(a, b), *against)
    if against:
        return "unknown", reasons
    if kind == "full":
        return _full(a, b, reasons)
    if kind == "variant":
        supported = len(reasons) > 1 or _is_near(a, b)
        if a.parts[-1] != b.parts[-1]:
            # Another spelling of the family name may be another family: "Tarny" and "Tarni".
            supported = any(reason.feature in {"office", "country"} for reason in reasons)
        return ("same" if supported else "possibly"), reasons
    return _bare(a, b, reasons)


def names_of_one(a: Appearance, b: Appearance) -> Names:
    """How two names go together: all parts, a variant of them, the family name alone, the first name alone."""
    one, other = a.parts, b.parts
    if one == other:
        return "full" if len(one) > 1 else "bare"
    if min(len(one), len(other)) == 1:
        short, full = (a, b) if len(one) == 1 else (b, a)
        if _is_one_word(short.parts[0], full.parts[-1]):
            return "bare"
        return "first" if len(full.parts) > 1 and short.parts[0] == full.parts[0] else "different"
    if not _is_one_word(one[-1], other[-1]):
        return "different"
    return "variant" if _given_fit(a, b) else "different"


def _given_fit(a: Appearance, b: Appearance) -> bool:
    """Whether the names before the family name can be one's: "J. F." and "John", "Mike" and "Michael"."""
    short, full = sorted((a, b), key=lambda each: (len(each.parts), each.parts))
    given, longer = short.parts[:-1], full.parts[:-1]
    if len(given) == 1:
        # "Javad Selm" is Mohammad Javad Selm, but Mike Roe is not Edwin M. Roe.
        return _is_one_given(given[0], longer[0], short, full) or given[0] in longer
    return all(_is_one_given(x, y, short, full) for x, y in zip(given, longer, strict=False))


def _is_one_given(one: str, other: str, a: Appearance, b: Appearance) -> bool:
    initial = one[:1] == other[:1] and 1 in {len(one), len(other)}
    return initial or _is_one_word(one, other) or other in a.formal or one in b.formal


def _is_one_word(one: str, other: str) -> bool:
    return one == other or (len(one) > 3 and len(other) > 3 and sound(one) == sound(other))


def _against(a: Appearance, b: Appearance) -> tuple[Reason, ...]:
    """What speaks against one person, however alike the names are."""
    found: list[Reason] = []
    if a.gender and b.gender and a.gender != b.gender:
        found.append(Reason("gender", -0.8, "one is spoken of as a man, the other as a woman"))
    days = days_between(a, b)
    if days is not None and days > LIFETIME:
        found.append(Reason("days", -0.8, f"{days // 365} years lie between the reports"))
    other_office = bool(a.roles and b.roles) and not _words(a) & _words(b)
    foreign = bool(a.places and b.places) and not set(a.places) & set(b.places)
    if other_office and foreign and shared_names(a, b) < COMPANY:
        words = f"{', '.join(a.roles)} of {', '.join(a.places)}; {', '.join(b.roles)} of {', '.join(b.places)}"
        found.append(Reason("office", -0.7, f"other offices in other countries: {words}"))
    return tuple(found)


def _for(a: Appearance, b: Appearance) -> tuple[Reason, ...]:
    found: list[Reason] = []
    if office := shared_office(a, b):
        found.append(Reason("office", 0.6, f"both are called {office}"))
    elif words := sorted(_words(a) & _words(b)):
        found.append(Reason("office", 0.3, f"both are called {words[0]}"))
    if places := sorted(set(a.places) & set(b.places)):
        found.append(Reason("country", 0.2, f"both belong to {places[0]}"))
    if (names := shared_names(a, b)) >= COMPANY:
        found.append(Reason("company", 0.2, f"{names} other names stand in both reports"))
    return tuple(found)


def shared_office(a: Appearance, b: Appearance) -> str | None:
    """An office that both are said to hold, and that one holds at a time."""
    return min(set(a.sole) & set(b.sole), default=None)


def _words(appearance: Appearance) -> set[str]:
    return {word for role in appearance.roles for word in role.split()}


def _name_reason(a: Appearance, b: Appearance, kind: Names) -> Reason:
    if kind == "full":
        return Reason("name", 1.0, "the same name in full")
    if kind == "variant":
        return Reason("name", 0.8, f"{a.name} and {b.name} are forms of one name")
    if kind == "bare":
        return Reason("name", 0.3, f"the family name {a.parts[-1]} is the same")
    return Reason("name", 0.1, f"only the first name {a.parts[0]} is the same")


def _full(a: Appearance, b: Appearance, reasons: tuple[Reason, ...]) -> Verdict:
    """The same full name is one person unless offices differ and nothing else joins the reports."""
    apart = a.roles and b.roles and not _words(a) & _words(b) and len(reasons) == 1
    if apart and not _is_near(a, b):
        words = f"{', '.join(a.roles)}; {', '.join(b.roles)}"
        return "possibly", (*reasons, Reason("office", -0.3, f"other offices, and nothing in common: {words}"))
    return "same", reasons


def _is_near(a: Appearance, b: Appearance) -> bool:
    days = days_between(a, b)
    return days is not None and days <= NEAR


def _bare(a: Appearance, b: Appearance, reasons: tuple[Reason, ...]) -> Verdict:
    """A family name alone needs an office that one holds, or one matter; a first name alone needs the office."""
    days, names = days_between(a, b), shared_names(a, b)
    foreign = bool(a.places and b.places and not set(a.places) & set(b.places))
    other_office = bool(a.roles and b.roles and not _words(a) & _words(b))
    if foreign or other_office:
        return "unknown", (*reasons, Reason("office", -0.3, "the offices or countries are others"))
    in_term = days is not None and days <= TERM
    if shared_office(a, b) and (in_term or names >= COMPANY):
        return "same", reasons
    if names_of_one(a, b) == "first" or a.is_open or b.is_open:
        return "unknown", reasons
    if days is not None and days <= NEAR and names >= BARE_COMPANY:
        return "same", (*reasons, Reason("days", 0.1, f"{days} days apart"))
    return ("possibly" if days is not None and days <= QUARTER else "unknown"), reasons
