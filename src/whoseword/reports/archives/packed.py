r"""A stream, packed or not -> its bytes unpacked piece by piece, with where each lies and what is damaged.

gzip is unpacked member by member: a member that ends early or has wrong bytes is told, and reading goes on at the next
place where a member starts that holds a record. So is zstd, by frames. Anything else comes as it is.

>>> [piece.data for piece in pieces(io.BytesIO(b"WARC/1.1\r\n"))]
[b'WARC/1.1\r\n']
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

PIECE = 1 << 20  # bytes of one piece, packed or unpacked, at most
HELD = 16 << 20  # packed bytes of a member that are held, so that the search can begin in it
MOST_FAULTS = 1000  # damaged places in one file, beyond which the rest is not read
MOST_ZSTD_FAULTS = 100  # after each, all before it is unpacked once more
MOST_FIRST = 1000  # of them where the file does not begin as packed
MOST_STARTS = 100_000  # places tried in the search for the next whole member, in one file
GZIP, ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_RECORD = b"WARC/"
_GZIP_WINDOW = 31
# The first piece of a member is long enough to show whether a record starts there.
_ENOUGH = 64
_TOO_MANY = f"the file has more than {MOST_FAULTS} damaged places; the rest of it is not read"


@dataclass(frozen=True, slots=True)
class Piece:
    """Unpacked bytes in a row. `offset` is that of the packed member they are from; unpacked, of themselves.

    `ends`: the member ends behind them. `fault` says what is wrong with it there.
    """

    data: bytes
    offset: int
    ends: bool = False
    fault: str | None = None
    is_packed: bool = True


class _Raw:
    """A stream with what was read too far put back."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.ahead, self.position = stream, b"", 0
        self.can_seek = stream.seekable()
        self.origin = stream.tell() if self.can_seek else 0
        self.since: bytearray | None = None

    def take(self) -> bytes:
        taken = self.ahead or self.stream.read(PIECE)
        self.ahead = b""
        self.position += len(taken)
        if self.since is not None:
            self.since += taken
            if len(self.since) > HELD:
                self.since = None
        return taken

    def put_back(self, rest: bytes) -> None:
        self.ahead = rest + self.ahead
        self.position -= len(rest)
        if self.since is not None:
            del self.since[len(self.since) - len(rest) :]

    def mark(self) -> None:
        """Holds what is taken from here on, as long as it is not too much, of a stream that cannot go back."""
        self.since = None if self.can_seek else bytearray()

    def back_to(self, position: int) -> None:
        """Goes back to where it was marked or behind that, or where the stream can; else what was read is gone."""
        held, self.since = self.since, None
        if held is not None and self.position - len(held) <= position:
            self.put_back(bytes(held[position - self.position + len(held) :]))
        elif self.can_seek:
            self.stream.seek(self.origin + position)
            self.ahead, self.position = b"", position


def pieces(stream: BinaryIO) -> Iterator[Piece]:
    """All of the stream, unpacked.

    Raises:
        OSError: the stream itself cannot be read.
    """
    raw = _Raw(stream)
    head = raw.take()
    raw.put_back(head)
    if head.startswith(GZIP[:2]):
        yield from _members(raw)
    elif head.startswith(ZSTD) or _is_skippable(head):
        yield from _frames(raw)
    elif not head.lstrip().startswith(_RECORD) and (place := _first_member(head)):
        # The first member lost its first bytes.
        raw.put_back(raw.take()[place:])
        yield Piece(b"", 0, ends=True, fault=f"{place} bytes that are no record")
        yield from _members(raw)
    else:
        while data := raw.take():
            yield Piece(data, raw.position - len(data), is_packed=False)


def _members(raw: _Raw) -> Iterator[Piece]:
    faults, starts = 0, [MOST_STARTS]
    while head := raw.take():
        raw.put_back(head)
        start, fault = raw.position, None
        raw.mark()
        for piece in _member(raw):
            fault = piece.fault
            yield piece
        if fault is None:
            continue
        faults += 1
        raw.back_to(start + 1)
        if not _next_member(raw, starts):
            return
        if faults >= MOST_FAULTS:
            yield Piece(b"", raw.position, ends=True, fault=_TOO_MANY)
            return


