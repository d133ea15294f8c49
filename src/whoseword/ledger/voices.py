"""Who can be believed about what will be done: the doer itself, those who speak for it, and those who can know.

In: the Material of one report, a Statement and the index of the doer. Out: a yes or no.

>>> speaks_for(material, statement, 4)
True
"""

from __future__ import annotations

from whoseword.ledger.material import Material, overlaps
from whoseword.model import Entity, Statement
from whoseword.statements.predicates import phrase

_OWN = frozenset({"we", "i"})
# Of whom a body speaks as of its own: "the army said the troops would".
_ITS_PEOPLE = frozenset("members troops forces soldiers crews staff employees workers officers teams".split())
_HIS = frozenset({"his", "her", "its", "their"})
_THIRD = frozenset({"he", "she", "they", "it"})


def is_speaker(m: Material, statement: Statement, doer: int) -> bool:
    """Whether the one who will do it is the one who says so."""
    form, words = m.tree.form(doer), m.tree.words
    if form in _OWN:
        return statement.quote in {"direct", "mixed"}
    entity = _entity(m, statement.entity)
    if any(overlaps(span, words[doer].span) for span in (entity.mentions if entity else ())):
        return True
    others = [e for e in m.entities if any(overlaps(span, words[doer].span) for span in e.mentions)]
    if form not in _THIRD or others or entity is None or statement.cue == () or is_messenger(m, statement):
        return False
    if (entity.kind == "person") != (form in {"he", "she"}) and not is_many(statement, m):
        return False
    if form in {"he", "she", "it"} and is_many(statement, m):
        return False
    first = [n for span in statement.content for n in m.tree.inside(span) if m.tree.form(n) != "that"]
    return bool(first) and first[0] == doer and statement.quote != "direct"


def promiser(m: Material, k: int) -> str | None:
    """The named source of the statement whose cue is a word of promising: who promises, whatever the tree says."""
    span, named = m.tree.words[k].span, {e.id for e in m.entities if e.named}
    told = (s.entity for s in m.statements if any(overlaps(cue, span) for cue in s.cue))
    return next((entity for entity in told if entity in named), None)


def is_many(statement: Statement, m: Material) -> bool:
    """Whether the source is several: "officials", "Roe and Pell"."""
    inside = m.tree.inside(statement.source) if statement.source else []
    plural = bool(inside) and m.tree.words[inside[-1]].upos == "NOUN" and m.tree.form(inside[-1]).endswith("s")
    return plural or any(m.tree.form(n) == "and" for n in inside)


def is_messenger(m: Material, statement: Statement) -> bool:
    """A spokesman's "he" is whom he speaks for, or somebody else."""
    words = _source_words(m, statement)
    return any(w.startswith(("spokes", "aide", "source", "official", "lawyer", "advis")) for w in words)


def speaks_for(m: Material, statement: Statement, doer: int | None) -> bool:
    """Whether the source can know: an insider, the doer's own people, or an outlet or document that reports it."""
    entity = _entity(m, statement.entity)
    words = _source_words(m, statement)
    sorts = {sort for word in words for sort in m.lexicon.undertaking.get(word, ())}
    if entity is None or "outsider" in sorts:
        return False
    if doer is None:
        announced = any(m.report.text[slice(*cue)].lower().startswith("announc") for cue in statement.cue)
        person = entity.named and entity.kind == "person"
        return announced if person else "insider" in sorts or entity.kind == "organisation"
    if entity.kind in {"outlet", "document"}:
        return True
    if entity.named:
        people = entity.kind == "organisation" and m.tree.form(doer) in _ITS_PEOPLE
        return people or _is_own(m, statement, doer) or _leads(m, entity, doer)
    return "insider" in sorts and not _is_foreign(m, statement, doer)


def _is_own(m: Material, statement: Statement, doer: int) -> bool:
    """Whether the source's words name the doer: "Tasken's envoy Roe said Tasken would withdraw"."""
    if statement.source is None:
        return False
    if statement.quote != "direct" and any(m.tree.form(c) in _HIS for c in m.tree.children(doer, "nmod", "nmod:poss")):
        return True  # "the governor said his state would"
    doers = {m.tree.form(k) for k in m.tree.inside(phrase(m.tree, doer))}
    names = {w for w in _source_words(m, statement) if w in doers and len(w) > 3}
    countries = {c.name for w in m.report.text[slice(*statement.source)].split() if (c := m.lexicon.country(w))}
    own = m.lexicon.country(m.report.text[slice(*m.tree.words[doer].span)])
    return bool(names) or (own is not None and own.name in countries)


def _leads(m: Material, entity: Entity, doer: int) -> bool:
    """Whether a person with an office speaks of the own country: "Tasken's President Roe said Tasken would"."""
    own = m.lexicon.country(m.report.text[slice(*phrase(m.tree, doer))].removeprefix("the "))
    if own is None or entity.kind != "person":
        return False
    for start, end in entity.mentions:
        before = m.report.text[max(0, start - 40) : start].split()[-3:]
        words = [*before, *m.report.text[start:end].split()]
        office = any("insider" in m.lexicon.undertaking.get(w.lower(), ()) for w in words)
        if office and any(
            (c := m.lexicon.country(w.removesuffix("'s").removesuffix("’s"))) and c.name == own.name for w in words
        ):
            return True
    return False


def _is_foreign(m: Material, statement: Statement, doer: int) -> bool:
    """Whether source and doer are of two countries: "Belmoran officials said Tasken would halt"."""
    own = m.lexicon.country(m.report.text[slice(*m.tree.words[doer].span)])
    source = m.report.text[slice(*statement.source)].split() if statement.source else []
    countries = {found.name for word in source if (found := m.lexicon.country(word))}
    return own is not None and bool(countries) and own.name not in countries


def can_act(m: Material, doer: int) -> bool:
    """Whether this is somebody who can undertake something: a name, or a body such as a government."""
    if "actor" in m.sorts(doer):
        return True
    if m.tree.words[doer].upos == "PROPN":
        return True
    number = [c for c in m.tree.children(doer, "nmod") if m.tree.form(doer) == "number"]
    return any(can_act(m, c) for c in number)


def _source_words(m: Material, statement: Statement) -> list[str]:
    entity = _entity(m, statement.entity)
    own = m.report.text[slice(*statement.source)] if statement.source else ""
    described = (entity.description or entity.name or "") if entity else ""
    found = [w.strip(".,’'s").lower() if w.endswith(("’s", "'s")) else w.strip(".,").lower() for w in own.split()]
    return found + [w.strip(".,").lower() for w in described.split()] + (["people"] if "sources" in found else [])


def _entity(m: Material, key: str | None) -> Entity | None:
    return next((e for e in m.entities if e.id == key), None)
