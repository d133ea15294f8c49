"""Title, dek, byline, body and bio are found by their form, and a body is never taken for one of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.reports.layout import authors, lay_out

BODY = "The ferry was late on Monday, the harbour master said.\n\nIt was late on Tuesday as well."


def kinds(text: str, **given: Any) -> list[tuple[str, str]]:
    """The parts with their words."""
    return [(part.kind, text[slice(*part.span)]) for part in lay_out(text, **given).parts]


def test_newswire_is_taken_apart() -> None:
    """Title, dek, body, author's line and bio of a whole report are told apart."""
    text = (
        "Harbour: Ferry to Lose Its Night Run\n\nOfficials say the 'last boat' leaves at nine from May\n\n"
        f"{BODY}\n\nAuthor: Ada Rook\n\nAda Rook is the news editor of the Courier, follow her on Twitter @rook."
    )
    assert kinds(text) == [
        ("title", "Harbour: Ferry to Lose Its Night Run"),
        ("dek", "Officials say the 'last boat' leaves at nine from May"),
        ("body", BODY),
        ("byline", "Author: Ada Rook"),
        ("bio", "Ada Rook is the news editor of the Courier, follow her on Twitter @rook."),
    ]
    assert lay_out(text).byline == ("Ada Rook",)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(line_end: str) -> None:
    """Unix, Windows and old Mac line ends give the same parts."""
    text = f"Ferry Late\n\nBy Ada Rook\n\n{BODY}".replace("\n", line_end)
    assert [kind for kind, _ in kinds(text)] == ["title", "byline", "body"]


def test_a_text_of_sentences_is_all_body() -> None:
    """A first paragraph that ends in a full stop is no title, a second one no dek."""
    assert kinds(BODY) == [("body", BODY)]


def test_a_short_first_sentence_is_no_dek() -> None:
    """A dek has no full stop; a short paragraph with one is body."""
    text = f"Ferry Late\n\nIt was late.\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "body"]


def test_a_title_may_end_in_an_abbreviation() -> None:
    """The full stop of "U.S." does not make a headline a sentence."""
    assert kinds(f"Morvane Asks for Talks With U.S.\n\n{BODY}")[0][0] == "title"


def test_a_caption_is_no_dek() -> None:
    """What a page left of its picture is not the report's dek."""
    text = f"Ferry Late\n\nEnlarge this image toggle caption Ada Rook/AP\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "body"]


def test_a_title_alone_is_no_title() -> None:
    """Without a paragraph below, a line is the text itself."""
    assert kinds("Ferry Late") == [("body", "Ferry Late")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Rook", ("Ada Rook",)),
        ("BY ADA ROOK", ("ADA ROOK",)),
        ("By Ada Rook and Tom Bell", ("Ada Rook", "Tom Bell")),
        (
            "By Ada Rook, Tom de la Cruz and Mara al-Hadi, Northline News",
            ("Ada Rook", "Tom de la Cruz", "Mara al-Hadi"),
        ),
        ("Ada Rook and Tom Bell, Reuters", ("Ada Rook", "Tom Bell")),
        ("Author: Staff writers", ("Staff writers",)),
        ("By Reuters", ("Reuters",)),
        ("Written by Ada Rook for the Courier", ("Ada Rook",)),
    ],
)
def test_bylines_name_people(line: str, names: tuple[str, ...]) -> None:
    """The usual forms of a byline give the people; an outlet or a role only where nobody is named."""
    layout = lay_out(f"Ferry Late\n\n{line}\n\n{BODY}")
    assert (layout.byline, layout.parts[1].kind) == (names, "byline")


@pytest.mark.parametrize(
    "line", ["By Friday the talks had failed", "By and by it rained", "Ada Rook, Friends and Foes", "By land and sea"]
)
def test_other_lines_with_by_are_no_byline(line: str) -> None:
    """A phrase that starts with "By", or a list of names, is no byline."""
    assert all(kind != "byline" for kind, _ in kinds(f"Ferry Late\n\n{line}\n\n{BODY}"))


