"""`whoseword stories`, `show`, `ledger`, `figures` …: what is asked across the reports of a store.

whoseword show 3f2a90 --store desk.db
"""

# No `from __future__ import annotations`: typer reads the options' types from the functions.
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whoseword.commands.options import DEFAULT_STORE, StoreAt
from whoseword.commands.printing import Form, How, many, show_rows, tell
from whoseword.dossier.characters import visible

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from whoseword.commands.scope import Scope
    from whoseword.lexicon import Lexicon

Row = dict[str, Any]
asking = typer.Typer()

OfStory = Annotated[str | None, typer.Option("--story", metavar="STORY", help="Only this story, by its id.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="As it stood on this day.")]
Source = Annotated[str | None, typer.Option("--source", metavar="WORDS", help="Only what such a source stands behind.")]
Topic = Annotated[str | None, typer.Option("--topic", metavar="WORDS", help="Only what has all these words.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Only reports of this day or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only reports of this day or earlier.")]

_KINDS = {
    "claims": "List what is claimed, with how many independent origins each claim has.",
    "ledger": "List what was promised, by whom, by when, and how that moved.",
    "figures": "List the figures, those of one thing in one place together.",
    "changes": "List what later reports changed: numbers, dates, wording, what is denied and what is new.",
    "timeline": "List what happened, by the day on which it happened, with the day on which it was printed.",
}


@asking.command()
def stories(
    topic: Topic = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    store: StoreAt = DEFAULT_STORE,
    form: How = Form.TABLE,
) -> None:
    """List the running stories of the store, the newest first."""
    from whoseword.commands import scope as scopes
    from whoseword.dossier.answers import Answers

    scope = scopes.Scope(topic=topic, since=since, until=until, as_of=as_of).checked()
    with opened(store) as (connection, _):
        rows = [Answers({}, {}).story(each) for each in scopes.stories(connection, scope)]
    show_rows("stories", scope.shown(rows), form)


@asking.command()
def trace(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What is claimed, in any words.")],
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many claims.")] = 10,
    as_of: AsOf = None,
    store: StoreAt = DEFAULT_STORE,
    form: How = Form.TABLE,
) -> None:
    """Find who says something: the best matching claims, who stands behind them, and who told them first."""
    from whoseword.commands import tracing
    from whoseword.commands.scope import Scope

    scope = Scope(as_of=as_of).checked()
    with opened(store) as (connection, lexicon):
        rows = tracing.trace(connection, lexicon, words, limit=limit, scope=scope)
    show_rows("claims", rows, form)


@asking.command()
def origins(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, or its beginning.")],
    as_of: AsOf = None,
    store: StoreAt = DEFAULT_STORE,
    form: How = Form.TABLE,
) -> None:
    """Show how many independent origins a claim has, which they are, and who only repeats them."""
    from whoseword.commands import tracing
    from whoseword.commands.scope import Scope
    from whoseword.dossier.forms import origins_told

    scope = Scope(as_of=as_of).checked()
    with opened(store) as (connection, _):
        row = tracing.origins(connection, claim, scope=scope)
    if form is Form.JSONL:
        show_rows("claims", [row], form)
        return
    if form is Form.TABLE:
        for line in origins_told(row):
            print(visible(line))
    show_rows("origins", row["origins"], form)


@asking.command()
def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Words that must all be there; * ends an open word.")],
    source: Source = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many statements.")] = 50,
    store: StoreAt = DEFAULT_STORE,
    form: How = Form.TABLE,
) -> None:
    """Find statements by their words, by who said them and by the day of the report."""
    from dataclasses import asdict

    from whoseword.commands.scope import Scope
    from whoseword.store.searching import Bounds
    from whoseword.store.searching import search as look_up

    scope = Scope(source=source, since=since, until=until, as_of=as_of).checked()
    with opened(store) as (connection, _):
        hits = look_up(connection, words, Bounds(source, scope.since, scope.last), limit=limit)
    show_rows("search", [asdict(hit) for hit in hits], form)


@asking.command()
def original(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report, or its beginning.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; else it is printed.")
    ] = None,
    store: StoreAt = DEFAULT_STORE,
) -> None:
    """Give the document that a report was read from, byte for byte as it came."""
    from whoseword.commands.writing import checked_output, write_whole
    from whoseword.errors import StoreError
    from whoseword.store.keeping import as_it_came
    from whoseword.store.naming import find_report
    from whoseword.store.opening import open_store

    with open_store(store) as there, there.reading() as connection:
        data = as_it_came(connection, find_report(connection, report).key)
    if data is None:
        raise StoreError(f"{report} is a row of a file with many; of that file only the hash is kept, with each text")
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        output = checked_output(output)
        write_whole(output, data)
        print(f"{len(data):,} bytes are at {output}")


