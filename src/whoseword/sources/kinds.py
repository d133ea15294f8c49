"""A mention that attribution named -> its name and kind in the light of the whole report.

"The Roe administration" is no person, "told the Evening Bell" makes an outlet, "Paris said" means the government there.

>>> name_and_kind(scene, span, entity, is_told=True)
('Evening Bell', 'outlet')
"""

from __future__ import annotations

import re

from whoseword.model import Entity, EntityKind, Span
from whoseword.sources.introduced import is_somebodys_name
from whoseword.sources.outlets import (
    is_called_outlet,
    is_outlet_name,
    is_shared_name,
    is_treated_as_outlet,
    named_outlet,
)
from whoseword.sources.scene import Scene
from whoseword.statements.mentions import bare


def name_and_kind(scene: Scene, span: Span, entity: Entity, *, is_told: bool) -> tuple[str | None, EntityKind]:
    """What the mention at `span` is called, if it is, and what it is."""
    words = " ".join(scene.text[slice(*span)].split())
    name, kind = (entity.name if entity.named else None), entity.kind
    if kind == "person" and name and _belongs_to_name(scene, span, name):
        # "The Roe administration" is no person, whatever the name in it.
        name, kind = bare(words), "organisation"
    listed = named_outlet(words, scene.lexicon) if kind not in {"document", "outlet"} else None
    if kind == "document" and name is None and is_shared_name(words, scene.lexicon):
        name, kind = bare(words), "outlet"  # "The Post said" has a capital that no document has
    elif kind == "document" and name:
        name = _whole_name(words, name)
    elif listed and (kind != "person" or scene.lexicon.outlet(listed)):
        name, kind = listed, "outlet"
    elif kind == "place" and not is_told:
        kind = "organisation"  # "Paris said": the government there, not the city
    elif kind != "outlet" and _is_outlet_title(scene, words):
        name, kind = bare(words), "outlet"
    elif here := _outlet_here(scene, span, kind, is_told=is_told):
        name, kind = here, "outlet"
    elif name and kind in {"organisation", "unknown"} and is_called_outlet(scene.text, span, name, scene.lexicon):
        kind = "outlet"
    if name is None and kind == "person":
        name = _name_behind_title(scene, span)
    return name, kind


def _name_behind_title(scene: Scene, span: Span) -> str | None:
    """The name in "Former Ambassador to the United Nations Ann Roe"; in "a spokesman for Ann Roe" nobody is named."""
    inside = [name for name in scene.reading.names if span[0] <= name.span[0] and name.span[1] <= span[1]]
    people = [name for name in inside if name.kind == "person" and not scene.text[name.span[1] : span[1]].strip(" ,")]
    if not people or re.match(r"(?:an?|the|one)\b", scene.text[slice(*span)], re.IGNORECASE):
        return None
    start = people[-1].span[0]
    if any(name.span[1] < start and not scene.text[name.span[1] : start].strip() for name in inside):
        return " ".join(scene.text[slice(*people[-1].span)].split())
    return None


def _is_outlet_title(scene: Scene, words: str) -> bool:
    """Whether it ends like an outlet's name; "Harbour News reporter Ann Roe" does not."""
    name = bare(words)
    # "Ann Roe of the Financial Times" is somebody, even where the reader does not see a name in it.
    if " of " in name and scene.lexicon.outlet(name.partition(" of ")[2]):
        return False
    ends = name.rpartition(" ")[2].casefold() in scene.lexicon.outlet_words.in_names or " " not in name
    return name[:1].isupper() and ends and is_outlet_name(name, scene.lexicon)


def _outlet_here(scene: Scene, span: Span, kind: EntityKind, *, is_told: bool) -> str | None:
    """What an outlet is called that is one by its name and by this: it is told something, or reports it.

    Of a name that the lists hold, doubtful or shared, the reader's word is enough that it is no person or place.
    """
    words = " ".join(scene.text[slice(*span)].split())
    if kind not in {"organisation", "unknown"}:
        return None
    cues = [scene.text[slice(*cue)] for s in scene.statements if s.source == span for cue in s.cue]
    known = [scene.lexicon.cue_within(cue) for cue in cues]
    acts = is_told or any(cue is not None and cue.lemma == "report" for cue in known)
    is_free = not is_somebodys_name(words, scene.text, scene.reading)
    doubted = scene.lexicon.outlet_in_context(words) if is_free else None
    if acts or kind == "organisation":
        if doubted:
            return doubted.name
        if is_shared_name(words, scene.lexicon):
            return bare(words)
    return bare(words) if acts and is_treated_as_outlet(words) else None


def _whole_name(words: str, name: str) -> str:
    """The owner of a document with the capitalised words before it that the reader left out: "the Evening Bell"."""
    before = words[: words.find(name)].split() if name in words else []
    kept: list[str] = []
    while len(before) > 1 and before[-1][:1].isupper():
        kept.insert(0, before.pop())
    return " ".join([*kept, name])


def _belongs_to_name(scene: Scene, span: Span, name: str) -> bool:
    place = scene.text.find(name, *span)
    if place < 0:
        return False
    rest = scene.text[place + len(name) : span[1]]
    return bool(re.match(r"(?:[’']s?)?\s+[a-z]\w+$", rest))
