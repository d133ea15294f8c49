"""A report -> where its text and its facts come from, in words for people: when it was fetched, and what told what.

>>> from whoseword.model import Published
>>> about = {"captured": "2031-05-08T10:30:00+00:00", "extracted_by": "trafilatura 2", "told_by": (("title", "h1"),)}
>>> whence(Report("3f2a", "a.html", None, "Rain.", None, None, (), None, None, "en", Published(), (), **about))
(('Fetched', '8 May 2031, 10:30 UTC'), ('Found in', 'text: trafilatura 2; title: h1'))
"""

from __future__ import annotations

from whoseword.dossier.spoken import spoken_day
from whoseword.model import Report

# The fields of a report as people call them.
_CALLED = {"dek": "standfirst", "url": "address", "published": "date", "modified": "last change"}


def whence(report: Report) -> tuple[tuple[str, str], ...]:
    """Label and words of each line; none for plain text, of which nothing more is known than where it was read from."""
    lines = []
    if report.modified:
        lines.append(("Changed", spoken_day(report.modified) or report.modified))
    if report.captured:
        day, clock = report.captured[:10], report.captured[11:16]
        lines.append(("Fetched", f"{spoken_day(day) or day}, {clock} UTC" if clock else spoken_day(day) or day))
    if report.extracted_by:
        found = [("text", report.extracted_by), *((_CALLED.get(name, name), by) for name, by in report.told_by)]
        lines.append(("Found in", "; ".join(f"{name}: {by}" for name, by in found)))
    return tuple(lines)