@asking.command()
def show(
    story: Annotated[str, typer.Argument(metavar="STORY", help="The id of a story, or its beginning.")],
    source: Source = None,
    topic: Topic = None,
    as_of: AsOf = None,
    store: StoreAt = DEFAULT_STORE,
    form: How = Form.TABLE,
) -> None:
    """Show one story: its claims with their origins, what is owed, figures, changes, timeline and sources."""
    from whoseword.commands import scope as scopes
    from whoseword.dossier.answers import KINDS, Answers

    scope = scopes.Scope(story, source, topic, as_of=as_of).checked()
    with opened(store) as (connection, lexicon):
        answers = Answers.of(next(scopes.books(connection, lexicon, scope)))
    for kind in KINDS:
        rows = scope.shown(answers.rows(kind))
        if form is Form.TABLE:
            print(f"{kind.upper()}: {len(rows) or 'none'}")
        show_rows(kind, [{"answers": kind, **row} for row in rows] if form is Form.JSONL else rows, form)


def _rows(kind: str, store: str, scope: "Scope") -> list[Row]:
    """The answers of one kind from every story that is asked for."""
    from whoseword.commands.scope import books
    from whoseword.dossier.answers import Answers

    checked = scope.checked()
    with opened(store) as (connection, lexicon):
        made = (Answers.of(book).rows(kind) for book in books(connection, lexicon, checked))
        return checked.shown([row for found in made for row in found])


def _of_stories(kind: str) -> Callable[..., None]:
    """The command that answers one kind of question from every story that is asked for."""

    def answer(
        story: OfStory = None,
        source: Source = None,
        topic: Topic = None,
        since: Since = None,
        until: Until = None,
        as_of: AsOf = None,
        store: StoreAt = DEFAULT_STORE,
        form: How = Form.TABLE,
    ) -> None:
        from whoseword.commands.scope import Scope

        show_rows(kind, _rows(kind, store, Scope(story, source, topic, since, until, as_of)), form)

    return answer


for _kind, _help in _KINDS.items():
    asking.command(_kind, help=_help)(_of_stories(_kind))


@asking.command()
def sources(
    unnamed: Annotated[bool, typer.Option("--unnamed", help="Only those without a name, report by report.")] = False,
    story: OfStory = None,
    topic: Topic = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    store: StoreAt = DEFAULT_STORE,
    form: How = Form.TABLE,
) -> None:
    """List who said something, across reports; --unnamed those without a name."""
    from whoseword.commands.scope import Scope

    rows = _rows("sources", store, Scope(story, None, topic, since, until, as_of))
    show_rows("sources", [row for row in rows if not (unnamed and row["named"])], form)


@contextmanager
def opened(store: str) -> "Iterator[tuple[Connection, Lexicon]]":
    """The store, read as it is now with all its views made, and the word lists."""
    from whoseword.lexicon import load_lexicon
    from whoseword.store.opening import open_store
    from whoseword.store.viewing import catch_up

    lexicon = load_lexicon()
    with open_store(store) as there:
        for left in catch_up(there, lexicon):
            if left:
                tell(f"{many(left, 'report')} still to be compared with the others")
        with there.reading() as connection:
            yield connection, lexicon