def test_the_outlet_below_a_byline_belongs_to_it() -> None:
    """A short line right below the author's name is part of the byline and not the dek."""
    text = f"Ferry Late\nBy Ada Rook\nNorthline\n\n{BODY}"
    assert kinds(text) == [("title", "Ferry Late"), ("byline", "By Ada Rook\nNorthline"), ("body", BODY)]


def test_a_credit_below_the_body_is_a_byline() -> None:
    """Who else reported stands in a byline part, and does not become the author."""
    text = f"Ferry Late\n\nBy Ada Rook\n\n{BODY}\n\n(Reporting by Tom Bell in Cordell; editing by Mara Oss)"
    assert kinds(text)[-1][0] == "byline"
    assert lay_out(text).byline == ("Ada Rook",)


@pytest.mark.parametrize(
    "bio",
    [
        "Ada Rook covers the harbour for the Courier.",
        "Tom Bell is a senior political correspondent at Northline.",
        "Follow Ada Rook on Twitter @rook.",
        "She can be reached at rook@courier.example.",
    ],
)
def test_a_last_paragraph_on_the_author_is_a_bio(bio: str) -> None:
    """What tells who the author is, or how to reach her, is a bio."""
    assert kinds(f"Ferry Late\n\nBy Ada Rook\n\n{BODY}\n\n{bio}")[-1] == ("bio", bio)


@pytest.mark.parametrize("last", ["Tom Bell is a member of parliament.", "He said he would follow her on foot."])
def test_a_last_paragraph_on_others_is_body(last: str) -> None:
    """A sentence about somebody in the story stays body."""
    assert kinds(f"Ferry Late\n\nBy Ada Rook\n\n{BODY}\n\n{last}")[-1][0] == "body"


def test_a_given_title_is_found_in_the_text() -> None:
    """A title that came beside the text is told by its place, whatever its marks and capitals."""
    text = f"Ferry ‘Late’\n\n{BODY}"
    layout = lay_out(text, title="FERRY 'LATE'")
    assert (layout.title, layout.parts[0].kind, layout.parts[0].span) == ("FERRY 'LATE'", "title", (0, 12))


def test_a_given_title_that_is_not_in_the_text_has_no_place() -> None:
    """The given title stands, and no paragraph of the text is taken for one."""
    layout = lay_out(f"Night Run Ends\n\n{BODY}", title="Ferry Late")
    assert layout.title == "Ferry Late"
    assert [part.kind for part in layout.parts] == ["body"]


def test_authors_of_a_field_are_taken_apart() -> None:
    """A field with names, marks and a role gives the names, each once."""
    assert authors('"Ada Rook", Tom Bell; Ada Rook, Senior Writer') == ("Ada Rook", "Tom Bell")
    assert authors("") == ()


LINES = st.sampled_from(
    ["By Ada Rook", "Ferry Late", "It rained.", "Author: X", "", " ", "Reporting by", "By", "\0", "—"]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=12).map("\n".join))
def test_parts_lie_in_the_text_in_order_and_apart(text: str) -> None:
    """Whatever the lines, no part is empty, outside the text or over another, and one body at most."""
    parts = lay_out(text).parts
    edges = [edge for part in parts for edge in part.span]
    assert edges == sorted(edges)
    assert all(0 <= part.span[0] < part.span[1] <= len(text) for part in parts)
    assert sum(part.kind == "body" for part in parts) <= 1


def test_a_byline_that_came_beside_the_text_tells_a_bio() -> None:
    """Who the author is stands below the body, also where no line of the text names the author as such."""
    text = f"{BODY}\n\nAda Rook writes about ferries for the Courier."
    assert kinds(text)[-1][0] == "body"
    assert kinds(text, byline=("Ada Rook",))[-1] == ("bio", "Ada Rook writes about ferries for the Courier.")
