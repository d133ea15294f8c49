r"""Passages whose sources and chains are known: files of tests/passages in, `Passage`s out, compared with records.

A passage is one to four sentences in the mark-up of tests/marks.py. Each file of tests/passages holds `[[passage]]`
tables about one heading of docs/phenomena.md, with these keys:

- `text`      the marked text; a text without marks expects no statement
- `about`     what the passage shows, in a line
- `outlet`    who publishes it; chains begin there. Left out where the publisher is not known
- `parts`     what each paragraph is: title, dek, body, byline or bio; the last one holds for all that follow
- `byline`    the authors
- `hard`      the numbers of the hard cases that it covers
- `expected`  "miss" where it is known to fail; `why` then says what goes wrong

and below it a `[[passage.statement]]` table for each statement of which more is known than its words. All keys but
`index` may be left out; what is left out is not compared:

- `index`       the statement's number in the marks; left out where the marks have none
- `source`      who it is: the name, or the words that describe an unnamed one, articles aside. Statements with the
                same source here have one entity in the record, those with different ones have different entities.
                "" where nobody is the source, "?" where it must stay open who is
- `candidates`  for "?", the names of those that it may be
- `named`       whether the source is named
- `kind`        person, organisation, outlet, document, group, place or unknown
- `told_to`     those told, each as in `source`
- `quote`       direct, indirect, mixed or none
- `act`         statement, denial, no-comment, demand, promise, agreement, prediction, question or attitude
- `within`      the index of the statement that this one is nested in; the marks must say the same
- `chain`       the links after the publisher, origin last, each as in `source`; "?" where the report leaves it open
- `links`       how each of these is known: stated, carried or unknown; all are stated where this is left out

>>> read_passages("[[passage]]\ntext = '{S:Ode} {C:sang}'\nabout = 'A line.'", "telling")[0].name
'telling-1'
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from tests.marks import Marked, MarkedStatement, parse
from whoseword.model import (
    Act,
    EntityKind,
    LinkKind,
    Part,
    PartKind,
    Published,
    QuoteKind,
    Report,
    hashed_id,
)

FOLDER = Path(__file__).parent / "passages"
OPEN = "?"
HARD_CASES = range(1, 23)
_KEYS = {"text", "about", "outlet", "parts", "byline", "hard", "expected", "why", "statement"}
# What each key of a statement holds: one value of a list, a list of strings, a string, a truth or a number.
_CHOICES = {"kind": get_args(EntityKind), "quote": get_args(QuoteKind), "act": get_args(Act)}
_TYPES: dict[str, type] = {
    **dict.fromkeys(("index", "within"), int),
    **dict.fromkeys(("source", "kind", "quote", "act"), str),
    **dict.fromkeys(("candidates", "told_to", "chain", "links"), list),
    "named": bool,
}


class PassageError(ValueError):
    """A passage is written wrongly; the message names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a passage says of one statement. None: not said, and so not compared."""

    index: int
    source: str | None = None
    candidates: tuple[str, ...] = ()
    named: bool | None = None
    kind: str | None = None
    told_to: tuple[str, ...] | None = None
    quote: str | None = None
    act: str | None = None
    chain: tuple[str, ...] | None = None
    links: tuple[LinkKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, its report's outlet and what is expected. `missed`: it is known to fail, for the reason in `why`."""

    name: str
    about: str
    marked: Marked
    outlet: str | None
    parts: tuple[PartKind, ...]
    byline: tuple[str, ...]
    hard: tuple[int, ...]
    expected: tuple[Expected, ...]
    missed: bool
    why: str


def load_passages() -> tuple[Passage, ...]:
    """All passages, in the order of file names and then of the files."""
    paths = sorted(FOLDER.glob("*.toml"))
    return tuple(passage for path in paths for passage in read_passages(path.read_text("utf-8"), path.stem))


def read_passages(text: str, group: str) -> tuple[Passage, ...]:
    """The passages of one file; PassageError names the passage that is wrong."""
    tables = tomllib.loads(text)
    if set(tables) != {"passage"}:
        raise PassageError(f"{group}: a file holds [[passage]] tables and nothing else, not {sorted(tables)}")
    found: list[Passage] = []
    for number, table in enumerate(tables["passage"], start=1):
        try:
            found.append(_passage(table, f"{group}-{number}"))
        except ValueError as error:
            raise PassageError(f"{group}, passage {number}: {error}") from error
    return tuple(found)


def passage_report(passage: Passage) -> Report:
    """The report that consists of the passage and nothing else."""
    text = passage.marked.text
    parts = _parts(text, passage.parts)
    heads = {part.kind: text[slice(*part.span)] for part in reversed(parts)}
    return Report(
        id=hashed_id(text),
        path=passage.name,
        row=None,
        text=text,
        title=heads.get("title"),
        dek=heads.get("dek"),
        byline=passage.byline,
        outlet=passage.outlet,
        url=None,
        language="en",
        published=Published(),
        parts=parts,
    )


