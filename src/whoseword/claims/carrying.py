"""Words that say of something only that it happened -> what is told there: "talks took place", "left 42 people hurt".

In: a `Telling` and the index of a predicate. Out: the index of the word that carries it, None where none does. Light
verbs that take an object ("held talks") stand in `foremost.py`.

>>> carrier(telling, 0), carrier(telling, 5)
(2, None)
"""

from __future__ import annotations

from whoseword.claims.telling import Telling
from whoseword.statements.predicates import cases, is_passive

_OCCURRING = frozenset("occur happen ensue".split()) | {"take place", "get under way"}
_HELD = frozenset({"hold", "stage"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# With the preposition that "results in" asks for; of "left" only "left him hurt", not "left the meeting".
_CAUSING = {"result": "in", "lead": "to", "leave": "", "cause": ""}
_BROUGHT = frozenset({"obj", "xcomp", "ccomp", "advcl"})
_LEFT = ("ed", "en", "ing")


def carrier(telling: Telling, k: int) -> int | None:
    """The word that says of what `k` names that it happened, or came about."""
    tree, word = telling.tree, telling.tree.words[k]
    if word.head < 0:
        return None
    if word.deprel == "acl" and tree.form(k).endswith(_LEFT) and tree.words[word.head].deprel == "obj":
        above = tree.words[word.head].head
        return above if above >= 0 and telling.lemma_at(above) == "leave" else None
    lemma = telling.lemma_at(word.head)
    if k < word.head:
        held = lemma in _HELD and is_passive(tree, word.head)
        return word.head if word.deprel in _SUBJECTS and (lemma in _OCCURRING or held) else None
    return word.head if lemma in _CAUSING and _is_brought(telling, k, lemma) else None


def brought(telling: Telling, k: int) -> int | None:
    """Who does what a causing verb brought about: the millers of "resulted in 600 millers losing their work"."""
    by = carrier(telling, k)
    if by is None or by > k:
        return None
    between = [c for c in telling.tree.children(by, "obj", "obl") if by < c < k]
    return between[-1] if between else None


def _is_brought(telling: Telling, k: int, lemma: str) -> bool:
    tree, word = telling.tree, telling.tree.words[k]
    asked = _CAUSING[lemma]
    if not asked:
        return word.deprel == "xcomp" or (lemma == "cause" and word.deprel in _BROUGHT)
    before = {tree.form(word.head + 1), *cases(tree, k)}
    return asked in before and word.deprel in _BROUGHT - {"obj"} | {"obl"}
