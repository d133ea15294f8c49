"""Which names in one report are the same: surnames, shortened outlets, abbreviations.

In: names. Out: for each the fullest name that it stands for, or the several that it may stand for.

>>> fullest("Roe", ["Ann Roe", "Bel Marsh"])
['Ann Roe']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

_PARTICLE = re.compile(r"^(?:al|el|ul|ad|as|an|ar|ash|at|az)[-‐–]", re.IGNORECASE)
_HONORIFICS = frozenset(
    "mr mrs ms miss dr sir dame lord lady madam president sen senator rep gen prof professor".split()
)
# "Qasem" and "Qassem" share 0.91 of their letters, "Ann" and "Anna" 0.86, "John" and "Joan" 0.75.
SAME_SPELLING = 0.9
_LEAVING = frozenset("of the for and on in to &".split())


@lru_cache(maxsize=4096)
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name without titles and particles, in lower case: "Mr. al-Amin" -> ("amin",)."""
    words = [_PARTICLE.sub("", word.casefold()).strip(".,’'") for word in name.split()]
    kept = [word for word in words if word and word not in _HONORIFICS]
    return tuple(kept or words)


def fullest(name: str, others: Sequence[str]) -> list[str]:
    """Those of `others` that `name` is a shorter form of: by surname first, else by given name; each person once."""
    own = parts_of(name)
    longer = [other for other in others if len(parts_of(other)) > len(own)]
    by_surname = [other for other in others if parts_of(other) != own and is_short_for(own, parts_of(other))]
    by_given = [other for other in longer if len(own) == 1 and parts_of(other)[0] == own[0] and len(own[0]) > 2]
    found = by_surname or by_given
    # "Ann Roe" and "Ann Mary Roe" are one person: the longest of those that are forms of it stands.
    return [n for n in found if not any(n != o and is_short_for(parts_of(n), parts_of(o)) for o in found)]


def is_same_spelt(one: str, other: str) -> bool:
    """Whether two names are one in two spellings: "Qasem Roe" and "Qassem Roe"."""
    first, second = parts_of(one), parts_of(other)
    if len(first) != len(second) or len(first) < 2 or first[-1] != second[-1]:
        return False
    ratios = [SequenceMatcher(None, a, b).ratio() for a, b in zip(first, second, strict=True)]
    return min(ratios) >= SAME_SPELLING


def is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one name is the other with words left out before the last: "Roe" or "A. Roe" for "Ann Roe"."""
    if not short or not long or short[-1] != long[-1] or len(short) > len(long):
        return False
    rest = list(long[:-1])
    return all(any(_is_initial_of(word, full) for full in rest) for word in short[:-1])


def _is_initial_of(word: str, full: str) -> bool:
    return word == full or (len(word) == 1 and full.startswith(word))


def is_abbreviation(short: str, name: str) -> bool:
    """Whether `short` is made of the initials of `name`: "HB" for "Harbour Board"; small words may be left out."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 7 and letters.isupper()):
        return False
    words = [word for word in re.split(r"[\s-]+", name) if word]
    every = "".join(word[0] for word in words).upper()
    weighty = "".join(word[0] for word in words if word.casefold() not in _LEAVING).upper()
    return len(words) > 1 and letters in {every, weighty}
