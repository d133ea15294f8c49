"""What was found and what a person marked -> how many of each are right, by measure; and from that P, R, F1.

The measures, each for `source`, `cue` and `content`:

`token.ROLE`    tokens (runs of letters and digits, or single other marks) that the role's spans touch.
`exact.ROLE`    all fragments of a role in one attribution, trimmed of white space and joined where only white space
                lies between. A source that two attributions share counts once. Right when all borders are equal.
`run.ROLE`      contiguous runs: each of those fragments by itself, cut at line breaks. Right when both borders are
                equal. Published tables for PolNeAR are made this way ("exact" in CofeNet, COLING 2022), with every
                annotator's file as a text of its own.
`overlap.ROLE`  as `exact`, but right when half is shared (Jaccard of the characters except white space), one to one.

and for whole attributions, those with both a cue and a content, one to one, the best pairs first:

`attribution`                  the cues share a character, half of the content is shared, and half of the source, where
                               that neither has a source counts as shared.
`attribution-without-source`   the same, whatever the sources are.

>>> said = Attribution(source=((0, 2),), cue=((3, 7),), content=((8, 10),))
>>> side = prepare([said], "He said no.")
>>> compare(side, side)["attribution"].f1
1.0
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from whoseword.evaluate.polnear import ROLES, Attribution, Role
from whoseword.model import Span

WHOLE = ("attribution", "attribution-without-source")
MEASURES = (*WHOLE, *(f"{kind}.{role}" for kind in ("run", "exact", "overlap", "token") for role in ROLES))
# How much of a content, a source or a span must be shared for the two to be the same.
HALF = 0.5
RESAMPLES = 1000
LEVEL = 0.95

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SEED = 2018

Places = frozenset[int]


@dataclass(frozen=True, slots=True)
class Count:
    """How many were `right` of those `found`, and how many there were to find (`marked`)."""

    right: int = 0
    found: int = 0
    marked: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.marked + other.marked)

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The part of what was marked that was found; 0 where nothing was marked."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Counts = Mapping[str, Count]


@dataclass(frozen=True, slots=True)
class _Role:
    """One role of all attributions of a text, in the forms that the measures compare."""

    spans: tuple[tuple[Span, ...], ...]
    places: tuple[Places, ...]
    runs: frozenset[Span]
    tokens: Places


@dataclass(frozen=True, slots=True)
class Side:
    """What one side, a person or the reader, marked in a text, made ready to be compared."""

    roles: Mapping[Role, _Role]
    whole: tuple[Mapping[Role, Places], ...]


def prepare(attributions: Iterable[Attribution], text: str) -> Side:
    """The attributions of `text` as `compare` needs them; prepare once, compare often."""
    tidied = [{role: _tidied(attribution.role(role), text) for role in ROLES} for attribution in attributions]
    tokens = [token.span() for token in _TOKEN.finditer(text)]
    return Side(
        {role: _role([spans[role] for spans in tidied], tokens, text) for role in ROLES},
        tuple(
            {role: _places(spans[role], text) for role in ROLES}
            for spans in tidied
            if spans["cue"] and spans["content"]
        ),
    )


def compare(found: Side, marked: Side) -> dict[str, Count]:
    """The count of every measure of `MEASURES`; both sides must come from the same text."""
    counts: dict[str, Count] = {}
    for role in ROLES:
        here, there = found.roles[role], marked.roles[role]
        counts[f"token.{role}"] = _shared(here.tokens, there.tokens)
        counts[f"exact.{role}"] = _shared(frozenset(here.spans), frozenset(there.spans))
        counts[f"run.{role}"] = _shared(here.runs, there.runs)
        pairs = [
            (share, i, k)
            for (i, a), (k, b) in product(enumerate(here.places), enumerate(there.places))
            if (share := _jaccard(a, b)) >= HALF
        ]
        counts[f"overlap.{role}"] = Count(_matched(pairs), len(here.places), len(there.places))
    for measure, matched in zip(WHOLE, _whole_matches(found, marked), strict=True):
        counts[measure] = Count(matched, len(found.whole), len(marked.whole))
    return {measure: counts[measure] for measure in MEASURES}


def total(counts: Iterable[Counts]) -> dict[str, Count]:
    """The sum of the counts of several texts, by measure."""
    summed = dict.fromkeys(MEASURES, Count())
    for one in counts:
        summed = {measure: summed[measure] + one[measure] for measure in MEASURES}
    return summed


def interval(counts: Sequence[Count]) -> tuple[float, float]:
    """The 95 % interval of F1 over reports: the percentile bootstrap (Efron 1979) with one count a report.

    Reports are drawn with replacement 1,000 times. The draws are seeded: the same counts give the same interval.
    """
    draws = random.Random(_SEED)  # noqa: S311 - nothing secret is drawn
    scores = sorted(sum(draws.choices(counts, k=len(counts)), Count()).f1 for _ in range(RESAMPLES))
    beyond = round(RESAMPLES * (1 - LEVEL) / 2)
    return scores[beyond], scores[-1 - beyond]


def _role(marked: Iterable[tuple[Span, ...]], tokens: Iterable[Span], text: str) -> _Role:
    spans = tuple(sorted({fragments for fragments in marked if fragments}))
    places = tuple(_places(fragments, text) for fragments in spans)
    covered = frozenset[int]().union(*places)
    return _Role(
        spans,
        places,
        frozenset(run for fragments in spans for span in fragments for run in _lines(span, text)),
        frozenset(start for start, end in tokens if not covered.isdisjoint(range(start, end))),
    )


def _tidied(fragments: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The fragments in text order, trimmed, and joined where only white space lies between."""
    tidy: list[Span] = []
    for fragment in sorted(fragments):
        start, end = _trimmed(fragment, text)
        if start == end:
            continue
        # Where fragments overlap the stretch between them is empty, so that they are joined as well.
        if tidy and not text[tidy[-1][1] : start].strip():
            tidy[-1] = (tidy[-1][0], max(end, tidy[-1][1]))
        else:
            tidy.append((start, end))
    return tuple(tidy)


