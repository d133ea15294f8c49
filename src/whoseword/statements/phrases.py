"""Noun phrases and neighbours in a tree, for what counts and what is counted.

In: a tree and the index of a word. Out: the head of the phrase that begins there, or the forms around it.

>>> noun_phrase(tree, 2)  # "about 2,500 US troops in Iraq": from "US" to "troops"
(3, 2)
"""

from __future__ import annotations

from whoseword.lexicon import Lexicon
from whoseword.model import Span
from whoseword.statements.numerals import HYPHENS
from whoseword.statements.trees import Tree

NOUNS = frozenset({"NOUN", "PROPN"})
BEFORE_NOUN = frozenset({"ADJ", "NUM", "ADV", *NOUNS})
_INNER = frozenset({"compound", "amod", "nmod:poss", "flat", "nummod", "nmod", "advmod"})
_QUOTES = frozenset("“\"‘'")


def form_before(tree: Tree, k: int) -> str:
    """The form of the word before `k`; nothing at the start of the text."""
    return tree.form(k - 1) if k > 0 else ""


def forms_after(tree: Tree, last: int, size: int) -> list[str]:
    """The forms of at most `size` words behind `last` in its sentence."""
    end = tree.sentence_end(last)
    return [tree.form(k) for k in range(last + 1, min(last + 1 + size, end))]


def noun_phrase(tree: Tree, start: int) -> tuple[int, int] | None:
    """The head of the noun phrase whose words begin at `start`, and the first word that belongs to it."""
    end, k, head = tree.sentence_end(start) if start < len(tree.words) else start, start, None
    while k < end:
        word = tree.words[k]
        joined = tree.form(k) in HYPHENS and k + 1 < end
        if word.upos in NOUNS:
            head = k
            if not (k < word.head < k + 6 and word.deprel in _INNER):
                break
        elif not (word.upos in BEFORE_NOUN or joined or tree.form(k) in {"'s", "’s", "&", *_QUOTES}):
            if not (word.upos == "VERB" and word.deprel == "amod" and k < word.head):
                break
        elif word.upos == "ADV" and not k < word.head < k + 4:
            break
        k += 1
    while head is not None and start < head and tree.form(start) in _QUOTES:
        start += 1
    return None if head is None else (head, start)


def phrase_span(tree: Tree, phrase: tuple[int, int] | None) -> Span | None:
    """The span from the first word of a noun phrase to its head."""
    return tree.span(range(phrase[1], phrase[0] + 1)) if phrase else None


def counted_unit(tree: Tree, k: int, lexicon: Lexicon) -> str:
    """The counted noun as the report writes it, both words of one like "service members"."""
    two = k > 0 and f"{tree.form(k - 1)} {tree.form(k)}" in lexicon.unit
    return tree.text[tree.words[k - two].span[0] : tree.words[k].span[1]]
