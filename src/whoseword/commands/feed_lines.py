"""What became of feeds and of what they led to -> lines for people and rows for programs. Nothing is printed here.

print(feed_line(feed))
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from whoseword.commands.intake import READ, counted
from whoseword.commands.printing import many, told
from whoseword.commands.rounds import FeedRead

if TYPE_CHECKING:
    from whoseword.commands.adding import Added
    from whoseword.commands.seeking import Choice


@dataclass(slots=True)
class Sums:
    """What rounds came to so far: feeds and reports by what became of them, and all that failed, by name."""

    feeds: Counter[str] = field(default_factory=Counter)
    reports: Counter[str] = field(default_factory=Counter)
    later: int = 0
    waiting: int = 0
    failures: dict[str, None] = field(default_factory=dict)

    def read(self, feed: FeedRead) -> None:
        """One feed more."""
        self.feeds[feed.state] += 1
        self.later += feed.later
        self.waiting += feed.waiting
        self.failures |= dict.fromkeys(map(told, feed.problems))

    def came(self, counts: Counter[str], failed: list[Added]) -> None:
        """What became of the reports of a round."""
        self.reports += counts
        self.failures |= {told(problem): None for one in failed for problem in one.problems}

    def add(self, other: Sums) -> None:
        """All of another round."""
        self.feeds += other.feeds
        self.reports += other.reports
        # What is left is left at the end, not once a round.
        self.later, self.waiting = other.later, other.waiting
        self.failures |= other.failures

    def has_any(self) -> bool:
        """Whether a feed could be read or a report came in."""
        return bool(self.feeds["read"] + self.feeds["unchanged"]) or any(self.reports[state] for state in READ)

    def line(self) -> str:
        """All of it in a line."""
        feeds = [f"{self.feeds[state]} {state}" for state in ("read", "unchanged", "failed") if self.feeds[state]]
        feeds += [f"{self.feeds['waiting']} not yet due"] if self.feeds["waiting"] else []
        left = [f"{self.later} left for the next round"] if self.later else []
        left += [f"{self.waiting} to be tried again"] if self.waiting else []
        reports = [*counted(self.reports), *left]
        return f"Feeds: {', '.join(feeds) or 'none'}. Reports: {', '.join(reports) or 'nothing new'}."


def feed_line(feed: FeedRead) -> str:
    """What became of a feed."""
    called = f"{feed.url} ({feed.title})" if feed.title else feed.url
    match feed.state:
        case "failed":
            return f"feed failed     {called}"
        case "waiting":
            return f"feed not due    {called}"
        case "unchanged":
            return f"feed unchanged  {called}"
    counts = [many(feed.items, "item"), f"{feed.new} new"]
    counts += [f"{count} {name}" for count, name in ((feed.again, "again"), (feed.later, "later")) if count]
    return f"feed read       {called}: {', '.join(counts)}"


def feed_row(feed: FeedRead) -> dict[str, Any]:
    """The same for a program."""
    why = [problem.message for problem in feed.problems]
    return {"kind": "feed", **asdict(feed), "problems": [problem.code for problem in feed.problems], "why": why}


def choice_lines(choice: Choice) -> Iterator[str]:
    """What a site has to choose from, with what to type."""
    kinds = (("feed", len(choice.feeds)), ("sitemap", len(choice.sitemaps)))
    has = " and ".join(many(count, name) for name, count in kinds if count)
    yield f"{choice.site} has {has or 'nothing'} to follow:"
    for each in choice.feeds:
        yield f"  whoseword follow '{each.url}'{f'   # {each.title}' if each.title else ''}"
    for url in choice.sitemaps:
        yield f"  whoseword follow '{url}'   # a sitemap"


def choice_rows(choice: Choice) -> Iterator[dict[str, Any]]:
    """The same for a program."""
    for each in choice.feeds:
        yield {"kind": "choice", "site": choice.site, "what": "feed", "url": each.url, "title": each.title}
    for url in choice.sitemaps:
        yield {"kind": "choice", "site": choice.site, "what": "sitemap", "url": url, "title": None}
