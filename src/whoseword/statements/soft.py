"""Soft tellings that the reader often passes over: what is expected by nobody named, and what somebody leaves open.

In: the trees, and the words of the cues that are marked already. Out: the relations of these two kinds. "It is not
clear whether" is none of them: it is the writer's own doubt.

>>> [tree.text[slice(*d.relation.cue[0])] for d in soft(tree, covered)]  # "The ice is expected to hold."
['is expected']
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from whoseword.model import Relation, Span
from whoseword.statements.clauses import Draft
from whoseword.statements.trees import BE, Tree

# The cue decides; the borders come from the trees.
CONFIDENCE = 0.5
_OPEN = re.compile(r"(?:to\s+)?(?:the\s+(?:possibility|option|prospect|question|chance)\s+(?:of|that|whether)?\s*)?")
_LEAVING = frozenset({"leave", "leaves", "leaving", "left"})
_END = frozenset(".!?;")


def soft(tree: Tree, covered: Collection[int]) -> Iterator[Draft]:
    """The soft tellings none of whose cue's words are among `covered`, in text order."""
    for k, word in enumerate(tree.words):
        if word.upos != "VERB" or k in covered:
            continue
        expected = _expected(tree, k) if tree.form(k) == "expected" else None
        left_open = _left_open(tree, k)
        if expected:
            yield Draft(expected, rule="soft:expected")
        if left_open:
            yield Draft(left_open, rule="soft:left-open")


def _expected(tree: Tree, k: int) -> Relation | None:
    """The relation in "The ice is expected to hold": thing and deed are told, by nobody named."""
    helpers = [c for c in tree.children(k, "aux") if tree.form(c) in BE and c < k]
    subjects = [c for c in tree.children(k, "nsubj") if c < k]
    by = any(tree.form(c) == "by" for n in tree.children(k, "obl") for c in tree.children(n, "case"))
    if not helpers or not subjects or (by and not tree.children(k, "xcomp")):
        return None
    thing = tree.span(tree.unbroken([n for n in tree.below(subjects[0]) if n < helpers[0]], subjects[0]))
    rest = _rest(tree, k + 1)
    return Relation((), (tree.span([helpers[-1], k]),), (thing, rest) if rest else (thing,), (), CONFIDENCE)


def _left_open(tree: Tree, k: int) -> Relation | None:
    """The relation in "The board is leaving open the possibility of a toll"."""
    subjects = [c for c in tree.children(k, "nsubj") if c < k]
    behind = tree.form(k + 1) if k + 1 < len(tree.words) else ""
    if tree.form(k) not in _LEAVING or not subjects or behind != "open":
        return None
    rest = _rest(tree, k + 2)
    if rest is None:
        return None
    skipped = _OPEN.match(tree.text, *rest)
    content = (skipped.end() if skipped and skipped.end() < rest[1] else rest[0], rest[1])
    source = tree.span(tree.unbroken([n for n in tree.below(subjects[0]) if n < k], subjects[0]))
    return Relation((source,), (tree.span([k, k + 1]),), (content,), (), CONFIDENCE)


def _rest(tree: Tree, first: int) -> Span | None:
    """From a word to the end of its sentence; None where nothing is left."""
    if first >= len(tree.words) or first >= tree.sentence_end(first - 1):
        return None
    words = [k for k in range(first, tree.sentence_end(first)) if tree.form(k) not in _END]
    return tree.span(words) if words else None
