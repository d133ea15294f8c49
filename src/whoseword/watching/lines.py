"""What a notice says, in one plain sentence; and the exact words of a report that it shows.

>>> shortened("word " * 60)[-3:]
'rd…'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whoseword.across import End, Party
from whoseword.claims.ends import folded_name
from whoseword.model import Span

# Long enough to know a sentence by.
SHOWN = 200
# Spans that leave out more than they take in are shown by the longest of them.
_GAPS = 2
_OPENING, _CLOSING = frozenset('“"'), frozenset('”“"')
_DETERMINERS = frozenset("a an the one two three some many several most other another his her their its".split())


def shortened(text: str, at: Span = (0, 0)) -> str:
    """The text on one line, cut where it is long, so that the stretch `at` is still there."""
    line, begin, end = (
        " ".join(text.split()),
        len(" ".join(text[: at[0]].split())),
        len(" ".join(text[: at[1]].split())),
    )
    if len(line) <= SHOWN:
        return line
    if end < SHOWN:
        return f"{line[: SHOWN - 1].rstrip()}…"
    # As much before as after, from the beginning of a word.
    start = line.find(" ", max(0, min(begin, len(line) - SHOWN, (begin + end - SHOWN) // 2))) + 1
    rest = line[start : start + SHOWN - 2].strip()
    return f"…{rest}{'…' if start + SHOWN - 2 < len(line) else ''}"


def quoted(text: str, at: Span = (0, 0)) -> str:
    """The same in one pair of quotation marks, without the "that" before a statement."""
    shown = shortened(text, at).removeprefix("that ")
    if shown[:1] in _OPENING and not _CLOSING & set(shown[1:-1]):
        shown = shown[1:].rstrip() if shown[-1:] not in _CLOSING else shown[1:-1].rstrip()
    return f"“{shown}”"


def cover(spans: Sequence[Span], share: Callable[[Span], float] = lambda _: 0.0) -> Span:
    """One span for the spans of a unit: from the first to the last, or where too much lies between one of them.

    That is the one with the greatest share of what is looked for, and of these the longest.
    """
    whole = (min(start for start, _ in spans), max(end for _, end in spans))
    if whole[1] - whole[0] <= _GAPS * sum(end - start for start, end in spans):
        return whole
    return max(spans, key=lambda span: (share(span), span[1] - span[0], -span[0]))


def placed(outlet: str | None, day: str | None) -> str:
    """Where something was printed: "Riverlands Monitor (2031-05-08)"."""
    return f"{outlet or 'a report of no known outlet'} ({day or 'no date'})"


def speaker(end: End | None, called: str | None = None, text: str = "", outlet: str | None = None) -> str:
    """On whose word a unit stands, and through whom it came, as the report with this text calls them.

    `called` is what the source is known as. That it came through the `outlet` itself ("told the Courier") goes without
    saying.
    """
    if end is None or end.kind == "author":
        return "the author"
    itself = folded_name(outlet or "")
    through = [_within(party, text) for party in end.relays if folded_name(party.called) != itself]
    if end.kind == "unknown" or end.source is None:
        who = "a source that the report does not name"
    else:
        who = called if called and end.source.named else _within(end.source, text)
    return f"{who}, through {' and '.join(through)}," if through else who


def _within(party: Party, text: str) -> str:
    """What somebody is called within a sentence: "a clerk" of "A clerk", while "US officials" and "Tarn's" stay.

    A capital is only that of a sentence where the report has the word without it elsewhere.
    """
    words = " ".join(party.called.split())
    first, _, rest = words.partition(" ")
    small = first.lower()
    plain = small in _DETERMINERS or f" {small} " in f" {' '.join(text.split())} "
    return f"{small} {rest}".strip() if plain and not party.named and first[1:] == small[1:] else words
