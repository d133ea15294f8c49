"""A report's text -> its words as numbers, and the hashes of its runs of words (shingles).

A word is compared in lower case, without the genitive's 's; "2,500" is one word. Hashes are the same on every machine
and in every run, so that what is compared never depends on where it runs.

>>> [w for w in Vocabulary().words("The dam’s gates, 2,500 of them").forms]
['the', 'dam', 'gates', '2,500', 'of', 'them']
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from whoseword.model import Span

Hashes = NDArray[np.uint64]

_WORD = re.compile(r"\d+(?:[.,:]\d+)++(?![^\W_])|[^\W_]+(?:['’][^\W\d_]+)*+")
_GENITIVE = re.compile(r"['’]s?\Z")
# An odd multiplier mixes the places of a shingle's words; modulo 2**64 nothing is lost by it.
_MULTIPLIER = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: spans in code points, forms as compared, and their numbers in the vocabulary."""

    spans: tuple[Span, ...]
    forms: tuple[str, ...]
    hashes: Hashes

    def __len__(self) -> int:
        return len(self.spans)


@dataclass(slots=True)
class Vocabulary:
    """Hashes of words, each computed once; lives as long as one comparison."""

    known: dict[str, tuple[str, int]] = field(default_factory=dict)

    def words(self, text: str) -> Words:
        """The words of `text`, in order."""
        spans: list[Span] = []
        forms: list[str] = []
        numbers: list[int] = []
        for match in _WORD.finditer(text):
            word = match[0]
            entry = self.known.get(word)
            if entry is None:
                form = _GENITIVE.sub("", word.lower()).replace("’", "'")
                entry = self.known[word] = (form, word_hash(form))
            spans.append(match.span())
            forms.append(entry[0])
            numbers.append(entry[1])
        return Words(tuple(spans), tuple(forms), np.array(numbers, dtype=np.uint64))


def word_hash(form: str) -> int:
    """Sixty-four bits of BLAKE2b, the same everywhere (Python's own hash of a string is not)."""
    return int.from_bytes(blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def shingles(hashes: Hashes, size: int) -> Hashes:
    """The hash of each run of `size` words, by its first word; none where there are fewer words."""
    count = max(len(hashes) - size + 1, 0)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size if count else 0):
        mixed = mixed * np.uint64(_MULTIPLIER) + hashes[place : place + count]
        mixed ^= mixed >> np.uint64(29)
    return mixed
