"""The page of one source across the store.

`GET /source/3f2a90aa17c2/77b0e4c1f2d9`: the report, and the entity in it, by which the source is called.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from whoseword.across import Ref
from whoseword.commands import knowing
from whoseword.web.asked import number
from whoseword.web.desk import Desk
from whoseword.web.rendering import page, paged

APPEARANCES = 20


def source(request: Request) -> Response:
    """Who it is, what it said in which report, and who it may be besides."""
    desk: Desk = request.app.state.desk
    at = number(request.query_params, "page")
    ref = Ref(request.path_params["report"], request.path_params["part"])
    with desk.reading() as connection:
        portion = knowing.Portion((at - 1) * APPEARANCES, APPEARANCES)
        row = knowing.source(connection, desk.lexicon, ref, portion)
        behind = desk.behind(connection)
    pages = paged(at, row["appearances"], APPEARANCES)
    return page(request, "source.html.j2", source=row, pages=pages, behind=behind, ref=str(ref))
