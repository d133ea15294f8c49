"""What people judge, in the browser: forms, what was judged, and taking it back.

`GET /judge?about=3f2a90aa17c2/77b0e4c1f2d9` has the forms for one part of a report; `POST /judge` keeps a verdict and
leads back to where it was made.
"""

from __future__ import annotations

from typing import Any, cast, get_args
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from whoseword.errors import UsageError
from whoseword.store.fields import NOUNS, correctable
from whoseword.store.judging import PAIRS, Verdict, VerdictKind, judge, judgements, words_of
from whoseword.store.naming import Named, find_named
from whoseword.web.asked import number
from whoseword.web.desk import Desk
from whoseword.web.forms import checked
from whoseword.web.rendering import AUTHOR, LONGEST_AUTHOR, page, paged

SHOWN = 100
A_YEAR = 365 * 24 * 3600
# What a verdict on two needs of each.
PAIR_OF = {"entity": "source", "statement": "claim", "unit": "claim", "report": "story"}


def form(request: Request) -> Response:
    """All that can be judged of one part, and what was."""
    desk: Desk = request.app.state.desk
    typed, back = request.query_params.get("about", ""), _back(request.query_params.get("back", ""))
    with desk.reading() as connection:
        about = find_named(connection, typed)
        told = _about(connection, about)
    return page(request, "judge.html.j2", **told, back=back, other=request.query_params.get("other", ""))


async def take(request: Request) -> Response:
    """Keeps a verdict."""
    sent = await checked(request)
    given = {name: value for name, value in sent.items() if isinstance(value, str)}
    author = " ".join(given.get("author", "").split())[:LONGEST_AUTHOR]
    desk: Desk = request.app.state.desk
    await run_in_threadpool(_keep, desk, sent, given, author)
    answer = RedirectResponse(_back(given.get("back", "")) or "/judgements", 303)
    answer.set_cookie(AUTHOR, quote(author), max_age=A_YEAR, httponly=True, samesite="strict")
    return answer


def listed(request: Request) -> Response:
    """All judgements, the newest first."""
    desk: Desk = request.app.state.desk
    at = number(request.query_params, "page")
    with desk.reading() as connection:
        found = judgements(connection)[::-1]
    shown = found[(at - 1) * SHOWN : at * SHOWN]
    pages = paged(at, len(found), SHOWN)
    return page(request, "judgements.html.j2", judgements=shown, pages=pages)


def _about(connection: Connection, about: Named) -> dict[str, Any]:
    noun = NOUNS.get(about.kind)
    return {
        "about": f"{about.report}/{about.part}" if about.part else about.report,
        "kind": about.kind,
        "pair": PAIR_OF.get(about.kind),
        "report": about.report,
        "part": about.part,
        "fields": correctable(noun) if noun else [],
        "words": words_of(connection, about),
        "judgements": judgements(connection, about.name)[::-1],
    }


def _keep(desk: Desk, sent: FormData, given: dict[str, str], author: str) -> None:
    if not author:
        raise UsageError("a judgement needs its author: type your name")
    with desk.store.writing() as connection:
        for verdict in _verdicts(connection, sent, given):
            judge(connection, verdict, author=author, when=desk.now())
    desk.catch_up()
    desk.wake()


def _verdicts(connection: Connection, sent: FormData, given: dict[str, str]) -> list[Verdict]:
    """What the form says. Of a pair, `other` may be there more than once: each of them with the first."""
    kind = given.get("verdict", "")
    if kind == "undo":
        typed = given.get("number", "")
        if not typed.isdecimal():
            raise UsageError(f"there is no judgement {typed!r}")
        return [Verdict("undone", undoes=int(typed))]
    if kind not in get_args(VerdictKind) or kind == "undone":
        raise UsageError(f"{kind!r} is no verdict")
    verdict = cast("VerdictKind", kind)
    about = find_named(connection, given.get("about", "").strip())
    if verdict in PAIRS:
        others = [each.strip() for each in sent.getlist("other") if isinstance(each, str) and each.strip()]
        if not others:
            raise UsageError(f"{kind}: say of which two, by their ids")
        return [Verdict(verdict, about, find_named(connection, other)) for other in others]
    if verdict == "corrected":
        return [Verdict(verdict, about, field=given.get("field", ""), value=given.get("value", ""))]
    if verdict == "note":
        if not given.get("value", "").strip():
            raise UsageError("the note is empty")
        return [Verdict(verdict, about, value=given["value"].strip())]
    return [Verdict(verdict, about)]


def _back(typed: str) -> str:
    """A page of ours to go back to; nothing for any other address."""
    plain = typed.isascii() and typed.isprintable() and "\\" not in typed
    return typed if plain and typed.startswith("/") and not typed.startswith("//") else ""
