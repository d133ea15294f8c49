"""Readings made by hand: text in the mark-up of tests/marks.py in, its text and a Reading without a model out.

- each statement of the mark-up is one relation
- `names` gives the kind of each name by its words
- `grammar` gives a word's part of speech, and after it, where they matter, its relation and the word that governs it;
  a word that it leaves out is a noun without a governor, a proper noun in a name, or a mark

A word stands for its first place in the text.

>>> text, reading = reading_of("{S:Ann} {C:slept}.", grammar={"Ann": "PROPN nsubj slept"})
>>> reading.words[0]
Word(span=(0, 3), upos='PROPN', head=1, deprel='nsubj')
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.marks import MarkedStatement, parse
from whoseword.model import Name, NameKind, Reading, Relation, Span, Word
from whoseword.reports.words import paragraphs, words

SCORE = 0.9


def reading_of(
    marked: str, *, names: Mapping[str, NameKind] | None = None, grammar: Mapping[str, str] | None = None
) -> tuple[str, Reading]:
    """The clean text of `marked` and its Reading, one sentence a paragraph."""
    found = parse(marked)
    text = found.text
    named = tuple(Name(span_of(text, name), kind) for name, kind in (names or {}).items())
    by_paragraph = [words(text, paragraph) for paragraph in paragraphs(text)]
    spans = [span for group in by_paragraph for span in group]
    forms = [text[slice(*span)] for span in spans]
    read = tuple(_word(span, forms, k, named, grammar or {}) for k, span in enumerate(spans))
    ends = [sum(map(len, by_paragraph[: k + 1])) for k in range(len(by_paragraph))]
    sentences = tuple(zip([0, *ends[:-1]], ends, strict=True)) if ends else ()
    return text, Reading(read, sentences, named, tuple(map(_relation, found.statements)))


def span_of(text: str, part: str) -> Span:
    """Where `part` stands in `text` first."""
    start = text.index(part)
    return (start, start + len(part))


def _word(span: Span, forms: list[str], place: int, names: tuple[Name, ...], grammar: Mapping[str, str]) -> Word:
    form = forms[place]
    if form in grammar and forms.index(form) == place:
        upos, *arc = grammar[form].split()
        return Word(span, upos, forms.index(arc[1]), arc[0]) if arc else Word(span, upos, -1, "root")
    in_name = any(name.span[0] <= span[0] and span[1] <= name.span[1] for name in names)
    upos = "PUNCT" if not any(c.isalnum() for c in form) else "PROPN" if in_name else "NOUN"
    return Word(span, upos, -1, "root")


def _relation(statement: MarkedStatement) -> Relation:
    source = (statement.source,) if statement.source else ()
    return Relation(source, statement.cue, statement.content, statement.told_to, SCORE)
