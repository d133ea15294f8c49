"""Looking up the words for what is told: each is found by its forms, and stands in its own example."""

from __future__ import annotations

import pytest

from tests.lookups.marked import braced, cue_words
from tests.marks import parse
from whoseword.claims.lemmas import lemma_of
from whoseword.entries import CountedNoun, EventWord, Meaning, Sense, Undertaking
from whoseword.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize("entry", LEXICON.undertakings, ids=lambda entry: entry.lemma)
def test_undertaking(entry: Undertaking) -> None:
    """A word of promises is found by each of its forms in its sort, and its example holds one as the cue."""
    assert [LEXICON.undertaking[form][entry.sort] for form in entry.forms] == [entry] * len(entry.forms)
    assert [words.lower() in entry.forms for words in cue_words(parse(entry.example))] == [True]


@pytest.mark.parametrize("entry", LEXICON.events, ids=lambda entry: entry.lemma)
def test_event(entry: EventWord) -> None:
    """A word for what happens is found by each of its forms, and its example holds one as the cue."""
    assert [LEXICON.event_verb[form] for form in entry.verb] == [entry] * len(entry.verb)
    assert [LEXICON.event_noun[form] for form in entry.noun] == [entry] * len(entry.noun)
    assert [words.lower() in entry.verb + entry.noun for words in cue_words(parse(entry.example))] == [True]


@pytest.mark.parametrize("meaning", LEXICON.meanings, ids=lambda meaning: meaning.name)
def test_meaning(meaning: Meaning) -> None:
    """A group of like words is found by each of its lemmas, and its example holds one of them as the cue."""
    assert all(meaning in LEXICON.meaning_of_verb[lemma] for lemma in meaning.verbs)
    assert all(meaning in LEXICON.meaning_of_noun[lemma] for lemma in meaning.nouns)
    (words,) = cue_words(parse(meaning.example))
    # Of a verb with its noun ("took place") the verb alone is bent.
    verb, *rest = words.lower().split()
    lemmas = {" ".join((lemma_of(verb, "verb", LEXICON), *rest))} & {*meaning.verbs}
    assert lemmas | ({lemma_of(words.lower(), "noun", LEXICON)} & {*meaning.nouns})


@pytest.mark.parametrize("entry", LEXICON.figures.nouns, ids=lambda entry: entry.nouns[0])
def test_counted_noun(entry: CountedNoun) -> None:
    """A noun that is counted is found by its lemma, and its example holds a form of it as the cue."""
    assert [LEXICON.counted_noun[noun] for noun in entry.nouns] == [entry] * len(entry.nouns)
    (words,) = cue_words(parse(entry.example))
    assert words in entry.nouns or lemma_of(words, "noun", LEXICON) in entry.nouns


@pytest.mark.parametrize("sense", LEXICON.figures.senses, ids=lambda sense: sense.name)
def test_sense(sense: Sense) -> None:
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


@pytest.mark.parametrize("unit", LEXICON.units, ids=lambda unit: unit.lemma)
def test_unit(unit) -> None:
    """A unit is found by each of its forms, in lower case, and its example holds one of them."""
    text, span = braced(unit.example)
    assert [LEXICON.unit[form] for form in (text[slice(*span)].lower(), *unit.forms)] == [unit] * (len(unit.forms) + 1)
    assert [form for form in unit.forms if form != form.lower()] == []


@pytest.mark.model
@pytest.mark.parametrize("modality", LEXICON.modalities, ids=lambda modality: modality.lemma)
def test_modality(modality) -> None:
    """A word of modality bears on something in its example, with its kind and outcome."""
    from whoseword.reports.reader import load_reader
    from whoseword.statements.modality import Modality
    from whoseword.statements.trees import Tree

    text, span = braced(modality.example)
    bearings = Modality(Tree(text, load_reader().read(text)[0]), LEXICON).bearings
    found = {(b.kind, b.outcome, b.sort) for b in bearings if b.span == span}
    assert found == {(modality.kind, modality.outcome, modality.sort)}


def test_implying_verbs_are_no_modality_of_their_own() -> None:
    """A verb whose infinitive happened leaves nothing open; "able" stands in both, and says the same in both."""
    verbs = {form for form, sorts in LEXICON.modality.items() if sorts.get("verb")}
    assert LEXICON.implying & verbs == set()
