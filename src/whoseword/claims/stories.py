"""Sketches of reports and their kinships -> stories: who runs with whom, under an id that stays.

>>> dam = Sketch("r1", "2031-05-08", title="Dam opens")
>>> [story.title for story in stories([dam], [], Judged())]
['Dam opens']
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count
from types import MappingProxyType

from whoseword.across import Judged, Ref, Story
from whoseword.claims.centres import centre
from whoseword.claims.kinship import Kinship, kinship
from whoseword.claims.linkage import Pair, grouped
from whoseword.claims.sketches import Sketch, Weight, keys, sketch, sketch_from_json, sketch_to_json
from whoseword.model import hashed_id

__all__ = [
    "Kinship",
    "Sketch",
    "Weight",
    "founding",
    "keys",
    "kinship",
    "sketch",
    "sketch_from_json",
    "sketch_to_json",
    "stories",
    "story_id",
    "story_of",
]

# Two groups can only join where a pair of their reports is this near. Up to here the stories of docs/stories.md are the
# same as with 0.1; from 0.2 on some reports are left out of theirs.
NEAR = 0.18
# A story turns on so many names at most, each in this share of its reports or more.
NAMED = 5
SHARED_BY = 1 / 3

_NONE_KNOWN: Mapping[str, str] = MappingProxyType({})


def stories(
    sketches: Sequence[Sketch],
    kinships: Iterable[Kinship],
    judged: Judged,
    known: Mapping[str, str] = _NONE_KNOWN,
) -> tuple[Story, ...]:
    """The stories of all reports, afresh, in order of founding; a report without kin is a story of its own.

    The result does not depend on the order of the input. Kinships say which reports may run together; whether they do
    is told by the mean over all pairs of two groups, those without a `Kinship` as well. `judged` joins and splits by
    pairs of `Ref(report, "")`. `known` tells the story that reports belonged to before: a group keeps the id that most
    of its reports had (of the larger group, where two claim it).
    """
    ordered = sorted({each.report: each for each in sketches}.values(), key=founding)
    places = {each.report: place for place, each in enumerate(ordered)}
    near = {
        _pair(places[each.a], places[each.b]): each.score
        for each in kinships
        if each.score >= NEAR and each.a in places and each.b in places and each.a != each.b
    }
    together, apart = (list(_judged_pairs(pairs, places)) for pairs in (judged.same, judged.apart))
    groups = [
        [ordered[place] for place in group]
        for group in grouped([centre(each) for each in ordered], near, together=together, apart=apart)
    ]
    return tuple(story_of(name, group) for name, group in zip(_ids(groups, known), groups, strict=True))


def founding(sketch: Sketch) -> tuple[str, str]:
    """What stories and their reports are ordered by: the day, undated ones last, then the id of the report."""
    return sketch.day or "~", sketch.report


def story_id(founder: str) -> str:
    """The id of the story that this report founds."""
    return hashed_id("story", founder)


def story_of(name: str, members: Sequence[Sketch]) -> Story:
    """The story of these reports: its title is that of the report whose words are nearest to what all of them have."""
    ordered = sorted(members, key=founding)
    common = _sums(each.words for each in ordered)
    central = max(ordered, key=lambda each: round(sum(common[word.key] * word.share for word in each.words), 6))
    days = sorted(each.day for each in ordered if each.day)
    return Story(
        name,
        central.title or next((each.title for each in ordered if each.title), ""),
        tuple(each.report for each in ordered),
        _turns_on(ordered),
        days[0] if days else None,
        days[-1] if days else None,
    )


def _turns_on(members: Sequence[Sketch]) -> tuple[str, ...]:
    """The names and places that weigh most, as most of the reports have them."""
    weights = _sums([*each.names, *each.places] for each in members)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for each in members:
        for key, words in {(name.key, name.words) for name in (*each.names, *each.places)}:
            forms[key][words] += 1
    shared = [key for key, found in forms.items() if found.total() >= SHARED_BY * len(members)]
    heaviest = sorted(shared, key=lambda key: (-round(weights[key], 6), key))
    shown = (min(forms[key], key=lambda words: (-forms[key][words], words)) for key in heaviest)
    return tuple(dict.fromkeys(shown))[:NAMED]


def _sums(listed: Iterable[Iterable[Weight]]) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for weights in listed:
        for each in weights:
            sums[each.key] += each.share
    return sums


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _judged_pairs(pairs: Iterable[tuple[Ref, Ref]], places: Mapping[str, int]) -> Iterable[Pair]:
    """Those judgements that are of whole reports, both of which are here."""
    for a, b in pairs:
        if not a.part and not b.part and a.report in places and b.report in places and a.report != b.report:
            yield _pair(places[a.report], places[b.report])


def _ids(groups: Sequence[Sequence[Sketch]], known: Mapping[str, str]) -> list[str]:
    """An id for each group: the one that most of its reports had, else that of the first whose id nobody has or had."""
    claims = [
        (-times, place, name)
        for place, group in enumerate(groups)
        for name, times in Counter(known[each.report] for each in group if each.report in known).items()
    ]
    given: dict[int, str] = {}
    for _, place, name in sorted(claims):
        if place not in given and name not in given.values():
            given[place] = name
    taken = {*known.values(), *given.values()}
    for place, group in enumerate(groups):
        if place not in given:
            founded = (story_id(each.report) for each in group)
            # A report that was taken out of the story it founded leaves the id behind.
            others = (hashed_id("story", group[0].report, times) for times in count(2))
            given[place] = next(name for name in chain(founded, others) if name not in taken)
            taken.add(given[place])
    return [given[place] for place in range(len(groups))]
