"""An address -> its bytes with what came along, or why there are none: politely, one at a time, from public servers.

Fetcher(Guard()).fetch(url) asks robots.txt first, waits between two requests to one host, follows redirects one by one
and stops at every bound of `Limits`. docs/fetching.md has all of it.

>>> with Fetcher(Guard()) as fetcher:
...     fetcher.fetch("http://127.0.0.1/").problems[0].code
'address-refused'
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Self

from whoseword.across.intake import Visit
from whoseword.errors import UsageError
from whoseword.fetching.faults import StoppedError, shown
from whoseword.fetching.guard import Guard
from whoseword.fetching.limits import Limits
from whoseword.fetching.manners import Manners
from whoseword.fetching.outcome import failed
from whoseword.model import Problem
from whoseword.reports.given import Given

if TYPE_CHECKING:
    from whoseword.fetching.trip import Trip

# Not `from whoseword import`: that package gathers what stands above this one.
AGENT = f"whoseword/{import_module('whoseword').__version__} (reads news reports for a person; obeys robots.txt)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of a fetch.

    `visit` is to be stored in every case. `given` is None where the page is unchanged since the visit before, or where
    it could not be had; `problems` says why, and has those of `given` too. `final_url` is where the redirects led.
    """

    visit: Visit
    given: Given | None
    unchanged: bool
    problems: tuple[Problem, ...]
    final_url: str


@dataclass(slots=True)
class Fetcher:
    """Fetches one address at a time, whoever asks; remembers rules and pauses of servers as long as it lives.

    `agent` is what servers are told of us, its part before "/" the name in robots.txt. `clock` gives seconds since
    1970, `sleep` waits; the time of a request itself is that of the machine.
    """

    guard: Guard
    agent: str = field(default=AGENT, kw_only=True)
    limits: Limits = field(default=Limits(), kw_only=True)
    clock: Callable[[], float] = field(default=time.time, kw_only=True)
    sleep: Callable[[float], None] = field(default=time.sleep, kw_only=True)
    _manners: Manners = field(init=False, repr=False)
    _one_at_a_time: threading.Lock = field(init=False, repr=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        """Raises UsageError for an agent that no header can hold."""
        if not (self.agent.isascii() and self.agent.isprintable() and self.agent.strip()):
            raise UsageError("the agent is told to servers in a header; give it in plain ASCII")
        self._manners = Manners(self.limits, self.clock, self.sleep)

    def fetch(self, url: str, visit: Visit | None = None) -> Fetched:
        """The page at `url`; whatever a server does is told in what is given back.

        `visit` is what was stored after the fetch before: the server is then asked for what changed since.

        Raises:
            UsageError: `visit` is that of another address.
        """
        before = visit or Visit(url)
        if before.url != url:
            raise UsageError(f"this visit is one of {shown(before.url)}, not of {shown(url)}")
        with self._one_at_a_time:
            try:
                trip = self._trip(url)
            except ImportError:
                message = (
                    f"{shown(url)}: fetching needs more packages; install them with pip install 'whoseword[intake]'"
                )
                problem = Problem("needs-intake", message)
                return Fetched(before, None, unchanged=False, problems=(problem,), final_url=url)
            return self._gone(trip, before)

    def _gone(self, trip: Trip, before: Visit) -> Fetched:
        try:
            after, given = trip.go(before)
        except StoppedError as stopped:
            problem = _as_asked(stopped.problem, before.url) if trip.redirects else stopped.problem
            now = self.clock()
            after = failed(before, problem, now=now, status=trip.status, retry_after=trip.retry_after)
            told = (*trip.problems, problem)
            return Fetched(after, None, unchanged=False, problems=told, final_url=trip.url)
        told = tuple(trip.problems)
        given = replace(given, problems=told) if given else None
        return Fetched(after, given, unchanged=given is None, problems=told, final_url=trip.url)

    def _trip(self, url: str) -> Trip:
        from protego import Protego  # noqa: F401, PLC0415  (robots.txt is read halfway; its absence is told before)

        from whoseword.fetching.trip import Means, Trip  # noqa: PLC0415  (httpcore2 is slow to load, and may be absent)

        means = Means(self.guard, self.agent, self.limits, self.clock, self._manners)
        return Trip(url, means, self.limits.seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing stays open between two fetches."""


def _as_asked(problem: Problem, url: str) -> Problem:
    """Begins with the address that was asked for: a redirect led to the trouble."""
    return replace(problem, message=f"{shown(url)}: it leads on. {problem.message}")
