"""The word lists: every entry matches inside its own example, and the lookups answer as journalists would expect."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.marks import Marked, parse
from whoseword.claims.lemmas import lemma_of
from whoseword.entries import CountedNoun, Sense
from whoseword.errors import LexiconError
from whoseword.lexicon import (
    FILES,
    Cue,
    EventWord,
    Meaning,
    Noun,
    Outlet,
    Phrase,
    Undertaking,
    load_lexicon,
    parse_lexicon,
)

LEXICON = load_lexicon()
PHRASES = (
    *LEXICON.complements,
    *LEXICON.grants,
    *LEXICON.affiliations,
    *LEXICON.partitives,
    *LEXICON.numbers,
    *LEXICON.anonymity,
)
TEXTS = {path: (files("whoseword") / "lexicons" / path).read_text(encoding="utf-8") for path in FILES}


def cue_words(marked: Marked) -> list[str]:
    """The words of each cue mark of an example."""
    return [marked.text[start:end] for statement in marked.statements for start, end in statement.cue]


def source_words(marked: Marked) -> str:
    """The words of the one source mark of an example."""
    (statement,) = marked.statements
    assert statement.source is not None
    return marked.text[slice(*statement.source)]


class TestEntries:
    """Each entry is found by its own lookup in its own example: none of them can never match."""

    @pytest.mark.parametrize("cue", LEXICON.cues, ids=lambda cue: cue.lemma)
    def test_cue(self, cue: Cue) -> None:
        """A cue is found by each of its forms, and its example holds one of them as the cue."""
        assert [LEXICON.cue(form) for form in (cue.lemma, *cue.forms)] == [cue] * (len(cue.forms) + 1)
        marked = parse(cue.example)
        assert [LEXICON.cue(words) for words in cue_words(marked)] == [cue]

    @pytest.mark.parametrize("cue", [cue for cue in LEXICON.cues if cue.takes_recipient], ids=lambda cue: cue.lemma)
    def test_recipient(self, cue: Cue) -> None:
        """A cue that takes a recipient shows one in its example, right after the cue."""
        (statement,) = parse(cue.example).statements
        assert [start for start, _ in statement.told_to] == [statement.cue[0][1] + 1]

    @pytest.mark.parametrize("entry", LEXICON.undertakings, ids=lambda entry: entry.lemma)
    def test_undertaking(self, entry: Undertaking) -> None:
        """A word of promises is found by each of its forms in its sort, and its example holds one as the cue."""
        assert [LEXICON.undertaking[form][entry.sort] for form in entry.forms] == [entry] * len(entry.forms)
        assert [words.lower() in entry.forms for words in cue_words(parse(entry.example))] == [True]

    @pytest.mark.parametrize("entry", LEXICON.events, ids=lambda entry: entry.lemma)
    def test_event(self, entry: EventWord) -> None:
        """A word for what happens is found by each of its forms, and its example holds one as the cue."""
        assert [LEXICON.event_verb[form] for form in entry.verb] == [entry] * len(entry.verb)
        assert [LEXICON.event_noun[form] for form in entry.noun] == [entry] * len(entry.noun)
        assert [words.lower() in entry.verb + entry.noun for words in cue_words(parse(entry.example))] == [True]

    @pytest.mark.parametrize("meaning", LEXICON.meanings, ids=lambda meaning: meaning.name)
    def test_meaning(self, meaning: Meaning) -> None:
        """A group of like words is found by each of its lemmas, and its example holds one of them as the cue."""
        assert all(meaning in LEXICON.meaning_of_verb[lemma] for lemma in meaning.verbs)
        assert all(meaning in LEXICON.meaning_of_noun[lemma] for lemma in meaning.nouns)
        (words,) = cue_words(parse(meaning.example))
        lemmas = {lemma_of(words.lower(), "verb", LEXICON)} & {*meaning.verbs}
        assert lemmas | ({lemma_of(words.lower(), "noun", LEXICON)} & {*meaning.nouns})

    @pytest.mark.parametrize("entry", LEXICON.figures.nouns, ids=lambda entry: entry.nouns[0])
    def test_counted_noun(self, entry: CountedNoun) -> None:
        """A noun that is counted is found by its lemma, and its example holds a form of it as the cue."""
        assert [LEXICON.counted_noun[noun] for noun in entry.nouns] == [entry] * len(entry.nouns)
        (words,) = cue_words(parse(entry.example))
        assert words in entry.nouns or lemma_of(words, "noun", LEXICON) in entry.nouns

    @pytest.mark.parametrize("sense", LEXICON.figures.senses, ids=lambda sense: sense.name)
    def test_sense(self, sense: Sense) -> None:
        """A sense is found by each of its words, and its example holds one of them as the cue."""
        assert {LEXICON.sense_of_verb[verb] for verb in sense.verbs} <= {sense.name}
        assert {LEXICON.sense_of_noun[word] for word in sense.words} <= {sense.name}
        for verb, word in (phrase.split() for phrase in sense.phrases):
            assert LEXICON.sense_phrases[verb][word] == sense.name
        (words,) = cue_words(parse(sense.example))
        assert sense.name in {
            LEXICON.sense_of_verb.get(lemma_of(words, "verb", LEXICON)),
            LEXICON.sense_of_noun.get(words),
        }

    @pytest.mark.parametrize("head", LEXICON.heads, ids=lambda head: head.lemma)
    def test_head(self, head: Noun) -> None:
        """A head of unnamed sources is the one found in the source of its example, and under each of its forms."""
        found = LEXICON.unnamed(source_words(parse(head.example)))
        assert found is not None
        assert found.head == head
        for form in head.singular + head.plural:
            unnamed = LEXICON.unnamed(f"the {form}")
            assert unnamed is not None
            assert unnamed.head == head

    @pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.words)
    def test_phrase(self, phrase: Phrase) -> None:
        """A phrase around a head stands in the source of its example, which is unnamed and has the phrase's count."""
        words = source_words(parse(phrase.example))
        assert re.search(rf"\b{re.escape(phrase.words)}\b", words, re.IGNORECASE)
        found = LEXICON.unnamed(words)
        assert found is not None
        assert phrase.count is None or found.count == phrase.count
        assert found.anonymous == (phrase in LEXICON.anonymity)

    @pytest.mark.parametrize("word", sorted(LEXICON.followers))
    def test_follower(self, word: str) -> None:
        """A word that may follow a head does not hide it."""
        assert LEXICON.is_unnamed(f"two officials {word} the harbour")

    @pytest.mark.parametrize("lemma", sorted(LEXICON.belonging))
    def test_belonging(self, lemma: str) -> None:
        """Who belongs to somebody is one of the heads."""
        assert lemma in {head.lemma for head in LEXICON.heads}

    @pytest.mark.parametrize("document", LEXICON.documents, ids=lambda document: document.lemma)
    def test_document(self, document: Noun) -> None:
        """A document is the one found in the source of its example, and under each of its forms."""
        assert LEXICON.document(source_words(parse(document.example))) == document
        forms = document.singular + document.plural
        assert [LEXICON.document(f"the harbour {form}") for form in forms] == [document] * len(forms)

    def test_enough(self) -> None:
        """The list of cues is long enough to be of use."""
        assert len(LEXICON.cues) >= 150

    def test_examples_differ(self) -> None:
        """No example stands for two entries."""
        examples = [noun.example for noun in (*LEXICON.heads, *LEXICON.documents)]
        examples += [cue.example for cue in LEXICON.cues] + [phrase.example for phrase in PHRASES]
        assert len(set(examples)) == len(examples)


