"""`whoseword follow`: feeds in, their new reports into the store, once or for ever. The clock is read here.

whoseword follow https://aldmoor.example/rss --every 15m --store desk.db
"""

# The databases, feedparser and the fetcher are imported in the command: `--help` should not wait for them.

# No `from __future__ import annotations`: typer reads the options' types from the functions.
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from whoseword.commands.options import DEFAULT_STORE, AllowPrivate, Form, How, Jobs, Outlet, StoreAt, read_options
from whoseword.commands.printing import tell, told
from whoseword.dossier.characters import visible
from whoseword.errors import NoInputError, UsageError
from whoseword.pipeline import Work
from whoseword.reports.read import ReadOptions

if TYPE_CHECKING:
    from whoseword.across.intake import Feed
    from whoseword.commands.adding import Added
    from whoseword.commands.feed_lines import Sums
    from whoseword.commands.rounds import FeedRead, Round
    from whoseword.commands.seeking import Sought
    from whoseword.commands.visiting import Fetches
    from whoseword.store.opening import Store

LEAST_SECONDS, MOST_SECONDS = 60, 30 * 86_400
# New reports of one feed in a round; at one a second that is two minutes. The rest comes in the next rounds.
DEFAULT_LIMIT = 100
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
following = typer.Typer()


@dataclass(frozen=True, slots=True)
class Desk:
    """What a round works with: the store, the fetcher, and how the reports are read and shown."""

    store: "Store"
    fetcher: "Fetches"
    options: ReadOptions
    work: Work
    limit: int
    as_json: bool


