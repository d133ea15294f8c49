"""Somebody named of whom earlier reports only spoke, and who now speaks on the matter.

In: what was gathered. Out: `Changed` lines of the kind "new", one for each person: the first statement of the person in
the story, where an earlier report has the person in a deed on the same matter.

>>> [line.what for line in now_speaking(gathered)]
['Ann Roe is now cited on it']
"""

from __future__ import annotations

from collections.abc import Iterator

from whoseword.across import Changed, Ref, Told
from whoseword.claims.likeness import same_name
from whoseword.claims.telling import folded
from whoseword.ledger.facing import things_of
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.order import order
from whoseword.ledger.revised import short

_SILENT = frozenset({"no-comment", "question", "attitude"})


def now_speaking(gathered: Gathered) -> Iterator[Changed]:
    """Each person once, with the earlier unit nearest in time to the first statement."""
    refs = sorted(gathered.units, key=gathered.place)
    for name, first in _first_statements(gathered, refs).items():
        day = gathered.day(first[0].report)
        earlier = [ref for ref in refs if order(gathered.day(ref.report), day) == "before"]
        spoken_of = [ref for ref in earlier if _has(gathered.units[ref], name)]
        pairs = [(a, b) for b in first for a in reversed(spoken_of) if _matters(gathered, a) & _matters(gathered, b)]
        if pairs:
            yield _line(gathered, *pairs[0])


def _first_statements(gathered: Gathered, refs: list[Ref]) -> dict[str, list[Ref]]:
    """What each named person says in the first report that cites the person, by the folded name."""
    found: dict[str, list[Ref]] = {}
    for ref in refs:
        name = _speaker(gathered, ref)
        if name is None:
            continue
        known = next((other for other in found if same_name(other, name)), name)
        said = found.setdefault(known, [])
        if not said or said[0].report == ref.report:
            said.append(ref)
    return found


def _speaker(gathered: Gathered, ref: Ref) -> str | None:
    statement = gathered.statement(ref)
    if statement is None or statement.quote == "none" or statement.act in _SILENT:
        return None
    for entity in gathered.records[ref.report].entities:
        if entity.id == statement.entity:
            return folded(entity.name) if entity.named and entity.kind == "person" and entity.name else None
    return None


def _has(unit: Told, name: str) -> bool:
    sides = (side for deed in unit.deeds for side in (*deed.who, *deed.whom))
    # A family name alone may be that of a relative.
    full = (side.name for side in sides if side.name is not None and " " in side.name)
    return any(same_name(other, name) for other in full)


def _matters(gathered: Gathered, ref: Ref) -> set[tuple[str, str]]:
    told = things_of(gathered.units[ref])
    return {(m, head) for deed, thing in told for m in deed.meanings for head in thing.meanings or (thing.head,)}


def _line(gathered: Gathered, before: Ref, after: Ref) -> Changed:
    one, other = gathered.units[before], gathered.units[after]
    who = gathered.teller(after)
    why = f"an earlier report only speaks of {who} on this matter; before {gathered.teller(before)}, then {who}"
    day = gathered.day(after.report)
    return Changed(
        "new", "update", f"{who} is now cited on it", before, after, short(one.words), short(other.words), day, why
    )
