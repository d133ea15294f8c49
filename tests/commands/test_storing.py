"""add, affected and judge as they are typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.plain_reader import PlainReader
from whoseword import cli, pipeline
from whoseword.commands import adding
from whoseword.store.keeping import ReadBy

ROOT = Path(__file__).parents[2]
FERRY = "Ada Rook said that the ferry was late by 3 hours. A sailor said that it always is."
ROWS = [
    {"text": FERRY, "outlet": "Courier", "url": "https://courier.example/1"},
    {"title": "No text"},
    {"text": "A clerk said that the bridge stays shut.", "url": "https://courier.example/2"},
]


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every command reads without a model, in a folder of its own."""
    monkeypatch.setattr(pipeline, "_load_reader", PlainReader)
    monkeypatch.chdir(tmp_path)


def write(rows: list[dict[str, str]]) -> None:
    Path("a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")


def run(*arguments: str, data: bytes | None = None) -> Result:
    return CliRunner().invoke(cli.app, list(arguments), input=data)


def rows(*arguments: str) -> list[dict[str, object]]:
    result = run(*arguments, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def states(*arguments: str) -> list[object]:
    return [row["state"] for row in rows("add", *arguments)]


def test_reports_are_added_once(tmp_path: Path) -> None:
    """The first time all is new, the second time nothing changes and it says so; a bad row is told each time."""
    write(ROWS)
    first = run("add", "a.jsonl")
    assert first.exit_code == 0
    assert "2 new, 1 not read. The store is whoseword.db" in first.stdout
    assert "row-without-text" in first.stderr
    size = (tmp_path / "whoseword.db").stat().st_size
    again = run("add", "a.jsonl")
    assert "a.jsonl, line 1: nothing changed" in again.stdout
    assert "2 known, 1 not read" in again.stdout
    assert (tmp_path / "whoseword.db").stat().st_size == size


def test_what_is_known_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that the store has costs no reading: what was stopped goes on where it stopped."""
    write(ROWS[:1])
    assert states("a.jsonl") == ["new"]
    read: list[str] = []

    class Watched(PlainReader):
        def read(self, text):
            read.append(text)
            return super().read(text)

    monkeypatch.setattr(pipeline, "_load_reader", Watched)
    write(ROWS)
    assert states("a.jsonl") == ["known", "unread", "new"]
    assert read == [ROWS[2]["text"]]


def test_a_new_version_says_what_rested_on_its_words() -> None:
    """Another text under the same address is a version, and `affected` lists what fell and what was judged."""
    write(ROWS)
    old = str(rows("add", "a.jsonl")[0]["id"])
    (statement,) = {part for part in [find_statement(old)] if part}
    assert run("judge", "hidden", statement, "--by", "R. Holt").exit_code == 0
    write([{**ROWS[0], "text": FERRY.replace("3 hours", "5 hours")}])
    (told,) = rows("add", "a.jsonl")
    assert (told["state"], told["number"], told["changes"]) == ("version", 2, 1)
    assert told["affected"]
    found = rows("affected", old)
    assert [row["kind"] for row in found] == ["statement", "time", "judgement"]
    assert found[0]["changes"] == [{"before": "3", "after": "5"}]
    shown = run("affected", str(told["id"])).stdout
    assert "“3” is now “5”" in shown
    assert "R. Holt: hidden" in shown


def find_statement(report: str) -> str:
    """The first statement of a report, looked up as a program would."""
    from whoseword.store.naming import find_report
    from whoseword.store.opening import open_store
    from whoseword.store.rebuilding import rebuild

    with open_store("whoseword.db") as store, store.reading() as connection:
        return rebuild(connection, find_report(connection, report).key).statements[0].id


def test_one_version_has_nothing_affected() -> None:
    """Of a report that never changed, `affected` says that."""
    write(ROWS[:1])
    (told,) = rows("add", "a.jsonl")
    assert "has one version" in run("affected", str(told["id"])).stdout
    assert rows("affected", str(told["id"])) == []


def test_a_report_that_reading_failed_on_is_not_kept() -> None:
    """It is told, and tried again the next time."""
    write([{"text": "This is unreadable."}, ROWS[0]])
    assert states("a.jsonl") == ["failed", "new"]
    assert states("a.jsonl") == ["failed", "known"]


def test_nothing_read_is_a_failure() -> None:
    """When no report came out, the exit code is 1."""
    result = run("add", "missing.txt")
    assert result.exit_code == 1
    assert "nothing could be read" in result.stderr
    assert "Traceback" not in result.output


def test_the_standard_input_can_be_added() -> None:
    """The name - adds what comes through a pipe, with what the options say of it."""
    result = run("add", "-", "--outlet", "Courier", "--published", "2026-03-01", data=FERRY.encode())
    assert "1 new" in result.stdout


def test_another_model_reads_again_if_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """--again reads anew what another model has read, and only that."""
    write(ROWS[:1])
    assert states("a.jsonl") == ["new"]
    assert states("a.jsonl", "--again") == ["known"]
    monkeypatch.setattr(adding, "read_by", lambda: ReadBy("9.0.0", "en-other"))
    assert states("a.jsonl") == ["known"]
    assert states("a.jsonl", "--again") == ["read-anew"]


def test_the_model_is_named_by_its_files() -> None:
    """What is stored as the model's version follows from the weights."""
    assert adding.read_by().model.startswith("en-")
    assert adding.read_by() == adding.read_by()


def test_judgements_are_kept_listed_and_undone() -> None:
    """Each verdict takes what its help says, and the list tells what stands."""
    write(ROWS)
    report = str(rows("add", "a.jsonl")[0]["id"])
    statement = find_statement(report)
    for words in (["note", statement, "Ask the harbour."], ["corrected", report, "outlet", "The Courier"]):
        assert run("judge", *words, "--by", "R. Holt").exit_code == 0
    assert run("judge", "undo", "1", "--by", "L. Vane").stdout == "Kept as judgement 3\n"
    found = rows("judge", "list")
    assert [(row["kind"], row["stands"]) for row in found] == [("note", False), ("corrected", True), ("undone", True)]
    shown = run("judge", "list", statement).stdout
    assert "R. Holt: note" in shown
    assert "no longer stands" in shown
    assert len(shown.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["note", "REPORT", "--by", "R"], 2, "judge note takes ID TEXT"),
        (["undo", "one", "--by", "R"], 2, "judge undo takes NUMBER"),
        (["hidden", "REPORT"], 2, "give your name with --by"),
        (["hidden", "beefbeef", "--by", "R"], 1, "nothing in the store is called"),
        (["same-source", "REPORT", "REPORT", "--by", "R"], 2, "ids of two sources"),
    ],
)
def test_judgements_that_make_no_sense_are_refused(words: list[str], code: int, message: str) -> None:
    """The message says what the verdict takes, and nothing is kept."""
    write(ROWS[:1])
    report = str(rows("add", "a.jsonl")[0]["id"])
    result = run("judge", *(report if word == "REPORT" else word for word in words))
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr
    assert rows("judge", "list") == []


