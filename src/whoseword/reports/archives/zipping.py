r"""Bytes of a zip file -> its entries, read within bounds: nothing is written, no name leads anywhere.

>>> import io
>>> made = io.BytesIO()
>>> with zipfile.ZipFile(made, "w") as file:
...     file.writestr("a.txt", "Rain")
>>> with opened(made) as archive:
...     content(archive, archive.getinfo("a.txt"), 100)
b'Rain'
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from itertools import pairwise
from typing import BinaryIO

MOST_ENTRIES = 20_000
LARGEST_DIRECTORY = 8 << 20  # bytes of the list of entries
# A page of markup packs to a twentieth, seldom to a hundredth; deflate ends at 1:1032.
MOST_RATIO, RATIO_COUNTS_FROM = 400, 16 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 1 << 16
_END_64_PLACE, _END_64 = b"PK\x06\x07", b"PK\x06\x06"


class UnreadableZipError(ValueError):
    """The bytes are no zip file that can be read within the bounds; the text says why."""


def opened(stream: BinaryIO) -> zipfile.ZipFile:
    """The zip file, once its list of entries is known to be sound.

    Raises:
        UnreadableZipError: damaged, too many entries, or entries that overlap, as in bombs.
    """
    _check_directory(stream)
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError) as error:
        raise UnreadableZipError(f"it is no whole zip file ({error})") from error
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    if len(entries) > MOST_ENTRIES:
        raise UnreadableZipError(f"it has {len(entries)} entries")
    for entry, following in pairwise(entries):
        if entry.header_offset + _HEAD + entry.compress_size > following.header_offset:
            raise UnreadableZipError(f"its entries {entry.filename[:60]!r} and {following.filename[:60]!r} overlap")
    return archive


def check_entry(entry: zipfile.ZipInfo, limit: int) -> None:
    """Refuses an entry that is encrypted, packed in an unknown way, too large, or named so as to lead elsewhere.

    Raises:
        UnreadableZipError: with the reason.
    """
    name = entry.filename[:80]
    if entry.flag_bits & 1:
        raise UnreadableZipError(f"{name!r} is encrypted")
    if entry.compress_type not in _METHODS:
        raise UnreadableZipError(f"{name!r} is packed in a way that is not read")
    if entry.file_size > limit:
        raise UnreadableZipError(f"{name!r} unpacks to more than {limit >> 20} MiB")
    if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        raise UnreadableZipError(f"{name!r} unpacks to more than {MOST_RATIO} times its size")
    if entry.filename.startswith(("/", "\\")) or ".." in entry.filename.replace("\\", "/").split("/"):
        raise UnreadableZipError(f"{name!r} leads out of the file")


def content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """All bytes of an entry.

    Raises:
        UnreadableZipError: it is refused or damaged.
    """
    check_entry(entry, limit)
    try:
        with archive.open(entry) as stream:
            return stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableZipError(f"{entry.filename[:80]!r} is damaged ({error})") from error


_HEAD = 30


def _check_directory(stream: BinaryIO) -> None:
    """The list of entries is read as a whole by `zipfile`, so its length is looked at before."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(size - _END_SIZE - _LONGEST_COMMENT, 0))
    tail = stream.read(_END_SIZE + _LONGEST_COMMENT)
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_SIZE:
        raise UnreadableZipError("it is no whole zip file (its end is missing)")
    length: int = struct.unpack_from("<L", tail, place + 12)[0]
    found = tail.rfind(_END_64_PLACE, 0, place)
    if found >= 0 and len(tail) - found >= 20:
        stream.seek(min(struct.unpack_from("<Q", tail, found + 8)[0], size))
        head = stream.read(56)
        if head.startswith(_END_64) and len(head) == 56:
            length = struct.unpack_from("<Q", head, 40)[0]
    if length > LARGEST_DIRECTORY:
        raise UnreadableZipError(f"its list of entries is longer than {LARGEST_DIRECTORY >> 20} MiB")
    stream.seek(0)
