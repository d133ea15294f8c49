"""The questions for programs: the rows of the commands, described by a document that is true."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.web.client import Browser
from whoseword import cli
from whoseword.web.api import QUESTIONS


@pytest.fixture
def names(shown: Browser) -> dict[str, str]:
    """An id for each part of an address."""
    story: Any = shown.json("/api/stories")["stories"]
    rows: Any = shown.json(f"/api/stories/{story[0]['story']}/sources")["rows"]
    claims: Any = shown.json(f"/api/stories/{story[0]['story']}/claims")["rows"]
    place = rows[0]["places"][0]
    return {
        "story": story[0]["story"],
        "kind": "changes",
        "claim": claims[0]["claim"],
        "report": place["report"],
        "part": place["part"],
        "words": "gate",
        "a": story[0]["reports"][0],
        "b": story[0]["reports"][1],
    }


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.path)
def test_every_question_is_answered(shown: Browser, names: dict[str, str], question: Any):
    """Each address gives one field, the one that is described, and the same each time."""
    asked = [each["name"] for each in question.parameters if each["in"] == "query" and each["name"] in names]
    needed = "&".join(f"{name}={names[name]}" for name in asked)
    address = f"{question.path.format(**names)}?{needed}"
    answer = shown.json(address)
    assert list(answer) == [question.gives]
    assert answer[question.gives] or question.gives == "judgements"
    assert shown.client.get(address).text == shown.client.get(address).text


@pytest.mark.parametrize("kind", ["claims", "ledger", "figures", "changes", "timeline", "sources"])
def test_rows_are_those_of_the_commands(shown: Browser, names: dict[str, str], kind: str):
    """The API gives what the command of that name prints as JSON lines, as of the day of the last report."""
    story: Any = shown.json("/api/stories")["stories"]
    store = shown.client.app.app.state.desk.settings.address  # type: ignore[attr-defined]
    typed = [kind, "--story", names["story"], "--store", store, "--format", "jsonl", "--as-of", story[0]["end"]]
    result = CliRunner().invoke(cli.app, typed)
    assert result.exit_code == 0, result.output
    printed = sorted(result.stdout.splitlines())
    answered: Any = shown.json(f"/api/stories/{names['story']}/{kind}")["rows"]
    assert sorted(json.dumps(row, separators=(",", ":")) for row in answered) == printed


def test_rows_are_sifted(shown: Browser, names: dict[str, str]):
    """A topic, a source and days leave out what they do in the commands."""
    base = f"/api/stories/{names['story']}/claims"
    everything: Any = shown.json(base)["rows"]
    about: Any = shown.json(f"{base}?topic=gate")["rows"]
    early: Any = shown.json(f"{base}?as_of=2023-03-20")["rows"]
    assert 0 < len(about) < len(everything)
    assert all("gate" in json.dumps(row).lower() for row in about)
    assert {row["first"]["published"] for row in early} <= {"2023-03-15", "2023-03-17", "2023-03-18"}


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/api/claims/ffffffffffff", 404, "no claim"),
        ("/api/stories/ffff/claims", 404, "no story"),
        ("/api/trace", 400, "words is missing"),
        ("/api/trace?words=gate&limit=0", 400, "limit is a number"),
        ("/api/search?words=gate&since=soon", 400, "since"),
        ("/api/nothing", 404, "no page"),
    ],
)
def test_errors_are_json(shown: Browser, address: str, status: int, words: str):
    """What goes wrong is told in one field, with the status."""
    error: Any = shown.json(address, status)["error"]
    assert error["status"] == status
    assert words in error["message"]


def test_an_unknown_kind_is_told(shown: Browser, names: dict[str, str]):
    """The message lists the kinds that there are."""
    error: Any = shown.json(f"/api/stories/{names['story']}/rumours", 404)["error"]
    assert "claims, ledger, figures" in error["message"]


def test_the_document_describes_every_question(shown: Browser):
    """OpenAPI 3.1: every address with its parameters, and each operation called otherwise."""
    document: Any = shown.json("/api/openapi.json")
    assert document["openapi"] == "3.1.0"
    assert set(document["paths"]) == {question.path for question in QUESTIONS}
    called = [path["get"]["operationId"] for path in document["paths"].values()]
    assert len(set(called)) == len(called)
    for path, given in document["paths"].items():
        inside = {each["name"] for each in given["get"]["parameters"] if each["in"] == "path"}
        assert inside == set(re.findall(r"\{(\w+)\}", path))
        assert all(each["description"] for each in given["get"]["parameters"])


def test_the_page_for_people_lists_every_question(shown: Browser):
    """What the document describes stands on a page as well."""
    page = shown.open("/api")
    assert all(f"GET {question.path}" in page.text for question in QUESTIONS)


def test_nothing_can_be_changed_through_it(shown: Browser):
    """The API answers questions alone."""
    assert shown.client.post("/api/judgements", data={"verdict": "note"}).status_code == 405
