r"""A robots.txt -> what a program may ask of that server, and how often (RFC 9309, Crawl-delay, Request-rate).

>>> rules = read_robots(b"User-agent: *\nDisallow: /desk/\nCrawl-delay: 4", "whoseword")
>>> rules.allows("https://aldmoor.example/desk/1"), rules.allows("https://aldmoor.example/dam"), rules.pause
(False, True, 4.0)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

# As protego reads the name of a group: with a hyphen, a space or neither, with a colon or without.
_GROUP = re.compile(r"\s*user(?:-|\s*)agent\b\s*:?\s*([^#]*)", re.IGNORECASE)
_NOT_OURS = "User-agent: -"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a server asks of us. `allows` says of an address whether it may be fetched, `pause` is in seconds."""

    allows: Callable[[str], bool]
    pause: float = 0.0


ALL_ALLOWED = Rules(lambda _: True)


def read_robots(data: bytes, agent: str) -> Rules:
    """The rules for `agent`, a name such as "whoseword"; what is no rule is passed over.

    Raises:
        ImportError: the extra `intake` is not there.
    """
    from protego import Protego  # noqa: PLC0415  (only with the extra)

    lines = data.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    rules = Protego.parse("\n".join(_without_others(line, agent.lower()) for line in lines))
    rate = rules.request_rate(agent)
    pauses = [rules.crawl_delay(agent) or 0.0, rate.seconds / rate.requests if rate else 0.0]
    return Rules(lambda url: bool(rules.can_fetch(url, agent)), max(pauses))


def _without_others(line: str, agent: str) -> str:
    """Groups of other programs become one: thousands of names times thousands of rules would fill the memory."""
    group = _GROUP.match(line)
    if group is None:
        return line
    name = group[1].strip().lower().replace("*", "")
    return line if name in {"", agent} or agent.startswith(name) else _NOT_OURS
