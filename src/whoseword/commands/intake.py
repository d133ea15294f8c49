"""What becomes of reports as they come in -> a line each, a summary that names what failed, and what watches noticed.

with Bar(len(names), shown=True) as bar:
    tally = take(add(store, bar.counted(names), options, plan), bar, as_json=False)
close(store, tally, when=plan.when, as_json=False)
"""

# What fetches is imported where it is needed: most that is added lies in files.

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import typer

from whoseword.commands.printing import in_line, many, tell, told
from whoseword.commands.progress import Bar
from whoseword.dossier.characters import visible
from whoseword.errors import NoInputError
from whoseword.reports.given import Unread
from whoseword.reports.inputs import is_address
from whoseword.reports.kinds import place_of

if TYPE_CHECKING:
    from whoseword.commands.adding import Added
    from whoseword.fetching.fetch import Fetcher
    from whoseword.store.opening import Store

# What a shell sees of a program that ctrl-C has ended.
INTERRUPTED = 130
STOPPED = "Stopped. What is listed above is in the store; the same command goes on where this one ended."
_FAILED = {"unread", "failed"}
# What came of a report that there is, as people call it.
READ = {"new": "new", "version": "new versions", "read-anew": "read anew", "known": "known"}
# What came is there, but not all of it, or not as it was put out. All else is told with the report.
_IN_PART = frozenset(
    "archive-damaged bytes-replaced comparing-failed digest-differs document-damaged page-not-all-read paywalled"
    " record-cut redirect-insecure".split()
)
# Of what an archive holds besides pages, so many kinds are named.
MOST_KINDS = 5


@dataclass(slots=True)
class Tally:
    """What became of all reports so far; `stopped` where somebody pressed ctrl-C."""

    counts: Counter[str] = field(default_factory=Counter)
    failed: list[Added] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    stopped: bool = False


def take(added: Iterable[Added], bar: Bar, *, as_json: bool) -> Tally:
    """Prints what becomes of each report as it comes. Ctrl-C ends it; what has come by then is kept and told."""
    tally = Tally()
    try:
        for one in added:
            tally.counts[one.state] += 1
            if one.state != "skipped":
                bar.came(failed=one.state in _FAILED)
            if one.state in _FAILED:
                tally.failed.append(one)
            elif one.state != "known" and one.key:
                tally.new.append(one.key)
            print(json.dumps(_row(one)) if as_json else in_line(_line(one)), flush=True)
            for problem in one.problems:
                if one.state not in _FAILED and problem.code in _IN_PART:
                    tell(f"in part: {told(problem)}")
    except KeyboardInterrupt:
        tally.stopped = True
    return tally


def close(store: Store, tally: Tally, *, when: datetime, as_json: bool) -> None:
    """Tells what watches noticed, and sums up.

    Raises:
        NoInputError: there was nothing that could be read.
    """
    from whoseword.commands.watching import tell_noticed

    # Also where nothing is new: something may be due since the last time.
    tell_noticed(store, tally.new, when=when, as_json=as_json)
    if tally.failed:
        tell(f"{many(len(tally.failed), 'input')} gave no report:")
    for one in tally.failed:
        for problem in one.problems:
            tell(f"  {told(problem)}")
    if not as_json:
        print(visible(f"{', '.join(counted(tally.counts)) or 'nothing to add'}. The store is {store.name}"), flush=True)
    if tally.stopped:
        tell(STOPPED)
        raise typer.Exit(INTERRUPTED)
    if tally.counts.total() - tally.counts["skipped"] == len(tally.failed):
        raise NoInputError("nothing could be read; the reasons are told above")


@contextmanager
def fetching(names: Iterable[str | Unread], *, allow_private: bool) -> Iterator[Fetcher | None]:
    """A fetcher where one of the names is an address."""
    if not any(isinstance(name, str) and is_address(name) for name in names):
        yield None
        return
    from whoseword.fetching.fetch import Fetcher
    from whoseword.fetching.guard import Guard

    with Fetcher(Guard(allow_private=allow_private)) as fetcher:
        yield fetcher


def _row(one: Added) -> dict[str, Any]:
    codes = [problem.code for problem in one.problems]
    return {**asdict(one), "problems": codes, "why": [problem.message for problem in one.problems]}


def _line(one: Added) -> str:
    where = place_of(one.path, one.row)
    match one.state:
        case "unread" | "failed":
            return f"not read    {where}"
        case "skipped":
            kinds = ", ".join(f"{count} {kind}" for kind, count in one.skipped[:MOST_KINDS])
            more = ", …" if len(one.skipped) > MOST_KINDS else ""
            count = sum(count for _, count in one.skipped)
            are = "is" if count == 1 else "are"
            return f"left out    {where}: {many(count, 'record')} that {are} no page ({kinds}{more})"
        case "known":
            return f"known       {one.id or '':12}  {where}: nothing changed"
        case "version":
            changes = f"{many(one.changes, 'change')}, {many(one.affected, 'part')} rested on changed words"
            return f"version {one.number:<3} {one.id}  {where}: {changes} (whoseword affected {one.id})"
    unsupported = any(problem.code == "language-not-supported" for problem in one.problems)
    what = "kept, but not in English: nothing in it is read" if unsupported else many(one.statements or 0, "statement")
    return f"{one.state.replace('-', ' '):11} {one.id}  {where}: {what}"


def counted(counts: Counter[str]) -> list[str]:
    """How many reports there are of each state that there is: "3 new", "1 not read"."""
    there = [f"{counts[state]} {name}" for state, name in READ.items() if counts[state]]
    unread = sum(counts[state] for state in _FAILED)
    return there + ([f"{unread} not read"] if unread else [])
