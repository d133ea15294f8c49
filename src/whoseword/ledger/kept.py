"""What became of a promise: a later report tells, as something that happened, that it was done.

In: a Record, what entities are across reports, and pledges. Out: a `Deed` for each event that happened and has a named
doer; `does` says whether it is what was promised: by the same ones, the same act, nearly all of what was undertaken,
told on a later day. A deed without a doer keeps nobody's promise.

>>> [deed.head for deed in deeds(record, known, lexicon)]
[frozenset({'withdraw'})]
"""

from __future__ import annotations

from dataclasses import dataclass

from whoseword.across import Ref
from whoseword.ledger.parties import Party, of_entities, of_words
from whoseword.ledger.pledged import Pledge, concepts, is_near, is_same_parties
from whoseword.ledger.said import Known
from whoseword.lexicon import Lexicon
from whoseword.model import Event, Record, Span
from whoseword.statements.predicates import NEGATIONS
from whoseword.statements.trees import Tree

# Of the words of a promise, the share that the clause of the deed must have, and how many at least; soon after the
# promise fewer do.
COVERED, COVERED_SOON, LEAST = 0.75, 0.6, 2
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One event that happened. `words` are the concepts of its clause, `begin` the ISO day of it where one is told."""

    ref: Ref
    record: Record
    event: Event
    day: str | None
    begin: str | None
    who: tuple[Party, ...]
    head: frozenset[str]
    words: frozenset[str]
    sentence: Span


def deeds(record: Record, known: Known, lexicon: Lexicon) -> tuple[Deed, ...]:
    """What happened after all that one report tells, by doers with a name, in text order."""
    told = [event for event in record.events if event.mode == "actual" and event.who and not event.background]
    if not told:
        return ()
    tree = Tree(record.report.text, record.reading)
    found = (_deed(record, event, tree, known, lexicon) for event in told)
    return tuple(deed for deed in found if deed is not None)


def does(deed: Deed, pledge: Pledge) -> bool:
    """Whether a deed is what was promised, and came after the promise."""
    if deed.record is pledge.record or not deed.day or not pledge.day or deed.day <= pledge.day:
        return False
    if pledge.negated or pledge.commitment.status == "denied" or (deed.begin is not None and deed.begin < pledge.day):
        return False
    if not deed.head & pledge.head or not pledge.who or not is_same_parties(deed.who, pledge.who):
        return False
    covered = len(pledge.words & deed.words)
    least = COVERED_SOON if is_near(deed.day, pledge.day) else COVERED
    return covered >= max(LEAST, least * len(pledge.words)) and pledge.numbers <= deed.words


def _deed(record: Record, event: Event, tree: Tree, known: Known, lexicon: Lexicon) -> Deed | None:
    inside = tree.inside(event.predicate)
    if not inside or event.who is None:
        return None
    head = inside[-1]
    who = _doers(record, event.who, known, lexicon)
    below = tree.below(head, leave_out={"conj", "parataxis", "advcl"})
    if not who or any(tree.form(k) in NEGATIONS for k in below) or tree.words[head].upos != "VERB":
        return None
    first, end = tree.sentence(head)
    telling = [k for k in below if tree.words[k].upos in _CONTENT and k != head]
    begins = [time.begin for time in record.times if time.span in event.times and time.begin]
    numbers = {tree.form(k) for k in telling if tree.words[k].upos == "NUM"}
    return Deed(
        ref=Ref(record.report.id, event.id),
        record=record,
        event=event,
        day=record.report.published.value,
        begin=min(begins, default=None),
        who=who,
        head=concepts(tree.form(head), tree.words[head].upos, lexicon),
        words=frozenset(min(concepts(tree.form(k), tree.words[k].upos, lexicon)) for k in telling) | numbers,
        sentence=tree.span(range(first, end)),
    )


def _doers(record: Record, who: Span, known: Known, lexicon: Lexicon) -> tuple[Party, ...]:
    """The parties of an event's doer: by the entity whose mention it is, else by its words."""
    ids = [entity.id for entity in record.entities if who in entity.mentions]
    return of_entities(record, ids, known, lexicon) or of_words(record.report.text[slice(*who)], lexicon)
