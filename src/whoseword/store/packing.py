r"""The items that a report has in a view <-> one packed value: lists by place, without names of fields, compressed.

In: frozen dataclasses of one class. Out: bytes. Views are made anew whenever code changes, so that nothing is asked of
this form but to be small and quick to read: half the room and a quarter of the time of `shape.py`.

>>> unpacked(Problem, packed([Problem("a-b", "no date", (0, 4))]))
[Problem(code='a-b', message='no date', span=(0, 4))]
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")
_Maker = Callable[[Any], Any]


def packed(items: Sequence[object]) -> bytes:
    """Items as bytes: a line of JSON each, so that those which are not wanted need not be read."""
    lines = (json.dumps(_plain(item), separators=(",", ":")) for item in items)
    return zlib.compress("\n".join(lines).encode("ascii"))


def unpacked(noun: type[Noun], data: bytes, places: Collection[int] | None = None) -> list[Noun]:
    """The items that `packed` made this of; with `places` only those that stand there, in the order of `places`."""
    kind: Any = noun
    lines, make = zlib.decompress(data).decode("ascii").split("\n"), _noun(kind)
    return [make(json.loads(line)) for line in (lines if places is None else (lines[place] for place in places))]


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, (str, int, float, NoneType)):
        return value
    kind: Any = type(value)
    return [_plain(getattr(value, name)) for name in _names(kind)]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(hint: Any) -> _Maker | None:
    """How a value of this kind is made of what JSON has; None where nothing is to be done."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _noun(hint)
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    if get_origin(hint) is tuple:
        return _several(kinds)
    if get_origin(hint) in {Union, UnionType} and len(kinds) == 1 and (make := _maker(kinds[0])):
        return lambda value: None if value is None else make(value)
    return None


@cache
def _noun(kind: Any) -> _Maker:
    hints = get_type_hints(kind)
    makers = [_maker(hints[name]) for name in _names(kind)]
    # A field that the class got since is missing at the end, and has its default.
    return lambda value: kind(*[make(each) if make else each for make, each in zip(makers, value, strict=False)])


def _several(kinds: Sequence[Any]) -> _Maker:
    makers = [_maker(kind) for kind in kinds]
    if kinds[-1] is not Ellipsis:
        return lambda value: tuple(make(each) if make else each for make, each in zip(makers, value, strict=True))
    make = makers[0]
    return tuple if make is None else lambda value: tuple(map(make, value))
