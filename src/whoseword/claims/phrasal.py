"""A verb and the noun that makes its meaning -> one lemma: "claim responsibility", "go on strike", "walk off job".

In: a tree, the index of a verb, its lemma, the groups of like words. Out: the lemma of verb and noun together, where a
group has it (en/synonyms.toml), else None; what such a phrase is done to; and the one sense of a word in a report.

>>> phrase_at(tree, 1, "claim", lexicon)
('claim responsibility', 2)
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from whoseword.claims.lemmas import lemma_of
from whoseword.lexicon import Lexicon, Meaning
from whoseword.statements.predicates import cases
from whoseword.statements.trees import Tree

_BESIDE = ("obj", "obl", "nmod")
_PARTICLES = frozenset("off out up down over back through apart".split())
# A word with several senses keeps one in a report (Gale, Church and Yarowsky 1992, One Sense per Discourse): the group,
# and the words of the report of which one must be there.
_STRIKERS = frozenset("walkout walkouts picket pickets picketing strikers union unions".split()) | {"on strike"}
_SENSES = {"strike": ("walkout", _STRIKERS)}


def phrase_at(tree: Tree, k: int, lemma: str, lexicon: Lexicon) -> tuple[str, int] | None:
    """The lemma of the verb at `k` with a noun or a particle behind it, and the index of that; None where none."""
    known = lexicon.meaning_of_verb
    return next(((words, c) for words, c in _phrases(tree, k, lemma, lexicon) if words in known), None)


def _phrases(tree: Tree, k: int, lemma: str, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    for c in tree.children(k):
        word = tree.words[c]
        if c < k or c - k > 8:
            continue
        if tree.form(c) in _PARTICLES and word.deprel in {"compound", "compound:prt", "advmod"}:
            yield f"{lemma} {tree.form(c)}", c
        elif word.upos == "NOUN" and word.deprel in _BESIDE:
            noun = lemma_of(tree.form(c), "noun", lexicon)
            before = [*sorted(cases(tree, c)), tree.form(k + 1)]
            yield from ((f"{lemma} {case} {noun}", c) for case in dict.fromkeys(before))
            if word.deprel == "obj":
                yield f"{lemma} {noun}", c


def done_to(tree: Tree, k: int, noun: int) -> int | None:
    """What a phrase is done to: "responsibility for an attack", "the lives of guards"; the noun is its part."""
    if tree.words[noun].upos != "NOUN" or tree.words[noun].deprel != "obj":
        return None
    below = [c for c in (*tree.children(noun, "nmod"), *tree.children(k, "obl", "obj")) if c > noun]
    return next((c for c in sorted(below) if cases(tree, c) & {"for", "of", "on"}), None)


def sense(lemma: str, meanings: Collection[Meaning], words: Collection[str]) -> tuple[Meaning, ...]:
    """Of the groups of a word those that fit a report with these words, lower case."""
    if lemma not in _SENSES:
        return tuple(meanings)
    name, signs = _SENSES[lemma]
    return tuple(m for m in meanings if (m.name == name) == (not signs.isdisjoint(words)))
