"""Paragraphs of words -> the arrays that the reader's network takes; also its label sets.

Each word is cut into word pieces on its own, so a word's offsets never depend on the tokenizer's normalisation.

>>> pack([100, 100, 100], 256)
[[0, 1], [2]]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whoseword.model import Span
from whoseword.reports.words import is_apart, paragraphs, words

ROLES = (
    "O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content", "B-recipient", "I-recipient",
)  # fmt: skip
KINDS = ("person", "organisation", "place")
UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
)  # fmt: skip
RELATIONS = (
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj",
    "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip

CLS, SEP, UNKNOWN = 101, 102, 100
WINDOW = 175  # pieces; of 128 to 420 tried on PolNeAR dev, this was among the best, and short windows run faster
LONGEST = 508  # a paragraph longer than this is cut: the encoder knows 512 positions
LONGEST_WORD = 12  # pieces of one word that are read; the rest of a 10,000-character word tells nothing
FEATURES = 17

KNOWN_WORDS = 50_000  # cut words that are kept

# Two apostrophes stand for either mark: some archives print ''so'', others ``so''.
_OPENING, _CLOSING, _STRAIGHT = {"“", "„", "``", "«"}, {"”", "»"}, {'"', "＂", "''"}
_MARKS = _OPENING | _CLOSING | _STRAIGHT


def shape(word: str) -> int:
    """1 lower, 2 Capitalised, 3 UPPER, 4 single capital, 5 mIxed, 6 digits, 7 marks, 8 with a digit."""
    if word.isdigit():
        return 6
    if not any(c.isalnum() for c in word):
        return 7
    if any(c.isdigit() for c in word):
        return 8
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 2 if word[0].isupper() and word[1:].islower() else 5


@dataclass(slots=True)
class Paragraph:
    """One paragraph (or a piece of a very long one): pieces with features, and for each word span and first piece."""

    ids: list[int]
    features: list[tuple[int, int, int]]
    first: list[int]
    words: list[Span]


class Encoder:
    """Cuts texts into paragraphs of word pieces. `pieces` maps one word to its word-piece ids."""

    def __init__(self, pieces: Callable[[str], Sequence[int]]) -> None:
        self._pieces = pieces
        self._known: dict[str, tuple[list[int], int]] = {}

    def encode(self, text: str, *, tokens: Sequence[Span] | None = None) -> list[Paragraph]:
        """The paragraphs of `text`; with `tokens`, those are taken as the words of one single paragraph."""
        if tokens is not None:
            return self._paragraph(text, list(tokens))
        found: list[Paragraph] = []
        for span in paragraphs(text):
            found.extend(self._paragraph(text, words(text, span)))
        return found

    def _word(self, word: str) -> tuple[list[int], int]:
        """(pieces, shape) of a word; a report repeats its words, and an emptied table changes speed only."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= KNOWN_WORDS:
                self._known.clear()
            known = self._known[word] = (list(self._pieces(word)[:LONGEST_WORD]) or [UNKNOWN], shape(word))
        return known

    def _paragraph(self, text: str, spans: list[Span]) -> list[Paragraph]:
        made = [Paragraph([], [], [], [])]
        quoted = False
        last = ""
        for n, (span, apart) in enumerate(zip(spans, is_apart(spans), strict=True)):
            word = text[span[0] : span[1]]
            current = made[-1]
            full = len(current.ids)
            if full > LONGEST - 60 and (last in {".", "?", "!"} or full > LONGEST - LONGEST_WORD):
                current = Paragraph([], [], [], [])
                made.append(current)
            mark = 10 if quoted else 9
            if word in _MARKS:
                opens = word in _OPENING or (word in _STRAIGHT and not quoted)
                mark, quoted = (11, True) if opens else (12, False)
            ids, form = self._word(word)
            current.first.append(len(current.ids))
            current.words.append(span)
            current.ids.extend(ids)
            current.features.append((form, mark, 15 if n == 0 else 14 if apart else 13))
            if len(ids) > 1:
                current.features.extend([(form, mark, 16)] * (len(ids) - 1))
            last = word
        return [p for p in made if p.ids]


def pack(sizes: Sequence[int], cap: int = WINDOW, *, first: int | None = None) -> list[list[int]]:
    """Indices of consecutive paragraphs grouped into windows of at most `cap` pieces; a longer one stays alone."""
    groups: list[list[int]] = []
    room = 0
    for k, size in enumerate(sizes):
        if not groups or size + 1 > room:
            limit = first if not groups and first else cap
            groups.append([])
            room = limit - 1
        groups[-1].append(k)
        room -= size + 1
    return groups


def window_arrays(window: Sequence[Paragraph]) -> dict[str, NDArray[np.int64]]:
    """Arrays ids [n], features [n, 3], first and paragraph [1 + words]; column 0 of the words is the window itself."""
    ids: list[int] = [CLS]
    features: list[tuple[int, int, int]] = [(0, 0, 0)]
    first: list[int] = [0]
    belongs: list[int] = [-1]
    for k, paragraph in enumerate(window):
        base = len(ids)
        ids.extend(paragraph.ids)
        ids.append(SEP)
        features.extend(paragraph.features)
        features.append((0, 0, 0))
        first.extend(base + f for f in paragraph.first)
        belongs.extend([k] * len(paragraph.first))
    arrays = {"ids": ids, "features": features, "first": first, "paragraph": belongs}
    return {key: np.asarray(value, np.int64) for key, value in arrays.items()}
