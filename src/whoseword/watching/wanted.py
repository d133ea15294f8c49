"""The words of a watch, made ready, and how much of them a unit of telling says.

In: a `Watch` and the word lists. Out: a `Wanted`. Of a phrase (few telling words) all must be there; of a claim most,
weighed by how rare they are in news, with every number, and words that mean the same count almost as the word itself.

>>> from whoseword.lexicon import load_lexicon
>>> wanted = wanted_of(Watch(1, "the Orsel dam", ""), load_lexicon())
>>> wanted.is_phrase, wanted.share(frozenset({"orsel", "dam", "crack"}))
(True, 1.0)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from whoseword.across import Told
from whoseword.across.intake import Watch
from whoseword.claims.covering import share_of
from whoseword.claims.lemmas import lemma_of
from whoseword.lexicon import Lexicon
from whoseword.model import Span
from whoseword.reports.folding import folded
from whoseword.reports.folding import words as split
from whoseword.stems import stem
from whoseword.store.views import searched_stems
from whoseword.watching.near import stretch

# Words that are more common in news say nothing of what is watched ("the", "of"), and these, which only help a verb.
LEAST_RARITY = 0.03
_VERBS = frozenset("will would be been is are was were has have had do does did".split())
_HELPING = _VERBS | {"a", "an"}
# What has no more telling words than these is a phrase, what has more a claim.
PHRASE = 3
# The share of a claim's words, weighed by their rarity, that a unit must have which claims the same; and one of which
# that is not known. Found by eye on six stories of the corpus (docs/watching.md).
LEAST, SAYS = 0.65, 0.95
# So much of a claim, and of what else a unit says so many times less, makes a report that does not surely say it one
# that says something near it. On four matters (docs/watching.md) seven of ten such reports said it.
NEAR, ELSE = 0.5, 0.3
# The same for the words around a promise or a figure.
ABOUT = 0.8
# What a word that only means the same counts, as in claims/features.py.
LIKE = 0.8
# With this share a report is looked at for what became of a promise, and for figures.
TOUCHES = 0.4
# With this share, of bare stems, a promise is looked at more closely.
PART = 0.5
# A number and the name of a country count so much, as in claims/telling.py.
MIDDLING = 0.5
_NEGATIONS = frozenset("not no never nobody none nothing nor neither cannot".split())
_MARKS = " ,;:!?\"'“”‘’()[]…–—"


@dataclass(frozen=True, slots=True)
class Word:
    """A telling word of a watch: the stems that are it, the groups of words that mean the same, how much it counts.

    Of a number the stems are its parts ("8,600"), of which all must be there.
    """

    stems: frozenset[str]
    groups: frozenset[str]
    weight: float
    is_number: bool = False
    is_country: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said somewhere: the stems of its words, those of all whom it names, and its groups of like words."""

    stems: frozenset[str]
    names: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()


