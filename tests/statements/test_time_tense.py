"""Behind or ahead: what the words around a time say, and what is done where the reader's tree went wrong."""

from __future__ import annotations

import pytest

from tests.reading_times import values
from whoseword.model import Reading, Word
from whoseword.statements.time_tense import Tenses

THURSDAY = "2021-07-22"
TEXT = "They will meet on Friday. The mill burned."


def reading_with(head: int) -> Reading:
    """`TEXT`, in two sentences, with "Friday" hanging from the word of that place."""
    tags = "PRON AUX VERB ADP PROPN PUNCT DET NOUN VERB PUNCT".split()
    heads = (2, 2, -1, 4, head, 2, 7, 8, -1, 8)
    relations = "nsubj aux root case obl punct det nsubj root punct".split()
    places, start = [], 0
    for word in "They will meet on Friday . The mill burned .".split():
        start = TEXT.index(word, start)
        places.append((start, start + len(word)))
    words = tuple(Word(*row) for row in zip(places, tags, heads, relations, strict=True))
    return Reading(words, ((0, 6), (6, 10)), (), ())


@pytest.mark.parametrize("head", [2, 8])
def test_a_head_in_another_sentence_does_not_count(head):
    """Where the tree leads out of the sentence, the nearest verb of the sentence tells the direction."""
    start = TEXT.index("Friday")
    assert Tenses(TEXT, reading_with(head)).direction((start, start + 6)) == "future"


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("Its owner announced cuts for twelve mills in the fourth quarter.", "the fourth quarter", "2021-Q4"),
        ("The guild announced a merger in October.", "October", "2021-10"),
        ("The guild announced in October that it would merge.", "October", "2020-10"),
        ("The plan for a dock in December pleased her.", "December", "2021-12"),
        ("Prices are at a low not seen since October.", "October", "2020-10"),
        ("All four miners are stable as of Sunday.", "Sunday", "2021-07-18"),
        ("An expected report on Friday could calm the town.", "Friday", "2021-07-23"),
        ("She had been bound by a pact that expires in November.", "November", "2021-11"),
        ("Grain for delivery in December fell by a crown.", "December", "2021-12"),
        ("If the law was not ready by August 30, the town would pay.", "August 30", "2021-08-30"),
        ("They shut the pit, forcing the guild to move on Monday.", "Monday", "2021-07-19"),
    ],
)
def test_what_the_tense_of_the_verb_does_not_decide(sentence, words, value):
    """Plans and what is made known lie ahead, what something has lasted since lies behind."""
    assert (words, value) in values(sentence, THURSDAY)


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The council was to vote on Wednesday.", "2021-07-21"),
        ("The council was to vote on Saturday.", "2021-07-24"),
        ("The council will vote on Wednesday.", "2021-07-28"),
        ("This Saturday the pilot crossed the lake.", "2021-07-17"),
        ("This Saturday the pilot will cross the lake.", "2021-07-24"),
        ("This Monday the pilot will cross the lake.", "2021-07-26"),
    ],
)
def test_yesterday_is_nearer_than_a_week_ahead(sentence, value):
    """What was to happen on the weekday before the report did not lie six days ahead; "this" goes with the verb."""
    assert [found for _, found in values(sentence, THURSDAY)] == [value]
