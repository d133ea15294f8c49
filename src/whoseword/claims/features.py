"""The features by which two deeds, and the units that tell them, are compared: each a score with its reason.

In: two `Deed`s or two `Told`s. Out: a `Reason` with a score from -1 (speaks against their being the same) over 0 (says
nothing) to 1 (speaks for it). Their docstrings are the table in docs/matching.md.

>>> predicate(killed, slain).words
'killed and slain mean nearly the same'
"""

from __future__ import annotations

import math
from collections.abc import Collection
from datetime import date

from whoseword.across import Amount, Deed, Reason, Told
from whoseword.claims.likeness import likest, same_name
from whoseword.claims.telling import folded

# Verbs that say too little by themselves to be the same deed.
_EMPTY = frozenset(
    "be have do make get go come take give see know think put let seem become use say tell hold carry conduct".split()
) | {"carry out"}
# A time longer than this (in days) dates too loosely to bind two deeds together.
_LONG = 31
# Framing groups that leave open whether it will be done at all, and those that make a plan of it.
_ASKED = frozenset({"want", "force", "warn", "allow", "deny"})
_PLANNED = frozenset({"agree", "decide", "plan", "promise", "announce"})
# The score of `day` for reports of the same three days.
SAME_DAYS = 0.5
# What two words of one group count for, beside one word twice.
LIKE = 0.8
_UNREAL = frozenset({"planned", "hypothetical"})


def predicate(a: Deed, b: Deed) -> Reason:
    """Whether the two predicates are one word, of one group of like words, of one stem, or neither.

    The groups are those of `en/synonyms.toml`. A verb that says little ("make", "take") counts little.
    """
    score = predicate_score(a, b)
    if a.lemma == b.lemma:
        return Reason("predicate", score, f"both say “{a.lemma}”")
    if shared := _shared(a.meanings, b.meanings):
        return Reason("predicate", score, f"“{a.lemma}” and “{b.lemma}” mean nearly the same: {shared}")
    if score > 0:
        return Reason("predicate", score, f"“{a.lemma}” and “{b.lemma}” have one stem")
    return Reason("predicate", score, f"“{a.lemma}” is not “{b.lemma}”")


def predicate_score(a: Deed, b: Deed) -> float:
    """The score of `predicate` alone."""
    if a.lemma == b.lemma:
        return 0.2 if a.lemma in _EMPTY else 1.0
    if not {*a.meanings}.isdisjoint(b.meanings):
        return LIKE
    return 0.7 if _kin(a.lemma, b.lemma) else -1.0


def who(a: Deed, b: Deed) -> Reason:
    """Whether those who do it are the same: by name, else by the head of the words and what stands with it.

    0 where one side names nobody. Two different names, or two different countries beside one noun, speak against it.
    """
    score, words = likest(a.who, b.who)
    return Reason("who", score, words)


def whom(a: Deed, b: Deed) -> Reason:
    """The same for those whom it is done to."""
    score, words = likest(a.whom, b.whom)
    return Reason("whom", score, words)


def arguments(a: Deed, b: Deed) -> Reason:
    """The same for all arguments, whichever side of the predicate they stand on.

    "The troops will leave" and "he will withdraw the troops" have theirs on different sides (Levin 1993, English Verb
    Classes and Alternations, on causative verbs). Of a deed that one does to another the sides must not be exchanged.
    """
    if a.sort == "side" and b.sort == "side":
        crossed = max(likest(a.who, b.whom)[0], likest(a.whom, b.who)[0])
        straight = max(likest(a.who, b.who)[0], likest(a.whom, b.whom)[0])
        if crossed > 0.5 > straight:
            return Reason("arguments", -1.0, "who does it and who suffers it are exchanged")
    score, words = likest((*a.who, *a.whom, *a.also), (*b.who, *b.whom, *b.also))
    return Reason("arguments", score, words)


def place(a: Deed, b: Deed) -> Reason:
    """Whether both happen in one place; two places may lie in one another, and speak against it only a little."""
    if not a.places or not b.places:
        return Reason("place", 0.0, "one of them has no place")
    if shared := _shared(a.places, b.places):
        return Reason("place", 1.0, f"both in {shared}")
    return Reason("place", -0.4, f"{a.places[0]} is not {b.places[0]}")


