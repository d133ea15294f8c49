"""Sums of money and shares beside the noun that says of what they are: a deficit of $40 million, a 16 percent raise.

In: a report with its trees. Out: an `Account` for each, so that a salary, a deficit or a raise can be followed. A noun
stands behind the sum, before its "of", or before "is" and "reached". Where none does, as of a sum that only is paid, or
of prices that rose so much, nothing comes out.

>>> [(account.of, account.traits) for account in priced(wording)]
[('pay', ('average', 'teacher'))]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whoseword.ledger.accounts import Account
from whoseword.ledger.definitions import Wording, nation_beside, thing_of
from whoseword.model import Quantity
from whoseword.statements.predicates import cases, mode_of, subject_of

_RULES = frozenset({"quantities:money", "quantities:share"})
_BESIDE = frozenset({"compound", "nummod", "amod", "nmod", "nmod:unmarked"})
# "The deficit reached $3 million"; but "rose 4 percent" tells by how much, and "rose to" the sum.
_MEASURING = frozenset({"total", "reach", "exceed", "average"})
_MOVING = frozenset({"amount", "stand", "rise", "fall", "climb", "drop"})
_BEHIND = frozenset({"obj", "obl"})
_AT = frozenset({"at", "to", "toward", "above", "below"})
_RIGHT_BEHIND = 2  # words: "a 16 percent pay raise"
_MODES = {"actual": "", "planned": "planned", "hypothetical": "possible", "negated": "not"}
# What a sum is a measure of says nothing by itself.
_EMPTY = frozenset(
    "% percent percentage point share part half rest amount total figure number rate level lot worth margin majority "
    "year month week day dollar euro pound".split()
)


def priced(w: Wording) -> Iterator[Account]:
    """The sums and shares of a report that a noun says of what they are, in text order."""
    for quantity in w.record.quantities:
        if quantity.rule not in _RULES or quantity.of is not None or isinstance(quantity.value, str):
            continue
        found = _noun_of(w, quantity)
        if found is not None:
            head, verb = found
            nation, words = nation_beside(w, head)
            act = _MODES[mode_of(w.tree, verb)] if verb is not None else ""
            traits = _traits(w, head, {*words, *w.tree.inside(quantity.span)})
            yield Account(quantity, head, thing_of(w, head).name, act, nation.name if nation else None, traits)


def _noun_of(w: Wording, quantity: Quantity) -> tuple[int, int | None] | None:
    """The noun that a quantity is of, and the word that says so where that is none beside it."""
    inside = w.tree.inside(quantity.span)
    tops = [k for k in inside if w.tree.words[k].head not in inside]
    if len(tops) != 1:
        return None
    beside = _with_article(w, inside)
    if beside is None:
        beside = _beside(w, tops[0])
    if beside is not None:
        return beside, None
    saying = _saying(w, tops[0])
    subject = _counted(w, subject_of(w.tree, saying)) if saying is not None else None
    return None if subject is None else (subject, saying)


def _beside(w: Wording, k: int) -> int | None:
    """The noun above the quantity at `k`: behind it, or before its "of"."""
    word, said = w.tree.words[k], cases(w.tree, k)
    above = word.head
    fits = above >= 0 and word.deprel in _BESIDE and (said == {"of"} if above < k else not said)
    return _counted(w, _last_of(w, above)) if fits else None


def _saying(w: Wording, k: int) -> int | None:
    """The word whose subject the quantity at `k` is told of: itself behind "is", or a verb such as "reached"."""
    if w.tree.children(k, "cop"):
        return k
    word, said = w.tree.words[k], cases(w.tree, k)
    if word.head < 0 or word.deprel not in _BEHIND or w.tree.words[word.head].upos != "VERB" or not said <= _AT:
        return None
    return word.head if w.lemma(word.head) in (_MOVING if said else _MEASURING) else None


def _with_article(w: Wording, inside: Sequence[int]) -> int | None:
    """The noun right behind whose article stands before the quantity, wherever a tree hangs the quantity itself."""
    article, last = inside[0] - 1, inside[-1]
    if article < 0 or w.tree.words[article].upos != "DET":
        return None
    noun = w.tree.words[article].head
    return _counted(w, _last_of(w, noun)) if last < noun <= last + _RIGHT_BEHIND else None


def _last_of(w: Wording, k: int) -> int:
    """Of "pay raise" the raise."""
    while w.tree.words[k].deprel == "compound" and w.tree.words[k].head > k:
        k = w.tree.words[k].head
    return k


def _counted(w: Wording, k: int | None) -> int | None:
    """The word, if it is a noun that says something and counts nobody."""
    if k is None or w.tree.words[k].upos != "NOUN" or w.lemma(k) in _EMPTY | w.lexicon.figures.uncounted:
        return None
    return None if thing_of(w, k).people else k


def _traits(w: Wording, head: int, told: set[int]) -> tuple[str, ...]:
    """The words beside the noun that make another sum of it ("average"), each as its lemma: teachers' is teacher."""
    beside = (k for k in w.tree.children(head, "amod", "compound", "nmod:poss") if k < head and k not in told)
    nouns = [k for k in beside if w.tree.words[k].upos in {"NOUN", "ADJ", "PROPN"}]
    return tuple(sorted({w.lemma(k) for k in nouns if w.tree.form(k) not in w.lexicon.figures.plain}))
