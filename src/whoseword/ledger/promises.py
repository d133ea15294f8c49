"""Verbs that undertake something: "agreed to", "voted to", "denied that it planned to", each with its matter.

In: the Material of one report. Out: `Undertaking`s in text order, not yet merged, without due dates. A word that stands
in a condition, a demand or a refusal undertakes nothing; a promise to do harm is a threat.

>>> [undertaking.status for undertaking in undertaken(material)]
['agreed']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whoseword.ledger.material import Material
from whoseword.ledger.pledges import of_noun
from whoseword.ledger.undertakings import NOBODY, Undertaking, all_of, is_told_as_done
from whoseword.ledger.voices import promiser
from whoseword.lexicon import UndertakingSort
from whoseword.statements.predicates import agent_of, cases, is_negated, is_passive, object_of, subject_of

_PLANS = frozenset({"plan", "plans", "intention", "intentions"})


def undertaken(material: Material) -> Iterator[Undertaking]:
    """All that is undertaken in so many words."""
    for k, word in enumerate(material.tree.words):
        sorts = material.sorts(k)
        if not sorts or material.is_silent(k):
            continue
        if word.upos in {"VERB", "ADJ"} and word.deprel not in {"amod", "compound"}:
            yield from _of_verb(material, k)
        elif word.upos == "NOUN" and "noun" in sorts and word.deprel != "compound":
            yield from of_noun(material, k)
        if "vote" in sorts and material.tree.children(k, "det", "nmod:poss"):
            yield from _vote(material, k)
        if material.tree.form(k) in _PLANS:
            yield from _no_plans(material, k)


def _of_verb(m: Material, k: int) -> Iterator[Undertaking]:
    sorts = m.sorts(k)
    promising: tuple[UndertakingSort, ...] = ("verb", "verb-to", "verb-person")
    for sort in promising:
        if sort in sorts:
            yield from _promising(m, k, sort)
    if "vote" in sorts:
        yield from _voting(m, k)
    if "postpone" in sorts:
        yield from _postponing(m, k)
    if "denial" in sorts:
        yield from _denying(m, k)
    if "considered" in sorts:
        yield from _not_considered(m, k)


def _promising(m: Material, k: int, sort: UndertakingSort) -> Iterator[Undertaking]:
    tree, status = m.tree, m.lexicon.undertaking[m.tree.form(k)][sort].status
    passive = is_passive(tree, k) and tree.form(k) != "committed"
    doer = agent_of(tree, k) if passive else subject_of(tree, k)
    bound = object_of(tree, k) if tree.form(k).startswith("commit") else None
    if bound is not None and not tree.form(bound).endswith(("self", "selves")):
        doer = bound  # "the treaty commits both valleys to": they, not the treaty
    if status == "none" or not is_told_as_done(m, k) or _is_nobodys(m, k, doer, passive=passive, verb=sort == "verb"):
        return
    head = _matter(m, k, sort, passive=passive)
    if head is None or not m.can_be_kept(head, finite=m.is_finite(head), doer=doer):
        return
    if tree.form(k) == "committed" and m.is_state(k) and m.is_clause_head(head) and not m.is_dated(head):
        return  # "are committed to ignoring it": how they are, not what they undertook
    if doer is not None and not bound and m.is_thing(doer):
        return  # "the agreement promises to change the trade"
    speaker = promiser(m, k) if doer is None and not passive else None
    made = Undertaking(k, head, all_of(doer), None, status, rule="commitments:verb", speaker=speaker)
    for c in _joined(m, k, head):
        yield replace(made, head=c)
    yield _with_others(m, replace(made, nominal=not m.is_clause_head(head)), sort, bound)


def _joined(m: Material, k: int, head: int) -> Iterator[int]:
    """The deed behind a thing, "agreed to a raise and keep the canteen": a bare verb, not what was done next."""
    if m.is_clause_head(head):
        return
    for c in (*m.tree.children(k, "conj"), *m.tree.children(head, "conj")):
        bare = m.tree.words[c].upos == "VERB" and not m.tree.children(c, "nsubj", "aux")
        third = m.tree.form(c) + "s"
        known = third in m.lexicon.undertaking or third in m.lexicon.event_verb
        if bare and c > head and known and not m.is_harm(c):
            yield c


def _is_nobodys(m: Material, k: int, doer: int | None, *, passive: bool, verb: bool) -> bool:
    """Whether nobody is said to undertake it: "is guaranteed to open", "steps undertaken to calm", "you agree to"."""
    if doer is not None and m.tree.form(doer) in NOBODY - {"it"}:
        return True
    if passive and doer is None and verb:
        return True
    relative = m.tree.words[k].deprel == "acl"
    return relative and ((passive and doer is None) or _is_its_object(m, k))


def _matter(m: Material, k: int, sort: UndertakingSort, *, passive: bool) -> int | None:
    """The head of what is undertaken: a clause, or a thing."""
    head = m.clause_after(k)
    thing = None if passive else _nominal_matter(m, k, sort)
    spare = head is not None and not m.is_finite(head)
    if head is None or (spare and sort == "verb" and thing is not None and k < thing < head and not m.is_person(thing)):
        head = thing  # "pledged two boats to carry the mail": the boats
    return _passive_matter(m, k) if head is None and passive and sort == "verb-to" else head


def _with_others(m: Material, made: Undertaking, sort: UndertakingSort, bound: int | None) -> Undertaking:
    """With those it is agreed with, or the one it is promised to."""
    tree, k = m.tree, made.trigger
    people = [c for c in tree.children(k, "obj", "iobj") if k < c < made.head and c != bound]
    below = [c for c in tree.children(k, "obl") if c != made.head]
    parties = [c for c in below if "with" in cases(tree, c)]
    to = [c for c in below if "to" in cases(tree, c)] if sort == "verb" else []
    if sort == "verb-to" and parties:
        return replace(made, doers=(*made.doers, parties[0]))
    return replace(made, whom=next(iter([*people, *to]), None))


def _is_its_object(m: Material, k: int) -> bool:
    found = [c for c in m.tree.children(k, "obj", "mark", "nsubj") if c < k and m.tree.form(c) in {"that", "which"}]
    return any(m.tree.words[c].deprel != "nsubj" for c in found)


def _nominal_matter(m: Material, k: int, sort: UndertakingSort) -> int | None:
    """The thing promised: "pledged ten boats", "agreed to a truce", "committed to a ceasefire"."""
    tree = m.tree
    if sort == "verb":
        found = object_of(tree, k)
    else:
        below = [c for c in tree.children(k, "obl") if c > k and cases(tree, c) & {"to", "on", "upon"}]
        found = next((c for c in below if not m.is_time(c)), None)
    if found is None or tree.words[found].upos not in {"NOUN", "NUM"} or tree.form(found) in NOBODY:
        return None
    if m.is_harmful_thing(found) or tree.form(k).startswith("undert"):  # "undertook great efforts": made them
        return None
    # "agreed on the need" is a view; who is "committed to the treaty" speaks of one that is there.
    known = tree.form(k).startswith("commit") and m.is_known(found)
    return found if sort == "verb" or (m.is_matter(found) and not known) else None


def _passive_matter(m: Material, k: int) -> int | None:
    """What "was agreed": a truce, a withdrawal."""
    subject = subject_of(m.tree, k)
    relative = m.tree.words[k].deprel == "acl"
    if subject is None or relative or "timing" in m.sorts(subject) or m.is_known(subject):
        return None
    return subject if m.is_matter(subject) else None


def _voting(m: Material, k: int) -> Iterator[Undertaking]:
    """A body that votes to do something binds itself; a voter does not."""
    subject, head = subject_of(m.tree, k), m.infinitive_after(k)
    if subject is None or head is None or not is_told_as_done(m, k) or is_passive(m.tree, k):
        return
    body = "actor" in m.sorts(subject) or m.is_named_body(subject)
    if body and "voted" not in m.sorts(head) and not m.is_harm(head):
        yield Undertaking(k, head, (subject,), None, "agreed", rule="commitments:vote")


def _vote(m: Material, k: int) -> Iterator[Undertaking]:
    """The same as a noun: "the council's vote to sell the wood"."""
    tree, head = m.tree, m.infinitive_after(k)
    before = {tree.form(c) for c in tree.children(k, "amod", "det")}
    body = next((c for c in tree.children(k, "nmod", "nmod:poss", "compound") if c < k), None)
    if head is None or body is None or before & {"no", "upcoming", "planned", "scheduled", "any", "possible"}:
        return
    binding = "actor" in m.sorts(body) or m.is_named_body(body)
    if binding and "voted" not in m.sorts(head) and not m.is_harm(head) and not tree.children(k, "aux"):
        yield Undertaking(k, head, (body,), None, "agreed", rule="commitments:vote")


def _postponing(m: Material, k: int) -> Iterator[Undertaking]:
    gerund = m.tree.form(k).endswith("ing") and not m.tree.children(k, "aux")
    if gerund or not is_told_as_done(m, k):
        return
    passive = is_passive(m.tree, k)
    put_off = subject_of(m.tree, k) if passive else object_of(m.tree, k)
    doer = agent_of(m.tree, k) if passive else subject_of(m.tree, k)
    if (
        put_off is not None
        and m.is_matter(put_off)
        and not any(m.tree.form(c) == "whose" for c in m.tree.children(put_off))
    ):
        yield Undertaking(k, put_off, all_of(doer), None, "postponed", rule="commitments:postponed", nominal=True)


def _denying(m: Material, k: int) -> Iterator[Undertaking]:
    """A plan that is denied: "denied that it planned to close", "denied plans to close"."""
    if is_negated(m.tree, k) or is_passive(m.tree, k):
        return
    for c in m.tree.children(k, "ccomp", "xcomp", "obj", "advcl"):
        planned = "plan" in m.sorts(c) or m.tree.form(c) in _PLANS
        head = m.infinitive_after(c) if planned and c > k else None
        if head is not None and not m.is_harm(head):
            doer = subject_of(m.tree, c) if m.tree.words[c].upos == "VERB" else subject_of(m.tree, k)
            yield Undertaking(k, head, all_of(doer), None, "denied", rule="commitments:plan-denied")


def _no_plans(m: Material, k: int) -> Iterator[Undertaking]:
    """What nobody plans, on somebody's word: "has no plans to sell"."""
    word = m.tree.words[k]
    head = m.infinitive_after(k)
    no = any(m.tree.form(c) == "no" for c in m.tree.children(k, "det"))
    if not no or head is None or word.upos != "NOUN" or m.told(k) is None:
        return
    doer = subject_of(m.tree, word.head) if word.head >= 0 and word.deprel == "obj" else None
    if doer is not None and m.tree.form(doer) == "there":
        doer = None
    if not m.is_harm(head):
        yield Undertaking(k, head, all_of(doer), None, "denied", rule="commitments:plan-denied")


def _not_considered(m: Material, k: int) -> Iterator[Undertaking]:
    """What is denied as a plan, on somebody's word: "the withdrawal is not being discussed"."""
    subject = subject_of(m.tree, k)
    if subject is None or not is_negated(m.tree, k) or m.told(k) is None:
        return
    under_way = any(m.tree.form(c) == "being" for c in m.tree.children(k, "aux", "aux:pass"))
    if under_way and m.is_matter(subject):
        yield Undertaking(k, subject, (), None, "denied", rule="commitments:plan-denied", nominal=True)
