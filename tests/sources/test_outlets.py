"""Which words name an outlet: by the lists, by a word of the name, by what stands around it."""

from __future__ import annotations

import pytest

from tests.dossier.records import report_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Entity, EntityKind
from whoseword.sources.outlets import (
    BODY_WORDS,
    is_body_name,
    is_called_outlet,
    is_outlet,
    is_outlet_name,
    is_plain_name,
    is_same_outlet,
    is_shared_name,
    is_treated_as_outlet,
    named_outlet,
    noun_after,
    noun_before,
    publisher_name,
    without_modifiers,
)

LEXICON = load_lexicon()
WORDS = LEXICON.outlet_words
LOOKS_SHARED = sorted(name for name in WORDS.shared if " " in name or name.isupper() or "-" in name)


@pytest.mark.parametrize("word", sorted(WORDS.in_names))
def test_word_of_an_outlet(word):
    """Each of the words makes a name of two an outlet's, with a capital."""
    assert is_outlet_name(f"Vell {word.title()}", LEXICON)
    assert not is_outlet_name(f"Vell {word}", LEXICON)


@pytest.mark.parametrize("word", sorted(BODY_WORDS))
def test_word_of_a_body(word):
    """Each of the words makes a body of what would otherwise be treated as an outlet."""
    assert is_body_name(f"Harbour {word.title()}")
    assert not is_treated_as_outlet(f"the Harbour {word.title()}")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Evening Bell", True),
        ("the Harbour Council", False),
        ("the Prime Minister", False),
        ("Evening Bell", False),
        ("the Guild", False),
        ("the evening bell", False),
    ],
)
def test_treated_as_outlet(words, expected):
    """An article and two capitals, and no word for a body."""
    assert is_treated_as_outlet(words) is expected


@pytest.mark.parametrize("name", sorted(WORDS.shared))
def test_shared_name(name):
    """With its article a name that several outlets share is one of them."""
    assert is_shared_name(f"the {name}", LEXICON)


@pytest.mark.parametrize("name", LOOKS_SHARED)
def test_shared_name_that_is_no_word(name):
    """Letters, two words or an Arabic article need no other."""
    assert is_shared_name(name, LEXICON)


@pytest.mark.parametrize("words", ["Post", "the post", "the Lamp", "the Times reporter"])
def test_no_shared_name(words):
    """A bare word, a small letter or a longer phrase is none."""
    assert not is_shared_name(words, LEXICON)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("told the newspaper Vell Bell", True),
        ("told the newspaper the Vell Bell", True),
        ("told Vell Bell magazine", True),
        ("told Vell Bell guards", False),
        ("told newspapers, Vell Bell too", False),
    ],
)
def test_called_outlet(text, expected):
    """A noun beside the name says that it is an outlet."""
    assert is_called_outlet(text, (0, len(text)), "Vell Bell", LEXICON) is expected


@pytest.mark.parametrize("noun", sorted(WORDS.nouns))
class TestNouns:
    def test_before(self, noun):
        """Each noun is found before a name."""
        text = f"the {noun} Tin Lamp"
        assert noun_before(text, text.index("Tin"), LEXICON) == noun

    def test_after(self, noun):
        """Each noun is found behind a name, and not where it is only the start of a word."""
        assert noun_after(f"Tin Lamp {noun}, a", len("Tin Lamp"), LEXICON) == noun
        assert noun_after(f"Tin Lamp {noun}ish", len("Tin Lamp"), LEXICON) in {None, noun.split()[0]}

    def test_names_an_outlet(self, noun):
        """Each noun makes an outlet of a name that no list knows."""
        assert named_outlet(f"the {noun} Tin Lamp", LEXICON) == "Tin Lamp"
        assert named_outlet(f"the Tin Lamp {noun}", LEXICON) == "Tin Lamp"


@pytest.mark.parametrize("word", sorted(WORDS.adjectives))
def test_adjective(word):
    """Each adjective may stand between an article and the name."""
    assert named_outlet(f"the {word} Politico", LEXICON) == "Politico"


