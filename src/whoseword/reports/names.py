"""Names as the network cut them -> whole names: nothing of "Jean-Claude Brizard" or "al-Muhandis" is left outside.

>>> whole("Jean-Claude Roe said", words, [Name((0, 5), "person")])
[Name(span=(0, 15), kind='person')]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from whoseword.model import Name, Span, Word

_HYPHENS = "-\u2010\u2011"
_PARTICLES = frozenset("al el ul ad an ar as ash at az".split())


def whole(text: str, words: Sequence[Word], names: Sequence[Name]) -> list[Name]:
    """Names widened over hyphens to capitalised halves; those that then overlap become one, of the first one's kind."""
    proper = {word.span[0]: word.span[1] for word in words if word.upos == "PROPN"}
    joined: list[Name] = []
    for name in names:
        start, end = _widened(text, name.span)
        # A name that was cut at a hyphen was cut short: the family name follows.
        while name.kind == "person" and end != name.span[1] and proper.get(end + 1) and text[end] == " ":
            end = _widened(text, (start, proper[end + 1]))[1]
        before = joined[-1] if joined else None
        # "Ines" the person and "Calloway" beside it are one name, whatever the network took the second for.
        beside = before and before.kind == "person" and text[before.span[1] : start] == " " and start in proper
        if before and (start <= before.span[1] or beside):
            joined[-1] = Name((min(before.span[0], start), max(before.span[1], end)), before.kind)
        elif end > start:
            joined.append(Name((start, end), name.kind))
    return _of_one_kind(text, joined)


def _of_one_kind(text: str, names: Sequence[Name]) -> list[Name]:
    """A surname that the network takes for a person's at least as often as for a body's is a person's throughout."""
    last = [text[slice(*name.span)].rsplit(maxsplit=1)[-1] for name in names]
    tally = Counter(zip(last, (name.kind for name in names), strict=True))
    return [
        Name(name.span, "person")
        if name.kind == "organisation" and tally[word, "person"] >= tally[word, "organisation"]
        else name
        for name, word in zip(names, last, strict=True)
    ]


def _widened(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in _HYPHENS and not text[end : end + 1].isupper():
        end -= 1
    while start < end and text[start] in _HYPHENS and not text[max(0, start - 1) : start].isalpha():
        start += 1
    right = end
    while right < len(text) and (text[right].isalnum() or text[right] in _HYPHENS):
        right += 1
    if right > end and any(text[k].isupper() for k in range(end, right)) and _joins(text, end):
        end = right
    left = start
    while left > 0 and (text[left - 1].isalnum() or text[left - 1] in _HYPHENS):
        left -= 1
    front = text[left:start].rstrip(_HYPHENS)
    # "al-Muhandis" and "Anglo-Vella", but not "pro-Vella".
    if left < start and text[start - 1] in _HYPHENS and (front.lower() in _PARTICLES or front[:1].isupper()):
        start = left
    return (start, end)


def _joins(text: str, place: int) -> bool:
    return text[place] in _HYPHENS or text[place - 1] in _HYPHENS
