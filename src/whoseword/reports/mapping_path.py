"""A path into a row of JSON, as a mapping writes it -> what lies there.

`source.name` goes into an object, `authors[].name` through all entries of a list, `authors[0]` to one of them, and
`contents[type=paragraph].content` to those whose key has this value. A key of the row that is spelled like the whole
path goes first: tables that were made flat have such keys.

>>> look_up({"authors": [{"name": "Ada Rook"}, {"name": "Tom Vane"}]}, parse_path("authors[].name"))
['Ada Rook', 'Tom Vane']
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from whoseword.errors import UsageError

# Deeper than any row goes; a path is written by hand.
MOST_STEPS = 12

_STEP = re.compile(r"(?P<key>[^.\[\]]+)(?P<entries>\[(?P<which>[^\[\]]*)\])?(?:\.(?=.)|\Z)")
_WHICH = re.compile(r"(?P<number>[0-9]{1,9})|(?P<key>[^=\s]+)=(?P<value>.*)|")


@dataclass(frozen=True, slots=True)
class Step:
    """A key, and which entries of the list that lies there: all of them, one by its number, or those with a value."""

    key: str
    is_list: bool = False
    number: int | None = None
    where: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """The steps of a path, and how it was written."""

    written: str
    steps: tuple[Step, ...]

    @property
    def gives_list(self) -> bool:
        """Whether several values may lie there."""
        return any(step.is_list and step.number is None for step in self.steps)


def parse_path(written: str) -> Path:
    """The path that is written so.

    Raises:
        UsageError: it is no path; the message says how one is written.
    """
    steps: list[Step] = []
    place = 0
    while place < len(written):
        found = _STEP.match(written, place)
        which = _WHICH.fullmatch(found["which"] or "") if found else None
        if found is None or which is None or len(steps) == MOST_STEPS:
            break
        number = int(which["number"]) if which["number"] else None
        where = (which["key"], which["value"]) if which["key"] else None
        steps.append(Step(found["key"].strip(), found["entries"] is not None, number, where))
        place = found.end()
    if place < len(written) or not steps:
        message = (
            f'"{written}" is no path into a row; write "name", "source.name", "authors[].name" or "parts[kind=body]"'
        )
        raise UsageError(message)
    return Path(written, tuple(steps))


def look_up(row: Mapping[str, object], path: Path) -> object:
    """What lies at `path`: None where nothing does, a list where the path goes through a list."""
    if len(path.steps) == 1 and not path.steps[0].is_list:
        return row.get(path.written)
    if path.written in row:
        return row[path.written]
    values: list[object] = [row]
    for step in path.steps:
        values = [found for value in values for found in _step(value, step)]
    if path.gives_list:
        return values or None
    return values[0] if values else None


def _step(value: object, step: Step) -> list[object]:
    found = value.get(step.key) if isinstance(value, dict) else None
    if found is None:
        return []
    if not step.is_list:
        return [found]
    entries = found if isinstance(found, list) else [found]
    if step.number is not None:
        return entries[step.number : step.number + 1]
    if step.where is None:
        return [entry for entry in entries if entry is not None]
    key, value = step.where
    return [entry for entry in entries if isinstance(entry, dict) and str(entry.get(key)) == value]
