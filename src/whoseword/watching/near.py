"""The words of a phrase and the words of a report -> where they stand near each other.

In: the stems that each word of the phrase may have, and a text. Out: the stretch of the text that holds them all, of
several the first of the shortest; None where more lies between them than belongs to one phrase. A word that the text
has in no form that is known here (an adjective for its country) is not asked for.

>>> stretch([{"crack"}, {"gate"}], "Two cracks in the upper gate were seen.")
(4, 28)
>>> stretch([{"crack"}, {"gate"}], "The cracks that the council spoke of are not in the gate.")
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from whoseword.model import Span
from whoseword.reports.folding import words
from whoseword.stems import stem

# Other words that may stand between two words of a phrase that follow each other.
BETWEEN = 3
_TOKEN = re.compile(r"[^\W_]+")


def stretch(asked: Iterable[Set[str]], text: str) -> Span | None:
    """The shortest stretch with one of each of these stems; (0, 0) where the text has none of them."""
    tokens = [(found.span(), {stem(part) for part in words(found.group())}) for found in _TOKEN.finditer(text)]
    places = [[k for k, (_, forms) in enumerate(tokens) if not forms.isdisjoint(stems)] for stems in asked]
    known = [each for each in places if each]
    if not known:
        return 0, 0
    best: tuple[int, int] | None = None
    for first in sorted({k for each in known for k in each}):
        after = [next((k for k in each if k >= first), None) for each in known]
        last = max((k for k in after if k is not None), default=first)
        if None not in after and (best is None or last - first < best[1] - best[0]):
            best = first, last
    if best is None or best[1] - best[0] > (len(known) - 1) * (BETWEEN + 1):
        return None
    return tokens[best[0]][0][0], tokens[best[1]][0][1]
