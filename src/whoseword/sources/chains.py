"""On whose word a statement stands: publisher <- outlet it cites <- the source that this outlet cites.

In: a report, its Reading, and its statements and entities with sources resolved (`coref.py`). Out: the statements with
their chains, and the entities with the publisher and the outlets in between. Each link is `stated` in the sentence,
`carried` from its context or `unknown`; a chain is never closed by a guess.

>>> [link.link for link in chained.statements[0].chain]
['stated', 'stated', 'unknown']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from whoseword.lexicon import Lexicon
from whoseword.model import Entity, Link, Problem, Reading, Report, Span, Statement, hashed_id
from whoseword.sources.citations import Citation
from whoseword.sources.figures import find_outlets
from whoseword.sources.outlets import is_outlet, is_same_outlet, publisher_name
from whoseword.sources.scene import Scene
from whoseword.sources.venues import agency, venue
from whoseword.statements.attribute import Attributed

Links = tuple[Link, ...]

# Acts that bring nobody's word from one place to another.
SILENT_ACTS = frozenset({"no-comment", "question"})
# How far above a statement what carries its chain may stand, in paragraphs.
NEAR = 2
# Two statements of one sentence that share this much of what they tell are one telling, passed on: "…, the clerk said,
# the Bell reported".
SAME_CONTENT = 0.6


def chain(
    report: Report, reading: Reading, attributed: Attributed, lexicon: Lexicon
) -> tuple[Attributed, tuple[Problem, ...]]:
    """The statements with their chains, and the entities that stand in these."""
    work = _Work(Scene(report, reading, attributed.statements, attributed.entities, lexicon))
    statements = tuple(replace(s, chain=work.of(s)) for s in attributed.statements)
    used = {link.entity for s in statements for link in s.chain}
    added = [entity for entity in work.added.values() if entity.id in used]
    return Attributed(statements, (*added, *attributed.entities)), ()


@dataclass
class _Work:
    """The chains of one report while they are made; those that later ones rest on are made first."""

    scene: Scene
    added: dict[str, Entity] = field(default_factory=dict)
    _done: dict[str, Links] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_id = {entity.id: entity for entity in self.scene.entities}
        self.at = {span: entity for entity in self.scene.entities for span in entity.mentions}
        self.statements = {statement.id: statement for statement in self.scene.statements}
        self.publisher = publisher_name(self.scene.report, self.scene.lexicon)
        self.outlets = dict(self.at)
        for span, name in find_outlets(self.scene):
            self.outlets.setdefault(span, self.outlet(name, span))
        self.start = self._start()

    def outlet(self, name: str, span: Span | None = None) -> Entity:
        """The outlet of this name, made where no mention that tells or is told has it."""
        known = next(
            (e for e in self.scene.entities if e.kind == "outlet" and is_same_outlet(e.name or "", name)), None
        )
        if known:
            return known
        mentions = (span,) if span else ()
        made = Entity(
            hashed_id("outlet", self.scene.report.id, name),
            name,
            "outlet",
            named=True,
            description=None,
            mentions=mentions,
        )
        return self.added.setdefault(name, made)

    def is_publisher(self, entity: Entity) -> bool:
        """Whether this is the outlet that publishes the report: "told CNN", printed by CNN, is no relay."""
        if entity.kind != "outlet" or entity.name is None or self.publisher is None:
            return False
        # "The Courier" in the Port Sabel Courier is itself.
        return is_same_outlet(entity.name, self.publisher) or entity.name == self.publisher.split()[-1]

    def _start(self) -> Links:
        first = Link(None, "unknown", "chain:publisher-not-given")
        if self.publisher:
            first = Link(self.outlet(self.publisher).id, "stated", "chain:publisher")
        wire = agency(self.scene)
        entity = self.outlet(wire[0], wire[1]) if wire else None
        if wire is None or entity is None or self.is_publisher(entity):
            return (first,)
        if wire[1] is None:
            return (first, Link(entity.id, "carried", "chain:byline-agency"))
        return (first, Link(entity.id, "carried", "chain:dateline", wire[1]))

    def of(self, statement: Statement) -> Links:
        """The chain of a statement, publisher first."""
        if statement.id not in self._done:
            # Marked as begun, so that statements nested in each other by mistake end.
            self._done[statement.id] = self.start
            self._done[statement.id] = self._made(statement)
        return self._done[statement.id]

    def _made(self, statement: Statement) -> Links:
        source = self.by_id.get(statement.entity or "")
        parent = self.statements.get(statement.within or "")
        if parent:
            return self._inside(statement, source, self.of(parent))
        if source is None:
            return (*self.start, Link(None, "unknown", "chain:holder-not-stated"))
        if self.is_publisher(source):
            return self.start
        if is_outlet(source, self.scene.lexicon):
            return (*self._after_start(source, statement), *self._origin(statement, source))
        if source.kind == "document":
            return (*self._after_start(source, statement), *self._cited_by(statement, source))
        stands = {link.entity for link in self.start}
        way = tuple(link for link in self._way(statement, source) if link.entity not in stands)
        return _joined((*self.start, *way), self._own(statement, source))

    def _inside(self, statement: Statement, source: Entity | None, above: Links) -> Links:
        """What is told inside a statement stands on that one's chain, and then on its own source."""
        if source is None:
            return (*_known(above), Link(None, "unknown", "chain:holder-not-stated"))
        return _joined(_known(above), Link(source.id, "stated", "chain:nested-source", statement.source))

    def _after_start(self, source: Entity, statement: Statement) -> Links:
        return _joined(self.start, self._own(statement, source))

    def _own(self, statement: Statement, source: Entity) -> Link:
        """The source's own link; "Report:" in a headline says which report only further down."""
        ahead = next((r for r in source.resolved if r.span == statement.source), None)
        if ahead and ahead.rule == "coref:heading-ahead":
            return Link(source.id, "carried", "chain:heading-source", ahead.evidence)
        return Link(source.id, "stated", "chain:source", statement.source)

    # What stands behind an outlet

    def _origin(self, statement: Statement, source: Entity) -> Links:
        cited = self._cited_by(statement, source)
        if cited or statement.quote == "none":
            return cited
        for other in self._same_words(statement):
            entity = self.by_id.get(other.entity or "")
            if entity and entity is not source and not is_outlet(entity, self.scene.lexicon):
                return (Link(entity.id, "stated", "chain:same-words", other.source),)
        return (Link(None, "unknown", "chain:origin-not-stated"),)

    def _cited_by(self, statement: Statement, source: Entity) -> Links:
        """Whom the source cites for this: in the sentence itself, or once for a whole document, or close by."""
        if statement.quote == "none" or (source.kind not in {"outlet", "document"}):
            return ()
        citations = [c for c in self.scene.citations if self._citer(c) is source and self._cited(c)]
        here = [c for c in citations if self._sentence(statement) == self.scene.sentence(c.cue[0])]
        if len(here) == 1:
            # "cited a clerk and said" are two acts of telling, "reported, citing a clerk," is one.
            apart = here[0].by != statement.id and not self.scene.text[slice(*here[0].cue)].casefold().endswith("ing")
            return (Link(self._cited(here[0]), "carried" if apart else "stated", "chain:cited", here[0].span),)
        if here or len({self._cited(c) for c in citations}) != 1:
            return ()
        if source.kind == "document":
            # A memo cites laws and papers too; only somebody who speaks stands behind the rest of it.
            whom = self.by_id.get(self._cited(citations[0]) or "")
            speaks = whom is not None and (whom.kind in {"person", "group"} or not whom.named)
            link = Link(self._cited(citations[0]), "carried", "chain:cited-by-document", citations[0].span)
            return (link,) if speaks else ()
        below = self._paragraph(statement) - self.scene.paragraph(citations[0].cue[0])
        tells_of_another = any(s.within == statement.id for s in self.scene.statements)
        if below == 0 and not tells_of_another:
            return (Link(self._cited(citations[0]), "carried", "chain:cited-nearby", citations[0].span),)
        return ()

    def _citer(self, citation: Citation) -> Entity | None:
        return self.by_id.get(self.statements[citation.by].entity or "")

    def _cited(self, citation: Citation) -> str | None:
        entity = self.at.get(citation.span)
        return entity.id if entity else None

    def _same_words(self, statement: Statement) -> list[Statement]:
        """Other statements of the sentence that tell the same."""
        near = [
            s
            for s in self.scene.statements
            if not _is_family(s, statement) and self._sentence(s) == self._sentence(statement)
        ]
        return [
            s for s in near if s.source and s.quote != "none" and _share(s.content, statement.content) >= SAME_CONTENT
        ]

    # What stands before somebody who speaks

    def _way(self, statement: Statement, source: Entity) -> Links:
        """The outlets between the publisher and a source that is none itself."""
        return (
            self._told(statement)
            or self._spoke(statement)
            or self._passed_on(statement)
            or self._brought_in(source)
            or self._carried(statement, source)
        )

    def _told(self, statement: Statement) -> Links:
        for told in (self.by_id.get(one) for one in statement.told_to):
            if told and is_outlet(told, self.scene.lexicon) and not self.is_publisher(told):
                near = min(told.mentions, key=lambda span: abs(span[0] - statement.cue[-1][1]) if statement.cue else 0)
                return (Link(told.id, "stated", "chain:told-outlet", near),)
        return ()

    def _spoke(self, statement: Statement) -> Links:
        others = {span: outlet for span, outlet in self.outlets.items() if not self.is_publisher(outlet)}
        found = venue(self.scene, others, statement)
        return (Link(found.outlet.id, "stated", found.rule, found.span),) if found else ()

    def _passed_on(self, statement: Statement) -> Links:
        for other in self._same_words(statement):
            entity = self.by_id.get(other.entity or "")
            if entity and is_outlet(entity, self.scene.lexicon) and not self.is_publisher(entity):
                return (Link(entity.id, "stated", "chain:same-words", other.source),)
        return ()

    def _brought_in(self, source: Entity) -> Links:
        """Example: "The report cited a clerk. … The clerk said": the clerk speaks through the report."""
        citers = [(c, self._citer(c)) for c in self.scene.citations if self._cited(c) == source.id]
        outlets = [(c, e) for c, e in citers if e and e.kind in {"outlet", "document"} and not self.is_publisher(e)]
        if source.named or len({e.id for _, e in outlets}) != 1:
            return ()
        return (Link(outlets[0][1].id, "carried", "chain:cited-source", outlets[0][0].cue),)

    def _carried(self, statement: Statement, source: Entity) -> Links:
        """The outlet of an earlier sentence, where it goes on: with the same speaker, or with one who has no other."""
        if statement.told_to or statement.act in SILENT_ACTS:
            return ()
        before = [
            s
            for s in self.scene.statements
            if self._stands_by_itself(s) and s.quote != "none" and _place(s) < _place(statement)
        ]
        before.sort(key=_place)
        for other in reversed(before):
            apart = self._paragraph(statement) - self._paragraph(other)
            if other.entity == source.id and self._may_carry(source, apart, is_last=other is before[-1]):
                found = self._between(self.of(other))
                if found:
                    return (replace(found[-1], link="carried", rule="chain:same-source-before"),)
                if source.named:
                    break
        return self._by_outlet_before(statement, source, before)

    def _stands_by_itself(self, statement: Statement) -> bool:
        """Not nested, or only in what an outlet tells: "Haaretz reports that Roe suggested …"."""
        parent = self.statements.get(statement.within or "")
        source = self.by_id.get(parent.entity or "") if parent else None
        return parent is None or (
            parent.within is None and source is not None and is_outlet(source, self.scene.lexicon)
        )

    def _may_carry(self, source: Entity, apart: int, *, is_last: bool) -> bool:
        if source.named:
            return is_last and apart < NEAR
        return source.kind == "person" or apart <= NEAR

    def _by_outlet_before(self, statement: Statement, source: Entity, before: Sequence[Statement]) -> Links:
        """Example: "The Bell said so. But sources stressed": unnamed people right behind an outlet."""
        other = before[-1] if before else None
        outlet = self.by_id.get(other.entity or "") if other else None
        described = self.scene.lexicon.unnamed(source.description or "")
        if other is None or outlet is None or source.named or described is None:
            return ()
        if described.head.lemma == "spokesperson" or self._paragraph(other) != self._paragraph(statement):
            return ()
        if not is_outlet(outlet, self.scene.lexicon) or self.is_publisher(outlet):
            return ()
        return (Link(outlet.id, "carried", "chain:outlet-before", other.source),)

    def _between(self, links: Links) -> Links:
        """The links between the start of all chains and the source at the end."""
        return tuple(link for link in links[len(self.start) : -1] if link.entity)

    def _sentence(self, statement: Statement) -> int:
        return self.scene.sentence(_place(statement))

    def _paragraph(self, statement: Statement) -> int:
        return self.scene.paragraph(_place(statement))


def _is_family(one: Statement, other: Statement) -> bool:
    """Whether it is the same statement, or one is nested in the other."""
    return one.id in {other.id, other.within} or other.id == one.within


def _place(statement: Statement) -> int:
    return min((*statement.cue, *statement.content))[0] if not statement.cue else statement.cue[0][0]


def _known(links: Links) -> Links:
    """The chain without an open end, for what lengthens it."""
    return links[:-1] if len(links) > 1 and links[-1].entity is None else links


def _joined(links: Links, link: Link) -> Links:
    """The chain with one more link; nobody stands in it twice."""
    for place, other in enumerate(links):
        if other.entity is not None and other.entity == link.entity and place > 0:
            return links[: place + 1]
    return (*links, link)


def _share(one: Sequence[Span], other: Sequence[Span]) -> float:
    first, second = ({k for a, b in spans for k in range(a, b)} for spans in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0
