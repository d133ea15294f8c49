"""The text of a PDF that Chromium has written, page by page; enough of ISO 32000-2 for that and no more.

Chromium (Skia) writes each object on its own, streams packed with zlib, text as numbers of glyphs in hexadecimal, and
with each font a table (ToUnicode) of the letters that its glyphs stand for.
"""

from __future__ import annotations

import re
import zlib
from unicodedata import normalize

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|\[((?:<[0-9A-Fa-f]*>|[-\d. ])*)\] TJ|/(\w+) Do")
_CHAR = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>\n")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>")
Objects = dict[int, bytes]
Letters = dict[int, str]


def letters(text: str) -> str:
    """The letters of the text alone, each by itself: without what a line break, a hyphen or a joined "ffi" changes."""
    return "".join(char for char in normalize("NFKC", text) if char.isalpha())


def read_paper(pdf: bytes) -> list[str]:
    """The text of each page, in the order in which it is drawn."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    fonts: dict[int, Letters] = {}
    return [_page(objects, fonts, number) for number in _pages(objects)]


def _pages(objects: Objects) -> list[int]:
    root = next(number for number, body in objects.items() if b"/Type /Pages" in body and b"/Parent" not in body)
    return _kids(objects, root)


def _kids(objects: Objects, number: int) -> list[int]:
    body = objects[number]
    if b"/Type /Pages" not in body:
        return [number]
    kids = re.search(rb"/Kids \[(.*?)\]", body, re.DOTALL)
    assert kids
    return [page for kid in re.findall(rb"(\d+) 0 R", kids[1]) for page in _kids(objects, int(kid))]


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found
    return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]


def _page(objects: Objects, fonts: dict[int, Letters], number: int) -> str:
    body = objects[number]
    contents = re.search(rb"/Contents (\d+) 0 R", body)
    assert contents
    return _text(objects, fonts, _stream(objects[int(contents[1])]), _resources(objects, body))


def _resources(objects: Objects, body: bytes) -> dict[str, int]:
    """What the names of fonts and of drawings in a page stand for."""
    named = re.findall(rb"/((?:F|X)\d+) (\d+) 0 R", body)
    for where in re.findall(rb"/(?:Resources|Font|XObject) (\d+) 0 R", body):
        named += re.findall(rb"/((?:F|X)\d+) (\d+) 0 R", objects[int(where)])
    return {name.decode(): int(number) for name, number in named}


def _text(objects: Objects, fonts: dict[int, Letters], drawn: bytes, named: dict[str, int]) -> str:
    text, font = [], {}
    for name, shown, spaced, drawing in _SHOWN.findall(drawn):
        if name:
            number = named[name.decode()]
            font = fonts.setdefault(number, _letters(objects, number))
        elif drawing:
            body = objects[named[drawing.decode()]]
            if b"/Form" in body:
                text.append(_text(objects, fonts, _stream(body), _resources(objects, body)))
        else:
            glyphs = shown or b"".join(re.findall(rb"<([0-9A-Fa-f]*)>", spaced))
            text += [font.get(int(glyphs[at : at + 4], 16), "") for at in range(0, len(glyphs), 4)]
    return "".join(text)


def _letters(objects: Objects, number: int) -> Letters:
    found = re.search(rb"/ToUnicode (\d+) 0 R", objects[number])
    table = _stream(objects[int(found[1])]) if found else b""
    known: Letters = {}
    for part in re.findall(rb"beginbfchar\n(.*?)endbfchar", table, re.DOTALL):
        known |= {int(glyph, 16): _unicode(letter) for glyph, letter in _CHAR.findall(part)}
    for part in re.findall(rb"beginbfrange\n(.*?)endbfrange", table, re.DOTALL):
        for first, last, letter in _RANGE.findall(part):
            begin = int(first, 16)
            known |= {begin + at: chr(int(letter, 16) + at) for at in range(int(last, 16) - begin + 1)}
    return known


def _unicode(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode()).decode("utf-16-be")
