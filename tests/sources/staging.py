"""Reports in the mark-up of tests/marks.py, with their sources resolved and their chains made, without a model.

A name of `names` counts wherever it stands; `verbs` are words that are verbs, `subjects` those that are subjects.

>>> [entity.name for entity in staged("{S:Ann Roe} {C:said} {Q:so}.", names={"Ann Roe": "person"}).entities]
['Ann Roe']
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tests.dossier.records import report_of
from tests.readings import reading_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Entity, Name, NameKind, Reading, Statement, Word
from whoseword.sources.chains import chain
from whoseword.sources.coref import resolve
from whoseword.sources.scene import Scene
from whoseword.statements.attribute import attribute

PEOPLE: Mapping[str, NameKind] = {
    "Ann Roe": "person",
    "Roe": "person",
    "Bel Marsh": "person",
    "Marsh": "person",
    "Velland": "place",
    "Tarn": "place",
    "Harbour Board": "organisation",
    "Lake Ministry": "organisation",
    "Politico": "organisation",
    "Reuters": "organisation",
    "CNN": "organisation",
    "Al Jazeera": "organisation",
    "Newsweek": "organisation",
}
_FUNCTION = {
    "DET": "the a an both".split(),
    "ADP": "in on by of to with from for".split(),
    "PRON": "he she they it i we who that".split(),
    "CCONJ": ["and"],
}


@dataclass(frozen=True)
class Staged:
    """What came of one marked text; `who` and `chain` tell it by the number of the statement, from 1."""

    text: str
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]

    def entity(self, number: int) -> Entity:
        """The source of a statement."""
        return next(e for e in self.entities if e.id == self.statements[number - 1].entity)

    def who(self, number: int) -> str:
        """The name or description of a source, with "?" behind it where candidates remain."""
        entity = self.entity(number)
        return f"{entity.name or entity.description}{'?' if entity.candidates else ''}"

    def rules(self, number: int) -> list[str]:
        """The rules by which the source of a statement was resolved."""
        source = self.statements[number - 1].source
        return [resolved.rule for resolved in self.entity(number).resolved if resolved.span == source]

    def chain(self, number: int) -> str:
        """A chain in words: "Bell <- a stoker"; carried links have a star, unknown ones are "?"."""
        by_id = {entity.id: entity for entity in self.entities}
        shown = []
        for link in self.statements[number - 1].chain:
            entity = by_id.get(link.entity or "")
            name = (entity.name or entity.description) if entity else "?"
            shown.append(f"{name}{'*' if link.link == 'carried' else ''}")
        return " <- ".join(shown)

    def links(self, number: int) -> list[str]:
        """The rules that made the links of a chain."""
        return [link.rule for link in self.statements[number - 1].chain]


def staged(
    marked: str,
    *,
    names: Mapping[str, NameKind] | None = None,
    verbs: Collection[str] = (),
    subjects: Collection[str] = (),
    **facts: Any,
) -> Staged:
    """The statements and entities of a marked text, in text order."""
    text, plain = reading_of(marked)
    reading = _read(text, plain, {**PEOPLE, **(names or {})}, verbs, subjects)
    report = report_of(text, **facts)
    lexicon = load_lexicon()
    attributed, _ = attribute(report, reading, lexicon)
    resolved, problems = resolve(report, reading, attributed, lexicon)
    chained, more = chain(report, reading, resolved, lexicon)
    assert (problems, more) == ((), ())
    return Staged(text, chained.statements, chained.entities)


def scene_of(
    marked: str, *, names: Mapping[str, NameKind] | None = None, verbs: Collection[str] = (), **facts: Any
) -> Scene:
    """The scene of a marked text, as its sources are looked for."""
    text, plain = reading_of(marked)
    reading = _read(text, plain, {**PEOPLE, **(names or {})}, verbs, ())
    report = report_of(text, **facts)
    attributed, _ = attribute(report, reading, load_lexicon())
    return Scene(report, reading, attributed.statements, attributed.entities, load_lexicon())


def _read(
    text: str, reading: Reading, names: Mapping[str, NameKind], verbs: Collection[str], subjects: Collection[str]
) -> Reading:
    found: list[Name] = []
    for name in sorted(names, key=len, reverse=True):
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            if not any(a < match.end() and match.start() < b for a, b in (n.span for n in found)):
                found.append(Name(match.span(), names[name]))
    found.sort(key=lambda name: name.span)
    words = tuple(_word(text, word, found, verbs, subjects) for word in reading.words)
    ends = [k + 1 for k, word in enumerate(words) if _ends_sentence(text, words, k)]
    return Reading(words, tuple(zip([0, *ends[:-1]], ends, strict=True)), tuple(found), reading.relations)


def _word(text: str, word: Word, names: Collection[Name], verbs: Collection[str], subjects: Collection[str]) -> Word:
    form = text[slice(*word.span)]
    upos = next((tag for tag, forms in _FUNCTION.items() if form.lower() in forms), word.upos)
    if any(name.span[0] <= word.span[0] and word.span[1] <= name.span[1] for name in names):
        upos = "PROPN"
    elif form in {"said", "citing", "quoting", "told", *verbs}:
        upos = "VERB"
    return replace(word, upos=upos, deprel="nsubj" if form in subjects else word.deprel)


def _ends_sentence(text: str, words: tuple[Word, ...], k: int) -> bool:
    form = text[slice(*words[k].span)]
    after = text[words[k].span[1] :]
    return (
        k + 1 == len(words) or "\n" in after[: len(after) - len(after.lstrip())] or (form == "." and after[:1] == " ")
    )
