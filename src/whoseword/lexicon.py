"""The word lists: files of `lexicons/` in, one checked, frozen `Lexicon` out.

Every entry is checked when it is read: its shape, its values, and that no form stands twice. A wrong entry raises
`LexiconError` with file and entry. That each entry matches inside its own `example` is checked by the tests.

>>> load_lexicon().cue("told").takes_recipient
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from whoseword.entries import (
    CountedNoun,
    Cue,
    EventCategory,
    EventWord,
    FigureWords,
    Meaning,
    Modality,
    ModalSort,
    NameWords,
    Noun,
    Outcome,
    Outlet,
    OutletKind,
    OutletWords,
    Phrase,
    Place,
    Spelling,
    Undertaking,
    UndertakingSort,
    UndertakingStatus,
    Unit,
    UnitSort,
    Unnamed,
)
from whoseword.errors import LexiconError
from whoseword.stems import Frequencies
from whoseword.wordlists import (
    outlet_key,
    read_entries,
    read_figure_words,
    read_frequencies,
    read_name_words,
    read_outlet_words,
    read_outlets,
    read_places,
    read_spelling,
    read_tables,
    refuse_doubles,
)

__all__ = [
    "FILES",
    "Cue",
    "EventCategory",
    "EventWord",
    "Lexicon",
    "Meaning",
    "ModalSort",
    "Modality",
    "Noun",
    "Outcome",
    "Outlet",
    "OutletKind",
    "OutletWords",
    "Phrase",
    "Place",
    "Spelling",
    "Undertaking",
    "UndertakingSort",
    "UndertakingStatus",
    "Unit",
    "UnitSort",
    "Unnamed",
    "load_lexicon",
    "parse_lexicon",
]

FILES = (
    "en/cues.toml",
    "en/unnamed.toml",
    "en/documents.toml",
    "outlets.csv",
    "wires.csv",
    "places.csv",
    "en/modality.toml",
    "en/units.toml",
    "en/commitments.toml",
    "en/events.toml",
    "en/outlets.toml",
    "en/frequencies.csv",
    "en/names.toml",
    "en/synonyms.toml",
    "en/lemmas.toml",
    "en/figures.toml",
)

# With these, a noun phrase has had its head.
_COMPLEMENTS = frozenset({"of", "for", "from", "by", "who", "which", "that"})
_DETERMINERS = frozenset("the a an its their his her our more nearly about some".split())
_FIRST = re.compile(r"\w+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[’'.-][^\W_]+)*|,")

NO_OUTLET_WORDS = OutletWords()
NO_SPELLING = Spelling()
NO_FREQUENCIES = Frequencies()
NO_NAME_WORDS = NameWords()
NO_FIGURE_WORDS = FigureWords()


@dataclass(frozen=True)
class Lexicon:
    """All word lists, in the order of their files, and the lookups on them."""

    cues: tuple[Cue, ...]
    heads: tuple[Noun, ...]
    complements: tuple[Phrase, ...]
    partitives: tuple[Phrase, ...]
    numbers: tuple[Phrase, ...]
    anonymity: tuple[Phrase, ...]
    followers: frozenset[str]
    documents: tuple[Noun, ...]
    outlets: tuple[Outlet, ...]
    places: tuple[Place, ...]
    modalities: tuple[Modality, ...] = ()
    grants: tuple[Phrase, ...] = ()
    affiliations: tuple[Phrase, ...] = ()
    belonging: frozenset[str] = frozenset()
    units: tuple[Unit, ...] = ()
    implying: frozenset[str] = frozenset()
    undertakings: tuple[Undertaking, ...] = ()
    events: tuple[EventWord, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    spelling: Spelling = NO_SPELLING
    outlet_words: OutletWords = NO_OUTLET_WORDS
    frequencies: Frequencies = NO_FREQUENCIES
    names: NameWords = NO_NAME_WORDS
    figures: FigureWords = NO_FIGURE_WORDS
    here: tuple[Outlet, ...] | None = None

    def cue(self, words: str) -> Cue | None:
        """The cue with exactly this lemma or form, whatever its case ("Said", "according to")."""
        return self._cues.get(" ".join(words.casefold().split()))

    def cue_within(self, words: str) -> Cue | None:
        """The cue whose form is the longest run of words inside these, the last of equals ("had earlier told")."""
        parts = words.casefold().split()
        runs = sorted(((e - s, s) for s in range(len(parts)) for e in range(s + 1, len(parts) + 1)), reverse=True)
        matches = (self._cues.get(" ".join(parts[start : start + size]).strip(",.:;")) for size, start in runs)
        return next((match for match in matches if match), None)

    def outlet(self, name: str) -> Outlet | None:
        """The outlet or agency of this name or alias. Case counts, since "time" is no magazine.

        A leading article is ignored where two words or more remain; "The Hill" needs its own, "the Hill" is a place.
        None for a doubtful name ("Time"), unless this lexicon is one report's, and that makes an outlet of it.
        """
        key = outlet_key(name.strip())
        bare = key.removeprefix("the ")
        here = self._here.get(key) or (self._here.get(bare) or self._here.get(f"The {bare}") if bare != key else None)
        return here or (None if key in self.outlet_words.doubtful else self._listed(name))

    def outlet_in_context(self, name: str) -> Outlet | None:
        """The same beside words that make an outlet of it: "Time", and "the Sun" for "The Sun"."""
        bare = re.sub(r"^[Tt]he ", "", name.strip())
        return self.outlet(name) or self._listed(name) or (self._listed(f"The {bare}") if bare != name else None)

    def rarity(self, stem: str) -> float:
        """How rare a stem (`stems.stem`) is in news, 0 (in every report) to 1 (in fewer than are listed)."""
        return self.frequencies.rarity(stem)

    def listed_names(self) -> frozenset[str]:
        """Every name and alias of the two lists, as they are compared."""
        return frozenset(self._outlets)

    def knowing(self, outlets: Iterable[Outlet]) -> Lexicon:
        """This lexicon for one report, which names these outlets so that no doubt is left."""
        found = tuple(outlets)
        # What was computed once for all reports stays; only what rests on these outlets is computed anew.
        of_report = {"_here", "_starts"}
        for name, value in vars(Lexicon).items():
            if isinstance(value, cached_property) and name not in of_report:
                getattr(self, name)
        made = copy(self)
        object.__setattr__(made, "here", found)
        for name in of_report:
            made.__dict__.pop(name, None)
        return made

    def may_begin_outlet(self, word: str) -> bool:
        """Whether the name of an outlet begins with this word, its article left out."""
        found = _FIRST.match(word)
        return found is not None and found[0].casefold() in self._starts

    @cached_property
    def _starts(self) -> frozenset[str]:
        firsts = (_FIRST.match(name.removeprefix("The ")) for name in (*self._outlets, *self._here))
        return frozenset(found[0].casefold() for found in firsts if found)

    def is_unnamed(self, words: str) -> bool:
        """Whether a source with these words has no name: "a US official", "people familiar with the sale"."""
        return self.unnamed(words) is not None

    def unnamed(self, words: str) -> Unnamed | None:
        """What the words of a source without a name tell; None where a name stands in them or no head is found."""
        parts = _WORD.findall(words)
        opening = " ".join(parts).casefold() + " "
        partitive = next((p for p in self.partitives if opening.startswith(p.words + " ")), None)
        skipped = len(partitive.words.split()) if partitive else 0
        counted = {phrase.words: phrase.count for phrase in self.numbers}
        if not partitive and len(parts) > 2 and parts[1] == "of" and parts[0].casefold() in counted:
            skipped = 2  # "two of the people"
        place = self._place(parts[skipped:], self._heads, named_after=False)
        if place is None:
            return None
        place += skipped
        form = parts[place].casefold()
        head = self._heads[form]
        before = [part.casefold() for part in parts[skipped:place]]
        if skipped and not partitive:
            count = counted[parts[0].casefold()]
        else:
            count = partitive.count if partitive else self._count(before, one=form in head.singular)
        several = form in head.plural and count != 1
        anonymous = any(phrase.words in before for phrase in self.anonymity)
        return Unnamed(head, "group" if several else head.kind, count, anonymous)

    def document(self, words: str) -> Noun | None:
        """The document that these words speak of: "a statement on the talks", "The Politico report".

        None where people come first: "critics of the deal", "a person familiar with the report".
        """
        parts = _WORD.findall(words)
        place = self._place(parts, self._documents, named_after=True)
        people = self._place(parts, self._heads, named_after=False)
        if place is None or (people is not None and people < place):
            return None
        return self._documents[parts[place].casefold()]

    def country(self, words: str) -> Place | None:
        """The country that these words name: by name, alias, adjective or, as a metonym, by its capital."""
        return self._places.get(words.strip()) or self._places.get(words.strip().removeprefix("the "))

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

    def _listed(self, name: str) -> Outlet | None:
        key = outlet_key(name.strip())
        return self._outlets.get(key) or self._outlets.get(outlet_key(key.removeprefix("the ")))

    @cached_property
    def _here(self) -> Mapping[str, Outlet]:
        return {outlet_key(name): outlet for outlet in self.here or () for name in (outlet.name, *outlet.aliases)}

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {name: p for p in self.places for name in (p.name, *p.aliases, *p.adjectives, p.capital) if name}

    @cached_property
    def _cues(self) -> Mapping[str, Cue]:
        return {form.casefold(): cue for cue in self.cues for form in cue.forms}

    @cached_property
    def _heads(self) -> Mapping[str, Noun]:
        return {form: head for head in self.heads for form in head.singular + head.plural}

    @cached_property
    def _documents(self) -> Mapping[str, Noun]:
        return {form: document for document in self.documents for form in document.singular + document.plural}

    @cached_property
    def _outlets(self) -> Mapping[str, Outlet]:
        return {outlet_key(name): outlet for outlet in self.outlets for name in (outlet.name, *outlet.aliases)}

    def _place(self, parts: Sequence[str], heads: Mapping[str, object], *, named_after: bool) -> int | None:
        """Where the first head stands that is not part of a longer noun; None where a name follows it."""
        for place, part in enumerate(parts):
            if part == ",":
                return None  # "Rolf Anders, a minister" is named: what stands before the comma is no head
            rest = parts[place + 1 :]
            if not named_after and _opens_complement(parts, place):
                return None  # "Ann Roe of the harbour police", "the mother of the family"
            if part.casefold() in heads and (not rest or self._may_follow(rest[0], named=named_after)):
                apposed = len(rest) > 1 and rest[0] == "," and rest[1][0].isupper()  # "a minister, Rolf Anders"
                return place if named_after or not apposed else None
        return None

    def _may_follow(self, part: str, *, named: bool) -> bool:
        complements = {phrase.words.split()[0] for phrase in self.complements}
        known = part == "," or part in self.followers or part in complements or part.endswith(("ing", "ed"))
        return known or (named and part[0].isupper())

    def _count(self, before: Sequence[str], *, one: bool) -> int | None:
        known = {phrase.words: phrase.count for phrase in self.numbers}
        known |= {part: int(part.replace(",", "")) for part in before if part.replace(",", "").isdecimal()}
        counts = [known[part] for part in before if part in known]
        return counts[-1] if counts else (1 if one else None)


def _by_lemma(pairs: Iterable[tuple[str, Meaning]]) -> Mapping[str, tuple[Meaning, ...]]:
    found: dict[str, tuple[Meaning, ...]] = {}
    for lemma, meaning in pairs:
        found[lemma] = (*found.get(lemma, ()), meaning)
    return found


def _opens_complement(parts: Sequence[str], place: int) -> bool:
    """Whether the rest hangs on a noun before, so that no head can come: "of the", but not "Bank of Velland"."""
    if place == 0 or place + 1 == len(parts):
        return False
    following = parts[place + 1].casefold()
    if parts[place].endswith("ing") and (following in _DETERMINERS or following[0].isdigit()):
        return True  # "the union representing the teachers"
    if parts[place].casefold() not in _COMPLEMENTS:
        return False
    inside_name = parts[place] == "of" and parts[place - 1][0].isupper() and parts[place + 1][0].isupper()
    return not inside_name or parts[-1][0].isupper()


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the package, read and checked once."""
    root = files("whoseword") / "lexicons"
    return parse_lexicon({path: root.joinpath(path).read_text(encoding="utf-8") for path in FILES})


