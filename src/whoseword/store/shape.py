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
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")
_Maker = Callable[[Any], Any]


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


def _made(kind: Any, value: Any) -> Any:
    make = _maker(kind)
    return make(value) if make else value


@cache
def _maker(kind: Any) -> _Maker | None:
    """How a value of this kind is made of what JSON has; None where nothing is to be done."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _noun(kind)
    if get_origin(kind) is tuple:
        return _several(get_args(kind))
    if get_origin(kind) in {Union, UnionType}:
        arms = [arm for arm in get_args(kind) if arm is not NoneType]
        return _maker(arms[0]) if len(arms) == 1 else None
    return None


def _noun(kind: type) -> _Maker:
    """For each class the fields to be made are worked out once: a report has thousands of words of one class."""
    hints = get_type_hints(kind)
    makers = [(name, make) for name, hint in hints.items() if (make := _maker(hint))]

    def made(value: Any) -> Any:
        if value is None:
            return None
        for name, make in makers:
            if (given := value.get(name)) is not None:
                value[name] = make(given)
        return kind(**value)

    return made


def _several(kinds: tuple[Any, ...]) -> _Maker:
    makers = [_maker(each) for each in kinds]
    if kinds[-1] is Ellipsis:
        make = makers[0]
        return lambda value: None if value is None else tuple(map(make, value) if make else value)
    if any(makers):
        pairs = [make or _same for make in makers]
        return lambda value: (
            None if value is None else tuple(make(each) for make, each in zip(pairs, value, strict=True))
        )
    return lambda value: None if value is None else _of_length(len(kinds), value)


def _same(value: Any) -> Any:
    return value


def _of_length(length: int, values: Any) -> tuple[Any, ...]:
    if len(values) != length:
        raise ValueError(f"{len(values)} values where there are {length}")
    return tuple(values)
