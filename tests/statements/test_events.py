"""Events: who did what to whom, whether it happened, and what is told again; read by the reader that ships."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Event, Time
from whoseword.statements.events import find_events

pytestmark = pytest.mark.model


def events_of(
    text: str, times: dict[str, str] | None = None, published: str | None = "2031-05-08"
) -> tuple[Event, ...]:
    """The events in `text`, with these times."""
    record = record_of(text, published)
    found = tuple(
        Time((text.index(words), text.index(words) + len(words)), "DATE", value)
        for words, value in (times or {}).items()
    )
    return find_events(record.report, record.reading, record.statements, found, record.entities, lexicon=load_lexicon())


def event_of(text: str, word: str, times: dict[str, str] | None = None, published: str | None = "2031-05-08") -> Event:
    """The event whose predicate is `word`."""
    return next(e for e in events_of(text, times, published) if text[slice(*e.predicate)] == word)


def words(text: str, span: tuple[int, int] | None) -> str | None:
    """The words of a span."""
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "word", "category"),
    [
        ("Raiders attacked the mill.", "attacked", "ASSAULT"),
        ("The envoys met in Tasken.", "met", "CONSULT"),
        ("The island deported nine sailors.", "deported", "COERCE"),
        ("Students protested against the fee.", "protested", "PROTEST"),
        ("The canton banned the herring trade.", "banned", "SANCTION"),
        ("The crew elected a new captain.", "elected", None),
    ],
)
def test_category(text, word, category):
    """A predicate has PLOVER's category, or none where none fits."""
    assert event_of(text, word).category == category


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        ("Norvik withdrew its guards.", "withdrew", "actual"),
        ("Norvik will withdraw its guards.", "withdraw", "planned"),
        ("The two sides agreed to withdraw their guards.", "withdraw", "planned"),
        ("Norvik could withdraw its guards.", "withdraw", "hypothetical"),
        ("The elders called for a withdrawal of the guards.", "withdrawal", "hypothetical"),
        ("Norvik did not withdraw its guards.", "withdraw", "negated"),
        ("Norvik refused to withdraw its guards.", "withdraw", "negated"),
        ("The clerk prepared the upcoming talks.", "talks", "planned"),
    ],
)
def test_mode(text, word, mode):
    """What happened is told from what is foreseen, thought of, or did not happen."""
    assert event_of(text, word).mode == mode


@pytest.mark.parametrize(
    ("text", "word", "who", "whom"),
    [
        ("Raiders attacked the mill.", "attacked", "Raiders", "the mill"),
        ("The mill was attacked by raiders.", "attacked", "raiders", "The mill"),
        ("Belmora’s attack on the mill surprised nobody.", "attack", "Belmora", "the mill"),
        ("The killing of the ferryman shocked the town.", "killing", None, "the ferryman"),
    ],
)
def test_roles(text, word, who, whom):
    """Who did it and to whom are told apart in active, passive and noun."""
    found = event_of(text, word)
    assert (words(text, found.who), words(text, found.whom)) == (who, whom)


def test_where_and_when():
    """Place and time are those that hang on the predicate."""
    text = "The envoys met in Oslo on Tuesday."
    found = event_of(text, "met", {"Tuesday": "2031-05-06"})
    assert words(text, found.where) == "Oslo"
    assert [words(text, span) for span in found.times] == ["Tuesday"]


def test_whose_word():
    """An event belongs to the innermost statement that tells it, and to nobody where the author does."""
    text = "The ministry said raiders attacked the mill. The guards fought all night."
    told, own = event_of(text, "attacked"), event_of(text, "fought")
    statements = record_of(text, "2031-05-08").statements
    assert told.statement in {statement.id for statement in statements}
    assert own.statement is None


@pytest.mark.parametrize(
    ("text", "word", "times", "background"),
    [
        ("The regent was killed in January 2029.", "killed", {"January 2029": "2029-01"}, True),
        ("The regent was killed on Tuesday.", "killed", {"Tuesday": "2031-05-06"}, False),
        ("Prices have doubled since raiders attacked the mill.", "attacked", {}, True),
        ("Raiders attacked the mill.", "attacked", {}, False),
        ("The envoys will meet in January 2029.", "meet", {"January 2029": "2029-01"}, False),
    ],
)
def test_background(text, word, times, background):
    """What is dated well before the report, or stands behind "since", is told again."""
    assert event_of(text, word, times).background is background


def test_no_background_without_a_day_of_publication():
    """Without a day of publication a date does not make background."""
    text = "The regent was killed in January 2029."
    assert event_of(text, "killed", {"January 2029": "2029-01"}, None).background is False


def test_a_name_is_no_event():
    """A word inside a name tells of nothing that happens."""
    assert events_of("Ines Roe leads the Northern Strike Fund in Oslo.") == ()


def test_events_are_the_same_each_time_and_lie_inside_the_text():
    """The same text gives the same events, in order, with spans inside it."""
    text = "Raiders attacked the mill after the talks in Oslo collapsed."
    found = events_of(text)
    assert found == events_of(text)
    assert [e.predicate for e in found] == sorted(e.predicate for e in found)
    assert all(0 <= s < t <= len(text) for e in found for s, t in (e.predicate, e.who or (0, 1), e.whom or (0, 1)))
