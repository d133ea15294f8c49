"""Record -> the JSON that programs read, one line a report. The field names are a contract; fields may be added.

Beyond the contract: `row` and `parts` of a report; `candidates` and `resolved` of an entity, and what is told of one
without a name; `denies` and `distance` of a statement; `rule` wherever something was derived; `events` and `figures`.

>>> unread_to_json(Unread("dam.png", None, (Problem("binary-file", "dam.png: this is a PNG picture"),)))["statements"]
[]
"""

from __future__ import annotations

import json
import re

from whoseword.dossier.happenings import commitment, event, figure, quantity, time
from whoseword.model import Entity, Link, Modal, Number, Problem, Record, Report, Resolved, Span, Statement
from whoseword.reports.building import text_sha256
from whoseword.reports.given import Unread

# Valid in JSON as they are, but a terminal obeys some, a line splitter breaks at others, and UTF-8 has no place for the
# halves of characters: all are written as escapes, which mean the same.
_ESCAPED = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")

_LISTS = ("entities", "statements", "times", "quantities", "events", "commitments", "figures")


def record_to_json(record: Record) -> dict[str, object]:
    """The record as JSON values, in the contract's order."""
    return {
        "report": _report(record.report),
        "entities": [_entity(entity) for entity in record.entities],
        "statements": [_statement(statement) for statement in record.statements],
        "times": [time(each) for each in record.times],
        "quantities": [quantity(each) for each in record.quantities],
        "events": [event(each) for each in record.events],
        "commitments": [commitment(each) for each in record.commitments],
        "figures": [figure(each) for each in record.figures],
        "problems": [_problem(problem) for problem in record.problems],
    }


def unread_to_json(unread: Unread) -> dict[str, object]:
    """An input that gave no report, in the same shape: nothing is known of it but its place and what is wrong."""
    report: dict[str, object] = {
        "id": None,
        "path": unread.path,
        "row": unread.row,
        "url": None,
        "outlet": None,
        "title": None,
        "dek": None,
        "byline": [],
        "language": None,
        "text_sha256": None,
        "published": {"value": None, "from": "none"},
        "parts": [],
        "modified": None,
        "captured": None,
        "extracted_by": None,
        "told_by": {},
    }
    return {
        "report": report,
        **{name: [] for name in _LISTS},
        "problems": [_problem(problem) for problem in unread.problems],
    }


def dump_line(value: Record | Unread) -> str:
    """One line of JSON without its line break; the same bytes for the same record."""
    shape = record_to_json(value) if isinstance(value, Record) else unread_to_json(value)
    line = json.dumps(shape, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _report(report: Report) -> dict[str, object]:
    return {
        "id": report.id,
        "path": report.path,
        "row": report.row,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "dek": report.dek,
        "byline": list(report.byline),
        "language": report.language,
        "text_sha256": text_sha256(report.text),
        "published": {"value": report.published.value, "from": report.published.origin},
        "parts": [{"kind": part.kind, "span": list(part.span)} for part in report.parts],
        "modified": report.modified,
        "captured": report.captured,
        "extracted_by": report.extracted_by,
        "told_by": dict(report.told_by),
    }


def _entity(entity: Entity) -> dict[str, object]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "named": entity.named,
        "description": entity.description,
        "mentions": [list(span) for span in entity.mentions],
        "candidates": list(entity.candidates),
        "resolved": [_resolved(resolved) for resolved in entity.resolved],
        "affiliation": _span(entity.affiliation),
        "number": _number(entity.number) if entity.number else None,
        "nearness": _span(entity.nearness),
        "anonymity": _span(entity.anonymity.span) if entity.anonymity else None,
        "anonymity_rule": entity.anonymity.rule if entity.anonymity else None,
    }


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _number(number: Number) -> dict[str, object]:
    return {"value": number.value, "many": number.many, "words": _span(number.words), "bound": number.bound}


def _resolved(resolved: Resolved) -> dict[str, object]:
    return {"span": list(resolved.span), "rule": resolved.rule, "evidence": _span(resolved.evidence)}


def _statement(statement: Statement) -> dict[str, object]:
    return {
        "id": statement.id,
        "source": {"span": _span(statement.source), "entity": statement.entity},
        "cue": [list(span) for span in statement.cue],
        "content": [list(span) for span in statement.content],
        "quote": statement.quote,
        "told_to": list(statement.told_to),
        "within": statement.within,
        "chain": [_link(link) for link in statement.chain],
        "act": statement.act,
        "modality": [_modal(modal) for modal in statement.modality],
        "confidence": statement.confidence,
        "rule": statement.rule,
        "denies": statement.denies.statement if statement.denies else None,
        "denies_rule": statement.denies.rule if statement.denies else None,
        "denies_evidence": _span(statement.denies.evidence) if statement.denies else None,
        "distance": statement.distance,
    }


def _modal(modal: Modal) -> dict[str, object]:
    return {"span": list(modal.span), "kind": modal.kind, "scope": _span(modal.scope)}


def _link(link: Link) -> dict[str, object]:
    return {"entity": link.entity, "link": link.link, "rule": link.rule, "span": _span(link.span)}


def _problem(problem: Problem) -> dict[str, object]:
    return {"code": problem.code, "message": problem.message, "span": _span(problem.span)}
