"""Descriptions: "the official", "the premier", "the newspaper", "the report", "both sides" -> who was meant.

In: the cast of a report so far and one figure without a name. Out: it is given to somebody, an earlier one
where one fits best, and else a new one; where several fit alike, they are its candidates.

>>> resolve_description(cast, the_official)
True
"""

from __future__ import annotations

from whoseword.lexicon import Lexicon
from whoseword.sources.cast import Cast, Somebody
from whoseword.sources.figures import DEPUTIES, Figure
from whoseword.sources.outlets import BODY_WORDS, is_outlet_name

# The kinds of outlet that each of these words can be said of; empty where of all.
OUTLET_NOUNS: dict[str, frozenset[str]] = {
    "newspaper": frozenset({"newspaper"}),
    "paper": frozenset({"newspaper"}),
    "daily": frozenset({"newspaper"}),
    "magazine": frozenset({"magazine"}),
    "journal": frozenset({"newspaper", "magazine"}),
    "agency": frozenset({"agency"}),
    "broadcaster": frozenset({"broadcaster"}),
    "network": frozenset({"broadcaster"}),
    "channel": frozenset({"broadcaster"}),
    "station": frozenset({"broadcaster"}),
    "outlet": frozenset(),
    "publication": frozenset(),
    "site": frozenset(),
    "website": frozenset(),
}
# Documents that an outlet makes; "the report" can be what "the Bell reported".
OUTLET_DOCUMENTS = frozenset({"report", "article", "editorial", "story", "broadcast", "interview"})
# Said of any organisation, and of none in particular.
BODIES = frozenset(
    "group company organisation organization firm movement union body party institution corporation alliance "
    "association agency coalition charity".split()
)
# Said of anybody.
ANYBODY = frozenset({"person", "source", "man", "woman", "speaker"})
# Two sides that were named together.
_SIDES = frozenset(
    "side sides country countries government governments party parties nation nations neighbour capital both "
    "two".split()
)
_TWO = frozenset({"two", "both"})
# "The leader" may be any of these, and so on: offices and the plain words that stand for them.
PLAIN_OFFICES: dict[str, frozenset[str]] = {
    "leader": frozenset("president minister premier chancellor king queen emir chief chairman head".split()),
    "minister": frozenset({"minister", "premier"}),
    "premier": frozenset({"minister", "premier"}),
    "spokesperson": frozenset({"spokesperson", "spokesman", "spokeswoman"}),
    "envoy": frozenset({"envoy", "ambassador", "representative"}),
    "lawmaker": frozenset("lawmaker senator congressman congresswoman representative rep sen mp legislator".split()),
    "senator": frozenset({"senator", "sen"}),
    "officer": frozenset("officer general colonel captain major admiral gen col capt maj adm".split()),
    "commander": frozenset({"commander", "general", "gen", "admiral", "adm"}),
}
# How far above a description of a body may stand what it describes, in paragraphs.
NEAR_PARAGRAPHS = 2


def resolve_description(cast: Cast, figure: Figure) -> bool:
    """Gives a described figure to somebody; whether that was somebody who had been there before."""
    if _is_joint(figure):
        return _join_joint(cast, figure)
    if figure.definite or figure.heading:
        for step in (_as_outlet, _as_document, _as_described, _as_organisation):
            if step(cast, figure):
                return True
    return _as_repeated(cast, figure)


def _as_repeated(cast: Cast, figure: Figure) -> bool:
    """The same words again are the same source, unless they were said to another outlet."""
    told = _told(cast, figure)
    for _, somebody in cast.earlier(figure, lambda s: s.name is None):
        same = [f for f in somebody.figures if not f.pronoun and _bare(f) == _bare(figure)]
        others = [outlet for f in somebody.figures for outlet in _told(cast, f)]
        if same and not (told and others and not set(told) & set(others)) and not figure.definite:
            return cast.join(figure, somebody, rule="coref:same-words", evidence=same[0].span)
    cast.add(figure, [])
    return False


def _bare(figure: Figure) -> tuple[str, ...]:
    words = figure.words.casefold().strip(" ,").split()
    return tuple(words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words)


def _told(cast: Cast, figure: Figure) -> list[str]:
    """Whom the figure told what it says, by id."""
    return [told for s in cast.scene.statements if s.source == figure.span for told in s.told_to]


def _is_joint(figure: Figure) -> bool:
    words = set(figure.words.casefold().split())
    two = words & _TWO or figure.words.casefold() == "the parties"
    # "two senior government officials" are no two governments.
    plain = figure.noun in _SIDES or figure.words.casefold().split()[-1] in _SIDES
    return bool(two) and plain and figure.role != "named"


def _join_joint(cast: Cast, figure: Figure) -> bool:
    """Example: "Both sides" are the two that were last named together."""
    for other, somebody in cast.earlier(figure, lambda s: s.kind == "group" and s.name is not None):
        return cast.join(figure, somebody, rule="coref:both-sides", evidence=other.span)
    return _as_repeated(cast, figure)


def _as_outlet(cast: Cast, figure: Figure) -> bool:
    """Example: "The newspaper" is the outlet spoken of last that can be one."""
    noun = figure.words.casefold().split()[-1]
    if noun not in OUTLET_NOUNS or len(figure.traits) > 1:
        return False
    kinds = OUTLET_NOUNS[noun]
    for other, somebody in cast.earlier(figure, lambda s: _is_outlet(cast, s)):
        known = cast.scene.lexicon.outlet(somebody.name or "")
        if not known or not known.kind or not kinds or known.kind in kinds:
            return cast.join(figure, somebody, rule="coref:outlet-noun", evidence=other.span)
    return False


