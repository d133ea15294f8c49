"""Numbers and words in; the same as they are written in a drawing out: short, on one line, with nothing hidden.

>>> number(12.50), plain("the  pier "), cut("a long word", 7)
('12.5', 'the pier', 'a long…')
"""

from __future__ import annotations

from whoseword.dossier.characters import visible

_LONG_WORD = 16


def number(value: float) -> str:
    """At most two decimals, and none that say nothing: 12.5 and not 12.50."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def plain(text: str) -> str:
    """Any string of a report on one line, with nothing hidden in it."""
    return " ".join(visible(text).split())


def cut(text: str, most: int) -> str:
    """`plain(text)`, of at most `most` letters, with "…" where it was cut."""
    words = plain(text)
    if len(words) <= most:
        return words
    kept = words[: most - 1]
    # Between two words where one ends near.
    at = kept.rfind(" ", max(0, most - _LONG_WORD))
    return f"{kept[:at] if at > 0 and words[most - 1] != ' ' else kept.rstrip()}…"
