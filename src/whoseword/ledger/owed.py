"""Commitments across reports: one `Owed` for each promise, with its history and on whose word each step stands.

In: Records, who their entities are across reports, and the day as of which to look (ISO; None: of nothing can be said
that it is overdue). Out: `Owed`s in order of their first step. A copied report makes a step that moves nothing.

>>> [step.moved for step in owed(records, identities, as_of="2031-07-01")[0].steps]
[False, True]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from whoseword.across import Identity, Owed, OwedStatus, Ref
from whoseword.ledger.fared import Fate, fates, tells_of
from whoseword.ledger.history import Telling, standing
from whoseword.ledger.joining import joined
from whoseword.ledger.kept import Deed, deeds, does
from whoseword.ledger.once import joined_by_the_rest
from whoseword.ledger.pledged import Pledge, is_told_again, likeness, pledges
from whoseword.ledger.said import Known, on_word_of
from whoseword.lexicon import Lexicon, load_lexicon
from whoseword.model import Record, Span, hashed_id

Happening = TypeVar("Happening", Deed, Fate)
_OVER: frozenset[OwedStatus] = frozenset({"done", "denied"})
_NO_DAY = "9999"  # a report without a day stands behind all others
# Words on one matter that two promises of the same ones must share to be worth reading together, and how many such
# promises one party may have before that says nothing.
SHARED, MOST = 2, 400


def owed(
    records: Iterable[Record], identities: Iterable[Identity], *, as_of: str | None, lexicon: Lexicon | None = None
) -> tuple[Owed, ...]:
    """What is promised in these reports, each promise once, in order of the day it was first told."""
    words, known, given = lexicon or load_lexicon(), Known.of(identities), tuple(records)
    found = sorted((pledge for record in given for pledge in pledges(record, known, words)), key=_order)
    groups = joined_by_the_rest(joined(found, lambda one: str(one.ref), likeness, blocks=lambda one: one.head))
    by_head = _by_head(groups)
    done = _meant(by_head, (deed for record in given for deed in deeds(record, known, words)), does)
    fared = _meant(by_head, (fate for record in given for fate in fates(record, words)), tells_of)
    around = _around(found)
    made = [
        _owed(group, _tellings(group, done.get(place, []), fared.get(place, []), known), known, as_of, around)
        for place, group in enumerate(groups)
    ]
    return _with_related(made, groups)


def _order(pledge: Pledge) -> tuple[str, str, int, str]:
    return pledge.day or _NO_DAY, pledge.ref.report, pledge.commitment.what[0], pledge.ref.part


def _by_head(groups: Sequence[Sequence[Pledge]]) -> dict[str, list[tuple[int, Pledge]]]:
    found: dict[str, list[tuple[int, Pledge]]] = {}
    for place, group in enumerate(groups):
        for pledge in group:
            for head in pledge.head:
                found.setdefault(head, []).append((place, pledge))
    return found


def _meant(
    by_head: Mapping[str, list[tuple[int, Pledge]]],
    told: Iterable[Happening],
    fits: Callable[[Happening, Pledge], bool],
) -> dict[int, list[Happening]]:
    """What happened to each promise, by its place; where two promises could be meant, it is that of neither."""
    found: dict[int, list[Happening]] = {}
    for one in sorted(told, key=lambda one: (one.day or _NO_DAY, one.ref)):
        near = (pair for head in sorted(one.head) for pair in by_head.get(head, ()))
        places = {place for place, pledge in near if fits(one, pledge)}
        if len(places) == 1:
            found.setdefault(places.pop(), []).append(one)
    return found


def _owed(
    group: Sequence[Pledge],
    tellings: Sequence[Telling],
    known: Known,
    as_of: str | None,
    around: Mapping[Ref, frozenset[str]],
) -> Owed:
    first, stands = group[0], standing(tellings, known)
    whom = next((pledge for pledge in group if pledge.commitment.to_whom), first)
    over = stands.status in _OVER
    return Owed(
        id=hashed_id("owed", first.ref.report, first.ref.part),
        who=next((names for pledge in group if (names := _who(pledge, known))), ()),
        to_whom=tuple(name for one in whom.commitment.to_whom if (name := known.name(whom.record, one))),
        words=_words(first.record, first.commitment.what),
        steps=stands.steps,
        status=stands.status,
        due=stands.due.state,
        due_value=stands.due.value,
        overdue=None if as_of is None or stands.end is None else stands.end <= as_of and not over,
        about=tuple(sorted({word for pledge in group if not pledge.is_verdict for word in around[pledge.ref]})),
    )


def _tellings(group: Sequence[Pledge], done: Iterable[Deed], fared: Iterable[Fate], known: Known) -> list[Telling]:
    """All that reports tell of one promise, in order of the day it was told, and then of the text."""
    told = [_of_pledge(pledge, group[:place]) for place, pledge in enumerate(group)]
    told += [Telling(d.ref, d.record, d.day, "done", d.sentence, d.event.statement) for d in done]
    once: dict[tuple[str, OwedStatus, str], Telling] = {}
    for fate in fared:
        made = Telling(fate.ref, fate.record, fate.day, fate.status, fate.sentence, fate.statement)
        # A report that says in its headline and again below that nothing was paid says it once.
        once.setdefault((fate.ref.report, fate.status, on_word_of(fate.record, fate.statement, known)), made)
    return sorted([*told, *once.values()], key=lambda one: (one.day or _NO_DAY, one.ref.report, one.sentence))


def _of_pledge(pledge: Pledge, before: Sequence[Pledge]) -> Telling:
    made = pledge.commitment
    return Telling(
        ref=pledge.ref,
        record=pledge.record,
        day=pledge.day,
        status=made.status,
        sentence=pledge.sentence,
        statement=_carrier(pledge),
        due=made.due,
        due_begin=pledge.due_begin,
        due_end=pledge.due_end,
        condition=_words(pledge.record, made.condition) if made.condition else None,
        # "I will speak tomorrow", printed again a day later, is still said of the first tomorrow.
        again=any(is_told_again(pledge, earlier) for earlier in before),
    )


def _carrier(pledge: Pledge) -> str | None:
    """The statement in which it is told in these words; the first that carries it where none does."""
    carrying = [s for s in pledge.record.statements if s.id in pledge.commitment.statements]
    what = pledge.commitment.what
    inside = [s for s in carrying if any(start <= what[0] < end for start, end in s.content)]
    ids = [s.id for s in inside[-1:]] or list(pledge.commitment.statements)
    return ids[0] if ids else None


def _with_related(made: Sequence[Owed], groups: Sequence[Sequence[Pledge]]) -> tuple[Owed, ...]:
    """With the ids of other promises of the same ones on the same matter."""
    by_who: dict[tuple[str, ...], list[int]] = {}
    for place, group in enumerate(groups):
        for who in {tuple(party.name for party in pledge.who) for pledge in group} - {()}:
            by_who.setdefault(who, []).append(place)
    near: dict[int, set[int]] = {}
    for places in (places for places in by_who.values() if len(places) <= MOST):
        for a, b in combinations(places, 2):
            if len(set(made[a].about) & set(made[b].about)) >= SHARED:
                near.setdefault(a, set()).add(b)
                near.setdefault(b, set()).add(a)
    return tuple(
        replace(one, related=tuple(made[b].id for b in sorted(near.get(place, ())))) for place, one in enumerate(made)
    )


def _around(found: Iterable[Pledge]) -> dict[Ref, frozenset[str]]:
    """What each promise is about, with what it announces: "announce a shift" speaks of the shift of its report."""
    told: dict[str, list[Pledge]] = {}
    for pledge in found:
        told.setdefault(pledge.ref.report, []).append(pledge)
    return {
        pledge.ref: frozenset().union(*(other.head | other.words for other in same if _overlap(pledge, other)))
        for same in told.values()
        for pledge in same
    }


def _overlap(pledge: Pledge, other: Pledge) -> bool:
    (start, end), (begin, close) = pledge.commitment.what, other.commitment.what
    return start < close and begin < end


def _who(pledge: Pledge, known: Known) -> tuple[str, ...]:
    names = tuple(name for one in pledge.commitment.who if (name := known.name(pledge.record, one)))
    return names or tuple(_words(pledge.record, span) for span in pledge.commitment.doers)


def _words(record: Record, span: Span) -> str:
    return " ".join(record.report.text[slice(*span)].split())
