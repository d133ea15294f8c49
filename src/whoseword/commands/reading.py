"""What came of reading -> lines on the standard output and the standard error: JSON lines, tables or trees.

In: paths, or what came of each input. Out: what is printed, in order; and of each input, whether it was read.

    finish(print_lines(read_each(["reports/"], ReadOptions(), Work(), bar=False)))
"""

# What draws on the terminal is imported where it is needed: `--help` should not wait for it.

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from whoseword.commands.printing import tell, told
from whoseword.commands.progress import Bar
from whoseword.dossier.export import dump_line
from whoseword.errors import NoInputError, UsageError
from whoseword.model import Record
from whoseword.pipeline import Work, read_inputs, was_read
from whoseword.reports.given import Unread
from whoseword.reports.inputs import find_inputs
from whoseword.reports.read import ReadOptions

# Wide enough for the table, where the output is no terminal and nothing says how wide it is.
WIDTH_ELSEWHERE = 100


def read_each(paths: Sequence[str], options: ReadOptions, work: Work, *, bar: bool) -> Iterator[Record | Unread]:
    """What came of each input, in order; with a bar on the standard error once the work turns out to be long."""
    found = find_inputs(paths)
    with Bar(len(found), shown=bar) as shown:
        for result in read_inputs(shown.counted(found), options, work=work):
            shown.came(failed=not isinstance(result, Record))
            yield result


def print_lines(results: Iterator[Record | Unread]) -> Iterator[bool]:
    """One JSON line for each; whether it was read."""
    for result in results:
        sys.stdout.buffer.write(dump_line(result).encode("utf-8") + b"\n")
        sys.stdout.buffer.flush()
        if not isinstance(result, Record):
            tell_unread(result)
        yield was_read(result)


def print_tables(results: Iterator[Record | Unread], lists: list[str], *, with_text: bool) -> Iterator[bool]:
    """One table for each; whether it was read."""
    from rich.text import Text

    from whoseword.dossier import terminal
    from whoseword.dossier.console import console
    from whoseword.dossier.lists import shown

    out = console(WIDTH_ELSEWHERE)
    if with_text:
        out.print(Text(terminal.LEGEND, style="dim"), end="\n\n")
    for result in results:
        if not isinstance(result, Record):
            out.print(terminal.unread_lines(result), end="\n\n")
        else:
            if with_text:
                out.print(terminal.marked_text(result), end="\n\n", soft_wrap=not out.is_terminal)
            out.print(terminal.report_table(result, out.width))
            if lists:
                out.print(shown(result, lists))
        sys.stdout.flush()
        yield was_read(result)


def print_chains(results: Iterator[Record | Unread]) -> Iterator[bool]:
    """One tree for each; whether it was read."""
    from whoseword.dossier import terminal, trees
    from whoseword.dossier.console import console

    out = console(WIDTH_ELSEWHERE)
    for result in results:
        if isinstance(result, Record):
            out.print(trees.report_chains(result, out.width))
        else:
            out.print(terminal.unread_lines(result), end="\n\n")
        sys.stdout.flush()
        yield was_read(result)


def lists_of(names: str) -> list[str]:
    """The lists that `--show` names, each once."""
    from whoseword.dossier.lists import LISTS

    wanted = list(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    for name in wanted:
        if name not in LISTS:
            raise UsageError(f"--show knows no {name!r}; it lists {', '.join(LISTS)}")
    return wanted


def finish(read_or_not: Iterator[bool] | Sequence[bool]) -> None:
    """Works through all results.

    Raises:
        NoInputError: none of them was read.
    """
    told = list(read_or_not)
    if not any(told):
        count = f"{len(told)} inputs" if len(told) != 1 else "the one input"
        raise NoInputError(f"nothing could be read; the reason for {count} is told above")


def tell_unread(unread: Unread) -> None:
    """Why an input was not read, on the standard error."""
    for problem in unread.problems:
        tell(f"not read: {told(problem)}")
