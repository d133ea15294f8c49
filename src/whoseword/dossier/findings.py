"""Records -> five lines on what they hold: the answer to "did it find anything?" before the dossier is opened.

>>> findings([], 1)[-1]
'Problems: none in the reports; 1 input could not be read'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from whoseword.dossier.characters import visible
from whoseword.dossier.entries import name_of, report_pages, spoken_date
from whoseword.dossier.index import index_of
from whoseword.model import Record

MOST_NAMES = 3


def findings(records: Sequence[Record], unread: int) -> tuple[str, ...]:
    """Reports, statements, sources, who was told, problems. Sources are counted as the dossier's index counts them.

    `unread` is how many inputs gave no report.
    """
    return (_reports(records), _statements(records), _sources(records), _told(records), _problems(records, unread))


def _reports(records: Sequence[Record]) -> str:
    outlets = {record.report.outlet for record in records} - {None}
    dates = {value: record.report.published for record in records if (value := record.report.published.value)}
    days = [spoken_date(dates[value])[0] for value in sorted(dates)]
    undated = sum(record.report.published.value is None for record in records)
    line = f"Reports: {len(records)}"
    line += f" from {_count(len(outlets), 'outlet')}" if outlets else ", outlet not known"
    line += f", {days[0]}" if days else ""
    line += f" to {days[-1]}" if len(days) > 1 else ""
    return line + (f"; {undated} without a date" if undated else "")


def _statements(records: Sequence[Record]) -> str:
    quotes = Counter(statement.quote for record in records for statement in record.statements)
    return f"Statements: {quotes.total()}, {quotes['direct']} quoted in full, {quotes['mixed']} in part"


def _sources(records: Sequence[Record]) -> str:
    index = index_of(report_pages(records))
    most = sorted(index.named, key=lambda line: (-len(line.tags), line.name.casefold(), line.name))[:MOST_NAMES]
    line = f"Sources: {len(index.named)} named"
    line += f", most often {', '.join(f'{visible(one.name)} ({len(one.tags)})' for one in most)}" if most else ""
    line += f"; {index.unnamed_count} unnamed, counted report by report"
    return line + (f"; {_count(len(index.open), 'statement')} with no source stated" if index.open else "")


def _told(records: Sequence[Record]) -> str:
    """The outlets and others with a name that sources spoke to: Politico in "sources told Politico"."""
    names: Counter[str] = Counter()
    for record in records:
        entities = {entity.id: entity for entity in record.entities}
        for statement in record.statements:
            named = (entities.get(told) for told in statement.told_to)
            names.update(name_of(entity, record.report.text) for entity in named if entity and entity.named)
    listed = [visible(name) for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))]
    more = f" and {len(listed) - MOST_NAMES} more" if len(listed) > MOST_NAMES else ""
    return f"Told to: {', '.join(listed[:MOST_NAMES])}{more}" if listed else "Told to: nobody by name"


def _problems(records: Sequence[Record], unread: int) -> str:
    found = sum(len(record.problems) for record in records)
    line = f"Problems: {found or 'none'} in the reports"
    return line + (f"; {_count(unread, 'input')} could not be read" if unread else "")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
