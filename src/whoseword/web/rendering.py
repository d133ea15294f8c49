"""A template and what it tells -> an HTML answer; every string of a report is escaped and nothing in it stays hidden.

return page(request, "claim.html.j2", claim=row)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote, unquote, urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from whoseword.dossier.accounts import figures, promises
from whoseword.dossier.characters import visible
from whoseword.dossier.drawing import draw
from whoseword.dossier.forms import COLUMNS
from whoseword.dossier.ledgered import STATUS
from whoseword.dossier.marks import characters
from whoseword.dossier.overview import front_words
from whoseword.dossier.spoken import spoken_value

Row = Mapping[str, Any]
# Marks for at most so many origins; more are told by the number alone.
MOST_MARKS = 8
AUTHOR = "whoseword-author"
LONGEST_AUTHOR = 100
# Files that browsers may ask for.
STATIC = {"pages.css": "text/css", "pages.js": "text/javascript", "mark.svg": "image/svg+xml"}


def page(request: Request, template: str, status: int = 200, **told: Any) -> HTMLResponse:
    """One page. What all pages need of the request is added here."""
    shared = {"token": request.state.token, "path": request.url.path, "styled": address("pages.css")}
    shared |= {"scripted": address("pages.js"), "author": author_of(request)}
    text = templates().get_template(template).render(**shared, **told)
    # Half a character is shown as a sign already; what is left would be a fault of ours and must not end the page.
    return HTMLResponse(text.encode("utf-8", "backslashreplace"), status)


def author_of(request: Request) -> str:
    """Who judged last in this browser."""
    return unquote(request.cookies.get(AUTHOR, ""))[:LONGEST_AUTHOR]


def address(name: str) -> str:
    """Where a file of `static/` is, with a part that changes when the file does: it can be kept for ever."""
    return f"/static/{name}?v={sha256(static(name)).hexdigest()[:12]}"


@cache
def static(name: str) -> bytes:
    """A file of `static/`; the style begins with that of the dossier."""
    own = files("whoseword.web").joinpath("static", name).read_bytes()
    if name == "pages.css":
        return files("whoseword.dossier").joinpath("templates", "dossier.css").read_bytes() + b"\n" + own
    return own


@cache
def templates() -> Environment:
    """The templates of the pages, with those of the dossier under `dossier/`."""
    dossier = PackageLoader("whoseword.dossier", "templates")
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("whoseword.web", "templates"), PrefixLoader({"dossier": dossier})]),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "counted": counted,
        "characters": characters,
        "drawing": draw,
        "promises": promises,
        "figures": figures,
        "cell": cell,
        "status": lambda name: STATUS[name],
        "front": front_words,
        "day": day,
        "between": between,
        "to_words": to_words,
        "origins": origins,
        "query": urlencode,
        "part": lambda text: quote(text, safe=""),
        "oneline": lambda text: " ".join(str(text).split()),
    }
    return environment


def cell(row: Row, kind: str, column: str) -> str:
    """What the tables of the commands say of a row in one of their columns."""
    return next(value for header, value in COLUMNS[kind] if header == column)(dict(row))


def counted(number: int, one: str, more: str | None = None) -> str:
    """`counted(1, "report")` is "1 report", `counted(3026, "report")` "3,026 reports"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def day(value: str | None) -> str:
    """A day in words: "22 July 2021"; of what is finer than a day the day."""
    return spoken_value(value.partition("T")[0]) if value else "no date"


def between(begin: str | None, end: str | None) -> str:
    """Days from `begin` to the one before `end` (ISO) in words: "22 July 2021", "November 2019", "2019"."""
    if begin is None or end is None:
        return day(begin or end) if begin or end else "day not known"
    try:
        first, last = date.fromisoformat(begin), date.fromisoformat(end) - timedelta(days=1)
    except ValueError:
        return f"{day(begin)} to {day(end)}"
    if first >= last:
        return day(begin)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        if first.month == 1 and last.month == 12 and first.year == last.year:
            return str(first.year)
        if (first.year, first.month) == (last.year, last.month):
            return day(begin[:7])
    return f"{day(begin)} to {day(last.isoformat())}"


def to_words(place: Row) -> str:
    """The address of the exact words in the reader of reports."""
    spans = ",".join(f"{start}-{end}" for start, end in place["spans"])
    return f"/report/{quote(place['report'], safe='')}" + (f"?at={spans}#at.words" if spans else "")


def origins(row: Row) -> Markup:
    """How many origins a claim has: a mark for each that is sure, an open one for each that may be, and in words."""
    if row["low"] is None:
        return Markup('<span class="origins open-count">origins cannot be counted</span>')
    low, high = row["low"], row["high"]
    words = f"{low} to {high} origins" if low != high else counted(low, "origin")
    marks = "●" * low + "○" * (high - low) if high <= MOST_MARKS else ""
    sign = Markup('<span class="dots" aria-hidden="true">{}</span> ').format(marks) if marks else ""
    return Markup('<span class="origins">{}{}</span>').format(sign, words)


def paged(number: int, count: int, size: int) -> dict[str, int | None]:
    """What the links to the pages before and after need."""
    last = max(1, -(-count // size))
    return {
        "number": number,
        "last": last,
        "count": count,
        "first_row": (number - 1) * size + 1,
        "before": number - 1 if number > 1 else None,
        "after": number + 1 if number < last else None,
    }


def _finalize(value: object) -> object:
    """Every string that a template prints passes here, so that none can be forgotten; escaping comes after."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def spans_of(typed: str, length: int) -> Sequence[tuple[int, int]]:
    """Reads "123-160,200-210" as places in a text of this length; what is no such place is left out."""
    found = []
    for piece in typed.split(",")[:100]:
        start, _, end = piece.partition("-")
        if start.isdecimal() and end.isdecimal() and len(start) < 12 and int(start) < int(end) <= length:
            found.append((int(start), int(end)))
    return found
