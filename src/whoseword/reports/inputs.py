"""What was named on the command line -> the files to read, in a fixed order. Looks at the file system; no stage does.

A folder gives its text and JSONL files, those of its folders too, sorted by name; a pattern such as `reports/*.txt` is
expanded where the shell did not; "-" is the standard input.

>>> [unread] = find_inputs(["no-such-file.txt"])
>>> unread.problems[0].code
'not-found'
"""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from whoseword.model import Problem
from whoseword.reports.read import ROW_SUFFIXES, TEXT_SUFFIXES, Unread

STDIN = "-"
# Read at once into memory; a corpus above that is given in parts.
LARGEST_FILE = 2 << 30


def find_inputs(paths: Iterable[str]) -> list[str | Unread]:
    """The names of the files to read, each once; in its place, what was named but is not there."""
    found: dict[str | Unread, None] = {}
    for path in paths:
        names: list[str | Unread] = [*_expand(path)]
        found.update(dict.fromkeys(names or [_nothing_at(path)]))
    return list(found)


def read_bytes(path: str | Unread) -> bytes | Unread:
    """The bytes of one input, or why there are none."""
    if isinstance(path, Unread):
        return path
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        size = Path(path).stat().st_size
        if size > LARGEST_FILE:
            message = f"{path}: larger than {LARGEST_FILE >> 30} GiB; split it and read the parts"
            return Unread(path, None, (Problem("too-large", message),))
        return Path(path).read_bytes()
    except OSError as error:
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
    """Text and JSONL files; hidden ones and those of other kinds are left alone."""
    known = {*TEXT_SUFFIXES, *ROW_SUFFIXES}
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        suffix = Path(file.name.lower().removesuffix(".gz")).suffix
        if not hidden and suffix in known and file.is_file():
            yield str(file)


def _nothing_at(path: str) -> Unread:
    if _is_folder(path):
        kinds = ", ".join((*TEXT_SUFFIXES, *ROW_SUFFIXES))
        message = f"{path}: no report in this folder; it has no file that ends in {kinds}"
        return Unread(path, None, (Problem("no-reports-in-folder", message),))
    message = f"{path or 'an empty name'}: no such file or folder; look at the spelling, or give a full path"
    return Unread(path, None, (Problem("not-found", message),))
