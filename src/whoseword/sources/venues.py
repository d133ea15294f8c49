"""Where a source spoke or was quoted: "in an interview with the Bell", "quoted by the Bell", "(Reuters) -".

In: a report as `Scene` and the outlets in it by their place. Out: the outlet through which one statement came, or the
agency through which the whole report did, each with the words that say so.

>>> venue(scene, outlets, statement).rule
'chain:spoke-to-outlet'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from whoseword.model import Entity, Span, Statement
from whoseword.sources.introduced import BEFORE, QUOTED, SPOKE
from whoseword.sources.outlets import is_outlet, without_modifiers
from whoseword.sources.scene import Scene

# The words behind an outlet's name, where it quotes somebody "as saying" something.
_QUOTES = re.compile(r"\s+(?:has\s+|have\s+|had\s+|also\s+|later\s+)?(?:quotes?|quoted)\b", re.IGNORECASE)
# "on CNN": only a broadcaster, so that "on Reuters" and "on Politico" stay open.
_ON_AIR = re.compile(r"\bon\s+$", re.IGNORECASE)
# "VELL (Reuters) - ", "WASHINGTON, May 3 (AP) — ": at the start of a paragraph near the top.
_DATELINE = re.compile(r"[^()\n]{0,60}\(([^()\n]{2,40})\)\s*[-–—]{1,2}\s*")
_DATELINE_PARAGRAPHS = 5


@dataclass(frozen=True, slots=True)
class Venue:
    """The outlet a statement came through; `span` are the words that say so."""

    outlet: Entity
    span: Span
    rule: str


def venue(scene: Scene, outlets: Mapping[Span, Entity], statement: Statement) -> Venue | None:
    """The outlet that the statement's own sentence names beside its source."""
    places = statement.cue or statement.content
    first, last = scene.sentence_span(places[0][0])
    for span, entity in sorted(outlets.items(), key=lambda item: item[0]):
        if span[0] < first or span[1] > last or not is_outlet(entity, scene.lexicon):
            continue
        if span == statement.source or any(a <= span[0] < b for a, b in statement.content):
            continue
        if any(name.span[0] <= span[1] < name.span[1] for name in scene.reading.names):
            continue  # "an interview with the Guardian Council" is none with the Guardian
        found = _by_words(scene, span, entity)
        if found is None and statement.rule == "borders:quoted-as-saying" and _QUOTES.match(scene.text, span[1]):
            found = Venue(entity, span, rule="chain:outlet-quotes")
        if found:
            return found
    return None


def _by_words(scene: Scene, span: Span, outlet: Entity) -> Venue | None:
    """The outlet as a venue, where the words before its name say so."""
    before = without_modifiers(scene.text[max(0, span[0] - BEFORE) : span[0]], scene.lexicon)
    if SPOKE.search(before):
        return Venue(outlet, span, rule="chain:spoke-to-outlet")
    if QUOTED.search(before):
        return Venue(outlet, span, rule="chain:quoted-by-outlet")
    known = scene.lexicon.outlet(outlet.name or "")
    if known and known.kind == "broadcaster" and _ON_AIR.search(before):
        return Venue(outlet, span, rule="chain:spoke-on-air")
    return None


def agency(scene: Scene) -> tuple[str, Span | None] | None:
    """The agency whose dateline or byline stands over the whole report: its name, and the words in the text."""
    for start in scene.paragraph_starts[:_DATELINE_PARAGRAPHS]:
        found = _DATELINE.match(scene.text, start)
        known = scene.lexicon.outlet(found[1]) if found else None
        if found and known:
            return known.name, found.span(1)
    for author in scene.report.byline:
        known = scene.lexicon.outlet(author)
        if known and known.kind == "agency":
            return known.name, None
    return None