def time(a: Deed, b: Deed) -> Reason:
    """Whether the times that date them meet; a month or less binds, a longer time only allows it."""
    if not (a.begin and b.begin):
        return Reason("time", 0.0, "one of them has no date")
    ends = (a.end or a.begin, b.end or b.begin)
    if a.begin >= ends[1] > b.begin or b.begin >= ends[0] > a.begin:
        return Reason("time", -1.0, f"{a.begin} is not {b.begin}")
    short = all(_days(begin, end) <= _LONG for begin, end in ((a.begin, ends[0]), (b.begin, ends[1])))
    return Reason("time", 1.0 if short else 0.4, f"{a.begin} and {b.begin} meet")


def mode(a: Deed, b: Deed) -> Reason:
    """Whether both happened, are both foreseen or thought of, or both did not happen."""
    if a.mode == b.mode:
        return Reason("mode", 1.0, f"both {a.mode}")
    if {a.mode, b.mode} <= _UNREAL:
        return Reason("mode", 0.3, f"{a.mode} and {b.mode}")
    clash = "negated" in {a.mode, b.mode}
    return Reason("mode", -1.0 if clash else -0.5, f"{a.mode} is not {b.mode}")


def frame(a: Deed, b: Deed) -> Reason:
    """Whether the same kind of word frames both: what is demanded is not what was done, nor what was agreed.

    "Agreed to close" and "will announce that it closes" are two steps; "will close" may be either.
    """
    asked = [next((frame for frame in reversed(deed.frames) if frame in _ASKED), "") for deed in (a, b)]
    if asked[0] != asked[1]:
        return Reason("frame", -1.0, f"only one is framed by words of the group “{max(asked)}”")
    mine, theirs = ({*deed.frames} & _PLANNED for deed in (a, b))
    if both := asked[0] or _shared(mine, theirs):
        return Reason("frame", 1.0, f"both framed by words of the group “{both}”")
    if mine and theirs:
        return Reason("frame", -0.5, f"framed by words of the groups “{min(mine)}” and “{min(theirs)}”")
    return Reason("frame", 0.0, "not both are framed")


def category(a: Deed, b: Deed) -> Reason:
    """Whether both are of one category after PLOVER, where both have one."""
    if not (a.category and b.category):
        return Reason("category", 0.0, "one of them has no category")
    same = a.category == b.category
    return Reason("category", 1.0 if same else -1.0, f"{a.category} and {b.category}")


def wording(a: Told, b: Told) -> Reason:
    """How much of their telling words the two units share: the cosine of their stems, each weighted by its rarity.

    Rarity is the logarithm of the inverse document frequency (Spärck Jones 1972) in a table that ships. Two stems of
    one group of like words ("troops", "forces") count for most of one.
    """
    found = shared(a, b)
    if not found:
        return Reason("wording", 0.0, "they share no telling word")
    total = sum(weight * other for _, weight, other in found)
    lengths = math.sqrt(sum(w * w for w in a.weights) * sum(w * w for w in b.weights))
    words = ", ".join(stem for stem, *_ in sorted(found, key=lambda each: (-each[1], each[0]))[:5])
    return Reason("wording", min(1.0, total / lengths), f"they share {words}")


def shared(a: Told, b: Told) -> list[tuple[str, float, float]]:
    """The stems of `a` that `b` has too, or has one of its group, with the weight on both sides."""
    theirs = dict(zip(b.stems, b.weights, strict=True))
    alike = {group: weight for group, weight in zip(b.meanings, b.weights, strict=True) if group}
    found: list[tuple[str, float, float]] = []
    for stem, weight, group in zip(a.stems, a.weights, a.meanings, strict=True):
        if stem in theirs:
            found.append((stem, weight, theirs[stem]))
        elif group and group in alike:
            found.append((stem, LIKE * weight, LIKE * alike[group]))
    return found


def names(a: Told, b: Told) -> Reason:
    """How many of the names in the two units are the same, as a share of the fewer."""
    if not a.names or not b.names:
        return Reason("names", 0.0, "one of them has no name")
    shared = [name for name in a.names if any(same_name(name, other) for other in b.names)]
    if not shared:
        return Reason("names", -0.5, f"{a.names[0]} is not in the other")
    return Reason(
        "names", min(1.0, len(shared) / min(len(a.names), len(b.names))), f"both name {', '.join(shared[:3])}"
    )


