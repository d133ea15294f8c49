"""Two reports side by side: the same claims in one row, what differs marked.

`GET /compare?a=3f2a90aa17c2&b=77b0e4c1f2d9`
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response

from whoseword.commands.comparing import side_by_side
from whoseword.dossier.marks import characters
from whoseword.errors import UsageError
from whoseword.model import Report
from whoseword.store import asking
from whoseword.store.belonging import story_with
from whoseword.store.naming import find_report
from whoseword.web.asked import words
from whoseword.web.desk import Desk
from whoseword.web.rendering import page

Row = dict[str, Any]


def compare(request: Request) -> Response:
    """Two reports; with one named, the others of its story to choose from."""
    desk: Desk = request.app.state.desk
    a, b = (words(request.query_params, side) for side in "ab")
    with desk.reading() as connection:
        ids = [find_report(connection, typed).report for typed in (a, b) if typed]
        if len(ids) == 2 and ids[0] == ids[1]:
            raise UsageError("both are the same report; name two")
        reports = {report.id: report for report in asking.reports_of(connection, ids)}
        rows = side_by_side(connection, desk.lexicon, *ids) if len(reports) == 2 else []
        found = story_with(connection, ids[0]) if ids else None
        others = asking.reports_of(connection, found.reports) if found and len(ids) == 1 else ()
    sides = [reports[id_] for id_ in ids if id_ in reports]
    marked = [{**row, **_marked(row, sides)} for row in rows]
    alone = [row for row in marked if row["grade"] == "alone"]
    return page(
        request,
        "compare.html.j2",
        sides=sides,
        others=sorted((each for each in others if each.id not in ids), key=_day),
        both=[row for row in marked if row["grade"] != "alone"],
        alone={side: [row for row in alone if row[side]] for side in "ab"},
        typed=(a, b),
    )


def _day(report: Report) -> tuple[str, str]:
    return report.published.value or "~", report.id


def _marked(row: Row, sides: Sequence[Report]) -> Row:
    """The words of both sides, with those marked in which they differ."""
    found = {}
    for at, side in enumerate("ab"):
        spans = [each["spans"][at] for each in row["differences"] if each["spans"][at]]
        found[f"{side}_html"] = _words(sides[at].text, row[side]["spans"], spans) if row[side] else None
    return found


def _words(text: str, spans: Sequence[Sequence[int]], marked: Sequence[Sequence[int]]) -> Markup:
    pieces = []
    for start, end in spans:
        edges = sorted({start, end, *(edge for span in marked for edge in span if start < edge < end)})
        for here, following in pairwise(edges):
            words_here = characters(text[here:following])
            differs = any(span[0] <= here and following <= span[1] for span in marked)
            pieces.append(Markup("<mark>{}</mark>").format(words_here) if differs else words_here)
        pieces.append(escape(" … "))
    return Markup("").join(pieces[:-1])
