"""Figures across reports: one `Series` for each thing in one place by one definition, its points in order.

In: Records and who their entities are across reports. Out: `Series` by what they are of. How many soldiers of a country
are somewhere is one quantity, whoever counts them and when; what happens (so many killed, sent, fired) is one quantity
only where the sentences tell of the same, within a few weeks.

>>> [(point.value, point.day) for point in series(records, identities)[0].points]
[(2500, '2031-04-07'), (2500, '2031-07-22')]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whoseword.across import Identity, Point, Reason, Series
from whoseword.ledger.corrected import Correction, corrections, joined_by_words
from whoseword.ledger.counted import Counted, counted
from whoseword.ledger.joining import joined
from whoseword.ledger.pledged import days_between
from whoseword.ledger.said import Known, on_word_of
from whoseword.lexicon import Lexicon, load_lexicon
from whoseword.model import Record, hashed_id

# Of the shorter sentence's telling words, weighed by how rare they are, the share that both must have, and how many
# rare ones at least; found by eye on three stories of the corpus.
SHARED = 0.4
LEAST = 2
RARE = 0.35  # above "official", "people" and "kill"
APART = 45  # days between two reports that tell of one happening
SMALL = 10  # below this, two different numbers are two happenings and no count that rose
GROWN = 2  # times that one count may be of another that tells of the same
TELLING = 100  # from here on a number that is not round seldom stands twice by chance
TELLING_SHARE = 10  # the same for shares
LARGE, DIFFERENCE, SAME_DAYS, CLOSE = 1000, 1.2, 2, 0.5  # a number, times, days, and how sure that is
WEEK, NAMES = 7, 3  # days, and names in common, of reports that tell of one thing
OPEN = "quantities:open-number"
_LASTING = frozenset({"troops", "fighters", "prisoners", "hostages", "refugees"})
_NO_DAY = "9999"

_Key = tuple[str, str | None, str | None, tuple[str, ...]]


def series(
    records: Iterable[Record], identities: Iterable[Identity], *, lexicon: Lexicon | None = None
) -> tuple[Series, ...]:
    """The figures of these reports, in series; one with a single point may grow."""
    words, known = lexicon or load_lexicon(), Known.of(identities)
    by_key: dict[_Key, list[Counted]] = {}
    corrected: list[Correction] = []
    for record in records:
        told = counted(record, words)
        corrected.extend(corrections(told, words))
        for one in told:
            by_key.setdefault((one.of, one.where, one.unit, one.definition), []).append(one)
    groups = (group for key in by_key for group in joined(sorted(by_key[key], key=_order), _place, alike))
    made = joined_by_words(groups, corrected)
    return tuple(sorted((_series(group, why, known) for group, why in made), key=_by_name))


def _by_name(one: Series) -> tuple[str, str, str, str, str]:
    return one.of, one.where or "", one.unit or "", one.definition or "", one.id


def alike(one: Counted, other: Counted) -> float:
    """How surely two figures by one definition are of one thing, 0..1; 0 where they are not."""
    if is_lasting(one) and is_lasting(other):
        return 1.0
    if _is_another_happening(one, other) or not _may_be_one_count(one, other):
        return 0.0
    if _is_same_number(one, other):
        return 1.0
    if _is_close_number(one, other):
        return CLOSE
    if one.names and other.names and not one.names & other.names:
        return 0.0
    shared = one.stems.keys() & other.stems.keys()
    fewer = min(sum(one.stems.values()), sum(other.stems.values()))
    weight = sum(one.stems[word] for word in shared)
    rare = sum(one.stems[word] >= RARE for word in shared)
    return weight / fewer if rare >= LEAST and weight >= SHARED * fewer else 0.0


def _is_same_number(one: Counted, other: Counted) -> bool:
    """Whether a telling number is said of one act in sentences with a name in common: 1,200 displaced in Fenn.

    Without an act or a name beside it, it is where two reports of one week have names enough in common.
    """
    value = one.quantity.value
    if isinstance(value, str) or value != other.quantity.value or one.quantity.high != other.quantity.high:
        return False
    telling = value >= (TELLING_SHARE if one.unit == "percent" else TELLING)
    if not telling or len(f"{value:.0f}".rstrip("0")) < 2:
        return False
    days = days_between(one.day, other.day)
    near = days is not None and days <= WEEK and len(one.around & other.around) >= NAMES
    return near or bool(one.act and one.names & other.names)


def _is_close_number(one: Counted, other: Counted) -> bool:
    """Whether two large numbers that differ little are of one thing, by one definition, in reports of the same days.

    "10,000 people" alone says too little of what they are.
    """
    a, b, days = one.quantity.value, other.quantity.value, days_between(one.day, other.day)
    if (
        isinstance(a, str)
        or isinstance(b, str)
        or days is None
        or days > SAME_DAYS
        or one.ref.report == other.ref.report
    ):
        return False
    near = min(a, b) >= LARGE and max(a, b) <= DIFFERENCE * min(a, b) and (one.of != "people" or bool(one.definition))
    return near and len(one.around & other.around) >= NAMES


def _is_another_happening(one: Counted, other: Counted) -> bool:
    """Whether the sentence or the days say that two figures tell of two things that happened."""
    if one.ref.report == other.ref.report and one.sentence == other.sentence:
        return True
    days = days_between(one.day, other.day)
    if days is None and one.quantity.value != other.quantity.value:
        return True  # without a day, another number may be of another year
    # Those killed on Tuesday and those killed on Sunday.
    days_differ = one.of_day is not None and other.of_day is not None and one.of_day != other.of_day
    return (days or 0) > APART or days_differ


def is_lasting(one: Counted) -> bool:
    """Whether it says how many of a known side there are in a place: the same quantity on every day."""
    return one.of in _LASTING and one.act == "" and one.where is not None and one.nation is not None


def _may_be_one_count(one: Counted, other: Counted) -> bool:
    a, b = one.quantity, other.quantity
    if a.value == b.value and a.high == b.high:
        return True
    if isinstance(a.value, str) or isinstance(b.value, str) or OPEN in {a.rule, b.rule}:
        return False  # "thousands" and "hundreds" of people are two counts
    return min(a.value, b.value) >= SMALL and max(a.value, b.value) <= GROWN * min(a.value, b.value)


def _order(one: Counted) -> tuple[str, str, str, int]:
    return one.of_day or one.day or _NO_DAY, one.day or _NO_DAY, one.ref.report, one.quantity.span[0]


def _place(one: Counted) -> str:
    return f"{one.ref.report}/{one.quantity.span[0]:09}"


def _series(group: Sequence[Counted], why: tuple[Reason, ...], known: Known) -> Series:
    told = sorted(group, key=_order)
    lead = told[0]
    where = next((one.where for one in told if one.where), None)
    first = () if is_lasting(lead) else (lead.ref.report, lead.quantity.span)
    return Series(
        id=hashed_id("series", lead.of, where, lead.unit, lead.definition, *first),
        of=lead.of,
        where=where,
        unit=lead.unit,
        definition=", ".join(lead.definition) or None,
        points=tuple(_point(one, known) for one in told),
        reasons=why,
    )


def _point(one: Counted, known: Known) -> Point:
    return Point(
        ref=one.ref,
        span=one.quantity.span,
        value=one.quantity.value,
        high=one.quantity.high,
        bound=one.quantity.bound,
        words=" ".join(one.record.report.text[slice(*one.quantity.span)].split()),
        on_word_of=on_word_of(one.record, one.figure.statement, known),
        day=one.day,
        of_day=one.of_day,
    )
