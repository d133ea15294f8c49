"""What was typed behind `whoseword follow` -> the feeds that are meant: addresses of feeds, of sites, lists in OPML.

A site leads to the one feed that it names; where it names several, none is chosen and they are told.

    sought = seek(["https://aldmoor.example/"], Known(fetcher, followed, now))
    print(sought.feeds, sought.choices)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from whoseword.across.intake import Feed
from whoseword.commands.visiting import Fetches
from whoseword.fetching.discovery import feeds_named, sitemaps_of
from whoseword.fetching.feeds import absolute, read_feed
from whoseword.fetching.opml import LARGEST_LIST, Listed, read_opml
from whoseword.fetching.sitemaps import read_sitemap
from whoseword.model import Problem
from whoseword.reports.given import Given

if TYPE_CHECKING:
    from whoseword.fetching.fetch import Fetched


# What only says that it is another thing.
_NONE = {"not-a-feed", "not-a-sitemap"}


@dataclass(frozen=True, slots=True)
class Choice:
    """The feeds and sitemaps that a site has to choose from."""

    site: str
    feeds: tuple[Listed, ...] = ()
    sitemaps: tuple[str, ...] = ()


@dataclass(slots=True)
class Sought:
    """What was found: `feeds` to follow, with what was fetched of them, and what a person has to choose from."""

    feeds: list[Feed] = field(default_factory=list)
    ready: dict[str, Fetched] = field(default_factory=dict)
    choices: list[Choice] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """With what is sought: a fetcher, the feeds that are followed by address, and the moment.

    `sitemaps`: a site's sitemap is meant, not its feed. `choosing`: all is told and nothing is followed.
    """

    fetcher: Fetches
    followed: dict[str, Feed]
    when: datetime
    sitemaps: bool = False
    choosing: bool = False


def seek(names: Iterable[str], known: Known) -> Sought:
    """The feeds that are meant by these names, each once."""
    sought = Sought()
    for name in dict.fromkeys(names):
        if name in known.followed and not known.choosing:
            sought.feeds.append(known.followed[name])
        elif (url := absolute(name, None)) is not None:
            _seek_at(url, known, sought)
        else:
            _seek_in_file(name, known, sought)
    sought.feeds = list({feed.url: feed for feed in sought.feeds}.values())
    return sought


def _seek_in_file(name: str, known: Known, sought: Sought) -> None:
    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST_LIST + 1)
    except (OSError, ValueError):
        message = f"{name}: no address and no file; an address begins with https:// or http://"
        sought.problems.append(Problem("not-found", message))
        return
    feeds, problems = read_opml(data, name)
    sought.problems += problems
    if known.choosing:
        sought.choices.append(Choice(name, feeds))
    else:
        sought.feeds += [known.followed.get(each.url) or _feed(each, known) for each in feeds]


def _seek_at(url: str, known: Known, sought: Sought) -> None:
    fetched = known.fetcher.fetch(url)
    if fetched.given is None:
        sought.problems += fetched.problems
        return
    refused = _why_refused(fetched.given)
    if not known.choosing and refused is None:
        # A second request for the same bytes would be one too many.
        sought.ready[url] = fetched
        sought.feeds.append(_feed(Listed(url), known))
        return
    named = () if known.sitemaps else feeds_named(fetched.given)
    if len(named) == 1 and not known.choosing:
        feed = named[0].url
        sought.feeds.append(known.followed.get(feed) or _feed(named[0], known))
        return
    maps: tuple[tuple[str, Given], ...] = ()
    if known.choosing or known.sitemaps or not named:
        maps, problems = sitemaps_of(fetched.final_url, known.fetcher.fetch)
        sought.problems += problems if not (named or maps) else ()
    if known.sitemaps and len(maps) == 1 and not known.choosing:
        sought.feeds.append(known.followed.get(maps[0][0]) or _feed(Listed(maps[0][0], None, url), known))
    elif named or maps:
        sought.choices.append(Choice(url, named, tuple(each for each, _ in maps)))
    else:
        what = "sitemap in robots.txt or at /sitemap.xml" if known.sitemaps else "feed, and the page names none"
        sought.problems += refused or ()
        message = f"{url}: no {what}; look on the site for its feeds (RSS) and give the address of one"
        sought.problems.append(Problem("no-feed-found", message))


def _why_refused(given: Given) -> tuple[Problem, ...] | None:
    """None for a feed or a sitemap; else what keeps it from being read as one, if it is more than that it is none."""
    feed, problems = read_feed(given)
    sitemap, odd = read_sitemap(given) if feed is None else (None, ())
    if feed is not None or sitemap is not None:
        return None
    told = {problem.code: problem for problem in (*odd, *problems) if problem.code not in _NONE}
    return tuple(told.values())


def _feed(listed: Listed, known: Known) -> Feed:
    return Feed(listed.url, known.when.isoformat(), listed.title, listed.site)
