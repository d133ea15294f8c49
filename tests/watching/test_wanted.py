"""The words of a watch: which of them count, and how much of them is said somewhere."""

from __future__ import annotations

import pytest

from whoseword.across.intake import Watch
from whoseword.lexicon import load_lexicon
from whoseword.watching.wanted import ABOUT, SAYS, Spoken, Wanted, wanted_of


def wanted(words: str) -> Wanted:
    return wanted_of(Watch(1, words, ""), load_lexicon())


@pytest.mark.parametrize(
    ("words", "is_phrase", "count"),
    [
        ("the Orsel dam", True, 2),
        ("log of the upper gate", True, 3),
        ("prisoners will be released", True, 2),
        ("troops cut to 8,600", True, 3),
        ("the Orsel dam will be emptied by June", False, 4),
        ("“Orsel” dam dam", True, 2),
        ("the of", True, 2),
        ("– …", True, 0),
    ],
)
def test_only_telling_words_count(words, is_phrase, count):
    """Articles and helping verbs do not count, a word counts once, a number is one word, whatever its marks."""
    made = wanted(words)
    assert (made.is_phrase, len(made.words)) == (is_phrase, count)


def test_all_of_a_phrase_must_be_there():
    """One word of a phrase is not the phrase, and a like word is not the word."""
    made = wanted("troops on the Orsel dam")
    assert made.said_in(Spoken(frozenset({"troop", "orsel", "dam", "sand"}))) == 1
    assert made.said_in(Spoken(frozenset({"orsel", "dam"}), frozenset({"troop"}), frozenset({"troops"}))) < SAYS


def test_a_number_must_be_there_to_say_it_and_not_to_be_about_it():
    """Another number is another claim, while a figure moves."""
    made = wanted("8,600 sailors were hurt on the Vell ferry")
    others = Spoken(frozenset({"sailor", "hurt", "vell", "ferri", "8", "700"}))
    assert made.said_in(others) == 0
    assert made.is_about(others)


def test_the_adjective_of_a_country_is_the_country():
    """A country is found by its name in reports, whatever word for it is watched; a capital is itself."""
    iranian, tehran = wanted("Iranian sailors"), wanted("Tehran sailors")
    assert iranian.said_in(Spoken(frozenset({"iran", "sailor"}))) == 1
    assert tehran.said_in(Spoken(frozenset({"iran", "sailor"}))) < ABOUT


def test_he_is_whom_it_stands_for_in_a_claim_alone():
    """Whom a pronoun names counts where a claim is watched; of a phrase the words must be there."""
    claim, phrase = wanted("Rook will empty the Orsel dam in June"), wanted("Rook at the dam")
    said = Spoken(frozenset({"empti", "orsel", "dam", "june"}), frozenset({"rook"}))
    assert claim.said_in(said) == pytest.approx(1)
    assert phrase.said_in(said) < 1


@pytest.mark.parametrize(
    ("words", "negated"), [("nobody left", True), ("he didn’t leave", True), ("Norton left", False)]
)
def test_a_negation_is_seen(words, negated):
    """A claim that something is not so is told apart."""
    assert wanted(words).negated is negated
