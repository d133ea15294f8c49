r"""A report's text -> the stretches that are somebody's words: quotations, embedded posts, speeches and transcripts.

Two reports that share such words were both there, or both had the document: that is no copy of one from the other.

>>> text = 'He wrote: “We stay until it is over.”\n\nIt rained.'
>>> [text[slice(*span)] for span in spoken(text)]
['“We stay until it is over.”']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from whoseword.model import Span
from whoseword.reports.words import paragraphs
from whoseword.statements.quotes import quotations

# Reporters do not write "I" and "we" of themselves: where so many words of a paragraph outside quotation marks are such
# (one in 25, two at least), it is a speech, a letter or a transcript printed without marks.
FIRST_PERSON_SHARE, FIRST_PERSON_WORDS = 0.04, 2

_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our|ours|ourselves)\b(?!\.)(?-i:)", re.IGNORECASE)
_US = re.compile(r"\bUS\b")
_LABEL = re.compile(
    r"(?:(?:MR|MS|MRS|DR|SEN|REP|GEN)\.? )?(?:THE )?[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3}: |[QA][.:] "
)
_POST = re.compile(r"\(@\w{2,15}\)")
_WORD = re.compile(r"[^\W_]+")


def spoken(text: str) -> tuple[Span, ...]:
    """Spans of the words of others, in text order; they may overlap."""
    blocks = paragraphs(text)
    found = [quotation.span for quotation in quotations(text, blocks)[0]]
    for start, end in blocks:
        line = text[start:end]
        if _LABEL.match(line):
            found.append((start, end))
        elif posts := list(_POST.finditer(line)):
            found.append((start, start + posts[-1].end()))
        elif _is_speech(text, (start, end), found):
            found.append((start, end))
    return tuple(sorted(found))


def _is_speech(text: str, block: Span, quoted: Sequence[Span]) -> bool:
    inside = [span for span in quoted if block[0] <= span[0] < block[1]]
    own = "".join(text[a:b] + " " for a, b in _outside(block, inside))
    words = len(_WORD.findall(own))
    first = len(_FIRST_PERSON.findall(_US.sub("", own)))
    return first >= FIRST_PERSON_WORDS and first >= FIRST_PERSON_SHARE * words


def _outside(block: Span, inside: Sequence[Span]) -> list[Span]:
    """The parts of `block` that no span of `inside` covers."""
    rest: list[Span] = []
    at = block[0]
    for start, end in sorted(inside):
        if start > at:
            rest.append((at, start))
        at = max(at, end)
    return [*rest, (at, block[1])] if at < block[1] else rest


def covered(spans: Sequence[Span], words: Sequence[Span]) -> list[bool]:
    """For each word, whether one of `spans` holds it whole."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    starts = [start for start, _ in merged]
    return [_within(merged, bisect_right(starts, word[0]) - 1, word) for word in words]


def _within(merged: Sequence[Span], index: int, word: Span) -> bool:
    return index >= 0 and word[1] <= merged[index][1]
