"""What a denial denies: the statement that stands inside it, or one above that it clearly speaks of.

In: a report, its Reading, and its statements with sources resolved. Out: the statements, those that deny with `denies`
where one statement is clearly meant. "The ministry denied the claim" after two claims denies none in particular.

>>> find_denied(report, reading, chained, load_lexicon()).statements[1].denies.rule
'denial:claim-before'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whoseword.lexicon import Lexicon
from whoseword.model import Denied, Reading, Report, Span, Statement
from whoseword.sources.scene import Scene
from whoseword.statements.attribute import Attributed

# Denials whose content is what the speaker says instead: "countered that the river was low".
_INSTEAD = frozenset({"counter", "retort", "protest"})
_NEGATED = re.compile(r"\b(?:not|never|neither|nor|refused to|declined to|stopped short)\b|n[’']t\b", re.IGNORECASE)
# What a denial calls the words of others, and what must be true of the statement meant: anything told; what an outlet
# or a document says; what its own teller only claims; a denial.
_CLAIM = frozenset("claim assertion suggestion statement comment remark notion idea characterization version".split())
_REPORT = frozenset("report reporting story article account news".split())
_CHARGE = frozenset("allegation accusation charge".split())
_DENIAL = frozenset({"denial"})
_VERB_OF = {
    "assertion": "assert",
    "suggestion": "suggest",
    "claim": "claim",
    "allegation": "allege",
    "accusation": "accuse",
}
_NOUNS = _CLAIM | _REPORT | _CHARGE | _DENIAL
_BARE = frozenset({"it", "this", "that", "which", "them", "so", "these", "those"})
_LEADS = frozenset("the this that these those such a an any all both his her their its as".split())
_CHARGING = frozenset({"claim", "hearsay"})
_SILENT = frozenset({"no-comment", "question"})
# What may follow the noun without saying which one is meant: "the report as inaccurate", "the claim on Monday".
_LOOSE = frozenset(
    "as on in at during late early again monday tuesday wednesday thursday friday saturday sunday".split()
)
# Not said of a claim where it stands alone: "Roe rejected it" may be an offer.
_OFFERS = frozenset({"reject", "challenge", "disagree"})
# Two statements tell the same matter if this share of the denial's words of weight stands in the other as well, and at
# least so many: fewer where the other speaks of the one who denies. On 350 reports, with two words and no such
# condition one link in three was wrong.
SAME_SHARE = 0.6
SAME_WORDS = 3
SAME_WORDS_OF_DENIER = 2
# How far above the statement denied may stand, in paragraphs.
NEAR = 2
_SMALL = frozenset(
    "the a an and or but that this these those it its his her their our they them he she him who which what of to in "
    "on at by for from with about into over under after before as is are was were be been being has have had do does "
    "did not no any all ever never would will could can may might should there than then so such very own".split()
)
# What a denial says of any matter: "denied involvement in the fire", "denied any knowledge of it".
_OF_DENIALS = (
    frozenset("involvement responsibility knowledge role part wrongdoing being having taking making".split()) | _NOUNS
)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


def find_denied(report: Report, reading: Reading, attributed: Attributed, lexicon: Lexicon) -> Attributed:
    """The statements with what each denial among them denies."""
    scene = Scene(report, reading, attributed.statements, attributed.entities, lexicon)
    statements = tuple(replace(s, denies=_denied(scene, s)) for s in attributed.statements)
    return replace(attributed, statements=statements)


def _denied(scene: Scene, denial: Statement) -> Denied | None:
    cue = " ".join(scene.text[slice(*span)] for span in denial.cue)
    known = scene.lexicon.cue_within(cue)
    if denial.act != "denial" or known is None or known.lemma in _INSTEAD or not denial.content or _NEGATED.search(cue):
        return None
    found = _inside(scene, denial) or _claim_before(scene, denial)
    # What is denied in somebody else's words may be anything that this one spoke of.
    return found or (_same_matter(scene, denial) if denial.within is None else None)


def _inside(scene: Scene, denial: Statement) -> Denied | None:
    """Example: "denied Roe’s claim that the gate was shut": the one statement right inside what is denied."""
    inside = [s for s in scene.statements if s.within == denial.id and s.act not in _SILENT]
    if len(inside) != 1:
        return None
    return Denied(inside[0].id, rule="denial:inside", evidence=denial.content[0])


def _claim_before(scene: Scene, denial: Statement) -> Denied | None:
    """Example: "denied the report", "dismissed the allegation": the one right above that can be called so."""
    noun = _noun(scene.text[slice(*denial.content[0])]) if len(denial.content) == 1 else None
    if noun is None or (noun in _BARE and _lemma(scene, denial) in _OFFERS):
        return None
    found = [s for s in _before(scene, denial) if _can_be_called(scene, s, noun)]
    if not found:
        return None
    nearest = found[-1]
    here, there = _sentence(scene, denial), _sentence(scene, nearest)
    # Bare words and "the claim" go back no further than the sentence before; a report or a charge may stand higher.
    specific = noun in _REPORT | _CHARGE | _DENIAL
    if here - there > 1 and not specific:
        return None
    named_so = [s for s in found if _lemma(scene, s) == _VERB_OF.get(noun)]
    if named_so and nearest not in named_so:
        return None  # "asserted … said … rejects that assertion": the last, or the one that is called so?
    rivals = found if specific else [s for s in found if _sentence(scene, s) == there]
    if len({s.id for s in rivals}) != 1:
        return None
    return Denied(nearest.id, rule="denial:claim-before", evidence=denial.content[0])


def _noun(words: str) -> str | None:
    """What a content calls the words of others, where it says no more: "the report as inaccurate", "it"."""
    parts: list[str] = [part.casefold() for part in _WORD.findall(words)]
    if len(parts) == 1 and parts[0] in _BARE:
        return parts[0]
    noun = parts[1] if len(parts) > 1 and parts[0] in _LEADS else parts[0] if parts else ""
    rest = parts[2:] if len(parts) > 1 and parts[0] in _LEADS else parts[1:]
    single = noun if noun in _NOUNS else noun.removesuffix("s")
    return single if single in _NOUNS and (not rest or rest[0] in _LOOSE) else None


def _before(scene: Scene, denial: Statement) -> list[Statement]:
    """What others told above, in text order, not further up than some paragraphs; nothing nested in those, either."""
    start = _place(denial)
    paragraph = scene.paragraph(start)
    # "Roe said the guild rejects the claim": what Roe says is not the claim.
    around = {s.id for s in scene.statements if any(a <= start < b for a, b in s.content)}
    return [
        s
        for s in sorted(scene.statements, key=_place)
        if _place(s) < start
        and s.within is None
        and s.id not in around
        and s.act not in _SILENT
        and s.quote != "none"
        and (s.entity is None or s.entity != denial.entity)
        and 0 <= paragraph - scene.paragraph(_place(s)) <= NEAR
        and not scene.is_heading(_place(s))
    ]


def _can_be_called(scene: Scene, statement: Statement, noun: str) -> bool:
    if noun in _DENIAL:
        return statement.act == "denial"
    if noun in _REPORT:
        source = next((e for e in scene.entities if e.id == statement.entity), None)
        by_outlet = source is not None and source.kind in {"outlet", "document"}
        return by_outlet or _lemma(scene, statement) in {"report", "reportedly"}
    return statement.distance in _CHARGING if noun in _CHARGE else True


def _lemma(scene: Scene, statement: Statement) -> str | None:
    known = scene.lexicon.cue_within(" ".join(scene.text[slice(*span)] for span in statement.cue))
    return known.lemma if known else None


def _same_matter(scene: Scene, denial: Statement) -> Denied | None:
    """Example: "The guild denied paying the divers" after "the divers had been paid": one that shares its words."""
    weighty = _weighty(scene, denial.content) - {_stem(word) for word in _OF_DENIALS}
    denier = _weighty(scene, (denial.source,) if denial.source else ())
    alike = []
    for other in _before(scene, denial):
        told = _weighty(scene, other.content)
        shared = weighty & told
        least = SAME_WORDS_OF_DENIER if denier & told else SAME_WORDS
        if len(shared) >= least and len(shared) >= SAME_SHARE * len(weighty):
            alike.append(other)
    if len(alike) != 1:
        return None
    return Denied(alike[0].id, rule="denial:same-matter", evidence=alike[0].content[0])


def _weighty(scene: Scene, spans: Sequence[Span]) -> frozenset[str]:
    words = [word.casefold() for span in spans for word in _WORD.findall(scene.text[slice(*span)])]
    return frozenset(_stem(word) for word in words if word not in _SMALL and len(word) > 2)


def _stem(word: str) -> str:
    """The word without the endings that a denial changes: "moved" and "moving" are one, "paid" and "paying" two."""
    word = re.sub(r"[’']s?$", "", word)
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending)
    return word


def _place(statement: Statement) -> int:
    return min((*statement.cue, *statement.content))[0]


def _sentence(scene: Scene, statement: Statement) -> int:
    return scene.sentence(_place(statement))
