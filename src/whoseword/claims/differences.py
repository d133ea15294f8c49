"""One shared passage -> where its two versions part over a number, a name or a "not", as a reader must know.

"Killed 12 people" against "killed 14 people" in the same sentence is an update or a mistake, never two origins.

>>> {"12", "two", "not", "n't"} & (_NUMBERS | _NEGATIONS) == {"two", "not"}
True
"""

from __future__ import annotations

from itertools import pairwise

from whoseword.claims.alignment import Aligned
from whoseword.claims.copies import Difference
from whoseword.claims.pairs import Pair, Side
from whoseword.model import Span

_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands"
    " million millions billion billions dozen dozens half first second third".split()
)
_NEGATIONS = frozenset("no not never none nobody nothing neither nor without cannot".split())


def differences(aligned: Aligned, pair: Pair) -> tuple[Difference, ...]:
    """The edits of a passage that change a number, a name or a negation, in the order of the text."""
    found: list[Difference] = []
    for (a0, b0, length), (a1, b1, _) in pairwise(aligned.runs):
        in_a, in_b = (a0 + length, a1), (b0 + length, b1)
        if _telling(pair.a, in_a) != _telling(pair.b, in_b):
            found.append(Difference(pair.a.place(in_a), pair.b.place(in_b)))
    return tuple(found)


def _telling(side: Side, places: Span) -> frozenset[str]:
    """The numbers, names and negations among some words."""
    return frozenset(side.words.forms[place] for place in range(*places) if _tells(side, place))


def _tells(side: Side, place: int) -> bool:
    form = side.words.forms[place]
    if form[0].isdigit() or form in _NUMBERS or form in _NEGATIONS or form.endswith("n't"):
        return True
    start = side.words.spans[place][0]
    text = side.report.text
    # A capital behind the end of a sentence is no sign of a name.
    return text[start].isupper() and text[max(0, start - 2) : start].rstrip()[-1:] not in {".", "!", "?", "“", '"', ""}
