"""Settings -> the web application: which address is answered by which function, and what becomes of errors.

app = make_app(Settings("whoseword.db"))
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from whoseword.errors import StoreError, UsageError
from whoseword.web import adding, api, claims, comparing, finding, front, judging, reports, sources
from whoseword.web.desk import Desk, Settings
from whoseword.web.guard import Guard
from whoseword.web.rendering import STATIC, page, static

# A file's address changes with its bytes.
FOR_EVER = "public, max-age=31536000, immutable"


def make_app(settings: Settings) -> Guard:
    """The whole application.

    Raises:
        StoreError: the store cannot be opened.
        UsageError: this cannot be the address of a store.
    """
    desk = Desk(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    handlers = {StoreError: _not_there, UsageError: _senseless, HTTPException: _http, Exception: _fault}
    app = Starlette(routes=_routes(), exception_handlers=handlers, lifespan=lifespan)
    app.state.desk = desk
    app.state.jobs = adding.Jobs(desk)
    return Guard(app, settings.hosts)


def _routes() -> list[Route]:
    return [
        Route("/", front.home),
        Route("/static/{name}", _static),
        Route("/keys", front.keys),
        Route("/story/{story}", front.story),
        Route("/story/{story}/promise/{id}", claims.promise),
        Route("/story/{story}/figure/{id}", claims.series),
        Route("/story/{story}/{kind}", front.rows),
        Route("/claim/{claim}", claims.claim),
        Route("/source/{report}/{part}", sources.source),
        Route("/report/{report}", reports.report),
        Route("/compare", comparing.compare),
        Route("/search", finding.search),
        Route("/add", adding.form, methods=["GET"]),
        Route("/add", adding.take, methods=["POST"]),
        Route("/add/{job}", adding.progress),
        Route("/add/{job}/events", adding.events),
        Route("/judge", judging.form, methods=["GET"]),
        Route("/judge", judging.take, methods=["POST"]),
        Route("/judgements", judging.listed),
        *api.routes(),
    ]


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    return Response(static(name), media_type=STATIC[name], headers={"cache-control": FOR_EVER})


def _not_there(request: Request, error: Exception) -> Response:
    return _told(request, 404, "Not found", str(error))


def _senseless(request: Request, error: Exception) -> Response:
    return _told(request, 400, "This cannot be answered", str(error))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return _told(request, 404, "Not found", "There is no page at this address.")
    return _told(request, error.status_code, "This cannot be answered", error.detail)


def _fault(request: Request, error: Exception) -> Response:
    message = f"{type(error).__name__}: {error}. This is a fault of whoseword; please report it."
    return _told(request, 500, "Something broke", message)


def _told(request: Request, status: int, title: str, message: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": {"status": status, "message": message}}, status)
    if not hasattr(request.state, "token"):
        return PlainTextResponse(f"{title}: {message}\n", status)
    return page(request, "error.html.j2", status, title=title, message=message)