@following.command()
def follow(
    feeds: Annotated[
        list[str] | None,
        typer.Argument(metavar="FEED|SITE|FILE", help="Addresses of feeds, sitemaps or sites, or OPML files."),
    ] = None,
    store: StoreAt = DEFAULT_STORE,
    every: Annotated[str | None, typer.Option(metavar="TIME", help="Again and again: 15m, 2h, 90s.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", help="How many new reports of each feed in a round.")] = (
        DEFAULT_LIMIT
    ),
    outlet: Outlet = None,
    jobs: Jobs = 1,
    allow_private: AllowPrivate = False,
    sitemap: Annotated[bool, typer.Option("--sitemap", help="Follow the sitemap of a site, not its feed.")] = False,
    discover: Annotated[bool, typer.Option("--discover", help="List what a site has to follow.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="List the feeds that are followed.")] = False,
    forget: Annotated[str | None, typer.Option(metavar="FEED", help="Follow this feed no longer.")] = None,
    export: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the feeds as OPML; - to the output.")
    ] = None,
    form: How = Form.TABLE,
) -> None:
    """Follow feeds: fetch what is new in them and keep it in a store."""
    from whoseword.commands.followed import look_after
    from whoseword.commands.intake import INTERRUPTED
    from whoseword.fetching.fetch import Fetcher
    from whoseword.fetching.guard import Guard
    from whoseword.store.opening import open_store

    asked = {"--discover": discover, "--list": listing, "--forget": forget, "--export": export}
    besides = {"--every": every, "--sitemap": sitemap, "FEED": feeds and not discover}
    seconds = _checked(
        [name for name in asked if asked[name]], [name for name in besides if besides[name]], every, limit
    )
    options, work, as_json = read_options(outlet), Work(jobs), form is Form.JSONL
    try:
        with Fetcher(Guard(allow_private=allow_private)) as fetcher:
            if discover:
                _discover(fetcher, feeds or [], as_json=as_json)
                return
            with open_store(store, make=bool(feeds)) as opened:
                if listing or forget or export:
                    for line in look_after(opened, forget, export, as_json=as_json):
                        print(visible(line))
                    return
                desk = Desk(opened, fetcher, options, work, limit, as_json)
                _follow(desk, feeds or [], seconds, sitemap=sitemap)
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def _checked(asked: list[str], besides: list[str], every: str | None, limit: int) -> int | None:
    """The seconds between two rounds, None for one round; `asked` is what to do instead, `besides` what it excludes.

    Raises:
        UsageError: options that exclude each other, or a value that makes no sense.
    """
    if asked and (others := [*asked[1:], *besides]):
        raise UsageError(f"{asked[0]} is used alone, not with {' and '.join(others)}")
    if limit < 1:
        raise UsageError(f"--limit {limit} would fetch nothing; give 1 or more")
    return None if every is None else seconds_of(every)


def seconds_of(every: str) -> int:
    """A time such as 15m in seconds.

    Raises:
        UsageError: it is none, or too short or too long.
    """
    found = re.fullmatch(r"\s*([0-9]{1,9})\s*([smhd])\s*", every, re.IGNORECASE)
    if found is None:
        raise UsageError(f"--every {every!r} is no time; write it as 15m, 2h or 90s")
    seconds = int(found[1]) * _UNITS[found[2].lower()]
    if not LEAST_SECONDS <= seconds <= MOST_SECONDS:
        raise UsageError(f"--every takes from {LEAST_SECONDS} seconds to {MOST_SECONDS // 86_400} days, not {every}")
    return seconds


def _follow(desk: Desk, names: list[str], every: int | None, *, sitemap: bool) -> None:
    """Round after round, with a summary of each and, stopped between two, of all."""
    from whoseword.commands.feed_lines import Sums
    from whoseword.commands.intake import STOPPED
    from whoseword.commands.rounds import Round

    whole = Sums()
    try:
        sought = _sought(desk, names, sitemap=sitemap) if names else None
        ready = sought.ready if sought else {}
        failures = dict.fromkeys(map(told, sought.problems)) if sought else {}
        for when in _moments(every):
            chosen = sought.feeds if sought else _followed(desk.store)
            sums = Sums(failures=failures)
            try:
                _one_round(desk, Round(desk.store, desk.fetcher, when, desk.limit, ready), chosen, sums)
            finally:
                whole.add(sums)
                _sum_up(desk, sums)
            # What was fetched to find the feeds, and what was wrong with the names, is for the first round alone.
            ready, failures = {}, {}
    except KeyboardInterrupt:
        if every is not None and not desk.as_json:
            print(visible(f"All rounds. {whole.line()}"), flush=True)
        tell(STOPPED)
        raise
    if not whole.has_any():
        raise NoInputError("no feed could be read; the reasons are told above")


def _moments(every: int | None) -> Iterator[datetime]:
    """When each round begins; in between it waits."""
    while True:
        begun = now()
        yield begun
        if every is None:
            return
        sleep(max(0.0, every - (now() - begun).total_seconds()))


def _one_round(desk: Desk, turn: "Round", feeds: "list[Feed]", sums: "Sums") -> None:
    from whoseword.commands import adding
    from whoseword.commands.intake import take
    from whoseword.commands.progress import Bar
    from whoseword.commands.rounds import follow_round
    from whoseword.commands.watching import tell_noticed

    plan = adding.Plan(adding.read_by(), turn.when, desk.work)
    with Bar(None, shown=sys.stderr.isatty() and not desk.as_json) as bar:
        tally = take(_reports(follow_round(turn, feeds, desk.options, plan), desk, sums), bar, as_json=desk.as_json)
    sums.came(tally.counts, tally.failed)
    # Also where nothing is new: something may be due since the last time.
    tell_noticed(desk.store, tally.new, when=turn.when, as_json=desk.as_json)
    if tally.stopped:
        raise KeyboardInterrupt


def _reports(came: "Iterator[FeedRead | Added]", desk: Desk, sums: "Sums") -> "Iterator[Added]":
    """The reports; what became of feeds is shown on the way."""
    from whoseword.commands.feed_lines import feed_line, feed_row
    from whoseword.commands.rounds import FeedRead

    for each in came:
        if not isinstance(each, FeedRead):
            yield each
            continue
        sums.read(each)
        print(json.dumps(feed_row(each)) if desk.as_json else visible(feed_line(each)), flush=True)


def _sum_up(desk: Desk, sums: "Sums") -> None:
    if sums.failures:
        tell("Failed:")
    for failure in sums.failures:
        tell(f"  {failure}")
    if not desk.as_json:
        print(visible(f"{sums.line()} The store is {desk.store.name}"), flush=True)


def _sought(desk: Desk, names: list[str], *, sitemap: bool) -> "Sought":
    """The feeds that are meant, now followed.

    Raises:
        NoInputError: no feed is meant; what there is to choose from, and what is wrong, was told.
    """
    from whoseword.commands.seeking import Known, seek
    from whoseword.store.feeds import add_feed

    followed = {feed.url: feed for feed in _followed(desk.store, some=False)}
    sought = seek(names, Known(desk.fetcher, followed, now(), sitemaps=sitemap))
    _show_choices(sought, as_json=desk.as_json)
    if not sought.feeds:
        for problem in sought.problems:
            tell(told(problem))
        raise NoInputError("no feed was found to follow; choose one of those above, or look at the reasons")
    with desk.store.writing() as connection:
        for feed in sought.feeds:
            add_feed(connection, feed)
    return sought


def _discover(fetcher: "Fetches", names: list[str], *, as_json: bool) -> None:
    from whoseword.commands.seeking import Known, seek

    if not names:
        raise UsageError("--discover looks at a site; give its address, as in --discover https://news.example/")
    sought = seek(names, Known(fetcher, {}, now(), choosing=True))
    _show_choices(sought, as_json=as_json)
    for problem in sought.problems:
        tell(told(problem))
    if not sought.choices:
        raise NoInputError("nothing was found to follow; the reasons are told above")


def _show_choices(sought: "Sought", *, as_json: bool) -> None:
    from whoseword.commands.feed_lines import choice_lines, choice_rows

    for choice in sought.choices:
        for line in map(json.dumps, choice_rows(choice)) if as_json else map(visible, choice_lines(choice)):
            print(line)


def _followed(store: "Store", *, some: bool = True) -> "list[Feed]":
    """The feeds that a store follows.

    Raises:
        UsageError: there are none, and `some` are needed.
    """
    from whoseword.store.feeds import followed

    with store.reading() as connection:
        found = followed(connection)
    if some and not found:
        raise UsageError(f"{store.name} follows no feed yet; give the address of one, or of a site")
    return found


def now() -> datetime:
    """The moment; tests put another in its place."""
    return datetime.now(UTC)


def sleep(seconds: float) -> None:
    """Waits; tests do not."""
    time.sleep(seconds)
