"""The pages of several reports in; an index of sources out: named ones across reports, unnamed ones report by report.

`[page 1 with "Ada Brandt", page 2 with "Ada Brandt" and "a harbour official"]` gives one named line with two reports,
and one unnamed line under report 2. Two reports' "officials" may be one person or many; merging would be a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whoseword.dossier.entries import ReportPage, name_of
from whoseword.dossier.marks import Tag
from whoseword.model import Entity


@dataclass(frozen=True, slots=True)
class Line:
    """One source in the index, with every statement that stands on its word."""

    name: str
    kind: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class SourceIndex:
    """`unnamed` and `open` (a statement whose source the report does not say) hold their lines by report."""

    named: tuple[Line, ...]
    unnamed: tuple[tuple[ReportPage, tuple[Line, ...]], ...]
    open: tuple[Tag, ...]

    @property
    def unnamed_count(self) -> int:
        """How many unnamed sources there are, each report counted for itself."""
        return sum(len(lines) for _, lines in self.unnamed)


def index_of(pages: Sequence[ReportPage]) -> SourceIndex:
    """The index. Named lines are joined when name and kind are written the same, which the page says."""
    named: dict[tuple[str, str], list[Tag]] = {}
    unnamed = []
    open_tags: list[Tag] = []
    for page in pages:
        in_report: dict[str, tuple[Entity, list[Tag]]] = {}
        entities = {entity.id: entity for entity in page.record.entities}
        for entry in page.entries:
            entity = entities.get(entry.statement.entity or "")
            if entity is None:
                open_tags.append(entry.tag)
            elif entity.named:
                named.setdefault((_name(entity, page), entity.kind), []).append(entry.tag)
            else:
                in_report.setdefault(entity.id, (entity, []))[1].append(entry.tag)
        if in_report:
            lines = (Line(_name(entity, page), entity.kind, tuple(tags)) for entity, tags in in_report.values())
            unnamed.append((page, tuple(lines)))
    ordered = sorted(named.items(), key=lambda item: (item[0][0].casefold(), item[0]))
    lines_named = tuple(Line(name, kind, tuple(tags)) for (name, kind), tags in ordered)
    return SourceIndex(lines_named, tuple(unnamed), tuple(open_tags))


def _name(entity: Entity, page: ReportPage) -> str:
    return name_of(entity, page.record.report.text)
