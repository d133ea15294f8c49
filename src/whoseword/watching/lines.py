"""What a notice says, in one plain sentence; and the exact words of a report that it shows.

>>> shortened("word " * 60)[-3:]
'rd…'
"""

from __future__ import annotations

from collections.abc import Sequence

from whoseword.across import End, Party
from whoseword.model import Span

# Long enough to know a sentence by.
SHOWN = 200
# Spans that leave out more than they take in are shown by the longest of them.
_GAPS = 2


def shortened(text: str) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1].rstrip()}…"


def quoted(text: str) -> str:
    """The same in quotation marks, without the "that" before a statement."""
    return f"“{shortened(text).removeprefix('that ')}”"


def cover(spans: Sequence[Span]) -> Span:
    """One span for the spans of a unit: from the first to the last, or the longest where too much lies between."""
    whole = (min(start for start, _ in spans), max(end for _, end in spans))
    if whole[1] - whole[0] <= _GAPS * sum(end - start for start, end in spans):
        return whole
    return max(spans, key=lambda span: (span[1] - span[0], -span[0]))


def placed(outlet: str | None, day: str | None) -> str:
    """Where something was printed: "Riverlands Monitor (2031-05-08)"."""
    return f"{outlet or 'a report of no known outlet'} ({day or 'no date'})"


def speaker(end: End | None, called: str | None = None) -> str:
    """On whose word a unit stands, and through whom it came; `called` is what the source is known as."""
    if end is None or end.kind == "author":
        return "the author"
    through = [_lower(party) for party in end.relays]
    if end.kind == "unknown" or end.source is None:
        who = "a source that is not told"
    else:
        who = called if called and end.source.named else _lower(end.source)
    return f"{who}, through {' and '.join(through)}," if through else who


def _lower(party: Party) -> str:
    """What somebody is called within a sentence: "a clerk" of "A clerk", while "US officials" stays."""
    words = " ".join(party.called.split())
    first, _, rest = words.partition(" ")
    plain = not party.named and first[1:] == first[1:].lower() and rest
    return f"{first.lower()} {rest}" if plain else words
