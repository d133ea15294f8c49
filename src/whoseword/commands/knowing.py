"""Somebody in one report -> a row of that source across the store: who it is, what it said and where.

source(connection, lexicon, Ref("3f2a90aa17c2", "e1"), Portion())["name"]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from whoseword.across import Identity, Ref
from whoseword.errors import StoreError
from whoseword.lexicon import Lexicon
from whoseword.model import Report, Span, Statement
from whoseword.store.belonging import MOST_APPEARANCES, Said, said_by, source_at

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Portion:
    """Which of the reports that a source appears in are told, from 0."""

    start: int = 0
    count: int = 20


def source(connection: Connection, lexicon: Lexicon, ref: Ref, portion: Portion) -> Row:
    """Who the entity at `ref` is; `places` are those of its appearances that were asked for, each with its statements.

    `more`: it may appear in further reports, too many to compare for one answer.

    Raises:
        StoreError: there is nobody there, or it is hidden.
    """
    who, others = source_at(connection, ref, lexicon)
    if who is None:
        raise StoreError(f"nobody in the store is called {ref}; whoseword sources lists who there is")
    asked = who.members[portion.start : portion.start + portion.count]
    return {
        **_called(who),
        "description": who.description,
        "appearances": len(who.members),
        "more": len(who.members) >= MOST_APPEARANCES,
        "reports": len({member.report for member in who.members}),
        "possibly": [_called(other) for other in others],
        "places": [_place(said) for said in said_by(connection, asked)],
    }


def _called(identity: Identity) -> Row:
    return {
        "source": identity.id,
        "ref": str(identity.members[0]),
        "name": identity.name or identity.description,
        "kind": identity.kind,
        "named": identity.named,
    }


def _place(said: Said) -> Row:
    entity = said.entity
    return {
        **_at(said.report, entity.mentions[:1]),
        "part": entity.id,
        "called": entity.name or entity.description,
        "statements": [_statement(said.report, statement) for statement in said.statements],
    }


def _statement(report: Report, statement: Statement) -> Row:
    return {
        **_at(report, statement.content or statement.cue),
        "part": statement.id,
        "quote": statement.quote,
        "act": statement.act,
        "cue": _words(report.text, statement.cue),
    }


def _at(report: Report, spans: tuple[Span, ...]) -> Row:
    return {
        "report": report.id,
        "outlet": report.outlet,
        "published": report.published.value,
        "title": report.title,
        "spans": [list(span) for span in spans],
        "words": _words(report.text, spans),
    }


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(" ".join(text[slice(*span)].split()) for span in spans)
