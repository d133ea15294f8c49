"""Mappings: rows of known data sets give their fields, and a wrong mapping is refused with what to write instead."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from whoseword.errors import UsageError
from whoseword.reports.dates import parse_date
from whoseword.reports.mapping import load_mapping, parse_mapping, shipped

PAGE = (Path(__file__).parents[2] / "docs" / "mappings.md").read_text("utf-8")
EXAMPLES = {
    name: json.loads(block)
    for name, block in re.findall(r"^### ([\w-]+)\n\n```json\n(.*?)\n```", PAGE, re.MULTILINE | re.DOTALL)
}
TEXT = "The gate of the Orsel dam opened on Monday."
ROW = json.loads((re.search(r"```toml\n.*?```\n\n```json\n(.*?)\n```", PAGE, re.DOTALL) or [""])[1])


def row_of(name: str) -> dict[str, Any]:
    """The one report in the example of a shipped mapping."""
    found: Any = load_mapping(name).entries(EXAMPLES[name])
    (row,) = found if isinstance(found, list) else [found]
    return dict(row)


def refusal(toml: str) -> str:
    with pytest.raises(UsageError) as refused:
        parse_mapping(toml, "my.toml")
    return str(refused.value)


# Those that are shipped


def test_the_page_lists_what_is_shipped_and_shows_a_row_of_each() -> None:
    """docs/mappings.md has a row in its table and an example for each shipped mapping, and no others."""
    listed = re.findall(r"^\| `([\w-]+)` \|", PAGE.split("## How to write one")[0], re.MULTILINE)
    assert tuple(listed) == shipped() == tuple(EXAMPLES)


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_mapping_reads_its_example(name: str) -> None:
    """Text, title and address come out, a byline has the people's names, and the date is the publisher's."""
    mapping = load_mapping(name)
    row = row_of(name)
    fields = mapping.fields_of(row)[0]
    assert TEXT in str(fields["text"])
    assert str(fields["title"]).casefold() == "dam gate opens"
    assert str(fields.get("url", "https://")).startswith("https://")
    assert parse_date(str(fields.get("published", "2026-05-04"))).value == "2026-05-04"
    assert parse_date(str(fields.get("modified", "2026-05-06"))).value == "2026-05-06"
    assert "Ada Rook" in str(fields.get("authors") or fields.get("byline") or "Ada Rook")
    assert mapping.fields_of(row)[1].keys() == fields.keys()
    assert mapping.about


def test_a_row_of_the_post_loses_its_tags_and_keeps_its_paragraphs() -> None:
    """Paragraphs among kickers, pictures and empty entries are the text; the date comes from milliseconds."""
    fields = load_mapping("trec-wapo").fields_of(EXAMPLES["trec-wapo"])[0]
    assert fields["text"] == TEXT
    assert fields["published"] == "2026-05-04T08:00:00+00:00"
    assert fields["outlet"] == "The Washington Post"


def test_a_standfirst_that_stands_apart_is_put_above() -> None:
    """The standfirst of the Guardian's rows comes first in the text, and is the dek."""
    mapping = load_mapping("guardian")
    fields = mapping.fields_of(row_of("guardian"))[0]
    assert fields["text"] == f"Ministry says it was planned\n\n{TEXT}\n\nIt closed again."
    assert fields["dek"] == "Ministry says it was planned"


def test_the_moment_of_archiving_is_no_day_of_publication() -> None:
    """Newsroom's date belongs to the archived copy and is left alone."""
    assert "published" not in load_mapping("newsroom").fields_of(EXAMPLES["newsroom"])[0]


# A mapping of one's own


def test_the_mapping_on_the_page_reads_the_row_on_the_page() -> None:
    """The example of docs/mappings.md does what the page says."""
    mapping = parse_mapping((re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL) or [""])[1], "courier.toml")
    fields, told = mapping.fields_of(ROW)
    assert fields == {
        "text": "The ministry says that it was planned.\n\nThe gate of the Orsel dam opened on Monday.\n\n"
        "It closed again before noon.",
        "title": "Dam Gate Opens",
        "dek": "The ministry says that it was planned.",
        "outlet": "The Courier",
        "published": "2026-05-05",
        "modified": "2026-05-06T07:00:00+00:00",
        "url": "https://courier.example/dam",
        "authors": ["Ada Rook", "Tom Vane"],
    }
    assert told["title"] == "field headline.web"
    assert told["authors"] == "field people[].name"
    assert told["outlet"] == "mapping courier.toml"


def test_a_row_without_text_tells_what_it_has() -> None:
    """The problem names the mapping, the field that it looks for, and those that are there."""
    problem = load_mapping("webz").without_text({"headline": "x", "body": "y"}, "a.jsonl, line 3")
    assert problem.code == "row-without-text"
    assert (
        problem.message == "a.jsonl, line 3: the mapping webz looks for the text in text; this row has headline, body"
    )


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ({"a": {"b": [{"t": "1"}]}}, [{"t": "1"}]),
        ([{"t": "1"}], [{"t": "1"}]),
        ({"t": "1"}, {"t": "1"}),
        ("odd", "odd"),
    ],
)
def test_the_reports_of_a_document_are_found(document: Any, found: object) -> None:
    """They lie at `rows`; a document without it is a report or a list of reports itself."""
    assert parse_mapping('rows = "a.b"\n[fields]\ntext = "t"', "my.toml").entries(document) == found


