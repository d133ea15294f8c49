"""Addresses -> the bytes behind them, each fetched once and only where it may have changed.

In: an open store, addresses, and a fetcher. Out: a `Given` for each address with new bytes, an `Unchanged` for each
whose report the store has as it is, an `Unread` with the reasons for each that gave nothing.

That an address was visited is kept only once its reports are: who is stopped in between fetches it again. For that,
what becomes of the reports passes through `settling`:

    found = visited(store, ["https://aldmoor.example/dam"], fetcher, when=now)
    for added in found.settling(add_given(store, found, options, plan)):
        print(added.state)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urldefrag

from whoseword.across.intake import Visit
from whoseword.fetching.faults import without_password
from whoseword.model import Problem
from whoseword.reports.given import Found, Given, Unchanged, Unread
from whoseword.store.opening import Store
from whoseword.store.visits import is_due, keep_visit, unmarked, visit_of

if TYPE_CHECKING:
    from whoseword.commands.adding import Added
    from whoseword.fetching.fetch import Fetched

# A page that came but gave no report is looked at again after an hour, then after twice as long each time: it may have
# been put up before its text. After so many tries it is no report and is left alone.
FIRST_WAIT, LONGEST_WAIT, MOST_TRIES = timedelta(hours=1), timedelta(days=1), 6
# A page that cannot be had is tried for some four days, with the waits of the fetcher; one that is gone not so long.
MOST_FETCHES, MOST_WHEN_GONE, GONE = 14, 3, frozenset({404, 410})


class Fetches(Protocol):
    """What is asked of a fetcher; `fetching.fetch.Fetcher` is the one that ships."""

    def fetch(self, url: str, visit: Visit | None = None) -> Fetched:
        """The answer to one address, and the visit to be kept."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to go, the feed that leads there, and the day that the feed gives for it."""

    url: str
    feed: str | None = None
    published: Found | None = None


@dataclass(slots=True)
class _Pending:
    """Something that came out, with what became of it so far. `visits` is empty where nothing is left to keep."""

    name: str
    visits: tuple[Visit, ...] = ()
    states: set[str] = field(default_factory=set)
    problems: tuple[Problem, ...] = ()

    def has_report(self) -> bool:
        return bool(self.states - {"unread"}) and "failed" not in self.states


class Visited(Iterator[Given | Unread | Unchanged]):
    """What came of a number of addresses, fetched as it is asked for."""

    def __init__(
        self, store: Store, addresses: Iterable[Address], fetcher: Fetches, *, when: datetime, again: bool
    ) -> None:
        self._store = store
        self._addresses = iter(addresses)
        self._fetcher = fetcher
        self._when = when
        self._again = again
        self._seen: set[str] = set()
        self._pending: deque[_Pending] = deque()

    def __next__(self) -> Given | Unread | Unchanged:
        """The next address, fetched.

        Raises:
            StoreError: the store cannot be read or written.
        """
        while (address := next(self._addresses)).url in self._seen:
            pass
        self._seen.add(address.url)
        with self._store.reading() as connection:
            before = visit_of(connection, address.url)
        if before is not None and not self._again and before.failures and not is_due(before, self._when):
            return self._passed(_waiting(before))
        # Asked for again, an address is fetched whole, or there would be no bytes to read.
        asked = unmarked(before) if before is not None and self._again else before
        return self._fetched(address, before, self._fetcher.fetch(address.url, asked))

    def settling(self, added: Iterable[Added]) -> Iterator[Added]:
        """Passes on what becomes of the reports, and keeps each visit once all its reports are dealt with.

        A page that gave no report, or one that could not be read to its end, is kept as failed, to be tried again.
        """
        for one in added:
            # The reports of an address come one after another: with the first of the next, those before are done.
            if any(pending.name == one.path for pending in self._pending):
                while self._pending[0].name != one.path:
                    self._settle(self._pending.popleft())
            if self._pending:
                self._pending[0].states.add(one.state)
                self._pending[0].problems = one.problems
            yield one
        while self._pending:
            self._settle(self._pending.popleft())

    def _passed(self, item: Unread | Unchanged) -> Unread | Unchanged:
        self._pending.append(_Pending(item.path))
        return item

    def _fetched(self, address: Address, before: Visit | None, fetched: Fetched) -> Given | Unread | Unchanged:
        feed = address.feed or (before.feed if before else None)
        visit = replace(fetched.visit, url=address.url, feed=feed)
        if fetched.given is not None:
            given = replace(fetched.given, name=address.url, published=fetched.given.published or address.published)
            # An item of another feed may lead straight to where this one was sent on to.
            also = (replace(visit, url=fetched.final_url),) if fetched.final_url != address.url else ()
            self._pending.append(_Pending(given.name, (visit, *also)))
            return given
        # Without a failure and without an answer nothing was asked: there is nothing to keep.
        if fetched.unchanged or visit.failures:
            with self._store.writing() as connection:
                keep_visit(connection, _left(without_wait(visit, fetched.problems, self._when)))
        if fetched.unchanged:
            return self._passed(Unchanged(address.url, before.fetched if before else None))
        return self._passed(Unread(address.url, None, fetched.problems))

    def _settle(self, pending: _Pending) -> None:
        # What only a missing package kept from being read is to be fetched as soon as that is there.
        if not pending.visits or lacks_package(pending.problems):
            return
        with self._store.writing() as connection:
            if pending.has_report():
                for visit in pending.visits:
                    keep_visit(connection, visit)
                return
            visit = pending.visits[0]
            keep_visit(connection, as_failed(visit, visit_of(connection, visit.url), pending.problems, self._when))


