"""The predicates of a unit -> those that it mainly tells; the others are presupposed, or said in passing.

In: a `Telling`, the indices of predicates and of the unit's words. Out: indices. "The killing of the mayor made the
town less safe" tells what it made, and takes the killing for known; "condemned the killing" claims nothing at all.
"Reached an agreement" and "agreed to withdraw" tell of the agreement and the withdrawal, "talks took place" of talks.

>>> told_in(telling, [1, 5], range(9), None)
[5]
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from whoseword.claims.carrying import carrier
from whoseword.claims.telling import Telling
from whoseword.model import Act, Statement
from whoseword.statements.predicates import cases, is_passive

# Verbs that lend their grammar to a noun: "reached an agreement", "is under pressure".
_LIGHT = frozenset(
    "be have do make take get give put hold reach carry conduct face see come go stage launch undergo suffer".split()
)
_LENT = frozenset({"xcomp", "ccomp", "obj"})
_FRAMED = frozenset({"xcomp", "ccomp", "obj", "acl", "nmod", "obl", "nsubj", "nsubj:pass", "conj"})
# "Began with the killing", "agreed after the strike".
_OUTSIDE = frozenset("with after following since by from before during amid despite over".split())
_BESIDE = frozenset({"obl", "nmod", "advcl"})
# Who does this with what a noun names does not say that it happened; of a noun that is told, only these words say so.
_SPOKEN_OF: frozenset[Act] = frozenset({"attitude", "question", "no-comment"})
_SAYING_SO = frozenset("announce confirm report reveal claim acknowledge admit disclose declare".split())
_DEEPEST = 8


def told_in(
    telling: Telling,
    found: Sequence[int],
    inside: Collection[int],
    statement: Statement | None,
    top: int | None = None,
) -> list[int]:
    """Those of `found` that the words `inside` mainly tell; `top` is one by definition."""
    mains = [k for k in found if _is_main(telling, k, inside, top)]
    carrying = {carrier(telling, k) for k in mains}
    mains = [k for k in mains if k == top or k not in carrying]
    verbs = [k for k in mains if not _is_noun_like(telling, k)]
    if verbs:
        return [k for k in mains if k in verbs or k == top or not _is_top(telling, k, inside)]
    return mains if _is_claimed(telling, mains, statement) else [k for k in mains if k == top]


def _is_top(telling: Telling, k: int, inside: Collection[int]) -> bool:
    return telling.tree.words[k].head not in inside


def _is_claimed(telling: Telling, mains: Sequence[int], statement: Statement | None) -> bool:
    """Whether what is told by nouns alone is said to be so."""
    if statement is None:
        return any(telling.sort_at(k) == "noun" for k in mains)
    if statement.act in _SPOKEN_OF:
        return False
    cue = [telling.lemma_at(k) for span in statement.cue for k in telling.tree.inside(span)]
    return statement.act != "statement" or bool(_SAYING_SO & {*cue})


def _is_noun_like(telling: Telling, k: int) -> bool:
    """A noun, or an "-ing" that stands for one; not "is closing", and not a noun after "is"."""
    tree = telling.tree
    if tree.children(k, "cop"):
        return False
    gerund = tree.form(k).endswith("ing") and not tree.children(k, "aux", "aux:pass", "nsubj", "nsubj:pass")
    loose = tree.words[k].deprel in {"advcl", "conj"} and not tree.children(k, "mark", "case")
    return telling.sort_at(k) == "noun" or (gerund and not loose)


def _is_main(telling: Telling, k: int, inside: Collection[int], top: int | None) -> bool:
    """Whether a predicate is at the top of its unit, or below words that only frame it."""
    tree = telling.tree
    for _ in range(_DEEPEST):
        word = tree.words[k]
        if k == top:
            return True
        if word.head not in inside or word.head == k:
            return word.deprel not in _BESIDE or not _has_root(telling, k, inside)
        if (by := carrier(telling, k)) is not None and by in inside:
            k = by
            continue
        if word.deprel not in {"conj", "parataxis"} and not _is_framed(telling, k):
            return False
        k = word.head
    return False


def _is_framed(telling: Telling, k: int) -> bool:
    """Whether the word above only frames it; a noun before its verb is presupposed, but for "an end is planned"."""
    tree, word = telling.tree, telling.tree.words[k]
    above = word.head
    if k < above and _is_noun_like(telling, k) and not is_passive(tree, above) and tree.words[above].upos == "VERB":
        return False
    if telling.lemma_at(above) in _LIGHT and word.deprel in _LENT:
        return True
    if word.deprel in {"obl", "nmod"} and cases(tree, k) & _OUTSIDE:
        return False
    framed = word.deprel in _FRAMED or (word.deprel == "advcl" and k > above and _is_infinitive(telling, k))
    return framed and any(m.sort == "frame" for m in telling.meanings_at(above))


def _is_infinitive(telling: Telling, k: int) -> bool:
    return any(telling.tree.form(c) == "to" for c in telling.tree.children(k, "mark"))


def _has_root(telling: Telling, k: int, inside: Collection[int]) -> bool:
    """Whether another word of the unit is nearer to the top of the sentence."""
    return any(telling.tree.words[n].deprel == "root" for n in inside if n != k)