def _is_outlet(cast: Cast, somebody: Somebody) -> bool:
    if somebody.kind == "outlet":
        return True
    name = somebody.name
    return somebody.kind == "document" and name is not None and is_outlet_name(name, cast.scene.lexicon)


def _as_document(cast: Cast, figure: Figure) -> bool:
    """Example: "The report" is the report spoken of last; failing that, that of the outlet which reported last."""
    if figure.kind != "document":
        return False
    for other, somebody in cast.earlier(figure, lambda s: s.kind == "document"):
        nouns = {f.noun for f in somebody.figures}
        same = figure.noun in nouns or (figure.noun in OUTLET_DOCUMENTS and nouns & OUTLET_DOCUMENTS)
        if same and figure.traits <= somebody.titles:
            return cast.join(figure, somebody, rule="coref:document", evidence=other.span)
    if figure.noun in OUTLET_DOCUMENTS and not figure.heading:
        for other, somebody in cast.earlier(figure, lambda s: s.kind == "outlet"):
            if other.role in {"source", "told"} and figure.paragraph - other.paragraph <= NEAR_PARAGRAPHS:
                return cast.join(figure, somebody, rule="coref:outlets-report", evidence=other.span)
    return _released(cast, figure)


def _released(cast: Cast, figure: Figure) -> bool:
    """Example: "The letter said" after "… , the guild said in a letter": the letter of whoever spoke in it."""
    tree, noun = cast.scene.tree, figure.words.casefold().split()[-1]
    statements = [s for s in cast.scene.statements if s.source and s.source[1] <= figure.span[0]]
    for statement in sorted(statements, key=lambda s: max(s.cue, default=(0, 0)), reverse=True)[:4]:
        first, last = cast.scene.sentence_span((statement.cue or statement.content)[0][0])
        somebody = cast.at(statement.source) if statement.source else None
        words = [tree.form(k) for k in tree.inside((first, last)) if tree.words[k].span[1] <= figure.span[0]]
        if (
            somebody
            and somebody.name
            and (
                any(words[n : n + 3] in (["in", "a", noun], ["in", "the", noun]) for n in range(len(words)))
                or any(cast.scene.text[slice(*cue)].casefold().startswith(noun) for cue in statement.cue)
            )
        ):
            return cast.join(figure, somebody, rule="coref:document-of-speaker", evidence=statement.source)
    return False


def _as_described(cast: Cast, figure: Figure) -> bool:
    """Example: "the official" is the one brought in last whom the words fit, "the premier" who bears the office."""
    if figure.kind == "document" or not figure.noun:
        return False
    found = list(cast.earlier(figure, lambda s: _fits(cast, figure, s)))
    if not found:
        return False
    (other, somebody), rest = found[0], found[1:]
    # Two in one sentence, or two bearers of one office, leave it open.
    alike = [s for f, s in rest if f.sentence == other.sentence or (s.name and somebody.name)]
    if alike:
        cast.add(figure, [somebody, *alike])
        return True
    if somebody.name:
        return cast.join(figure, somebody, rule="coref:office", evidence=other.span)
    return cast.join(figure, somebody, rule="coref:description", evidence=other.span)


def _fits(cast: Cast, figure: Figure, somebody: Somebody) -> bool:
    """Whether a description can be said of somebody: number, noun and all that stands before the noun."""
    if (
        " and " in figure.words
        or bool(figure.many) != bool(somebody.many)
        or somebody.kind in {"document", "outlet", "place"}
    ):
        return False
    nouns = {figure.noun, *PLAIN_OFFICES.get(figure.noun, ())}
    if somebody.name:
        told = somebody.titles
        if figure.traits & DEPUTIES:
            nouns = {f"{deputy} {figure.noun}" for deputy in figure.traits & DEPUTIES}
        held = nouns & somebody.offices - BODY_WORDS
        return somebody.kind == "person" and bool(held) and _has_traits(cast, figure, told)
    own = {f.noun for f in somebody.figures if not f.pronoun and f.role != "named"}
    anybody = figure.noun in ANYBODY and somebody.kind == "person"
    return bool(own) and (anybody or bool(nouns & own)) and _has_traits(cast, figure, somebody.titles | own)


def _has_traits(cast: Cast, figure: Figure, told: frozenset[str] | set[str]) -> bool:
    return all(any(_same_land(trait, known, cast.scene.lexicon) for known in told) for trait in figure.traits)


def _same_land(trait: str, known: str, lexicon: Lexicon) -> bool:
    """The same word, or two words for one country: "iraq", "iraqi"."""
    one, other = (lexicon.country(word) or lexicon.country(word.title()) for word in (trait, known))
    return trait == known or (one is not None and one is other)


def _as_organisation(cast: Cast, figure: Figure) -> bool:
    """Example: "The ministry" is the Ministry named last; "the group" the organisation that spoke last."""
    noun = figure.words.casefold().split()[-1]
    if figure.many or figure.kind in {"person", "document"}:
        return False
    for other, somebody in cast.earlier(figure, lambda s: s.name is not None and s.kind in {"organisation", "unknown"}):
        if (somebody.name or "").casefold().split()[-1] == noun and figure.traits <= set(
            (somebody.name or "").casefold().split()
        ):
            return cast.join(figure, somebody, rule="coref:head-of-name", evidence=other.span)
    if noun not in BODIES or figure.traits:
        return False
    for other, somebody in cast.earlier(figure, lambda s: s.name is not None and s.kind in {"organisation", "unknown"}):
        if figure.paragraph - other.paragraph <= NEAR_PARAGRAPHS and other.role != "named":
            return cast.join(figure, somebody, rule="coref:organisation", evidence=other.span)
    return False
