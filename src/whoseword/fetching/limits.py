"""The bounds of one fetch: bytes, seconds, hops and pauses.

>>> Limits(pause=0).redirects
5
"""

from __future__ import annotations

from dataclasses import dataclass

from whoseword.errors import UsageError


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server may take from us, and how much of it we take.

    `received` counts the bytes that come over the wire for one request, headers and framing too; `decoded` those of the
    body once unpacked; `headers` those of the head. `seconds` is for the whole of a fetch, with looking up names and
    following redirects, without the pauses; `connecting` for one address of a server. `redirects` are followed at
    most. `pause` is how many seconds lie between two requests to one host, `longest_pause` the most that its robots.txt
    may ask for. `robots` is how many bytes of a robots.txt count (RFC 9309: at least 500 KiB).
    """

    received: int = 32 * 2**20
    decoded: int = 32 * 2**20
    headers: int = 64 * 2**10
    seconds: float = 60.0
    connecting: float = 15.0
    redirects: int = 5
    pause: float = 1.0
    longest_pause: float = 30.0
    robots: int = 500 * 2**10

    def __post_init__(self) -> None:
        """Raises UsageError for a bound that lets nothing pass."""
        if min(self.received, self.decoded, self.headers, self.robots) < 1 or min(self.seconds, self.connecting) <= 0:
            raise UsageError("a limit of no bytes or no seconds lets nothing pass; give more than 0")
        if min(self.redirects, self.pause, self.longest_pause) < 0:
            raise UsageError("redirects and pauses cannot be less than 0")