def visited(
    store: Store,
    urls: Iterable[str | Address],
    fetcher: Fetches,
    *,
    when: datetime,
    again: bool = False,
) -> Visited:
    """What is behind these addresses, each fetched once; `again`: also what is unchanged or not yet due."""
    addresses = (url if isinstance(url, Address) else Address(url) for url in urls)
    named = (replace(address, url=_page_of(address.url)) for address in addresses)
    return Visited(store, named, fetcher, when=when, again=again)


def _page_of(url: str) -> str:
    """The address without what stands behind #, a place in the page; a password is neither shown nor kept."""
    with suppress(ValueError):
        url = urldefrag(url).url
    return without_password(url)


def as_failed(visit: Visit, before: Visit | None, problems: Iterable[Problem], when: datetime) -> Visit:
    """The same visit as one whose bytes were of no use, to be made again later.

    It loses the marks of what came: were that unchanged the next time, it would be taken for known.
    """
    failures = (before.failures if before else 0) + 1
    wait = min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT)
    return replace(
        unmarked(visit),
        failures=failures,
        retry=(when + wait).isoformat() if failures < MOST_TRIES else None,
        fault="; ".join(problem.message for problem in problems) or "it gave no report",
    )


def without_wait(visit: Visit, problems: Iterable[Problem], when: datetime) -> Visit:
    """The same visit, due at once where nobody was asked: with --allow-private the address may pass the next time."""
    is_refused = visit.status is None and any(problem.code == "address-refused" for problem in problems)
    return replace(visit, retry=when.isoformat()) if is_refused else visit


def lacks_package(problems: Iterable[Problem]) -> bool:
    """Whether something could not be read for want of the extra `intake`, which says nothing of the address."""
    return any(problem.code == "needs-intake" for problem in problems)


def retry_told(visit: Visit) -> str:
    """When a visit that failed is made again: "3 tries failed; it is tried again after 2031-05-08 10:30 UTC"."""
    tries = f"{visit.failures} tries failed" if visit.failures > 1 else "the last try failed"
    if visit.retry is None:
        return f"{tries}; it is not tried again by itself"
    return f"{tries}; it is tried again after {visit.retry[:16].replace('T', ' ')} UTC"


def _left(visit: Visit) -> Visit:
    """The same visit; without a time for the next one where that has been tried often enough."""
    most = MOST_WHEN_GONE if visit.status in GONE else MOST_FETCHES
    return replace(visit, retry=None) if visit.failures >= most else visit


def _waiting(visit: Visit) -> Unread:
    message = (
        f"{visit.url}: {retry_told(visit)}, or now with whoseword add --again ({visit.fault or 'no reason known'})"
    )
    return Unread(visit.url, None, (Problem("not-yet-due", message),))
