"""Whether two units whose words are alike claim the same: what bars it, what makes it doubtful, what settles it.

In: the scores of the features, the two deeds that are most alike, the units. Out: what stands in the way, if anything.
A wrong "same" joins what two sources never said together, so each condition is one that a reader would ask for.

>>> bar(scores, (closed, opened), (a, b))
'quantity speaks against it'
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from whoseword.across import Deed, Told
from whoseword.claims.features import SAME_DAYS, act, speaker
from whoseword.reports.folding import words as folded_words

# So likely must two units be one claim that are doubtful, and where one of them tells it in passing.
SURE, LIKELY = 0.8, 0.6
# A unit without a name that has fewer telling words ("the drone strike") may mean any.
FEWEST = 3
# Two units with so many words that are the same, or of which the longer has hardly any others, claim the same.
SAME_WORDS, WHOLE = 6, 0.75
# So like are the sides of two deeds that are the same, and so unlike those that are not.
SAME_SIDE, ALIKE, UNLIKE = 0.7, 0.5, -0.5
# Reports of one plan this far apart (`features.day`) may tell of two steps of it; what is wanted goes on being wanted.
FAR = -0.6
LASTING = frozenset({"want", "force"})
# What is done again and again. Undated, it is the same only with the same figure or in reports of the same days; those
# of the same week will do where one who is named does it.
SERIES = frozenset({"attack", "fire", "raid", "explode", "clash", "protest"})
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
OTHER_PLACES = "they name different places"


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


def bar(scores: Mapping[str, float], pair: tuple[Deed, Deed] | None, units: tuple[Told, Told]) -> str | None:
    """What keeps two units from being the same claim however alike they are, in words; None where nothing does.

    That is another figure, date, polarity, mode or step, or another of a series: most of the words are the same then.
    """
    found = [name for name in ("quantity", "time", "mode", "denied", "frame") if scores.get(name, 0) < 0]
    found += ["act"] if scores["act"] <= -1 else []
    # "Might be closed" is not "will be closed"; "is said to be closed" may be "is closed".
    unreal = pair is not None and {pair[0].mode, pair[1].mode} == {"planned", "hypothetical"}
    found += ["modality"] if unreal and scores["frame"] < 1 else []
    if found or pair is None:
        return clashing(found[0]) if found else None
    if _may_be_two_steps(scores, *pair):
        return "plans that were printed far apart may be two steps"
    return "they may be two of a kind" if _may_be_two(scores, *pair, units) else None


def doubt(
    scores: Mapping[str, float], pair: tuple[Deed, Deed] | None, units: tuple[Told, Told]
) -> tuple[str, float] | None:
    """What makes it doubtful, in words, with the likelihood that is asked for then; None where nothing does."""
    if any(len(unit.stems) < FEWEST and not unit.names for unit in units):
        return "one of them says too little", SURE
    if pair is None:
        return "nothing that one of them tells is told by the other", SURE
    if scores["place"] < 0 and not any({*pair[0].places, *pair[1].places} <= {*unit.names} for unit in units):
        return OTHER_PLACES, SURE
    if "side" in {pair[0].sort, pair[1].sort} and not _is_done_to_the_same(scores):
        return "it is not sure that the same suffer it", SURE
    mainly = pair[0].main and pair[1].main and "frame" not in {pair[0].sort, pair[1].sort}
    return None if mainly else ("one of them tells it in passing only", LIKELY)


def _is_done_to_the_same(scores: Mapping[str, float]) -> bool:
    """Of those who suffer it more must be alike than that they are "soldiers"; or those who do it are alike as well."""
    known = scores["whom"] >= SAME_SIDE or min(scores["whom"], scores["who"]) >= ALIKE
    return known and scores["arguments"] > 0 and scores["who"] > UNLIKE


def clashing(feature: str) -> str:
    """That a feature alone keeps two units apart."""
    return f"{feature} speaks against it"


def _may_be_two_steps(scores: Mapping[str, float], x: Deed, y: Deed) -> bool:
    """Whether both are undated plans of two seasons; what is wanted or pressed for goes on being so."""
    plan = "actual" not in {x.mode, y.mode} and "state" not in {x.sort, y.sort}
    return plan and scores["day"] <= FAR and scores["time"] <= 0 and not {*x.frames} & {*y.frames} & LASTING


def _may_be_two(scores: Mapping[str, float], x: Deed, y: Deed, units: tuple[Told, Told]) -> bool:
    """Whether two undated acts may be two of a series."""
    if scores["time"] > 0 or scores["quantity"] > 0 or "actual" not in {x.mode, y.mode}:
        return False
    if not SERIES & {*x.meanings} & {*y.meanings}:
        return False
    if scores["who"] >= 1:
        return scores["day"] <= 0
    only_one_counted = bool(units[0].amounts) != bool(units[1].amounts)
    return scores["day"] < SAME_DAYS or only_one_counted
