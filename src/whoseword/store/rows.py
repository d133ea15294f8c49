"""A Record -> the rows of its parts, for every table that holds some.

Columns that are searched are filled from the record; `exact` holds the whole of each part.

>>> [table.name for table, _ in rows(record, "3f2a90aa17c2")]
['entities', 'statements', 'links', 'times', 'quantities', 'events', 'commitments', 'figures', 'problems']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Table

from whoseword.model import Commitment, Entity, Event, Figure, Link, Problem, Quantity, Record, Span, Statement, Time
from whoseword.reports.folding import folded
from whoseword.store import tables
from whoseword.store.shape import dumped

Row = dict[str, Any]


def rows(record: Record, key: str) -> Iterator[tuple[Table, list[Row]]]:
    """Each table with its rows for this record, in the record's order."""
    text = record.report.text
    yield tables.entities, _numbered(key, record.entities, map(_entity, record.entities))
    yield tables.statements, _numbered(key, record.statements, (_statement(each, text) for each in record.statements))
    yield tables.links, list(_links(record.statements, key))
    yield tables.times, _numbered(key, record.times, (_time(each, text) for each in record.times))
    yield tables.quantities, _numbered(key, record.quantities, (_quantity(each, text) for each in record.quantities))
    yield tables.events, _numbered(key, record.events, (_event(each, text) for each in record.events))
    yield (
        tables.commitments,
        _numbered(key, record.commitments, (_commitment(each, text) for each in record.commitments)),
    )
    yield tables.figures, _numbered(key, record.figures, (_figure(each, text) for each in record.figures))
    yield tables.problems, _numbered(key, record.problems, map(_problem, record.problems))


def spoken(text: str, spans: Sequence[Span]) -> str:
    """The words at `spans`, with an ellipsis where something stands between."""
    return " … ".join(text[slice(*span)] for span in spans)


def _numbered(key: str, parts: Sequence[object], searched: Iterable[Row]) -> list[Row]:
    pairs = enumerate(zip(parts, searched, strict=True))
    return [{"report": key, "position": place, **row, "exact": dumped(part)} for place, (part, row) in pairs]


def _words(text: str, span: Span | None) -> str | None:
    return text[slice(*span)] if span else None


def _entity(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "named": entity.named,
        "description": entity.description,
    }


def _statement(statement: Statement, text: str) -> Row:
    content = spoken(text, statement.content)
    return {
        "id": statement.id,
        "entity": statement.entity,
        "source": _words(text, statement.source),
        "content": content,
        "folded": folded(content),
        "quote": statement.quote,
        "act": statement.act,
        "within": statement.within,
        "distance": statement.distance,
        "confidence": statement.confidence,
        "rule": statement.rule,
    }


def _links(statements: Sequence[Statement], key: str) -> Iterator[Row]:
    for place, statement in enumerate(statements):
        for step, link in enumerate(statement.chain):
            yield {"report": key, "position": place, "step": step, "statement": statement.id, **_link(link)}


def _link(link: Link) -> Row:
    return {"entity": link.entity, "link": link.link, "rule": link.rule}


def _time(time: Time, text: str) -> Row:
    return {
        "words": _words(text, time.span),
        "kind": time.kind,
        "value": time.value,
        "first_day": time.begin,
        "end_day": time.end,
    }


def _quantity(quantity: Quantity, text: str) -> Row:
    vague = quantity.value if isinstance(quantity.value, str) else None
    return {
        "words": _words(text, quantity.span),
        "amount": None if vague else quantity.value,
        "vague": vague,
        "unit": quantity.unit,
        "bound": quantity.bound,
        "counted": _words(text, quantity.of),
        "place": _words(text, quantity.where),
    }


def _event(event: Event, text: str) -> Row:
    return {
        "id": event.id,
        "predicate": _words(text, event.predicate),
        "category": event.category,
        "mode": event.mode,
        "statement": event.statement,
    }


def _commitment(commitment: Commitment, text: str) -> Row:
    return {
        "id": commitment.id,
        "words": _words(text, commitment.what),
        "status": commitment.status,
        "due_state": commitment.due.state,
        "due_value": commitment.due.value,
    }


def _figure(figure: Figure, text: str) -> Row:
    return {
        "words": _words(text, figure.quantity),
        "counted": _words(text, figure.of),
        "place": _words(text, figure.where),
        "statement": figure.statement,
    }


def _problem(problem: Problem) -> Row:
    return {"code": problem.code, "message": problem.message}
