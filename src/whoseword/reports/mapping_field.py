"""One field of a mapping: where its value lies in a row, and how it is made from what lies there.

>>> mapped = parse_field("published", {"from": "created_utc", "date": "seconds"})
>>> value_of({"created_utc": 1777888800}, mapped)
Value(value='2026-05-04T10:00:00+00:00', by='created_utc')
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from whoseword.errors import UsageError
from whoseword.reports.mapping_path import Path, look_up, parse_path
from whoseword.reports.markup import PARAGRAPH, plain

FIELDS = ("text", "title", "dek", "outlet", "published", "modified", "url", "byline", "language")
DATES = ("published", "modified")
JOINED = ("text", "title", "dek", "outlet")
# Programs that write every field write these for a date that they have not.
NO_DATE = frozenset({"", "0", "none", "null", "nan", "nat", "n/a"})
# A count of seconds outside of these years is a count of something else.
FIRST_YEAR, LAST_YEAR = 1800, 2200

_KEYS = ("from", "above", "join", "html", "date", "constant")
_FORMS: dict[str, tuple[type, tuple[str, ...]]] = {
    "above": (object, ("text",)),
    "join": (str, JOINED),
    "html": (bool, JOINED),
    "date": (str, DATES),
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PER_SECOND = {"seconds": 1, "milliseconds": 1000}
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_YEAR, _MONTH, _DAY, _HOUR = (re.compile(f"%[{letters}]") for letters in ("YGycx", "mbBcxj", "dcxj", "HIcX"))


@dataclass(frozen=True, slots=True)
class MappedField:
    """Where one of our fields lies: of `paths` the first that has something. `above` is put above a text."""

    name: str
    paths: tuple[Path, ...]
    above: tuple[Path, ...] = ()
    join: str | None = None
    html: bool = False
    date: str | None = None
    constant: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the path that gave it, None where the mapping itself did."""

    value: object
    by: str | None


def parse_field(field: str, given: object) -> MappedField:
    """What a mapping says of one field: a path, a list of them, or a table.

    Raises:
        UsageError: it makes no sense.
    """
    table: dict[str, Any] = given if isinstance(given, dict) else {"from": given}
    if unknown := [key for key in table if key not in _KEYS]:
        raise UsageError(f'unknown key "{unknown[0]}"; those that are known: {", ".join(_KEYS)}')
    for key, (form, fields) in _FORMS.items():
        if key in table and field not in fields:
            raise UsageError(f'"{key}" is for {", ".join(fields)}; take it away here')
        if key in table and not isinstance(table[key], form):
            raise UsageError(f'"{key}" is not {"true or false" if form is bool else "a string in quotes"}')
    constant = table.get("constant")
    if not isinstance(constant, str | None) or (constant is not None and (field in DATES or not constant.strip())):
        raise UsageError("a constant is a string with words, and none is a date: that would date every report alike")
    paths, above = _paths(table.get("from"), needed=constant is None), _paths(table.get("above"), needed=False)
    join = table.get("join", PARAGRAPH if field == "text" else None)
    return MappedField(field, paths, above, join, table.get("html", False), _date_form(table.get("date")), constant)


def value_of(row: Mapping[str, object], mapped: MappedField) -> Value | None:
    """What the row has for the field; None where it has nothing."""
    for path in mapped.paths:
        value = look_up(row, path)
        if _has_words(value) and _has_words(made := _made(value, mapped)):
            return Value(_below(row, made, mapped) if mapped.above else made, path.written)
    return Value(mapped.constant, None) if mapped.constant is not None else None


def _below(row: Mapping[str, object], text: object, mapped: MappedField) -> object:
    """The text with what belongs above it, unless it begins with that already."""
    if not isinstance(text, str):
        return text
    above = [part for path in mapped.above for part in _parts(look_up(row, path), mapped)]
    return PARAGRAPH.join([*(part for part in above if not text.startswith(part)), text])


def _made(value: object, mapped: MappedField) -> object:
    if mapped.name in DATES:
        return _date(value[0] if isinstance(value, list) else value, mapped.date)
    if mapped.join is not None and isinstance(value, list):
        return mapped.join.join(_parts(value, mapped))
    if isinstance(value, list) and mapped.name != "byline":
        value = value[0]
    return plain(value) if mapped.html and isinstance(value, str) else value


def _parts(value: object, mapped: MappedField) -> list[str]:
    """The strings of a value, which may be a list; what is no string is no text."""
    entries = value if isinstance(value, list) else [value]
    texts = (plain(entry) if mapped.html else entry for entry in entries if isinstance(entry, str))
    return [text for text in texts if text.strip()]


def _has_words(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, list):
        return any(map(_has_words, value))
    return value is not None and value != {} and not (isinstance(value, float) and math.isnan(value))


def _paths(given: Any, *, needed: bool) -> tuple[Path, ...]:
    listed = given if isinstance(given, list) else [given]
    if given is None and not needed:
        return ()
    if not listed or any(not isinstance(path, str) for path in listed):
        raise UsageError('it names no field of the rows; write "name", a list of such names, or a table with "from"')
    return tuple(parse_path(path) for path in listed)


def _date_form(form: str | None) -> str | None:
    if form is None or form in _PER_SECOND:
        return form
    if form == "iso":
        return None
    if not _YEAR.search(form):
        raise UsageError(f'"{form}" tells no year; write "iso", "seconds", "milliseconds" or a form such as "%d.%m.%Y"')
    try:
        day = datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)
        datetime.strptime(day.strftime(form), form)  # noqa: DTZ007  (only its form is looked at)
    except (ValueError, re.error) as error:
        raise UsageError(f'"{form}" is no form of a date ({error}); write one such as "%d.%m.%Y"') from None
    return form


def _date(value: object, form: str | None) -> object:
    """The date in ISO 8601, no more exact than it is given; as it stands where it has another form than it should."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return value
    written = str(value).strip()
    if written.casefold() in NO_DATE:
        return None
    if form in _PER_SECOND:
        return _from_count(written, _PER_SECOND[form]) or written
    return _from_form(written, form) if form else written


def _from_form(written: str, form: str) -> str:
    try:
        moment = datetime.strptime(written, form)  # noqa: DTZ007  (a date without a zone stays without one)
    except ValueError:
        return written
    if _DAY.search(form):
        return moment.isoformat() if _HOUR.search(form) else moment.date().isoformat()
    return moment.strftime("%Y-%m") if _MONTH.search(form) else moment.strftime("%Y")


def _from_count(written: str, per_second: int) -> str | None:
    if not _NUMBER.fullmatch(written) or len(written) > 24:
        return None
    try:
        moment = _EPOCH + timedelta(seconds=float(written) / per_second)
    except OverflowError:
        return None
    return moment.replace(microsecond=0).isoformat() if FIRST_YEAR <= moment.year <= LAST_YEAR else None
