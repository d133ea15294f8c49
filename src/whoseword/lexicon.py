"""The word lists: files of `lexicons/` in, one checked, frozen `Lexicon` out.

Every entry is checked when it is read: its shape, its values, and that no form stands twice. A wrong entry raises
`LexiconError` with file and entry. That each entry matches inside its own `example` is checked by the tests.

>>> load_lexicon().cue("told").takes_recipient
True
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from whoseword.entries import (
    Cue,
    EventCategory,
    EventWord,
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
from whoseword.lookups.cues import Cues
from whoseword.lookups.meanings import Meanings
from whoseword.lookups.outlets import OF_REPORT, Outlets
from whoseword.lookups.places import Places
from whoseword.lookups.sources import Sources
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

NO_SPELLING = Spelling()
NO_NAME_WORDS = NameWords()


@dataclass(frozen=True, kw_only=True)
class Lexicon(Cues, Sources, Outlets, Places, Meanings):
    """All word lists; the look-ups on them come from `lookups/`."""

    spelling: Spelling = NO_SPELLING
    names: NameWords = NO_NAME_WORDS

    def knowing(self, outlets: Iterable[Outlet]) -> Lexicon:
        """This lexicon for one report, which names these outlets so that no doubt is left."""
        found = tuple(outlets)
        # What was computed once for all reports stays; only what rests on these outlets is computed anew.
        for kind in Lexicon.__mro__:
            for name, value in vars(kind).items():
                if isinstance(value, cached_property) and name not in OF_REPORT:
                    getattr(self, name)
        made = copy(self)
        object.__setattr__(made, "here", found)
        for name in OF_REPORT:
            made.__dict__.pop(name, None)
        return made


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
