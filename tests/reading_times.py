"""A text and its day of publication in, the times that are found in it out: read by the reader that ships."""

from functools import cache

from whoseword.lexicon import load_lexicon
from whoseword.model import Part, Published, Report, Time
from whoseword.reports.reader import load_reader
from whoseword.statements.attribute import attribute
from whoseword.statements.times import find_times


@cache
def times_in(text: str, published: str | None = None) -> tuple[Time, ...]:
    """What `find_times` gives for a report that is nothing but this text."""
    origin = Published(published, "given") if published else Published()
    parts = (Part("body", (0, len(text))),)
    report = Report("r", "invented.txt", None, text, None, None, (), None, None, "en", origin, parts)
    reading, _ = load_reader().read(text)
    attributed, _ = attribute(report, reading, load_lexicon())
    return find_times(report, reading, attributed.statements)[0]


def values(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    """The words and the value of each time, in text order."""
    return [(text[slice(*time.span)], time.value) for time in times_in(text, published)]
