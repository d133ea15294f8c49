"""Home, and the pages of a story.

`GET /story/3f2a90aa17c2` shows what the story comes to in one screen, `GET /story/3f2a90aa17c2/claims` all its claims.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from whoseword.across import Story
from whoseword.dossier.answers import Answers
from whoseword.store import asking
from whoseword.store.belonging import story_called
from whoseword.web.asked import number
from whoseword.web.desk import Desk
from whoseword.web.rendering import page, paged
from whoseword.web.shelf import PAGE, Shelved

Row = dict[str, Any]
# What one screen holds of each.
STORIES, CHANGES, FRONT_CLAIMS, FRONT_ROWS = 30, 10, 8, 6
# A store of so few stories shows claims of each at once, so many.
FEW_STORIES, HOME_CLAIMS = 3, 5
# Stories that are looked through for the newest changes.
LOOKED_AT = 12
KINDS = {
    "claims": "Claims",
    "ledger": "Promises",
    "figures": "Figures",
    "changes": "Changes",
    "timeline": "Timeline",
    "sources": "Sources",
    "reports": "Reports",
}
_OVER = {"done", "broken", "denied"}


def home(request: Request) -> Response:
    """The stories, the newest first, and what changed last."""
    desk: Desk = request.app.state.desk
    at = number(request.query_params, "page")
    with desk.reading() as connection:
        stories = desk.stories(connection)
        known = [(story, desk.glance(connection, story)) for story in stories[:LOOKED_AT]]
        shown = stories[(at - 1) * STORIES : at * STORIES]
        looked = {story.id: found for story, found in known}
        few = len(stories) <= FEW_STORIES
        rows = [_summed(story, looked.get(story.id) or desk.glance(connection, story), few=few) for story in shown]
        behind = desk.behind(connection)
    return page(
        request,
        "home.html.j2",
        stories=rows,
        pages=paged(at, len(stories), STORIES),
        reports=sum(len(story.reports) for story in stories),
        changes=_newest_changes(known) if at == 1 else [],
        coming=sum(found is None for _, found in known),
        behind=behind,
    )


def keys(request: Request) -> Response:
    """The keys, and how to read the marks."""
    return page(request, "keys.html.j2")


def story(request: Request) -> Response:
    """What a story comes to, in one screen."""
    desk: Desk = request.app.state.desk
    with desk.reading() as connection:
        found, book = _found(desk, connection, request)
        behind = desk.behind(connection)
    head = _head(found, "front", behind)
    if book is None:
        return page(request, "coming.html.j2", **head)
    ledger = [row for row in book.rows("ledger") if row["status"] not in _OVER]
    ledger.sort(key=lambda row: (not row["overdue"], row["due"]["state"] != "date", row["due"]["value"] or "~"))
    return page(
        request,
        "story.html.j2",
        **head,
        counts=_counts(book, found),
        claims=_main(book)[:FRONT_CLAIMS],
        ledger=ledger[:FRONT_ROWS],
        open_count=len(ledger),
        figures=[row for row in book.page("figures", 1) if len(row["points"]) > 1][:FRONT_ROWS],
        changes=sorted(book.rows("changes"), key=lambda row: row["day"] or "", reverse=True)[:FRONT_ROWS],
        sources=book.page("sources", 1)[:FRONT_CLAIMS],
        last=found.end,
    )


def rows(request: Request) -> Response:
    """All of one kind, page by page."""
    desk: Desk = request.app.state.desk
    kind, at = request.path_params["kind"], number(request.query_params, "page")
    if kind not in KINDS:
        raise HTTPException(404)
    with desk.reading() as connection:
        if kind == "reports":
            return _reports(request, desk, connection, at)
        found, book = _found(desk, connection, request)
        behind = desk.behind(connection)
    head = _head(found, kind, behind)
    if book is None:
        return page(request, "coming.html.j2", **head)
    pages = paged(at, book.counts[kind], PAGE)
    return page(request, "rows.html.j2", **head, rows=book.page(kind, at), pages=pages, counts=_counts(book, found))


def _reports(request: Request, desk: Desk, connection: Connection, at: int) -> Response:
    """The reports of a story; their book is not needed for that."""
    found = story_called(connection, request.path_params["story"])
    days = asking.days(connection)
    ordered = sorted(found.reports, key=lambda report: (days.get(report) is None, days.get(report) or "", report))
    shown = asking.reports_of(connection, ordered[(at - 1) * PAGE : at * PAGE])
    by_day = sorted(shown, key=lambda report: ordered.index(report.id))
    book = desk.glance(connection, found)
    return page(
        request,
        "rows.html.j2",
        **_head(found, "reports", desk.behind(connection)),
        rows=by_day,
        pages=paged(at, len(ordered), PAGE),
        counts=_counts(book, found) if book else {"reports": len(ordered)},
    )


def _found(desk: Desk, connection: Connection, request: Request) -> tuple[Story, Shelved | None]:
    found = story_called(connection, request.path_params["story"])
    return found, desk.book(connection, found, patience=desk.settings.patience)


def _head(found: Story, kind: str, behind: int) -> Row:
    return {"story": Answers({}, {}).story(found), "kind": kind, "kinds": KINDS, "behind": behind}


def _counts(book: Shelved, found: Story) -> Row:
    return {**book.counts, "reports": len(found.reports)}


def _summed(story: Story, book: Shelved | None, *, few: bool) -> Row:
    """A story in the list of all; where these are few, with its main claims."""
    claims = _main(book)[:HOME_CLAIMS] if book and few else []
    return {**Answers({}, {}).story(story), "book": book, "claims": claims}


def _main(book: Shelved) -> list[Row]:
    """Those of most origins; what one report alone tells in its own voice stands behind what it has from somebody."""
    return sorted(book.page("claims", 1), key=lambda row: row["reports"] < 2 and all(map(_is_own, row["origins"])))


def _is_own(origin: Row) -> bool:
    return all(unit["end"] in {"author", "unknown"} for unit in origin["units"])


def _newest_changes(known: list[tuple[Story, Shelved | None]]) -> list[Row]:
    """What changed last in the newest stories, as far as these are put together."""
    found = [
        {**row, "story": story.id, "story_title": story.title}
        for story, book in known
        if book
        for row in book.rows("changes")
    ]
    return sorted(found, key=lambda row: row["day"] or "", reverse=True)[:CHANGES]
