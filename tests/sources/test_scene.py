"""One report as its sources are looked for: places, paragraphs, sentences, and the outlets it introduces."""

from __future__ import annotations

from tests.sources.staging import scene_of
from whoseword.model import Part

TEXT = "It froze.\n\n{S:Ann Roe} {C:said}, {Q:“It was dark”}. She told Time. It thawed."


def test_sentences_and_paragraphs():
    """A place belongs to the sentence and the paragraph that it stands in."""
    scene = scene_of(TEXT)
    place = scene.text.index("Time")
    assert (scene.paragraph(place), scene.paragraph(0)) == (1, 0)
    assert scene.text[slice(*scene.sentence_span(place))] == "She told Time."
    assert scene.sentence(scene.text.index("thawed")) == scene.sentence(place) + 1


def test_before_the_first_sentence():
    """A place before all sentences has the whole text around it."""
    scene = scene_of("\n\nIt froze.")
    assert scene.sentence_span(0) == (0, len(scene.text))


def test_parts():
    """A title is a heading; a byline is silent; the body is neither."""
    text = "Title here.\n\nBy Roe.\n\nSo."
    parts = (Part("title", (0, 11)), Part("byline", (13, 20)), Part("body", (22, 25)))
    scene = scene_of(text, parts=parts)
    assert [(scene.is_heading(place), scene.is_silent(place)) for place in (3, 15, 23)] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_quoted():
    """Only what is told word for word is quoted."""
    scene = scene_of(TEXT)
    assert scene.is_quoted(scene.text.index("dark"))
    assert not scene.is_quoted(scene.text.index("froze"))


def test_the_scene_knows_the_outlets_that_the_report_introduces():
    """In a report that names Time as an outlet, Time is one; in another it is not."""
    assert scene_of(TEXT).lexicon.outlet("Time") is not None
    assert scene_of("{S:Ann Roe} {C:said} {Q:so}. Time went by.").lexicon.outlet("Time") is None
