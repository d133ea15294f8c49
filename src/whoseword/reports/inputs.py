"""What was named on the command line -> the files to read, in a fixed order. Looks at the file system; no stage does.

A folder gives its files of a kind that holds reports, those of its folders too, sorted by name; a pattern such as
`reports/*.txt` is expanded where the shell did not; "-" is the standard input.

>>> [unread] = find_inputs(["no-such-file.txt"])
>>> unread.problems[0].code
'not-found'
"""

from __future__ import annotations

import glob
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from whoseword.model import Problem
from whoseword.reports.given import Given, Skipped, Unread
from whoseword.reports.kinds import HEAD, READ_SUFFIXES, is_archive
from whoseword.reports.read import documents, members

STDIN = "-"
# Read at once into memory; a corpus above that is given in parts. Nobody knows how long a pipe is.
LARGEST_FILE, LARGEST_PIPE = 2 << 30, 1 << 30
PART = 1 << 20


def find_inputs(paths: Iterable[str], *, addresses: bool = False) -> list[str | Unread]:
    """The names of the files to read, each once; in its place, what was named but is not there.

    With `addresses` those of the web stay as they are; without, they are told to be none.
    """
    found: dict[str | Unread, None] = {}
    for path in paths:
        names: list[str | Unread] = [path] if addresses and is_address(path) else [*_expand(path)]
        found.update(dict.fromkeys(names or [_nothing_at(path)]))
    return list(found)


def is_address(path: str) -> bool:
    """Whether this is an address of the web, and no file."""
    return path.casefold().startswith(("http://", "https://"))


def read_bytes(path: str | Unread) -> bytes | Unread:
    """The bytes of one input, or why there are none."""
    if isinstance(path, Unread):
        return path
    try:
        if path == STDIN:
            return _bounded(sys.stdin.buffer, path, LARGEST_PIPE)
        about = Path(path).stat()
        if stat.S_ISCHR(about.st_mode) or stat.S_ISBLK(about.st_mode):
            message = f"{path}: a device and no file, which may have no end; give a file, or - for the standard input"
            return Unread(path, None, (Problem("unreadable-file", message),))
        if stat.S_ISREG(about.st_mode):
            return _too_large(path, LARGEST_FILE) if about.st_size > LARGEST_FILE else Path(path).read_bytes()
        with Path(path).open("rb") as stream:
            return _bounded(stream, path, LARGEST_PIPE)
    except OSError as error:
        return _unreadable(path, error)


def _bounded(stream: BinaryIO, path: str, limit: int) -> bytes | Unread:
    """All of a stream whose length nobody knows: bit by bit, as room for all that it may have is taken at once else."""
    parts, size = [], 0
    while part := stream.read(PART):
        parts.append(part)
        size += len(part)
        if size > limit:
            return _too_large(path, limit)
    return b"".join(parts)


def _too_large(path: str, limit: int) -> Unread:
    message = f"{path}: larger than {limit >> 30} GiB; split it and read the parts"
    return Unread(path, None, (Problem("too-large", message),))


def open_inputs(names: Iterable[str | Unread]) -> Iterator[Given | Unread | Skipped]:
    """The documents in these inputs, one after the other; an archive is read bit by bit, anything else at once."""
    for name in names:
        data = name if isinstance(name, Unread) or _holds_documents(name) else read_bytes(name)
        if isinstance(data, Unread):
            yield data
        elif isinstance(data, bytes):
            yield from documents(Given(str(name), data, None if name == STDIN else _place(str(name))))
        else:
            yield from _members(data)


def _members(name: str) -> Iterator[Given | Unread | Skipped]:
    try:
        with Path(name).open("rb") as stream:
            yield from members(stream, name, _place(name))
    except OSError as error:
        yield _unreadable(name, error)


def _holds_documents(name: str) -> bool:
    try:
        # What is read of a pipe is gone from it.
        if not Path(name).is_file():
            return False
        with Path(name).open("rb") as stream:
            return is_archive(stream.read(HEAD), name)
    except (OSError, ValueError):
        return False


def _place(name: str) -> str:
    return str(Path(name).absolute())


def _unreadable(path: str, error: OSError) -> Unread:
    message = f"{path}: cannot be read ({error.strerror or error}); look at its place and its permissions"
    return Unread(path, None, (Problem("unreadable-file", message),))


def _expand(path: str) -> Iterator[str]:
    if path == STDIN or not path:
        yield from [STDIN] if path else []
    elif _is_folder(path):
        yield from _files_in(Path(path))
    elif _is_there(path):
        yield path
    else:
        for name in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207  (Path.glob refuses absolute patterns)
            yield from _files_in(Path(name)) if _is_folder(name) else [name]


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _is_there(path: str) -> bool:
    """Also of what is there but may not be looked at: reading it tells why."""
    try:
        return Path(path).exists()
    except OSError:
        return True


def _files_in(folder: Path) -> Iterator[str]:
    """Files of a kind that holds reports; hidden ones and others are left alone."""
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        suffix = Path(file.name.lower().removesuffix(".gz").removesuffix(".zst")).suffix
        if not hidden and suffix in READ_SUFFIXES and file.is_file():
            yield str(file)


def _nothing_at(path: str) -> Unread:
    if path and _is_folder(path):
        kinds = ", ".join(READ_SUFFIXES)
        message = f"{path}: no report in this folder; it has no file that ends in {kinds}"
        return Unread(path, None, (Problem("no-reports-in-folder", message),))
    if is_address(path):
        message = f"{path}: an address is fetched by `whoseword add`, which keeps what it reads; use that"
        return Unread(path, None, (Problem("address-not-fetched", message),))
    if "://" in path:
        message = f"{path}: not an address that is fetched; these begin with https:// or http://"
        return Unread(path, None, (Problem("not-found", message),))
    message = f"{path or 'an empty name'}: no such file or folder; look at the spelling, or give a full path"
    return Unread(path, None, (Problem("not-found", message),))
