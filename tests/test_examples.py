"""The example reports: eight, readable, dated, plainly invented, with the hard cases that they are there for."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "examples"
ROWS: list[dict[str, str]] = [
    json.loads(line) for line in (FOLDER / "reports.jsonl").read_text(encoding="utf-8").splitlines()
]
NOTE = "This report is invented. It is an example for whoseword."


def row(name: str) -> dict[str, str]:
    """The example with this id."""
    (found,) = (row for row in ROWS if row["id"] == name)
    return found


def test_eight_from_four_outlets_over_a_year() -> None:
    """There are eight reports, two from each of four outlets, in the order of a year."""
    assert Counter(Counter(row["outlet"] for row in ROWS).values()) == {2: 4}
    days = [date.fromisoformat(row["published"]) for row in ROWS]
    assert days == sorted(days)
    assert (days[-1] - days[0]).days in range(350, 381)


def test_the_folder_holds_nothing_else_to_read() -> None:
    """A run on the folder reads each report once: besides the reports only a README lies there."""
    assert sorted(path.name for path in FOLDER.iterdir()) == ["README.md", "orsel-9.html", "reports.jsonl"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_shape_of_a_report(row: dict[str, str]) -> None:
    """Each is 200 to 350 words of newswire: title, dek, body, byline, and a bio that says that all is invented."""
    title, dek, *body, byline, bio = row["text"].split("\n\n")
    assert row["title"] == title
    assert not dek.endswith(".")
    assert len(body) >= 5
    assert all("\n" not in paragraph for paragraph in body)
    assert byline.startswith("Author: ")
    assert bio.endswith(NOTE)
    assert 200 <= len(row["text"].split()) <= 350
    assert row["url"].split("/")[2].endswith(".example")


@pytest.mark.parametrize(("name", "weekday"), [("orsel-1", 2), ("orsel-2", 4), ("orsel-3", 5), ("orsel-8", 2)])
def test_weekdays_of_publication(name: str, weekday: int) -> None:
    """The reports that say "on Wednesday" of their own day are published on that day."""
    day = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    assert date.fromisoformat(row(name)["published"]).weekday() == weekday
    assert f"on {day}" in row(name)["text"]


def test_wire_copy() -> None:
    """Two outlets print the same passage of agency copy, each within a frame of its own."""
    ours, theirs = (row(name)["text"].split("\n\n") for name in ("orsel-2", "orsel-3"))
    passage = next(paragraph for paragraph in ours if paragraph.startswith("The gate jammed"))
    (holder,) = [paragraph for paragraph in theirs if passage in paragraph]
    assert len(passage.split()) > 50
    assert holder != passage


def test_the_figure_moves() -> None:
    """The number of displaced goes from about 1,200 over at least 1,500 to 1,460."""
    for name, figure in (
        ("orsel-1", "About 1,200"),
        ("orsel-2", "About 1,200"),
        ("orsel-4", "At least 1,500"),
        ("orsel-8", "Exactly 1,460"),
    ):
        assert figure in row(name)["text"]


def test_the_promised_day_passes() -> None:
    """December 1 is promised in one report and has passed in a later one."""
    assert "by December 1" in row("orsel-5")["text"]
    assert row("orsel-5")["published"] < "2023-12-01" < row("orsel-7")["published"]
    assert row("orsel-7")["title"].startswith("December 1 Has Come and Gone")


def test_readme_lists_every_report() -> None:
    """The README says that all is invented and has a row for each report with its outlet and date."""
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "invented" in readme
    for example in ROWS:
        assert f"| `{example['id']}` | {example['outlet']} | {example['published']} " in readme
