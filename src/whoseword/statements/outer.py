"""Acts of telling around a whole sentence that the reader passed over for one inside it.

"Officials had discussed a vote, the Bell reported": the reader is flat, each word has one role, and what is told goes
to the inner telling; of the outer one source and cue are left, or nothing. In: the trees, and a relation without a
content or the words of the cues that are marked. Out: the relations at the end of a sentence that tell the rest of it.

>>> [tree.text[slice(*d.relation.cue[0])] for d in around(tree, covered, load_lexicon())]
['reported']
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from whoseword.lexicon import Lexicon
from whoseword.model import Relation, Span
from whoseword.statements.clauses import Draft
from whoseword.statements.trees import BE, Tree

# What it is worth: the words leave little doubt, the parse a little more.
CONFIDENCE = 0.6
# Verbs that tell at the end of a sentence; others stand there for other reasons ("…, the cook stressed out").
TELLING = frozenset({"say", "report", "write", "announce", "tell", "add", "note", "state", "confirm"})
LONGEST_SOURCE = 24  # words between "according to" and the end of the sentence
LONGEST_BEHIND = 7  # words behind the verb: "on Friday in an interview"
SHORTEST = 4  # words that are told
_SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADP", "PART", "PUNCT", "SYM", "CCONJ"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_OPENING = frozenset({"“", '"'})
_RELATIVE = frozenset({"who", "which", "whose"})
# "The newspaper said:", and what it said in the paragraph below.
_BLOCK = re.compile(r":?[ \t]*(?:\r?\n)+[ \t]*([^\r\n]+[^\s])")
_DATELINE = re.compile(r"[A-Z][^()\n.]{0,60}(?:\([^()\n]{2,40}\)\s*)?[–—-]{1,2}\s+(?<=[A-Z)]\s[–—-]\s)")
_FROM = re.compile(r"\s+from\s+[A-Z]")
_SENTENCE_MARKS = frozenset(".!?\"”'’)")


def around(tree: Tree, covered: Collection[int], lexicon: Lexicon) -> Iterator[Draft]:
    """The relations at the end of sentences, none of whose cue's words are among `covered`."""
    for first, end in tree.sentences():
        last = end
        while last > first and tree.form(last - 1) in _SENTENCE_MARKS:
            last -= 1
        relation = _according_to(tree, first, last, covered) or _subject_and_verb(tree, first, last, covered, lexicon)
        if relation:
            yield Draft(relation, rule="outer:end-of-sentence")
        leading = _leading(tree, first, end, covered)
        if leading:
            yield leading


def _according_to(tree: Tree, first: int, last: int, covered: Collection[int]) -> Relation | None:
    """The relation in "The dam held, according to a clerk"."""
    places = [k for k in range(first + SHORTEST, last - 2) if tree.form(k) == "according" and tree.form(k + 1) == "to"]
    if not places or {places[-1], places[-1] + 1} & set(covered) or tree.form(places[-1] - 1) != ",":
        return None
    k = places[-1]
    stop = next((n for n in range(k + 2, last) if tree.form(n) == ","), last)
    if last - k > LONGEST_SOURCE or (stop < last and tree.form(stop + 1) not in _RELATIVE):
        return None
    return _relation(tree, (first, k - 1), (k + 2, stop), (k, k + 2))


def _leading(tree: Tree, first: int, end: int, covered: Collection[int]) -> Draft | None:
    """The relation in "According to a clerk, the dam held", and in "According to the Bell:" above a paragraph."""
    if {first, first + 1} & set(covered) or [tree.form(k) for k in range(first, min(first + 2, end))] != [
        "according",
        "to",
    ]:
        return None
    stop = next((k for k in range(first + 2, end) if tree.form(k) in {",", ":"}), end)
    if stop == end or not 0 < stop - first - 2 <= LONGEST_SOURCE:
        return None
    if tree.form(stop) == ":":
        below = _BLOCK.match(tree.text, tree.words[stop - 1].span[1])
        spans = (tree.span(range(first + 2, stop)), tree.span(range(first, first + 2)))
        found = Relation((spans[0],), (spans[1],), (below.span(1),), (), CONFIDENCE) if below else None
        return Draft(found, rule="outer:paragraph-below") if found else None
    last = end
    while last > stop and tree.form(last - 1) in {".", "!", "?"}:
        last -= 1
    relation = _relation(tree, (stop + 1, last), (first + 2, stop), (first, first + 2))
    return Draft(relation, rule="outer:start-of-sentence") if relation else None


