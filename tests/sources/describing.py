"""Marked texts with all that is told of their sources, without a model: one line of the text is one sentence.

>>> described("{S:Two ministry officials} {C:said} {Q:so}.").words("number")
'Two'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tests.dossier.records import report_of
from tests.readings import reading_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Entity, NameKind, Statement
from whoseword.sources.anonymity import without_grants
from whoseword.sources.coref import resolve
from whoseword.sources.denials import find_denied
from whoseword.sources.unnamed import describe
from whoseword.statements.attribute import Attributed, attribute
from whoseword.statements.distance import with_distances

# Given to the words of a text wherever they stand: what the sentences of these tests need of grammar.
VERBS = frozenset(
    "said told denied spoke speaking asked was were is are has knew works claimed reported accused dismissed "
    "rejected declined requested fear feared".split()
)


@dataclass(frozen=True)
class Described:
    """What came of one marked text."""

    text: str
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]

    def entity(self, number: int = 1) -> Entity:
        """The source of a statement, by the statement's number from 1."""
        return next(e for e in self.entities if e.id == self.statements[number - 1].entity)

    def affiliation(self, number: int = 1) -> str | None:
        """The words of a source's affiliation."""
        return self._words(self.entity(number).affiliation)

    def nearness(self, number: int = 1) -> str | None:
        """The words that say how near a source is."""
        return self._words(self.entity(number).nearness)

    def anonymity(self, number: int = 1) -> str | None:
        """The words that say why a source has no name."""
        found = self.entity(number).anonymity
        return self._words(found.span) if found else None

    def cues(self) -> list[str]:
        """The cues of all statements."""
        return [self.text[slice(*statement.cue[0])] for statement in self.statements]

    def denied(self, number: int) -> tuple[int, str] | None:
        """The number of the statement that a denial denies, and the rule."""
        found = self.statements[number - 1].denies
        ids = [statement.id for statement in self.statements]
        return (ids.index(found.statement) + 1, found.rule) if found else None

    def _words(self, span: tuple[int, int] | None) -> str | None:
        return self.text[slice(*span)] if span else None


def described(marked: str, names: Mapping[str, NameKind] | None = None) -> Described:
    """The statements and sources of a marked text, in text order."""
    plain, _ = reading_of(marked)
    found = {word: "VERB" for word in VERBS if re.search(rf"\b{word}\b", plain)}
    text, reading = reading_of(marked, names=names or {}, grammar=found)
    report, lexicon = report_of(text), load_lexicon()
    attributed, _ = attribute(report, reading, lexicon)
    resolved, _ = resolve(report, reading, without_grants(report, reading, attributed, lexicon), lexicon)
    told = describe(report, reading, resolved, lexicon)
    far = Attributed(with_distances(text, told.statements, lexicon), told.entities)
    denied = find_denied(report, reading, far, lexicon)
    return Described(text, denied.statements, denied.entities)
