"""What an agreement lays down: "the deal would give", "calls for the canton to", "under the pact the mill will pay".

In: the Material of one report. Out: `Undertaking`s in text order, and the proposals that somebody accepted. A deal that
is only wished for has no terms yet, and what people think will come of one is none of them.

>>> [undertaking.rule for undertaking in agreed_terms(material)]
['commitments:term']
"""

from __future__ import annotations

from collections.abc import Iterator

from whoseword.ledger.material import Material
from whoseword.ledger.undertakings import NOBODY, Undertaking, all_of, is_told_as_done
from whoseword.ledger.voices import can_act
from whoseword.model import CommitmentStatus
from whoseword.statements.predicates import agent_of, cases, is_passive, object_of, subject_of

_WILL = frozenset(["will", "would", "'ll", "’ll", "shall"])
_UNREAL = frozenset(["could", "may", "might", "should", "can"])
_LETTING = frozenset({"call", "require", "oblige", "obligate", "allow", "permit", "see", "let", "bind", "mandate"})
# A deal that stands with one of these is not there yet, or is any deal.
_NOT_YET = frozenset("a an any no another some each possible potential future such new better every".split())
_OPENED = frozenset({"under", "per"})
_DEALS_TO_BE = frozenset({"proposed", "draft", "tentative"})


def agreed_terms(m: Material) -> Iterator[Undertaking]:
    """All that agreements of the report lay down, and what was accepted."""
    for k, word in enumerate(m.tree.words):
        sorts = m.sorts(k)
        if not sorts or m.is_silent(k):
            continue
        if word.upos == "VERB" and "term" in sorts and "verb-to" not in sorts:
            yield from _laid_down(m, k)
        if word.upos == "VERB" and "accept" in sorts:
            yield from _accepted(m, k)
        if "paper" in sorts and word.upos == "NOUN" and word.deprel in {"obl", "nmod"}:
            yield from _under(m, k)


def _laid_down(m: Material, k: int) -> Iterator[Undertaking]:
    """The terms of a deal that it tells itself: "the deal would raise the porters' pay"."""
    tree, subject = m.tree, subject_of(m.tree, k)
    if subject is None or not _is_deal(m, subject) or tree.words[k].deprel in {"xcomp", "advcl"}:
        return
    aux = {tree.form(c) for c in tree.children(k, "aux")}
    marks = {tree.form(c) for c in tree.children(k, "mark")}
    negated = any(tree.form(c) in {"not", "n't", "n’t", "never"} for c in tree.children(k, "advmod"))
    if aux & _UNREAL or marks & {"if", "unless", "whether", "to"} or is_passive(tree, k):
        return
    if tree.form(m.sentence(k)[-1]) == "?" or m.is_harm(k):
        return
    status: CommitmentStatus = "expected" if aux & _WILL else "agreed"
    if negated:
        yield from _left_out(m, k)
        return
    for head in _heads(m, k):
        doer = _doer(m, head) if head != k else None
        if head == k or (not m.is_harm(head) and tree.form(head) not in {"be", "become"}):
            yield Undertaking(k, head, all_of(doer), None, status, rule="commitments:term")


def _heads(m: Material, k: int) -> Iterator[int]:
    """What is laid down: the deed of "calls for Tasken to free …", and of "while Norvik would pay"; else the verb."""
    tree = m.tree
    letting = tree.form(k).removesuffix("d").removesuffix("s") in _LETTING or tree.form(k) in {"called", "required"}
    clauses = [c for c in tree.children(k, "xcomp", "ccomp", "advcl", "acl", "obj") if c > k]
    deeds = [c for c in clauses if tree.words[c].upos == "VERB" and m.tree.children(c, "mark", "nsubj")]
    inner = next((c for c in deeds if any(tree.form(t) == "to" for t in tree.children(c, "mark"))), None)
    if letting and inner is not None:
        yield inner
        for c in (*tree.children(inner, "advcl", "conj"), *tree.children(k, "advcl", "conj")):
            own = tree.children(c, "nsubj") and any(tree.form(a) in _WILL for a in tree.children(c, "aux"))
            if own and tree.words[c].upos == "VERB":
                yield c
    elif tree.children(k, "obj", "obl"):
        yield k


