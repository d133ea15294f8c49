"""`whoseword add`, `affected` and `judge`: a thin skin over the store. The clock is read here and nowhere below.

whoseword add reports/ --store desk.db
"""

# The databases are imported in the command that needs them: `--help` and `whoseword read` should not wait for them.

# No `from __future__ import annotations`: typer reads the options' types from the functions.
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whoseword.commands.options import (
    DEFAULT_STORE,
    AllowPrivate,
    Form,
    How,
    Jobs,
    MappingOf,
    Outlet,
    PublishedOn,
    StoreAt,
    read_options,
)
from whoseword.commands.printing import Form as AnswerForm
from whoseword.commands.printing import How as Answered
from whoseword.commands.printing import show_rows
from whoseword.dossier.characters import visible
from whoseword.errors import UsageError
from whoseword.pipeline import Work

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from whoseword.store.affected import Affected
    from whoseword.store.judging import Judgement, Verdict

# Long enough to know a statement by.
SHOWN = 100
storing = typer.Typer()


class Said(StrEnum):
    """What can be judged, and `list`, which judges nothing."""

    SAME_SOURCE = "same-source"
    NOT_SAME_SOURCE = "not-same-source"
    SAME_CLAIM = "same-claim"
    NOT_SAME_CLAIM = "not-same-claim"
    SAME_STORY = "same-story"
    NOT_SAME_STORY = "not-same-story"
    CORRECTED = "corrected"
    HIDDEN = "hidden"
    NOTE = "note"
    UNDO = "undo"
    LIST = "list"


@storing.command()
def add(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL", help="Files of any kind, folders, patterns, addresses of the web, or -."),
    ],
    store: StoreAt = DEFAULT_STORE,
    outlet: Outlet = None,
    published: PublishedOn = None,
    mapping: MappingOf = None,
    jobs: Jobs = 1,
    again: Annotated[
        bool,
        typer.Option("--again", help="Read anew what another version or model read; fetch again what failed."),
    ] = False,
    allow_private: AllowPrivate = False,
    form: How = Form.TABLE,
) -> None:
    """Read reports, or fetch them, and keep what they say in a store."""
    from whoseword.commands import adding
    from whoseword.commands.intake import close, fetching, take
    from whoseword.commands.progress import Bar
    from whoseword.reports.inputs import find_inputs
    from whoseword.store.opening import open_store

    options = read_options(outlet, published, mapping)
    plan = adding.Plan(adding.read_by(), datetime.now(UTC), Work(jobs), again)
    names = find_inputs(paths, addresses=True)
    as_json = form is Form.JSONL
    with open_store(store, make=True) as opened:
        with (
            fetching(names, allow_private=allow_private) as fetcher,
            Bar(len(names), shown=sys.stderr.isatty() and not as_json) as bar,
        ):
            added = adding.add(opened, bar.counted(names), options, plan, fetcher=fetcher)
            tally = take(added, bar, as_json=as_json)
        close(opened, tally, when=plan.when, as_json=as_json)


@storing.command(name="affected")
def show_affected(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report, or its beginning.")],
    store: StoreAt = DEFAULT_STORE,
    form: How = Form.TABLE,
) -> None:
    """List all that rested on words which a new version of a report changed."""
    from whoseword.store.affected import affected
    from whoseword.store.naming import find_report
    from whoseword.store.opening import open_store

    with open_store(store) as opened, opened.reading() as connection:
        found = find_report(connection, report)
        versions = affected(connection, found)
    if form is Form.JSONL:
        for row in (row for version in versions for row in _affected_rows(version)):
            print(json.dumps(row))
        return
    if not versions:
        print(f"Report {found.report} has one version: nothing of it has changed")
    for version in versions:
        for line in _affected_lines(version):
            print(visible(line))


