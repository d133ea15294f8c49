"""Tokens of a corpus, each with its sentence -> running text, as before it was cut up, and where each token stands.

A text loses its spacing when it is cut into tokens ("break - in", "p . m .", "`` We"). It is put back by rule, so
that the reader meets what it meets elsewhere; no word is changed, and only pairs of marks become quotation marks.

>>> running_text([("A", 0), ("break", 0), ("-", 0), ("in", 0), (",", 0), ("``", 0), ("no", 0), ("''", 0), (".", 0)])[0]
'A break-in, “no”.'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whoseword.model import Span

_BEHIND = re.compile(r"[.,;:!?%)\]’”®™…]+|[’'](?:s|re|ve|ll|d|m|t)|n[’']t|''", re.IGNORECASE)
_BEFORE = frozenset("( [ $ € £ # “ ‘ ``".split())
_MARKS = {"``": "“", "''": "”"}
_SHORT = frozenset("s re ve ll d m t".split())
_ENDS = re.compile(r".*[.!?…:;][\"'”’)\]]*", re.DOTALL)
# A hyphen before these is a dash, except in "hand-to-hand": "the harbour - which had closed - ".
_AFTER_DASH = frozenset(
    "which who whose that and but or the a an he she it they we his her their its this with including according where "
    "when while not is was for from".split()
)


def running_text(tokens: Sequence[tuple[str, int]]) -> tuple[str, tuple[Span, ...]]:
    """(word, number of its sentence) in text order -> text, and the span of each token in it.

    A sentence that ends in no mark (a headline, a date) ends its paragraph.
    """
    text, spans, opened = "", list[Span](), {'"': False, "'": False}
    for place, (word, sentence) in enumerate(tokens):
        if place and tokens[place - 1][1] != sentence:
            text += " " if _ENDS.fullmatch(text) else "\n\n"
            opened.update(dict.fromkeys({word} & opened.keys(), False))  # what opens a sentence is no closing mark
        elif place and not _is_joined(tokens, place, opened):
            text += " "
        _follow(tokens, place, opened)
        shown = _MARKS.get(word, word)
        spans.append((len(text), len(text) + len(shown)))
        text += shown
    return text, tuple(spans)


def _is_joined(tokens: Sequence[tuple[str, int]], place: int, opened: dict[str, bool]) -> bool:
    """Whether nothing stands between a token and the one before it."""
    words = [word for word, _ in tokens]
    word, before = words[place], words[place - 1]
    if opened.get(before):
        return True  # a straight mark that has just opened
    if word in opened and (opened[word] or not _opens(tokens, place)):
        return True
    if "/" in (word, before) or before in _BEFORE or _BEHIND.fullmatch(word):
        return word not in _BEFORE or before in _BEFORE
    if before in {"’", "'"} and place > 1 and word.lower() in _SHORT:
        return True  # "It ’ s"
    if word == "-" or before == "-":
        return _is_hyphen(words, place if word == "-" else place - 1)
    return _is_number_or_short(words, place)


def _is_number_or_short(words: Sequence[str], place: int) -> bool:
    """Behind a mark that ends no sentence: "3 . 5", "2 , 000", "8 : 13am", "p . m .", "U . S ."."""
    if place < 2:
        return False
    mark, before, word = words[place - 1], words[place - 2], words[place]
    digits = before[-1:].isdigit() and word[:1].isdigit()
    thousands = mark == "," and re.match(r"[0-9]{3}(?![0-9])", word) is not None
    letters = mark == "." and len(before) == len(word) == 1 and before.isalpha() and word.isalpha()
    return (digits and (thousands or mark in {".", ":"})) or letters


def _is_hyphen(words: Sequence[str], at: int) -> bool:
    """Whether the hyphen at `at` ties its neighbours together: "11 - year", not "Day - February"."""
    if not 0 < at < len(words) - 1:
        return False
    before, behind = words[at - 1], words[at + 1]
    if not (before[-1].isalnum() and behind[0].isalnum()) or behind in _AFTER_DASH:
        return False
    numbers = before[-1].isdigit() and behind[0].isdigit()
    return numbers or behind[0].islower() or before.islower() or len(before) == 1


def _opens(tokens: Sequence[tuple[str, int]], place: int) -> bool:
    """Whether a straight mark that stands alone opens: not behind a possessive, not at the end of its sentence."""
    at_end = place + 1 == len(tokens) or tokens[place + 1][1] != tokens[place][1]
    possessive = tokens[place][0] == "'" and place > 0 and tokens[place - 1][0].endswith("s")
    return not at_end and not possessive


def _follow(tokens: Sequence[tuple[str, int]], place: int, opened: dict[str, bool]) -> None:
    """Keeps in mind whether a straight mark is open behind this token."""
    word = tokens[place][0]
    if word in opened:
        opened[word] = not opened[word] and _opens(tokens, place)
    elif word[:1] == '"' or word[-1:] == '"':
        opened['"'] = word[-1] != '"'
