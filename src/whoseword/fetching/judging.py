"""The status and the headers of an answer -> what is wrong with it, or where it leads.

>>> status_problem("https://aldmoor.example/dam", 410).code
'page-gone'
"""

from __future__ import annotations

import re
from urllib.parse import urljoin

from whoseword.fetching.faults import StoppedError, shown
from whoseword.model import Problem

GOOD = frozenset({200, 203})
LEADS_ON = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({408, 425, 429, 503})
_STATUSES = (
    ("page-gone", frozenset({404, 410}), "there is no such page any more; look for it in a web archive"),
    (
        "page-closed",
        frozenset({401, 402, 403, 407, 451}),
        "its server does not give it to us; open it in a browser, save it and add the file",
    ),
    ("server-busy", BUSY, "its server asks to be left alone for now; try again later"),
    ("server-failed", frozenset(range(500, 600)), "its server has a fault; try again later"),
    ("answer-unusable", frozenset(range(1000)), "no answer that a page could be read from; open it in a browser"),
)
# An address with a scheme of its own stands for itself (RFC 3986, 5.2.2).
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE | re.ASCII)
# Nothing in them is told in words that could be read.
_NO_REPORTS = ("audio/", "font/", "image/", "model/", "video/")
_NO_REPORT = frozenset(
    """
    text/css text/javascript application/javascript application/x-javascript application/wasm application/ogg
    application/x-shockwave-flash application/font-woff application/vnd.ms-fontobject
    """.split()
)


def status_problem(url: str, status: int) -> Problem | None:
    """What a status says; None where a body comes with it that can be used."""
    if status in GOOD:
        return None
    for code, statuses, words in _STATUSES:
        if status in statuses:
            return Problem(code, f"{shown(url)}: {words} (HTTP {status})")
    return None


def media_problem(url: str, media: str | None) -> Problem | None:
    """Why a body of this media type is not even downloaded; None where it may hold a report."""
    if media is None or not (media.startswith(_NO_REPORTS) or media in _NO_REPORT):
        return None
    return Problem("media-not-read", f"{shown(url)}: no report but {shown(media)}; it was not downloaded")


def led_to(url: str, location: str | None) -> str:
    """The address that a redirect from `url` leads to; it is not checked yet.

    Raises:
        StoppedError: it leads nowhere.
    """
    if not location:
        raise redirect_broken(url, "it leads on, but does not say where to")
    # Servers do not always write spaces as they must; in a host, the guard refuses what becomes of them.
    location = location.strip(" ").replace(" ", "%20")
    if _WHOLE.match(location):
        return location
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise redirect_broken(url, f"it leads to {shown(location)}, which is no address") from error


def redirect_broken(url: str, why: str) -> StoppedError:
    """A redirect that is not followed."""
    return StoppedError(Problem("redirect-broken", f"{shown(url)}: {why}; open it in a browser and take its address"))
