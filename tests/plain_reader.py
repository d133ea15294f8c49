"""A reader without a model, for the tests of what stands around it: it knows `NAME said that …` and nothing else.

`PlainReader().read("Ada Rook said that it rained.")` gives one relation with the cue "said".
"""

from __future__ import annotations

import re
from dataclasses import replace

from whoseword.model import Problem, Reading, Relation, Word
from whoseword.reports.words import paragraphs, words

_SAID = re.compile(
    r"(?P<source>[A-Z]\w+ [A-Z]\w+|[Aa]n? \w+) (?P<cue>said|told (?P<told>[A-Z]\w+)) (?P<content>that [^.]+)"
)


class PlainReader:
    """Reads by one pattern; fails on a text with "unreadable" in it, as a faulty reader would."""

    def read(self, text: str) -> tuple[Reading, tuple[Problem, ...]]:
        """Words without their grammar, and one relation for each "said that"."""
        if "unreadable" in text:
            raise ZeroDivisionError("made to fail")
        spans = [span for paragraph in paragraphs(text) for span in words(text, paragraph)]
        relations = []
        for found in _SAID.finditer(text):
            start = found.start("cue")
            told = (found.span("told"),) if found["told"] else ()
            cue = (start, start + len(found["cue"].split()[0]))
            relations.append(Relation((found.span("source"),), (cue,), (found.span("content"),), told, 0.9))
        read = tuple(Word(span, "X", -1, "dep") for span in spans)
        return Reading(read, ((0, len(read)),) if read else (), (), tuple(relations)), ()


class TaggingReader(PlainReader):
    """The same with a tag for each word by its form, so that there is something to be compared across reports."""

    def read(self, text: str) -> tuple[Reading, tuple[Problem, ...]]:
        """Words in -ed are verbs, those of three letters or fewer particles, all others nouns."""
        reading, problems = super().read(text)
        return replace(
            reading, words=tuple(replace(word, upos=_tag(text[slice(*word.span)])) for word in reading.words)
        ), problems


def _tag(word: str) -> str:
    if not word[0].isalnum():
        return "PUNCT"
    if len(word) <= 3:
        return "PART"
    return "VERB" if word.endswith("ed") else "NOUN"
