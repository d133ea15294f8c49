"""A report's page in; what the report says was promised, and its figures, out: in words, each with its place.

>>> promises(page)[0].due
'“by December 1” (1 December 2031)'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whoseword.dossier.entries import ReportPage, Who, name_of
from whoseword.dossier.marks import Tag
from whoseword.dossier.spoken import spoken_amount, spoken_time, spoken_value
from whoseword.model import Commitment, Entity, Figure, Span

STATUS = {
    "agreed": "agreed",
    "promised": "promised",
    "expected": "expected",
    "denied": "denied",
    "done": "done",
    "broken": "not kept",
    "postponed": "put off",
}


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment. `place` is the anchor of its words, `word` who says so in which statement: none, the author."""

    who: tuple[Who, ...]
    to_whom: tuple[str, ...]
    what: str
    place: str | None
    due: str
    condition: str | None
    status: str
    word: tuple[tuple[str, Tag], ...]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure: the report's words, what they come to, when, and who says so: none, the author."""

    words: str
    place: str | None
    amount: str | None
    time: str | None
    word: tuple[tuple[str, Tag], ...]


def promises(page: ReportPage) -> tuple[Promise, ...]:
    """The commitments of a report, in the order of its text."""
    entities = {entity.id: entity for entity in page.record.entities}
    ordered = sorted(page.record.commitments, key=lambda one: one.what)
    return tuple(_promise(page, commitment, entities) for commitment in ordered)


def figures(page: ReportPage) -> tuple[FigureLine, ...]:
    """The figures of a report, in the order of its text."""
    return tuple(_figure(page, figure) for figure in sorted(page.record.figures, key=lambda one: one.quantity))


def _promise(page: ReportPage, commitment: Commitment, entities: Mapping[str, Entity]) -> Promise:
    text = page.record.report.text
    known = [entities[one] for one in commitment.who if one in entities]
    who = [Who(name_of(entity, text), entity.named) for entity in known]
    who = who or [Who(_words(text, span), None) for span in commitment.doers]
    return Promise(
        who=tuple(who) or (Who("Nobody named", None),),
        to_whom=tuple(name_of(entities.get(one), text) for one in commitment.to_whom),
        what=_words(text, commitment.what),
        place=page.words.get(commitment.what),
        due=_due(commitment, text),
        condition=_words(text, commitment.condition) or None,
        status=STATUS[commitment.status],
        word=_on_whose_word(page, commitment.statements),
    )


def _due(commitment: Commitment, text: str) -> str:
    """By when. That a report says no date is set is an answer; that it says nothing is another."""
    due = commitment.due
    words = f"“{_words(text, due.span)}”" if due.span else ""
    if due.state == "date":
        value = spoken_value(due.value) if due.value else "date not known"
        return f"{words} ({value})" if words else value
    said = {"condition": "on a condition", "not-set": "no date set", "unstated": "not said"}[due.state]
    return f"{said}: {words}" if words else said


def _figure(page: ReportPage, figure: Figure) -> FigureLine:
    text = page.record.report.text
    quantity = next((one for one in page.record.quantities if one.span == figure.quantity), None)
    time = next((one for one in page.record.times if one.span == figure.time), None)
    when = f"“{_words(text, figure.time)}”" if figure.time else None
    return FigureLine(
        words=_words(text, figure.quantity),
        place=page.words.get(figure.quantity),
        amount=spoken_amount(quantity, text) if quantity else None,
        time=f"{when} ({spoken_time(time)})" if when and time else when,
        word=_on_whose_word(page, (figure.statement,) if figure.statement else ()),
    )


def _on_whose_word(page: ReportPage, statements: Sequence[str]) -> tuple[tuple[str, Tag], ...]:
    return tuple((entry.who.name, entry.tag) for entry in page.entries if entry.statement.id in statements)


def _words(text: str, span: Span | None) -> str:
    return text[slice(*span)] if span else ""
