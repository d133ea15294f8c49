"""One address -> its page, by way of robots.txt and redirects, each step checked; loaded with the first request.

>>> Trip.__slots__[0]
'url'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from whoseword.across.intake import Visit
from whoseword.fetching.exchange import Ask, Reply, media_of, opened
from whoseword.fetching.faults import StoppedError, shown
from whoseword.fetching.guard import Guard
from whoseword.fetching.judging import (
    BUSY,
    GOOD,
    LEADS_ON,
    led_to,
    media_problem,
    redirect_broken,
    status_problem,
)
from whoseword.fetching.limits import Limits
from whoseword.fetching.manners import Manners
from whoseword.fetching.outcome import FIRST_WAIT, asked_if_changed, had, moment, retry_after, unchanged
from whoseword.fetching.robots import ALL_ALLOWED, Rules, read_robots
from whoseword.fetching.target import Target
from whoseword.model import Problem
from whoseword.reports.given import Given

_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.7"
)
_ROBOTS = "/robots.txt"
# Then it is the server that cannot be had, and not its rules alone.
_OF_THE_SERVER = frozenset({"address-refused", "server-unreachable", "tls-broken"})


@dataclass(frozen=True, slots=True)
class Means:
    """What every trip of one fetcher goes with."""

    guard: Guard
    agent: str
    limits: Limits
    clock: Callable[[], float]
    manners: Manners

    @property
    def name(self) -> str:
        """What robots.txt calls us: the agent up to its version."""
        return self.agent.split("/")[0].split(" ")[0].lower()


@dataclass(slots=True)
class Trip:
    """On the way to one page. `url` is where it has come to, `status` what was told of it last, `seconds` are left."""

    url: str
    means: Means
    seconds: float
    status: int | None = None
    redirects: int = 0
    retry_after: float | None = None
    problems: list[Problem] = field(default_factory=list)

    def go(self, visit: Visit) -> tuple[Visit, Given | None]:
        """The visit to store and the page; no page where it is unchanged.

        Raises:
            StoppedError: there is none to be had.
        """
        seen: set[str] = set()
        while True:
            target = self.means.guard.target(self.url)
            if target.url in seen:
                raise redirect_broken(self.url, "it leads in a circle")
            if self.redirects > self.means.limits.redirects:
                raise redirect_broken(self.url, f"it comes after more than {self.means.limits.redirects} redirects")
            seen.add(target.url)
            self.url = target.url
            came = self._ask_for(target, visit)
            if not isinstance(came, str):
                return came
            self._note_downgrade(target, came)
            self.url = came
            self.redirects += 1

    def _ask_for(self, target: Target, visit: Visit) -> tuple[Visit, Given | None] | str:
        self._heed_rest(target)
        rules = ALL_ALLOWED if target.path == _ROBOTS else self._rules(target)
        if not rules.allows(target.url):
            message = f"{shown(target.url)}: its server asks programs not to fetch it; save the page and add the file"
            raise StoppedError(Problem("robots-refused", message))
        with self._asked(target, {"Accept": _ACCEPT, **asked_if_changed(visit)}, rules.pause) as reply:
            self.status = reply.status
            if reply.status in LEADS_ON:
                return led_to(target.url, reply.headers.get("location"))
            if reply.status == 304 and asked_if_changed(visit):
                return unchanged(visit, reply.headers, now=self.means.clock()), None
            return self._read(reply, target, visit)

    def _read(self, reply: Reply, target: Target, visit: Visit) -> tuple[Visit, Given | None]:
        media, charset = media_of(reply.headers.get("content-type", ""))
        problem = status_problem(target.url, reply.status) or media_problem(target.url, media)
        if problem:
            self._note_rest(reply, target)
            raise StoppedError(problem)
        data = reply.read()
        if not data:
            message = f"{shown(target.url)}: its answer is empty; open it in a browser and look"
            raise StoppedError(Problem("answer-empty", message))
        now = self.means.clock()
        after = had(visit, reply.status, reply.headers, data, now=now)
        if after.sha256 == visit.sha256:
            return after, None
        return after, Given(
            visit.url, data, target.url, url=target.url, media=media, charset=charset, captured=moment(now)
        )

    @contextmanager
    def _asked(self, target: Target, headers: dict[str, str], pause: float = 0.0) -> Iterator[Reply]:
        """An answer, after the pause; the time that it takes is taken from that of the trip."""
        manners = self.means.manners
        manners.wait(target.host, pause)
        ask = Ask(target, self.means.agent, headers)
        try:
            with opened(ask, self.means.guard, self.means.limits, self.seconds) as (reply, meter):
                try:
                    yield reply
                finally:
                    self.seconds -= meter.spent
        finally:
            manners.done(target.host)

    def _heed_rest(self, target: Target) -> None:
        rest = self.means.manners.rest(target.host)
        if rest:
            self.retry_after = rest
            message = (
                f"{shown(target.url)}: not asked, as its server wants to be left alone for {rest:.0f} seconds more"
            )
            raise StoppedError(Problem("server-busy", message))

    def _note_rest(self, reply: Reply, target: Target) -> None:
        if reply.status in BUSY:
            self.retry_after = retry_after(reply.headers, now=self.means.clock())
            if self.retry_after is not None or reply.status == 429:
                self.means.manners.let_rest(target.host, self.retry_after or FIRST_WAIT)

    def _note_downgrade(self, target: Target, came: str) -> None:
        if target.scheme == "https" and came.lower().startswith("http:"):
            message = f"{shown(target.url)}: leads to {shown(came)}, which anybody on the way can change; compare it"
            self.problems.append(Problem("redirect-insecure", message))

    def _rules(self, target: Target) -> Rules:
        """What the robots.txt of this server says, asked for once."""
        rules = self.means.manners.rules(target.root)
        if rules is None:
            try:
                rules = self._found_rules(target)
            except StoppedError as stopped:
                rules = stopped.problem
            self.means.manners.keep(target.root, rules)
        if isinstance(rules, Problem):
            raise StoppedError(_without_rules(rules, target))
        return rules

    def _found_rules(self, target: Target) -> Rules:
        """RFC 9309, 2.3.1: what is not there (4xx) forbids nothing, what cannot be reached forbids all."""
        url = target.root + _ROBOTS
        for _ in range(self.means.limits.redirects + 1):
            hop = self.means.guard.target(url)
            with self._asked(hop, {"Accept": "text/plain, */*;q=0.5"}) as reply:
                if reply.status in LEADS_ON:
                    url = led_to(url, reply.headers.get("location"))
                    continue
                if reply.status in GOOD:
                    return read_robots(reply.read_start(self.means.limits.robots), self.means.name)
                problem = status_problem(url, reply.status)
                self._note_rest(reply, hop)
                if 400 <= reply.status < 500 and reply.status not in BUSY:
                    return ALL_ALLOWED
                raise StoppedError(problem or Problem("answer-empty", f"{shown(url)}: nothing there"))
        return ALL_ALLOWED


def _without_rules(problem: Problem, target: Target) -> Problem:
    """Why a page is not fetched whose server's rules could not be read."""
    robots, page = shown(target.root + _ROBOTS), shown(target.url)
    if problem.code in _OF_THE_SERVER and problem.message.startswith(f"{robots}:"):
        return replace(problem, message=page + problem.message.removeprefix(robots))
    message = f"{page}: not fetched, as its robots.txt could not be read: {problem.message}"
    return Problem("robots-unreachable", message)
