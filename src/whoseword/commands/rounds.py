"""One round through feeds: each is asked for what changed, and what is new in it becomes addresses to visit.

In: an open store, feeds, a fetcher. Out: what became of each feed, and the addresses, taken from the feeds in turn, so
that no server is asked twice in a row where there are several. That a feed was read is kept only once all that is new
in it was visited: who is stopped in between reads it whole again, and finds the rest.

    for came in follow_round(Round(store, fetcher, now), feeds, ReadOptions(), plan):
        print(came.state)
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import urldefrag

from whoseword.across.intake import Feed, Visit
from whoseword.commands.adding import Added, Plan, add_given
from whoseword.commands.visiting import (
    Address,
    Fetches,
    as_failed,
    lacks_package,
    retry_told,
    visited,
    without_wait,
)
from whoseword.fetching.feeds import FoundFeed, Item, read_feed
from whoseword.fetching.sitemaps import Sitemap, read_sitemap
from whoseword.model import Problem
from whoseword.reports.given import Found, Given
from whoseword.reports.read import ReadOptions
from whoseword.store.feeds import name_feed
from whoseword.store.opening import Store
from whoseword.store.visits import failed_for, is_due, keep_visit, moment, unmarked, visit_of, visits_of

if TYPE_CHECKING:
    from whoseword.fetching.fetch import Fetched

# A site parts its sitemap by day, month or section; what is new stands in those that changed last.
MOST_MAPS = 20

FeedState = Literal["read", "unchanged", "failed", "waiting"]


@dataclass(frozen=True, slots=True)
class FeedRead:
    """What became of a feed in a round.

    Of its `items`, `new` ones are visited, and `again` those that failed before or changed; `later` ones are left for
    the next round, and `waiting` ones failed and are not yet due.
    """

    url: str
    title: str | None
    state: FeedState
    items: int = 0
    new: int = 0
    again: int = 0
    later: int = 0
    waiting: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """The items of a feed, and the visits that are kept once those were visited."""

    found: FoundFeed
    visits: tuple[Visit, ...]
    by: str
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Unsettled:
    """Visits to keep once the pages at `urls` were visited; `whole`: there is nothing beyond them."""

    visits: tuple[Visit, ...]
    urls: list[str]
    whole: bool


@dataclass(slots=True)
class Round:
    """One round. `ready` holds what was fetched of a feed already, `limit` bounds the new items of each feed."""

    store: Store
    fetcher: Fetches
    when: datetime
    limit: int = 100
    ready: Mapping[str, Fetched] = field(default_factory=dict)
    _queues: list[deque[Address]] = field(default_factory=list)
    _unsettled: list[_Unsettled] = field(default_factory=list)

    def read(self, feeds: Iterable[Feed]) -> Iterator[FeedRead]:
        """What became of each feed, in their order."""
        for feed in feeds:
            yield self._read(feed)

    def addresses(self) -> Iterator[Address]:
        """The pages to visit: the first of each feed, then the second of each, and so on."""
        queues = deque(self._queues)
        while queues:
            queue = queues.popleft()
            if queue:
                yield queue.popleft()
                queues.append(queue)

    def settle(self) -> None:
        """Keeps that the feeds were read. One with an item that was not visited is read whole the next time."""
        with self.store.writing() as connection:
            for each in self._unsettled:
                is_done = each.whole and visits_of(connection, each.urls).keys() >= {*each.urls}
                for visit in each.visits:
                    keep_visit(connection, visit if is_done else unmarked(visit))
        self._unsettled.clear()

    def _read(self, feed: Feed) -> FeedRead:
        with self.store.reading() as connection:
            before, failed = visit_of(connection, feed.url), failed_for(connection, feed.url)
        due = [visit for visit in failed if is_due(visit, self.when)]
        if before is not None and before.failures and not is_due(before, self.when) and feed.url not in self.ready:
            problem = Problem("not-yet-due", f"{feed.url}: {retry_told(before)} ({before.fault})")
            return FeedRead(feed.url, feed.title, "waiting", problems=(problem,))
        # With items to try again the feed is read whole: it knows their days.
        asked = unmarked(before) if before is not None and due else before
        fetched = self.ready.get(feed.url) or self.fetcher.fetch(feed.url, asked)
        visit = replace(fetched.visit, url=feed.url, feed=None)
        if fetched.given is None:
            if fetched.unchanged or visit.failures:
                self._keep(without_wait(visit, fetched.problems, self.when))
            state: FeedState = "unchanged" if fetched.unchanged else "failed"
            waiting = sum(each.retry is not None for each in failed)
            return FeedRead(feed.url, feed.title, state, waiting=waiting, problems=fetched.problems)
        read = self._items(replace(fetched.given, name=feed.url), visit)
        if isinstance(read, tuple):
            if not lacks_package(read):
                self._keep(as_failed(visit, before, read, self.when))
            return FeedRead(feed.url, feed.title, "failed", problems=read)
        told = self._chosen(feed, read, [each for each in due if each.url not in _urls(read.found.items)])
        with self.store.writing() as connection:
            name_feed(connection, feed.url, read.found.title, read.found.site)
        return told

    def _chosen(self, feed: Feed, read: _Read, gone: list[Visit]) -> FeedRead:
        """Queues what is to be visited; `gone` are items to try again that the feed no longer has."""
        items = {urldefrag(item.url).url: item for item in read.found.items}
        with self.store.reading() as connection:
            known = visits_of(connection, items)
        moments = Counter(item.changed for item in items.values())
        new, again, waiting = [], [Address(visit.url, feed.url) for visit in gone], 0
        for url, item in items.items():
            address = Address(url, feed.url, Found(item.published, read.by) if item.published else None)
            visit = known.get(url)
            if visit is None:
                new.append(address)
            elif visit.failures:
                waiting += not is_due(visit, self.when) and visit.retry is not None
                again += [address] if is_due(visit, self.when) else []
            elif moments[item.changed] == 1 and self._changed(item, visit):
                again.append(address)
        taken = new[: self.limit]
        self._queues.append(deque([*taken, *again]))
        self._unsettled.append(_Unsettled(read.visits, [address.url for address in taken], len(taken) == len(new)))
        return FeedRead(
            feed.url,
            read.found.title or feed.title,
            "read",
            items=len(items),
            new=len(taken),
            again=len(again),
            later=len(new) - len(taken),
            waiting=waiting,
            problems=read.problems,
        )

    def _changed(self, item: Item, visit: Visit) -> bool:
        """Whether a feed says that a page changed since it was visited. A moment in the future says nothing."""
        if item.changed is None or visit.fetched is None:
            return False
        try:
            changed = moment(item.changed)
        except ValueError:
            return False
        fetched = moment(visit.fetched)
        return changed is not None and fetched is not None and fetched < changed <= self.when

    def _items(self, given: Given, visit: Visit) -> _Read | tuple[Problem, ...]:
        """The items of a feed or a sitemap; the problems alone where it is neither."""
        found, problems = read_feed(given)
        if found is not None:
            return _Read(found, (visit,), "feed", problems=problems)
        sitemap, odd = read_sitemap(given)
        if sitemap is None:
            return problems
        if not sitemap.maps:
            return _Read(FoundFeed(None, None, sitemap.pages), (visit,), "sitemap", problems=odd)
        return self._parts(sitemap, visit, odd)

    def _parts(self, index: Sitemap, visit: Visit, problems: tuple[Problem, ...]) -> _Read:
        """The pages of the sitemaps that an index names, of those that changed last."""
        newest = sorted(index.maps, key=lambda each: each[1] or "", reverse=True)
        pages: dict[str, Item] = {}
        # The index itself is always read: its parts may change while it does not.
        visits = [unmarked(visit)]
        for url, _ in newest[:MOST_MAPS]:
            with self.store.reading() as connection:
                before = visit_of(connection, url)
            if before is not None and before.failures and not is_due(before, self.when):
                continue
            fetched = self.fetcher.fetch(url, before)
            part, odd = read_sitemap(fetched.given) if fetched.given else (None, fetched.problems)
            problems = (*problems, *odd)
            if part is not None:
                pages |= {page.url: page for page in part.pages}
                visits.append(replace(fetched.visit, url=url))
            elif fetched.given is not None:
                self._keep(as_failed(replace(fetched.visit, url=url), before, odd, self.when))
            else:
                self._keep(replace(fetched.visit, url=url))
        return _Read(FoundFeed(None, None, tuple(pages.values())), tuple(visits), "sitemap", problems=problems)

    def _keep(self, visit: Visit) -> None:
        with self.store.writing() as connection:
            keep_visit(connection, visit)


def follow_round(turn: Round, feeds: Iterable[Feed], options: ReadOptions, plan: Plan) -> Iterator[FeedRead | Added]:
    """A whole round: what becomes of each feed, then of each report that they led to.

    Raises:
        StoreError: the store cannot be read or written.
        ModelError: the reader's weights cannot be used.
    """
    yield from turn.read(feeds)
    found = visited(turn.store, turn.addresses(), turn.fetcher, when=turn.when)
    yield from found.settling(add_given(turn.store, found, options, plan))
    turn.settle()


def _urls(items: Iterable[Item]) -> set[str]:
    return {urldefrag(item.url).url for item in items}
