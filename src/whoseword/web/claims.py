"""The pages of one claim, of one promise and of one series of figures.

`GET /claim/09ab12cd34ef` shows who stands behind a claim, in whatever story it is told.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from whoseword.commands import tracing
from whoseword.store.belonging import founding, story_called, story_with
from whoseword.web.desk import Desk
from whoseword.web.front import KINDS
from whoseword.web.rendering import page

Row = dict[str, Any]
MOST_RELATED = 12


def claim(request: Request) -> Response:
    """Who stands behind a claim, who only repeats them, and every unit that tells it."""
    desk: Desk = request.app.state.desk
    with desk.reading() as connection:
        row = tracing.origins(connection, request.path_params["claim"])
        found = story_with(connection, row["first"]["report"]) if row["first"] else None
        others = founding(connection, row["related"][:MOST_RELATED])
        behind = desk.behind(connection)
    units = [unit for origin in row["origins"] for unit in origin["units"]]
    related = [
        {"claim": id_, "words": unit.words, "day": unit.day, "ref": str(unit.ref)} for id_, unit in others.items()
    ]
    return page(
        request,
        "claim.html.j2",
        claim=row,
        units=units,
        echoing={(echo["report"], echo["part"]) for echo in row["echoes"]},
        units_by={origin["origin"]: origin["who"] for origin in row["origins"]},
        story=found,
        related=sorted(related, key=lambda each: (each["day"] or "~", each["claim"])),
        behind=behind,
    )


def promise(request: Request) -> Response:
    """A promise with its whole history."""
    return _row_of_story(request, "ledger", "promise.html.j2", lambda row: {"promise": row})


def series(request: Request) -> Response:
    """The figures of one series."""
    return _row_of_story(request, "figures", "figure.html.j2", lambda row: {"series": row})


def _row_of_story(request: Request, kind: str, template: str, told: Callable[[Row], Row]) -> Response:
    desk: Desk = request.app.state.desk
    with desk.reading() as connection:
        found = story_called(connection, request.path_params["story"])
        book = desk.book(connection, found, patience=desk.settings.patience)
        behind = desk.behind(connection)
    head: Row = {"story": {"story": found.id, "title": found.title, "end": found.end}, "behind": behind}
    if book is None:
        return page(request, "coming.html.j2", **head, kind=kind, kinds=KINDS)
    row = book.row(kind, request.path_params["id"])
    if row is None:
        raise HTTPException(404)
    return page(request, template, **head, **told(row))
