"""One record, made ready for matching: its tree, whom its words name, and when its predicates happened.

In: a Record and the Lexicon. Out: lookups by the index of a word in `Reading.words`. Names are folded, so that two
reports have one name for one: "Iraqi" and "Iraq" are the country, "Mr. Roe" is the "Ann Roe" of the same report.

>>> Telling(record, load_lexicon()).name_at(3)
'ann roe'
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from whoseword.claims.lemmas import WordSort, lemma_of, stem_of
from whoseword.claims.phrasal import phrase_at, sense
from whoseword.lexicon import Lexicon, Meaning
from whoseword.model import Event, Record, Span, Time
from whoseword.sources.names import fullest, parts_of
from whoseword.statements.trees import Tree

_VERBAL = frozenset({"VERB", "AUX"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_PARTICLES = frozenset("out back down up off over".split())
_ARTICLES = frozenset({"title", "dek"})
_OWNING = frozenset("'s ’s ' ’ his her its their my our your".split())
_GENITIVE = ("'s", "’s", "'", "’")
_RANKS = frozenset(
    "maj lt brig col sgt capt adm cmdr major general colonel captain lieutenant brigadier admiral".split()
)
# Words of the classes above that tell nothing: "is", "also", "such".
LEAST_RARITY = 0.2
# How many words up from a time the predicate is looked for.
_STEPS = 8


@dataclass(frozen=True)
class Telling:
    """What matching asks of one record. Two of the same record are equal in all they say."""

    record: Record
    lexicon: Lexicon

    @cached_property
    def tree(self) -> Tree:
        """The trees of the report."""
        return Tree(self.record.report.text, self.record.reading)

    @cached_property
    def events(self) -> dict[int, Event]:
        """The events by the index of their predicate."""
        starts = {word.span: k for k, word in enumerate(self.tree.words)}
        return {starts[event.predicate]: event for event in self.record.events if event.predicate in starts}

    def sort_at(self, k: int) -> WordSort:
        """Whether the word is read as a verb or as a noun; "Roe's killing" is a noun."""
        word = self.tree.words[k]
        if word.upos == "VERB" and k > 0 and self.tree.form(k).endswith("ing") and self._owns(k - 1):
            return "noun"
        participle = word.upos == "ADJ" and self.tree.form(k).endswith("ed")
        return "verb" if word.upos in _VERBAL or participle else "noun"

    def _owns(self, k: int) -> bool:
        return self.tree.form(k) in _OWNING and self.tree.words[k].upos in {"PART", "PRON", "DET"}

    def lemma_at(self, k: int) -> str:
        """The lemma of a word, of a verb with its particle: "pull out"; an adjective keeps its form."""
        return self._lemmas[k]

    @cached_property
    def _lemmas(self) -> tuple[str, ...]:
        return tuple(self._lemma(k) for k in range(len(self.tree.words)))

    def _lemma(self, k: int) -> str:
        if self.sort_at(k) == "noun":
            return lemma_of(self.tree.form(k), "noun", self.lexicon)
        lemma = lemma_of(self.tree.form(k), "verb", self.lexicon)
        after = self.tree.form(k + 1) if k + 1 < self.tree.sentence_end(k) else ""
        if phrase := self.phrase_at(k, lemma):
            return phrase[0]
        if after not in _PARTICLES:
            return lemma
        particle = self.tree.words[k + 1]
        joined = particle.head == k and particle.upos != "SCONJ" and particle.deprel != "mark"
        out_of = after == "out" and k + 2 < self.tree.sentence_end(k) and self.tree.form(k + 2) == "of"
        return f"{lemma} {after}" if joined or out_of else lemma

    def phrase_at(self, k: int, lemma: str | None = None) -> tuple[str, int] | None:
        """The lemma of a verb with the noun or particle behind it that a group has ("go on strike"), and its index."""
        if self.sort_at(k) == "noun":
            return None
        return phrase_at(self.tree, k, lemma or lemma_of(self.tree.form(k), "verb", self.lexicon), self.lexicon)

    def meanings_at(self, k: int) -> tuple[Meaning, ...]:
        """The groups of like words that a word stands in."""
        verb = self.sort_at(k) == "verb"
        known = self.lexicon.meaning_of_verb if verb else self.lexicon.meaning_of_noun
        found = sense(self.lemma_at(k), known.get(self.lemma_at(k), ()), self._forms)
        return () if verb and self.lemma_at(k) == "leave" and self._leaves_behind(k) else found

    @cached_property
    def _forms(self) -> frozenset[str]:
        forms = [self.tree.form(k) for k in range(len(self.tree.words))]
        return frozenset((*forms, *(f"{one} {other}" for one, other in pairwise(forms))))

    def _leaves_behind(self, k: int) -> bool:
        """Whether it is like "left two guards on the isle", which is no withdrawal; "left the isle" is one."""
        behind = [c for c in self.tree.children(k, "obj") if c > k]
        return bool(behind) and self.name_at(behind[0]) is None and self.tree.words[behind[0]].upos != "PRON"

    def stems(self, indices: Iterable[int]) -> dict[str, float]:
        """The stems of the telling words among these, in order and each once, with how rare each is."""
        found: dict[str, float] = {}
        for k in indices:
            if self.tree.words[k].upos not in _TELLING:
                continue
            stem = self.stem_at(k)
            if stem not in found and (rarity := self.rarity(stem)) >= LEAST_RARITY:
                found[stem] = rarity
        return found

    def groups(self, indices: Iterable[int]) -> dict[str, str]:
        """For each stem among these words the first group of like words that a word of it stands in."""
        found: dict[str, str] = {}
        for k in indices:
            if meanings := self.meanings_at(k):
                found.setdefault(self.stem_at(k), meanings[0].name)
        return found

    @cached_property
    def place_names(self) -> tuple[Span, ...]:
        """The names of places."""
        return tuple(name.span for name in self.record.reading.names if name.kind == "place")

    def stem_at(self, k: int) -> str:
        """The stem of a word; of the name or adjective of a country, the country."""
        return self._stems[k]

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        return tuple(self._stem(k) for k in range(len(self.tree.words)))

    def _stem(self, k: int) -> str:
        form = self.tree.text[slice(*self.tree.words[k].span)]
        country = self.lexicon.country(form) if form[:1].isupper() else None
        return folded(country.name) if country else stem_of(form.lower().rstrip("."), self.lexicon)

    def rarity(self, stem: str) -> float:
        """How rare a stem is in news, 0..1; of a number and a country a middling value."""
        if stem[:1].isdigit() or " " in stem:
            return 0.5
        return self.lexicon.rarity(stem)

    # Names

    @cached_property
    def named(self) -> tuple[tuple[Span, str], ...]:
        """The spans that name somebody or something, also a pronoun, with the folded name; the shortest first."""
        text = self.tree.text
        found: dict[Span, str] = {}
        for name in self.record.reading.names:
            words = text[slice(*name.span)]
            if name.kind != "person" and self._is_headline_only(name.span, words):
                continue
            same = self._fullest.get(words, words)
            found[name.span] = self._fold(same)
        for entity in self.record.entities:
            if entity.named and entity.name and entity.id not in self._groups:
                found |= {span: self._fold(entity.name) for span in entity.mentions}
        return tuple(sorted(found.items(), key=lambda pair: (pair[0][1] - pair[0][0], pair)))

    def _is_headline_only(self, span: Span, words: str) -> bool:
        """Headlines write every word with a capital: "Combat Forces" is no name if the text never has it so."""
        heads = [part.span for part in self.record.report.parts if part.kind in _ARTICLES]
        if not any(start <= span[0] < end for start, end in heads) or self.lexicon.country(words):
            return False
        body = max(end for _, end in heads)
        return self.tree.text.find(words, body) < 0

    @cached_property
    def _groups(self) -> dict[str, tuple[str, ...]]:
        """The folded names of those that an entity joins: "the two sides", that is "the US and Iraq"."""
        joined = [(e.id, e.name.split(" and ")) for e in self.record.entities if e.kind == "group" and e.name]
        return {key: tuple(self._actor(name) for name in each) for key, each in joined if len(each) == 2}

    @cached_property
    def _groups_by_word(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        for entity in self.record.entities:
            for span in entity.mentions if entity.id in self._groups else ():
                words = self.tree.text[slice(*span)]
                if " and " not in words:
                    found |= dict.fromkeys(self.tree.inside(span), self._groups[entity.id])
        return found

    @cached_property
    def _fullest(self) -> dict[str, str]:
        text = self.tree.text
        people = sorted({text[slice(*n.span)] for n in self.record.reading.names if n.kind == "person"})
        longer = {name: fullest(name, people) for name in people}
        return {name: found[0] for name, found in longer.items() if len(found) == 1}

    @cached_property
    def _names_by_word(self) -> dict[int, str]:
        by_word: dict[int, str] = {}
        for span, name in self.named:
            for k in self.tree.inside(span):
                by_word.setdefault(k, name)
        return by_word

    def _fold(self, name: str) -> str:
        country = self.lexicon.country(name)
        return folded(country.name) if country and name != country.capital else folded(name)

    def name_at(self, k: int) -> str | None:
        """The folded name that a word is part of, or that a pronoun stands for."""
        found = self._names_by_word.get(k)
        if found is not None:
            return found
        form = self.tree.text[slice(*self.tree.words[k].span)]
        country = self.lexicon.country(form) if form[:1].isupper() else None
        return folded(country.name) if country and self.tree.words[k].upos in {"PROPN", "NOUN"} else None

    def actors_at(self, k: int) -> tuple[str | None, ...]:
        """The names of those who act: both of "the two sides"; a country behind its capital ("Washington agreed")."""
        if k in self._groups_by_word:
            return self._groups_by_word[k]
        form = self.tree.text[slice(*self.tree.words[k].span)]
        country = self.lexicon.country(form) if form[:1].isupper() else None
        whole = country is not None and self.name_at(k) == folded(form)
        return (folded(country.name),) if country and whole else (self.name_at(k),)

    def _actor(self, name: str) -> str:
        country = self.lexicon.country(name)
        return folded(country.name) if country else folded(name)

    def names_in(self, indices: Iterable[int]) -> tuple[str, ...]:
        """The folded names among these words, sorted; a country also where only its adjective stands."""
        found: set[str] = set()
        for k in indices:
            name = self.name_at(k)
            if name is None and self.tree.words[k].upos == "ADJ":
                form = self.tree.text[slice(*self.tree.words[k].span)]
                name = self.stem_at(k) if form[:1].isupper() and self.lexicon.country(form) else None
            if k in self._groups_by_word:
                found.update(self._groups_by_word[k])
            elif name:
                found.add(name)
        return tuple(sorted(found))

    # Times

    @cached_property
    def times_of(self) -> dict[int, Time]:
        """The first time that dates a predicate, by its index: that of its event, else the one that hangs on it."""
        by_span = {time.span: time for time in self.record.times}
        found: dict[int, Time] = {}
        for time in self.record.times:
            above = self._governor(time) if time.begin and time.kind in {"DATE", "TIME"} else None
            if above is not None:
                found.setdefault(above, time)
        for k, event in self.events.items():
            dated = [by_span[span] for span in event.times if span in by_span and by_span[span].begin]
            if dated:
                found[k] = dated[0]
        return found

    def _governor(self, time: Time) -> int | None:
        inside = self.tree.inside(time.span)
        k = next((n for n in inside if self.tree.words[n].head not in inside), -1)
        for _ in range(_STEPS):
            k = self.tree.words[k].head if k >= 0 else -1
            if k < 0:
                return None
            if k in self.events or self.tree.words[k].upos == "VERB":
                return k
        return None

    # Statements

    @cached_property
    def _starts(self) -> list[int]:
        return [word.span[0] for word in self.tree.words]

    def word_at(self, offset: int) -> int:
        """The index of the word at an offset of the text, or of the one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)


def folded(name: str) -> str:
    """A name as it is compared: lower case, without article, titles, ranks and the genitive's 's."""
    for end in _GENITIVE:
        name = name.removesuffix(end)
    parts = list(parts_of(name))
    while len(parts) > 1 and parts[0] in _RANKS:
        parts.pop(0)
    return " ".join(parts).removeprefix("the ")
