"""`whoseword serve` as it is typed."""

from __future__ import annotations

import builtins
from typing import Any

import pytest
from typer.testing import CliRunner

from whoseword import cli


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What would have been served, and where."""
    calls: list[dict[str, Any]] = []

    def run(app: Any, **options: Any) -> None:
        calls.append({"app": app, **options})
        app.app.state.desk.close()

    monkeypatch.setattr("uvicorn.run", run)
    return calls


def test_it_listens_on_this_machine_alone(served: list[dict[str, Any]], tmp_path):
    """Without --host nobody else can reach it, and the address is printed."""
    result = CliRunner().invoke(cli.app, ["serve", "--store", str(tmp_path / "new.db")])
    assert result.exit_code == 0, result.output
    assert (served[0]["host"], served[0]["port"]) == ("127.0.0.1", 8765)
    assert "http://127.0.0.1:8765/" in result.stderr
    assert "Warning" not in result.stderr


def test_another_host_is_warned_of(served: list[dict[str, Any]], tmp_path):
    """With --host everybody may read and judge, and that is said."""
    typed = ["serve", "--store", str(tmp_path / "new.db"), "--host", "0.0.0.0", "--port", "9000"]
    result = CliRunner().invoke(cli.app, typed)
    assert "there is no password" in result.stderr
    assert (served[0]["host"], served[0]["port"]) == ("0.0.0.0", 9000)


def test_a_missing_extra_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path):
    """Without the extra `web` the command says what to install."""
    imported = builtins.__import__

    def without(name: str, *rest: Any, **options: Any) -> Any:
        if name == "uvicorn":
            raise ModuleNotFoundError("No module named 'uvicorn'", name="uvicorn")
        return imported(name, *rest, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    result = CliRunner().invoke(cli.app, ["serve", "--store", str(tmp_path / "new.db")])
    assert result.exit_code == 2
    assert "pip install 'whoseword[web]'" in result.stderr


def test_what_is_no_store_is_refused(served: list[dict[str, Any]], tmp_path):
    """A file that is something else is not served."""
    (tmp_path / "a.db").write_text("This is no database.")
    result = CliRunner().invoke(cli.app, ["serve", "--store", str(tmp_path / "a.db")])
    assert result.exit_code == 1
    assert served == []
