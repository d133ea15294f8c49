"""Plans made known: "announced plans to close", "the mill said it plans to", on the doer's word or an insider's.

In: the Material of one report. Out: `Undertaking`s in text order. A plan in the author's voice alone is none.

>>> [undertaking.rule for undertaking in planned(material)]
['commitments:plan']
"""

from __future__ import annotations

from collections.abc import Iterator

from whoseword.ledger.material import Material
from whoseword.ledger.undertakings import Undertaking, all_of, is_told_as_done
from whoseword.ledger.voices import can_act, is_many, is_messenger, is_speaker, speaks_for
from whoseword.statements.predicates import is_negated, is_passive, mode_of, object_of, subject_of

_WISHES = frozenset({"attitude", "prediction", "question", "demand", "no-comment", "denial"})


def planned(m: Material) -> Iterator[Undertaking]:
    """All plans that are made known."""
    for k, word in enumerate(m.tree.words):
        sorts = m.sorts(k)
        if not sorts or word.upos != "VERB" or m.is_silent(k):
            continue
        if "plan" in sorts and m.told(k) is not None:
            yield from _told_plan(m, k)
        if "making-known" in sorts:
            yield from _made_known(m, k)


def _told_plan(m: Material, k: int) -> Iterator[Undertaking]:
    """A plan told as such, "the mill said it plans to close": the doer's own word, or that of somebody who can know."""
    statement, head, subject = m.told(k), m.infinitive_after(k), subject_of(m.tree, k)
    if statement is None or head is None or subject is None or statement.act in _WISHES:
        return
    if mode_of(m.tree, k) != "actual" or is_passive(m.tree, k) or "weak" in m.sorts(head) or m.is_harm(head):
        return
    they = m.tree.form(subject) == "they" and is_messenger(m, statement) and is_many(statement, m)
    if is_speaker(m, statement, subject):
        yield Undertaking(k, head, (subject,), None, "expected", rule="commitments:plan", speaker=statement.entity)
    elif they or (can_act(m, subject) and speaks_for(m, statement, subject)):
        yield Undertaking(k, head, (subject,), None, "expected", rule="commitments:plan")


def _made_known(m: Material, k: int) -> Iterator[Undertaking]:
    """Plans that were announced, "announced plans to close the mine", by whoever will do it."""
    thing = subject_of(m.tree, k) if is_passive(m.tree, k) else object_of(m.tree, k)
    if thing is None or "design" not in m.sorts(thing) or not is_told_as_done(m, k) or is_negated(m.tree, thing):
        return
    head = m.infinitive_after(thing)
    if head is None or "weak" in m.sorts(head) or m.is_harm(head):
        return
    doer = None if is_passive(m.tree, k) else subject_of(m.tree, k)
    owner = next(iter(m.tree.children(thing, "nmod:poss")), None)
    named = owner is not None and m.tree.form(owner) not in {"its", "their", "his", "her"}
    yield Undertaking(thing, head, all_of(owner if named else doer), None, "expected", rule="commitments:plan")
