"""A file that is written whole or not at all: a half-written one would look like a short one.

write_whole(Path("dossier.html"), b"...")
"""

from __future__ import annotations

import os
from pathlib import Path

from whoseword.errors import UsageError, WhosewordError


def checked_output(output: Path) -> Path:
    """The full path of a file that is to be written.

    Raises:
        UsageError: it is a folder, or in one that is not there.
    """
    output = output.expanduser().absolute()
    if output.is_dir() or not output.parent.is_dir():
        raise UsageError(f"{output} cannot be written: name a file in a folder that is there, with -o")
    return output


def write_whole(path: Path, data: bytes, option: str = "-o") -> None:
    """Writes beside the file and then puts it in its place; `option` is how another place is named.

    Raises:
        WhosewordError: the file cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        message = f"{path} cannot be written ({error.strerror or error}); name another place with {option}"
        raise WhosewordError(message) from None
