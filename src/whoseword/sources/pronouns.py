"""Pronouns that tell: "he said", "they added", "it reported", "who said" -> the one meant.

In: the cast of a report so far and a figure that is a pronoun. Out: the pronoun is given to an earlier source, or stays
somebody of its own with those that it may be as candidates. The last speaker is a stronger antecedent than the nearest
name: in "the pilot said so. Amos Quarrie was aboard. “It was dark,” he said" the pilot is meant.

>>> resolve_pronoun(cast, figure)
"""

from __future__ import annotations

import re
from collections.abc import Callable

from whoseword.model import Span, Statement
from whoseword.sources.cast import Cast, Somebody, gender_of
from whoseword.sources.figures import Figure

# How far above a pronoun its antecedent may stand, in paragraphs: quotations are paragraphs of their own.
_GOING_ON = re.compile(r"\b(?:add|continu|conclud|went on|go(?:es)? on)", re.IGNORECASE)
REACH = 2
_ONE = frozenset({"he", "she", "him", "her"})
_MANY = frozenset({"they", "them", "both", "these", "those"})
_OWN = frozenset({"i", "we"})
_OPENING = frozenset("“\"‘'«„`")
_RELATIVE = frozenset({"who", "which", "that", "whose"})


def resolve_pronoun(cast: Cast, figure: Figure) -> None:
    """Gives a pronoun to somebody, a new one with candidates where it stays open."""
    fits = _fitting(figure)
    holder = _holder(cast, figure.span)
    if figure.pronoun in _RELATIVE:
        done = _as_relative(cast, figure)
    elif figure.pronoun in _OWN:
        done = holder is not None and _as_own_voice(cast, figure, holder)
    elif holder is not None and (_as_holder(cast, figure, holder, fits)):
        done = True
    else:
        done = _as_speaker(cast, figure, fits) or _as_subject(cast, figure, fits)
    if not done:
        speaker = cast.at(holder.source) if holder and holder.source and figure.pronoun in _OWN else None
        cast.add(figure, [speaker] if speaker else _candidates(cast, figure, fits))


def _anybody(_: Somebody) -> bool:
    return True


def is_early(cast: Cast, figure: Figure) -> bool:
    """Whether the pronoun is in words whose speaker is named only behind them: "“We go,” the guild said"."""
    holder = _holder(cast, figure.span)
    return holder is not None and holder.source is not None and holder.source[0] > figure.span[0]


def _fitting(figure: Figure) -> Callable[[Somebody], bool]:
    """Whom the pronoun can stand for, by number, kind and gender."""
    gender = gender_of(figure)

    def fits(somebody: Somebody) -> bool:
        if figure.pronoun in _OWN:
            return False
        if figure.pronoun in _ONE:
            person = somebody.kind == "person" or (somebody.kind == "unknown" and somebody.name is None)
            return person and not somebody.many and somebody.gender in {"", gender}
        if figure.pronoun in _MANY:
            return bool(somebody.many) or somebody.kind in {"group", "organisation"}
        return somebody.kind in {"organisation", "outlet", "document"} and not somebody.many

    return fits


def _holder(cast: Cast, span: Span) -> Statement | None:
    """The innermost statement whose content the pronoun is in."""
    around = [
        (b - a, s.id, s)
        for s in cast.scene.statements
        for a, b in s.content
        if a <= span[0] and span[1] <= b and s.source
    ]
    return min(around)[2] if around else None


def _as_relative(cast: Cast, figure: Figure) -> bool:
    """Example: "The clerk, who said": the one right before."""
    for other, somebody in cast.earlier(figure, _anybody):
        if cast.scene.text[other.span[1] : figure.span[0]].strip(" ,") == "":
            return cast.join(figure, somebody, rule="coref:relative", evidence=other.span)
    return False


def _as_own_voice(cast: Cast, figure: Figure, holder: Statement) -> bool:
    """Example: "I" inside a quotation is its speaker, "we" the body that speaks; a person's "we" stays open."""
    somebody = cast.at(holder.source) if holder.source else None
    if somebody is None or (figure.pronoun == "we" and somebody.kind not in {"organisation", "document", "group"}):
        return False
    return cast.join(figure, somebody, rule="coref:own-voice", evidence=holder.source)