def _member(raw: _Raw) -> Iterator[Piece]:
    """One gzip member. Zero bytes behind it, with which some systems fill up files, are passed over."""
    start, unpacker, held = raw.position, zlib.decompressobj(_GZIP_WINDOW), b""
    try:
        while not unpacker.eof:
            packed = raw.take()
            if not packed:
                held += unpacker.flush()
                yield Piece(held, start, ends=True, fault="the file ends inside of a gzip member")
                return
            while packed and not unpacker.eof:
                held += unpacker.decompress(packed, PIECE)
                packed = unpacker.unconsumed_tail
                if len(held) >= _ENOUGH:
                    yield Piece(held, start)
                    held = b""
    except zlib.error as error:
        reason = str(error).rsplit(": ", 1)[-1]
        yield Piece(held, start, ends=True, fault=f"the gzip member is damaged ({reason})")
        return
    raw.put_back(unpacker.unused_data)
    _pass_over_zeros(raw)
    yield Piece(held, start, ends=True)


def _pass_over_zeros(raw: _Raw) -> None:
    while data := raw.take():
        if rest := data.lstrip(b"\0"):
            raw.put_back(rest)
            return


def _next_member(raw: _Raw, starts: list[int]) -> bool:
    """Goes to the next place where a gzip member starts with a record; False where there is none."""
    kept = b""
    while data := raw.take():
        window = kept + data
        place = window.find(GZIP)
        while place >= 0 and starts[0] > 0:
            # A member's first bytes tell whether it holds a record; near the end of the window there are too few.
            if len(window) - place < 512 and (more := raw.take()):
                window += more
            starts[0] -= 1
            if _holds_record(window[place : place + 4096]):
                raw.put_back(window[place:])
                return True
            place = window.find(GZIP, place + 1)
        kept = window[-2:]
    return False


def _first_member(head: bytes) -> int | None:
    place = head.find(GZIP)
    for _ in range(MOST_FIRST):
        if place < 0:
            break
        if _holds_record(head[place : place + 4096]):
            return place
        place = head.find(GZIP, place + 1)
    return None


def _holds_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(packed, 64).lstrip(b"\r\n").startswith(_RECORD)
    except zlib.error:
        return False


def _is_skippable(head: bytes) -> bool:
    """A zstd file of records may begin with a frame that holds its dictionary."""
    return len(head) > 4 and head[1:4] == b"\x2a\x4d\x18" and head[0] & 0xF0 == 0x50


def _frames(raw: _Raw) -> Iterator[Piece]:
    """A zstd file; after damage it goes on at the next frame, where the stream can go back."""
    from fastwarc.stream_io import ZstdReader  # noqa: PLC0415  (of the extra `intake`)

    for _ in range(MOST_ZSTD_FAULTS):
        start = frame = raw.position
        reader, size = ZstdReader(_Stream(raw)), 0
        try:
            while data := reader.read(PIECE):
                size += len(data)
                frame = start + (reader.frame_start_position() or 0)
                yield Piece(data, frame)
        except OSError as error:
            fault = f"the zstd frame is damaged ({error})"
            frame = start + (reader.frame_start_position() or 0)
        else:
            return
        if not raw.can_seek:
            yield Piece(b"", frame, ends=True, fault=fault)
            return
        raw.back_to(start)
        yield Piece(_whole_so_far(ZstdReader(_Stream(raw)), size), frame, ends=True, fault=fault)
        raw.back_to(frame + 1)
        if not _next_frame(raw):
            return
    yield Piece(b"", raw.position, ends=True, fault=_TOO_MANY)


def _whole_so_far(reader: Any, used: int) -> bytes:
    """What stands before the damage; a reader that meets it keeps back all of the piece that it was asked for."""
    found = bytearray()
    try:
        while used > 0:
            used -= len(reader.read(min(used, PIECE)))
        while len(found) < PIECE and (data := reader.read(1)):
            found += data
    except OSError:
        pass
    return bytes(found)


def _next_frame(raw: _Raw) -> bool:
    kept = b""
    while data := raw.take():
        window = kept + data
        if (place := window.find(ZSTD)) >= 0:
            raw.put_back(window[place:])
            return True
        kept = window[-3:]
    return False


class _Stream(io.RawIOBase):
    """What is left of a raw stream, as a file that others read."""

    def __init__(self, raw: _Raw) -> None:
        self.raw = raw

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.raw.position

    def seek(self, offset: int, whence: int = 0) -> int:
        """Only from where the frames started, and only where the stream below can."""
        if (offset, whence) != (0, 1):
            self.raw.back_to(offset + (self.raw.position if whence == 1 else 0))
        return self.raw.position

    def read(self, size: int = -1) -> bytes:
        data = self.raw.take()
        if 0 <= size < len(data):
            self.raw.put_back(data[size:])
            data = data[:size]
        return data
