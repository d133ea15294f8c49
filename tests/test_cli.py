"""The commands as they are typed: what they print where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import whoseword
from tests.plain_reader import PlainReader
from whoseword import cli, pipeline

ROOT = Path(__file__).parents[1]
TEXT = (
    "Ferry Late\n\nAda Rook told Northline that the ferry was late. A sailor said that it always is.\n\n"
    "It sailed at ten."
)
ROWS = [{"text": TEXT, "outlet": "Courier", "published": "2021-07-22"}, {"title": "No text"}, {"text": "It rained."}]


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command reads without a model."""
    monkeypatch.setattr(pipeline, "_load_reader", PlainReader)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A text file, three rows of which one is bad, and a picture that calls itself text."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    (tmp_path / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    return tmp_path


def run(*arguments: object, data: bytes | None = None) -> Result:
    return CliRunner().invoke(cli.app, list(map(str, arguments)), input=data)


def lines(result: Result) -> list[dict[str, dict[str, object]]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


# read


def test_show_lists_more_under_the_table(folder: Path) -> None:
    """Each list that is named follows the table of each report; a wrong name is refused with the right ones."""
    result = run("read", "--show", "times, events", folder / "a.txt")
    assert result.exit_code == 0
    assert result.stdout.index("Times") < result.stdout.index("Events")
    refused = run("read", "--show", "dates", folder / "a.txt")
    assert refused.exit_code != 0


def test_jsonl_has_a_line_for_each_input(folder: Path) -> None:
    """Reports and what could not be read come in order; the standard error tells the latter again."""
    result = run("read", "--format", "jsonl", folder)
    assert result.exit_code == 0
    assert [(line["report"]["row"], line["report"]["id"] is None) for line in lines(result)] == [
        (None, False),
        (1, False),
        (2, True),
        (3, False),
        (None, True),
    ]
    told = result.stderr.splitlines()
    assert [line.rsplit("[")[-1] for line in told] == ["row-without-text]", "binary-file]"]


def test_jsonl_is_the_same_twice(folder: Path) -> None:
    """The same input gives the same bytes."""
    assert (
        run("read", "--format", "jsonl", folder).stdout_bytes == run("read", "--format", "jsonl", folder).stdout_bytes
    )


def test_the_table_shows_reports_and_what_was_not_read(folder: Path) -> None:
    """Each report has a heading and its statements; what is no report is told between them."""
    result = run("read", folder)
    assert result.exit_code == 0
    for phrase in (
        "Ferry Late",
        "Courier · 22 July 2021 (given with the report)",
        "Northline",
        "Not read",
        "binary-file",
    ):
        assert phrase in result.stdout
    assert "\x1b" not in result.stdout


def test_text_shows_the_marks(folder: Path) -> None:
    """--text prints the whole report with its statements marked, and then the table."""
    result = run("read", "--text", folder / "a.txt")
    assert "{S1:Ada Rook} {C1:told} Northline {Q1:that the ferry was late}." in result.stdout
    assert "It sailed at ten." in result.stdout
    assert "indirect" in result.stdout


def test_options_reach_the_report(folder: Path) -> None:
    """--outlet and --published fill in what a text file cannot say."""
    result = run("read", "--format", "jsonl", "--outlet", " Courier ", "--published", "July 22, 2021", folder / "a.txt")
    (line,) = lines(result)
    assert line["report"]["outlet"] == "Courier"
    assert line["report"]["published"] == {"value": "2021-07-22", "from": "given"}


def test_standard_input_is_read() -> None:
    """The name - reads a text from the standard input."""
    (line,) = lines(run("read", "--format", "jsonl", "-", data=TEXT.encode()))
    assert (line["report"]["path"], line["report"]["title"]) == ("-", "Ferry Late")


def test_half_a_character_is_printed(folder: Path) -> None:
    """A lone surrogate in a title stops neither the table nor the JSON."""
    (folder / "d.jsonl").write_bytes(rb'{"text": "It rained.", "title": "Rain \ud83d"}')
    assert "Rain [U+D83D]" in run("read", folder / "d.jsonl").stdout
    (line,) = lines(run("read", "--format", "jsonl", folder / "d.jsonl"))
    assert line["report"]["title"] == "Rain \ud83d"


def test_nothing_read_is_a_failure(folder: Path) -> None:
    """When no input can be read the exit code is 1 and the standard error says so; the lines are there all the same."""
    result = run("read", "--format", "jsonl", folder / "c.txt", "missing.txt")
    assert result.exit_code == 1
    assert "nothing could be read" in result.stderr
    assert len(lines(result)) == 2
    assert "Traceback" not in result.output


def test_a_failure_on_every_report_is_a_failure(tmp_path: Path) -> None:
    """Reports that the reader failed on are printed, and do not count as read."""
    (tmp_path / "a.txt").write_text("This is unreadable.")
    result = run("read", "--format", "jsonl", tmp_path)
    assert result.exit_code == 1
    assert "reading-failed" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "phrase"),
    [
        (["--published", "2021-02-30"], "2021-02-30"),
        (["--published", "yesterday"], "2021-07-22"),
        (["--text", "--format", "jsonl"], "--text"),
        (["--format", "xml"], "xml"),
        (["--colour"], "--colour"),
    ],
)
def test_wrong_use_is_told(folder: Path, arguments: list[str], phrase: str) -> None:
    """A wrong option has exit code 2, a message that names it, and reads nothing."""
    result = run("read", *arguments, folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert phrase in result.stderr


@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_a_closed_pipe_is_quiet(folder: Path, form: str) -> None:
    """When the reader of the pipe has gone the command ends without a message."""
    code = (
        "from tests.plain_reader import PlainReader; from whoseword import cli, pipeline; "
        "pipeline._load_reader = PlainReader; cli.main()"
    )
    command = [sys.executable, "-c", code, "read", "--format", form, str(folder)]
    pipe = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert pipe.stdout
    assert pipe.stderr
    pipe.stdout.close()
    with pipe.stderr as stderr:
        assert stderr.read() == b""
    assert pipe.wait() != 0


# chain


def test_chain_shows_a_tree_for_each_report(folder: Path) -> None:
    """Each report has its tree, publisher first; what was not read is told between them."""
    result = run("chain", folder, "--outlet", "Ferry Post")
    assert result.exit_code == 0
    for phrase in ("Ferry Post\n", "Courier\n", "Ada Rook", "A sailor  unnamed", "Not read"):
        assert phrase in "\n".join(line.rstrip() for line in result.stdout.splitlines()), phrase


# dossier


def test_a_dossier_is_written_and_told(folder: Path) -> None:
    """The page holds the reports; five lines tell what was found, another what was not read."""
    output = folder / "out.html"
    result = run("dossier", folder, "-o", output, "--title", "The ferry")
    assert result.exit_code == 0
    head, *found = result.stdout.splitlines()
    assert head == f"The dossier is at {output}"
    assert [line.split(":")[0].strip() for line in found] == [
        "Reports",
        "Statements",
        "Sources",
        "Told to",
        "Problems",
    ]
    assert "2 inputs could not be read" in found[-1]
    page = output.read_text("utf-8")
    assert "The ferry" in page
    assert "that the ferry was late" in page
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.jsonl", "c.txt", "out.html"]


def test_a_dossier_is_the_same_twice(folder: Path) -> None:
    """The same input gives the same file."""
    pages = []
    for name in ("one.html", "two.html"):
        run("dossier", folder / "b.jsonl", "-o", folder / name)
        pages.append((folder / name).read_bytes())
    assert pages[0] == pages[1]


def test_a_dossier_of_nothing_is_not_written(folder: Path) -> None:
    """When no input can be read, no file is left that looks like a dossier."""
    result = run("dossier", folder / "c.txt", "-o", folder / "out.html")
    assert result.exit_code == 1
    assert "binary-file" in result.stderr
    assert not (folder / "out.html").exists()


@pytest.mark.parametrize("output", [".", "no/such/folder/out.html"])
def test_a_place_that_cannot_hold_a_file_is_wrong_use(folder: Path, output: str) -> None:
    """A folder, or a folder that is not there, is refused before anything is read."""
    result = run("dossier", folder, "-o", folder / output)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_write_that_fails_leaves_the_old_dossier(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk gives a message and no half-written file."""
    output = folder / "out.html"
    output.write_text("old")

    def fail(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    result = run("dossier", folder / "a.txt", "-o", output)
    assert result.exit_code == 1
    assert "No space left" in result.stderr
    assert output.read_text() == "old"


# The program


def test_the_version_is_told() -> None:
    """--version prints the version of the package."""
    assert run("--version").stdout == f"whoseword {whoseword.__version__}\n"


def test_help_loads_no_model() -> None:
    """`whoseword --help` does not wait for the model runtime, numpy or the templates."""
    code = "import sys\nfrom whoseword import cli\ntry: cli.main()\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, "--help"], check=True, capture_output=True, text=True)
    assert {"onnxruntime", "tokenizers", "numpy", "jinja2"} & set(done.stdout.split()) == set()
    assert "dossier" in done.stdout


def test_every_public_name_is_there() -> None:
    """Each name of `__all__` can be fetched, and the list is sorted."""
    assert sorted(whoseword.__all__) == whoseword.__all__ == dir(whoseword)
    assert all(getattr(whoseword, name) is not None for name in whoseword.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        whoseword.nothing  # noqa: B018