@storing.command()
def judge(
    said: Annotated[Said, typer.Argument(metavar="VERDICT", help=f"One of: {', '.join(Said)}.")],
    about: Annotated[
        list[str] | None, typer.Argument(metavar="ID…", help="What is judged, then what the verdict needs.")
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges.")] = "",
    store: StoreAt = DEFAULT_STORE,
    form: Answered = AnswerForm.TABLE,
) -> None:
    """Keep what a person judges, or list what was judged."""
    from whoseword.store.judging import judge as keep_verdict
    from whoseword.store.judging import judgements
    from whoseword.store.naming import find_named
    from whoseword.store.opening import open_store

    words = about or []
    with open_store(store) as opened:
        if said is Said.LIST:
            with opened.reading() as connection:
                name = find_named(connection, words[0]).name if words else None
                _print_judgements(judgements(connection, name), form)
            return
        with opened.writing() as connection:
            number = keep_verdict(connection, _verdict(connection, said, words), author=by, when=datetime.now(UTC))
        if form is AnswerForm.TABLE:
            print(f"Kept as judgement {number}")
        else:
            show_rows("judged", [{"number": number}], form)


_NEEDS = {
    Said.CORRECTED: (3, "ID FIELD VALUE"),
    Said.HIDDEN: (1, "ID"),
    Said.NOTE: (2, "ID TEXT"),
    Said.UNDO: (1, "NUMBER"),
}


def _verdict(connection: "Connection", said: Said, words: list[str]) -> "Verdict":
    """What was typed, with the ids found in the store."""
    from whoseword.store.judging import Verdict
    from whoseword.store.naming import find_named

    count, form = _NEEDS.get(said, (2, "ID ID"))
    if len(words) != count or (said is Said.UNDO and not words[0].isdecimal()):
        raise UsageError(f"judge {said} takes {form}; quote what has blanks")
    if said is Said.UNDO:
        return Verdict("undone", undoes=int(words[0]))
    about = find_named(connection, words[0])
    match said:
        case Said.CORRECTED:
            return Verdict("corrected", about, field=words[1], value=words[2])
        case Said.NOTE:
            return Verdict("note", about, value=words[1])
        case Said.HIDDEN:
            return Verdict("hidden", about)
    return Verdict(said.value, about, find_named(connection, words[1]))  # type: ignore[arg-type]


def _affected_rows(version: "Affected") -> Iterable[dict[str, object]]:
    both = {"report": version.id, "version": version.number, "follows": version.before}
    for fact in version.revision.facts:
        yield {**both, "kind": "fact", **asdict(fact)}
    for part in version.parts:
        yield {**both, **asdict(part)}
    for judgement in version.judgements:
        yield {**both, "kind": "judgement", "judgement": _judgement_row(judgement)}


def _affected_lines(version: "Affected") -> Iterable[str]:
    yield f"Version {version.number}, {version.id}"
    for change in version.changes:
        yield f"  “{_short(change.before)}” is now “{_short(change.after)}”"
    for fact in version.revision.facts:
        yield f"  its {fact.name} was {_quoted(fact.before)} and is {_quoted(fact.after)}"
    for part in version.parts:
        reasons = [f"“{_short(change.before)}”" for change in part.changes] + [f"part {each}" for each in part.through]
        yield f"  {part.kind:10} {part.id or '-':12}  {_short(part.words)}  (rests on {', '.join(reasons)})"
    for judgement in version.judgements:
        yield f"  judgement  {judgement.number:<12}  {_judgement_line(judgement)}"
    if not version.parts:
        yield "  nothing rested on changed words"


def _print_judgements(found: "list[Judgement]", form: AnswerForm) -> None:
    if form is not AnswerForm.TABLE:
        show_rows("judgements", [_judgement_row(judgement) for judgement in found], form)
        return
    for judgement in found:
        print(visible(f"{judgement.number:>4}  {_judgement_line(judgement)}"))


def _judgement_row(judgement: "Judgement") -> dict[str, Any]:
    return {**asdict(judgement), "made": judgement.made.isoformat()}


def _judgement_line(judgement: "Judgement") -> str:
    what = " ".join(each for each in (judgement.about, judgement.other, judgement.field) if each)
    value = f" “{_short(judgement.value)}”" if judgement.value is not None else ""
    undoes = f" {judgement.undoes}" if judgement.undoes is not None else ""
    words = f"  [{_short(judgement.words)}]" if judgement.words else ""
    stands = "" if judgement.stands else "  (no longer stands)"
    return f"{judgement.made:%Y-%m-%d %H:%M} {judgement.author}: {judgement.kind} {what}{value}{undoes}{words}{stands}"


def _quoted(value: str | None) -> str:
    return "not told" if value is None else f"“{_short(value)}”"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
