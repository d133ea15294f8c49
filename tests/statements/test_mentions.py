"""The words that name or describe a source -> what they mention."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.readings import reading_of, span_of
from whoseword.lexicon import load_lexicon
from whoseword.model import NameKind
from whoseword.statements.mentions import Mention, bare, head_of, is_pronoun, key_of, mention, names_in

LEXICON = load_lexicon()


def mentioned(
    words: str, names: Mapping[str, NameKind] | None = None, grammar: Mapping[str, str] | None = None
) -> Mention:
    """What `words` mention as the source of "… said so."."""
    text, reading = reading_of(f"{words} said so.", names=names, grammar=grammar)
    return mention(text, reading, (0, len(words)), LEXICON)


def person(name: str) -> Mention:
    return Mention(name, "person", named=True, description=None)


def described(words: str, kind) -> Mention:
    return Mention(None, kind, named=False, description=words)


@pytest.mark.parametrize("words", ["he", "She", "they", "who", "We"])
def test_pronoun(words):
    """A bare pronoun mentions nobody by itself."""
    assert is_pronoun(words)
    assert mentioned(words) == described(words, "unknown")


@pytest.mark.parametrize("words", ["he himself", "Ann", "the", ""])
def test_no_pronoun(words):
    """More than a pronoun, or another word, is none."""
    assert not is_pronoun(words)


@pytest.mark.parametrize("words", ["Reuters", "the Associated Press", "The Associated Press"])
def test_outlet(words):
    """A known outlet is itself, with or without its article, and goes by its name in the list."""
    found = mentioned(words)
    assert (found.kind, found.named, found.description) == ("outlet", True, None)
    assert found.name == LEXICON.outlet(words).name  # type: ignore[union-attr]


def test_outlet_by_alias_is_the_outlet():
    """An alias gives the same name as the outlet's full one."""
    outlet = next(o for o in LEXICON.outlets if o.aliases)
    assert mentioned(outlet.aliases[0]).name == mentioned(outlet.name).name == outlet.name


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("A Vellan official", "person"),
        ("Two officials", "group"),
        ("Sources", "group"),
        ("an aide to the duke", "person"),
    ],
)
def test_unnamed(words, kind):
    """A source without a name keeps its own words."""
    assert mentioned(words) == described(words, kind)


def test_person():
    """A person's name is the mention, without what stands around it."""
    assert mentioned("Vellan minister Ann Roe", {"Ann Roe": "person"}) == person("Ann Roe")


def test_person_of_an_outlet():
    """Somebody of an outlet is the person, not the outlet."""
    assert mentioned("Ann Roe of Reuters", {"Ann Roe": "person", "Reuters": "organisation"}) == person("Ann Roe")


@pytest.mark.parametrize("mark", ["'s", "’s"])
def test_possessive_is_not_the_source(mark):
    """Of two names, the one that the other belongs to is not meant; a spokesman is not the one he speaks for."""
    names: dict[str, NameKind] = {"Ann Roe": "person", "Boris Nord": "person"}
    assert mentioned(f"Ann Roe{mark} brother Boris Nord", names) == person("Boris Nord")
    assert mentioned(f"Ann Roe{mark} spokesman", {"Ann Roe": "person"}) == described(
        f"Ann Roe{mark} spokesman", "person"
    )


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("A spokesman for Ann Roe", "person"),
        ("Two aides to President Ann Roe", "group"),
        ("Two aides to the president, Ann Roe", "group"),
        ("Officials including Ann Roe", "group"),
    ],
)
def test_one_who_speaks_for_another(words, kind):
    """A spokesman for a named person is not that person."""
    assert mentioned(words, {"Ann Roe": "person"}) == described(words, kind)


@pytest.mark.parametrize("words", ["A lawyer for the family, Ann Roe,", "A spokesman, Ann Roe", "Ann Roe, a spokesman"])
def test_apposition_is_the_source(words):
    """A name set behind or before a description by a comma is the one described."""
    assert mentioned(words, {"Ann Roe": "person"}) == person("Ann Roe")