class TestCues:
    """Looking up reporting cues."""

    def test_case_and_blanks(self) -> None:
        """Case and the number of blanks do not matter."""
        assert LEXICON.cue("According  to") is LEXICON.cue("according to")
        assert LEXICON.cue("umbrella") is None

    @pytest.mark.parametrize(
        ("words", "lemma"),
        [
            ("had earlier told", "tell"),
            ("would not say", "would not say"),
            ("has since declined to comment", "decline to comment"),
            ("hinted at", "hint at"),
            ("said and added,", "add"),
        ],
    )
    def test_within(self, words: str, lemma: str) -> None:
        """Among other words the longest form is found, and the last of equals."""
        found = LEXICON.cue_within(words)
        assert found is not None
        assert found.lemma == lemma

    def test_within_nothing(self) -> None:
        """Words without a cue give none."""
        assert LEXICON.cue_within("the umbrella") is None
        assert LEXICON.cue_within("") is None


class TestUnnamed:
    """Telling unnamed sources from named ones."""

    @pytest.mark.parametrize(
        ("words", "lemma", "kind", "count"),
        [
            ("sources", "source", "group", None),
            ("A senior Morvanian diplomat", "diplomat", "person", 1),
            ("three people who work at the dam", "person", "group", 3),
            ("1,200 farmers", "farmer", "group", 1200),
            ("one of the lawyers", "lawyer", "person", 1),
            ("the port authorities", "authorities", "group", None),
            ("police", "police", "group", None),
            ("an official, who was in the room", "official", "person", 1),
        ],
    )
    def test_unnamed(self, words: str, lemma: str, kind: str, count: int | None) -> None:
        """The head, whether one or many, and the number are told."""
        found = LEXICON.unnamed(words)
        assert found is not None
        assert (found.head.lemma, found.kind, found.count) == (lemma, kind, count)

    @pytest.mark.parametrize(
        "words",
        [
            "Rolf Anders",
            "spokesman Rolf Anders",
            "Rolf Anders, a minister",
            "a minister, Rolf Anders",
            "the Water Ministry",
            "a police report",
            "she",
            "",
        ],
    )
    def test_not_unnamed(self, words: str) -> None:
        """A name next to the head, another noun after it, a pronoun or no words at all are no unnamed source."""
        assert not LEXICON.is_unnamed(words)

    @given(st.text())
    def test_any_words(self, words: str) -> None:
        """Every lookup answers on any string."""
        assert LEXICON.is_unnamed(words) == (LEXICON.unnamed(words) is not None)
        for answer in (LEXICON.document(words), LEXICON.outlet(words), LEXICON.cue(words), LEXICON.cue_within(words)):
            assert answer is None or isinstance(answer, Noun | Outlet | Cue)


