"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from whoseword.commands.writing import checked_output, write_whole
from whoseword.errors import UsageError, WhosewordError


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """The old file stands until the new one is there, and nothing is left beside it."""
    path = tmp_path / "out.html"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["out.html"]
    assert path.read_bytes() == b"new"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The message names the place, and nothing is left behind."""
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(WhosewordError, match="folder cannot be written"):
        write_whole(folder, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("name", ["", "gone/out.html"])
def test_a_place_that_cannot_be_is_refused_first(tmp_path: Path, name: str) -> None:
    """A folder, or a file in none, is refused before the work is done."""
    with pytest.raises(UsageError, match="-o"):
        checked_output(tmp_path / name)