def _as_holder(cast: Cast, figure: Figure, holder: Statement, fits: Callable[[Somebody], bool]) -> bool:
    """Example: "Roe said he wants": the one who says it, where nobody else has come up inside what is said."""
    somebody = cast.at(holder.source) if holder.source else None
    start = min(a for a, b in holder.content if a <= figure.span[0] < b)
    # "“He is ill,” Roe said": in her own words, Roe speaks of somebody else.
    if somebody is None or not fits(somebody) or cast.scene.text[start] in _OPENING:
        return False
    inside = [f for f, s in cast.earlier(figure, fits) if f.span[0] >= start and s is not somebody]
    return not inside and cast.join(figure, somebody, rule="coref:own-words", evidence=holder.source)


def _as_speaker(cast: Cast, figure: Figure, fits: Callable[[Somebody], bool]) -> bool:
    """The last one who said something, unless somebody else has come as a subject since."""
    for other, somebody in cast.earlier(figure, fits):
        if other.role not in {"source", "cited"} or _holder(cast, other.span):
            continue
        if figure.paragraph - other.paragraph > REACH or (other.heading and not figure.heading):
            return False
        told = _told_by(cast, other) if _goes_on(cast, figure) else ()
        since = _subjects(cast, figure, fits, since=other.span[1])
        if any(s is not somebody for f, s in since if not any(a <= f.span[0] < b for a, b in told)):
            return False
        return cast.join(figure, somebody, rule="coref:last-speaker", evidence=other.span)
    return False


def _goes_on(cast: Cast, figure: Figure) -> bool:
    """Whether the pronoun's own word of telling says that its speaker goes on: "he added"."""
    cues = [span for s in cast.scene.statements if s.source == figure.span for span in s.cue]
    return any(_GOING_ON.search(cast.scene.text, *span) for span in cues)


def _told_by(cast: Cast, figure: Figure) -> tuple[Span, ...]:
    """What the speaker at this place tells: who is a subject in there is spoken of."""
    return tuple(span for s in cast.scene.statements if s.source == figure.span for span in s.content)


def _as_subject(cast: Cast, figure: Figure, fits: Callable[[Somebody], bool]) -> bool:
    """The subject of the sentence before, or of this one, where only one fits."""
    near = [(f, s) for f, s in _subjects(cast, figure, fits, since=0) if figure.sentence - f.sentence <= REACH]
    if not near or figure.paragraph - near[0][0].paragraph > 1:
        return False
    other, somebody = near[0]
    if any(s is not somebody and f.sentence == other.sentence for f, s in near):
        return False
    return cast.join(figure, somebody, rule="coref:subject-before", evidence=other.span)


def _subjects(
    cast: Cast, figure: Figure, fits: Callable[[Somebody], bool], *, since: int
) -> list[tuple[Figure, Somebody]]:
    """Those who stand as a subject between a place and the pronoun, outside of quotations, the nearest first."""
    found = []
    # Who comes up in what "he" tells is spoken of: in "Quill, he added, had the list" he is not Quill.
    told = _told_by(cast, figure)
    for other, somebody in cast.earlier(figure, fits):
        if any(a <= other.span[0] < b for a, b in told):
            continue
        if other.span[0] < since or cast.scene.is_quoted(other.span[0]) or other.heading != figure.heading:
            continue
        if is_subject(cast, other):
            found.append((other, somebody))
    return found


def is_subject(cast: Cast, figure: Figure) -> bool:
    """Whether a word of the figure is the subject of a clause."""
    words = cast.scene.tree.words
    inside = cast.scene.tree.inside(figure.span)
    above = [words[words[k].head] for k in inside if words[k].deprel == "conj" and words[k].head >= 0]
    return any(word.deprel == "nsubj" for word in [*(words[k] for k in inside), *above])


def _candidates(cast: Cast, figure: Figure, fits: Callable[[Somebody], bool]) -> list[Somebody]:
    return [s for f, s in cast.earlier(figure, fits) if figure.paragraph - f.paragraph <= REACH]
