"""What all pages share: the open store, the word lists, the shelf of books, the work that is going on.

with desk.reading() as connection:
    found = desk.book(connection, story)
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event, Lock, Thread

from sqlalchemy import Connection

from whoseword.across import Story
from whoseword.commands import scope as scopes
from whoseword.errors import WhosewordError
from whoseword.lexicon import Lexicon, load_lexicon
from whoseword.store.marking import mark
from whoseword.store.opening import Store, open_store
from whoseword.store.stories import is_settled
from whoseword.store.viewing import catch_up, waiting
from whoseword.web.guard import Hosts
from whoseword.web.shelf import Shelf, Shelved


@dataclass(frozen=True, slots=True)
class Settings:
    """`address` of the store; `hosts` it may be called by; `patience`: seconds that a page waits for a story's book.

    None waits until it is there. `background`: books are put together before they are asked for, in another process.
    """

    address: str
    hosts: Hosts = field(default_factory=Hosts)
    patience: float | None = 0.1
    background: bool = True


class Desk:
    """Everything that outlives a request. What it keeps of the store is kept by its mark and never given out stale."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lexicon: Lexicon = load_lexicon()
        self.store: Store = open_store(settings.address, make=True)
        self.shelf = Shelf(settings.address, own_process=settings.background)
        self._one_at_a_time = Lock()
        self._wake, self._closed = Event(), False
        if settings.background:
            Thread(target=self._prepare, daemon=True).start()
            self.wake()

    def reading(self) -> AbstractContextManager[Connection]:
        """The store as it is now."""
        return self.store.reading()

    def now(self) -> datetime:
        """The clock is read here and nowhere below."""
        return datetime.now(UTC)

    def stories(self, connection: Connection) -> list[Story]:
        """The running stories, the newest first."""
        return scopes.stories(connection, scopes.Scope())

    def book(self, connection: Connection, story: Story, *, patience: float | None) -> Shelved | None:
        """The answers of a story, as of the day of its last report; None, where they are still put together."""
        return self.shelf.find(story, mark(connection, story.reports), patience=patience)

    def glance(self, connection: Connection, story: Story) -> Shelved | None:
        """The answers of a story if they are there already."""
        return self.shelf.glance(story, mark(connection, story.reports))

    def behind(self, connection: Connection) -> int:
        """How many reports are not compared with the others yet, at least 1 where stories are not settled."""
        left = waiting(connection) or int(not is_settled(connection))
        if left:
            self.wake()
        return left

    def catch_up(self) -> None:
        """Compares what waits, and settles the stories, now: what was just judged must be seen on the next page."""
        with self._one_at_a_time:
            for _ in catch_up(self.store, self.lexicon):
                pass

    def wake(self) -> None:
        """Says that there may be something to put together."""
        self._wake.set()

    def close(self) -> None:
        """Ends the work that nobody waits for, and closes the store."""
        self._closed = True
        self.wake()
        self.shelf.close()
        self.store.close()

    def _prepare(self) -> None:
        while True:
            self._wake.wait()
            self._wake.clear()
            if self._closed:
                return
            try:
                self._prepare_all()
            except (WhosewordError, RuntimeError, OSError):
                # The page that needs it meets the same fault, and tells it.
                continue

    def _prepare_all(self) -> None:
        self.shelf.catch_up()
        with self.reading() as connection:
            stories = self.stories(connection)
        for story in stories:
            if self._closed or self._wake.is_set():
                return
            with self.reading() as connection:
                marked = mark(connection, story.reports)
            self.shelf.find(story, marked, patience=None)
