"""The words for what is told, by form and lemma: what happens, how surely, how much, and in what sense.

>>> [meaning.name for meaning in load_lexicon().meaning_of_verb["withdraw"]]
['withdraw']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from whoseword.entries import (
    CountedNoun,
    EventWord,
    FigureWords,
    Meaning,
    Modality,
    ModalSort,
    Undertaking,
    UndertakingSort,
    Unit,
)
from whoseword.stems import Frequencies

NO_FREQUENCIES = Frequencies()
NO_FIGURE_WORDS = FigureWords()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Meanings:
    """The words of modality, units, promises, events and figures, groups of like words, and the look-ups on all."""

    modalities: tuple[Modality, ...] = ()
    units: tuple[Unit, ...] = ()
    implying: frozenset[str] = frozenset()
    undertakings: tuple[Undertaking, ...] = ()
    events: tuple[EventWord, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    frequencies: Frequencies = NO_FREQUENCIES
    figures: FigureWords = NO_FIGURE_WORDS

    def rarity(self, stem: str) -> float:
        """How rare a stem (`stems.stem`) is in news, 0 (in every report) to 1 (in fewer than are listed)."""
        return self.frequencies.rarity(stem)

    def weight(self, stem: str) -> float:
        """What a stem counts where all words do, 0..1; a word that few reports have counts 1."""
        return self.frequencies.weight(stem)

    @cached_property
    def modality(self) -> Mapping[str, Mapping[ModalSort, Modality]]:
        """The words of modality by form, and there by sort: "planned" is an adjective and a verb."""
        found: dict[str, dict[ModalSort, Modality]] = {}
        for entry in self.modalities:
            for form in entry.forms:
                found.setdefault(form, {})[entry.sort] = entry
        return found

    @cached_property
    def unit(self) -> Mapping[str, Unit]:
        """The units, and the nouns that are counted, by form."""
        return {form: unit for unit in self.units for form in unit.forms}

    @cached_property
    def undertaking(self) -> Mapping[str, Mapping[UndertakingSort, Undertaking]]:
        """The words of promises by form, and there by sort: "pledge" is a verb and a noun."""
        found: dict[str, dict[UndertakingSort, Undertaking]] = {}
        for entry in self.undertakings:
            for form in entry.forms:
                found.setdefault(form, {})[entry.sort] = entry
        return found

    @cached_property
    def event_verb(self) -> Mapping[str, EventWord]:
        """The words for what happens, by the forms of their verbs."""
        return {form: entry for entry in self.events for form in entry.verb}

    @cached_property
    def event_noun(self) -> Mapping[str, EventWord]:
        """The same by the forms of their nouns."""
        return {form: entry for entry in self.events for form in entry.noun}

    @cached_property
    def meaning_of_verb(self) -> Mapping[str, tuple[Meaning, ...]]:
        """The groups of like words that a verb stands in, by its lemma."""
        return _by_lemma((lemma, meaning) for meaning in self.meanings for lemma in meaning.verbs)

    @cached_property
    def meaning_of_noun(self) -> Mapping[str, tuple[Meaning, ...]]:
        """The same for a noun."""
        return _by_lemma((lemma, meaning) for meaning in self.meanings for lemma in meaning.nouns)

    @cached_property
    def counted_noun(self) -> Mapping[str, CountedNoun]:
        """What nouns count, by their lemmas."""
        return {noun: entry for entry in self.figures.nouns for noun in entry.nouns}

    @cached_property
    def sense_of_verb(self) -> Mapping[str, str]:
        """What verbs say happens to what is counted, by their lemmas; "none" of those that say nothing of it."""
        grouped = {group: each.name for each in self.figures.senses for group in each.groups}
        listed = {verb: each.name for each in self.figures.senses for verb in each.verbs}
        found = {v: grouped[m.name] for m in reversed(self.meanings) for v in m.verbs if m.name in grouped}
        return found | listed

    @cached_property
    def sense_of_noun(self) -> Mapping[str, str]:
        """The same for nouns, and for adjectives as they stand."""
        grouped = {group: each.name for each in self.figures.senses for group in each.groups}
        listed = {word: each.name for each in self.figures.senses for word in each.words}
        found = {n: grouped[m.name] for m in reversed(self.meanings) for n in m.nouns if m.name in grouped}
        return found | listed

    @cached_property
    def sense_phrases(self) -> Mapping[str, Mapping[str, str]]:
        """The same for a verb with one more word: by the lemma of the verb, and there by that word."""
        found: dict[str, dict[str, str]] = {}
        for each in self.figures.senses:
            for verb, word in (phrase.split() for phrase in each.phrases):
                found.setdefault(verb, {})[word] = each.name
        return found


def _by_lemma(pairs: Iterable[tuple[str, Meaning]]) -> Mapping[str, tuple[Meaning, ...]]:
    found: dict[str, tuple[Meaning, ...]] = {}
    for lemma, meaning in pairs:
        found[lemma] = (*found.get(lemma, ()), meaning)
    return found