def quantity(a: Told, b: Told) -> Reason:
    """Whether quantities of one thing are the same; an approximate one and an exact one can be.

    Where there are several, the first that has its like on the other side decides.
    """
    for x in a.amounts:
        like = [y for y in b.amounts if _is_counted_alike(x, y)]
        if any(meets(x, y) for y in like):
            return Reason("quantity", 1.0, f"{_figure(x)} in both")
        if like:
            return Reason("quantity", -1.0, f"{_figure(x)} is not {_figure(like[0])}")
    return Reason("quantity", 0.0, "no quantity of one thing in both")


def modality(a: Told, b: Told) -> Reason:
    """Whether both are said with the same sureness: plainly, or with words such as "may", "could", "must"."""
    soft = [bool({"possible", "conditional", "hedge"} & {*unit.modal}) for unit in (a, b)]
    if soft[0] == soft[1]:
        return Reason("modality", 0.3, "both hedged" if soft[0] else "both plain")
    return Reason("modality", -0.3, "one is hedged, the other is not")


def act(a: Told, b: Told) -> Reason:
    """Whether both are told by the same kind of act; a denial or a demand is not a plain statement of the same."""
    if a.act == b.act:
        return Reason("act", 0.3, f"both a {a.act}")
    apart = {a.act, b.act} & {"denial", "question", "no-comment"}
    return Reason("act", -1.0 if apart else -0.2, f"a {a.act} and a {b.act}")


def day(a: Told, b: Told) -> Reason:
    """How far apart the two reports were published: undated deeds of one week may be one, of two seasons seldom are."""
    if not (a.day and b.day) or len(a.day) < 10 or len(b.day) < 10:
        return Reason("day", 0.0, "one of the reports has no day")
    apart = _days(a.day, b.day)
    score = SAME_DAYS if apart <= 3 else 0.2 if apart <= 10 else -0.2 if apart <= 60 else -0.6
    return Reason("day", score, f"published {apart} days apart")


def speaker(a: Told, b: Told) -> Reason:
    """Whether both stand on the word of one who is named; others may say the same, and speak not against it."""
    named = [_named_source(unit) for unit in (a, b)]
    if not (named[0] and named[1]):
        return Reason("speaker", 0.0, "not both have a named source")
    if same_name(named[0], named[1]):
        return Reason("speaker", 1.0, f"both on the word of {max(named[0], named[1], key=len)}")
    return Reason("speaker", 0.0, f"{named[0]} is not {named[1]}")


DEED_FEATURES = (predicate, who, whom, arguments, place, time, mode, frame, category)
UNIT_FEATURES = (wording, names, quantity, modality, act, day, speaker)


def meets(x: Amount, y: Amount) -> bool:
    """Whether two amounts can be the same: equal, inside a range, or an approximate one within a tenth."""
    if isinstance(x.value, str) or isinstance(y.value, str):
        return x.value == y.value
    low, high = sorted(((x.value, x.high or x.value), (y.value, y.high or y.value)))
    if high[0] <= low[1]:
        return True
    loose = {x.bound, y.bound} - {"exact", "range"}
    return bool(loose) and abs(x.value - y.value) <= 0.1 * max(abs(x.value), abs(y.value))


def _named_source(unit: Told) -> str | None:
    source = unit.end.source if unit.end else None
    return folded(source.called) if source and source.named else None


def _is_counted_alike(x: Amount, y: Amount) -> bool:
    if isinstance(x.value, str) != isinstance(y.value, str):
        return False
    return x.of == y.of if x.of and y.of else x.unit is not None and x.unit == y.unit


def _figure(amount: Amount) -> str:
    value = amount.value if isinstance(amount.value, str) else f"{amount.value:g}"
    return f"{value} {amount.unit or amount.of or ''}".strip()


def _shared(one: Collection[str], other: Collection[str]) -> str | None:
    both = set(one) & set(other)
    return min(both) if both else None


def _kin(one: str, other: str) -> bool:
    """A verb and its noun share their beginning: "retaliate", "retaliation"."""
    size = min(len(one), len(other))
    return size >= 5 and one[: max(5, size - 2)] == other[: max(5, size - 2)]


def _days(begin: str, end: str) -> int:
    try:
        return abs((date.fromisoformat(end) - date.fromisoformat(begin)).days)
    except ValueError:
        return 0
