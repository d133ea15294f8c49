"""The watch list in a store: watches begin and end, a notice is kept once, what was delivered is not sent again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.kept import NOW
from whoseword.across.intake import Notice, Watch
from whoseword.errors import StoreError
from whoseword.store.opening import Store
from whoseword.store.watches import (
    abouts,
    add_watch,
    counted,
    end_watch,
    every_watch,
    keep_notice,
    mark_delivered,
    newest,
    undelivered,
    watches,
)

HOOK = "https://desk.example/hook"
MOMENT = NOW.isoformat()


def watch(store: Store, words: str = "the Orsel dam", **facts) -> int:
    """Keeps a watch and gives its number."""
    with store.writing() as connection:
        return add_watch(connection, Watch(0, words, "", **facts), when=NOW)


def notice(store: Store, number: int, about: str = "a1", when=NOW, **facts) -> Notice | None:
    """Keeps a notice of a watch."""
    made = Notice(number, "said-again", about, "Watch 1: said again", "it \x00 shut", "3f2a90", (4, 9))
    with store.writing() as connection:
        return keep_notice(connection, replace(made, **facts), when=when)


def test_a_watch_comes_back_as_it_was_kept(store):
    """Words with odd characters, the author, the webhook and the moment are the same."""
    number = watch(store, "the “gate”\x00 \\u0041", author="R. Holt", webhook=HOOK, allow_private=True)
    with store.reading() as connection:
        assert watches(connection) == (Watch(number, "the “gate”\x00 \\u0041", MOMENT, "R. Holt", HOOK, True),)


def test_an_ended_watch_is_not_listed_and_its_number_is_not_given_again(store):
    """What ended stays in the store under its number, and so do its notices."""
    first = watch(store)
    notice(store, first)
    with store.writing() as connection:
        assert end_watch(connection, first, when=NOW).words == "the Orsel dam"
    second = watch(store, "the ferry")
    with store.reading() as connection:
        assert [each.number for each in watches(connection)] == [second]
        assert [each.number for each in every_watch(connection)] == [first, second]
        assert counted(connection) == {first: 1}
    assert second > first


@pytest.mark.parametrize("number", [1, 99])
def test_what_is_not_there_cannot_end(store, number):
    """A number that no watch has, or that has ended, is refused with what to do."""
    assert watch(store) == 1
    with store.writing() as connection:
        end_watch(connection, 1, when=NOW)
    with pytest.raises(StoreError, match="whoseword watch list"), store.writing() as connection:
        end_watch(connection, number, when=NOW)


def test_a_notice_is_kept_once(store):
    """The same subject of the same watch and kind is told once and never again; another kind or watch is another."""
    one, other = watch(store), watch(store, "the ferry")
    first = notice(store, one)
    assert first is not None
    assert (first.number, first.made) == (1, MOMENT)
    assert notice(store, one, when=NOW + timedelta(1)) is None
    assert notice(store, one, kind="due") is not None
    assert notice(store, other) is not None
    with store.reading() as connection:
        assert abouts(connection, one) == {("said-again", "a1"), ("due", "a1")}
        assert newest(connection, 2)[-1].kind == "due"
        assert newest(connection, 9)[-1] == first


def test_what_was_delivered_is_not_delivered_again(store):
    """Only notices of watches that have a webhook and go on, made lately and not taken yet, are to be sent."""
    silent, sent = watch(store), watch(store, "the ferry", webhook=HOOK)
    notice(store, silent)
    notice(store, sent, "old", when=NOW - timedelta(8))
    taken, left = notice(store, sent, "taken"), notice(store, sent, "left")
    assert taken is not None
    with store.writing() as connection:
        mark_delivered(connection, taken.number or 0, when=NOW)
    with store.reading() as connection:
        assert [each for _, each in undelivered(connection, NOW - timedelta(7))] == [left]
        assert next(each.delivered for each in newest(connection, 9) if each.about == "taken") == MOMENT
    with store.writing() as connection:
        end_watch(connection, sent, when=NOW)
    with store.reading() as connection:
        assert undelivered(connection, NOW - timedelta(9)) == ()