@pytest.mark.parametrize("kind", ["organisation", "place"])
def test_name_at_the_head(kind):
    """A name that heads the words is the mention, without its article."""
    grammar = {"The": "DET det League", "Vellan": "PROPN compound League", "League": "PROPN nsubj said"}
    assert mentioned("The Vellan League", {"Vellan League": kind}, grammar) == Mention(
        "Vellan League", kind, named=True, description=None
    )


@pytest.mark.parametrize("name", ["Al-Vella", "Vella’s Own"])
def test_name_of_several_words(name):
    """A name that the reader cuts at a hyphen or an apostrophe is still one name."""
    head = "Vella" if name == "Al-Vella" else "Own"
    found = mentioned(name, {name: "organisation"}, {"Al": "PROPN compound Vella", head: "PROPN nsubj said"})
    assert found == Mention(name, "organisation", named=True, description=None)


def test_name_below_the_head_is_no_source():
    """Where the head is another noun, the words are a description."""
    grammar = {"ferries": "NOUN nsubj said", "Vella": "PROPN nmod ferries", "from": "ADP case Vella"}
    assert mentioned("ferries from Vella", {"Vella": "place"}, grammar) == described("ferries from Vella", "unknown")


def test_name_that_the_reader_did_not_find():
    """A proper noun at the head is a name even where the reader found none."""
    assert mentioned("the Gorrin", None, {"the": "DET det Gorrin", "Gorrin": "PROPN nsubj said"}) == Mention(
        "Gorrin", "unknown", named=True, description=None
    )


def test_document():
    """A document is one, named by whom it belongs to where that is said, and keeps its own words."""
    assert mentioned("a Reuters report", {"Reuters": "organisation"}) == Mention(
        "Reuters", "document", named=True, description="a Reuters report"
    )
    assert mentioned("Ann Roe’s report", {"Ann Roe": "person"}) == Mention(
        "Ann Roe", "document", named=True, description="Ann Roe’s report"
    )
    assert mentioned("the statement") == described("the statement", "document")
    assert mentioned("a report from Vella", {"Vella": "place"}) == described("a report from Vella", "document")


def test_names_in():
    """Only names that lie wholly inside the span count."""
    text, reading = reading_of("Ann Roe met Boris Nord.", names={"Ann Roe": "person", "Boris Nord": "person"})
    assert [text[slice(*n.span)] for n in names_in(reading, (0, 17))] == ["Ann Roe"]


def test_head_of():
    """The head is the word that nothing inside the span governs; marks are passed over."""
    grammar = {"The": "DET det farmers", "tall": "ADJ amod farmers", "farmers": "NOUN nsubj said"}
    text, reading = reading_of("“The tall farmers” said so.", grammar=grammar)
    head = head_of(reading, span_of(text, "“The tall farmers”"))
    assert head is not None
    assert text[slice(*head.span)] == "farmers"
    assert head_of(reading, (3, 3)) is None


def test_head_of_a_ring():
    """Where each word is governed by another of the span, the last is taken."""
    text, reading = reading_of("Ann Roe", grammar={"Ann": "PROPN flat Roe", "Roe": "PROPN flat Ann"})
    head = head_of(reading, (0, 7))
    assert head is not None
    assert text[slice(*head.span)] == "Roe"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The  Vellan\nLeague", "Vellan League"),
        ("an aide", "aide"),
        ("Theo Roe", "Theo Roe"),
        ("Iran Air", "Iran Air"),
        ("Vellan the Great", "Vellan the Great"),
        ("", ""),
    ],
)
def test_bare(words, expected):
    """The leading article goes and blanks are folded."""
    assert bare(words) == expected


