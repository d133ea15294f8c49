"""The visit before and what came of this one -> the visit to store: what to ask for next time, and when to try again.

>>> failed(Visit("https://aldmoor.example/dam"), Problem("page-gone", "gone"), now=0.0).retry
'1970-01-01T00:01:00+00:00'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256

from whoseword.across.intake import Visit
from whoseword.model import Problem

# Seconds: after the first failure, and at most after however many of them (each waits twice as long as the one before).
FIRST_WAIT, LONGEST_WAIT = 60.0, 86_400.0
# The most that a server may ask us to wait, so that none is silent for ever.
LONGEST_ASKED = 7 * 86_400.0
_MOST_DOUBLINGS = 12
_SECONDS = re.compile(r"\s*([0-9]{1,12})\s*", re.ASCII)
# Sent back as it came: a line of printable ASCII of bounded length, or it is not kept.
_VALIDATOR = re.compile(r"[\x21-\x7e]([\x20-\x7e]{0,510}[\x21-\x7e])?", re.ASCII)


def moment(now: float) -> str:
    """Seconds since 1970 -> ISO 8601 in UTC."""
    return datetime.fromtimestamp(int(now), UTC).isoformat()


def asked_if_changed(visit: Visit) -> dict[str, str]:
    """The headers of a conditional GET (RFC 9110, 13.1); none where the visit before had none."""
    kept = {"If-None-Match": visit.etag, "If-Modified-Since": visit.last_modified}
    return {name: value for name, value in kept.items() if value and _VALIDATOR.fullmatch(value)}


def had(visit: Visit, status: int, headers: Mapping[str, str], data: bytes, *, now: float) -> Visit:
    """After an answer with a body that can be used."""
    return replace(
        _good(visit, status, now),
        etag=_validator(headers, "etag"),
        last_modified=_validator(headers, "last-modified"),
        sha256=sha256(data).hexdigest(),
    )


def unchanged(visit: Visit, headers: Mapping[str, str], *, now: float) -> Visit:
    """After 304: what it does not tell anew stays as it was (RFC 9110, 15.4.5)."""
    return replace(
        _good(visit, 304, now),
        etag=_validator(headers, "etag") or visit.etag,
        last_modified=_validator(headers, "last-modified") or visit.last_modified,
    )


def failed(
    visit: Visit, problem: Problem, *, now: float, status: int | None = None, retry_after: float | None = None
) -> Visit:
    """After anything else: tried again later, and later each time; `retry_after` is what the server asks for."""
    wait = min(FIRST_WAIT * 2 ** min(visit.failures, _MOST_DOUBLINGS), LONGEST_WAIT)
    return replace(
        visit,
        status=status,
        fetched=moment(now),
        failures=visit.failures + 1,
        retry=moment(now + max(wait, retry_after or 0.0)),
        fault=problem.message,
    )


def retry_after(headers: Mapping[str, str], *, now: float) -> float | None:
    """`Retry-After` in seconds from now (RFC 9110, 10.2.3), a number or a date; None where it is neither."""
    told = headers.get("retry-after", "")[:64]
    seconds = _SECONDS.fullmatch(told)
    if seconds:
        return min(float(seconds[1]), LONGEST_ASKED)
    try:
        then = parsedate_to_datetime(told)
        return min(max(then.replace(tzinfo=then.tzinfo or UTC).timestamp() - now, 0.0), LONGEST_ASKED)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _good(visit: Visit, status: int, now: float) -> Visit:
    return replace(visit, status=status, fetched=moment(now), failures=0, retry=None, fault=None)


def _validator(headers: Mapping[str, str], name: str) -> str | None:
    value = headers.get(name, "").strip()
    return value if _VALIDATOR.fullmatch(value) else None
