"""How a promise fared, told without a doer: "the families have not been paid", "nine in ten have received money".

In: a Record. Out: a `Fate` for each clause that says so; `tells_of` says whether it is what was promised. That
something was not done is told after the day on which it was due; that it was done needs the doer (`kept.py`).

>>> [(fate.status, sorted(fate.head)) for fate in fates(record, lexicon)]
[('not-done', ['pay', 'receive'])]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from whoseword.across import OwedStatus, Ref
from whoseword.ledger.parties import Party, party_of
from whoseword.ledger.pledged import Pledge, act_concepts, carried, concepts, patients
from whoseword.lexicon import Lexicon
from whoseword.model import Record, Span, hashed_id
from whoseword.statements.events import innermost
from whoseword.statements.predicates import NEGATIONS, is_passive, mode_of
from whoseword.statements.trees import Tree

LONG_AFTER = 365  # days after the promise, or after the day on which it was due
LEAST = 2  # words that must be shared where no name ties the report to the promise
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_NOT_PAST = frozenset("will would can could may might should must shall to 'll ’ll wo ca".split())
_ASIDE = frozenset({"conj", "parataxis", "advcl", "ccomp"})


_Near = tuple[frozenset[str], tuple[Party, ...]]


@dataclass(frozen=True, slots=True)
class Fate:
    """One clause that tells what became of something. `patient` are the concepts of whom or what it befell.

    `words` are the concepts of its clause; `around` those of the names of the whole report, `parties` who these are.
    """

    ref: Ref
    record: Record
    day: str | None
    status: OwedStatus
    statement: str | None
    head: frozenset[str]
    patient: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    parties: tuple[Party, ...]
    sentence: Span


def fates(record: Record, lexicon: Lexicon) -> tuple[Fate, ...]:
    """What became of things after all that one report tells, in text order."""
    tree = Tree(record.report.text, record.reading)
    found = [(k, told) for k, w in enumerate(tree.words) if w.upos == "VERB" and (told := _told(tree, k, lexicon))]
    if not found:
        return ()
    names = [n for n, word in enumerate(tree.words) if word.upos == "PROPN"]
    around = frozenset(_concepts(tree, names, lexicon))
    called = {record.report.text[slice(*name.span)] for name in record.reading.names}
    parties = tuple(party for words in sorted(called) if (party := party_of(words, lexicon)) is not None)
    return tuple(_fate(record, tree, k, told, lexicon, (around, parties)) for k, told in found)


def tells_of(fate: Fate, pledge: Pledge) -> bool:
    """Whether a fate is that of what was promised."""
    if fate.record is pledge.record or not fate.day or not pledge.day or fate.day <= pledge.day or pledge.negated:
        return False
    if pledge.commitment.status == "denied" or pledge.is_verdict or not fate.head & pledge.head:
        return False
    since = pledge.due_end or pledge.day
    if (fate.status == "not-done" and pledge.due_end and fate.day < pledge.due_end) or _is_long_after(fate.day, since):
        return False
    if not fate.patient & pledge.patient or not any(a.is_same(b) for a in pledge.who for b in fate.parties):
        return False
    return bool(pledge.names & fate.around) if pledge.names else len(pledge.words & fate.words) >= LEAST


def _is_long_after(day: str, since: str) -> bool:
    if len(day) < 10 or len(since) < 10:
        return False
    return date.fromisoformat(day[:10]) > date.fromisoformat(since[:10]) + timedelta(days=LONG_AFTER)


def _told(tree: Tree, k: int, lexicon: Lexicon) -> tuple[OwedStatus, list[int]] | None:
    """What a verb tells, that nothing or that a part was done, and of whom; None where it says neither."""
    brought = carried(tree, k, lexicon)
    if not (is_passive(tree, k) or brought) or _is_not_past(tree, k):
        return None
    whom = sorted(patients(tree, k, brought))
    mode, befell = mode_of(tree, k), [n for c in whom for n in tree.below(c)]
    none = any(tree.form(n) in NEGATIONS for n in befell[:2]) or any(
        tree.form(n) in NEGATIONS for c in tree.children(k, "obj") for n in tree.children(c, "det")
    )
    if not whom or mode not in {"negated", "actual"}:
        return None
    if mode == "negated" or none:
        return "not-done", whom
    several = any("partly" in lexicon.undertaking.get(tree.form(n), {}) for n in befell)
    return ("partly", whom) if several or any(_is_share(tree, n) for n in befell) else None


def _is_share(tree: Tree, n: int) -> bool:
    """Whether a number opens a share: "nine in ten"."""
    if n + 2 >= len(tree.words):
        return False
    return tree.words[n].upos == tree.words[n + 2].upos == "NUM" and tree.form(n + 1) == "in"


def _is_not_past(tree: Tree, k: int) -> bool:
    """Whether it is still to come, is only thought of, or stands in a condition."""
    below = {tree.form(c) for c in tree.children(k, "aux", "mark", "aux:pass")}
    return bool(below & (_NOT_PAST | {"if", "unless", "until", "before", "whether"}))


def _fate(
    record: Record, tree: Tree, k: int, told: tuple[OwedStatus, list[int]], lexicon: Lexicon, near: _Near
) -> Fate:
    statement = innermost(record.statements, tree.words[k].span)
    part = statement.id if statement else hashed_id("fate", record.report.id, tree.words[k].span)
    return Fate(
        ref=Ref(record.report.id, part),
        record=record,
        day=record.report.published.value,
        status=told[0],
        statement=statement.id if statement else None,
        head=act_concepts(tree, k, lexicon),
        patient=frozenset(_concepts(tree, told[1], lexicon)),
        words=frozenset(_concepts(tree, tree.below(k, leave_out=_ASIDE), lexicon)),
        around=near[0],
        parties=near[1],
        sentence=tree.span(range(*tree.sentence(k))),
    )


def _concepts(tree: Tree, words: list[int], lexicon: Lexicon) -> Iterator[str]:
    telling = (n for n in words if tree.words[n].upos in _CONTENT)
    return (min(concepts(tree.form(n), tree.words[n].upos, lexicon)) for n in telling)
