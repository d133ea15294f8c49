"""Rows of answers -> a table for a terminal, lines of CSV or lines of JSON. CSV and the table have the same columns.

>>> csv_lines("sources", [{"name": "Ada Rook", "kind": "person", "reports": 2, "statements": 5, "source": "s1"}])[1]
's1,Ada Rook,person,,2,5'
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from rich import box
from rich.table import Table

from whoseword.dossier.characters import visible

Row = dict[str, Any]
Column = tuple[str, Callable[[Row], str]]

# A cell of CSV that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def json_line(row: Row) -> str:
    """One row as a line of ASCII JSON."""
    return json.dumps(row, separators=(",", ":"))


def csv_lines(kind: str, rows: Iterable[Row]) -> list[str]:
    """The header and a line for each row. What a spreadsheet would take for a formula gets a ' in front."""
    columns = COLUMNS[kind]
    written = []
    for cells in ([header for header, _ in columns], *([value(row) for _, value in columns] for row in rows)):
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow([f"'{c}" if c.startswith(_FORMULA) else c for c in cells])
        written.append(line.getvalue())
    return written


def table(kind: str, rows: Iterable[Row]) -> Table:
    """The same for a terminal; ids stay whole, so that they can be given to the next command."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, (header, _) in enumerate(COLUMNS[kind]):
        made.add_column(header, overflow="fold", no_wrap=place == 0)
    for row in rows:
        made.add_row(*(visible(value(row)) for _, value in COLUMNS[kind]))
    return made


def _field(name: str) -> Callable[[Row], str]:
    def value(row: Row) -> str:
        found = row.get(name)
        if isinstance(found, (list, tuple)):
            return "; ".join(str(each) for each in found)
        return "" if found is None else str(found)

    return value


def _range(row: Row) -> str:
    if row["low"] is None:
        return "cannot be measured: " + "; ".join(row["unmeasured"])
    return str(row["low"]) if row["low"] == row["high"] else f"{row['low']} to {row['high']}"


def _when(row: Row) -> str:
    ends = [str(each) for each in (row["begin"], row["end"]) if each is not None]
    return " to ".join(dict.fromkeys(ends))


def _happened(row: Row) -> str:
    """The day, month or year that an interval of ISO days is, else its first and last day."""
    if row["begin"] is None or row["end"] is None:
        return _when(row)
    first = date.fromisoformat(row["begin"])
    last = date.fromisoformat(row["end"]) - timedelta(days=1)
    if first >= last:
        return first.isoformat()
    after = last + timedelta(days=1)
    if first.day == after.day == 1 and first.replace(day=28) + timedelta(days=4) >= after:
        return f"{first:%Y-%m}"
    whole_year = (first.month, first.day) == (after.month, after.day) == (1, 1) and after.year == first.year + 1
    return f"{first:%Y}" if whole_year else f"{first.isoformat()} to {last.isoformat()}"


def _at(place: Row | None) -> str:
    return " ".join(part for part in (place["published"] or "no date", place["outlet"]) if part) if place else ""


def _first(row: Row) -> str:
    return _at(row.get("first"))


def _who_behind(row: Row) -> str:
    return "; ".join(f"{each['who']}{'' if each['named'] else ' (unnamed)'}" for each in row["origins"])


def _due(row: Row) -> str:
    due = row["due"]
    return due["value"] if due["state"] == "date" and due["value"] else str(due["state"])


def _overdue(row: Row) -> str:
    return {True: "overdue", False: "no", None: ""}[row["overdue"]]


def _last(row: Row) -> str:
    step = row["steps"][-1]
    return f"{_at(step)}, on the word of {step['on_word_of']}"


def _moves(row: Row) -> str:
    told = [f"{step['published'] or 'no date'} {step['status']}" for step in row["steps"] if step["moved"]]
    return " > ".join(told)


def _amount(row: Row) -> str:
    value = row["value"]
    if isinstance(value, str):
        return value
    number = f"{value:,.10g}" + (f" to {row['high']:,.10g}" if row["high"] is not None else "")
    return number if row["bound"] in {"exact", "range"} else f"{row['bound'].replace('-', ' ')} {number}"


def _side(name: str) -> Callable[[Row], str]:
    def value(row: Row) -> str:
        words = row[f"{name}_words"]
        where = _at(row[name])
        return f"“{words}” ({where})" if words and where else words or where

    return value


def _reports(row: Row) -> str:
    return str(len({place["report"] for place in row["units"]}))


def _possibly(row: Row) -> str:
    return "; ".join(each["why"] for each in row["possibly"])


def origins_told(row: Row) -> list[str]:
    """What is said of one claim above the table of its origins."""
    lines = [f"“{row['words']}”", f"Independent origins: {_range(row)}"]
    lines += [f"Note: {note}" for note in row["notes"]]
    if row["first"]:
        lines.append(f"First: {_first(row)}: “{row['first']['words']}”")
    lines += [f"Repeated: {_at(echo)}: {echo['why']}" for echo in row["echoes"]]
    return lines


COLUMNS: dict[str, Sequence[Column]] = {
    "stories": (
        ("story", _field("story")),
        ("when", _when),
        ("reports", lambda row: str(len(row["reports"]))),
        ("title", _field("title")),
        ("names", _field("names")),
    ),
    "claims": (
        ("claim", _field("claim")),
        ("origins", _range),
        ("reports", _field("reports")),
        ("first", _first),
        ("words", _field("words")),
        ("who stands behind it", _who_behind),
    ),
    "origins": (
        ("origin", _field("origin")),
        ("who", _field("who")),
        ("named", lambda row: "named" if row["named"] else "not named"),
        ("on the record", lambda row: "yes" if row["on_record"] else "no"),
        ("through", _field("via")),
        ("first", _first),
        ("reports", _reports),
        ("may be another, because", _possibly),
    ),
    "ledger": (
        ("commitment", _field("commitment")),
        ("status", _field("status")),
        ("due", _due),
        ("overdue", _overdue),
        ("who", _field("who")),
        ("what", _field("words")),
        ("last told", _last),
        ("history", _moves),
    ),
    "figures": (
        ("series", _field("series")),
        ("of", _field("of")),
        ("where", _field("where")),
        ("definition", _field("definition")),
        ("figure", _amount),
        ("of the day", _field("of_day")),
        ("on the word of", _field("on_word_of")),
        ("told", _at),
        ("words", _field("words")),
    ),
    "changes": (
        ("day", _field("day")),
        ("kind", _field("kind")),
        ("grade", _field("grade")),
        ("what", _field("what")),
        ("before", _side("before")),
        ("after", _side("after")),
        ("why", _field("why")),
    ),
    "timeline": (
        ("event", _field("event")),
        ("happened", _happened),
        ("printed", _field("printed")),
        ("mode", _field("mode")),
        ("words", _field("words")),
        ("reports", _reports),
        ("on the word of", _field("sources")),
    ),
    "judged": (("number", _field("number")),),
    "judgements": tuple(
        (name, _field(name)) for name in "number kind about other field value undoes words author made stands".split()
    ),
    "search": (
        ("statement", _field("statement")),
        ("source", _field("source")),
        ("said", _field("content")),
        ("outlet", _field("outlet")),
        ("published", _field("published")),
        ("report", _field("report")),
    ),
    "sources": (
        ("source", _field("source")),
        ("name", _field("name")),
        ("kind", _field("kind")),
        ("description", _field("description")),
        ("reports", _field("reports")),
        ("statements", _field("statements")),
    ),
}
