"""Which addresses may be asked: an address as written -> its server, and the IP addresses to connect to, all public.

A name is looked up once for each connection, every address that it has is looked at, and the connection is made to one
of these and to no other: a name that is public when it is checked and private a moment later gains nothing by it.

>>> Guard().refusal("http://127.0.0.1/").code
'address-refused'
>>> Guard(allow_private=True).refusal("http://127.0.0.1/") is None
True
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whoseword.fetching.addresses import why_refused
from whoseword.fetching.faults import StoppedError, shown
from whoseword.fetching.target import Target, read_target
from whoseword.model import Problem

if TYPE_CHECKING:
    from httpcore2 import NetworkStream

# A name and a port -> its IP addresses, as text; OSError where it has none.
Resolver = Callable[[str, int], Sequence[str]]
# An IP address, a port and the seconds it may take -> an open connection.
Connector = Callable[[str, int, float], "NetworkStream"]

# More addresses than this for one name are not tried, but all are looked at.
MOST_TRIED = 4
_PRIVATE_WAY = "only public servers are asked; --allow-private lets it pass"


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets requests go to public servers only; with `allow_private` also to this machine and its private networks.

    `resolve` looks names up (None: the system does) and `connect` opens connections (None: TCP); both are for tests.
    """

    allow_private: bool = False
    resolve: Resolver | None = field(default=None, repr=False)
    connect: Connector | None = field(default=None, repr=False)

    def refusal(self, url: str) -> Problem | None:
        """Why this address is refused as it is written, without looking its name up; None where it is not."""
        try:
            self.target(url)
        except StoppedError as stopped:
            return stopped.problem
        return None

    def target(self, url: str) -> Target:
        """The server and the page that an address names.

        Raises:
            StoppedError: it is not asked, as it is written.
        """
        target = read_target(url)
        if isinstance(target, str):
            raise _refused(url, target)
        if target.is_numeric:
            why = why_refused(target.host, allow_private=self.allow_private)
            if why:
                raise _refused(url, f"it is {why}; {self._way_out(target.host)}")
        elif target.is_local and not self.allow_private:
            raise _refused(url, f"{target.host} is a name within a private network; {_PRIVATE_WAY}")
        return target

    def addresses(self, target: Target, seconds: float) -> tuple[str, ...]:
        """The IP addresses of a server, looked up now, every one of them looked at; at least one.

        Raises:
            StoppedError: it has none, one of them is refused, or the look-up took more than `seconds`.
        """
        found = (target.host,) if target.is_numeric else tuple(dict.fromkeys(self._looked_up(target, seconds)))
        if not found:
            raise _unknown(target, "it has no address")
        for address in found:
            why = why_refused(address, allow_private=self.allow_private)
            if why:
                raise _refused(target.url, f"{target.host} leads to {shown(address)}, {why}; {self._way_out(address)}")
        return found[:MOST_TRIED]

    def _way_out(self, address: str) -> str:
        passes = why_refused(address, allow_private=True) is None
        return _PRIVATE_WAY if passes else "such an address is never asked"

    def _looked_up(self, target: Target, seconds: float) -> Sequence[str]:
        """Waits no longer than `seconds`: the system's own look-up knows no limit."""
        outcome: list[Sequence[str] | OSError | UnicodeError] = []
        resolve = self.resolve or _by_the_system

        def look_up() -> None:
            try:
                outcome.append(resolve(target.host, target.port))
            except (OSError, UnicodeError) as error:
                outcome.append(error)

        waiting = threading.Thread(target=look_up, daemon=True)
        waiting.start()
        waiting.join(max(seconds, 0))
        if not outcome:
            raise _unknown(target, f"looking it up took more than {seconds:.0f} seconds")
        if isinstance(outcome[0], OSError | UnicodeError):
            raise _unknown(target, getattr(outcome[0], "strerror", None) or "nobody knows the name") from outcome[0]
        return outcome[0]


def _by_the_system(host: str, port: int) -> Sequence[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _refused(url: str, why: str) -> StoppedError:
    return StoppedError(Problem("address-refused", f"{shown(url)}: not asked, as {why}"))


def _unknown(target: Target, why: str) -> StoppedError:
    message = f"{shown(target.url)}: {target.host} was not found ({why}); look at the spelling, or try again later"
    return StoppedError(Problem("server-unreachable", message))
