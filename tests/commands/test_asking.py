"""What is asked across the reports of a store: the demo story, read by the shipped reader."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from whoseword.cli import app
from whoseword.reports.given import Unread
from whoseword.reports.named import read_named
from whoseword.reports.read import ReadOptions

EXAMPLES = Path(__file__).parents[2] / "examples"
QUESTIONS = ("claims", "ledger", "figures", "changes", "timeline", "sources")


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> str:
    """A store with the nine reports of the demo."""
    file = str(tmp_path_factory.mktemp("store") / "demo.db")
    assert CliRunner().invoke(app, ["add", str(EXAMPLES), "--store", file]).exit_code == 0
    return file


def asked(store: str, *words: str) -> list[dict[str, Any]]:
    """The rows of an answer."""
    result = CliRunner().invoke(app, [*words, "--store", store, "--format", "jsonl"])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def refused(store: str, *words: str) -> tuple[int, str]:
    """How a question ends that cannot be answered, and what is said of it."""
    result = CliRunner().invoke(app, [*words, "--store", store])
    return result.exit_code, result.stderr


def test_the_demo_is_one_story(store):
    """Nine reports of a year and two months, one story, with its first and last day."""
    (story,) = asked(store, "stories")
    assert len(story["reports"]) == 9
    assert (story["begin"], story["end"]) == ("2023-03-15", "2024-05-21")


def test_a_claim_is_traced_to_who_said_it(store):
    """Words lead to the claim, to the one who said it, and to the exact words."""
    best = asked(store, "trace", "every flooded family will be paid by December 1")[0]
    assert "Oskar Veln" in [origin["who"] for origin in best["origins"]]
    assert "will be paid" in best["first"]["words"]
    assert best["first"]["published"] == "2023-06-30"


def test_origins_are_found_by_the_beginning_of_a_claim_s_id(store):
    """What `trace` prints can be given to `origins`."""
    best = asked(store, "trace", "every flooded family will be paid by December 1")[0]
    (row,) = asked(store, "origins", best["claim"][:6])
    assert row["claim"] == best["claim"]
    assert row["origins"] == best["origins"]


def test_a_copied_quotation_has_one_origin(store):
    """Two outlets print one agency's passage: one origin, and the second is told as a copy."""
    rows = [row for row in asked(store, "claims") if "never read" in row["words"]]
    assert [(row["low"], row["high"], row["reports"]) for row in rows] == [(1, 1, 2)]
    assert "copy" in {echo["kind"] for echo in rows[0]["echoes"]}


def test_what_was_due_is_overdue_as_of_a_later_day(store):
    """A promise with a date is overdue the day after it, and not on the day before."""

    def promise(day: str) -> dict[str, Any]:
        rows = asked(store, "ledger", "--as-of", day, "--topic", "paid")
        return next(row for row in rows if row["due"]["value"] == "2023-12-01")

    assert promise("2023-11-30")["overdue"] is False
    assert promise("2023-12-02")["overdue"] is True


def test_nothing_printed_later_counts_as_of_a_day(store):
    """As of a day, no place of a later report is in any answer."""
    for kind in QUESTIONS:
        days = {day for row in asked(store, kind, "--as-of", "2023-03-31") for day in _days(row)}
        assert max(days, default="") <= "2023-03-31", kind


def _days(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["published"]] if value.get("published") else []
        return own + [day for each in value.values() for day in _days(each)]
    return [day for each in value for day in _days(each)] if isinstance(value, list) else []


def test_every_place_gives_the_exact_words(store):
    """Spans lead into the text of the report: the words of a place are those there, but for line breaks."""
    received = read_named([str(EXAMPLES)], ReadOptions())
    texts = {each[0].title: each[0].text for each in received if not isinstance(each, Unread)}
    origins = [origin for row in asked(store, "claims") for origin in row["origins"]]
    places = [place for origin in origins for place in origin["units"]]
    assert places
    for place in places:
        told = " … ".join(" ".join(texts[place["title"]][slice(*span)].split()) for span in place["spans"])
        assert told == place["words"]


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_question_is_answered_as_csv(store, kind):
    """CSV has a header, and as many rows as JSON lines."""
    result = CliRunner().invoke(app, [kind, "--store", store, "--format", "csv"])
    lines = list(csv.reader(io.StringIO(result.stdout)))
    assert len(lines) == len(asked(store, kind)) + 1
    assert len({len(line) for line in lines}) == 1


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_question_is_answered_as_a_table(store, kind):
    """A table for people comes without an error."""
    result = CliRunner().invoke(app, [kind, "--store", store])
    assert result.exit_code == 0
    assert result.stdout.strip()


