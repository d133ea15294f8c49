"""Whose people an unnamed source is of: "a State Department official", "an aide to the president", "Gaza’s doctors".

In: the words of one mention, with the names that the reader found and the word lists. Out: the words that say it, or
None: a critic of the dam is nobody's, a resident of the north is from there and not its voice.

>>> affiliation(scene, scene.entities[0].mentions[0])
(2, 18)
"""

from __future__ import annotations

from collections.abc import Sequence

from whoseword.model import Span
from whoseword.sources.scene import Scene

_OWNERS = frozenset({"’s", "'s", "’", "'"})
_OF = frozenset({"of", "to", "for"})
_AT = frozenset({"in", "at", "inside", "within", "with", "from"})
# What the noun phrase of a body ends with.
_STOPS = frozenset(
    "who whom whose which that where when this these those , ( – — familiar close briefed involved aware present privy "
    "not speaking in at on with from about during after before near into over by since until as".split()
)
# Before the noun these tell rank or time, never a body, also with a capital in a headline.
_RANKS = frozenset(
    "senior former top deputy chief current ex retired veteran junior high ranking level local foreign a an the one "
    "two three four five some several many most other another unnamed anonymous unidentified key leading prominent "
    "young old new first second third special official our his her its their my both no any every more all only "
    "main close fellow".split()
)
# "Foreign" and "special" are ranks of a kind; in "a senior foreign ministry official" the ministry keeps its word.
_IN_BODIES = frozenset({"foreign", "special", "state"})
# These know a subject, or live somewhere, and are not of it: "Velland experts" may live anywhere.
_OBSERVERS = frozenset(
    "expert analyst observer historian scientist critic opponent supporter commentator advocate specialist resident "
    "citizen voter neighbour passenger witness".split()
)
# The words for those whose own people stand behind "of".
_PARTS = frozenset({"member", "representative", "spokesperson"})


def affiliation(scene: Scene, span: Span) -> Span | None:
    """The words in the mention at `span` that say whom the source belongs to."""
    tree, words = scene.tree, scene.tree.inside(span)
    unnamed = scene.lexicon.unnamed(scene.text[slice(*span)])
    if unnamed is None:
        return None
    forms = {*unnamed.head.singular, *unnamed.head.plural}
    head = next((n for n, k in enumerate(words) if tree.form(k) in forms), None)
    if head is None:
        return None
    lemma = unnamed.head.lemma
    before = words[:head]
    cut = max((n for n, k in enumerate(before) if tree.form(k) == "of" and not _in_name(scene, k)), default=-1)
    own, behind = _before(scene, before[cut + 1 :], lemma), _behind(scene, words[head + 1 :], lemma)
    found = (behind or own) if lemma in _PARTS else (own or behind)
    return tree.span(found) if found else None


def _before(scene: Scene, words: Sequence[int], lemma: str) -> list[int]:
    """Example: "State Department" in "a senior State Department official", "Ann Roe" in "Ann Roe’s aides"."""
    tree = scene.tree
    owner = max((n for n, k in enumerate(words) if tree.form(k) in _OWNERS), default=-1)
    weights = [n for n, k in enumerate(words) if n > owner and _tells(scene, k, lemma, opens=n == 0)]
    if any(tree.form(k) == "and" and not _joins_alike(scene, words, n, weights) for n, k in enumerate(words)):
        return []
    if owner > 0:
        possessor = list(words[:owner])
        proper = any(tree.words[k].upos == "PROPN" or _in_name(scene, k) for k in possessor)
        if lemma not in scene.lexicon.belonging or not (proper or len(possessor) > 1):
            return []
        return list(words[: weights[-1] + 1]) if weights and weights[0] == owner + 1 else possessor
    if not weights:
        return []
    first, last = weights[0], weights[-1]
    while first and _joins(scene, words[first], words[first - 1]):
        first -= 1
    return list(words[first : last + 1])


def _joins_alike(scene: Scene, words: Sequence[int], place: int, weights: Sequence[int]) -> bool:
    """Whether "and" joins two of the same, "Vellan and Tarnish officials"; not so "Roe and other officials"."""
    person = any(n.kind == "person" and _covers(scene, n.span, words[place - 1]) for n in scene.reading.names)
    return place - 1 in weights and place + 1 in weights and not person


