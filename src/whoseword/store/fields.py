"""A part of a record, the name of a field and what somebody typed for it -> the part with that field corrected.

Fields that are words, choices, numbers, yes or no, or lists of words can be corrected. What is evidence (ids, the text,
places in it) cannot: another judgement would point at words that nobody can find.

>>> with_field(Entity("e1", "Ada Rok", "person", True, None, ()), "name", "Ada Rook").name
'Ada Rook'
"""

from __future__ import annotations

from dataclasses import fields, replace
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from whoseword.errors import UsageError
from whoseword.model import Commitment, Entity, Event, Published, Record, Report, Statement
from whoseword.store.naming import Named

Noun = TypeVar("Noun", Report, Entity, Statement, Event, Commitment)
NOUNS: dict[str, type[Any]] = {
    "report": Report,
    "entity": Entity,
    "statement": Statement,
    "event": Event,
    "commitment": Commitment,
}
_FIXED = {"id", "text", "path", "row", "parts", "rule", "candidates"}
# Fields that name a part of the same record.
_NAMES = {"entity": "entities", "within": "statements", "statement": "statements", "told_to": "entities"}
_NAMES |= {"who": "entities", "to_whom": "entities", "statements": "statements"}
_YES, _NO = {"yes", "true", "1"}, {"no", "false", "0"}


def check(record: Record, about: Named, field: str, value: str) -> None:
    """Whether this correction can be made.

    Raises:
        UsageError: there is no such field to correct, or it cannot be this.
    """
    known = correctable(NOUNS[about.kind])
    if field not in known:
        raise UsageError(f"{about.kind} has no field {field!r} to correct; it has {', '.join(known)}")
    made = _made(NOUNS[about.kind], field, value)
    if about.kind in {"statement", "commitment"} and field in _NAMES:
        ids = {part.id for part in getattr(record, _NAMES[field])}
        missing = sorted({*(made if isinstance(made, tuple) else (made,))} - ids - {None})
        if missing:
            raise UsageError(f"{field}: the report has none of {_NAMES[field]} with the id {', '.join(missing)}")


def correctable(noun: type[Any]) -> list[str]:
    """The fields of a noun that can be corrected, in the order of the alphabet."""
    hints = get_type_hints(noun)
    return sorted(
        field.name for field in fields(noun) if field.name not in _FIXED and _kind(hints[field.name]) is not None
    )


def with_field(part: Noun, field: str, value: str) -> Noun:
    """The part with the field as it was typed; nothing typed is None where the field can be that.

    Raises:
        UsageError: the field cannot be this.
    """
    return replace(part, **{field: _made(type(part), field, value)})


def _kind(hint: Any) -> Any:
    """What a field holds, without None; nothing of a field that cannot be corrected."""
    if get_origin(hint) in {Union, UnionType}:
        hint = next((arm for arm in get_args(hint) if arm is not NoneType), None)
    simple = hint in {str, bool, float, Published, tuple[str, ...]}
    return hint if simple or get_origin(hint) is Literal else None


def _made(noun: type[Any], field: str, value: str) -> Any:
    hint = get_type_hints(noun)[field]
    kind, value = _kind(hint), value.strip()
    if not value and NoneType in get_args(hint):
        return None
    if kind is Published:
        return Published(value or None, "given" if value else "none")
    if kind == tuple[str, ...]:
        return tuple(each for part in value.split(";") if (each := part.strip()))
    if kind is str:
        return value
    made = {each: each for each in get_args(kind)} if get_origin(kind) is Literal else _read(kind, value)
    if value.casefold() not in made:
        choices = f"one of {', '.join(map(str, made))}" if made else "a number from 0 to 1"
        raise UsageError(f"{field} cannot be {value!r}: give {choices}")
    return made[value.casefold()]


def _read(kind: type[bool] | type[float], value: str) -> dict[str, Any]:
    """What a yes, a no or a number can be typed as."""
    if kind is bool:
        return dict.fromkeys(sorted(_YES), True) | dict.fromkeys(sorted(_NO), False)
    try:
        number = float(value)
    except ValueError:
        return {}
    return {value.casefold(): number} if 0 <= number <= 1 else {}
