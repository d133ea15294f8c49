"""A mapping file -> which field of a data set's rows holds what; a row -> the fields that `reports.fields` knows.

Data sets and interfaces call the same things by many names. A mapping is a small TOML file that says which is which;
those of well-known sets are shipped, and are named like their files. docs/mappings.md says how to write one.

>>> row = {"maintext": "The gate opened.", "date_publish": "2026-05-04 08:00:00", "authors": ["Ada Rook"]}
>>> load_mapping("news-please").fields_of(row)[0]["text"]
'The gate opened.'
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping as Row
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from whoseword.errors import UsageError
from whoseword.model import Problem
from whoseword.reports.mapping_field import FIELDS, MappedField, parse_field, value_of
from whoseword.reports.mapping_path import look_up, parse_path

# A mapping is written by hand; what is larger is another file.
LARGEST = 1 << 20
SUFFIX = ".toml"
_KEYS = ("about", "rows", "fields")
# What data sets call our fields; told where one of these stands for ours.
_OTHER_NAMES = {
    "author": "byline",
    "authors": "byline",
    "body": "text",
    "content": "text",
    "created": "published",
    "date": "published",
    "description": "dek",
    "headline": "title",
    "lang": "language",
    "link": "url",
    "maintext": "text",
    "publication": "outlet",
    "publisher": "outlet",
    "source": "outlet",
    "standfirst": "dek",
    "subtitle": "dek",
    "summary": "dek",
    "updated": "modified",
}


@dataclass(frozen=True, slots=True)
class Mapping:
    """Where a data set has what a report is made of. `rows` is where its reports lie in a JSON document."""

    name: str
    fields: tuple[MappedField, ...]
    rows: str | None = None
    about: str = ""

    def fields_of(self, row: Row[str, object]) -> tuple[dict[str, object], dict[str, str]]:
        """The fields of a report by our names, and where each was found: "field maintext", "mapping trec-wapo".

        The byline is `authors` where it is a list, else `byline`. What a row has not is left out.
        """
        fields: dict[str, object] = {}
        told: dict[str, str] = {}
        for mapped in self.fields:
            found = value_of(row, mapped)
            if found is None:
                continue
            name = "authors" if isinstance(found.value, list) else mapped.name
            fields[name] = found.value
            told[name] = f"field {found.by}" if found.by else f"mapping {self.name}"
        return fields, told

    def entries(self, document: object) -> object:
        """The reports of a JSON document: what lies at `rows`; the document itself where nothing does."""
        if self.rows is None or not isinstance(document, dict):
            return document
        found = look_up(document, parse_path(self.rows))
        return document if found is None else found

    def without_text(self, row: Row[str, object], where: str) -> Problem:
        """That the row at `where` has no text, with what it has instead."""
        looked = " or ".join(path.written for mapped in self.fields if mapped.name == "text" for path in mapped.paths)
        has = ", ".join(list(row)[:12]) or "no fields"
        message = f"{where}: the mapping {self.name} looks for the text in {looked}; this row has {has}"
        return Problem("row-without-text", message)


def shipped() -> tuple[str, ...]:
    """The names of the mappings that come with whoseword, sorted."""
    folder = files("whoseword") / "reports" / "mappings"
    return tuple(sorted(file.name.removesuffix(SUFFIX) for file in folder.iterdir() if file.name.endswith(SUFFIX)))


def load_mapping(name_or_path: str) -> Mapping:
    """The shipped mapping of this name, or the one in this file.

    Raises:
        UsageError: there is none, or it is wrong; the message names file, key and remedy.
    """
    if name_or_path in shipped():
        text = (files("whoseword") / "reports" / "mappings" / f"{name_or_path}{SUFFIX}").read_text("utf-8")
        return parse_mapping(text, name_or_path)
    try:
        data = Path(name_or_path).read_bytes()
    except OSError as error:
        raise UsageError(_not_there(name_or_path, error)) from None
    if len(data) > LARGEST:
        raise UsageError(f"{name_or_path}: larger than {LARGEST >> 20} MiB, as no mapping is; give the mapping's file")
    try:
        return parse_mapping(data.decode("utf-8-sig"), name_or_path)
    except UnicodeDecodeError:
        raise UsageError(f"{name_or_path}: not in UTF-8, as TOML is; save it as UTF-8") from None


def parse_mapping(text: str, name: str) -> Mapping:
    """The mapping that the TOML `text` is; `name` is what it is told by.

    Raises:
        UsageError: it is wrong; the message names the key and the remedy.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: not valid TOML ({error}); docs/mappings.md shows how a mapping is written") from None
    if unknown := [key for key in table if key not in _KEYS]:
        hint = "put the fields under [fields]" if unknown[0] in FIELDS else _nearest(unknown[0], _KEYS)
        raise UsageError(f'{name}: unknown key "{unknown[0]}"; {hint}')
    fields, about, rows = table.get("fields"), table.get("about", ""), table.get("rows")
    if not isinstance(fields, dict) or "text" not in fields:
        raise UsageError(f'{name}: it does not say where the text is; write [fields] and below it text = "…"')
    if not isinstance(about, str) or not isinstance(rows, str | None):
        raise UsageError(
            f'{name}: "{"rows" if isinstance(about, str) else "about"}" is not a string; write it in quotes'
        )
    try:
        parse_path(rows if rows is not None else "rows")
    except UsageError as error:
        raise UsageError(f"{name}: rows: {error}") from None
    return Mapping(name, tuple(_fields(fields, name)), rows, about)


def _fields(fields: dict[str, object], name: str) -> list[MappedField]:
    found = []
    for field, given in fields.items():
        if field not in FIELDS:
            other = _OTHER_NAMES.get(field)
            raise UsageError(f'{name}: unknown field "{field}"; {_meant(other) if other else _nearest(field, FIELDS)}')
        try:
            found.append(parse_field(field, given))
        except UsageError as error:
            raise UsageError(f"{name}: {field}: {error}") from None
    return found


def _meant(word: str) -> str:
    return f'did you mean "{word}"?'


def _nearest(word: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(word, known, 1)
    return _meant(close[0]) if close else f"those that are known: {', '.join(known)}"


def _not_there(name: str, error: OSError) -> str:
    names = shipped()
    if name.endswith(SUFFIX) or "/" in name or not isinstance(error, FileNotFoundError):
        return f"{name}: cannot be read ({error.strerror or error}); look at its place and its permissions"
    close = get_close_matches(name.casefold(), names, 1)
    hint = f'did you mean "{close[0]}"?' if close else f"those that come with whoseword: {', '.join(names)}"
    return f"{name}: no mapping of this name and no such file; {hint}"
