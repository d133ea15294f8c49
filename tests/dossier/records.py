"""Records made by hand from marked text, for the tests of the dossier; the texts are invented.

`record_of("{S:The mayor} {C:said} {Q:it rained}.")` is a record with one report and one statement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from tests.marks import parse
from whoseword.model import (
    Entity,
    Link,
    Part,
    Problem,
    Published,
    Reading,
    Record,
    Report,
    Statement,
    Word,
    hashed_id,
)

VOID = {"meta", "link", "br", "hr", "img", "input", "wbr", "base", "col", "embed", "source", "track", "area"}
BLANK_READING = Reading((), (), (), ())


def report_of(text: str, **facts: Any) -> Report:
    """A report with `text` as one part, its body, unless `facts` say otherwise."""
    given: dict[str, Any] = {
        "path": "report.txt",
        "row": None,
        "title": None,
        "dek": None,
        "byline": (),
        "outlet": None,
    }
    given |= {"url": None, "language": "en", "published": Published(), "parts": (Part("body", (0, len(text))),)}
    return Report(id=hashed_id(text), text=text, **(given | facts))


def record_of(
    marked: str,
    *,
    entities: Sequence[Entity] = (),
    statements: Mapping[int, Mapping[str, Any]] | None = None,
    problems: Sequence[Problem] = (),
    reading: Reading = BLANK_READING,
    **facts: Any,
) -> Record:
    """The record of a marked text; `statements` gives, by the index of the marks, what the marks do not say."""
    found = parse(marked)
    blank = Statement(
        "s0", None, None, (), (), "indirect", (), None, (), "statement", (), confidence=0.9, rule="by hand"
    )
    made = []
    for one in found.statements:
        within = f"s{one.within}" if one.within is not None else None
        statement = replace(
            blank, id=f"s{one.index}", source=one.source, cue=one.cue, content=one.content, within=within
        )
        made.append(replace(statement, **(statements or {}).get(one.index, {})))
    return Record(report_of(found.text, **facts), reading, tuple(entities), tuple(made), tuple(problems))


def named(number: int, name: str, kind: Any = "person") -> Entity:
    """An entity with a name."""
    return Entity(f"e{number}", name, kind, named=True, description=None, mentions=())


def unnamed(number: int, description: str) -> Entity:
    """An entity that the report only describes."""
    return Entity(f"e{number}", None, "person", named=False, description=description, mentions=())


def chain(*links: tuple[str | None, Any]) -> tuple[Link, ...]:
    """A chain of (entity, link) pairs, the publisher first."""
    return tuple(Link(entity, link, "by hand") for entity, link in links)


def conjunction(text: str, word: str = "that") -> Reading:
    """A reading in which the first `word` of `text` is a subordinating conjunction."""
    start = text.index(word)
    return replace(BLANK_READING, words=(Word((start, start + len(word)), "SCONJ", -1, "mark"),))


class Page(HTMLParser):
    """A page taken apart: are its tags balanced, which ids and links has it, what does it say and where?"""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[str] = []
        self.faults: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.pieces: list[tuple[tuple[str, ...], str]] = []
        self.classes: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.opened]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if len({name for name, _ in attrs}) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.opened.append(tag)
            self.classes.append(dict(attrs).get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        if not self.opened or self.opened[-1] != tag:
            self.faults.append(f"</{tag}> at {self.getpos()} closes {self.opened[-1:]}")
        else:
            self.opened.pop()
            self.classes.pop()

    def handle_data(self, data: str) -> None:
        self.pieces.append((tuple(self.classes), data))

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]

    @property
    def links(self) -> list[str]:
        return [attributes["href"] or "" for tag, attributes in self.elements if tag == "a" and "href" in attributes]

    @property
    def text(self) -> str:
        """All text of the page but the style, white space made single."""
        return " ".join("".join(data for _, data in self.pieces if "--paper" not in data).split())

    def text_in(self, name: str) -> list[str]:
        """The texts of the elements of class `name`, innermost text only joined while the element is open."""
        found: list[str] = []
        inside = False
        for classes, data in self.pieces:
            now = any(name in each.split() for each in classes)
            if now and not inside:
                found.append("")
            if now:
                found[-1] += data
            inside = now
        return [" ".join(each.split()) for each in found]
