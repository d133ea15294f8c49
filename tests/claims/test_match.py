"""Units compared: the same claim, the same matter, or neither."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.claims.covering import COVERING_FEATURES
from whoseword.claims.features import DEED_FEATURES, UNIT_FEATURES
from whoseword.claims.keys import keys
from whoseword.claims.match import BIAS, WEIGHTS, match
from whoseword.claims.told import units
from whoseword.lexicon import load_lexicon

pytestmark = pytest.mark.model

LEXICON = load_lexicon()
RAID = "The old corn mill in Tasken was attacked by raiders."
VOTE = "Norway's parliament voted unanimously to expel Danish troops."


def compared(one, other, days=("2031-05-08", "2031-05-09")):
    a, b = (units(record_of(text, day), LEXICON)[0] for text, day in zip((one, other), days, strict=True))
    return match(a, b, LEXICON)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (VOTE, "In the aftermath, Norway's parliament voted unanimously to expel Danish forces."),
        ("Raiders killed the mayor Ann Roe in Tasken on Monday.", "Ann Roe was assassinated in Tasken by raiders."),
        ("The two guilds agreed to change the role of the harbour watch to a training role.",
         "The two guilds have agreed to change the mission of the harbour watch."),
    ],
)  # fmt: skip
def test_same(one, other):
    """Other words for one deed of the same people."""
    assert compared(one, other).grade == "same"


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (VOTE, "Norway's parliament did not vote to expel Danish troops.", ("2031-05-08", "2031-05-09")),
        ("Danish troops left Norway on Monday.", "Danish troops will leave Norway.", ("2031-05-08", "2031-05-09")),
        ("The league demanded the closure of the Tasken customs house.",
         "The league agreed to the closure of the Tasken customs house.", ("2031-05-08", "2031-05-09")),
        ("The two guilds agreed to change the role of the harbour watch in Tasken.",
         "The two guilds will announce a change in the role of the watch in Tasken.", ("2031-04-08", "2031-07-22")),
        ("Danish troops will leave Norway.", "Danish troops might leave Norway.", ("2031-05-08", "2031-05-09")),
        ("Raiders killed Ann Roe in Tasken.", "Raiders killed Bel Marsh in Tasken.", ("2031-05-08", "2031-05-09")),
    ],
)  # fmt: skip
def test_never_the_same(one, other, days):
    """Another polarity, mode, step or victim is never one claim."""
    assert compared(one, other, days).grade != "same"


@pytest.mark.parametrize(
    ("other", "grade"),
    [
        ("“We put it in the log, and the log was never read.”", "same"),
        ("“We put it in the log, and the log was never read again.”", "same"),
        ("“We put it in the log.”", "matter"),
    ],
)
def test_the_same_words_are_the_same_claim(other, grade):
    """Six words that are the same, or almost all of them, whatever they tell; not a part of them."""
    one = "“We put it in the log, and the log was never read,” the clerk said."
    assert compared(one, f"{other[:-1]},” the clerk of Tasken said.".replace(".,”", ",”")).grade == grade


@pytest.mark.parametrize(("speaker", "quoted"), [("Ann Roe", True), ("Bel Marsh", False)])
def test_one_who_is_named_is_quoted(speaker, quoted):
    """Six words in a row from one mouth are one claim, whatever stands around them; from two that is no reason."""
    one = "“The old lock gate will never open again, and nobody in Tasken wept,” Ann Roe said."
    other = "“Believe me: the old lock gate will never open, whoever asks for a key to the barge house,” {} said."
    a, b = (units(record_of(text, "2031-05-08"), LEXICON)[0] for text in (one, other.format(speaker)))
    found = match(a, b, LEXICON)
    assert ("one who is named is quoted with the same words" in [reason.words for reason in found.reasons]) == quoted
    assert {*keys(a)} & {*keys(b)}


def test_one_day_binds():
    """One deed of the same people on one day is one, in however many other words."""
    one = "Hundreds of millers in Tasken walked off the job on Monday."
    other = "The millers of the east bank walked out on Monday, May 5."
    assert compared(one, other).grade == "same"


def test_the_same_words_denied_are_not():
    """A denial in the words of what is denied is another claim."""
    told = "The clerk {} that the two guilds had closed the Tasken customs house."
    assert compared(told.format("said"), told.format("denied")).grade != "same"


@pytest.mark.parametrize(
    ("one", "other", "days", "grade"),
    [
        (RAID, "Raiders attacked the old corn mill of Tasken.", ("2031-05-08", "2031-05-20"), "matter"),
        (RAID, "Raiders attacked the old corn mill of Tasken.", ("2031-05-08", "2031-05-09"), "same"),
        ("Nine carters were killed at the Tasken mill.", "Four carters were killed at the mill in Tasken.",
         ("2031-05-08", "2031-05-08"), "matter"),
    ],
)  # fmt: skip
def test_of_a_series(one, other, days, grade):
    """What happens again and again is not the same without a date, or with other figures."""
    assert compared(one, other, days).grade == grade


def test_nothing_shared():
    """Two units without a word or a deed in common have nothing to do with each other, and it says so."""
    found = compared(VOTE, "The mill at Orsel burned for three hours.")
    assert (found.grade, found.score) == ("none", 0.0)
    assert found.reasons


def test_two_clauses_of_one_statement():
    """A statement that tells two things in much the same words does not tell one of them twice."""
    text = "The old lock gate in Tasken will be shown to the council and the old lock gate in Tasken will be sold"
    one, other = units(record_of(f"{text}, the clerk said.", "2031-05-08"), LEXICON)[:2]
    assert one.statement == other.statement
    found = match(one, other, LEXICON)
    assert found.grade == "none"
    assert [reason.words for reason in found.reasons] == ["they are two clauses of one statement"]


def test_either_order_gives_the_same():
    """Grade and score do not depend on which unit comes first."""
    one, other = (units(record_of(text), LEXICON)[0] for text in (VOTE, "Parliament voted to expel the Danish forces."))
    forth, back = match(one, other, LEXICON), match(other, one, LEXICON)
    assert (forth.grade, forth.score) == (back.grade, back.score)


def test_differences_name_both_sides():
    """What a reader should see: the words on each side, and their places."""
    found = compared("Raiders killed the mayor Ann Roe in Tasken.", "Raiders assassinated the mayor Ann Roe in Tasken.")
    (wording,) = [each for each in found.differences if each.kind == "wording"]
    assert (wording.before, wording.after) == ("kill", "assassinate")
    assert all(wording.spans)


def test_what_keeps_them_apart_is_told():
    """Two units on one matter say what speaks against their being the same."""
    found = compared("Danish troops left Norway on Monday.", "Danish troops will leave Norway soon.")
    assert [reason.words for reason in found.reasons if reason.feature == "same"] == ["mode speaks against it"]


def test_every_feature_has_a_weight():
    """Each fitted weight is that of a feature, and those that look at all words have one each."""
    assert {*WEIGHTS} <= {feature.__name__ for feature in (*DEED_FEATURES, *UNIT_FEATURES, *COVERING_FEATURES)}
    assert {*WEIGHTS} >= {feature.__name__ for feature in COVERING_FEATURES}
    assert BIAS < 0
