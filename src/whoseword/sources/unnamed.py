"""What a report tells of those whom it does not name: whose people they are, how many, how near, and why no name.

In: a report, its Reading, and its statements and entities with sources resolved (`coref.py`). Out: the same entities,
those without a name with `affiliation`, `number`, `nearness` and `anonymity`, each from the report's own words.

>>> described = describe(report, reading, resolved, load_lexicon())
>>> report.text[slice(*described.entities[0].affiliation)]
'State Department'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whoseword.lexicon import Lexicon
from whoseword.model import Anonymity, Entity, Reading, Report, Span
from whoseword.sources.affiliations import affiliation
from whoseword.sources.anonymity import Grant
from whoseword.sources.numbers import number
from whoseword.sources.scene import Scene
from whoseword.statements.attribute import Attributed
from whoseword.statements.mentions import is_pronoun

# How far above "All spoke on condition of anonymity" those meant may stand, in paragraphs.
NEAR = 2
_NO_PEOPLE = frozenset({"document", "outlet", "place"})
_TAIL = re.compile(r"[\s,]*\b(?:who|which|that|and)?[\s,]*$")


def describe(report: Report, reading: Reading, attributed: Attributed, lexicon: Lexicon) -> Attributed:
    """The entities without a name with all that the report tells of them."""
    scene = Scene(report, reading, attributed.statements, attributed.entities, lexicon)
    granted: dict[str, Anonymity] = {}
    for grant in scene.grants:
        for entity, anonymity in _granted(scene, grant):
            granted.setdefault(entity.id, anonymity)
    entities = tuple(_described(scene, entity, granted.get(entity.id)) for entity in attributed.entities)
    return replace(attributed, entities=entities)


def _described(scene: Scene, entity: Entity, anonymity: Anonymity | None) -> Entity:
    if entity.named or entity.kind in _NO_PEOPLE:
        return entity
    mentions = [_without_grant(scene, span) for span in entity.mentions]
    spoken = [span for span in mentions if span and not is_pronoun(scene.text[slice(*span)])]
    numbers = [told for span in spoken if (told := number(scene.tree, span, scene.lexicon))]
    stated = [told for told in numbers if told.value is not None]
    return replace(
        entity,
        description=_description(scene, entity),
        affiliation=next((found for span in spoken if (found := affiliation(scene, span))), None),
        number=next(iter([*stated, *numbers]), None),
        nearness=next((found for span in spoken if (found := _nearness(scene, span))), None),
        anonymity=anonymity,
    )


def _without_grant(scene: Scene, span: Span) -> Span | None:
    """The mention up to where a grant, or a "who" that the reader left at its end, begins."""
    first = next((g.span[0] for g in scene.grants if span[0] <= g.span[0] < span[1]), span[1])
    words = _TAIL.sub("", scene.text[span[0] : first])
    return (span[0], span[0] + len(words)) if words else None


def _description(scene: Scene, entity: Entity) -> str | None:
    """The description without the reason for the anonymity, which has a place of its own."""
    for span in entity.mentions:
        if entity.description and " ".join(scene.text[slice(*span)].split()) == " ".join(entity.description.split()):
            kept = _without_grant(scene, span)
            return entity.description if kept is None or kept == span else scene.text[slice(*kept)]
    return entity.description


def _nearness(scene: Scene, span: Span) -> Span | None:
    """From the words that say how near the source is to the facts to the end of the mention or the next comma."""
    words = scene.text[slice(*span)]
    for phrase in scene.lexicon.complements:
        found = re.search(rf"\b{re.escape(phrase.words)}\b[^,]*", words, re.IGNORECASE)
        if found and found.start():
            return (span[0] + found.start(), span[0] + found.start() + len(found[0].rstrip()))
    return None


# Whose name is kept back


def _granted(scene: Scene, grant: Grant) -> Iterator[tuple[Entity, Anonymity]]:
    if grant.place == "sentence":
        entity = _speaker(scene, grant)
        if entity:
            yield entity, Anonymity(grant.span, rule="anonymity:speaker-of-sentence")
        return
    assert grant.subject is not None
    words = scene.text[slice(*grant.subject)].casefold()
    if words.split()[0] in {"all", "both"} and (is_pronoun(words) or words in {"all", "all of them", "both of them"}):
        for entity in _all(scene, grant, two=words.startswith("both")):
            yield entity, Anonymity(grant.span, rule="anonymity:all-before")
        return
    for entity in _at(scene, grant.subject):
        if grant.place == "beside":
            yield entity, Anonymity(grant.span, rule="anonymity:beside")
        else:
            yield entity, Anonymity(grant.span, rule="anonymity:subject")


def _at(scene: Scene, span: Span) -> list[Entity]:
    """Who without a name is mentioned at this place; the one with the most of it in common."""
    found = [
        (min(b, span[1]) - max(a, span[0]), entity)
        for entity in scene.entities
        for a, b in entity.mentions
        if a < span[1] and span[0] < b and not entity.named and entity.kind not in _NO_PEOPLE
    ]
    return [max(found, key=lambda pair: pair[0])[1]] if found else []


def _speaker(scene: Scene, grant: Grant) -> Entity | None:
    """The one in the sentence who says something; of several, the last before the grant."""
    here = scene.sentence(grant.span[0])
    by_id = {entity.id: entity for entity in scene.entities}
    near = [
        (s.cue[0][0], by_id[s.entity])
        for s in scene.statements
        if s.cue and s.entity in by_id and s.source and scene.sentence(s.cue[0][0]) == here
    ]
    before = [pair for pair in near if pair[0] < grant.span[0]]
    found = max(before, key=lambda p: p[0])[1] if before else near[0][1] if len({e.id for _, e in near}) == 1 else None
    return found if found and not found.named and found.kind not in _NO_PEOPLE else None


def _all(scene: Scene, grant: Grant, *, two: bool) -> Sequence[Entity]:
    """The unnamed people who spoke right above: all of them, or the two that there are."""
    here = scene.paragraph(grant.span[0])
    spoke = {s.entity for s in scene.statements if s.source and s.source[1] <= grant.span[0]}
    near = [
        entity
        for entity in scene.entities
        if entity.id in spoke
        and not entity.named
        and entity.kind in {"person", "group", "unknown"}
        and any(0 <= here - scene.paragraph(a) <= NEAR and a < grant.span[0] for a, _ in entity.mentions)
    ]
    if not two:
        return near
    counts = [number(scene.tree, entity.mentions[0], scene.lexicon) for entity in near]
    told = [count.value if count else None for count in counts]
    return near if told in ([1, 1], [2]) else []
