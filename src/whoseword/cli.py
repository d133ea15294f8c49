"""The commands: what is typed -> records, a table or a dossier. A thin skin over the library.

Reports go to the standard output, everything about the work itself to the standard error. Exit codes: 0 something
was read, 1 nothing was read or the machine is at fault, 2 the command makes no sense.

    whoseword read --format jsonl reports/ > records.jsonl
"""

# What draws on the terminal or writes HTML is imported in the command that needs it: `--help` should not wait for it.

# No `from __future__ import annotations`: typer reads the options' types from the functions.
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from whoseword import __version__
from whoseword.commands.asking import asking
from whoseword.commands.following import following
from whoseword.commands.options import Form, Jobs, MappingOf, Outlet, PublishedOn, read_options
from whoseword.commands.printing import tell
from whoseword.commands.reading import (
    WIDTH_ELSEWHERE,
    finish,
    lists_of,
    print_chains,
    print_lines,
    print_tables,
    read_each,
    tell_unread,
)
from whoseword.commands.storing import storing
from whoseword.commands.watching import watching
from whoseword.commands.writing import checked_output, write_whole
from whoseword.errors import UsageError, WhosewordError
from whoseword.evaluate.command import evaluate
from whoseword.model import Record
from whoseword.pipeline import Work, was_read
from whoseword.reports.given import Unread
from whoseword.statements.attribute import LEAST_CONFIDENCE
from whoseword.web.command import serving

# What a shell sees of a program that wrote to a closed pipe.
CLOSED_PIPE = 141


class _Commands(TyperGroup):
    """Maps the library's errors to messages and exit codes, once for all commands."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command that was typed."""
        for stream in (sys.stdout, sys.stderr):
            # A terminal that knows no “ shows \u201c; it is no reason to stop.
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # `… | head` has seen enough. What is still buffered must not be flushed into the closed pipe at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(CLOSED_PIPE) from None
        except WhosewordError as error:
            tell(f"whoseword: {error}")
            raise typer.Exit(2 if isinstance(error, UsageError) else 1) from None


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads news reports and says who said what, on whose word and through which chain.",
)
app.add_typer(evaluate, name="evaluate")
app.add_typer(storing)
app.add_typer(following)
app.add_typer(watching, name="watch")
app.add_typer(asking)
app.add_typer(serving)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files of any kind, folders, patterns such as 'reports/*.txt', or - for stdin."
    ),
]
InTable = Annotated[Form, typer.Option("--format", help="A table for people or JSON lines for programs.")]
MinConfidence = Annotated[
    float,
    typer.Option("--min-confidence", metavar="X", help="Leave out statements that are less sure, from 0 to 1."),
]


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"whoseword {__version__}")
        raise typer.Exit