def _doer(m: Material, head: int) -> int | None:
    own = next(iter(m.tree.children(head, "nsubj")), None)
    if own is not None:
        return own
    above = m.tree.words[head].head
    return object_of(m.tree, above) if above >= 0 else None


def _left_out(m: Material, k: int) -> Iterator[Undertaking]:
    """What a deal does not hold, on somebody's word: "the deal does not include plans to reopen the mine"."""
    thing = object_of(m.tree, k)
    if thing is None or "design" not in m.sorts(thing) or m.told(k) is None:
        return
    head = m.infinitive_after(thing)
    if head is not None and not m.is_harm(head):
        yield Undertaking(thing, head, (), None, "denied", rule="commitments:plan-denied")


def _is_deal(m: Material, k: int) -> bool:
    """Whether a noun names an agreement that is there: "the deal", "Sunday's pact", "a deal signed in May"."""
    tree = m.tree
    if "paper" not in m.sorts(k) or tree.words[k].upos != "NOUN":
        return False
    before = {tree.form(c) for c in tree.children(k, "det", "amod") if c < k}
    known = (
        m.is_known(k)
        or bool(tree.children(k, "nmod:poss"))
        or any(tree.words[c].upos == "PROPN" for c in tree.children(k, "compound", "nmod") if c < k)
    )
    made = any(m.sorts(c) & {"maker-of-deals"} for c in tree.children(k, "acl"))
    return (known or made) and (made or not before & _NOT_YET - {"new"})


def _under(m: Material, k: int) -> Iterator[Undertaking]:
    """What is done under a deal: "under the deal, the mill will pay", "as part of the accord they are to leave"."""
    tree = m.tree
    if not _is_deal(m, k) and not ({tree.form(c) for c in tree.children(k, "amod")} & _DEALS_TO_BE):
        return
    above = tree.words[k].head
    if cases(tree, k) & _OPENED:
        verb = above
    elif "of" in cases(tree, k) and tree.form(above) in {"part", "terms"} and cases(tree, above) & {"as", "under"}:
        verb = tree.words[above].head
    else:
        return
    if verb not in m.sentence(k):
        verb = next((n for n in m.sentence(k) if tree.words[n].deprel == "root"), verb)
    if verb < 0 or tree.words[verb].upos != "VERB":
        return
    for each in [verb, *tree.children(verb, "conj")]:
        yield from _to_be_done(m, each)


def _to_be_done(m: Material, verb: int) -> Iterator[Undertaking]:
    tree, trigger = m.tree, verb
    if "foreseen" in m.sorts(verb) and (after := m.infinitive_after(verb)) is not None:
        verb = after
    elif tree.words[verb].deprel == "xcomp" and "foreseen" in m.sorts(tree.words[verb].head):
        trigger = tree.words[verb].head
    aux = {tree.form(c) for c in tree.children(verb, "aux")}
    owed = trigger != verb or aux & _WILL or ("must" in aux)
    subject = subject_of(tree, verb)
    if subject is None or not owed or m.is_harm(verb) or "weak" in m.sorts(verb) or tree.words[verb].upos != "VERB":
        return
    passive = is_passive(tree, verb)
    doers = all_of(agent_of(tree, verb)) if passive else (subject,)
    if "paper" in m.sorts(subject) or not (passive or m.is_act(verb)):
        return
    yield Undertaking(trigger, verb, doers, None, "agreed", rule="commitments:term")


def _accepted(m: Material, k: int) -> Iterator[Undertaking]:
    """A proposal that was accepted: "the rebels accepted the truce"."""
    tree = m.tree
    if not is_told_as_done(m, k):
        return
    passive = is_passive(tree, k)
    thing = subject_of(tree, k) if passive else object_of(tree, k)
    doer = agent_of(tree, k) if passive else subject_of(tree, k)
    if thing is None or tree.words[thing].upos != "NOUN" or (doer is not None and tree.form(doer) in NOBODY):
        return
    approving = tree.form(k).startswith("approv")
    wanted = {"paper"} if approving else {"paper", "proposal"}
    bound = doer is not None and (can_act(m, doer) or m.is_person(doer))
    if m.sorts(thing) & wanted and bound:
        yield Undertaking(k, thing, all_of(doer), None, "agreed", rule="commitments:accepted", nominal=True)
