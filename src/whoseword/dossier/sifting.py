"""Rows of answers -> those that a source stands behind, or that are about a topic.

A topic is words that must all be there, a source words of its name; `*` at the end of a word takes every word that
begins so. Case and accents do not count.

>>> about([{"words": "The upper gate is shut"}, {"words": "Rain fell"}], "GATE")
[{'words': 'The upper gate is shut'}]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from whoseword.reports.folding import words

Row = dict[str, Any]

# Where rows say who stands behind something, and where they say what.
_WHO = frozenset({"who", "on_word_of", "sources", "name", "description"})
_WHAT = frozenset({"words", "what", "of", "where", "before_words", "after_words", "title", "names", "definition"})


def about(rows: Iterable[Row], topic: str) -> list[Row]:
    """Those whose words hold all of `topic`."""
    return _holding(rows, topic, _WHAT)


def from_source(rows: Iterable[Row], source: str) -> list[Row]:
    """Those that a source called so stands behind."""
    return _holding(rows, source, _WHO)


def _holding(rows: Iterable[Row], typed: str, fields: frozenset[str]) -> list[Row]:
    wanted = [(word, piece.endswith("*")) for piece in typed.split() for word in words(piece)]
    return [row for row in rows if _holds({word for text in _told(row, fields) for word in words(text)}, wanted)]


def _holds(there: set[str], wanted: list[tuple[str, bool]]) -> bool:
    return all(any(w.startswith(word) for w in there) if begins else word in there for word, begins in wanted)


def _told(value: object, fields: frozenset[str], *, inside: bool = False) -> Iterator[str]:
    """Every text in one of `fields`, however deep."""
    if isinstance(value, str):
        if inside:
            yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _told(each, fields, inside=name in fields)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _told(each, fields, inside=inside)
