"""What a sentence says of one predicate: its subject and object, their phrases, and whether it happened.

In: the trees and the index of a word. Out: indices, spans, an `EventMode`. Events and commitments both ask here.

>>> mode_of(tree, 4)
'planned'
"""

from __future__ import annotations

from collections.abc import Collection

from whoseword.model import EventMode, Span
from whoseword.statements.trees import Tree

NEGATIONS = frozenset("not n't n’t 't ’t never no neither nor nobody none without".split())
_FUTURE = frozenset("will 'll ’ll shall".split())
_UNREAL = frozenset("may might could can cannot should must ought".split())
_CONDITIONS = frozenset("if unless whether lest".split())
_BE = frozenset("be is are was were been being am 's ’s 're ’re".split())
_GET = frozenset("get gets got gotten getting".split())
RELATIVES = frozenset("who which that".split())
# What stands below these did not come about, is foreseen, or came about; below any other verb it is left open.
_PREVENTING = frozenset(
    "fail fails failed failing refuse refuses refused refusing decline declines declined declining deny denies "
    "denied denying avoid avoids avoided prevent prevents prevented avert averted cancel cancelled canceled "
    "block blocked blocks reject rejected rejects rule ruled rules".split()
)
_PLANNING = frozenset(
    "plan plans planned planning agree agrees agreed agreeing promise promises promised promising pledge "
    "pledges pledged pledging vow vows vowed vowing expected due set scheduled slated intend intends intended "
    "commit committed vote votes voted decide decided decides prepare prepares preparing announce announced "
    "undertook".split()
)
_DOING = frozenset(
    "manage managed manages begin began begun begins start started starts continue continued continues help "
    "helped helps force forced forces stop stopped make made see saw".split()
)
_PLANNED_NOUN = frozenset("planned upcoming scheduled proposed future coming next expected impending promised".split())
_UNREAL_NOUN = frozenset("possible potential threatened alleged further any hypothetical likely".split())
# "a call for a withdrawal", "the threat of a strike", "hinted at a withdrawal".
_ASKING = frozenset(
    "discussed allow allows allowed allowing permit permits permitted "
    "call calls called calling demand demands demanded demanding urge urges urged urging seek seeks sought "
    "seeking want wants wanted wanting request requests requested requesting threat threats threaten threatens "
    "threatened hint hints hinted hinting risk risks fear fears feared possibility consider considered "
    "considering propose proposed plan plans expect expects expected hope hopes hoped".split()
)
_HEAD_OF_CLAUSE = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "root", "parataxis"})
OUTSIDE_PHRASE = frozenset({"acl", "parataxis", "appos", "punct", "cc:preconj", "advcl"})


def subject_of(tree: Tree, k: int) -> int | None:
    """Who or what a verb is said of: its own subject, that of the verb it is joined to, or of the one above it."""
    for _ in range(6):
        own = [c for c in tree.children(k, "nsubj", "nsubj:pass") if c < k or tree.words[k].upos != "NOUN"]
        if own:
            return _antecedent(tree, own[0], k)
        word = tree.words[k]
        if not 0 <= word.head < k or word.deprel not in {"conj", "xcomp", "advcl"}:
            return None
        if word.deprel == "advcl" and any(tree.form(c) != "to" for c in tree.children(k, "mark")):
            return None  # "after … were killed" has a subject of its own, which the tree may have lost
        if word.deprel == "xcomp" and (objects := tree.children(word.head, "obj", "iobj")) and objects[0] < k:
            return objects[0]  # "forced the council to close": the one who closes
        k = word.head
    return None


def _antecedent(tree: Tree, subject: int, verb: int) -> int:
    """In "committees that will meet" the committees, not "that"."""
    word = tree.words[verb]
    if tree.form(subject) in RELATIVES and word.deprel == "acl" and 0 <= word.head < verb:
        return word.head
    return subject


def is_passive(tree: Tree, k: int) -> bool:
    """Whether a form of "be" stands before a participle, or the participle follows its noun: "the talks held by"."""
    if tree.words[k].upos != "VERB" or tree.form(k).endswith("ing"):
        return False
    aux = [c for c in tree.children(k, "aux", "aux:pass", "cop") if c < k]
    if any(tree.form(c) in _BE | _GET for c in aux):
        between = range(max(aux) + 1, k)
        return all(tree.words[n].upos in {"ADV", "PART", "PUNCT"} for n in between)
    bare = not aux and not tree.children(k, "nsubj", "mark")
    return tree.words[k].deprel == "acl" and bare and tree.words[k].head < k


def object_of(tree: Tree, k: int) -> int | None:
    """The object of a verb behind it."""
    return next((c for c in tree.children(k, "obj", "dobj") if c > k), None)


