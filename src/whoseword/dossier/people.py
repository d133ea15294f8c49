"""Pages of reports and identities across them in; who is cited, in how many reports, and in which statements, out.

Named sources are one across reports where the book says so; unnamed ones stand report by report, with how they are
described and why they have no name, and are never joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whoseword.across import Identity, Ref
from whoseword.dossier.entries import ReportPage, name_of
from whoseword.dossier.marks import Tag
from whoseword.dossier.svg import cut
from whoseword.model import Entity, Span

_WORDS = 160


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A source with a name: what it is, in how many reports it is cited, its statements, and whom it may be."""

    name: str
    kind: str
    description: str | None
    reports: int
    tags: tuple[Tag, ...]
    may_be: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnnamedLine:
    """A source without a name in one report, in that report's words; `reason` why the name is kept back."""

    name: str
    whose: str | None
    nearness: str | None
    reason: str | None
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class People:
    """All who are cited. `open` are statements whose source the report does not say."""

    named: tuple[NamedLine, ...]
    unnamed: tuple[tuple[ReportPage, tuple[UnnamedLine, ...]], ...]
    open: tuple[Tag, ...]

    @property
    def unnamed_count(self) -> int:
        """How many unnamed sources there are, each report counted for itself."""
        return sum(len(lines) for _, lines in self.unnamed)


def people(pages: Sequence[ReportPage], identities: Sequence[Identity]) -> People:
    """All who are cited in `pages`; those with the most statements first."""
    who = {ref: identity for identity in identities for ref in identity.members}
    named: dict[str, list[tuple[ReportPage, Entity, Tag]]] = {}
    unnamed: list[tuple[ReportPage, tuple[UnnamedLine, ...]]] = []
    open_tags: list[Tag] = []
    for page in pages:
        entities = {entity.id: entity for entity in page.record.entities}
        here: dict[str, list[Tag]] = {}
        for entry in page.entries:
            entity = entities.get(entry.statement.entity or "")
            if entity is None:
                open_tags.append(entry.tag)
            elif entity.named:
                named.setdefault(_key(entity, page, who), []).append((page, entity, entry.tag))
            else:
                here.setdefault(entity.id, []).append(entry.tag)
        if here:
            unnamed.append((page, tuple(_unnamed(page, entities[one], tags) for one, tags in here.items())))
    by_id = {identity.id: identity for identity in identities}
    lines = [_named(by_id.get(key), cited, by_id) for key, cited in named.items()]
    ordered = sorted(lines, key=lambda line: (-line.reports, -len(line.tags), line.name.casefold(), line.name))
    return People(tuple(ordered), tuple(unnamed), tuple(open_tags))


def _key(entity: Entity, page: ReportPage, who: Mapping[Ref, Identity]) -> str:
    identity = who.get(Ref(page.record.report.id, entity.id))
    return identity.id if identity else f"{entity.kind} {name_of(entity, page.record.report.text)}"


def _named(
    identity: Identity | None,
    cited: Sequence[tuple[ReportPage, Entity, Tag]],
    by_id: Mapping[str, Identity],
) -> NamedLine:
    page, entity, _ = cited[0]
    others = (by_id[one] for one in (identity.possibly if identity else ()) if one in by_id)
    return NamedLine(
        name=cut((identity.name if identity else None) or name_of(entity, page.record.report.text), _WORDS),
        kind=identity.kind if identity else entity.kind,
        description=cut(identity.description, _WORDS) if identity and identity.description else None,
        reports=len({page.anchor for page, _, _ in cited}),
        tags=tuple(tag for _, _, tag in cited),
        may_be=tuple(dict.fromkeys(cut(one.name or one.description or "somebody", _WORDS) for one in others)),
    )


def _unnamed(page: ReportPage, entity: Entity, tags: Sequence[Tag]) -> UnnamedLine:
    text = page.record.report.text

    def words(span: Span | None) -> str | None:
        return cut(text[slice(*span)], _WORDS) if span else None

    return UnnamedLine(
        name=cut(name_of(entity, text), _WORDS),
        whose=words(entity.affiliation),
        nearness=words(entity.nearness),
        reason=words(entity.anonymity.span if entity.anonymity else None),
        tags=tuple(tags),
    )
