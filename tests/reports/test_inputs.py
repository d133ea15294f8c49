"""What is named on the command line becomes files in a fixed order; what is not there is told in its place."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from whoseword.reports import inputs
from whoseword.reports.given import Given, Unread
from whoseword.reports.inputs import find_inputs, open_inputs, read_bytes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, a corpus, a packed corpus in a folder below, a picture and a hidden file."""
    (tmp_path / "below").mkdir()
    for name in ("b.txt", "a.TXT", "c.jsonl", "below/d.jsonl.gz", "map.png", ".hidden.txt", "notes.json"):
        (tmp_path / name).write_text("x")
    return tmp_path


def names(folder: Path, *paths: str) -> list[str]:
    found = find_inputs(str(folder / path) for path in paths)
    return [Path(one).relative_to(folder).as_posix() if isinstance(one, str) else one.problems[0].code for one in found]


def test_a_folder_gives_its_reports_sorted(folder: Path) -> None:
    """Text and JSONL files, also packed and in folders below; no pictures, hidden or JSON files."""
    assert names(folder, ".") == ["a.TXT", "b.txt", "below/d.jsonl.gz", "c.jsonl"]


def test_a_pattern_is_expanded(folder: Path) -> None:
    """A pattern that the shell left alone gives its files, and a folder that it matches its own."""
    assert names(folder, "*.txt", "be*") == ["b.txt", "below/d.jsonl.gz"]


def test_a_file_named_like_a_pattern_is_itself(folder: Path) -> None:
    """A name with brackets that is there is not taken for a pattern."""
    (folder / "[b].txt").write_text("x")
    assert names(folder, "[b].txt") == ["[b].txt"]


def test_each_file_comes_once_in_the_order_named(folder: Path) -> None:
    """A file named and then met again in a folder is read once, where it was named."""
    assert names(folder, "c.jsonl", ".", "b.txt") == ["c.jsonl", "a.TXT", "b.txt", "below/d.jsonl.gz"]


def test_what_is_not_there_is_told_in_its_place(folder: Path) -> None:
    """Missing files, empty patterns and folders without reports stand between the others."""
    (folder / "empty").mkdir()
    assert names(folder, "no.txt", "b.txt", "*.doc", "empty") == [
        "not-found",
        "b.txt",
        "not-found",
        "no-reports-in-folder",
    ]


@pytest.mark.parametrize(
    ("name", "words"), [("", "an empty name: no such file"), ("ftp://a.example/x", "begin with https:// or http://")]
)
def test_what_is_no_name_is_told_as_what_it_is(name: str, words: str) -> None:
    """An empty name is not the folder that one stands in, and an address of another kind is no lost file."""
    (found,) = find_inputs([name], addresses=True)
    assert isinstance(found, Unread)
    assert found.problems[0].code == "not-found"
    assert words in found.problems[0].message


def test_a_file_of_any_kind_can_be_named(folder: Path) -> None:
    """A file named by itself is read whatever its ending."""
    assert names(folder, "map.png") == ["map.png"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name "-" gives the bytes of the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"late")))
    assert find_inputs(["-"]) == ["-"]
    assert read_bytes("-") == b"late"


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """The problem names the file and the system's reason."""
    read = read_bytes(str(tmp_path))
    assert isinstance(read, Unread)
    assert read.problems[0].code == "unreadable-file"
    assert str(tmp_path) in read.problems[0].message


def test_a_huge_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is not loaded."""
    monkeypatch.setattr(inputs, "LARGEST_FILE", 3)
    path = tmp_path / "a.txt"
    path.write_bytes(b"late")
    read = read_bytes(str(path))
    assert isinstance(read, Unread)
    assert read.problems[0].code == "too-large"


@pytest.mark.parametrize("path", ["", "\0", "a\0.txt", "x" * 5000, "a/" * 3000])
def test_an_impossible_name_is_told(path: str) -> None:
    """A name that no file can have is not found, and does not raise."""
    (found,) = find_inputs([path])
    read = found if isinstance(found, Unread) else read_bytes(found)
    assert isinstance(read, Unread)


@pytest.mark.skipif(sys.platform != "linux", reason="only there file names are any bytes")
def test_a_name_that_is_no_utf_8_is_read(tmp_path: Path) -> None:
    """A file from an old system keeps its name."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123  (Path takes no bytes)
        file.write(b"late")
    (found,) = find_inputs([str(tmp_path)])
    assert read_bytes(found) == b"late"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no such devices here")
def test_a_device_is_told() -> None:
    """What has no end is not begun."""
    read = read_bytes("/dev/zero")
    assert isinstance(read, Unread)
    assert "a device" in read.problems[0].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
@pytest.mark.parametrize("limit", [4, 3])
def test_a_pipe_is_read_once_and_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    """Nothing of it is eaten by looking what it is, as a shell's <(…) must come whole."""
    monkeypatch.setattr(inputs, "LARGEST_PIPE", limit)
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = Thread(target=path.write_bytes, args=(b"late",))
    writer.start()
    (came,) = open_inputs([str(path)])
    writer.join()
    assert came == Given(str(path), b"late", str(path)) if limit == 4 else isinstance(came, Unread)
