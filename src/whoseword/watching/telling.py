"""The keys of new reports -> what is new for every watch, each thing told once and for ever.

In: an open store, the word lists, the keys, the moment and the day of the look. Out: the notices that were kept now, in
the order of the watches. Nothing is printed or sent here.

    for notice in tell(store, lexicon, ["3f2a90aa17c2"], when=now, as_of="2031-05-08"):
        print(notice.line)
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache

from sqlalchemy import Connection

from whoseword.across import Told
from whoseword.across.intake import Notice
from whoseword.lexicon import Lexicon
from whoseword.reports.reader import load_reader
from whoseword.store.opening import Store
from whoseword.store.viewing import catch_up, waiting
from whoseword.store.watches import abouts, keep_notice, watches
from whoseword.watching.counting import moved
from whoseword.watching.matter import Look, matter_of
from whoseword.watching.news import news_of
from whoseword.watching.owing import due
from whoseword.watching.reading import read_words
from whoseword.watching.said import said
from whoseword.watching.saying import sayings
from whoseword.watching.wanted import Wanted, wanted_of

# A report is said again or brings a new origin, and is told once for both.
_SAID = frozenset({"said-again", "new-origin"})


def tell(store: Store, lexicon: Lexicon, new: Collection[str], *, when: datetime, as_of: str) -> tuple[Notice, ...]:
    """What is new with these reports (keys of `store.tables.reports`), and what comes due on the day `as_of` (ISO).

    Of each watch the sayings come first, by day; then what became of promises, then figures.
    """
    with store.reading() as connection:
        listed = watches(connection)
        waits = bool(listed) and waiting(connection) > 0
    if not listed:
        return ()

    @cache
    def read(words: str) -> Told | None:
        # Few claims are told of by one report, and only these are read.
        return read_words(words, load_reader(), lexicon)

    wanted = [wanted_of(watch, lexicon, read) for watch in listed]
    if waits:
        for _ in catch_up(store, lexicon):
            pass
    with store.reading() as connection:
        found = _found(connection, lexicon, wanted, new, as_of)
    if not found:
        return ()
    with store.writing() as connection:
        kept = (keep_notice(connection, notice, when=when) for notice in found)
        return tuple(notice for notice in kept if notice is not None)


def _found(
    connection: Connection, lexicon: Lexicon, wanted: list[Wanted], new: Collection[str], as_of: str
) -> list[Notice]:
    look = Look(as_of, {each.watch.number: abouts(connection, each.watch.number) for each in wanted})
    news = news_of(connection, new, wanted)
    saying = sayings(connection, wanted, news, lexicon)
    matter = matter_of(connection, wanted, news, look, lexicon)
    found: list[Notice] = []
    for each in wanted:
        number = each.watch.number
        told = look.told[number]
        made = said(each, *saying[number], news)
        # What was told as said again is no new origin when it is seen once more.
        found += [notice for notice in made if not any((kind, notice.about) in told for kind in _SAID)]
        rest = [*due(each, matter, news, look), *moved(each, matter, news)]
        found += [notice for notice in rest if (notice.kind, notice.about) not in told]
    return found