def _trimmed(span: Span, text: str) -> Span:
    inside = text[slice(*span)]
    start = span[0] + len(inside) - len(inside.lstrip())
    return start, start + len(inside.strip())


def _lines(span: Span, text: str) -> Iterable[Span]:
    """The stretches of a span between line breaks, trimmed."""
    for line in re.finditer(r"[^\n]+", text[slice(*span)]):
        start, end = _trimmed((span[0] + line.start(), span[0] + line.end()), text)
        if start < end:
            yield start, end


def _places(fragments: Iterable[Span], text: str) -> Places:
    return frozenset(place for span in fragments for place in range(*span) if not text[place].isspace())


def _shared(found: frozenset[object], marked: frozenset[object]) -> Count:
    return Count(len(found & marked), len(found), len(marked))


def _jaccard(found: Places, marked: Places) -> float:
    """The shared part of all places; two empty sets are the same."""
    if not found and not marked:
        return 1.0
    shared = len(found & marked)
    return shared / (len(found) + len(marked) - shared)


def _whole_matches(found: Side, marked: Side) -> tuple[int, int]:
    """How many attributions match, and how many when the sources are left out."""
    full: list[tuple[float, int, int]] = []
    sourceless: list[tuple[float, int, int]] = []
    for (i, here), (k, there) in product(enumerate(found.whole), enumerate(marked.whole)):
        if here["cue"].isdisjoint(there["cue"]):
            continue
        content, source, cue = (_jaccard(here[role], there[role]) for role in ("content", "source", "cue"))
        if content >= HALF:
            sourceless.append((content + cue, i, k))
            if source >= HALF:
                full.append((content + source + cue, i, k))
    return _matched(full), _matched(sourceless)


def _matched(pairs: Iterable[tuple[float, int, int]]) -> int:
    """How many pairs are left when each side is used once, the best first and equals in the order of the text."""
    used_here: set[int] = set()
    used_there: set[int] = set()
    for _, here, there in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
        if here not in used_here and there not in used_there:
            used_here.add(here)
            used_there.add(there)
    return len(used_here)