def test_a_story_is_shown_whole(store):
    """`show` has every kind of answer, each row with the question that it answers."""
    (story,) = asked(store, "stories")
    rows = asked(store, "show", story["story"])
    assert {row["answers"] for row in rows} == set(QUESTIONS)


def test_unnamed_sources_are_listed_alone(store):
    """`--unnamed` leaves out all who have a name; each unnamed one is of one report."""
    rows = asked(store, "sources", "--unnamed")
    assert rows
    assert not any(row["named"] for row in rows)
    assert {row["reports"] for row in rows} == {1}


def test_a_source_and_a_topic_sift_answers(store):
    """Only what the source stands behind, and only what is about the topic."""
    rows = asked(store, "claims", "--source", "Tormak")
    assert rows
    assert all("Tormak" in json.dumps(row["origins"]) for row in rows)
    assert all("log" in json.dumps(row).casefold() for row in asked(store, "claims", "--topic", "log"))


def test_statements_are_searched_by_words_source_and_day(store):
    """Full-text search with bounds; the newest first."""
    hits = asked(store, "search", "log*", "--since", "2023-03-18")
    assert hits
    assert [hit["published"] for hit in hits] == sorted((hit["published"] for hit in hits), reverse=True)
    assert min(hit["published"] for hit in hits) >= "2023-03-18"


def test_a_claim_is_traced_as_it_stood_on_a_day(store):
    """What was printed later is in no trace, no count and no search as of a day."""
    words = "We put it in the log, and the log was never read"
    best = asked(store, "trace", words)[0]
    before = asked(store, "trace", words, "--as-of", "2023-03-17")[0]
    assert (best["reports"], before["reports"]) == (2, 1)
    assert asked(store, "origins", best["claim"], "--as-of", "2023-03-17")[0]["reports"] == 1
    assert {hit["published"] for hit in asked(store, "search", "log", "--as-of", "2023-03-17")} == {"2023-03-17"}
    code, message = refused(store, "origins", best["claim"], "--as-of", "2023-03-16")
    assert (code, "name a later day" in message) == (1, True)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("claims", "--as-of", "yesterday"), 2, "--as-of"),
        (("show", "ffffffffff"), 1, "whoseword stories lists them"),
        (("origins", "ffffffffff"), 1, "whoseword trace and claims print the ids"),
        (("trace", "?!"), 2, "give a word"),
    ],
)
def test_what_cannot_be_answered_is_told_with_a_remedy(store, words, code, told):
    """No traceback, an exit code, and what to do instead."""
    found, message = refused(store, *words)
    assert found == code
    assert told in message


def test_two_that_were_judged_the_same_are_one_claim(store, tmp_path):
    """A judgement joins two claims, and undoing it parts them again."""
    copy = tmp_path / "judged.db"
    copy.write_bytes(Path(store).read_bytes())
    best = asked(str(copy), "trace", "every flooded family will be paid by December 1")[0]
    other = asked(str(copy), "trace", "the sums would arrive by January 31")[0]
    parts = [row["origins"][0]["units"][0] for row in (best, other)]
    ids = [f"{part['report']}/{part['part']}" for part in parts]
    CliRunner().invoke(app, ["judge", "same-claim", *ids, "--by", "R. Holt", "--store", str(copy)])
    together = asked(str(copy), "trace", "every flooded family will be paid by December 1")[0]
    assert together["reports"] > best["reports"]
    CliRunner().invoke(app, ["judge", "undo", "1", "--by", "R. Holt", "--store", str(copy)])
    assert asked(str(copy), "trace", "every flooded family will be paid by December 1")[0] == best
    result = CliRunner().invoke(app, ["judge", "list", "--store", str(copy), "--format", "csv"])
    assert [line.split(",")[:2] for line in result.stdout.splitlines()] == [
        ["number", "kind"],
        ["1", "same-claim"],
        ["2", "undone"],
    ]
