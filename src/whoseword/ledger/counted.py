"""A figure of one report, made ready for a series: of what, where, by which definition, and whose word it is.

In: a Record. Out: `Counted`s. Two figures with another definition are never points of one series: killed and wounded,
soldiers of one country and of another, what there is and what is planned or added.

>>> [one.definition for one in counted(record, lexicon)]
[('Belgian', 'combat'), ('killed',)]
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from whoseword.across import Ref
from whoseword.ledger.accounts import Account, accounts, earlier_figures
from whoseword.ledger.acts import act_of
from whoseword.ledger.definitions import Wording, make_wording, nation_of, thing_of, traits_of
from whoseword.ledger.priced import priced
from whoseword.ledger.sourced import counts_sources
from whoseword.lexicon import Lexicon
from whoseword.model import Figure, Quantity, Record, Span, hashed_id
from whoseword.stems import stem

# Words without a number that tell how a figure moved or stood; "all" and "any" are no figures.
_TELLING_WORDS = frozenset({"unchanged", "decrease, size unstated", "increase, size unstated", "some (unstated)"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_NUMBERS = frozenset("one two three four five six seven eight nine".split())
_WHOLE = 100  # "nine in ten", "1 in 100"; "40 in 300 villages" is no share
_SCORE = re.compile(r"^\d+\s*[-–]\s*\d+$")
_BEFORE = re.compile(r"(?:\b(\w+) (?:in|out of)(?: every)?|\bnot)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure: `of` the thing, `where` the folded place, `act` what happens to it ("" where it just is).

    `traits` are the words that make it another quantity, `nation` whose it is, `stems` the telling words of its
    sentence with how rare each is in news, `names` those that are names, `around` the names of the whole report;
    `of_day` the ISO day that it is of, None where no day is told.
    """

    ref: Ref
    record: Record
    figure: Figure
    quantity: Quantity
    of: str
    where: str | None
    unit: str | None
    nation: str | None
    traits: tuple[str, ...]
    act: str
    sentence: Span
    stems: Mapping[str, float]
    names: frozenset[str]
    around: frozenset[str]
    day: str | None
    of_day: str | None

    @property
    def definition(self) -> tuple[str, ...]:
        """The words that tell this quantity from others of the same thing."""
        return (*((self.nation,) if self.nation else ()), *self.traits, *((self.act,) if self.act else ()))


def counted(record: Record, lexicon: Lexicon) -> tuple[Counted, ...]:
    """The figures of one report that say of what they are, in text order.

    Ages, scores, "one of the", the number of sources cited, and an earlier figure that is only named are none.
    """
    w = make_wording(record, lexicon)
    quantities = {quantity.span: quantity for quantity in record.quantities}
    before = {w.tree.words[earlier.word].span[0] for earlier in earlier_figures(w)}
    said = ((figure, quantities.get(figure.quantity)) for figure in record.figures)
    made = [_counted(w, figure, q) for figure, q in said if q and not any(q.span[0] <= k < q.span[1] for k in before)]
    made += [_made(w, _bare(record, one.quantity), one.quantity, one) for one in (*accounts(w), *priced(w))]
    found = sorted((one for one in made if one is not None), key=lambda one: one.quantity.span)
    told = {(one.quantity.value, one.quantity.high) for one in found if not _is_heading(one)}
    # A headline tells in fewer words what the text tells again.
    return tuple(one for one in found if not _is_heading(one) or (one.quantity.value, one.quantity.high) not in told)


def _bare(record: Record, quantity: Quantity) -> Figure:
    """The figure of a number that stands without a noun: "the toll rose to 42"."""
    around = [
        (end - start, s.id)
        for s in record.statements
        for start, end in s.content
        if start <= quantity.span[0] and quantity.span[1] <= end
    ]
    return Figure(quantity.span, None, None, None, min(around)[1] if around else None)


def _is_heading(one: Counted) -> bool:
    parts = (part.span for part in one.record.report.parts if part.kind in {"title", "dek"})
    return any(start <= one.quantity.span[0] < end for start, end in parts)


