"""`whoseword watch`: words that somebody looks out for, and what each intake brought of them. The clock is read here.

whoseword watch add "the Orsel dam will be emptied" --store desk.db
"""

# No `from __future__ import annotations`: typer reads the options' types from the functions.
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whoseword.commands.options import DEFAULT_STORE, Form, How, StoreAt
from whoseword.commands.printing import many, tell, told
from whoseword.commands.writing import checked_output, write_whole
from whoseword.dossier.characters import visible
from whoseword.errors import UsageError

if TYPE_CHECKING:
    from whoseword.across.intake import Notice, Watch
    from whoseword.model import Problem
    from whoseword.store.opening import Store

# More words are a report and no claim.
LONGEST = 1000
watching = typer.Typer(no_args_is_help=True, help="Look out for words: who says them again, what is due, what moved.")

Number = Annotated[int, typer.Argument(metavar="N", min=1, help="The number of a watch.")]


@watching.callback()
def _watching() -> None:
    pass


@watching.command()
def add(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="A phrase, or a claim as a sentence.")],
    webhook: Annotated[
        str | None, typer.Option(metavar="URL", help="Where each notice is sent to, with a POST of JSON.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let the webhook be on this machine or a private network too.")
    ] = False,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who watches.")] = "",
    store: StoreAt = DEFAULT_STORE,
    form: How = Form.TABLE,
) -> None:
    """Look out for words in all that comes in from now on."""
    from whoseword.across.intake import Watch
    from whoseword.fetching.guard import Guard
    from whoseword.lexicon import load_lexicon
    from whoseword.store.opening import open_store
    from whoseword.store.watches import add_watch
    from whoseword.watching.wanted import wanted_of

    words = " ".join(words.split())
    wanted = wanted_of(Watch(0, words, "", by.strip(), webhook, allow_private), load_lexicon())
    if not wanted.words or len(words) > LONGEST:
        raise UsageError(f"nothing to look out for: give words of letters or digits, {LONGEST} characters at most")
    if webhook and (problem := Guard(allow_private).refusal(webhook)):
        raise UsageError(f"--webhook: {problem.message}")
    with open_store(store, make=True) as opened, opened.writing() as connection:
        number = add_watch(connection, wanted.watch, when=datetime.now(UTC))
    if form is Form.JSONL:
        print(json.dumps({"watch": number}))
    else:
        how = "claim, told where it is said, or near it"
        if wanted.is_phrase:
            how = "phrase, told where all its words stand"
        print(visible(f"Watch {number}, a {how}: “{words}”"))


@watching.command(name="list")
def show_list(store: StoreAt = DEFAULT_STORE, form: How = Form.TABLE) -> None:
    """List what is watched, with how often something was told."""
    from whoseword.store.opening import open_store
    from whoseword.store.watches import counted, watches

    with open_store(store) as opened, opened.reading() as connection:
        listed, many = watches(connection), counted(connection)
    for watch in listed:
        row = {**asdict(watch), "notices": many.get(watch.number, 0)}
        print(json.dumps(row) if form is Form.JSONL else visible(_listed(watch, many.get(watch.number, 0))))
    if not listed and form is Form.TABLE:
        print("Nothing is watched")


@watching.command()
def remove(number: Number, store: StoreAt = DEFAULT_STORE) -> None:
    """Stop looking out for the words of a watch; what it told stays."""
    from whoseword.store.opening import open_store
    from whoseword.store.watches import end_watch

    with open_store(store) as opened, opened.writing() as connection:
        ended = end_watch(connection, number, when=datetime.now(UTC))
    print(visible(f"Watch {number} has ended: “{ended.words}”"))


@watching.command()
def check(
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="On which day to look at what is due, not today.")
    ] = None,
    store: StoreAt = DEFAULT_STORE,
    form: How = Form.TABLE,
) -> None:
    """Look at the whole store now, and tell what was not told yet."""
    from whoseword.store.keeping import newest_keys
    from whoseword.store.opening import open_store
    from whoseword.store.watches import watches

    day = _day(as_of)
    with open_store(store) as opened:
        with opened.reading() as connection:
            keys = newest_keys(connection)
        noticed = tell_noticed(opened, keys, when=datetime.now(UTC), as_json=form is Form.JSONL, as_of=day)
        with opened.reading() as connection:
            watched = watches(connection)
    if not noticed and form is Form.TABLE:
        print("Nothing new" if watched else "Nothing is watched")


@watching.command()
def feed(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")] = Path(
        "watched.atom"
    ),
    store: StoreAt = DEFAULT_STORE,
) -> None:
    """Write what was told as an Atom feed, the newest first."""
    from whoseword.store.opening import open_store

    output = checked_output(output)
    with open_store(store) as opened:
        write_whole(output, feed_of(opened))
    print(f"The feed is at {output}")


def tell_noticed(
    store: "Store", new: Collection[str], *, when: datetime, as_json: bool = False, as_of: str | None = None
) -> "tuple[Notice, ...]":
    """Tells what new reports (their keys) brought for each watch, and what is due: prints it, and sends it to webhooks.

    What a webhook did not take is told on the standard error and is tried again next time. `as_of` is an ISO day, that
    of `when` (in UTC) where it is None.
    """
    from whoseword.lexicon import load_lexicon
    from whoseword.store.watches import watches
    from whoseword.watching.telling import tell as look
    from whoseword.watching.webhooks import deliver

    with store.reading() as connection:
        if not watches(connection):
            return ()
    notices = look(store, load_lexicon(), new, when=when, as_of=as_of or when.astimezone(UTC).date().isoformat())
    for notice in notices:
        print(json.dumps({"notice": asdict(notice)}) if as_json else visible(notice.line), flush=True)
    for problem in deliver(store, when=when, send=_send):
        tell(f"not sent: {told(problem)}")
    return notices


def feed_of(store: "Store") -> bytes:
    """The Atom feed of all watches of a store."""
    from whoseword.store.watches import every_watch, newest
    from whoseword.watching import atom
    from whoseword.watching.places import places_of

    with store.reading() as connection:
        notices = newest(connection, atom.MOST)
        return atom.feed(every_watch(connection), notices, places_of(connection, notices))


def _send(watch: "Watch", data: Mapping[str, object]) -> "Problem | None":
    from whoseword.fetching.guard import Guard
    from whoseword.fetching.posting import post

    return post(watch.webhook or "", data, guard=Guard(watch.allow_private))


def _day(typed: str | None) -> str | None:
    """The day as it was typed, the last one of a month or year."""
    from whoseword.commands.scope import Scope
    from whoseword.statements.time_values import days_of
    from whoseword.watching.matter import days_before

    days = days_of(Scope(as_of=typed).checked().as_of)
    return days_before(days[1], 1) if days else None


def _listed(watch: "Watch", notices: int) -> str:
    times = f"told {many(notices, 'time')}"
    who = f" by {watch.author}" if watch.author else ""
    where = f", sent to {watch.webhook}" if watch.webhook else ""
    return f"{watch.number:>4}  {watch.made[:10]}{who}: “{watch.words}” ({times}{where})"
