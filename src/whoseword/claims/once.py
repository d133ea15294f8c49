"""Whether two deeds are one because such a thing happens once: one dies once, and resigns once on one day.

In: two deeds and their units. Out: why they are one, in words, or None. A namesake is not taken for the same: of a bare
surname something else must be shared as well. What is denied, planned or dated otherwise is another thing.

>>> once(killed, died, (a, b))
'ann roe died once'
"""

from __future__ import annotations

from datetime import date, timedelta

from whoseword.across import Argument, Deed, Told
from whoseword.claims.features import act, day, frame, place, shared, time
from whoseword.claims.likeness import same_name

_DEATH = frozenset({"kill", "die"})
# Done once on one day, by or to the one who is named.
_DATED = frozenset("elect appoint resign dismiss arrest charge convict acquit marry divorce deal".split())
_HIS_OWN = frozenset({"die", "resign", "marry", "divorce"})
# Days are told by the clock of the place, and by that of the one who tells.
_CLOCK = timedelta(days=1)
# Beside a bare surname, a stem so rare must be shared; a surname so rare will do in reports of these days.
_TELLING, _RARE_NAME, _NEAR = 0.35, 0.7, 0.0


def once(x: Deed, y: Deed, units: tuple[Told, Told]) -> str | None:
    """Why the two deeds can only be one; None where they can be two."""
    if not (x.main and y.main) or {x.mode, y.mode} != {"actual"} or "frame" in {x.sort, y.sort}:
        return None
    if act(*units).score <= -1 or frame(x, y).score <= -1:
        return None
    names = (concerned(x), concerned(y))
    if not (names[0] and names[1] and same_name(names[0], names[1])):
        return None
    longer = max(names[0], names[1], key=len)
    if _is_death(x) and _is_death(y):
        return f"{longer} died once" if _is_one(x, y, units, (names[0], names[1])) and not _apart(x, y) else None
    both = {*x.meanings} & {*y.meanings} & _DATED
    return f"{longer} is told of on one day, and once" if both and time(x, y).score >= 1 else None


def deaths(a: Told, b: Told) -> tuple[Deed, Deed] | None:
    """The deeds by which two units tell of one person's death; None where they do not."""
    dying = [[deed for deed in unit.deeds if death(deed)] for unit in (a, b)]
    return next(((x, y) for x in dying[0] for y in dying[1] if once(x, y, (a, b))), None)


def concerned(deed: Deed) -> str | None:
    """The folded name of the one who dies, resigns, is elected; the first where several are named."""
    own = not deed.whom or bool({*deed.meanings} & _HIS_OWN and not {*deed.meanings} & {"kill"})
    sides: tuple[Argument, ...] = deed.who if own else deed.whom
    if own and "kill" in deed.meanings and "die" not in deed.meanings:
        return None  # who kills
    return next((side.name for side in sides if side.name), None)


def death(deed: Deed) -> str | None:
    """The last part of the name of the one whose death a deed is."""
    name = concerned(deed) if _is_death(deed) and deed.main else None
    return name.split()[-1] if name else None


def _is_death(deed: Deed) -> bool:
    return not _DEATH.isdisjoint(deed.meanings)


def _is_one(x: Deed, y: Deed, units: tuple[Told, Told], names: tuple[str, str]) -> bool:
    """Whether the two names are of one person: full names, or something else in common."""
    parts = {*names[0].split(), *names[1].split()}
    others = any(
        same_name(one, other)
        for one in units[0].names
        for other in units[1].names
        if not parts & {*one.split(), *other.split()}
    )
    if place(x, y).score < 0 and not others and time(x, y).score <= 0:
        return False
    full = min(len(name.split()) for name in names) > 1
    rare = day(*units).score > _NEAR and any(
        weight >= _RARE_NAME and name.split()[-1].startswith(stem)
        for name in names
        for stem, weight, _ in shared(*units)
    )
    stems = (stem for stem, weight, _ in shared(*units) if weight >= _TELLING)
    return full or others or rare or any(not any(part.startswith(stem) for part in parts) for stem in stems)


def _apart(x: Deed, y: Deed) -> bool:
    """Whether their days are more than a day apart."""
    if not (x.begin and y.begin):
        return False
    try:
        begins = [date.fromisoformat(deed.begin or "") for deed in (x, y)]
        ends = [date.fromisoformat(deed.end or deed.begin or "") for deed in (x, y)]
    except ValueError:
        return True
    return begins[0] > ends[1] + _CLOCK or begins[1] > ends[0] + _CLOCK