class TestDocuments:
    """Looking up documents that speak."""

    @pytest.mark.parametrize(
        ("words", "lemma"),
        [
            ("The Ledger report", "report"),
            ("a statement on the talks", "statement"),
            ("an e-mail Dunmore wrote", "e-mail"),
        ],
    )
    def test_document(self, words: str, lemma: str) -> None:
        """The noun of a document is found with what stands around it."""
        found = LEXICON.document(words)
        assert found is not None
        assert found.lemma == lemma

    @pytest.mark.parametrize("words", ["the report's author", "the letter writer", "an official"])
    def test_no_document(self, words: str) -> None:
        """Somebody who has to do with a document is no document."""
        assert LEXICON.document(words) is None


class TestOutlets:
    """Looking up outlets and agencies."""

    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("the Wall Street Journal", "The Wall Street Journal"),
            ("New York Times", "The New York Times"),
            ("the AP", "The Associated Press"),
            ("the BBC", "BBC"),
            ("the Guardian", "The Guardian"),
            ("The Hill", "The Hill"),
        ],
    )
    def test_article_is_ignored(self, written: str, name: str) -> None:
        """A leading article does not matter where the name is clear without it."""
        found = LEXICON.outlet(written)
        assert found is not None
        assert found.name == name

    @pytest.mark.parametrize("written", ["the Hill", "time", "politico", "the Times", "Harbour News", "the "])
    def test_no_guess(self, written: str) -> None:
        """Common words, other cases and "the Times", which may be several papers, are not resolved."""
        assert LEXICON.outlet(written) is None


