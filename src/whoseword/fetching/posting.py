"""A notice -> a webhook, through the same guard and within the same bounds as everything that is fetched.

>>> post("http://127.0.0.1/hook", {"line": "The gate opened."}, guard=Guard()).code
'address-refused'
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from whoseword.errors import UsageError
from whoseword.fetching.faults import StoppedError, shown
from whoseword.fetching.fetch import AGENT
from whoseword.fetching.guard import Guard
from whoseword.fetching.limits import Limits
from whoseword.model import Problem

# Bytes of one notice: it is a sentence and its place, not a report.
LARGEST = 2**20


def post(
    url: str, data: Mapping[str, object], *, guard: Guard, limits: Limits | None = None, agent: str = AGENT
) -> Problem | None:
    """Sends `data` as JSON to `url`; None where the server took it (a status from 200 to 299).

    Redirects are not followed: who is told is who was named. What the server answers besides is not read.

    Raises:
        UsageError: `data` is larger than 1 MiB as JSON.
    """
    body = json.dumps(data, ensure_ascii=False).encode("utf-8", "backslashreplace")
    if len(body) > LARGEST:
        raise UsageError(f"{len(body)} bytes are too many for a webhook; {LARGEST} at most are sent")
    try:
        from whoseword.fetching.exchange import Ask, opened  # noqa: PLC0415  (slow to load, and may be absent)
    except ImportError:
        message = f"{shown(url)}: webhooks need more packages; install them with pip install 'whoseword[intake]'"
        return Problem("needs-intake", message)
    bounds = limits or Limits()
    try:
        ask = Ask(guard.target(url), agent, {"Content-Type": "application/json"}, body)
        with opened(ask, guard, bounds, bounds.seconds) as (reply, _):
            status = reply.status
    except StoppedError as stopped:
        return stopped.problem
    if 200 <= status < 300:
        return None
    way_out = "give the address that it leads to" if 300 <= status < 400 else "look at what listens there"
    return Problem("webhook-not-taken", f"{shown(url)}: did not take the notice (HTTP {status}); {way_out}")
