r"""Notices -> a feed that any reader of feeds can follow: Atom (RFC 4287), the same bytes for the same notices.

In: watches, notices and the places of their reports. Out: the XML. Its ids come from what a notice is about, so that a
reader knows one again; its times are those at which the notices were made. Characters that XML 1.0 does not have are
left out, and what nobody sees is shown.

>>> clean("gate\x00 \u202eshut\ufffe")
'gate␀ [U+202E]shut[U+FFFE]'
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from whoseword.across.intake import Notice, Watch
from whoseword.dossier.characters import visible
from whoseword.watching.places import Place

# The newest so many are in the feed: a reader has had the others.
MOST = 500
# XML 1.0, section 2.2: all that no document may hold.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
# When there is nothing yet to have a time.
_NEVER = "1970-01-01T00:00:00+00:00"


def clean(text: str) -> str:
    """The text with nothing that XML forbids, and nothing hidden in it."""
    return _NO_XML.sub("", visible(text))


def feed(watches: Sequence[Watch], notices: Sequence[Notice], places: Mapping[str, Place]) -> bytes:
    """The feed of these notices, the newest first, in UTF-8. `watches` are all, in the order of their numbers."""
    known = {watch.number: watch for watch in watches}
    shown = sorted(notices, key=lambda notice: -(notice.number or 0))[:MOST]
    first = watches[0] if watches else None
    times = [notice.made for notice in shown if notice.made] or [watch.made for watch in watches]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{_id('feed', first.made if first else '', first.words if first else '')}</id>",
        "<title>whoseword: what is watched</title>",
        f"<updated>{max(times, default=_NEVER)}</updated>",
        "<author><name>whoseword</name></author>",
        "<generator>whoseword</generator>",
    ]
    for notice in shown:
        lines += _entry(notice, known.get(notice.watch), places.get(notice.report or ""))
    return ("\n".join([*lines, "</feed>"]) + "\n").encode("utf-8")


def _entry(notice: Notice, watch: Watch | None, place: Place | None) -> Iterator[str]:
    made, words = (watch.made, watch.words) if watch else ("", "")
    yield "<entry>"
    yield f"<id>{_id('notice', made, str(notice.watch), notice.kind, notice.about)}</id>"
    yield f"<title>{escape(clean(notice.line))}</title>"
    yield f"<updated>{notice.made or _NEVER}</updated>"
    if place and place.url and _ADDRESS.fullmatch(place.url):
        yield f'<link rel="alternate" href={quoteattr(clean(place.url))}/>'
    yield f"<category term={quoteattr(notice.kind)}/>"
    told = [notice.line, f"“{notice.words}”" if notice.words else "", f"Watched: {words}" if words else ""]
    yield f'<content type="text">{escape(clean(chr(10).join(each for each in told if each)))}</content>'
    yield "</entry>"


def _id(*parts: str) -> str:
    """The same urn:uuid for the same parts (RFC 9562, version 5)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "whoseword:" + "\x1f".join(parts).encode("utf-8", "replace").decode()).urn
