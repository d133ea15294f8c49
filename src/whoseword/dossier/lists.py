"""What a report says of times, amounts, events and promises, as plain tables for a terminal: `whoseword read --show`.

>>> [name for name in LISTS]
['times', 'quantities', 'commitments', 'figures', 'events']
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whoseword.dossier.accounts import figures, promises
from whoseword.dossier.characters import visible
from whoseword.dossier.entries import report_pages
from whoseword.dossier.spoken import spoken_amount, spoken_time
from whoseword.model import Event, Record, Span

Rows = list[tuple[str, ...]]
_AUTHOR = "the author"


def _times(record: Record) -> Rows:
    text = record.report.text
    return [(_words(text, t.span), t.kind, t.value or "—", spoken_time(t)) for t in record.times]


def _quantities(record: Record) -> Rows:
    text = record.report.text
    return [(_words(text, q.span), q.bound, spoken_amount(q, text)) for q in record.quantities]


def _commitments(record: Record) -> Rows:
    (page,) = report_pages([record])
    return [
        (", ".join(who.name for who in p.who), p.what, p.status, p.due, _word([name for name, _ in p.word]))
        for p in promises(page)
    ]


def _figures(record: Record) -> Rows:
    (page,) = report_pages([record])
    return [(f.words, f.amount or "—", f.time or "—", _word([name for name, _ in f.word])) for f in figures(page)]


def _events(record: Record) -> Rows:
    return [_event(record.report.text, event) for event in record.events]


def _event(text: str, event: Event) -> tuple[str, ...]:
    mode = f"{event.mode}, told again" if event.background else event.mode
    parts = (event.who, event.predicate, event.whom)
    return (*(_words(text, span) for span in parts), event.category or "—", mode)


LISTS: dict[str, tuple[tuple[str, ...], Callable[[Record], Rows]]] = {
    "times": (("words", "type", "value", "meaning"), _times),
    "quantities": (("words", "bound", "amount"), _quantities),
    "commitments": (("who", "what", "status", "due", "on whose word"), _commitments),
    "figures": (("words", "amount", "when", "on whose word"), _figures),
    "events": (("who", "does", "whom", "category", "mode"), _events),
}


def shown(record: Record, names: Sequence[str]) -> RenderableType:
    """A table for each of `names` (keys of `LISTS`), in the order asked for; what a report has none of is said."""
    parts: list[RenderableType] = []
    for name in names:
        heads, rows_of = LISTS[name]
        rows = rows_of(record)
        parts.append(Text(f"  {name.capitalize()}{'' if rows else ': none found'}", style="bold"))
        if rows:
            parts.append(_table(heads, rows))
    return Padding(Group(*parts), (0, 0, 1, 0))


def _table(heads: Sequence[str], rows: Rows) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    for head in heads:
        table.add_column(head, overflow="fold", ratio=3 if head == "what" else None)
    for row in rows:
        table.add_row(*(Text(" ".join(visible(cell).split())) for cell in row))
    return table


def _words(text: str, span: Span | None) -> str:
    return text[slice(*span)] if span else "—"


def _word(names: Sequence[str]) -> str:
    """On whose word, each once; what no statement carries is the author's."""
    return ", ".join(dict.fromkeys(names)) or _AUTHOR
