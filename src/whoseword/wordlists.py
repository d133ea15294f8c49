r"""One file of the word lists as text -> its entries, each checked: shape, values, and that nothing stands twice.

A wrong entry raises `LexiconError` with file and entry.

>>> read_tables("en/cues.toml", "[[cue]]\nlemma = 'say'")
{'cue': [{'lemma': 'say'}]}
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from functools import lru_cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from whoseword.entries import (
    Body,
    CountedNoun,
    Cue,
    EventWord,
    FigureWords,
    Meaning,
    Modality,
    NameWords,
    Noun,
    Outlet,
    OutletKind,
    OutletWords,
    Phrase,
    Place,
    Sense,
    Spelling,
    Undertaking,
    Unit,
)
from whoseword.errors import LexiconError
from whoseword.stems import Frequencies

Entry = TypeVar("Entry", Cue, Noun, Phrase, Modality, Unit, Undertaking, EventWord, Meaning, CountedNoun, Sense)

OUTLET_COLUMNS = ["name", "aliases", "domain", "kind", "owner", "country"]
PLACE_COLUMNS = ["name", "aliases", "adjectives", "capital"]

# The Arabic article before a name, however it is written.
_AL = re.compile(r"\b([Aa]l|[Ee]l)[- ](?=[^\W\d_])")


def read_tables(path: str, text: str) -> dict[str, Any]:
    """The tables of a TOML file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: {error}") from error


def read_entries(kind: type[Entry], path: str, tables: dict[str, Any], table: str) -> tuple[Entry, ...]:
    """The entries of one table as objects of `kind`, whose annotations say what each field may hold."""
    hints = get_type_hints(kind)
    found: list[Entry] = []
    for number, entry in enumerate(tables.pop(table, []), start=1):
        where = f"{path}: {table} {number} ({entry.get('lemma') or entry.get('words')})"
        if unknown := sorted(entry.keys() - hints.keys()):
            raise LexiconError(f"{where}: unknown fields {unknown}")
        values = {name: _value(hint, entry.get(name), f"{where}: {name}") for name, hint in hints.items()}
        if "singular" in values and not (values["singular"] or values["plural"]):
            raise LexiconError(f"{where}: it has neither a singular nor a plural")
        found.append(kind(**values))
    return tuple(found)


def _value(hint: Any, value: Any, where: str) -> Any:
    if hint == tuple[str, ...] and isinstance(value, list) and all(_is_plain(part) for part in value):
        return tuple(value)
    fits = {
        str: _is_plain(value),
        bool: isinstance(value, bool),
        int | None: value is None or (type(value) is int and value > 0),
    }
    if value in get_args(hint) if get_origin(hint) is Literal else fits.get(hint, False):
        return value
    wanted = " | ".join(map(str, get_args(hint))) if get_origin(hint) is Literal else hint
    raise LexiconError(f"{where} is {value!r}, which is not {wanted}")


def _is_plain(value: object) -> bool:
    """Text with something in it and no blanks around it, which could never match."""
    return isinstance(value, str) and value != "" and value == value.strip()


def _rows(path: str, text: str, columns: list[str]) -> Iterable[tuple[str, list[str]]]:
    rows = csv.reader(io.StringIO(text))
    if (header := next(rows, [])) != columns:
        raise LexiconError(f"{path}: the columns are {header}, not {columns}")
    for number, row in enumerate(rows, start=2):
        where = f"{path}: line {number}"
        if len(row) != len(columns):
            raise LexiconError(f"{where} has {len(row)} cells, not {len(columns)}")
        yield where, row


def read_places(path: str, text: str) -> Iterable[Place]:
    """The rows of `places.csv`."""
    for where, row in _rows(path, text, PLACE_COLUMNS):
        name, aliases, adjectives, capital = row
        listed = [tuple(cell.split("|")) if cell else () for cell in (aliases, adjectives)]
        if not all(map(_is_plain, (name, *listed[0], *listed[1]))) or capital != capital.strip():
            raise LexiconError(f"{where} needs a name, and cells without blanks around them: {row}")
        yield Place(name, listed[0], listed[1], capital)


