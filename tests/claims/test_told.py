"""Units of telling, from short invented reports read by the reader that ships."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.claims.telling import Telling
from whoseword.claims.told import sentence_at, units
from whoseword.lexicon import load_lexicon

pytestmark = pytest.mark.model

LEXICON = load_lexicon()
TEXT = (
    "The harbour board said the ferry line would close in June. "
    "The guards of Velland left the old fort in April after the council voted to pay them."
)


def told(text):
    return units(record_of(text), LEXICON)


def test_what_somebody_says_is_one_unit():
    """The content of a statement is a unit that carries the statement's id."""
    record = record_of(TEXT)
    first = units(record, LEXICON)[0]
    assert (first.voice, first.ref.part) == ("statement", record.statements[0].id)
    assert "ferry line" in first.words
    assert [deed.lemma for deed in first.deeds if deed.main] == ["close"]


def test_what_the_author_tells_is_split_into_clauses():
    """A clause with a subject of its own is told alone; what a source says is not told again."""
    author = [unit for unit in told(TEXT) if unit.voice == "author"]
    assert [unit.deeds[0].lemma for unit in author] == ["leave", "vote"]
    assert all("ferry" not in unit.words for unit in author)


def test_refs_differ_and_stay():
    """Every unit has a ref of its own, the same each time."""
    refs = [unit.ref for unit in told(TEXT)]
    assert len(set(refs)) == len(refs)
    assert refs == [unit.ref for unit in told(TEXT)]


def test_spans_hold_the_words():
    """The words of a unit are those at its spans."""
    text = record_of(TEXT).report.text
    assert all(unit.words == " ".join(text[a:b] for a, b in unit.spans) for unit in told(TEXT))


def test_words_that_frame():
    """What was agreed is what is told; "agreed" only frames it."""
    (unit,) = told("The clerk said that the two guilds agreed to close the pier.")[:1]
    framed = {deed.lemma: (deed.sort, deed.main, deed.frames) for deed in unit.deeds}
    assert framed["agree"][0] == "frame"
    assert (framed["close"][1], "agree" in framed["close"][2]) == (True, True)


def test_an_agreement_frames_what_was_agreed():
    """Where the word of agreeing is itself what tells, its content is framed by it all the same."""
    (unit,) = told("The two guilds agreed to close the pier.")
    assert [(deed.lemma, deed.frames) for deed in unit.deeds] == [("close", ("agree",))]


@pytest.mark.parametrize("text", ["Why did the pier close so early this year?", "Read more: the pier closed in May."])
def test_what_tells_nothing(text):
    """A question and a call to read on are no telling."""
    assert told(text) == ()


def test_sentence_at_holds_the_whole_sentence():
    """What a deed is seen with is its sentence, whoever says it."""
    telling = Telling(record_of(TEXT), LEXICON)
    assert sentence_at(telling, 3).words.startswith("The harbour board said")