@pytest.mark.parametrize("ending", sorted(WORDS.endings))
def test_ending(ending):
    """Each ending makes a compound that may stand there."""
    assert named_outlet(f"the Vell-{ending} Politico", LEXICON) == "Politico"
    assert without_modifiers(f"told the Vell-{ending} ", LEXICON) == "told "


@pytest.mark.parametrize("day", sorted(WORDS.days))
def test_day(day):
    """A day or a month behind a noun is no name: "the newspaper Sunday"."""
    assert named_outlet(f"the newspaper {day}", LEXICON) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Saudi-owned Al Arabiya", "Al Arabiya"),
        ("the London-based Asharq al-Awsat", "Asharq Al-Awsat"),
        ("Qatar’s Al-Jazeera", "Al Jazeera"),
        ("Lebanon's pro-Orsel Al-Manar television", "Al-Manar"),
        ("the New York-based magazine Tin Lamp", "Tin Lamp"),
        ("the New York-based magazine Newsweek", "Newsweek"),
        ("Vellan broadcaster CNN", "CNN"),
        ("the semi-official Tasnim news agency", "Tasnim News Agency"),
        ("French daily Le Monde", "Le Monde"),
        ("Time magazine", "Time"),
        ("the Sun newspaper", "The Sun"),
        ("Politico", "Politico"),
    ],
)
def test_named_outlet(words, name):
    """Articles, nations, adjectives and nouns around a name are not part of it."""
    assert named_outlet(words, LEXICON) == name


@pytest.mark.parametrize(
    "words",
    [
        "the head of Al Jazeera",
        "CNN’s Bel Marsh",
        "Politico reporter Bel Marsh",
        "Time",
        "the Sun",
        "the newspaper",
        "a Vellan newspaper",
        "Vellan television",
        "French newspaper",
        "the Tin Lamp",
        "the magazine’s Ann Roe",
        "a newspaper seller",
        "",
    ],
)
def test_no_named_outlet(words):
    """Somebody of an outlet, a doubtful name, a noun without a name or a bare capital names none."""
    assert named_outlet(words, LEXICON) is None


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        ("told the Saudi-owned ", "told "),
        ("in an interview with the New York-based ", "in an interview with "),
        ("spoke to Qatar’s ", "spoke to "),
        ("told the French newspaper ", "told "),
        ("told ", "told "),
        ("the head of ", "the head of "),
    ],
)
def test_without_modifiers(before, rest):
    """What belongs to a name goes, what leads to it stays."""
    assert without_modifiers(before, LEXICON) == rest


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tin Lamp", True),
        ("Lamp of Orsel", True),
        ("tin Lamp", False),
        ("France", False),
        ("South French", False),
        ("May Lamp", False),
        ("", False),
    ],
)
def test_plain_name(name, expected):
    """Capitals throughout, and no day, country or nation."""
    assert is_plain_name(name, LEXICON) is expected


@pytest.mark.parametrize(
    ("kind", "name", "words", "expected"),
    [
        ("outlet", "Tin Lamp", None, True),
        ("document", "Politico", "a Politico report", True),
        ("document", "Tin Lamp", "a report from the Tin Lamp", True),
        ("document", "Tin Lamp", "a Tin Lamp report", False),
        ("document", None, "a report", False),
        ("organisation", "Politico", None, False),
    ],
)
def test_outlet_or_its_document(kind: EntityKind, name, words, expected):
    """A document counts where its owner is an outlet."""
    entity = Entity("e1", name, kind, named=name is not None, description=words, mentions=())
    assert is_outlet(entity, LEXICON) is expected


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("CNN (Web News)", "CNN"),
        ("The Sun", "The Sun"),
        ("Time", "Time"),
        ("Tin Lamp (Vell)", "Tin Lamp"),
        (None, None),
    ],
)
def test_publisher_name(given, name):
    """The outlet that published is the one of the lists, brackets aside; there is no doubt about it."""
    assert publisher_name(report_of("So.", outlet=given), LEXICON) == name


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Fox Online News", "Fox News", True),
        ("The Guardian", "Guardian", True),
        ("The New York Times", "The Los Angeles Times", False),
        ("", "Guardian", False),
    ],
)
def test_same_outlet(one, other, expected):
    """Articles and words in between do not part an outlet from itself."""
    assert is_same_outlet(one, other) is expected