def read_outlets(path: str, text: str) -> Iterable[Outlet]:
    """The rows of a list of outlets."""
    for where, row in _rows(path, text, OUTLET_COLUMNS):
        name, listed, domain, kind, owner, country = row
        aliases = tuple(listed.split("|")) if listed else ()
        if not all(map(_is_plain, (name, *aliases))) or row != [cell.strip() for cell in row]:
            raise LexiconError(f"{where} needs a name, and aliases and cells without blanks around them: {row}")
        if kind not in get_args(OutletKind):
            raise LexiconError(f"{where}: {kind!r} is none of {get_args(OutletKind)}")
        yield Outlet(name, aliases, domain, cast("OutletKind", kind), owner, country)


def read_frequencies(path: str, text: str) -> Frequencies:
    """The counts of `en/frequencies.csv`, which begins with the number of reports and the least count that it lists."""
    (_, reports), (_, least), *rows = _counted(path, text)
    refuse_doubles(path, (stem for stem, _ in rows))
    if not 0 < least < reports or any(not least <= count <= reports for _, count in rows):
        raise LexiconError(f"{path}: a count is below the least, {least}, or above the reports, {reports}")
    return Frequencies(reports, least, dict(rows))


def _counted(path: str, text: str) -> list[tuple[str, int]]:
    rows = list(csv.reader(io.StringIO(text)))
    if [row[0] for row in rows[:2]] != ["* reports", "* least"]:
        raise LexiconError(f"{path}: the first two lines are the reports counted and the least count listed")
    for number, row in enumerate(rows, start=1):
        if len(row) != 2 or not row[1].isdecimal():
            raise LexiconError(f"{path}: line {number} is not a stem and a count: {row}")
    return [(stem, int(count)) for stem, count in rows]


def refuse_doubles(path: str, forms: Iterable[str]) -> None:
    """LexiconError where a form stands twice."""
    doubles = sorted(form for form, count in Counter(forms).items() if count > 1)
    if doubles:
        raise LexiconError(f"{path}: these stand twice: {', '.join(doubles)}")


@lru_cache(maxsize=1 << 14)
def outlet_key(name: str) -> str:
    """The name without its article where two words or more remain: nobody calls "The Hill" just "Hill".

    "Al Jazeera", "Al-Jazeera" and "al-Jazeera" have one key, and so have the two ways to write an apostrophe.
    """
    alike = _AL.sub(lambda found: f"{found[1].capitalize()}-", name.replace("'", "’"))
    bare = re.sub(r"^[Tt]he ", "", alike)
    return bare if " " in bare else alike


def read_outlet_words(path: str, tables: dict[str, Any]) -> OutletWords:
    """The words of `en/outlets.toml`."""
    wanted = {each.name for each in fields(OutletWords)}
    if wrong := sorted(tables.keys() ^ wanted):
        raise LexiconError(f"{path}: {wrong} must each stand there, and nothing else")
    for name, entries in tables.items():
        if not all(map(_is_plain, entries)) or len(set(entries)) < len(entries):
            raise LexiconError(f"{path}: {name} holds something twice, or something else than words")
    if unknown := set(tables["nouns"].values()) - {"open", *get_args(OutletKind)}:
        raise LexiconError(f"{path}: nouns: {sorted(unknown)} are neither open nor one of {get_args(OutletKind)}")
    lists = {name: frozenset(map(outlet_key, tables[name])) for name in wanted - {"nouns"}}
    nouns = {noun: None if kind == "open" else kind for noun, kind in tables["nouns"].items()}
    return OutletWords(nouns=nouns, **lists)


