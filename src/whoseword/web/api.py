"""The same questions for programs: every address under `/api` gives JSON, the rows that the commands print.

`GET /api/claims/09ab12cd34ef` is what `whoseword origins 09ab12cd34ef --format jsonl` prints. Nothing can be changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from whoseword import __version__
from whoseword.across import Ref
from whoseword.commands import knowing, scope, tracing
from whoseword.commands.comparing import side_by_side
from whoseword.dossier.answers import KINDS, Answers
from whoseword.dossier.export import record_to_json
from whoseword.errors import StoreError, UsageError
from whoseword.store import asking
from whoseword.store.judging import judgements
from whoseword.store.naming import find_named, find_report
from whoseword.store.searching import Bounds, search
from whoseword.web.asked import number, words
from whoseword.web.asked import scope as asked_scope
from whoseword.web.desk import Desk
from whoseword.web.openapi import Question, document
from whoseword.web.rendering import page

Row = dict[str, Any]
MOST_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, with the store as it is now."""

    desk: Desk
    connection: Any
    request: Request

    def path(self, name: str) -> str:
        """A part of the address."""
        return str(self.request.path_params[name])

    def limit(self, default: int) -> int:
        """How many rows are wanted."""
        return number(self.request.query_params, "limit", default, most=MOST_ROWS)

    def needed(self, name: str) -> str:
        """A part of the query that must be there.

        Raises:
            UsageError: it is not.
        """
        found = words(self.request.query_params, name)
        if found is None:
            raise UsageError(f"{name} is missing")
        return found


def stories(asked: Asked) -> list[Row]:
    """The running stories, the newest first."""
    wanted = asked_scope(asked.request.query_params)
    return wanted.shown([Answers({}, {}).story(each) for each in scope.stories(asked.connection, wanted)])


def of_story(asked: Asked) -> list[Row]:
    """The rows of one kind of a story."""
    kind = asked.path("kind")
    if kind not in KINDS:
        raise StoreError(f"a story has no {kind!r}; it has {', '.join(KINDS)}")
    wanted = asked_scope(asked.request.query_params, story=asked.path("story"))
    (found,) = scope.stories(asked.connection, wanted)
    if wanted.since or wanted.until or wanted.as_of:
        made = scope.book_of(asked.connection, asked.desk.lexicon, found.reports, wanted)
        return wanted.shown(Answers.of(made).rows(kind))
    book = asked.desk.book(asked.connection, found, patience=None)
    rows = book.rows(kind) if book else []
    flat = [point for series in rows for point in series["points"]] if kind == "figures" else rows
    return wanted.shown(flat)


def claim(asked: Asked) -> Row:
    """One claim with its origins and echoes."""
    return tracing.origins(asked.connection, asked.path("claim"))


def traced(asked: Asked) -> list[Row]:
    """The claims that say most of some words."""
    return tracing.trace(asked.connection, asked.desk.lexicon, asked.needed("words"), limit=asked.limit(10))


def searched(asked: Asked) -> list[Row]:
    """Statements by their words, their source and their day."""
    wanted = asked_scope(asked.request.query_params)
    typed = words(asked.request.query_params, "words") or ""
    bounds = Bounds(wanted.source, wanted.since, wanted.until)
    return [asdict(hit) for hit in search(asked.connection, typed, bounds, limit=asked.limit(50))]


def report(asked: Asked) -> Row:
    """The whole record of a report, with the text that its offsets lead into."""
    found = find_report(asked.connection, asked.path("report"))
    records = asking.records_of(asked.connection, [found.report])
    if not records:
        raise StoreError(f"report {found.report} is hidden")
    return {**record_to_json(records[0]), "text": records[0].report.text}


def source(asked: Asked) -> Row:
    """Somebody across the store."""
    portion = knowing.Portion((number(asked.request.query_params, "page") - 1) * 20, 20)
    ref = Ref(asked.path("report"), asked.path("part"))
    return knowing.source(asked.connection, asked.desk.lexicon, ref, portion)


def compared(asked: Asked) -> list[Row]:
    """Two reports side by side."""
    a, b = (find_report(asked.connection, asked.needed(side)).report for side in "ab")
    return side_by_side(asked.connection, asked.desk.lexicon, a, b)


def judged(asked: Asked) -> list[Row]:
    """What people judged."""
    about = words(asked.request.query_params, "about")
    name = find_named(asked.connection, about).name if about else None
    return [{**asdict(each), "made": each.made.isoformat()} for each in judgements(asked.connection, name)]


_ANSWERS: dict[str, Callable[[Asked], list[Row] | Row]] = {
    "/api/stories": stories,
    "/api/stories/{story}/{kind}": of_story,
    "/api/claims/{claim}": claim,
    "/api/trace": traced,
    "/api/search": searched,
    "/api/reports/{report}": report,
    "/api/sources/{report}/{part}": source,
    "/api/compare": compared,
    "/api/judgements": judged,
}
_SCOPE = ("source", "topic", "since", "until", "as_of")
QUESTIONS = (
    Question("/api/stories", "stories", "The running stories, the newest first.", ("topic", "since", "until", "as_of")),
    Question("/api/stories/{story}/{kind}", "rows", "What a story comes to, one kind at a time.", _SCOPE),
    Question("/api/claims/{claim}", "claim", "Who stands behind a claim, and who only repeats it."),
    Question("/api/trace", "claims", "The claims that say most of some words, the best first.", ("words!", "limit")),
    Question(
        "/api/search",
        "hits",
        "Statements by their words, their source and their day.",
        ("words", "source", "since", "until", "limit"),
    ),
    Question(
        "/api/reports/{report}", "record", "All that one report says, with its text, into which the offsets lead."
    ),
    Question("/api/sources/{report}/{part}", "source", "A source across the store, with what it said.", ("page",)),
    Question("/api/compare", "rows", "Two reports side by side.", ("a!", "b!")),
    Question("/api/judgements", "judgements", "What people judged, in the order in which they did.", ("about",)),
)


def routes() -> list[Route]:
    """The addresses of the questions, their description for programs, and the page about them for people."""
    return [
        Route("/api", human),
        Route("/api/openapi.json", lambda _: JSONResponse(document(QUESTIONS, __version__))),
        *(Route(question.path, _answering(question)) for question in QUESTIONS),
    ]


def human(request: Request) -> Response:
    """The page for people."""
    return page(request, "api.html.j2", questions=QUESTIONS)


def _answering(question: Question) -> Callable[[Request], Response]:
    made = _ANSWERS[question.path]

    def answer(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        with desk.reading() as connection:
            return JSONResponse({question.gives: made(Asked(desk, connection, request))})

    return answer
