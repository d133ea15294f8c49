"""Search: what is claimed in such words, and every statement by its words, by who said it and by day.

`GET /search?words=ferry&source=harbour&since=2021-07`
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from whoseword.commands import tracing
from whoseword.errors import UsageError
from whoseword.store.searching import Bounds
from whoseword.store.searching import search as look_up
from whoseword.web.asked import scope
from whoseword.web.asked import words as typed_words
from whoseword.web.desk import Desk
from whoseword.web.rendering import page

CLAIMS, HITS = 5, 50


def search(request: Request) -> Response:
    """The form, and what it finds."""
    desk: Desk = request.app.state.desk
    query = request.query_params
    words = typed_words(query, "words")
    told: dict[str, Any] = {"claims": [], "hits": [], "message": None, "more": False}
    given = {name: query.get(name, "") for name in ("words", "source", "since", "until")}
    status = 200
    try:
        bounds = scope(query)
        if words or bounds.source:
            with desk.reading() as connection:
                sifted = Bounds(bounds.source, bounds.since, bounds.until)
                found = look_up(connection, words or "", sifted, limit=HITS + 1)
                told["hits"] = [asdict(hit) for hit in found[:HITS]]
                told["more"] = len(found) > HITS
                # Claims are found by words alone; with a source or days they would be the wrong ones.
                if words and not (bounds.source or bounds.since or bounds.until):
                    told["claims"] = tracing.trace(connection, desk.lexicon, words, limit=CLAIMS)
    except UsageError as error:
        told["message"], status = str(error), 400
    asked = bool(words or given["source"])
    return page(request, "search.html.j2", status, given=given, asked=asked, **told)