def parse_lexicon(texts: Mapping[str, str]) -> Lexicon:
    """The lexicon that the files' texts make, by path as in `FILES`; LexiconError names a wrong entry and its file."""
    cues, unnamed, documents = (read_tables(path, texts[path]) for path in FILES[:3])
    lexicon = Lexicon(
        cues=read_entries(Cue, FILES[0], cues, "cue"),
        heads=read_entries(Noun, FILES[1], unnamed, "head"),
        complements=read_entries(Phrase, FILES[1], unnamed, "complement"),
        partitives=read_entries(Phrase, FILES[1], unnamed, "partitive"),
        numbers=read_entries(Phrase, FILES[1], unnamed, "number"),
        anonymity=read_entries(Phrase, FILES[1], unnamed, "anonymity"),
        followers=frozenset(unnamed.pop("followers", ())),
        grants=read_entries(Phrase, FILES[1], unnamed, "grant"),
        affiliations=read_entries(Phrase, FILES[1], unnamed, "affiliation"),
        belonging=frozenset(unnamed.pop("belonging", ())),
        documents=read_entries(Noun, FILES[2], documents, "document"),
        outlet_words=read_outlet_words(FILES[10], read_tables(FILES[10], texts[FILES[10]])),
        outlets=tuple(outlet for path in FILES[3:5] for outlet in read_outlets(path, texts[path])),
        places=tuple(read_places(FILES[5], texts[FILES[5]])),
        modalities=read_entries(Modality, FILES[6], surely := read_tables(FILES[6], texts[FILES[6]]), "modality"),
        implying=frozenset(surely.pop("implying", ())),
        units=read_entries(Unit, FILES[7], amounts := read_tables(FILES[7], texts[FILES[7]]), "unit"),
        undertakings=read_entries(Undertaking, FILES[8], owed := read_tables(FILES[8], texts[FILES[8]]), "undertaking"),
        events=read_entries(EventWord, FILES[9], deeds := read_tables(FILES[9], texts[FILES[9]]), "event"),
        frequencies=read_frequencies(FILES[11], texts[FILES[11]]),
        meanings=read_entries(Meaning, FILES[13], alike := read_tables(FILES[13], texts[FILES[13]]), "meaning"),
        spelling=read_spelling(FILES[14], read_tables(FILES[14], texts[FILES[14]])),
        names=read_name_words(FILES[12], read_tables(FILES[12], texts[FILES[12]])),
        figures=read_figure_words(FILES[15], read_tables(FILES[15], texts[FILES[15]])),
    )
    if unknown := sorted(cues | unnamed | documents | surely | amounts | owed | deeds | alike):
        raise LexiconError(f"en/*.toml: unknown tables {unknown}: name them as the files' first lines say")
    _refuse_what_meets(lexicon)
    return lexicon