def _counted(w: Wording, figure: Figure, quantity: Quantity) -> Counted | None:
    if figure.of is None or quantity.rule == "quantities:age" or _is_word_alone(quantity):
        return None
    text, head = w.record.report.text, w.head(figure.of)
    if head is None or w.tree.words[head].upos not in {"NOUN", "PROPN", "ADJ"} or _is_uncounted(w, head):
        return None
    if _is_part(text, quantity, w) or _SCORE.match(text[slice(*quantity.span)].strip()):
        return None
    return None if counts_sources(w, head, quantity) else _made(w, figure, quantity, head)


def _made(w: Wording, figure: Figure, quantity: Quantity, by: int | Account) -> Counted:
    """The figure by its noun, or by the account that it is the number of."""
    account, head = (None, by) if isinstance(by, int) else (by, by.head)
    thing = thing_of(w, head)
    first, end = w.tree.sentence(head)
    text = w.record.report.text
    telling = [k for k in range(first, end) if w.tree.words[k].upos in _CONTENT and not _holds(quantity.span, w, k)]
    return Counted(
        ref=Ref(w.record.report.id, figure.statement or hashed_id("figure", w.record.report.id, quantity.span)),
        record=w.record,
        figure=figure,
        quantity=quantity,
        of=account.of if account else thing.name,
        where=_where(text[slice(*figure.where)] if figure.where else None, w.lexicon),
        unit="persons" if thing.people and quantity.rule != "quantities:share" else _unit(quantity, w.lexicon),
        nation=account.nation if account else nation_of(w, head, figure),
        traits=account.traits if account else traits_of(w, head, quantity),
        act=account.act if account else thing.act or act_of(w, head, quantity),
        sentence=w.tree.span(range(first, end)),
        stems={found: w.lexicon.rarity(found) for found in (stem(w.tree.form(k)) for k in telling)},
        names=frozenset(stem(w.tree.form(k)) for k in telling if w.tree.words[k].upos == "PROPN"),
        around=frozenset(text[slice(*name.span)].casefold() for name in w.record.reading.names),
        day=w.record.report.published.value,
        of_day=_day_of(w, figure),
    )


def _day_of(w: Wording, figure: Figure) -> str | None:
    """The first day that a figure is of; none where its time only says since when it is counted."""
    time = next((one for one in w.record.times if one.span == figure.time), None)
    inside = w.tree.inside(time.span) if time is not None else []
    since = bool(inside) and inside[0] > 0 and w.tree.form(inside[0] - 1) == "since"
    return time.begin if time is not None and not since else None


def _is_word_alone(quantity: Quantity) -> bool:
    return isinstance(quantity.value, str) and quantity.value not in _TELLING_WORDS


def _is_uncounted(w: Wording, head: int) -> bool:
    return w.lemma(head) in w.lexicon.figures.uncounted and w.tree.form(head) not in w.lexicon.counted_noun


def _is_part(text: str, quantity: Quantity, w: Wording) -> bool:
    """Whether a number picks some out of others: "one of the", "two of its boats", "nine in ten", "not one"."""
    if quantity.rule != "quantities:number":
        return False
    few = "|".join(sorted(w.lexicon.figures.few))
    words = text[slice(*quantity.span)]
    if re.match(rf"^(?:\w+ ){{0,3}}(?:{few}|\d+) of (?!people\b)", words, re.IGNORECASE):
        return True
    before = _BEFORE.search(text[: quantity.span[0]])
    if before is None or isinstance(quantity.value, str):
        return False
    share = before[1]
    if share is None:
        return quantity.value == 1
    smaller = share.isdecimal() and int(share) < quantity.value <= _WHOLE
    return smaller or (share.casefold() in _NUMBERS and quantity.value <= _WHOLE)


def _holds(span: Span, w: Wording, k: int) -> bool:
    return span[0] <= w.tree.words[k].span[0] < span[1]


def _unit(quantity: Quantity, lexicon: Lexicon) -> str | None:
    """A unit of measure, money or share; a counted noun is none, for it stands in `of`."""
    measured = {unit.lemma for unit in lexicon.units if unit.sort == "measure"}
    counted_in = quantity.rule in {"quantities:money", "quantities:share"} or quantity.unit in measured
    return quantity.unit if counted_in else None


def _where(place: str | None, lexicon: Lexicon) -> str | None:
    if place is None:
        return None
    country = lexicon.country(place)
    return country.name if country is not None else " ".join(place.split())