# Refusals


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("text = ", "my.toml: not valid TOML"),
        ("", "does not say where the text is"),
        ('[fields]\ntitle = "a"', "does not say where the text is"),
        ('fields = "a"', "does not say where the text is"),
        ('text = "a"', 'unknown key "text"; put the fields under [fields]'),
        ('row = "a"\n[fields]\ntext = "t"', 'unknown key "row"; did you mean "rows"?'),
        ('rows = 3\n[fields]\ntext = "t"', '"rows" is not a string'),
        ('rows = "a["\n[fields]\ntext = "t"', 'my.toml: rows: "a[" is no path'),
        ('about = 3\n[fields]\ntext = "t"', '"about" is not a string'),
        ('[fields]\ntext = "t"\ntitel = "a"', 'unknown field "titel"; did you mean "title"?'),
        ('[fields]\ntext = "t"\nheadline = "a"', 'unknown field "headline"; did you mean "title"?'),
        ('[fields]\ntext = "t"\nauthors = "a"', 'unknown field "authors"; did you mean "byline"?'),
        ('[fields]\ntext = "t"\nxyz = "a"', 'unknown field "xyz"; those that are known: text, title'),
        ("[fields]\ntext = 3", "my.toml: text: it names no field of the rows"),
        ("[fields]\ntext = []", "my.toml: text: it names no field of the rows"),
        ("[fields]\ntext = {}", "my.toml: text: it names no field of the rows"),
        ('[fields]\ntext = ""', 'my.toml: text: "" is no path'),
        ('[fields]\ntext = "a..b"', 'my.toml: text: "a..b" is no path'),
        ('[fields]\ntext = "a[b]"', 'my.toml: text: "a[b]" is no path'),
        (f'[fields]\ntext = "{".".join("a" * 20)}"', "is no path"),
        ('[fields]\ntext = { form = "a" }', 'unknown key "form"; those that are known: from'),
        ('[fields]\ntext = { from = "a", html = "yes" }', '"html" is not true or false'),
        ('[fields]\ntext = { from = "a", join = 3 }', '"join" is not a string'),
        ('[fields]\ntext = { from = "a", date = "iso" }', '"date" is for published, modified'),
        ('[fields]\ntext = "t"\nurl = { from = "a", html = true }', '"html" is for text, title, dek, outlet'),
        ('[fields]\ntext = "t"\ntitle = { from = "a", above = "b" }', '"above" is for text'),
        ('[fields]\ntext = "t"\npublished = { constant = "2026" }', "none is a date"),
        ('[fields]\ntext = "t"\noutlet = { constant = "" }', "a constant is a string with words"),
        ('[fields]\ntext = "t"\npublished = { from = "a", date = "%d.%m." }', "tells no year"),
        ('[fields]\ntext = "t"\npublished = { from = "a", date = "hours" }', "tells no year"),
        ('[fields]\ntext = "t"\npublished = { from = "a", date = "%Y %Q" }', "is no form of a date"),
    ],
)
def test_a_wrong_mapping_is_refused(toml: str, message: str) -> None:
    """The error names the file and the key, and says what to write."""
    assert message in refusal(toml)
    assert refusal(toml).startswith("my.toml: ")


def test_a_mapping_in_a_file(tmp_path: Path) -> None:
    """A mapping of one's own is read from its file, with or without a byte order mark."""
    file = tmp_path / "courier.toml"
    file.write_text('\ufeff[fields]\ntext = "t"', "utf-8")
    assert load_mapping(str(file)).fields_of({"t": "Talks"})[0] == {"text": "Talks"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("newsplease", 'did you mean "news-please"?'),
        ("quux", "those that come with whoseword: cc-news, "),
        ("no/such.toml", "No such file or directory"),
    ],
)
def test_a_mapping_that_is_not_there(name: str, message: str) -> None:
    """A wrong name gets a near one or the list; a wrong file gets the reason."""
    with pytest.raises(UsageError, match=re.escape(message)):
        load_mapping(name)


def test_a_file_that_is_no_mapping(tmp_path: Path) -> None:
    """One that is too large or not in UTF-8 is refused."""
    (tmp_path / "large.toml").write_bytes(b"#" * (1 << 20 | 1))
    (tmp_path / "wide.toml").write_bytes("[fields]".encode("utf-16"))
    for name, message in (("large.toml", "larger than 1 MiB"), ("wide.toml", "not in UTF-8")):
        with pytest.raises(UsageError, match=message):
            load_mapping(str(tmp_path / name))


def test_a_folder_with_a_simple_name_is_not_called_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is there; it can only not be read."""
    monkeypatch.chdir(tmp_path)
    Path("sets").mkdir()
    with pytest.raises(UsageError, match=r"^sets: cannot be read \("):
        load_mapping("sets")
