"""XML from outside -> a tree, with bounds on everything and without entities, DTDs or a network.

An entity that is declared, too deep a nesting or too many elements: the document is refused, and a Problem says so.
Of a document that breaks off or has a fault, what stands before the fault is given.

>>> root, problems = read_xml(b"<opml><body><outline text='Dams'/></body></opml>", "a.opml")
>>> [element.get("text") for element in root.iter("outline")]
['Dams']
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from whoseword.model import Problem

# A sitemap may have 50,000 addresses (sitemaps.org) of 4 to 12 elements each; the widest feeds have some 2,000 items of
# 20. Nothing that is meant nests deeper, but a page that stands in a feed unescaped may come near.
MOST_ELEMENTS, MOST_DEPTH = 800_000, 200
_TOLD_ENCODING = re.compile(rb"<\?xml[^>]{0,200}\bencoding\s*=")


class RefusedError(Exception):
    """A document that is not read any further; the message says why."""


@dataclass(slots=True)
class _Growing:
    """A tree while it is read. Names lose their namespaces, which feeds and sitemaps often get wrong."""

    most_elements: int
    builder: TreeBuilder = field(default_factory=TreeBuilder)
    open: list[str] = field(default_factory=list)
    elements: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.open.append(_local(name))
        if self.elements > self.most_elements:
            raise RefusedError(f"it has more than {self.most_elements} elements")
        if len(self.open) > MOST_DEPTH:
            raise RefusedError(f"its elements nest more than {MOST_DEPTH} deep")
        self.builder.start(self.open[-1], {_local(key): value for key, value in attributes.items()})

    def end(self, _: str) -> None:
        self.builder.end(self.open.pop())

    def data(self, words: str) -> None:
        self.builder.data(words)

    def declared(self, *_: object) -> None:
        raise RefusedError("it declares entities, which can unpack to any size")

    def tree(self) -> Element | None:
        """What was read so far, with what is still open closed."""
        while self.open:
            self.builder.end(self.open.pop())
        return self.builder.close() if self.elements else None


def read_xml(
    data: bytes, name: str, charset: str | None = None, *, most_elements: int = MOST_ELEMENTS
) -> tuple[Element | None, tuple[Problem, ...]]:
    """The root of a document, None where there is none. Names of elements and attributes come without namespaces.

    `charset` is taken where the document itself tells none: what a server says is wrong more often than what is written
    into the file.
    """
    growing = _Growing(most_elements)
    problems: tuple[Problem, ...] = ()
    try:
        parser = ParserCreate(charset if charset and not tells_encoding(data) else None, "}")
        parser.buffer_text = True
        parser.StartElementHandler = growing.start
        parser.EndElementHandler = growing.end
        parser.CharacterDataHandler = growing.data
        parser.EntityDeclHandler = growing.declared
        parser.Parse(data.lstrip(b" \t\r\n"), True)  # noqa: FBT003  (expat takes no names)
    except RefusedError as refused:
        return None, (Problem("xml-refused", f"{name}: {refused}; it is not read"),)
    except (ExpatError, LookupError, ValueError) as error:
        problems = (Problem("xml-damaged", f"{name}: not well formed ({error}); what stands before that is used"),)
    return growing.tree(), problems


def tells_encoding(data: bytes) -> bool:
    """Whether a document says itself how its characters are written."""
    return data.startswith((b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")) or bool(_TOLD_ENCODING.match(data.lstrip()))


def without(data: bytes, opening: bytes, closing: bytes) -> bytes:
    """The same without what stands between these marks (in small letters here); without an end, all behind goes."""
    kept, start, small = list[bytes](), 0, data.lower()
    # No pattern: with a thousand beginnings and no end it would look through the rest a thousand times.
    while (found := small.find(opening, start)) >= 0:
        kept.append(data[start:found])
        end = small.find(closing, found + len(opening))
        if end < 0:
            return b"".join(kept)
        start = end + len(closing)
    return b"".join([*kept, data[start:]])


def words_of(element: Element, name: str) -> str | None:
    """The text of the first child called `name`, without blanks around it; None where there is none."""
    return next((words for child in element if child.tag == name and (words := (child.text or "").strip())), None)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