def read_spelling(path: str, tables: dict[str, Any]) -> Spelling:
    """The irregular forms of `en/lemmas.toml`."""
    wanted = {each.name for each in fields(Spelling)}
    if wrong := sorted(tables.keys() ^ wanted):
        raise LexiconError(f"{path}: {wrong} must each stand there, and nothing else")
    forms: dict[str, dict[str, str]] = {}
    for table in ("verbs", "nouns"):
        listed = [(form, lemma) for lemma, entries in tables[table].items() for form in entries]
        if not all(_is_plain(form) for form, _ in listed):
            raise LexiconError(f"{path}: {table} holds something else than words")
        refuse_doubles(path, (f"{form} ({table})" for form, _ in listed))
        forms[table] = dict(listed)
    for name in ("silent", "whole"):
        refuse_doubles(path, tables[name])
    return Spelling(forms["verbs"], forms["nouns"], frozenset(tables["silent"]), frozenset(tables["whole"]))


def read_name_words(path: str, tables: dict[str, Any]) -> NameWords:
    """The words of `en/names.toml`."""
    lists = {each.name for each in fields(NameWords)} - {"nicknames", "spelled", "bodies"}
    if wrong := sorted(tables.keys() ^ (lists | {"nicknames", "spelled", "body"})):
        raise LexiconError(f"{path}: {wrong} must each stand there, and nothing else")
    for name in sorted(lists):
        if not all(map(_is_plain, tables[name])) or len(set(tables[name])) < len(tables[name]):
            raise LexiconError(f"{path}: {name} holds something twice, or something else than words")
    meant = [word for formal in tables["nicknames"].values() for word in formal] + list(tables["spelled"].values())
    if not all(map(_is_plain, meant)):
        raise LexiconError(f"{path}: nicknames and spelled hold something else than words")
    bodies = tuple(_body(f"{path}: body {number}", entry) for number, entry in enumerate(tables["body"], start=1))
    refuse_doubles(path, (form for body in bodies for form in body.forms))
    refuse_doubles(path, (f"{form} of {body.country}" for body in bodies for form in body.owned))
    nicknames = {name: tuple(formal) for name, formal in tables["nicknames"].items()}
    sets = {name: frozenset(tables[name]) for name in lists}
    return NameWords(nicknames=nicknames, spelled=tables["spelled"], bodies=bodies, **sets)


def _body(where: str, entry: dict[str, Any]) -> Body:
    if entry.keys() != (wanted := {each.name for each in fields(Body)}):
        raise LexiconError(f"{where} must have the fields {sorted(wanted)}")
    lists = {name: tuple(entry[name]) for name in ("forms", "owned", "beside")}
    if not _is_plain(entry["name"]) or not lists["forms"] or not all(map(_is_plain, sum(lists.values(), ()))):
        raise LexiconError(f"{where} needs a name and forms, without blanks around them: {entry}")
    if lists["owned"] and not entry["country"]:
        raise LexiconError(f"{where} has names that stand with a country, and no country")
    return Body(entry["name"], entry["country"], **lists)


def read_figure_words(path: str, tables: dict[str, Any]) -> FigureWords:
    """The words of `en/figures.toml`."""
    lists = {each.name for each in fields(FigureWords)} - {"nouns", "senses"}
    nouns = read_entries(CountedNoun, path, tables, "counted")
    senses = read_entries(Sense, path, tables, "sense")
    if wrong := sorted(tables.keys() ^ lists):
        raise LexiconError(f"{path}: {wrong} must each stand there, and nothing else")
    for name in sorted(lists):
        if not all(map(_is_plain, tables[name])) or len(set(tables[name])) < len(tables[name]):
            raise LexiconError(f"{path}: {name} holds something twice, or something else than words")
    refuse_doubles(path, (noun for entry in nouns for noun in entry.nouns))
    for field in ("name", "groups", "verbs", "words", "phrases"):
        held = ((getattr(each, field),) if field == "name" else getattr(each, field) for each in senses)
        refuse_doubles(path, (word for words in held for word in words))
    if lost := sorted({entry.sense for entry in nouns} - {each.name for each in senses}):
        raise LexiconError(f"{path}: senses that nobody has listed: {', '.join(lost)}")
    return FigureWords(nouns=nouns, senses=senses, **{name: frozenset(tables[name]) for name in lists})