def _unread(_: str) -> Told | None:
    return None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A watch with its telling words; `read` makes a unit of telling of them when it is asked for."""

    watch: Watch
    words: tuple[Word, ...]
    negated: bool
    read: Callable[[str], Told | None] = field(default=_unread, compare=False, repr=False)

    @property
    def told(self) -> Told | None:
        """A claim as a unit of telling; None of a phrase, and of what has no predicate."""
        return None if self.is_phrase else self.read(self.watch.words)

    def place_in(self, text: str) -> Span | None:
        """Where in a text the words of a phrase stand near each other; None where they do not.

        A country may stand further away ("the new sanctions … on Iran"), and what is a sentence may be told in one.
        """
        asked = [({part} for part in word.stems) if word.is_number else [word.stems] for word in self._near()]
        found = stretch([stems for each in asked for stems in each], text)
        return (0, len(text)) if found is None and self._is_sentence() else found

    def _near(self) -> Iterable[Word]:
        return [word for word in self.words if not word.is_country] or self.words

    def _is_sentence(self) -> bool:
        return not _VERBS.isdisjoint(self.watch.words.casefold().split())

    @property
    def is_phrase(self) -> bool:
        """Whether it is a phrase, of which every word counts as it stands."""
        return len(self.words) <= PHRASE

    def share(self, stems: frozenset[str], groups: frozenset[str] = frozenset(), *, numbers: bool = True) -> float:
        """How much of the watch is said with these stems and groups, 0 to 1; 0 where a number is missing.

        Without `numbers` these do not count: a figure moves.
        """
        asked = [word for word in self.words if numbers or not word.is_number]
        whole = sum(word.weight for word in asked)
        if not whole or any(word.is_number and not word.stems <= stems for word in asked):
            return 0.0
        return sum(_counts(word, stems, groups) for word in asked) / whole

    def said_in(self, spoken: Spoken) -> float:
        """How much of the watch is said there; "he" is whom it stands for, but of a phrase the words must be there."""
        if self.is_phrase:
            return self.share(spoken.stems)
        return self.share(spoken.stems | spoken.names, spoken.groups)

    def nearness(self, unit: Told) -> float:
        """How near a unit comes to saying a claim, 0 to 1.3: how much of it is there, and a little how little else."""
        asked = self.told
        return share_of(asked, unit) + ELSE * share_of(unit, asked) if asked else 0.0

    def is_about(self, spoken: Spoken) -> bool:
        """Whether what is said there is about the same thing, numbers aside."""
        names, groups = (frozenset[str](), frozenset[str]()) if self.is_phrase else (spoken.names, spoken.groups)
        return self.share(spoken.stems | names, groups, numbers=False) >= ABOUT

    def has_part(self, stems: Iterable[str]) -> bool:
        """Whether a good part of the watched words is among these stems, numbers aside."""
        return self.share(frozenset(stems), numbers=False) >= PART

    def may_say(self, stems: frozenset[str]) -> bool:
        """Whether it is worth looking closely at a unit that has these stems, which know no countries and groups."""
        asked = [word for word in self.words if not word.is_country and not word.is_number]
        least = sum(word.weight for word in asked) * (1 if self.is_phrase else LEAST / 2)
        return sum(word.weight for word in asked if not word.stems.isdisjoint(stems)) >= least - 1e-9

    def touches(self, spoken: Spoken) -> bool:
        """Whether this has so many of the watched words that its report may tell what became of them."""
        return self.share(spoken.stems | spoken.names, spoken.groups, numbers=False) >= TOUCHES


def spoken_in(units: Iterable[Told], besides: str = "") -> Spoken:
    """The words of these units, and of other words of the same report."""
    told = tuple(units)
    words = searched_stems(" ".join((*(unit.words for unit in told), besides))).split()
    return Spoken(
        frozenset(words).union(*(unit.stems for unit in told)),
        frozenset(stem(part) for unit in told for name in unit.names for part in (name, *name.split())),
        frozenset(group for unit in told for group in unit.meanings if group),
    )


def wanted_of(watch: Watch, lexicon: Lexicon, read: Callable[[str], Told | None] = _unread) -> Wanted:
    """The watch with its telling words, each once; of one without such words all words count. `read` reads a claim."""
    found = [word for token in watch.words.split() for word in _words(token.strip(_MARKS), lexicon)]
    telling = [word for word in found if word.weight >= LEAST_RARITY and word.stems.isdisjoint(_HELPING)] or found
    once = {word.stems: word for word in telling}
    forms = [form.replace("’", "'") for form in watch.words.casefold().split()]
    negated = any(form.strip(_MARKS) in _NEGATIONS or form.endswith("n't") for form in forms)
    return Wanted(watch, tuple(once.values()), negated, read)


def _words(form: str, lexicon: Lexicon) -> Iterable[Word]:
    country = lexicon.country(form) if form[:1].isupper() else None
    # A capital stands for its country in reports, but whoever watches "the Paris accord" asks for no other French one.
    if country is not None and folded(country.capital or "") != folded(form):
        own = frozenset({folded(country.name), stem(folded(form)), stem(folded(country.name))})
        yield Word(own, frozenset(), MIDDLING, is_country=True)
        return
    parts = split(re.sub(r"['’]s\Z", "", form))
    if parts and parts[0][:1].isdigit():
        yield Word(frozenset(parts), frozenset(), MIDDLING, is_number=True)
        return
    for each in parts:
        yield Word(frozenset({stem(each)}), _groups(each, lexicon), lexicon.rarity(stem(each)))


def _groups(form: str, lexicon: Lexicon) -> frozenset[str]:
    verbs = lexicon.meaning_of_verb.get(lemma_of(form, "verb", lexicon), ())
    nouns = lexicon.meaning_of_noun.get(lemma_of(form, "noun", lexicon), ())
    return frozenset(meaning.name for meaning in (*verbs, *nouns))


def _counts(word: Word, stems: frozenset[str], groups: frozenset[str]) -> float:
    if not word.stems.isdisjoint(stems):
        return word.weight
    return 0.0 if word.groups.isdisjoint(groups) else LIKE * word.weight
