"""Which predicates tell that something happens: no saying, no opinion, no state, no habit.

In: the tree of a report, a predicate as a deed, and the words by which somebody tells something. Out: yes or no.
English tells habits and states in the plain present ("the firm maintains the gates"); headlines tell what happened.

>>> happens(tree, deed, cues=frozenset(), heading=False)
True
"""

from __future__ import annotations

from collections.abc import Collection

from whoseword.across import Deed
from whoseword.model import Span
from whoseword.statements.predicates import RELATIVES, is_passive, subject_of
from whoseword.statements.trees import Tree

# Groups of like words in en/synonyms.toml that tell what somebody says, thinks or wants; what is said is done with the
# groups behind them.
SAYINGS = frozenset("say deny confirm want possible believe support warn criticize praise blame discuss".split())
_DONE_BY_SAYING = frozenset({"agree", "deal", "promise", "announce", "decide"})
_STATES = frozenset(
    "be have know mean need seem own live stand include remain think feel hope like lie depend consist belong concern "
    "appear exist matter fear expect worry doubt love hate want cite describe note speak talk tell ask answer comment "
    "write quote argue claim insist respond reply regard want contain".split()
)
# Verbs that say too little without a day.
_PALE = frozenset(
    "cover try seek see become do add let go come get look make carry wait stay follow work help serve use put give "
    "take keep hear face read consider hold show hint run act print".split()
)
_SAME_IN_PAST = frozenset("put set cut hit shut let cost hurt quit spread split read beat burst cast".split())
_NOW = frozenset("is are am 's ’s 're ’re has have does do".split())
# Heads of words that name nobody and nothing.
NOBODY = frozenset("i it we you he she they them him her us me that this these those who which what one".split())


def happens(tree: Tree, deed: Deed, *, cues: Collection[Span], heading: bool, dated: bool = False) -> bool:
    """Whether a deed is an event. With a date of its own also a word that says little by itself counts."""
    inside = tree.inside(deed.predicate)
    if not inside or deed.mode == "hypothetical" or deed.predicate in cues:
        return False
    k = inside[-1]
    framing = deed.sort == "frame" and not set(deed.meanings) & _DONE_BY_SAYING
    if framing or deed.sort == "state" or set(deed.meanings) & SAYINGS or tree.children(k, "cop"):
        return False
    if tree.words[k].upos != "VERB":
        return deed.event is not None
    if deed.lemma in _STATES or (not dated and not heading and deed.lemma.split()[0] in _PALE):
        return False
    if tree.form(k).endswith("ing") and not tree.children(k, "aux"):
        return dated and deed.mode == "planned"
    return heading or deed.mode != "actual" or not _is_present(tree, k, deed, dated=dated)


def is_told_of(tree: Tree, k: int, called: Collection[Span]) -> bool:
    """Whether a clause tells of whom it speaks: of "it was dropped" nobody knows what was."""
    subject = subject_of(tree, k)
    if subject is not None and tree.form(subject) in RELATIVES:
        before = [n for n in range(max(0, subject - 2), subject) if tree.words[n].upos != "PUNCT"]
        return bool(before) and tree.words[before[-1]].upos in {"NOUN", "PROPN"}
    return subject is None or tree.form(subject) not in NOBODY or tree.words[subject].span in called


def _is_present(tree: Tree, k: int, deed: Deed, *, dated: bool) -> bool:
    """Whether a verb stands in the plain present, or tells what is going on."""
    aux = {tree.form(c) for c in tree.children(k, "aux", "aux:pass")}
    form, lemma = tree.form(k), deed.lemma.split()[0]
    if form.endswith("ing"):
        return bool(aux & _NOW)
    if aux or is_passive(tree, k):
        return False
    if form == lemma:
        return not dated and lemma not in _SAME_IN_PAST
    return form in {f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies"}
