"""Sources that are the same inside one report: "Roe" is Ann Roe, "the official" the one who was brought in before.

In: a report, its Reading, its statements and entities as attribution left them, the Lexicon. Out: the same with every
mention given to its entity. What may be two stays apart, with its candidates; nothing is resolved across reports.

>>> attributed, problems = resolve(report, reading, attributed, load_lexicon())
>>> [entity.name for entity in attributed.entities]
['Ann Roe', None]
"""

from __future__ import annotations

from dataclasses import replace

from whoseword.lexicon import Lexicon
from whoseword.model import Entity, EntityKind, Problem, Reading, Report, Statement, hashed_id
from whoseword.sources.cast import Cast, Somebody
from whoseword.sources.descriptions import resolve_description
from whoseword.sources.figures import Figure, find_figures
from whoseword.sources.pronouns import is_early, resolve_pronoun
from whoseword.sources.scene import Scene
from whoseword.statements.attribute import Attributed

# The last paragraph, from 0, in which an office may stand for one who is named only later.
OPENING = 2


def resolve(
    report: Report, reading: Reading, attributed: Attributed, lexicon: Lexicon
) -> tuple[Attributed, tuple[Problem, ...]]:
    """The statements with the entities that their sources are, and these entities with all their mentions."""
    scene = Scene(report, reading, attributed.statements, attributed.entities, lexicon)
    cast = gather(scene)
    made = {id(somebody): _entity(scene, somebody) for somebody in cast.somebodies if _is_kept(somebody)}
    known = _with_candidates(cast, made)
    statements = tuple(_statement(scene, cast, known, statement) for statement in attributed.statements)
    return Attributed(statements, tuple(sorted(known.values(), key=lambda e: (e.mentions[0], e.id)))), ()


def gather(scene: Scene) -> Cast:
    """Every figure of the report given to somebody, names first, then descriptions and pronouns in text order."""
    figures = find_figures(scene)
    cast = Cast(scene, figures)
    for figure in figures:
        if figure.name:
            cast.place_name(figure)
    later: list[Figure] = []
    for figure in figures:
        if figure.name:
            continue
        if figure.pronoun and is_early(cast, figure):
            later.append(figure)
        elif figure.pronoun:
            resolve_pronoun(cast, figure)
        elif not resolve_description(cast, figure) and (figure.heading or _is_opening(figure)):
            later.append(figure)
    for figure in later:
        if figure.pronoun:
            resolve_pronoun(cast, figure)
        else:
            cast.look_ahead(figure)
    return cast


def _is_opening(figure: Figure) -> bool:
    """Whether an office opens the report whose bearer is named further down: "the chief pilot of the bay said"."""
    return figure.definite and figure.kind in {"person", "unknown"} and not figure.many and figure.paragraph <= OPENING


def _is_kept(somebody: Somebody) -> bool:
    """Only who tells, is told or is cited, or who may be one of these, becomes an entity; not all that has a name."""
    return any(figure.role != "named" for figure in somebody.figures) or somebody.wanted


def _entity(scene: Scene, somebody: Somebody) -> Entity:
    name, described = somebody.name, somebody.description
    ids = [figure.entity for figure in somebody.figures if figure.entity]
    first = {entity.id: entity.mentions[0] for entity in scene.entities}
    own = next((f.entity for f in somebody.figures if f.entity and first[f.entity] == f.span), None)
    named_so = next((e.id for e in scene.entities if e.id in ids and e.name == name and e.id == own), None)
    kind: EntityKind = somebody.kind
    return Entity(
        id=named_so or own or hashed_id("entity", scene.report.id, somebody.figures[0].span),
        name=name,
        kind=kind,
        named=name is not None,
        description=described,
        mentions=tuple(sorted({figure.span for figure in somebody.figures})),
        resolved=tuple(sorted(somebody.resolved, key=lambda r: r.span)),
    )


def _with_candidates(cast: Cast, made: dict[int, Entity]) -> dict[int, Entity]:
    known = dict(made)
    for somebody in cast.somebodies:
        if id(somebody) in made and somebody.candidates:
            ids = tuple(dict.fromkeys(made[id(c)].id for c in somebody.candidates if id(c) in made))
            known[id(somebody)] = replace(made[id(somebody)], candidates=ids)
    return known


def _statement(scene: Scene, cast: Cast, known: dict[int, Entity], statement: Statement) -> Statement:
    source = cast.at(statement.source) if statement.source else None
    spans = {entity.id: entity.mentions for entity in scene.entities}
    told = []
    for one in statement.told_to:
        cue = statement.cue[-1][1] if statement.cue else 0
        nearest = min(spans[one], key=lambda span: abs(span[0] - cue))
        somebody = cast.at(nearest)
        told.append(known[id(somebody)].id if somebody else one)
    entity = known[id(source)].id if source else statement.entity
    return replace(statement, entity=entity, told_to=tuple(dict.fromkeys(told)))
