"""Statements that tell two things, parted into clauses; invented sentences read by the shipped reader."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.claims.told import units
from whoseword.lexicon import load_lexicon

pytestmark = pytest.mark.model

LEXICON = load_lexicon()


def clauses(text):
    """The words of the units of the first statement in the text, main clause first, and their parts."""
    record = record_of(text)
    made = [unit for unit in units(record, LEXICON) if unit.statement == record.statements[0].id]
    return record, made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clerk said that the river patrol would end in May but the guards will stay on the isle.",
         ["river patrol would end", "the guards will stay on the isle"]),
        ("The warden said the ferry line has moved to the east quay, allowing for the return of the old barges.",
         ["ferry line has moved", "allowing for the return of the old barges"]),
        ("The clerk said the two guilds signed the toll accord and opened the east lock.",
         ["signed the toll accord", "the two guilds opened the east lock"]),
        ("“The mill in Tasken burned for three days. Our crews never left the river bank,” the warden said.",
         ["The mill in Tasken burned for three days", "Our crews never left the river bank"]),
        ("“This is no toll that I wanted,” Ann Roe said. “It was a toll of choice.”",
         ["This is no toll that I wanted", "It was a toll of choice"]),
        ("The clerk said that the mayor scrapped the fair after the raiders took credit for the fire in Tasken.",
         ["that the mayor scrapped the fair", "the raiders took credit for the fire in Tasken"]),
        ("Ann Roe said the guild regretted the blast in Tasken that killed 12 millers on Monday.",
         ["the guild regretted the blast in Tasken", "blast that killed 12 millers on Monday"]),
    ],
)  # fmt: skip
def test_told_apart(text, expected):
    """Each clause that stands by itself is a unit; its words begin with its subject."""
    _, made = clauses(text)
    assert len(made) == len(expected)
    assert all(words in unit.words for unit, words in zip(made, expected, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The clerk said the guild and the harbour board closed the pier.",
        "The clerk said the pier would close if the river rose and the wall gave way.",
        "The clerk said the board wants the guards to leave and the crew to stay.",
        "The clerk denied that she left after the raiders burned the mill.",
        "The clerk said that the crew will leave after the board closes the pier.",
        "The clerk said the man who built the lock and ran the ferry had died.",
        "The clerk said the board did not meet the guild or sign the accord.",
        "The clerk said that “the log of the gate will be shown to the board,” and hinted that an inquiry may follow.",
    ],
)
def test_told_together(text):
    """One noun phrase, conditions, wishes, what nobody named did and what "not" bears on stay with their clause."""
    _, made = clauses(text)
    assert len(made) == 1


def test_the_main_clause_keeps_the_statement():
    """A judgement of the statement is one of its main clause; the others have refs of their own, and name it."""
    record, (main, other) = clauses(
        "The clerk said that the river patrol would end in May but the guards will stay on the isle."
    )
    assert main.ref.part == main.statement == other.statement == record.statements[0].id
    assert other.ref.part != other.statement
    assert main.end == other.end


def test_spans_stay_exact():
    """The words of each clause are those of the report at its spans."""
    record, made = clauses("The clerk said the two guilds signed the toll accord and opened the east lock.")
    text = record.report.text
    assert all(unit.words == " ".join(text[a:b] for a, b in unit.spans) for unit in made)


def test_what_frames_the_main_clause_frames_what_is_joined():
    """Both halves of what was agreed are agreed; what is only added is not."""
    _, made = clauses("The clerk said the guilds agreed that the pier will close and that the lock will open in June.")
    assert all("agree" in deed.frames for unit in made for deed in unit.deeds if deed.lemma in {"close", "open"})


def test_a_clause_is_told_once():
    """A clause of a statement that one nested in it tells as well is a unit of the inner one alone."""
    text = "According to the warden, the guilds agreed that all barges will leave, although a date is not clear."
    words = [unit.words for unit in units(record_of(text), LEXICON)]
    assert words.count("a date is not clear") == 1
