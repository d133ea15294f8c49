"""The questions that `/api` answers -> their description after OpenAPI 3.1, for programs that read such descriptions.

>>> Question("/api/compare", "rows", "Two reports side by side.", ("a!", "b!")).parameters[0]["required"]
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
MEANING = {
    "story": "the id of a story, or the beginning of it",
    "kind": "claims, ledger, figures, changes, timeline or sources",
    "claim": "the id of a claim",
    "report": "the id of a report, or the beginning of it",
    "part": "the id of an entity in that report",
    "words": "words in any order; * at the end of a word takes longer ones",
    "source": "only what a source called so stands behind",
    "topic": "only what has all these words",
    "since": "only reports of this day or later: 2023-06-30, 2023-06 or 2023",
    "until": "only reports of this day or earlier",
    "as_of": "as it stood on this day",
    "limit": "at most so many",
    "page": "which page, from 1",
    "about": "only those about this report or part",
    "a": "the id of a report",
    "b": "the id of another one",
}
_NUMBERS = {"limit", "page"}


@dataclass(frozen=True, slots=True)
class Question:
    """An address with what it gives (the one field of the answer) and takes; `!` marks what must be there."""

    path: str
    gives: str
    summary: str
    takes: tuple[str, ...] = ()

    @property
    def parameters(self) -> list[Json]:
        """What stands in the address and behind it."""
        inside = [(name, "path", True) for name in re.findall(r"\{(\w+)\}", self.path)]
        behind = [(name.removesuffix("!"), "query", name.endswith("!")) for name in self.takes]
        return [
            {
                "name": name,
                "in": place,
                "required": required,
                "description": MEANING[name],
                "schema": {"type": "integer", "minimum": 1} if name in _NUMBERS else {"type": "string"},
            }
            for name, place, required in (*inside, *behind)
        ]


def document(questions: Sequence[Question], version: str) -> Json:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "whoseword",
            "version": version,
            "description": "Who said what, on whose word and through which chain. It does not say what is true.",
        },
        "paths": {question.path: {"get": _operation(question)} for question in questions},
        "components": {"schemas": {"Error": _ERROR}},
    }


def _operation(question: Question) -> Json:
    kind = "object" if question.gives in {"claim", "record", "source"} else "array"
    given = {"type": kind} if kind == "object" else {"type": kind, "items": {"type": "object"}}
    body = {"type": "object", "required": [question.gives], "properties": {question.gives: given}}
    return {
        "operationId": re.sub(r"\W+", "_", question.path.removeprefix("/api/")).strip("_"),
        "summary": question.summary,
        "parameters": question.parameters,
        "responses": {
            "200": {"description": question.summary, "content": {"application/json": {"schema": body}}},
            "400": _failing("The question makes no sense."),
            "404": _failing("Nothing in the store is called so."),
        },
    }


def _failing(description: str) -> Json:
    schema = {"$ref": "#/components/schemas/Error"}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


_ERROR: Json = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["status", "message"],
            "properties": {"status": {"type": "integer"}, "message": {"type": "string"}},
        }
    },
}
