"""Who cites whom: "the Bell reported, citing a stoker, that …", "The report cited a clerk and said …".

In: the trees and statements of one report. Out: a `Citation` for each source that another source brings in.

>>> [tree.text[slice(*citation.span)] for citation in find_citations(tree, statements, load_lexicon())]
['a stoker']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whoseword.lexicon import Lexicon
from whoseword.model import Span, Statement
from whoseword.statements.trees import Tree

# Cues whose object is a source; the reader may have passed over their participles.
INTRODUCING = frozenset({"cite", "quote"})
_PHRASE_TAGS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADP", "PRON", "SYM"})
# What brings in what was said: "quoted a clerk as saying", "citing a clerk who saw it".
_STOPS = frozenset({"as", "that", "who", "which", "saying", "and"})
LONGEST = 16  # words of the source that is cited


@dataclass(frozen=True, slots=True)
class Citation:
    """`span` are the words for the one cited, `cue` the citing word, `by` the statement whose source cites."""

    span: Span
    cue: Span
    by: str


def find_citations(tree: Tree, statements: Sequence[Statement], lexicon: Lexicon) -> tuple[Citation, ...]:
    """The citations of one report in text order."""
    found: dict[Span, Citation] = {}
    for statement in statements:
        for cue in statement.cue:
            known = lexicon.cue_within(tree.text[slice(*cue)])
            if known and known.lemma in INTRODUCING and statement.content and statement.content[0][0] >= cue[1]:
                words = _phrase(tree, tree.inside(statement.content[0]))
                if words:
                    found[cue] = Citation(tree.span(words), cue, statement.id)
    for citation in _participles(tree, statements, lexicon):
        if not any(a < citation.cue[1] and citation.cue[0] < b for a, b in found):
            found[citation.cue] = citation
    return tuple(sorted(found.values(), key=lambda citation: citation.span))


def _participles(tree: Tree, statements: Sequence[Statement], lexicon: Lexicon) -> Iterator[Citation]:
    """Citations that are no statements of their own: "citing" beside another word of telling in the same sentence."""
    forms = {form for cue in lexicon.cues if cue.lemma in INTRODUCING for form in cue.forms}
    for k in range(len(tree.words)):
        if tree.form(k) not in forms or tree.words[k].upos not in {"VERB", "ADP"}:
            continue
        place = tree.words[k].span[0]
        if any(a <= place < b for s in statements if s.quote == "direct" for a, b in s.content):
            continue
        words = _phrase(tree, list(range(k + 1, tree.sentence_end(k))))
        citer = _citer(tree, k, statements)
        if words and citer:
            yield Citation(tree.span(words), tree.words[k].span, citer.id)


def _citer(tree: Tree, k: int, statements: Sequence[Statement]) -> Statement | None:
    """The nearest statement of the same sentence that has a source outside of what it tells at the citing word."""
    end = tree.sentence_end(k)
    place = tree.words[k].span[0]
    near = []
    for statement in statements:
        for cue in statement.cue:
            inside = tree.inside(cue)
            if inside and tree.sentence_end(inside[0]) == end and statement.source:
                held = any(a <= place < b for a, b in statement.content) and statement.quote != "indirect"
                if not held:
                    near.append((abs(cue[0] - place), statement.id, statement))
    return min(near)[2] if near else None


def _phrase(tree: Tree, words: Sequence[int]) -> list[int]:
    """The noun phrase at the head of these words; empty where a clause stands there."""
    phrase: list[int] = []
    for k in words[:LONGEST]:
        if tree.words[k].upos not in _PHRASE_TAGS or tree.form(k) in _STOPS:
            break
        phrase.append(k)
    while phrase and tree.words[phrase[-1]].upos in {"ADP", "DET", "PART"}:
        phrase.pop()
    return phrase if any(tree.words[k].upos in {"NOUN", "PROPN"} for k in phrase) else []
