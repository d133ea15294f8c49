"""Stories -> the answers of their books, kept ready: pages of rows, packed, each with the mark of what they come from.

In: the address of a store and a story. Out: `Shelved`, or None where it is not ready in time. A book of many reports
takes seconds to put together; it is done in a process of its own, so that pages which need none are not slowed. What
has another mark than the store has now is never given out.

    found = shelf.find(story, mark(connection, story.reports), patience=0.1)
"""

from __future__ import annotations

import json
import os
import zlib
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from threading import Lock, Thread
from typing import Any, TypeVar

from whoseword.across import Story
from whoseword.commands.scope import Scope, book_of
from whoseword.dossier.answers import KINDS, Answers
from whoseword.lexicon import load_lexicon
from whoseword.store.marking import mark
from whoseword.store.opening import open_store
from whoseword.store.viewing import catch_up

Row = dict[str, Any]
Made = TypeVar("Made")
# Rows that are packed together, and shown on one page.
PAGE = 50
# Packed rows that are kept: some 20 KB a report, so that this is a store of 10,000.
MOST_BYTES = 256 * 2**20
# How far books stand back behind pages for the processor.
NICE = 5
_IDS = {"claims": "claim", "ledger": "commitment", "figures": "series", "timeline": "event", "sources": "source"}


@dataclass(frozen=True, slots=True)
class Shelved:
    """The rows of each kind in packed pages; `places` says by its id which row it is. Figures stand by series."""

    mark: str
    pages: Mapping[str, tuple[bytes, ...]]
    counts: Mapping[str, int]
    places: Mapping[str, Mapping[str, int]]

    @property
    def size(self) -> int:
        """Bytes of all pages."""
        return sum(len(page) for pages in self.pages.values() for page in pages)

    def page(self, kind: str, number: int) -> list[Row]:
        """The rows of one page, from 1; none, where there is no such page."""
        pages = self.pages[kind]
        rows: list[Row] = json.loads(zlib.decompress(pages[number - 1])) if 0 < number <= len(pages) else []
        return rows

    def rows(self, kind: str) -> list[Row]:
        """All rows of a kind."""
        return [row for number in range(1, len(self.pages[kind]) + 1) for row in self.page(kind, number)]

    def row(self, kind: str, id_: str) -> Row | None:
        """The row with this id."""
        place = self.places[kind].get(id_)
        return None if place is None else self.page(kind, place // PAGE + 1)[place % PAGE]


def shelved(address: str, reports: Sequence[str], as_of: str | None) -> Shelved:
    """The answers of the book of these reports. Runs in a process of its own."""
    with open_store(address) as store, store.reading() as connection:
        made = mark(connection, reports)
        answers = Answers.of(book_of(connection, load_lexicon(), reports, Scope(as_of=as_of)))
    kinds = {kind: answers.rows(kind) for kind in KINDS}
    kinds["figures"] = in_series(kinds["figures"])
    return Shelved(
        made,
        {
            kind: tuple(_packed(rows[at : at + PAGE]) for at in range(0, len(rows), PAGE))
            for kind, rows in kinds.items()
        },
        {kind: len(rows) for kind, rows in kinds.items()},
        {kind: {str(row[name]): at for at, row in enumerate(kinds[kind])} for kind, name in _IDS.items()},
    )


def catch_up_with(address: str) -> None:
    """Compares what waits, and settles the stories. Runs in a process of its own."""
    with open_store(address) as store:
        for _ in catch_up(store, load_lexicon()):
            pass


def in_series(rows: Sequence[Row]) -> list[Row]:
    """Rows of figures, those of one series together: `points` are its rows. Series of most figures come first."""
    found: dict[str, Row] = {}
    for row in rows:
        what = {name: row[name] for name in ("series", "of", "where", "unit", "definition")}
        found.setdefault(row["series"], {**what, "points": []})["points"].append(row)
    return sorted(found.values(), key=lambda series: -len(series["points"]))


class Shelf:
    """What was put together, by story. `workers` puts books together, one after the other."""

    def __init__(self, address: str, *, own_process: bool) -> None:
        self._address = address
        self._own_process = own_process
        self._executor = self._start()
        self._there: OrderedDict[str, Shelved] = OrderedDict()
        self._coming: dict[tuple[str, str], Future[Shelved]] = {}
        self._lock = Lock()

    def find(self, story: Story, marked: str, *, patience: float | None) -> Shelved | None:
        """The answers of a story whose reports have this mark; None, where that takes longer than so many seconds."""
        there = self.glance(story, marked)
        if there:
            return there
        coming = self._ask(story, marked)
        try:
            made = coming.result(patience)
        except TimeoutError:
            return None
        finally:
            if coming.done():
                with self._lock:
                    self._coming.pop((story.id, marked), None)
        self._keep(story.id, made)
        # Somebody wrote between the mark and the book: the next one who asks gets it under its own mark.
        return made

    def glance(self, story: Story, marked: str) -> Shelved | None:
        """The answers, if they are there already."""
        with self._lock:
            there = self._there.get(story.id)
            if there is None or there.mark != marked:
                return None
            self._there.move_to_end(story.id)
            return there

    def catch_up(self) -> None:
        """Compares what waits with the others, however long that takes, and settles the stories."""
        self._submit(catch_up_with, self._address).result()

    def close(self) -> None:
        """Stops what is being put together."""
        if self._own_process:
            for child in active_children():
                child.terminate()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> Executor:
        if not self._own_process:
            return ThreadPoolExecutor(1)
        return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_step_back)

    def _ask(self, story: Story, marked: str) -> Future[Shelved]:
        with self._lock:
            coming = self._coming.get((story.id, marked))
            if coming is None:
                coming = self._submit(shelved, self._address, story.reports, story.end)
                self._coming[story.id, marked] = coming
            return coming

    def _submit(self, work: Callable[..., Made], *given: object) -> Future[Made]:
        try:
            return self._executor.submit(work, *given)
        except BrokenExecutor:  # its process was killed
            self._executor = self._start()
            return self._executor.submit(work, *given)

    def _keep(self, id_: str, made: Shelved) -> None:
        with self._lock:
            self._there[id_] = made
            self._there.move_to_end(id_)
            while len(self._there) > 1 and sum(each.size for each in self._there.values()) > MOST_BYTES:
                self._there.popitem(last=False)


def _step_back() -> None:
    """Whoever looks at a page goes first. The process ends with the one that started it, however that one ends."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent:
        parent.join()
    os._exit(0)


def _packed(rows: Sequence[Row]) -> bytes:
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode("ascii"), 6)