def _parts(text: str, kinds: tuple[PartKind, ...]) -> tuple[Part, ...]:
    """Each paragraph as a part; paragraphs of one kind that follow each other are one part, as in real reports."""
    parts: list[Part] = []
    for place, paragraph in enumerate(re.finditer(r"\S(?:.|\n(?!\n))*", text)):
        kind = kinds[min(place, len(kinds) - 1)]
        start = parts.pop().span[0] if parts and parts[-1].kind == kind else paragraph.start()
        parts.append(Part(kind, (start, paragraph.end())))
    return tuple(parts)


def _passage(table: dict[str, Any], name: str) -> Passage:
    _refuse_unknown(table, _KEYS)
    for key in ("text", "about"):
        if not isinstance(table.get(key), str):
            raise PassageError(f"{key} is missing, or is no text in quotation marks")
    missed = "expected" in table
    if missed != ("why" in table) or (missed and table["expected"] != "miss"):
        raise PassageError('a passage that fails has expected = "miss" and says why; no other has either key')
    parts = table.get("parts", ["body"])
    if not parts or not set(parts) <= set(get_args(PartKind)):
        raise PassageError(f"parts are {parts}; each is one of {', '.join(get_args(PartKind))}")
    hard = table.get("hard", [])
    if not set(hard) <= set(HARD_CASES):
        raise PassageError(f"hard names {hard}; the hard cases are numbered from 1 to {HARD_CASES[-1]}")
    marked = parse(table["text"])
    expected = tuple(_expected(each, marked) for each in table.get("statement", []))
    indexes = [each.index for each in expected]
    if len(set(indexes)) < len(indexes):
        raise PassageError(f"two [[passage.statement]] tables have one index: {indexes}")
    return Passage(
        name=name,
        about=table["about"],
        marked=marked,
        outlet=table.get("outlet"),
        parts=cast("tuple[PartKind, ...]", tuple(parts)),
        byline=tuple(table.get("byline", [])),
        hard=tuple(hard),
        expected=expected,
        missed=missed,
        why=table.get("why", ""),
    )


def _expected(table: dict[str, Any], marked: Marked) -> Expected:
    _refuse_unknown(table, set(_TYPES))
    index = table.get("index", 0)
    statement = next((each for each in marked.statements if each.index == index), None)
    if statement is None:
        known = [each.index for each in marked.statements]
        raise PassageError(f"no mark has the index {index}; the marks have {known or 'none'}")
    try:
        _check_types(table)
        _check_chain(table)
        _check_marks(table, statement)
    except PassageError as error:
        raise PassageError(f"statement {index}: {error}" if index else str(error)) from error
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    values.pop("within", None)
    if "chain" in values:
        values.setdefault("links", ("stated",) * len(values["chain"]))
    return Expected(**{**values, "index": index})


def _check_types(table: dict[str, Any]) -> None:
    for key, value in table.items():
        if type(value) is not _TYPES[key]:
            raise PassageError(f"{key} is {value!r}, which is no {_TYPES[key].__name__}")
        if isinstance(value, list) and not all(isinstance(each, str) and each for each in value):
            raise PassageError(f"{key} holds something else than words: {value}")
        if key in _CHOICES and value not in _CHOICES[key]:
            raise PassageError(f"{key} is {value!r}, not one of {', '.join(_CHOICES[key])}")


def _check_marks(table: dict[str, Any], statement: MarkedStatement) -> None:
    if table.get("within", statement.within) != statement.within:
        raise PassageError(f"within is {table['within']}, but by the marks it is nested in {statement.within}")
    if table.get("told_to") and not statement.told_to:
        raise PassageError("told_to names somebody whom no {T: mark shows")
    if table.get("source") and not statement.source:
        raise PassageError("source names somebody, but no {S: mark shows where")
    if "candidates" in table and table.get("source") != OPEN:
        raise PassageError('candidates go with source = "?" only')


def _check_chain(table: dict[str, Any]) -> None:
    chain, links = table.get("chain"), table.get("links")
    if chain is None:
        if links is not None:
            raise PassageError("links need a chain")
        return
    links = links if links is not None else ["stated"] * len(chain)
    if len(chain) != len(links):
        raise PassageError(f"chain has {len(chain)} links and links names {len(links)}; the publisher is in neither")
    if not set(links) <= set(get_args(LinkKind)):
        raise PassageError(f"links are {links}; each is one of {', '.join(get_args(LinkKind))}")
    for who, link in zip(chain, links, strict=True):
        if (who == OPEN) != (link == "unknown"):
            raise PassageError(f'“{who}” is {link}: "?" and unknown go together')


def _refuse_unknown(table: dict[str, Any], known: set[str]) -> None:
    if unknown := sorted(table.keys() - known):
        raise PassageError(f"unknown keys {unknown}; there are {', '.join(sorted(known))}")
