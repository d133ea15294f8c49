"""Counts and scores -> the words that people read of them.

>>> many(2, "text"), percent(0.6667)
('2 texts', '66.7')
"""

from __future__ import annotations


def many(count: int, noun: str) -> str:
    """A count with its noun, in the plural where there are more or none."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def percent(score: float | None) -> str:
    """A score from 0 to 1 in per cent; nothing where there is none."""
    return "" if score is None else f"{100 * score:.1f}"
