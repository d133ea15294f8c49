"""The query of an address -> what is asked for, checked.

>>> from starlette.datastructures import QueryParams
>>> number(QueryParams("page=3"), "page")
3
"""

from __future__ import annotations

from starlette.datastructures import QueryParams

from whoseword.commands.scope import Scope
from whoseword.errors import UsageError

# The largest number that a page or a limit can have: beyond it there is nothing in any store.
LARGEST = 100_000


def number(query: QueryParams, name: str, default: int = 1, *, most: int = LARGEST) -> int:
    """A number from 1 on.

    Raises:
        UsageError: it is none.
    """
    typed = query.get(name, "").strip()
    if not typed:
        return default
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 9 and int(typed) > 0):
        raise UsageError(f"{name} is a number from 1 on, and not {typed!r}")
    return min(int(typed), most)


def words(query: QueryParams, name: str) -> str | None:
    """What was typed, None for nothing."""
    return " ".join(query.get(name, "").split()) or None


def scope(query: QueryParams, *, story: str | None = None) -> Scope:
    """Which reports and rows are asked for.

    Raises:
        UsageError: a day is no date.
    """
    given = {name: words(query, name) for name in ("source", "topic", "since", "until", "as_of")}
    return Scope(story=story or words(query, "story"), **given).checked()
