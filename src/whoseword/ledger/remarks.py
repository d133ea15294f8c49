"""Places where a report says that a date does not exist: "a timetable is not clear", "gave no date".

In: the Material of one report. Out: `Remark`s in text order.

>>> [report.text[slice(*remark.span)] for remark in remarks(material)]
['a timetable is not clear']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whoseword.ledger.material import Material
from whoseword.model import Span

_REACH = 9  # words from a timetable to what is said of it
_NOT = frozenset(["not", "n't", "n’t", "’t", "'t", "never", "no", "without", "yet", "any"])


@dataclass(frozen=True, slots=True)
class Remark:
    """A place that says that no date is set. `of` are the words of what it would date, as indices."""

    word: int
    span: Span
    of: tuple[int, ...]


def remarks(m: Material) -> Iterator[Remark]:
    """Every place that says that a date, timetable or deadline does not exist or is not known."""
    for k in range(len(m.tree.words)):
        if "timing" in m.sorts(k) and m.tree.words[k].upos in {"NOUN", "PROPN"} and not m.is_silent(k):
            found = _open(m, k)
            if found is not None:
                below = tuple(n for c in m.tree.children(k, "nmod", "compound") for n in m.tree.below(c))
                yield Remark(k, found, below)
        elif m.tree.form(k) == "when" and (found := _when(m, k)) is not None:
            yield Remark(k, found, ())


def _open(m: Material, k: int) -> Span | None:
    """What is open: "a timetable is not clear", "the timing to be established", "set no deadline"."""
    tree, end = m.tree, m.tree.sentence_end(k)
    begin = min(k, *(c for c in tree.children(k, "det", "compound", "amod")), k)
    ahead = list(range(k + 1, min(k + 1 + _REACH, end)))
    forms = [tree.form(n) for n in ahead]
    for place, form in enumerate(forms):
        if form in {";", "but", "and"} or (form == "," and place):
            break
        if "open" in m.sorts(ahead[place]):
            before = set(forms[:place])
            lasting = form in {"unclear", "unknown"}
            unset = lasting or before & _NOT or _no_before(m, begin)
            later = "be" in before and before & {"to", "will", "would"} and form not in {"clear", "known"}
            return (tree.words[begin].span[0], tree.words[ahead[place]].span[1]) if unset or later else None
    return _not_given(m, begin, k)


def _no_before(m: Material, begin: int) -> bool:
    return m.tree.form(begin) in {"no", "without"}


def _not_given(m: Material, begin: int, k: int) -> Span | None:
    """What was not given: "gave no date", "did not set a deadline", "without a timetable"."""
    tree = m.tree
    first = max(m.sentence(k).start, begin - 4)
    before = [tree.form(n) for n in range(first, begin)]
    no = _no_before(m, begin) or "without" in before[-3:]
    verb = next((n for n in range(begin - 1, first - 1, -1) if m.tree.words[n].upos == "VERB"), None)
    giving = {"give", "gave", "given", "giving", "set", "setting", "offer", "offered", "provide", "provided", "is",
              "mention", "mentioned", "specify", "specified", "specifying", "announced", "announce", "was"}  # fmt: skip
    refused = (
        verb is not None and tree.form(verb) in giving and bool(set(before) & {"not", "n’t", "n't", "’t", "never"})
    )
    bare = no and (
        verb is None or tree.form(verb) in giving or "without" in before[-3:] or tree.form(begin) == "without"
    )
    return (tree.words[begin].span[0], tree.words[k].span[1]) if bare or refused else None


def _when(m: Material, k: int) -> Span | None:
    """The same without a noun: "did not say when", "it is unclear when"."""
    before = [m.tree.form(n) for n in range(max(m.sentence(k).start, k - 4), k)]
    said = before[-1:] and before[-1] in {"say", "saying", "specify", "clear", "disclose", "known"}
    if (said and set(before) & {"not", "n’t", "n't", "’t", "without", "never"}) or before[-1:] == ["unclear"]:
        return (m.tree.words[k - 1].span[0], m.tree.words[k].span[1])
    return None
