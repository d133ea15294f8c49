"""How often which server is asked: pauses between requests to one host, rests that it asks for, rules that it gave.

>>> manners = Manners(Limits(pause=2), clock=lambda: 100.0, sleep=print)
>>> manners.done("aldmoor.example")
>>> manners.wait("aldmoor.example")
2.0
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from whoseword.fetching.limits import Limits
from whoseword.fetching.robots import Rules
from whoseword.model import Problem

# Seconds for which the rules of a server hold (RFC 9309, 2.4: at most a day), and for which it counts as unreachable.
RULES_HOLD, UNREACHABLE_HOLDS = 86_400.0, 600.0
# Hosts of which something is kept; the oldest go first.
MOST_HOSTS = 5_000

_Value = TypeVar("_Value")


@dataclass(slots=True)
class Manners:
    """What a fetcher remembers of hosts. `clock` gives seconds; `sleep` waits for as many."""

    limits: Limits
    clock: Callable[[], float]
    sleep: Callable[[float], None]
    _last: dict[str, float] = field(default_factory=dict)
    _rest: dict[str, float] = field(default_factory=dict)
    _rules: dict[str, tuple[Rules | Problem, float]] = field(default_factory=dict)

    def wait(self, host: str, asked: float = 0.0) -> None:
        """Waits until the pause of this host is over; `asked` is the pause that its rules ask for."""
        pause = max(self.limits.pause, min(asked, self.limits.longest_pause))
        since = self.clock() - self._last.get(host, self.clock() - pause)
        # A clock that was set back does not make the pause longer.
        left = min(pause - since, pause)
        if left > 0:
            self.sleep(left)

    def done(self, host: str) -> None:
        """A request to this host has ended just now."""
        _keep(self._last, host, self.clock())

    def let_rest(self, host: str, seconds: float) -> None:
        """The server has asked not to be asked for so long."""
        _keep(self._rest, host, self.clock() + seconds)

    def rest(self, host: str) -> float:
        """For how many seconds more this host is not asked; 0 where it may be."""
        return max(0.0, self._rest.get(host, 0.0) - self.clock())

    def keep(self, root: str, rules: Rules | Problem) -> None:
        """The rules of a server, or why there are none; `root` is its address without a path."""
        holds = UNREACHABLE_HOLDS if isinstance(rules, Problem) else RULES_HOLD
        _keep(self._rules, root, (rules, self.clock() + holds))

    def rules(self, root: str) -> Rules | Problem | None:
        """What `keep` was given, as long as it holds."""
        rules, until = self._rules.get(root, (None, 0.0))
        return rules if self.clock() < until else None


def _keep(kept: dict[str, _Value], key: str, value: _Value) -> None:
    kept.pop(key, None)
    kept[key] = value
    if len(kept) > MOST_HOSTS:
        del kept[next(iter(kept))]
