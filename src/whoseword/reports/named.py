"""What was named on the command line -> reports, each with the name that it goes by, without a reading.

A row of JSONL goes by its own `id`, any other report by `Report.id`; so does a row whose `id` another report has too.

>>> [unread] = read_named(["no-such-file.txt"], ReadOptions())
>>> unread.problems[0].code
'not-found'
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from whoseword.model import Report
from whoseword.reports import rows
from whoseword.reports.decode import decode
from whoseword.reports.given import Given, Unread
from whoseword.reports.inputs import find_inputs, open_inputs
from whoseword.reports.kinds import kind_of
from whoseword.reports.read import LARGEST_DOCUMENT, ReadOptions, read_given

Named = tuple[Report, str | None]


def read_named(paths: Iterable[str], options: ReadOptions) -> Iterator[Named | Unread]:
    """The reports of all inputs in order, each with the `id` of its row; what could not be read in its place."""
    for given in open_inputs(find_inputs(paths)):
        if not isinstance(given, Given):
            yield from [given] if isinstance(given, Unread) else []
            continue
        known: dict[int, str] | None = None
        for received in read_given(given, options):
            if isinstance(received, Unread):
                yield received
                continue
            report = received[0]
            if report.row is not None and known is None:
                has_ids = kind_of(given) in {"rows", "document"} and options.mapping is None
                known = row_ids(given.data, given.name) if has_ids else {}
            yield report, (known or {}).get(report.row or 0)


def names(reports: Sequence[Named]) -> Mapping[str, str]:
    """By `Report.id`, the name that each report goes by; the first of them where one report has several."""
    holders: dict[str, set[str]] = defaultdict(set)
    for report, name in reports:
        if name is not None:
            holders[name].add(report.id)
    found: dict[str, str] = {}
    for report, name in reports:
        is_clear = name is not None and len(holders[name]) == 1
        found.setdefault(report.id, name if name is not None and is_clear else report.id)
    return found


def row_ids(data: bytes, path: str) -> dict[int, str]:
    """By its number, the `id` of each row that has one, a string or a whole number."""
    found: dict[int, str] = {}
    for row in _rows(data, path):
        value = (row.fields or {}).get("id")
        if row.number is not None and isinstance(value, (str, int)) and not isinstance(value, bool) and str(value):
            found[row.number] = str(value)
    return found


def _rows(data: bytes, path: str) -> Iterator[rows.Row]:
    if kind_of(Given(path, data)) == "document":
        whole, _ = rows.unpack(data, path, LARGEST_DOCUMENT)
        yield from rows.document(decode(whole).text or "", path)
    else:
        yield from rows.jsonl(data, path)