@pytest.mark.parametrize(
    ("store", "code", "message"),
    [
        ("desk.db", 1, "there is no store at desk.db"),
        ("mysql://db.example/desk", 2, "is no kind of store"),
        (".", 1, "is a folder"),
    ],
)
def test_errors_of_the_store_are_told_in_a_line(store: str, code: int, message: str) -> None:
    """No traceback: one line, and the exit code of wrong use or of a broken machine."""
    result = run("affected", "beefbeef", "--store", store)
    assert (result.exit_code, message in result.stderr) == (code, True)
    assert "Traceback" not in result.output
    assert os.listdir() == []  # noqa: PTH208


def test_several_processes_give_the_same_store() -> None:
    """The order of what is told follows the input, whatever is skipped in between."""
    write(ROWS[2:])
    states("a.jsonl")
    write([ROWS[0], ROWS[2], ROWS[1]])
    told = rows("add", "a.jsonl")
    assert [(row["row"], row["state"]) for row in told] == [(1, "new"), (2, "known"), (3, "unread")]


LOADED = """
import sys
{}
print(sorted({{"sqlalchemy", "alembic", "sqlite3", "psycopg"}} & set(sys.modules)))
"""
READ = """
import io, pathlib
from tests.plain_reader import PlainReader
from whoseword import cli, pipeline
pipeline._load_reader = PlainReader
sys.stdin = io.TextIOWrapper(io.BytesIO(b"Ada Rook said that it rained."))
sys.stdout, shown = io.TextIOWrapper(io.BytesIO()), sys.stdout
try:
    cli.app(["read", "-"])
except SystemExit as end:
    assert not end.code
sys.stdout = shown
"""


@pytest.mark.parametrize("doing", ["import whoseword", "import whoseword.cli", READ], ids=["import", "cli", "read"])
def test_only_the_store_loads_a_database(doing: str) -> None:
    """Neither importing whoseword nor reading a report brings in SQLAlchemy, which takes longer than either."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(doing)],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