class TestWrongEntries:
    """A wrong entry is refused with its file and what to do."""

    @pytest.mark.parametrize(
        ("path", "old", "new", "message"),
        [
            ("en/cues.toml", 'act = "statement"', 'act = "speech"', "cue 1 .say.: act is 'speech'"),
            ("en/cues.toml", 'distance = "neutral"', "", "distance is None"),
            ("en/cues.toml", "takes_recipient = false", "takes_recipient = 0", "takes_recipient is 0"),
            ("en/cues.toml", '"says", ', '"says ", ', "forms is"),
            ("en/cues.toml", '"says", ', '"told", ', "stand twice: told"),
            ("en/cues.toml", 'act = "statement"', 'act = "statement"\nmood = "calm"', "unknown fields .'mood'"),
            ("en/cues.toml", "[[cue]]", "[[clue]]", "unknown tables .'clue'"),
            ("en/cues.toml", "[[cue]]", "[[cue", "en/cues.toml: "),
            ("en/unnamed.toml", "count = 1", "count = -1", "count is -1"),
            ("en/unnamed.toml", 'plural = ["authorities"]', "plural = []", "neither a singular nor a plural"),
            ("en/documents.toml", '"report"]', '"report", "study"]', "stand twice: study"),
            ("outlets.csv", "name,aliases", "aliases,name", "the columns are"),
            ("outlets.csv", "newspaper", "gazette", "line 2: 'gazette'"),
            ("outlets.csv", "nytimes.com,", "", "line 2 has 5 cells"),
            ("outlets.csv", "NYT|NY Times", "NYT||NY Times", "line 2 needs a name"),
            ("wires.csv", "Reuters,", "Politico,", "stand twice: Politico"),
            ("en/frequencies.csv", "* reports", "reports", "the first two lines"),
            ("en/frequencies.csv", "the,", "the;", "line 4 is not a stem and a count"),
            ("en/frequencies.csv", "\nto,", "\nthe,", "stand twice: the"),
            ("en/frequencies.csv", "* least,8", "* least,9", "a count is below the least"),
        ],
    )
    def test_refused(self, path: str, old: str, new: str, message: str) -> None:
        """One damaged entry in one file raises a LexiconError that names it."""
        changed = TEXTS[path].replace(old, new, 1)
        assert changed != TEXTS[path]
        with pytest.raises(LexiconError, match=message):
            parse_lexicon(TEXTS | {path: changed})

    def test_read_once(self) -> None:
        """The lexicon is read once and the files give the same again."""
        assert load_lexicon() is LEXICON
        assert parse_lexicon(TEXTS) == LEXICON


class TestPlaces:
    @pytest.mark.parametrize("place", LEXICON.places, ids=lambda place: place.name)
    def test_every_word_leads_to_its_country(self, place) -> None:
        """Name, aliases, adjectives and capital lead to the country, with an article as well."""
        for words in filter(None, (place.name, *place.aliases, *place.adjectives, place.capital)):
            assert LEXICON.country(words) == LEXICON.country(f"the {words}") == place

    def test_other_words_are_no_country(self) -> None:
        """A word of no country leads nowhere, and case counts."""
        assert (LEXICON.country("Velland"), LEXICON.country("turkey")) == (None, None)


def braced(example: str) -> tuple[str, tuple[int, int]]:
    """An example without its braces, and the place of what stood in them."""
    start, end = example.index("{"), example.index("}") - 1
    return example.replace("{", "").replace("}", ""), (start, end)


class TestAmountsAndModality:
    @pytest.mark.parametrize("unit", LEXICON.units, ids=lambda unit: unit.lemma)
    def test_unit(self, unit) -> None:
        """A unit is found by each of its forms, in lower case, and its example holds one of them."""
        text, span = braced(unit.example)
        assert [LEXICON.unit[form] for form in (text[slice(*span)].lower(), *unit.forms)] == [unit] * (
            len(unit.forms) + 1
        )
        assert [form for form in unit.forms if form != form.lower()] == []

    @pytest.mark.model
    @pytest.mark.parametrize("modality", LEXICON.modalities, ids=lambda modality: modality.lemma)
    def test_modality(self, modality) -> None:
        """A word of modality bears on something in its example, with its kind and outcome."""
        from whoseword.reports.reader import load_reader
        from whoseword.statements.modality import Modality
        from whoseword.statements.trees import Tree

        text, span = braced(modality.example)
        bearings = Modality(Tree(text, load_reader().read(text)[0]), LEXICON).bearings
        found = {(b.kind, b.outcome, b.sort) for b in bearings if b.span == span}
        assert found == {(modality.kind, modality.outcome, modality.sort)}

    def test_implying_verbs_are_no_modality_of_their_own(self) -> None:
        """A verb whose infinitive happened leaves nothing open; "able" stands in both, and says the same in both."""
        verbs = {form for form, sorts in LEXICON.modality.items() if sorts.get("verb")}
        assert LEXICON.implying & verbs == set()