def _covers(scene: Scene, span: Span, k: int) -> bool:
    return span[0] <= scene.tree.words[k].span[0] and scene.tree.words[k].span[1] <= span[1]


def _tells(scene: Scene, k: int, lemma: str, *, opens: bool) -> bool:
    """Whether a word before the head says whose people they are."""
    beside = [n for n in (k - 1, k + 1) if 0 <= n < len(scene.tree.words) and scene.tree.form(n) == "-"]
    if any(not _in_name(scene, n) for n in beside):
        return False  # "post-Roe officials", "Roe-era officials"
    form, own = scene.tree.form(k), scene.text[slice(*scene.tree.words[k].span)]
    listed = {phrase.words for phrase in scene.lexicon.affiliations}
    land = scene.lexicon.country(own) or scene.lexicon.country(own.rstrip("."))
    if lemma in _OBSERVERS:
        return form in listed or (land is not None and own in {*land.adjectives, *land.aliases})
    if form in _RANKS and not (form == "state" and form in listed):
        return False
    named = _in_name(scene, k) or land is not None or scene.tree.words[k].upos == "PROPN"
    return (
        form in listed
        or named
        or (own[:1].isupper() and not opens and not scene.is_heading(scene.tree.words[k].span[0]))
    )


def _joins(scene: Scene, k: int, before: int) -> bool:
    """Whether the word before a body is part of its name: "harbour" before "board"."""
    form = scene.tree.form(before)
    if form in _RANKS and form not in _IN_BODIES:
        return False
    own = scene.text[slice(*scene.tree.words[k].span)]
    if own[:1].isupper() and (_in_name(scene, k) or scene.lexicon.country(own)):
        return False
    noun = scene.tree.words[before].upos == "NOUN" and form.isalpha()
    return noun or form in _IN_BODIES or scene.tree.words[before].upos == "PROPN"


def _in_name(scene: Scene, k: int) -> bool:
    return any(_covers(scene, name.span, k) for name in scene.reading.names)


def _behind(scene: Scene, words: Sequence[int], lemma: str) -> list[int]:
    """Example: "the ministry" in "two officials in the ministry", "the president" in "an aide to the president"."""
    tree = scene.tree
    if not words or tree.form(words[0]) not in _OF | _AT:
        return []
    preposition, phrase = tree.form(words[0]), []
    for place, k in enumerate(words[1:], start=1):
        verb = tree.words[k].upos in {"VERB", "AUX"} and not _in_name(scene, k)
        verb = verb or (tree.form(k) == "-" and scene.text[tree.words[k].span[0] - 1] == " ")
        joined = tree.form(k) == "and" and not _capital_follows(scene, words[place + 1 :])
        if verb or joined or (tree.form(k) in _STOPS and not _in_name(scene, k)):
            break
        phrase.append(k)
    if not phrase:
        return []
    if preposition in _OF and lemma in scene.lexicon.belonging:
        return phrase
    return phrase if _is_body(scene, phrase, preposition, lemma) else []


def _capital_follows(scene: Scene, words: Sequence[int]) -> bool:
    following = [k for k in words if scene.tree.form(k) != "the"][:1]
    return bool(following) and scene.text[scene.tree.words[following[0]].span[0]].isupper()


def _is_body(scene: Scene, phrase: Sequence[int], preposition: str, lemma: str) -> bool:
    """Whether the phrase names a body, and no place where somebody happens to be."""
    listed = {entry.words for entry in scene.lexicon.affiliations}
    end = next((n for n, k in enumerate(phrase) if n and scene.tree.form(k) == "of"), len(phrase))
    if scene.tree.form(phrase[end - 1]) in listed:
        return True
    span = scene.tree.span(phrase)
    names = [name for name in scene.reading.names if span[0] <= name.span[0] and name.span[1] <= span[1]]
    places = [n for n in names if n.kind == "place" or scene.lexicon.country(scene.text[slice(*n.span)])]
    of_place = preposition == "from" and lemma in scene.lexicon.belonging
    return bool(names) and (of_place or not places) and lemma not in _OBSERVERS