@app.callback()
def _whoseword(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    pass


@app.command()
def read(
    paths: Paths,
    form: InTable = Form.TABLE,
    text: Annotated[bool, typer.Option("--text", help="Show each text with its statements marked.")] = False,
    show: Annotated[
        str,
        typer.Option(metavar="LISTS", help="Also list, with commas: times, quantities, commitments, figures, events."),
    ] = "",
    outlet: Outlet = None,
    published: PublishedOn = None,
    mapping: MappingOf = None,
    jobs: Jobs = 1,
    min_confidence: MinConfidence = LEAST_CONFIDENCE,
) -> None:
    """Print who said what in each report."""
    if text and form is Form.JSONL:
        raise UsageError("--text is for people; leave it out with --format jsonl, whose spans lead into the text")
    lists = lists_of(show)
    if lists and form is Form.JSONL:
        raise UsageError("--show is for people; leave it out with --format jsonl, which holds all of it")
    bar = sys.stderr.isatty() and not sys.stdout.isatty()
    results = read_each(paths, read_options(outlet, published, mapping), Work(jobs, min_confidence), bar=bar)
    finish(print_lines(results) if form is Form.JSONL else print_tables(results, lists, with_text=text))


@app.command()
def chain(
    paths: Paths,
    outlet: Outlet = None,
    published: PublishedOn = None,
    mapping: MappingOf = None,
    jobs: Jobs = 1,
    min_confidence: MinConfidence = LEAST_CONFIDENCE,
) -> None:
    """Show on whose word each report's statements stand, as a tree from the publisher to the origins."""
    bar = sys.stderr.isatty() and not sys.stdout.isatty()
    results = read_each(paths, read_options(outlet, published, mapping), Work(jobs, min_confidence), bar=bar)
    finish(print_chains(results))


@app.command()
def dossier(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")] = Path(
        "dossier.html"
    ),
    title: Annotated[str | None, typer.Option(help="What the dossier is called.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="On which day to look at what is overdue.")
    ] = None,
    outlet: Outlet = None,
    published: PublishedOn = None,
    mapping: MappingOf = None,
    jobs: Jobs = 1,
    min_confidence: MinConfidence = LEAST_CONFIDENCE,
) -> None:
    """Write one HTML page: the story across the reports, and every report with its statements marked."""
    from whoseword.commands.scope import Scope
    from whoseword.dossier.findings import findings
    from whoseword.dossier.html import render_dossier
    from whoseword.dossier.titles import title_of
    from whoseword.ledger.book import open_book
    from whoseword.lexicon import load_lexicon

    day = Scope(as_of=as_of).checked().as_of

    output = checked_output(output)
    work = Work(jobs, min_confidence)
    results = list(read_each(paths, read_options(outlet, published, mapping), work, bar=sys.stderr.isatty()))
    records = [result for result in results if isinstance(result, Record)]
    for result in results:
        if not isinstance(result, Record):
            tell_unread(result)
    finish([was_read(result) for result in results])
    # Without a day of its own a dossier looks from the day of its last report.
    day = day or max((each for record in records if (each := record.report.published.value)), default=None)
    lexicon = load_lexicon()
    book = open_book(records, lexicon, as_of=day)
    if len(book.records) < len(records):
        tell(f"{len(records) - len(book.records)} of {len(records)} reports were given twice and stand there once")
    page = render_dossier(book.records, title=title or title_of(book.records, lexicon), book=book, as_of=day)
    write_whole(output, page.encode("utf-8", "backslashreplace"))
    print(f"The dossier is at {output}")
    for line in findings(records, len(results) - len(records)):
        print(f"  {line}")


@app.command()
def copies(
    paths: Paths,
    form: InTable = Form.TABLE,
    outlet: Outlet = None,
    published: PublishedOn = None,
    mapping: MappingOf = None,
) -> None:
    """Print which reports share passages, and whether that makes them one text."""
    from whoseword.claims.passages import find_copies
    from whoseword.dossier.console import console
    from whoseword.dossier.copied import copies_table, copy_line
    from whoseword.reports.named import names, read_named

    received = list(read_named(paths, read_options(outlet, published, mapping)))
    named = [each for each in received if not isinstance(each, Unread)]
    for each in received:
        if isinstance(each, Unread):
            tell_unread(each)
    finish([not isinstance(each, Unread) for each in received])
    called, reports = names(named), {report.id: report for report, _ in named}
    if len(reports) < len(named):
        tell(f"{len(named) - len(reports)} of {len(named)} reports were given twice and count once")
    found = find_copies(list(reports.values()))
    if form is Form.JSONL:
        for copy in found:
            sys.stdout.buffer.write(copy_line(copy, called).encode("utf-8", "backslashreplace") + b"\n")
        sys.stdout.buffer.flush()
    elif found:
        console(WIDTH_ELSEWHERE).print(copies_table(found, reports, called))
    else:
        print(f"No passage is in two of the {len(reports)} reports")


def main() -> None:
    """The program `whoseword`."""
    app()


if __name__ == "__main__":
    main()