def _refuse_what_meets(lexicon: Lexicon) -> None:
    """LexiconError where a form stands twice, or a doubtful name in no list."""
    refuse_doubles(FILES[0], (form.casefold() for cue in lexicon.cues for form in cue.forms))
    refuse_doubles(FILES[1], (form for head in lexicon.heads for form in head.singular + head.plural))
    refuse_doubles(FILES[2], (form for noun in lexicon.documents for form in noun.singular + noun.plural))
    refuse_doubles(FILES[6], (f"{form} ({entry.sort})" for entry in lexicon.modalities for form in entry.forms))
    refuse_doubles(FILES[7], (form for unit in lexicon.units for form in unit.forms))
    refuse_doubles(FILES[8], (f"{form} ({entry.sort})" for entry in lexicon.undertakings for form in entry.forms))
    refuse_doubles(FILES[9], (f"{form} (verb)" for entry in lexicon.events for form in entry.verb))
    refuse_doubles(FILES[13], (meaning.name for meaning in lexicon.meanings))
    refuse_doubles(FILES[13], (f"{lemma} ({m.name}, verb)" for m in lexicon.meanings for lemma in m.verbs))
    refuse_doubles(FILES[13], (f"{lemma} ({m.name}, noun)" for m in lexicon.meanings for lemma in m.nouns))
    refuse_doubles(FILES[9], (f"{form} (noun)" for entry in lexicon.events for form in entry.noun))
    if vain := sorted(lexicon.outlet_words.doubtful - lexicon.listed_names()):
        raise LexiconError(f"{FILES[10]}: doubtful names that neither outlets.csv nor wires.csv has: {', '.join(vain)}")
    groups = {meaning.name for meaning in lexicon.meanings}
    if lost := sorted({group for each in lexicon.figures.senses for group in each.groups} - groups):
        raise LexiconError(f"{FILES[15]}: groups that {FILES[13]} does not have: {', '.join(lost)}")
    countries = {place.name for place in lexicon.places} | {""}
    if lost := sorted({body.country for body in lexicon.names.bodies} - countries):
        raise LexiconError(f"{FILES[12]}: countries that {FILES[5]} does not have: {', '.join(lost)}")
    refuse_doubles("outlets and wires", (outlet_key(name) for o in lexicon.outlets for name in (o.name, *o.aliases)))
    refuse_doubles(FILES[5], (n for p in lexicon.places for n in (p.name, *p.aliases, *p.adjectives, p.capital) if n))
