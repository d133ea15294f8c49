r"""A WARC file, packed or not -> its records one by one, with what is cut, wrong or lost between them.

A record is found by its own length and by what stands behind it, so that a wrong length costs that record alone and a
damaged place the records at that place alone (WARC 1.1, ISO 28500:2017, 4 and annex C).

>>> import io
>>> file = io.BytesIO(b"WARC/1.1\r\nContent-Length: 4\r\n\r\nRain\r\n\r\n")
>>> [(framed.number, framed.content) for framed in records(file)]
[(1, b'Rain')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from whoseword.reports.archives.packed import Piece, pieces

LONGEST_HEAD = 1 << 16  # bytes of a record's own header
LARGEST_RECORD = 64 << 20  # bytes of a record that is held; a longer one is passed over
_LENGTH = re.compile(rb"^Content-Length[ \t]*:[ \t]*([0-9]{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_RECORD = re.compile(rb"WARC/[01]\.[0-9]+[ \t]*\r?\n")
# In the search for a record, a field of its header has to follow as well.
_FIELD = re.compile(rb"WARC/[01]\.[0-9]+[ \t]*\r?\n[A-Za-z-]+:")
# So much is kept while searching, since the start of a record may be cut by the end of a piece.
_OVERLAP = 128
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Framed:
    """A record: its number from 1, the byte of the file at which it (packed: its member) starts, header and content.

    `length` is what its header says, `fault` what is wrong with it. `is_too_large`: only its beginning is here.
    """

    number: int
    offset: int
    head: bytes
    content: bytes = b""
    length: int | None = None
    fault: str | None = None
    is_too_large: bool = False


def records(stream: BinaryIO) -> Iterator[Framed]:
    """Every record in the order of the file; a damaged place without the start of a record has an empty `head`.

    Raises:
        OSError: the stream itself cannot be read.
    """
    pile, number = _Pile(pieces(stream)), 0
    while True:
        pile.pass_line_ends()
        if pile.data:
            number += 1
            yield _record(pile, number)
        elif pile.fault is not None:
            number += 1
            fault = pile.fault
            pile.cross()
            yield Framed(number, pile.fault_at, b"", fault=fault)
        elif not pile.cross():
            return


class _Pile:
    """Unpacked bytes not used yet, up to an edge: damage, or the end of a member behind which a record starts."""

    def __init__(self, source: Iterator[Piece]) -> None:
        self.source, self.next = source, next(source, None)
        self.data, self.offset, self.is_packed = bytearray(), 0, False
        self.ended, self.fault_at = False, 0
        self.fault: str | None = None

    def fill(self, size: int) -> bool:
        """Whether so many bytes are there before the edge."""
        while len(self.data) < size and not self.ended:
            self._pull()
        return len(self.data) >= size

    def _pull(self) -> None:
        piece = self.next
        if piece is None:
            self.ended = True
            return
        if not self.data:
            self.offset, self.is_packed = piece.offset, piece.is_packed
        self.data += piece.data
        self.fault, self.fault_at = piece.fault, piece.offset
        self.next = next(self.source, None)
        # Members may also be cut anywhere, whatever the records: then the next one goes on with this record.
        starts = self.next is None or not self.next.data or _starts_record(self.next.data)
        self.ended = piece.fault is not None or (piece.ends and starts)

    def drop(self, size: int) -> None:
        """Uses so many bytes."""
        del self.data[:size]
        # Unpacked, every byte has a place of its own; in a member all have that of the member.
        self.offset += 0 if self.is_packed else size

    def cross(self) -> bool:
        """Goes on behind the edge; False at the end of the file."""
        self.ended, self.fault = False, None
        return self.next is not None

    def pass_line_ends(self) -> None:
        """Uses the empty lines that come next."""
        while self.fill(1):
            kept = self.data.lstrip(b"\r\n")
            self.drop(len(self.data) - len(kept))
            if kept:
                return


def _starts_record(data: bytes) -> bool:
    return data[:_OVERLAP].lstrip(b"\r\n").startswith(b"WARC/")


def _record(pile: _Pile, number: int) -> Framed:
    offset = pile.offset
    pile.fill(LONGEST_HEAD)
    if not _RECORD.match(pile.data):
        rest = _go_to_next(pile, 0)
        fault = f"; {rest.fault}" if rest.fault else ""
        return Framed(number, offset, b"", fault=f"{rest.size} bytes that are no record{fault}")
    end = _HEAD_END.search(pile.data, 0, LONGEST_HEAD)
    if end is None:
        rest = _go_to_next(pile, LONGEST_HEAD)
        return Framed(number, offset, rest.content, fault=rest.fault or "the header of the record has no end")
    head = bytes(pile.data[: end.end()])
    found = _LENGTH.search(head)
    length = int(found[1]) if found else None
    pile.drop(len(head))
    if length is None:
        rest = _go_to_next(pile)
        fault = rest.fault or "the header of the record names no Content-Length"
        return Framed(number, offset, head, rest.content, fault=fault)
    if length > LARGEST_RECORD:
        pile.fill(LONGEST_HEAD)
        content = bytes(pile.data[:LONGEST_HEAD])
        return Framed(number, offset, head, content, length, _pass_over(pile, length), is_too_large=True)
    return _with_content(pile, Framed(number, offset, head, length=length), length)


def _with_content(pile: _Pile, framed: Framed, length: int) -> Framed:
    """The record with its content: as long as it says where a record or the end follows, else as far as it goes."""
    if pile.fill(length) and (tail := _tail(pile, length)) is not None:
        content = bytes(pile.data[:length])
        pile.drop(length + tail)
        # The checksum of a member stands behind its last byte.
        fault = None if pile.fill(1) else pile.fault
        if fault:
            pile.cross()
        return replace(framed, content=content, fault=fault)
    rest = _go_to_next(pile)
    if rest.content[length : length + 4] == b"\r\n\r\n":
        fault = rest.fault or f"{rest.size - length - 4} bytes behind it are no record"
        return replace(framed, content=rest.content[:length], fault=fault)
    fault = rest.fault or f"its header says {length} bytes, and {rest.size} are there"
    return replace(framed, content=rest.content, fault=fault)


def _tail(pile: _Pile, length: int) -> int | None:
    """How many line ends part the record from the next one or from the end; None where something else follows."""
    pile.fill(length + _OVERLAP)
    behind = bytes(pile.data[length : length + _OVERLAP])
    rest = behind.lstrip(b"\r\n")
    is_start = _RECORD.match(rest) or b"WARC/1.".startswith(rest[:7])
    if rest and not is_start:
        return None
    return len(behind) - len(rest)


@dataclass(frozen=True, slots=True)
class _Rest:
    """What stands before the next record: its first bytes, how many it has, and the damage at which it ends if any."""

    content: bytes
    size: int
    fault: str | None = None


def _go_to_next(pile: _Pile, kept: int = LARGEST_RECORD) -> _Rest:
    """Uses all up to the next record and keeps so many bytes of it."""
    content, size, place = bytearray(), 0, 0
    while True:
        found = _next_record(pile.data, place)
        step = found[0] if found else max(len(pile.data) - _OVERLAP, 0)
        is_over = not found and not pile.fill(len(pile.data) + 1)
        step = len(pile.data) if is_over else step
        content += pile.data[: min(step, max(kept - len(content), 0))]
        size += step
        pile.drop(found[1] if found else step)
        if found:
            return _Rest(bytes(content), size)
        if is_over:
            fault = pile.fault
            pile.cross()
            return _Rest(bytes(content), size, fault)


def _next_record(data: bytearray, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Where the line ends before the first record behind `start` begin and where it begins itself."""
    place = data.find(b"\nWARC/", start, end)
    while place >= 0:
        if _FIELD.match(data, place + 1):
            before = place
            while before > 0 and data[before - 1] in b"\r\n":
                before -= 1
            return before, place + 1
        place = data.find(b"\nWARC/", place + 1, end)
    return None


def _pass_over(pile: _Pile, length: int) -> str | None:
    """Leaves out a record that is too large; where another record starts inside of it, its length was wrong."""
    left = length
    while left > 0:
        pile.fill(min(left, _STEP) + _OVERLAP)
        if found := _next_record(pile.data, 0, left):
            pile.drop(found[1])
            return "another record starts inside of it"
        step = min(left, len(pile.data) if pile.ended else len(pile.data) - _OVERLAP)
        if not step:
            fault = pile.fault or "the file ends inside of it"
            pile.cross()
            return fault
        pile.drop(step)
        left -= step
    return None
