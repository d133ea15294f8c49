r"""The body of an HTTP message as it was kept -> its content, with transfer and content encoding undone; its digests.

Archives differ in what they keep: many undo an encoding and leave its header. So a body is decoded where it has the
form that its header says, and else taken as it is.

>>> decoded(b"5\r\ntalks\r\n0\r\n\r\n", "chunked", "").data
b'talks'
>>> agrees("md5:" + hashlib.md5(b"rain").hexdigest(), (b"rain",))
True
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

LARGEST_PAYLOAD = 64 << 20  # bytes of a page, unpacked
MOST_ENCODINGS = 4
_STEP = 1 << 16
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")
_ALGORITHMS = {"sha1": 20, "sha256": 32, "sha512": 64, "md5": 16}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The content, None where it cannot be had; `fault` says what is wrong; `is_too_large`: it is longer than a page.

    `states` are the bytes before each encoding was undone: one of them is what a digest was made of.
    """

    data: bytes | None
    states: tuple[bytes, ...] = ()
    fault: str | None = None
    is_too_large: bool = False


@dataclass(frozen=True, slots=True)
class _Undone:
    data: bytes | None
    fault: str | None = None


def decoded(body: bytes, transfer: str, content: str) -> Decoded:
    """`body` without what Transfer-Encoding and Content-Encoding name (RFC 9110, 8.4; 9112, 7).

    What is cut or damaged gives the content as far as it goes, with the fault.
    """
    names = [name.strip().lower() for name in (*content.split(","), *transfer.split(","))]
    names = [name for name in names if name and name not in {"identity", "none", "binary", "utf-8"}]
    if len(names) > MOST_ENCODINGS:
        return Decoded(None, (body,), f"it is packed {len(names)} times over")
    states, data, fault = [body], body, None
    for name in reversed(names):
        undone = _undo(data, name)
        fault = fault or undone.fault
        if undone.data is None:
            return Decoded(None, tuple(states), fault)
        if len(undone.data) > LARGEST_PAYLOAD:
            return Decoded(None, tuple(states), fault, is_too_large=True)
        data = undone.data
        states.append(data)
    return Decoded(data, tuple(states), fault)


def _undo(data: bytes, name: str) -> _Undone:
    """One encoding undone; what has not its form is left as it is: archives keep the header of what they undid."""
    if not data:
        return _Undone(data)
    if name == "chunked":
        return _unchunked(data)
    if name in {"gzip", "x-gzip"}:
        return _inflated(data, 31) if data.startswith(b"\x1f\x8b") else _Undone(data)
    if name in {"deflate", "br"}:
        is_wrapped = len(data) > 1 and data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
        undone = _read_with("BrotliReader", data) if name == "br" else _inflated(data, 15 if is_wrapped else -15)
        return _Undone(data) if undone.fault and data.lstrip()[:1] == b"<" else undone
    if name == "zstd":
        return _read_with("ZstdReader", data) if data.startswith(b"\x28\xb5\x2f\xfd") else _Undone(data)
    return _Undone(None, f'it is packed in a way that is not known ("{name[:40]}")')


def _unchunked(data: bytes) -> _Undone:
    content, place = bytearray(), 0
    while head := _CHUNK.match(data, place):
        size = int(head[1], 16)
        if size == 0:
            return _Undone(bytes(content))
        chunk = data[head.end() : head.end() + size]
        content += chunk
        place = head.end() + size
        if len(chunk) < size:
            break
        place += 2 if data.startswith(b"\r\n", place) else data.startswith(b"\n", place)
    if not content:
        return _Undone(data)
    return _Undone(bytes(content), "the last of its chunks is missing")


def _inflated(data: bytes, window: int) -> _Undone:
    """In steps, so that what stands before the damage is kept."""
    unpacked, unpacker = bytearray(), zlib.decompressobj(window)
    try:
        for place in range(0, len(data), _STEP):
            packed = data[place : place + _STEP]
            while packed and not unpacker.eof and len(unpacked) <= LARGEST_PAYLOAD:
                unpacked += unpacker.decompress(packed, 1 << 20)
                packed = unpacker.unconsumed_tail
    except zlib.error as error:
        return _Undone(bytes(unpacked) or None, f"its packing is damaged ({str(error).rsplit(': ', 1)[-1]})")
    is_cut = not unpacker.eof and len(unpacked) <= LARGEST_PAYLOAD
    return _Undone(
        bytes(unpacked) if unpacked or not is_cut else None, "it ends inside of its packing" if is_cut else None
    )


def _read_with(reader: str, data: bytes) -> _Undone:
    from fastwarc import stream_io  # noqa: PLC0415  (of the extra `intake`)

    unpacked, unpacker = bytearray(), getattr(stream_io, reader)(io.BytesIO(data))
    try:
        while len(unpacked) <= LARGEST_PAYLOAD and (piece := unpacker.read(_STEP)):
            unpacked += piece
    except OSError as error:
        return _Undone(bytes(unpacked) or None, f"its packing is damaged ({error})")
    return _Undone(bytes(unpacked))


def agrees(digest: str, candidates: Sequence[bytes]) -> bool | None:
    """Whether one of the candidates has this digest ("sha1:" and base32 or hex); None where that cannot be told."""
    algorithm, _, told = digest.partition(":")
    algorithm = algorithm.strip().lower().replace("-", "")
    wanted = _digest_bytes(told.strip(), _ALGORITHMS.get(algorithm, 0))
    if wanted is None:
        return None
    return any(hashlib.new(algorithm, data, usedforsecurity=False).digest() == wanted for data in candidates)


def _digest_bytes(told: str, size: int) -> bytes | None:
    """The digest in hex, base32 or base64, by its length; None where it has none that fits."""
    bare = told.rstrip("=")
    for length, decode in (
        (size * 2, binascii.unhexlify),
        (-(-size * 8 // 5), lambda words: base64.b32decode(words.upper() + "=" * (-len(words) % 8))),
        (-(-size * 8 // 6), lambda words: base64.b64decode(words + "=" * (-len(words) % 4), altchars="-_")),
    ):
        if size and len(bare) == length:
            try:
                return decode(bare)
            except (ValueError, binascii.Error):
                return None
    return None