class TestKey:
    def test_same_name(self):
        """The same name is the same source, whatever its case and article."""
        one = Mention("Vellan League", "organisation", named=True, description=None)
        other = Mention("the Vellan league", "unknown", named=True, description=None)
        assert key_of(one, (0, 5)) == key_of(other, (50, 55))

    def test_same_description(self):
        """An official and "the official" are the same source inside one report."""
        assert key_of(described("A Vellan official", "person"), (0, 5)) == key_of(
            described("the Vellan  official", "person"), (50, 55)
        )

    def test_pronouns_are_apart(self):
        """Two pronouns are never the same source by their words."""
        assert key_of(described("he", "unknown"), (0, 2)) != key_of(described("He", "unknown"), (50, 52))

    def test_outlet_and_its_report_are_apart(self):
        """A report is not the outlet that printed it."""
        report = Mention("Reuters", "document", named=True, description="a Reuters report")
        outlet = Mention("Reuters", "outlet", named=True, description=None)
        assert key_of(report, (0, 5)) != key_of(outlet, (0, 5))

    def test_name_and_words_are_apart(self):
        """A name and a description in the same words are two sources."""
        assert key_of(person("sources"), (0, 5)) != key_of(described("sources", "group"), (0, 5))


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Premier Ann Roe, Reeve Odo Finch and Mayor Ines Orme", ["Ann Roe", "Odo Finch", "Ines Orme"]),
        ("Premier Ann Roe and Reeve Odo Finch", ["Ann Roe", "Odo Finch"]),
    ],
)
def test_several_people_side_by_side(words, people):
    """Names that are joined with their titles are a group, and none of them alone."""
    found = mentioned(words, dict.fromkeys(people, "person"))
    assert (found.kind, found.named, found.name) == ("group", True, words)


def test_a_person_and_the_one_behind_a_clause():
    """A name inside what describes another is no second speaker."""
    words = "Ann Roe and an aide who met Odo Finch"
    assert mentioned(words, {"Ann Roe": "person", "Odo Finch": "person"}).name != words


@pytest.mark.parametrize("words", ["Roe’s", "Roe's"])
def test_genitive(words):
    """A belief of Roe’s is told by Roe."""
    assert mentioned(words, {words: "person"}).name == "Roe"


def test_a_name_that_was_cut_short():
    """The words of a body that are all capitals are its name, however little of it the reader marked."""
    assert mentioned("the Center on Lake Priorities", {"Center": "organisation"}).name == "Center on Lake Priorities"


@pytest.mark.parametrize(
    ("words", "name"),
    [("the Post", "Post"), ("the RIA state news agency", "RIA Novosti")],
)
def test_outlets_by_the_words_beside_them(words, name):
    """A name that several outlets share, and an agency that is called one."""
    found = mentioned(words)
    assert (found.kind, found.name) == ("outlet", name)


@pytest.mark.parametrize(
    ("words", "tags", "named"),
    [
        ("the Vellan army", "DET ADJ", True),
        ("the guild office", "DET NOUN", False),
        ("the Tarn office", "DET PROPN", True),
        ("the new army", "DET ADJ", False),
    ],
)
def test_a_body_with_a_nation_or_a_name_is_named(words, tags, named):
    """A capital tells which army it is."""
    *before, head = words.split()
    grammar = {word: f"{tag} dep {head}" for word, tag in zip(before, tags.split(), strict=True)}
    assert mentioned(words, None, grammar | {head: "NOUN"}).named is named


def test_an_office_before_a_name_that_the_reader_took_for_a_body():
    """The name at the end is a person's, whatever stands before its office."""
    words = "Tarn Law School professor emeritus Alan Orme"
    names: dict[str, NameKind] = {"Tarn Law School": "organisation", "Alan Orme": "organisation"}
    found = mentioned(words, names, {"professor": "NOUN", "emeritus": "ADJ"})
    assert found == person("Alan Orme")


@pytest.mark.parametrize(
    ("words", "people", "name"),
    [
        ("Kestrian Prime Minister Oskar Veln", ["Kestrian", "Oskar Veln"], "Oskar Veln"),
        ("Roe lawyer Ann Finch", ["Roe", "Ann Finch"], "Ann Finch"),
        ("Ann Roe, a friend of Odo Finch", ["Ann Roe", "Odo Finch"], "Ann Roe"),
    ],
)
def test_a_name_before_an_office_only_tells_whose(words, people, name):
    """Of two names with nothing but an office between them the second is meant."""
    assert mentioned(words, dict.fromkeys(people, "person")).name == name
