"""Telling unnamed sources from named ones and from documents: each head is found in its own example."""

from __future__ import annotations

import re

import pytest

from tests.lookups.marked import source_words
from tests.marks import parse
from whoseword.entries import Noun, Phrase
from whoseword.lexicon import load_lexicon

LEXICON = load_lexicon()
PHRASES = (
    *LEXICON.complements,
    *LEXICON.grants,
    *LEXICON.affiliations,
    *LEXICON.partitives,
    *LEXICON.numbers,
    *LEXICON.anonymity,
)


@pytest.mark.parametrize("head", LEXICON.heads, ids=lambda head: head.lemma)
def test_head(head: Noun) -> None:
    """A head of unnamed sources is the one found in the source of its example, and under each of its forms."""
    found = LEXICON.unnamed(source_words(parse(head.example)))
    assert found is not None
    assert found.head == head
    for form in head.singular + head.plural:
        unnamed = LEXICON.unnamed(f"the {form}")
        assert unnamed is not None
        assert unnamed.head == head


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.words)
def test_phrase(phrase: Phrase) -> None:
    """A phrase around a head stands in the source of its example, which is unnamed and has the phrase's count."""
    words = source_words(parse(phrase.example))
    assert re.search(rf"\b{re.escape(phrase.words)}\b", words, re.IGNORECASE)
    found = LEXICON.unnamed(words)
    assert found is not None
    assert phrase.count is None or found.count == phrase.count
    assert found.anonymous == (phrase in LEXICON.anonymity)


@pytest.mark.parametrize("word", sorted(LEXICON.followers))
def test_follower(word: str) -> None:
    """A word that may follow a head does not hide it."""
    assert LEXICON.is_unnamed(f"two officials {word} the harbour")


@pytest.mark.parametrize("lemma", sorted(LEXICON.belonging))
def test_belonging(lemma: str) -> None:
    """Who belongs to somebody is one of the heads."""
    assert lemma in {head.lemma for head in LEXICON.heads}


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


@pytest.mark.parametrize("document", LEXICON.documents, ids=lambda document: document.lemma)
def test_document_of_example(document: Noun) -> None:
    """A document is the one found in the source of its example, and under each of its forms."""
    assert LEXICON.document(source_words(parse(document.example))) == document
    forms = document.singular + document.plural
    assert [LEXICON.document(f"the harbour {form}") for form in forms] == [document] * len(forms)


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
