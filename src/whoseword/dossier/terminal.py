r"""Records -> what a person reads in a terminal: a table of who said what, and the text with its statements marked.

Colour only repeats what the marks say: `{S1:Sources} {C1:told} Courier {Q1:that it rains}` has statement 1's source,
cue and content, in the mark-up of the project's own tests. Control characters of a report are shown, never obeyed.

>>> shorten("the gate was moved at night without an order", 20, 2)
'the gate was moved\nat night without an…'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whoseword.dossier.characters import visible
from whoseword.dossier.entries import DATE_FROM, name_of, spoken_date, who
from whoseword.model import Problem, Record, Span, Statement
from whoseword.reports.given import Unread
from whoseword.reports.kinds import place_of

LEGEND = "{S1: source}  {C1: cue}  {Q1: what was said}  The number is that of the statement in the table."
_STYLES = {"S": "bold cyan", "C": "underline yellow", "Q": "green"}
# Outermost first, where two marks have the same span.
_RANK = {"Q": 0, "S": 1, "C": 2}
_NUMBER_WIDTH, _QUOTE_WIDTH, _LINE_WIDTH, _BETWEEN = 3, 10, 4, 2
_LINES = 3
# Nothing but a line under the heads, one blank wide between the columns.
_RULE = box.Box("    \n    \n ── \n    \n    \n    \n    \n    \n")


@dataclass(frozen=True, slots=True)
class _Mark:
    role: str
    span: Span
    numbers: tuple[int, ...]

    @property
    def opening(self) -> str:
        return f"{{{self.role}{','.join(map(str, self.numbers))}:"


def report_table(record: Record, width: int) -> RenderableType:
    """A heading, a row for each statement and the problems, for a terminal of `width` columns."""
    parts: list[RenderableType] = [heading(record)]
    if record.statements:
        parts.append(_table(record, width))
    else:
        parts.append(Text("  No statement found.", style="italic"))
    parts.extend(_kept_back(record))
    parts.extend(problem_line(problem) for problem in record.problems)
    return Padding(Group(*parts), (0, 0, 1, 0))


def heading(record: Record) -> Text:
    """Title, outlet, date with where it is known from, and the place of the report."""
    report = record.report
    date, _ = spoken_date(report.published)
    told = f"{date} ({DATE_FROM[report.published.origin]})" if date else "date not known"
    facts = [report.outlet or "outlet not known", told, *([", ".join(report.byline)] if report.byline else [])]
    facts.append(place_of(report.path, report.row))
    title = Text(_plain(report.title or "Untitled report"), style="bold")
    return title.append("\n" + " · ".join(map(_plain, facts)), style="not bold dim")


def problem_line(problem: Problem) -> Text:
    """One problem in a line: what it is called and what to do."""
    line = Text("  ! ", style="bold yellow")
    return line.append(problem.code, style="bold").append(f"  {_plain(problem.message)}", style="not bold default")


def unread_lines(unread: Unread) -> Text:
    """An input that gave no report, with the reasons."""
    lines = Text("Not read", style="bold red")
    for problem in unread.problems:
        lines.append("\n").append_text(problem_line(problem))
    return lines


def marked_text(record: Record) -> Text:
    """The whole text with its statements marked; marks that cross are closed and opened again, so that they nest."""
    text = record.report.text
    marks = _marks(record.statements)
    edges = sorted({0, len(text), *(edge for mark in marks for edge in mark.span)})
    shown = Text()
    opened: list[_Mark] = []
    for here, following in zip(edges, [*edges[1:], None], strict=True):
        crossed = []
        while any(mark.span[1] <= here for mark in opened):
            mark = opened.pop()
            shown.append("}", style="dim")
            crossed += [mark] if mark.span[1] > here else []
        for mark in sorted([*crossed, *(mark for mark in marks if mark.span[0] == here)], key=_outer_first):
            opened.append(mark)
            shown.append(mark.opening, style="dim")
        piece = visible(text[here:following]).replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        shown.append(piece if following is not None else "", style=" ".join(_STYLES[mark.role] for mark in opened))
    return shown


def shorten(text: str, width: int, lines: int) -> str:
    """`text` wrapped to `width` cells and cut to `lines` lines; "…" stands where it was cut."""
    wrapped = [line.plain.rstrip() for line in Text(text).wrap(Console(width=width), max(width, 1))]
    if len(wrapped) <= lines:
        return "\n".join(wrapped)
    last = wrapped[lines - 1]
    last = set_cell_size(last, width - 1).rstrip() if cell_len(last) >= width else last
    return "\n".join([*wrapped[: lines - 1], f"{last}…"])


def _kept_back(record: Record) -> Iterator[Text]:
    """A line for each source whose name the report says that it keeps back, with its words for that."""
    text = record.report.text
    for entity in record.entities:
        if entity.anonymity:
            line = Text("  Name kept back: ", style="bold")
            told = f"{name_of(entity, text)}, “{_words(text, [entity.anonymity.span])}”"
            yield line.append(_plain(told), style="not bold default")


def _table(record: Record, width: int) -> Table:
    told = any(statement.told_to for statement in record.statements)
    columns = 7 if told else 6
    rest = max(width - _NUMBER_WIDTH - _QUOTE_WIDTH - _LINE_WIDTH - _BETWEEN * columns, 30)
    who_width, cue_width, told_width = rest * 27 // 100, rest * 16 // 100, max(rest * 16 // 100, 8) if told else 0
    widths = {
        "": _NUMBER_WIDTH,
        "who": who_width,
        "cue": cue_width,
        "what": rest - who_width - cue_width - told_width,
        **({"told to": told_width} if told else {}),
        "quote": _QUOTE_WIDTH,
        "line": _LINE_WIDTH,
    }
    table = Table(box=_RULE, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", show_edge=False)
    for name, column_width in widths.items():
        table.add_column(name, width=column_width, justify="right" if name in {"", "line"} else "left", overflow="fold")
    for number, statement in enumerate(record.statements, start=1):
        cells = _cells(record, statement)
        row = [shorten(cells[name], widths[name], _LINES) for name in widths if name]
        table.add_row(Text(str(number)), *map(Text, row))
    return table


def _cells(record: Record, statement: Statement) -> dict[str, str]:
    text = record.report.text
    entities = {entity.id: entity for entity in record.entities}
    source = who(statement, entities, text)
    named = ", unnamed" if source.named is False else ""
    written = f" (“{source.written}”)" if source.written else ""
    first = min((span[0] for span in (*statement.cue, *statement.content)), default=0)
    act = "" if statement.act == "statement" else f" {statement.act}"
    if statement.denies:
        numbers = {s.id: number for number, s in enumerate(record.statements, start=1)}
        act = f"{act} of {numbers[statement.denies.statement]}"
    return {
        "who": _plain(f"{source.name}{named}{written}"),
        "cue": _plain(_words(text, statement.cue)) or "—",
        "what": _plain(_words(text, statement.content)) or "—",
        "told to": _plain(", ".join(name_of(entities.get(told), text) for told in statement.told_to)),
        "quote": f"{statement.quote}{act}",
        "line": str(len(text[:first].replace("\r\n", "\n").replace("\r", "\n").split("\n"))),
    }


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(text[slice(*span)] for span in spans)


def _plain(text: str) -> str:
    return " ".join(visible(text).split())


def _marks(statements: Sequence[Statement]) -> list[_Mark]:
    """One mark for each role and span; statements that share a source share its mark."""
    numbers: dict[tuple[str, Span], list[int]] = {}
    for number, statement in enumerate(statements, start=1):
        for role, span in _roles(statement):
            if span[0] < span[1]:
                numbers.setdefault((role, span), []).append(number)
    return [_Mark(role, span, tuple(told)) for (role, span), told in numbers.items()]


def _roles(statement: Statement) -> Iterator[tuple[str, Span]]:
    if statement.source:
        yield "S", statement.source
    yield from (("C", span) for span in statement.cue)
    yield from (("Q", span) for span in statement.content)


def _outer_first(mark: _Mark) -> tuple[int, int]:
    return -mark.span[1], _RANK[mark.role]