def agent_of(tree: Tree, k: int) -> int | None:
    """The one behind "by" below a passive or a noun."""
    below = tree.children(k, "obl", "nmod", "obl:agent")
    return next((c for c in below if c > k and "by" in cases(tree, c)), None)


def cases(tree: Tree, k: int) -> set[str]:
    """The prepositions of a noun."""
    return {tree.form(c) for c in tree.children(k, "case", "mark") if c < k}


def phrase(tree: Tree, head: int, *, leave_out: Collection[str] = OUTSIDE_PHRASE) -> Span:
    """The noun phrase of `head` without its preposition and without clauses that hang on it."""
    outside = {"case", "mark"} | set(leave_out)
    first = {c for c in tree.children(head) if tree.words[c].deprel in outside - {"punct"}}
    left = {n for c in first for n in tree.below(c)}
    members = [n for n in tree.below(head, leave_out={"acl", "parataxis"} & set(leave_out)) if n not in left]
    return tree.span(tree.unbroken(members, head) if head in members else [head])


def is_negated(tree: Tree, k: int) -> bool:
    """Whether "not", "never" or "no" stands right below a word, or "no" with its subject."""
    below = [*tree.children(k, "advmod", "det", "cc", "neg")]
    below += [d for c in tree.children(k, "advmod") for d in tree.children(c, "advmod", "det")]  # "no longer"
    below += [d for s in tree.children(k, "nsubj", "nsubj:pass") for d in tree.children(s, "det")]
    return any(tree.form(c) in NEGATIONS for c in below)


def mode_of(tree: Tree, k: int) -> EventMode:
    """Whether what the word at `k` names happened, is foreseen, is only thought of, or did not happen."""
    return _mode(tree, k, 0)


def _mode(tree: Tree, k: int, depth: int) -> EventMode:
    if is_negated(tree, k):
        return "negated"
    own = _verb_mode(tree, k) if tree.words[k].upos in {"VERB", "AUX", "ADJ"} else _noun_mode(tree, k)
    word = tree.words[k]
    if own or depth > 5 or word.head < 0 or word.head == k:
        return own or "actual"
    return _from_above(tree, k, depth)


def _verb_mode(tree: Tree, k: int) -> EventMode | None:
    aux = {tree.form(c) for c in tree.children(k, "aux")}
    marks = {tree.form(c) for c in tree.children(k, "mark", "advmod") if c < k}
    if marks & _CONDITIONS or aux & _UNREAL:
        return "hypothetical"
    if aux & _FUTURE:
        return "planned"
    if "would" in aux:
        told = tree.words[k].deprel in {"ccomp", "conj", "root"} and 0 <= tree.words[k].head < k
        conditional = any(_CONDITIONS & cases(tree, c) for c in tree.children(k, "advcl"))
        return "planned" if told and not conditional else "hypothetical"
    return None


def _noun_mode(tree: Tree, k: int) -> EventMode | None:
    before = {tree.form(c) for c in tree.children(k, "amod", "det") if c < k}
    if before & _PLANNED_NOUN:
        return "planned"
    return "hypothetical" if before & _UNREAL_NOUN else None


def _from_above(tree: Tree, k: int, depth: int) -> EventMode:
    word = tree.words[k]
    above = tree.form(word.head)
    infinitive = any(tree.form(c) == "to" and tree.words[c].upos == "PART" for c in tree.children(k, "mark"))
    if above in _PREVENTING and word.deprel in {"xcomp", "obj", "ccomp", "nsubj:pass", "obl", "nsubj"}:
        subject_of_active = word.deprel == "nsubj" and not is_passive(tree, word.head)
        return "actual" if subject_of_active else "negated"
    if infinitive and above not in _DOING:
        return "planned" if above in _PLANNING or word.deprel == "advcl" else "hypothetical"
    asked = word.deprel in {"obj", "xcomp", "acl"} or (
        word.deprel in {"obl", "nmod"} and bool(cases(tree, k) & {"for", "of", "at", "to", "on"})
    )
    if above in _ASKING and (asked or (word.deprel in {"nsubj", "nsubj:pass"} and is_passive(tree, word.head))):
        return "hypothetical"
    if word.deprel in {"conj", "xcomp", "obj", "obl", "nsubj", "nsubj:pass", "nmod", "compound"}:
        plain = word.deprel == "conj" and bool(tree.children(k, "aux", "nsubj"))
        return "actual" if plain else _mode_through(tree, word.head, depth)
    return "actual"


def _mode_through(tree: Tree, head: int, depth: int) -> EventMode:
    """The mode of the governor, of which a negation counts for it alone: "did not discuss the strike"."""
    above = _mode(tree, head, depth + 1)
    return "actual" if above == "negated" else above
