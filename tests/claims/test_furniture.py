"""What stands in a report and tells nothing: captions, credits, calls."""

from __future__ import annotations

import pytest

from tests.claims.reporting import CAPTION, WIRE, report
from whoseword.claims.furniture import credits_agency, furniture, is_form


@pytest.mark.parametrize(
    "line",
    [
        CAPTION,
        "Sign up for our weekly letter about boats.",
        "Follow Ada Rook on her travels, or follow @adarook.",
        "Get the Vell stories delivered to your inbox.",
        "You agree to receive occasional updates about boats.",
        "Media playback is not supported here.",
        "© 2031 Vell Courier. All rights reserved.",
        "Tilda Moss and Bo Ekdal contributed to this report.",
        "The views expressed are those of the author.",
        "Enlarge this image The lantern of the mayor. Tove Lind/AP",
    ],
)
def test_furniture_by_form(line):
    """A line of that form is furniture, the paragraphs around it are not."""
    text = f"{WIRE}\n\n{line}\n\nIt rained."
    assert [text[slice(*span)] for span in furniture(text, ())] == [line]


@pytest.mark.parametrize(
    "line", ["The council signed up nobody.", "A photo of the gate was sold.", WIRE.split("\n\n")[1]]
)
def test_no_furniture(line):
    """Narration that mentions a photo or a signature stays narration."""
    assert furniture(line, ()) == ()


def test_byline_and_bio_are_furniture():
    """What reading the report found to be its byline or bio is furniture too."""
    read = report(f"Dam Gate Shut\n\nBy Ada Rook\n\n{WIRE}")
    assert "By Ada Rook" in [read.text[slice(*span)] for span in furniture(read.text, read.parts)]


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("VELL (AP) — The gate is shut.", True),
        ("By Reuters\n\nThe gate is shut.", True),
        ("The gate is shut. The Associated Press contributed to this report.", True),
        ("Associated Press writer Bo Ekdal in Vell contributed to this report.", True),
        ("Reporting by Bo Ekdal; editing by Ada Rook", True),
        ("The mayor told The Associated Press that the gate is shut.", False),
        ("Bo Ekdal contributed to this report.", False),
    ],
)
def test_credits_agency(text, credited):
    """An agency that wrote is told from one that was told something."""
    assert credits_agency(text) is credited


@pytest.mark.parametrize(
    ("words", "form"),
    [("Invalid email address re-enter", True), ("You must select a letter", True), ("the pier was closed", False)],
)
def test_what_a_page_says_to_its_reader(words, form):
    """A clause of a form is told by its words, in whatever paragraph it stands."""
    assert is_form(words) is form
