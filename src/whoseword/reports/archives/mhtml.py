r"""A page that a browser saved in one file (MHTML, RFC 2557) -> the page within, as if it came from its address.

>>> read_mhtml(Given("a.mhtml", b"Content-Type: text/html\nContent-Location: https://a.example/\n\n<p>Rain")).url
'https://a.example/'
"""

from __future__ import annotations

from dataclasses import replace
from email.message import Message

from whoseword.model import Problem
from whoseword.reports.archives import mime
from whoseword.reports.given import Given, Unread
from whoseword.reports.pages.address import web_address

_PAGES = ("text/html", "application/xhtml+xml")
_SAVE = "open it in a browser and save it anew, as a page or as its text"


def read_mhtml(given: Given) -> Given | Unread:
    """The page with its address and the moment at which it was saved; pictures, styles and frames are left.

    Bounds are those of `mime`.
    """
    try:
        message = mime.parsed(given.data)
    except mime.UnreadableMessageError as error:
        problem = Problem("document-damaged", f"{given.name}: the saved page cannot be read ({error}); {_SAVE}")
        return Unread(given.name, given.row, (*given.problems, problem))
    part = _page(message)
    data = b"" if part is None else mime.bytes_of(part)
    if part is None or not data.strip():
        problem = Problem("document-without-text", f"{given.name}: no page in this file; {_SAVE}")
        return Unread(given.name, given.row, (*given.problems, problem))
    return replace(
        given,
        data=data,
        media="text/html",
        charset=mime.charset_of(part),
        url=_address(message, part) or given.url,
        captured=mime.moment(mime.header(message, "Date")) or given.captured,
    )


def _page(message: Message) -> Message | None:
    """The part that the message names as its start, else the first page in it."""
    pages = [part for part in mime.leaves(message) if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = [part for part in pages if start and part.get("Content-ID", "").strip() == str(start).strip()]
    own = mime.header(message, "Snapshot-Content-Location")
    located = [part for part in pages if own and mime.header(part, "Content-Location") == own]
    return next(iter(named or located or pages), None)


def _address(message: Message, part: Message) -> str | None:
    told = (
        mime.header(message, "Snapshot-Content-Location"),
        mime.header(part, "Content-Location"),
        mime.header(message, "Content-Location"),
    )
    return next(filter(None, map(web_address, told)), None)
