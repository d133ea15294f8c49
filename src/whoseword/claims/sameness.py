"""Whether two units whose deeds are alike claim the same: what must not clash, and how much must be shared.

In: the scores of the features, the two deeds that are most alike, the units. Out: what stands in the way, if anything.
A wrong "same" joins what two sources never said together, so each condition is one that a reader would ask for.

>>> obstacle(scores, (closed, opened), (a, b))
'their words are too unlike'
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from whoseword.across import Deed, Told
from whoseword.claims.features import act, is_one_day, predicate, shared, speaker
from whoseword.claims.likeness import likest
from whoseword.reports.folding import words as folded_words

# Set on the development stories so that nine of ten pairs judged by eye are the same: the share of the telling words of
# the shorter unit that the other has too, the rarity of those shared, all together, and the cosine. Of what is only
# thought of and not framed by the same words, more must be alike.
COVERED, EVIDENCE, WORDING, THOUGHT_WORDING = 0.5, 2.0, 0.35, 0.5
# Where both sides of the deeds are told and alike, less of the other words will do.
FULL_EVIDENCE, FULL_WORDING = 1.0, 0.25
# Less of it where one deed is told on all sides by reports of the same ten days, or by one who is named.
CLOSE_DAYS, CLOSE_COVERED = 0.2, 0.4
# On the word of one who is named, so much alike, who takes part need not be told twice ("this will help").
SPOKEN_WORDING = 0.7
# And two words will do where they are almost all.
SAID_AGAIN = 0.9
# And still less inside one report, which has told the rest before.
HERE_COVERED, HERE_EVIDENCE = 0.3, 0.7
# A unit without a name that has fewer telling words ("the drone strike") may mean any.
FEWEST = 3
# Two units with so many words that are the same, or of which the longer has hardly any others, claim the same.
SAME_WORDS, WHOLE = 6, 0.75
# What is wanted or pressed for goes on being so.
LASTING = frozenset({"want", "force"})
# So like are the sides of two deeds that are the same, and so unlike those that are not.
LIKE, UNLIKE, FULL, SAME_SIDE = 0.3, -0.5, 0.5, 0.7
# Sides that are alike only a little will do where the words of the units are so much alike.
SURE_WORDING = 0.55
# Reports of one plan this far apart may tell of two steps, and of one act of two, unless the words are so much alike.
FAR, FAR_WORDING = -0.6, 0.75
# What is done again and again. Undated, it is the same only with the same figure or in reports of the same days; those
# of the same week will do where one who is named does it.
SAME_DAYS = 0.5
# So like are predicates that are one word or of one group.
ONE_DEED = 0.8
SERIES = frozenset({"attack", "fire", "raid", "explode", "clash", "protest"})
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
OTHER_PLACES = "they name different places"
IN_PASSING = "one of them tells it in passing only"


def same_words(a: Told, b: Told) -> bool:
    """Whether both have the same words, case and marks aside, or the one holds the other almost whole.

    A denial in the words of what is denied is not the same.
    """
    short, long = sorted((folded_words(a.words), folded_words(b.words)), key=lambda words: (len(words), words))
    if len(short) < SAME_WORDS or len(short) < WHOLE * len(long) or a.negated != b.negated:
        return False
    return f" {' '.join(short)} " in f" {' '.join(long)} " and act(a, b).score > -1


def same_quotation(a: Told, b: Told) -> bool:
    """Whether six words in a row that one who is named is quoted with stand in both."""
    if speaker(a, b).score < 1 or act(a, b).score <= -1:
        return False
    return not {*quoted_runs(a)}.isdisjoint(quoted_runs(b))


def quoted_runs(unit: Told) -> tuple[str, ...]:
    """The runs of six words inside the marks of quotation of a unit, case and marks aside, in order and each once."""
    quote = unit.end.quote if unit.end else "none"
    quoted = [unit.words] if quote == "direct" else _QUOTED.findall(unit.words) if quote == "mixed" else []
    runs: dict[str, None] = {}
    for words in map(folded_words, quoted):
        runs |= dict.fromkeys(" ".join(words[n : n + SAME_WORDS]) for n in range(len(words) - SAME_WORDS + 1))
    return tuple(runs)


def obstacle(scores: Mapping[str, float], pair: tuple[Deed, Deed], units: tuple[Told, Told]) -> str | None:
    """What keeps two units from being the same claim, in words; None where nothing does."""
    x, y = pair
    repeated = scores["speaker"] >= 1 and scores["wording"] >= SAID_AGAIN
    if any(len(unit.stems) < FEWEST and not unit.names for unit in units) and not repeated:
        return "one of them says too little"
    if not (x.main and y.main) or "frame" in {x.sort, y.sort}:
        return IN_PASSING
    if scores["place"] < 0 and not any({*x.places, *y.places} <= {*unit.names} for unit in units):
        return OTHER_PLACES
    return _clash(scores, pair, units) or _other_sides(x, y, scores) or _too_little(scores, pair, units)


def is_close(scores: Mapping[str, float], pair: tuple[Deed, Deed]) -> bool:
    """Whether one thing is done, all sides that are told are alike, and the reports are of the same ten days."""
    return scores["predicate"] >= ONE_DEED and scores["day"] >= CLOSE_DAYS and _is_full(*pair)


def _on_one_day(scores: Mapping[str, float], x: Deed, y: Deed) -> bool:
    """Whether both are dated to one day, and one thing is done by or to the same."""
    single = all(is_one_day(deed) for deed in (x, y))
    sides = max(scores["who"], scores["whom"]) >= FULL and min(scores["who"], scores["whom"]) > UNLIKE
    return single and scores["time"] >= 1 and scores["predicate"] >= ONE_DEED and sides


def _is_said_again(scores: Mapping[str, float]) -> bool:
    """Whether one thing is told in the same words by one who is named, or by reports of the same days, of nobody."""
    told = any(scores[side] for side in ("who", "whom"))
    least = SPOKEN_WORDING if scores["speaker"] >= 1 else 1.1 if told else FAR_WORDING
    return scores["wording"] >= least and scores["predicate"] >= ONE_DEED and scores["day"] >= CLOSE_DAYS


def clashing(feature: str) -> str:
    """That a feature alone keeps two units apart."""
    return f"{feature} speaks against it"


def _clash(scores: Mapping[str, float], pair: tuple[Deed, Deed], units: tuple[Told, Told]) -> str | None:
    x, y = pair
    found = [name for name in ("mode", "time", "quantity", "frame") if scores[name] < 0]
    found += ["act"] if scores["act"] <= -1 else []
    # "Might be closed" is not "will be closed"; "is said to be closed" may be "is closed".
    found += ["modality"] if {x.mode, y.mode} == {"planned", "hypothetical"} and scores["frame"] < 1 else []
    if found:
        return clashing(found[0])
    plan = "actual" not in {x.mode, y.mode} and "state" not in {x.sort, y.sort}
    far = plan and scores["day"] <= FAR and scores["time"] <= 0 and not {*x.frames} & {*y.frames} & LASTING
    if far:
        return "plans that were printed far apart may be two steps"
    return "they may be two of a kind" if _may_be_two(scores, x, y, units) else None


def _may_be_two(scores: Mapping[str, float], x: Deed, y: Deed, units: tuple[Told, Told]) -> bool:
    """Whether two undated acts may be two of a series, or were printed some time apart."""
    if scores["time"] > 0 or scores["quantity"] > 0 or "state" in {x.sort, y.sort} or "actual" not in {x.mode, y.mode}:
        return False
    if not SERIES & {*x.meanings} & {*y.meanings}:
        return scores["day"] <= FAR and scores["wording"] < FAR_WORDING
    if scores["who"] >= 1:
        return scores["day"] <= 0
    only_one_counted = bool(units[0].amounts) != bool(units[1].amounts)
    return scores["day"] < SAME_DAYS or only_one_counted


def _other_sides(x: Deed, y: Deed, scores: Mapping[str, float]) -> str | None:
    """Of a deed done to somebody the same must suffer it; of others one side must be the same and none another."""
    sure = LIKE if scores["wording"] >= SURE_WORDING else FULL
    if x.sort == "side" or y.sort == "side":
        known = scores["whom"] >= SAME_SIDE or (scores["whom"] >= FULL and scores["who"] >= FULL) or sure == LIKE
        fits = scores["arguments"] > 0 and known and scores["whom"] >= LIKE and scores["who"] > UNLIKE
        return None if fits else "it is not sure that the same suffer it"
    crossed = max(likest(x.who, y.whom)[0], likest(x.whom, y.who)[0])
    core = max(scores["who"], scores["whom"], crossed)
    worst = min(scores["who"], scores["whom"])
    if worst > UNLIKE and _is_said_again(scores):
        return None
    fits = core >= sure and (worst > UNLIKE or crossed >= LIKE)
    return None if fits else "it is not sure that the same take part"


def _too_little(scores: Mapping[str, float], pair: tuple[Deed, Deed], units: tuple[Told, Told]) -> str | None:
    a, b = sorted(units, key=lambda unit: (sum(unit.weights), unit.ref))
    found = shared(a, b)
    evidence = sum(weight for _, weight, _ in found)
    thought = (pair[0].mode != "actual" or pair[1].mode != "actual") and scores["frame"] < 1
    full = _is_full(*pair)
    both = scores["who"] >= FULL and scores["whom"] >= FULL
    here = full and a.ref.report == b.ref.report
    near, dated = is_close(scores, pair), _on_one_day(scores, *pair)
    least = 0.0 if dated else FULL_WORDING if full else THOUGHT_WORDING if thought else WORDING
    if full and not both and not dated:
        told_by_one = near and scores["speaker"] >= 1
        least = WORDING if here or told_by_one else THOUGHT_WORDING
    if scores["wording"] < least:
        return "their words are too unlike"
    repeated = scores["speaker"] >= 1 and scores["wording"] >= SAID_AGAIN
    asked = FULL_EVIDENCE if full or dated or _is_said_again(scores) else EVIDENCE
    if evidence < (HERE_EVIDENCE if here or near or repeated else asked):
        return "they share too few telling words"
    one_of_several = full and min(_mains(a), _mains(b)) < max(_mains(a), _mains(b))
    covered = HERE_COVERED if here else CLOSE_COVERED if near or dated else COVERED
    if evidence < covered * sum(a.weights) and not one_of_several:
        return "too much of the shorter one is not in the other"
    fewer, more = sorted((a, b), key=_mains)
    return None if _all_told(fewer, more) else "the shorter one tells more than this"


def _mains(unit: Told) -> int:
    """How many things a unit mainly tells."""
    return sum(deed.main and deed.sort != "frame" for deed in unit.deeds)


def _is_full(x: Deed, y: Deed) -> bool:
    """Whether each side that one of two deeds tells is told by the other too, and alike."""
    sides = [(x.who, y.who), (x.whom, y.whom)]
    told = [likest(*side)[0] for side in sides if side[0] or side[1]]
    return bool(told) and min(told) >= FULL


def _all_told(a: Told, b: Told) -> bool:
    """Whether what the shorter unit mainly tells stands in the longer one too, for the most part."""
    mains = [deed for deed in a.deeds if deed.main and deed.sort != "frame"]
    told = [deed for deed in mains if any(predicate(deed, other).score > 0.2 for other in b.deeds)]
    return 2 * len(told) > len(mains)
