r"""Cases written in the mark-up of tests/marks.py: files of tests/cases in, `Case`s out.

Each file of tests/cases holds `[[case]]` tables about one phenomenon, with these keys:

- `text`      the marked text; a text without marks expects no statement
- `reason`    what the case is about, in a line
- `part`      where on the page the text stands: title, dek or body (body where it is left out)
- `quote`     the kind of quotation of each statement in the order of their indexes: direct, indirect or mixed
- `act`       what each statement does, in the same order: statement, denial, no-comment, demand, promise and so on
- `expected`  "miss" where the reader is known to fail; `why` then says what goes wrong

>>> [case.group for case in read_cases("[[case]]\ntext = '{S:Ode} {C:sang}'\nreason = 'A line.'", "verbs")]
['verbs']
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from tests.marks import Marked, parse
from whoseword.model import Part, PartKind, Published, Record, Report, hashed_id

FOLDER = Path(__file__).parent / "cases"
_KEYS = {"text", "reason", "part", "quote", "act", "expected", "why"}
_PARTS = ("title", "dek", "body")


@dataclass(frozen=True, slots=True)
class Case:
    """One expected reading of one short text. `missed`: the reader is known to fail it, for the reason in `why`."""

    group: str
    number: int
    marked: Marked
    reason: str
    part: PartKind
    quote: tuple[str, ...]
    act: tuple[str, ...]
    missed: bool
    why: str

    @property
    def name(self) -> str:
        """The case's name in a test run: its file and its number there."""
        return f"{self.group}-{self.number}"


def load_cases() -> tuple[Case, ...]:
    """All cases, in the order of file names and then of the files."""
    paths = sorted(FOLDER.glob("*.toml"))
    return tuple(case for path in paths for case in read_cases(path.read_text(encoding="utf-8"), path.stem))


def read_cases(text: str, group: str) -> tuple[Case, ...]:
    """The cases of one file; ValueError names the case that is wrong."""
    tables = tomllib.loads(text)
    if set(tables) != {"case"}:
        raise ValueError(f"{group}: a file holds [[case]] tables and nothing else, not {sorted(tables)}")
    found: list[Case] = []
    for number, table in enumerate(tables["case"], start=1):
        try:
            found.append(_case(table, group, number))
        except (ValueError, KeyError) as error:
            raise ValueError(f"{group}, case {number}: {error}") from error
    return tuple(found)


def case_report(case: Case) -> Report:
    """The report that consists of the case's text and nothing else."""
    text = case.marked.text
    parts = (Part(case.part, (0, len(text))),)
    title = text if case.part == "title" else None
    return Report(
        id=hashed_id(text),
        path=case.name,
        row=None,
        text=text,
        title=title,
        dek=None,
        byline=(),
        outlet=None,
        url=None,
        language="en",
        published=Published(),
        parts=parts,
    )


def kind_differences(case: Case, record: Record) -> tuple[str, ...]:
    """Where the kinds of quotation or the acts differ from those that the case names.

    Statements are taken in the order of their first cue or content, which is that of the indexes in the cases.
    """
    found = sorted(record.statements, key=lambda statement: min(statement.cue + statement.content))
    told: list[str] = []
    for what, wanted, given in (
        ("quote", case.quote, tuple(statement.quote for statement in found)),
        ("act", case.act, tuple(statement.act for statement in found)),
    ):
        if wanted and wanted != given:
            told.append(f"{what} is {', '.join(given) or 'nothing'}, expected {', '.join(wanted)}")
    return tuple(told)


def _case(table: dict[str, object], group: str, number: int) -> Case:
    if unknown := sorted(table.keys() - _KEYS):
        raise ValueError(f"unknown keys {unknown}")
    marked = parse(str(table["text"]))
    quote, act = (tuple(cast("list[str]", table.get(key, []))) for key in ("quote", "act"))
    for key, kinds in (("quote", quote), ("act", act)):
        if kinds and len(kinds) != len(marked.statements):
            raise ValueError(f"{key} names {len(kinds)} kinds for {len(marked.statements)} statements")
    if table.get("part", "body") not in _PARTS:
        raise ValueError(f"part is {table['part']}, not one of {_PARTS}")
    missed = "expected" in table
    if missed != ("why" in table) or (missed and table["expected"] != "miss"):
        raise ValueError('a case that fails has expected = "miss" and says why; no other has either key')
    return Case(
        group=group,
        number=number,
        marked=marked,
        reason=str(table["reason"]),
        part=cast("PartKind", table.get("part", "body")),
        quote=quote,
        act=act,
        missed=missed,
        why=str(table.get("why", "")),
    )
