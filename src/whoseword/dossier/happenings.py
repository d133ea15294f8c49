"""Times, quantities, events, commitments and figures of a record -> the JSON that programs read.

In: the nouns of `model`. Out: JSON values under the names of the contract; a span is a list of two numbers.

>>> quantity(Quantity((0, 3), 300.0, of=(4, 10)))["value"]
300
"""

from __future__ import annotations

from whoseword.model import Commitment, Event, Figure, Quantity, Span, Time


def time(told: Time) -> dict[str, object]:
    """A time expression, its TIMEX3 value, and its place in the calendar."""
    return {
        "span": list(told.span),
        "type": told.kind,
        "value": told.value,
        "mod": told.mod,
        "begin": told.begin,
        "end": told.end,
        "needs_publication_date": told.needs_publication_date,
        "anchor": _span(told.anchor),
        "rule": told.rule,
    }


def quantity(told: Quantity) -> dict[str, object]:
    """A number and what it is said of."""
    return {
        "span": list(told.span),
        "value": _number(told.value),
        "high": None if told.high is None else _number(told.high),
        "unit": told.unit,
        "of": _span(told.of),
        "where": _span(told.where),
        "bound": told.bound,
        "change": told.change,
        "rule": told.rule,
    }


def event(told: Event) -> dict[str, object]:
    """Who did what to whom, in whose statement."""
    return {
        "id": told.id,
        "predicate": list(told.predicate),
        "category": told.category,
        "mode": told.mode,
        "who": _span(told.who),
        "whom": _span(told.whom),
        "where": _span(told.where),
        "times": [list(span) for span in told.times],
        "background": told.background,
        "statement": told.statement,
    }


def commitment(told: Commitment) -> dict[str, object]:
    """Who has undertaken what, by when, and on whose word."""
    return {
        "id": told.id,
        "who": list(told.who),
        "doers": [list(span) for span in told.doers],
        "to_whom": list(told.to_whom),
        "what": list(told.what),
        "due": {"state": told.due.state, "value": told.due.value, "span": _span(told.due.span)},
        "condition": _span(told.condition),
        "statements": list(told.statements),
        "status": told.status,
        "rule": told.rule,
    }


def figure(told: Figure) -> dict[str, object]:
    """One point of a series: a quantity, what it is said of, at which time and by whom."""
    return {
        "quantity": list(told.quantity),
        "of": _span(told.of),
        "where": _span(told.where),
        "time": _span(told.time),
        "statement": told.statement,
    }


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _number(value: float | str) -> float | int | str:
    """A whole number without its point, 300 and not 300.0; a word where no number is told, as it stands."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
