"""The words of a text -> its sentences as their telling words: names, numbers and what is said of them.

Made for comparing, not for reading: a wrong border costs a little likeness, so marks and capitals are enough.

>>> from whoseword.claims.shingles import Vocabulary
>>> text = "Crews shut the gate. The Orsel dam held, said Gen. Roe."
>>> [s.stems for s in sentences(text, Vocabulary().words(text))]
[('crews', 'shut', 'gate'), ('orsel', 'dam', 'held', 'gen', 'roe')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from whoseword.claims.shingles import Words
from whoseword.model import Span

# Words with the same first letters count as one: "announced", "announcement".
STEM = 6
_COMMON = frozenset(
    "a about after again all also an and any are as at be because been before being both but by can could did do does"
    " during each for from had has have he her here him his how i if in into is it its just like made make many may"
    " might more most much must my new no nor not now of off on one only or other our out over own said same say says"
    " she should since so some such than that the their them then there these they this those through to told too"
    " under until up upon us very was we were what when where which while who whom whose why will with would year"
    " years you your".split()
)
_BREAK = re.compile(r"[.!?…][^\w\s]{0,40}\s|[\n\r]")
_ABBREVIATED = frozenset("mr mrs ms dr gen lt col sen rep gov st jan feb aug sept oct nov dec no vs inc corp".split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words `places` of a text; stems of the telling ones, in order and each once; which are names or numbers."""

    places: Span
    stems: tuple[str, ...]
    distinct: frozenset[str]
    marked: frozenset[str]


def sentences(text: str, words: Words) -> tuple[Sentence, ...]:
    """The sentences in order; every word is in one."""
    borders = [0, *(place for place in range(1, len(words)) if _begins(text, words, place)), len(words)]
    return tuple(_sentence(text, words, (a, b)) for a, b in pairwise(borders) if a < b)


def _begins(text: str, words: Words, place: int) -> bool:
    between = text[words.spans[place - 1][1] : words.spans[place][0]]
    if len(between) < 2 or not _BREAK.search(between):
        return between in {"\n", "\r"}
    before = words.forms[place - 1]
    return "\n" in between or not (before in _ABBREVIATED or (len(before) == 1 and before.isalpha()))


def _sentence(text: str, words: Words, places: Span) -> Sentence:
    stems: list[str] = []
    marked: set[str] = set()
    for place in range(*places):
        form = words.forms[place]
        if form in _COMMON:
            continue
        stem = form if form[0].isdigit() else form[:STEM]
        stems.append(stem)
        if form[0].isdigit() or (place > places[0] and text[words.spans[place][0]].isupper()):
            marked.add(stem)
    return Sentence(places, tuple(stems), frozenset(stems), frozenset(marked))
