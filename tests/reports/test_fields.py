"""A row's fields become what is known of a report; a field of another kind costs that field alone."""

from __future__ import annotations

from whoseword.reports.fields import article_of
from whoseword.reports.given import Article, Found


def article(**fields: object) -> Article:
    found = article_of({"text": "The gate opened.", **fields}, "dam.jsonl, line 1")
    assert isinstance(found, Article)
    return found


def test_each_field_says_where_it_stood() -> None:
    """The names are those of the row."""
    found = article(title=" Gate \n opens", date=20310508, modified="2031-05-09", authors=["Ada Rook"], language="en")
    assert found.title == Found("Gate opens", "field title")
    assert found.published == (Found("20310508", "field date"),)
    assert found.modified == (Found("2031-05-09", "field modified"),)
    assert found.byline == (Found("Ada Rook", "field authors"),)
    assert found.language == Found("en", "field language")


def test_a_mapped_field_keeps_its_own_name() -> None:
    """What a data set calls its field is told, and not what we call it."""
    found = article_of({"text": "Gate.", "outlet": "Courier"}, "a", {"outlet": "field source.name"})
    assert isinstance(found, Article)
    assert found.outlet == Found("Courier", "field source.name")


def test_both_dates_are_taken_in_their_order() -> None:
    """`published` goes before `date`."""
    assert [each.by for each in article(date="2031-05-08", published="2031-05-07").published] == [
        "field published",
        "field date",
    ]


def test_a_field_of_another_kind_is_told() -> None:
    """A list for an outlet, true for a date and a number among authors are not used."""
    found = article(outlet=["Courier"], date=True, authors=["Ada Rook", 7])
    assert (found.outlet, found.published, [each.value for each in found.byline]) == (None, (), ["Ada Rook"])
    assert [problem.code for problem in found.problems] == ["field-not-used"] * 3


def test_a_row_without_text_is_no_report() -> None:
    """The message names the place and what to do."""
    (problem,) = article_of({"text": 7}, "dam.jsonl, line 1")  # type: ignore[misc]
    assert problem.code == "row-without-text"
    assert problem.message.startswith("dam.jsonl, line 1")
    assert "--mapping" in problem.message
