r"""The nouns of `model/` <-> JSON from which they can be made again exactly.

In: a frozen dataclass. Out: one line of ASCII JSON. A field that has its default is left out, so that a record stored
before `model/` got a new field is read with that field's default.

>>> from whoseword.model import Problem
>>> dumped(Problem("encoding-guessed", "read as “windows-1252”"))
'{"code":"encoding-guessed","message":"read as \\u201cwindows-1252\\u201d"}'
>>> loaded(Problem, dumped(Problem("encoding-guessed", "read", (0, 4)))).span
(0, 4)
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")


def dumped(noun: object) -> str:
    """`noun` as JSON. ASCII alone: a half character or a NUL stands as an escape, which every database takes."""
    return json.dumps(_plain(noun), separators=(",", ":"), allow_nan=False)


def loaded(kind: type[Noun], line: str) -> Noun:
    """The noun of class `kind` that `dumped` made this line of."""
    made: Noun = _made(kind, json.loads(line))
    return made


def _plain(value: object) -> object:
    if isinstance(value, (str, int, float, NoneType)):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    kind: Any = type(value)
    return {
        name: _plain(given)
        for name, default in _defaults(kind)
        # By type as well: 0, 0.0 and False are equal.
        if (given := getattr(value, name)) != default or type(given) is not type(default)
    }


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    """The fields of a noun with their defaults; a field without one has a mark that equals nothing."""
    if not isinstance(kind, type) or not is_dataclass(kind):
        raise TypeError(f"{kind} is no noun of the record")
    return tuple((field.name, field.default) for field in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _made(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _made(hints[name], given) for name, given in value.items()})
    origin = get_origin(kind)
    if origin is tuple:
        kinds = get_args(kind)
        if kinds[-1] is Ellipsis:
            return tuple(_made(kinds[0], each) for each in value)
        return tuple(_made(each, given) for each, given in zip(kinds, value, strict=True))
    if origin in {Union, UnionType}:
        arms = [arm for arm in get_args(kind) if arm is not NoneType]
        return _made(arms[0], value) if len(arms) == 1 else value
    return value