def _subject_and_verb(tree: Tree, first: int, last: int, covered: Collection[int], lexicon: Lexicon) -> Relation | None:
    """The relation in "The dam held, the Bell reported on Friday"."""
    for k in range(last - 1, max(first + SHORTEST, last - LONGEST_BEHIND - 1), -1):
        known = lexicon.cue(tree.form(k)) if tree.words[k].upos == "VERB" else None
        if known is None:
            if tree.words[k].upos in {"VERB", "AUX"}:
                return None
            continue
        if known.lemma not in TELLING or k in covered:
            return None
        comma = next(
            (n for n in range(k - 1, first, -1) if tree.words[n].upos not in _SUBJECT or tree.form(n) == ","), first
        )
        subject = range(comma + 1 + (tree.words[comma + 1].upos == "PUNCT"), k)
        if tree.form(comma) != "," or not subject or not any(c in subject for c in tree.children(k, "nsubj")):
            return None
        return _relation(tree, (first, comma), (subject.start, k), (k, k + 1))
    return None


def filled(tree: Tree, relation: Relation, lexicon: Lexicon) -> Draft | None:
    """A relation of source and cue alone, with what stands before it in the sentence as its content.

    Where its cue ends a paragraph with a colon, the next paragraph is told.
    """
    if relation.content or not relation.source or len(relation.cue) != 1:
        return None
    cue, source = relation.cue[0], relation.source[0]
    words, known = tree.inside(cue), lexicon.cue_within(tree.text[slice(*cue)])
    if not words or known is None or known.act != "statement":
        return None
    below = _BLOCK.match(tree.text, max(cue[1], source[1]))
    if below and below.end() < len(tree.text):
        return Draft(replace(relation, content=(below.span(1),)), rule="outer:paragraph-below")
    told = [] if _is_passive(tree, words) else _before(tree, tree.sentence(words[0]), cue, source)
    if len(told) < SHORTEST or tree.form(told[-1] + 1) not in {",", "—", "–"}:
        return None
    return Draft(replace(relation, content=(tree.span(told),)), rule="outer:end-of-sentence")


def _before(tree: Tree, sentence: tuple[int, int], cue: Span, source: Span) -> list[int]:
    """The words of the sentence before its last telling; none where that is a question, or more happens behind it."""
    first, end = sentence
    behind = [k for k in range(first, end) if tree.words[k].span[0] >= max(cue[1], source[1])]
    if tree.form(end - 1) == "?" or _FROM.match(tree.text, cue[1]):
        return []
    if any(tree.words[k].upos in {"VERB", "AUX"} for k in behind):
        return []
    first = _behind_dateline(tree, first, end)
    told = [k for k in range(first, end) if tree.words[k].span[1] <= min(cue[0], source[0])]
    while told and (tree.words[told[-1]].upos == "PUNCT" or tree.form(told[-1]) == "as"):
        told.pop()
    if told and tree.form(tree.inside(source)[-1]) in _PRONOUNS:
        # "He vowed …, and Orme said …, “the last barge,” he said": only the quotation is surely his.
        opened = [k for k in told if tree.form(k) in _OPENING]
        told = [k for k in told if opened and k >= opened[-1]]
    return told


def _behind_dateline(tree: Tree, first: int, end: int) -> int:
    """The first word behind "VELL, Velland (Reuters) —"."""
    found = _DATELINE.match(tree.text, tree.words[first].span[0])
    return next((k for k in range(first, end) if tree.words[k].span[0] >= found.end()), end) if found else first


def _is_passive(tree: Tree, words: Sequence[int]) -> bool:
    """Whether somebody is told of rather than telling: "is favoured by", "was reported by"."""
    helpers = {tree.form(c) for k in words for c in tree.children(k, "aux")}
    return tree.form(words[-1]) == "by" or bool(helpers & BE)


def _relation(tree: Tree, content: Span, source: Span, cue: Span) -> Relation | None:
    """A relation of three ranges of words; None where hardly anything is told, or it begins with a second clause."""
    content = (_behind_dateline(tree, *content), content[1])
    if content[1] - content[0] < SHORTEST or source[1] <= source[0]:
        return None
    return Relation(
        (tree.span(range(*source)),), (tree.span(range(*cue)),), (tree.span(range(*content)),), (), CONFIDENCE
    )
