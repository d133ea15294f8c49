"""The outlets that one report introduces by the words around them: "in an interview with Time", "the daily Orsel Lamp".

In: a report's text and Reading, and the word lists. Out: an `Outlet` for each name of the lists that is doubtful by
itself ("Time", "Bloomberg") and for each name that no list knows, where words beside it make an outlet of it. For the
rest of this report the name then is that outlet.

>>> [outlet.name for outlet in introduced_outlets(text, reading, load_lexicon())]
['Orsel Lamp']
"""

from __future__ import annotations

import re
from collections.abc import Collection

from whoseword.lexicon import Lexicon, Outlet
from whoseword.model import Reading, Report, Span
from whoseword.sources.outlets import is_body_name, is_plain_name, noun_after, noun_before, without_modifiers

# The last words before an outlet's name, where the source speaks to it.
SPOKE = re.compile(
    r"\b(?:interviews? (?:\w+ )?(?:with|on|to|for|by)"
    r"|(?:speaking|spoke|talking|talked|speak|talk) (?:\w+ )?(?:to|with|on)"
    r"|(?:remarks|comments|statement|e-?mail|message|letter|interview) to|told|telling)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# The same, where the outlet quotes or carries what was said.
QUOTED = re.compile(
    r"\b(?:quoted|cited|carried|broadcast|aired|published|reported|seen|obtained) (?:\w+ )?(?:by|in|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:(?:article|report|story|editorial) (?:in|by|from|on)|according to)\s+(?:the\s+)?$", re.IGNORECASE
)
_REPORTED = re.compile(r"(?: first| also| has| had)? report(?:ed|s)\b")
_INTERVIEW = re.compile(r"\binterviews? (?:\w+ )?(?:with|to|for|by)\s+(?:the\s+)?$", re.IGNORECASE)
# What follows a name that a noun introduces: in "the daily White House briefing" it goes on.
_ENDS = re.compile(
    r"[,.;:)”\"]|[’']s\b|\s+(?:said|says|report|quoted|cited|wrote|published|that|on|in|has|had|about)|\s*$"
)
# Wider than any of these phrases with what may stand between it and a name.
BEFORE = 90
_WORD = r"[A-ZÀ-Þ+][\w&+/-]*(?:[.’](?!s\b)\w+)*"
_RUN = re.compile(rf"(?:[Tt]he )?{_WORD}(?: (?:(?:of|de|&) )?{_WORD}){{0,4}}")
_APPOSITION = re.compile(
    r",\s+(?:the|an?)\s+((?:news|daily|weekly|magazine|broadcaster|website|wire|television|radio|tv)[\w -]{0,30})"
)
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_FUNCTION = frozenset({"DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV", "AUX", "VERB"})
# "the Vell-owned Tin Lamp": up to here it is no name.
_COMPOUND = re.compile(r"\S+-([a-z]+) ")


def of_report(report: Report, reading: Reading, lexicon: Lexicon) -> Lexicon:
    """The word lists as they hold for one report: with the outlets that it introduces."""
    return lexicon.knowing(introduced_outlets(report.text, reading, lexicon))


def introduced_outlets(text: str, reading: Reading, lexicon: Lexicon) -> tuple[Outlet, ...]:
    """The outlets that the report introduces, in text order, each once."""
    found: dict[str, Outlet] = {}
    endings = lexicon.outlet_words.endings
    for match in _RUN.finditer(text):
        skipped = max((part.end() for part in _COMPOUND.finditer(match[0]) if part[1] in endings), default=0)
        outlet = _introduced(text, (match.start() + skipped, match.end()), reading, lexicon)
        if outlet:
            found.setdefault(outlet.name, outlet)
    return tuple(found.values())


def _introduced(text: str, span: Span, reading: Reading, lexicon: Lexicon) -> Outlet | None:
    words = text[slice(*span)]
    known = lexicon.outlet_in_context(words)
    if known:
        outlet = known if lexicon.outlet(words) or _is_made_one(text, span, lexicon) else None
        return outlet if outlet and _drops_doubt(outlet, text, reading, lexicon) else None
    article = _ARTICLE.match(words)
    plain = (span[0] + article.end(), span[1]) if article else span
    apposed = _apposed(text, plain, lexicon)
    if apposed:
        return apposed
    outlet = _unlisted(text, plain, lexicon, has_article=article is not None)
    if outlet is None or not is_plain_name(outlet.name, lexicon) or _is_read_as(reading, plain, {"person", "place"}):
        return None
    # "In Tarn newspapers …": a small word with the capital of its sentence is no part of a name.
    return None if any(word.span[0] == plain[0] and word.upos in _FUNCTION for word in reading.words) else outlet


def _apposed(text: str, span: Span, lexicon: Lexicon) -> Outlet | None:
    """The outlet in "Northline, the news agency based in Cordell": whatever the reader took its name for."""
    found = _APPOSITION.match(text, span[1])
    behind = text[found.start(1) : found.end(1) + 1] if found else ""
    nouns = [noun for noun in lexicon.outlet_words.nouns if re.match(rf"{noun}\b(?![’'])", behind)]
    kind = lexicon.outlet_words.nouns[max(nouns, key=len)] if nouns else None
    return Outlet(text[slice(*span)], (), "", kind, "", "") if nouns else None


def _is_made_one(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether the words around a doubtful name make an outlet of it."""
    if noun_before(text, span[0], lexicon) or noun_after(text, span[1], lexicon) or _REPORTED.match(text, span[1]):
        return True
    before = without_modifiers(text[max(0, span[0] - BEFORE) : span[0]], lexicon)
    return any(phrase.search(before) for phrase in (SPOKE, QUOTED, _REPORT))


def _unlisted(text: str, span: Span, lexicon: Lexicon, *, has_article: bool) -> Outlet | None:
    """The outlet of no list: a noun says so, or it has an article and a name like one and holds an interview."""
    name = text[slice(*span)]
    several = " " in name and not is_body_name(name)
    noun = noun_before(text, span[0], lexicon)
    if noun is None or not _ENDS.match(text, span[1]):
        noun = noun_after(text, span[1], lexicon) if several else None
    if noun:
        return Outlet(name, (), "", lexicon.outlet_words.nouns[noun], "", "")
    before = text[max(0, span[0] - BEFORE) : span[0]]
    if several and has_article and "interview" in before and _INTERVIEW.search(without_modifiers(before, lexicon)):
        return Outlet(name, (), "", None, "", "")
    return None


def _drops_doubt(outlet: Outlet, text: str, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether it has a doubtful name that nobody in the report bears: no "Bloomberg" beside "Ann Bloomberg"."""
    names = {name for name in (outlet.name, *outlet.aliases) if lexicon.outlet(name) is None}
    return bool(names) and not any(is_somebodys_name(name, text, reading) for name in names)


def is_somebodys_name(name: str, text: str, reading: Reading) -> bool:
    """Whether a person in the report has this name as the last of several: "Bloomberg" beside "Ann Bloomberg"."""
    people = [text[slice(*person.span)].split() for person in reading.names if person.kind == "person"]
    return any(len(person) > 1 and person[-1] == name.removeprefix("The ") for person in people)


def _is_read_as(reading: Reading, span: Span, kinds: Collection[str]) -> bool:
    """Whether the reader found a name of one of these kinds just there."""
    return any(name.kind in kinds and name.span[0] <= span[0] and span[1] <= name.span[1] for name in reading.names)
