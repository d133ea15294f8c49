"""The place that a quantity is counted in: "about 2,500 US troops in Iraq".

In: a tree, the first and last word of a phrase, the names and the Lexicon. Out: the span of one place, or None where
the sentence names none or several that could be meant.

>>> place_of(tree, 3, 5, reading, load_lexicon())
(34, 38)
"""

from __future__ import annotations

from whoseword.lexicon import Lexicon
from whoseword.model import Reading, Span
from whoseword.statements.trees import Tree

# "Fired at Velland" is a direction.
_INSIDE = frozenset("in across inside throughout within near outside around on".split())
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN"})


def place_of(tree: Tree, first: int, last: int, reading: Reading, lexicon: Lexicon) -> Span | None:
    """The place in the phrase itself, else the only one that its predicate has."""
    inside = range(first, last + 1)
    heads = [k for k in inside if tree.words[k].head not in inside]
    own = {span for k in heads for span in _places(tree, k, reading, lexicon)}
    if own:
        return own.pop() if len(own) == 1 else None
    verb = next((tree.words[k].head for k in heads if tree.words[k].head >= 0), None)
    for _ in range(2):
        if verb is None or tree.words[verb].upos not in _PREDICATES:
            return None
        found = _places(tree, verb, reading, lexicon)
        if found:
            return found[0] if len(set(found)) == 1 else None
        above = tree.words[verb]
        verb = above.head if above.head >= 0 and above.deprel in {"nsubj", "obj", "obl", "conj", "nmod"} else None
    return None


def _places(tree: Tree, k: int, reading: Reading, lexicon: Lexicon) -> list[Span]:
    """The places that hang on the word at `k` with "in" or the like."""
    found = []
    for child in tree.children(k, "nmod", "obl"):
        if any(tree.form(c) in _INSIDE for c in tree.children(child, "case")):
            span = _named(tree, child, reading, lexicon)
            if span:
                found.append(span)
    return found


def _named(tree: Tree, k: int, reading: Reading, lexicon: Lexicon) -> Span | None:
    begin, end = tree.words[k].span
    for name in reading.names:
        if name.span[0] <= begin and end <= name.span[1]:
            words = tree.text[slice(*name.span)]
            return name.span if name.kind == "place" or lexicon.country(words) else None
    return (begin, end) if lexicon.country(tree.text[begin:end]) else None
