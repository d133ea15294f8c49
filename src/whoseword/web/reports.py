"""The reader: one report with its marks in layers, and the words that were asked for lit.

`GET /report/3f2a90aa17c2?at=123-160#at.words` leads to the words at 123 to 160; `&layers=times,figures` shows these
marks alone.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from whoseword.dossier.entries import report_page
from whoseword.store import asking
from whoseword.store.belonging import story_with
from whoseword.store.naming import find_report
from whoseword.web.desk import Desk
from whoseword.web.rendering import page, spans_of

LAYERS = {
    "statements": "Statements",
    "chains": "Chains",
    "times": "Times",
    "figures": "Figures",
}


def report(request: Request) -> Response:
    """A report's text with who said what beside it."""
    desk: Desk = request.app.state.desk
    query = request.query_params
    with desk.reading() as connection:
        named = find_report(connection, request.path_params["report"])
        records = asking.records_of(connection, [named.report])
        if not records:
            return page(request, "hidden.html.j2", 404, id=named.report)
        found = story_with(connection, named.report)
        behind = desk.behind(connection)
    (record,) = records
    asked = query.getlist("layers")
    layers = {name for each in asked for name in each.split(",")} & LAYERS.keys() if asked else set(LAYERS)
    sought = spans_of(query.get("at", ""), len(record.report.text))
    return page(
        request,
        "report.html.j2",
        page=report_page(record, sought),
        report=record.report,
        layers=layers,
        all_layers=LAYERS,
        at=query.get("at", "") if sought else "",
        missed=bool(query.get("at")) and not sought,
        story=found,
        behind=behind,
    )
