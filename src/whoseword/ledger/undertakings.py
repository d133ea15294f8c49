"""One mention of something undertaken, and whether its word is told as done.

In: the Material of one report and the index of a word. Out: a yes or no; the shape in which mentions are handed on.

>>> is_told_as_done(material, 3)
True
"""

from __future__ import annotations

from dataclasses import dataclass

from whoseword.ledger.material import Material
from whoseword.model import CommitmentStatus
from whoseword.statements.predicates import is_negated, mode_of

_BASE = frozenset(
    "agree pledge vow promise commit guarantee undertake make give reach strike sign seal conclude finalize finalise "
    "issue offer renew break keep honour honor violate breach abandon postpone delay defer accept approve announce "
    "unveil confirm reveal disclose outline detail suspend halt freeze quit leave exit".split()
)
_NOT_YET = frozenset(["until", "till", "before", "once", "unless", "case"])
# "reports that Tasken had agreed were wrong"; "they doubt his commitment to".
_HEARSAY = frozenset("report reports claim claims rumor rumors rumour rumours idea notion hope hopes chance".split())
NOBODY = frozenset(
    "it this that what which so them something anything everything nothing one you everyone everybody who there none "
    "nobody neither".split()
)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One mention of something undertaken. All but `status`, `rule` and `speaker` are indices of words.

    `trigger` is the word that says so, `head` the predicate of what is undertaken (the trigger itself where nothing
    more is said), `doers` those who do it; `speaker` is the entity of a statement whose source speaks of itself.
    """

    trigger: int
    head: int
    doers: tuple[int, ...]
    whom: int | None
    status: CommitmentStatus
    rule: str
    speaker: str | None = None
    nominal: bool = False


def is_told_as_done(m: Material, k: int) -> bool:
    """Whether the word tells of an undertaking that was made: no infinitive, command, question or denied report."""
    tree = m.tree
    if mode_of(tree, k) != "actual" or tree.form(m.sentence(k)[-1]) == "?":
        return False
    told = m.told(k)
    if told is not None and told.act == "demand" and tree.form(k) in _BASE:
        return False  # "they recommend that the mill agree to"
    marks = {tree.form(c) for c in tree.children(k, "mark", "case") if c < k}
    marks |= {tree.form(f) for c in tree.children(k, "mark") for f in tree.children(c, "fixed")}
    above = tree.words[k].head
    if tree.words[k].deprel == "acl" and above >= 0 and tree.form(above) in _HEARSAY:
        return False
    gerund = tree.form(k).endswith("ing") and not tree.children(k, "aux")
    if marks & (_NOT_YET | {"to"}) or (gerund and marks - {"by"}):
        return False
    bare = tree.form(k) in _BASE and not tree.children(k, "nsubj")
    below = tree.words[k].deprel in {"ccomp", "xcomp", "csubj"} and tree.words[k].head >= 0
    return not bare and not (below and is_negated(tree, tree.words[k].head))


def all_of(doer: int | None) -> tuple[int, ...]:
    """The doers where there is one at most."""
    return () if doer is None else (doer,)
