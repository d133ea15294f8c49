"""Bytes as they are sent -> bytes as they were packed, piece by piece: gzip and deflate, never more than asked for.

>>> import gzip
>>> packed = gzip.compress(b"The gate opened on Monday.")
>>> b"".join(Unpacker("gzip").feed(packed))
b'The gate opened on Monday.'
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

# Bytes that one step unpacks: a bomb is noticed after a few of them.
STEP = 64 * 2**10
# What is asked for, and all that is taken.
ACCEPTED = "gzip, deflate"
_GZIP, _DEFLATE = frozenset({"gzip", "x-gzip"}), "deflate"
# The first byte alone: the second may come with the next piece.
_GZIP_START = b"\x1f"
_GZIP_BITS, _ZLIB_BITS, _RAW_BITS = 31, 15, -15


def is_known(coding: str) -> bool:
    """Whether a `Content-Encoding` can be undone; two of them, one around the other, cannot."""
    return coding in {"", "identity", _DEFLATE} or coding in _GZIP


class Unpacker:
    """Undoes one `Content-Encoding`; ValueError where the bytes are not what it says (RFC 1950 to 1952)."""

    def __init__(self, coding: str) -> None:
        self._is_gzip = coding in _GZIP
        self._is_packed = self._is_gzip or coding == _DEFLATE
        self._inner = zlib.decompressobj(_GZIP_BITS if self._is_gzip else _ZLIB_BITS)
        self._is_new = True

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What these bytes give, in pieces of at most `STEP` bytes."""
        if not self._is_packed:
            yield data
            return
        if self._inner.eof:
            data = self._next_member(data)
        while data:
            self._begin(data)
            piece = self._unpacked(data)
            if piece:
                yield piece
            if self._inner.eof:
                data = self._rest()
            elif not piece and not self._inner.unconsumed_tail:
                return
            else:
                data = self._inner.unconsumed_tail

    def finish(self) -> Iterator[bytes]:
        """What is left; ValueError where the packed bytes end too early."""
        if self._is_packed and not self._inner.eof and not self._is_new:
            yield self._inner.flush(STEP)
            if not self._inner.eof:
                raise ValueError("the packed bytes end too early")

    def _begin(self, data: bytes) -> None:
        if self._is_new and not self._is_gzip and not _has_zlib_header(data):
            # Sent by servers that read "deflate" by its name; browsers take it too.
            self._inner = zlib.decompressobj(_RAW_BITS)
        self._is_new = False

    def _unpacked(self, data: bytes) -> bytes:
        try:
            return self._inner.decompress(data, STEP)
        except zlib.error as error:
            raise ValueError("the packed bytes are damaged") from error

    def _rest(self) -> bytes:
        """What stands behind the end: another gzip member, or filling that everybody ignores."""
        return self._next_member(self._inner.unused_data)

    def _next_member(self, rest: bytes) -> bytes:
        if not self._is_gzip or not rest.startswith(_GZIP_START):
            return b""
        self._inner = zlib.decompressobj(_GZIP_BITS)
        return rest


def _has_zlib_header(data: bytes) -> bool:
    """RFC 1950: method 8, and a check of the first two bytes; of one byte alone, the method."""
    return data[0] & 15 == 8 and (len(data) < 2 or (data[0] << 8 | data[1]) % 31 == 0)
