"""Two versions of a text -> what was changed in it, word by word.

In: the text before and after. Out: edits in text order, each with its span in both. White space alone is no change.

>>> edits("Two died on Monday.", "Three died on Monday, police said.")
(Edit(before=(0, 3), after=(0, 5)), Edit(before=(18, 18), after=(20, 33)))
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from whoseword.model import Span

# A rewritten page of 2,000 words on both sides takes about a second; beyond that the page is one edit.
MOST_COMPARISONS = 4_000_000
# Rows of a file move when one is put in front of them. What shares fewer of its words with what stood there is another
# report. Not tuned: revisions of a report share nearly all of them, two reports a third, function words above all.
ALIKE = 0.6
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ENDS = ".!?”\"’'"


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that were replaced, added or removed: their span in each version.

    Where nothing stood, the span is the gap between the words around, white space or nothing.
    """

    before: Span
    after: Span


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    span: Span


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """What makes `after` of `before`."""
    old, new = _tokens(before), _tokens(after)
    return tuple(
        Edit(_between(old, low, high, len(before)), _between(new, start, end, len(after)))
        for low, high, start, end in _blocks([token.text for token in old], [token.text for token in new])
    )


def is_alike(before: str, after: str) -> bool:
    """Whether `after` can be a version of `before`: they share most of their words."""
    old, new = (Counter(token.text.casefold() for token in _tokens(text)) for text in (before, after))
    return (old & new).total() >= ALIKE * max(old.total(), new.total(), 1)


def touches(edit: Edit, span: Span, before: str, after: str) -> bool:
    """Whether what stands at `span` of the text before rests on words of this edit.

    Words added at its border count ("that it rained" became "that it rained heavily"), unless a sentence ends there.
    """
    start, end = edit.before
    if before[start:end].strip():
        return span[0] < end and start < span[1]
    if span[0] < start and end < span[1]:
        return True
    if "\n" in before[start:end]:
        return False
    added = after[slice(*edit.after)]
    ends_here = span[1] == start and before[start - 1 : start] not in _ENDS
    begins_here = span[0] == end and added[-1:] not in _ENDS
    return ends_here or begins_here


def _tokens(text: str) -> list[_Token]:
    return [_Token(found[0], found.span()) for found in _TOKEN.finditer(text)]


def _between(tokens: Sequence[_Token], low: int, high: int, length: int) -> Span:
    """The span of tokens `low` to `high`; of none, the gap between their neighbours."""
    if low < high:
        return tokens[low].span[0], tokens[high - 1].span[1]
    return tokens[low - 1].span[1] if low else 0, tokens[low].span[0] if low < len(tokens) else length


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Ranges of tokens that differ. What both begin and end with is put aside: most revisions are small."""
    shortest, head, tail = min(len(old), len(new)), 0, 0
    while head < shortest and old[head] == new[head]:
        head += 1
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    low, high = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(low) * len(high) > MOST_COMPARISONS:
        yield head, len(old) - tail, head, len(new) - tail
        return
    for kind, first, last, start, end in SequenceMatcher(None, low, high, autojunk=False).get_opcodes():
        if kind != "equal":
            yield head + first, head + last, head + start, head + end
