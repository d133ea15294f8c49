"""The JSON-LD of a page -> its objects, and the one that tells of the page's own article.

Read tolerantly where the meaning is beyond doubt (HTML comments and CDATA marks around it, trailing commas, raw line
breaks in strings), and not at all otherwise: nothing is guessed from broken data.

>>> objects, problems = read_json_ld(['{"@type": "NewsArticle", "headline": "Gate opens",}'])
>>> objects[0]["headline"], problems
('Gate opens', ())
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from whoseword.model import Problem

# The scripts of a live blog with all its entries stay below this; a shop's whole catalogue does not.
LARGEST_SCRIPT = 8 << 20
MOST_SCRIPTS, MOST_OBJECTS, DEEPEST = 100, 2000, 8
ARTICLES = frozenset(
    "NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle "
    "AskPublicNewsArticle LiveBlogPosting BlogPosting Article Report SocialMediaPosting AdvertiserContentArticle "
    "SatiricalArticle ScholarlyArticle TechArticle".split()
)
Thing = Mapping[str, Any]

# Spaces are taken whole (++), or a million of them would be tried in all ways to part them.
_WRAPPED = re.compile(
    r"^\s*+(?:<!--|//\s*+<!\[CDATA\[|/\*\s*+<!\[CDATA\[\s*+\*/|<!\[CDATA\[)|(?:-->|//\s*+\]\]>|/\*\s*+\]\]>\s*+\*/|"
    r"\]\]>)\s*+(?:;\s*+)?$"
)
# A string, to the end where nothing closes it, or a comma with nothing but space between it and a closing bracket.
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z|\\\Z))|,(?=\s*+[}\]])', re.DOTALL)
_TAG = re.compile(r"<[^<>]{1,2000}>")


def read_json_ld(scripts: Iterable[str]) -> tuple[tuple[Thing, ...], tuple[Problem, ...]]:
    """Every typed object of the scripts, outermost first, with references inside one script (`@id`) put in place."""
    found: list[Thing] = []
    problems: list[Problem] = []
    for number, script in enumerate(scripts, 1):
        if number > MOST_SCRIPTS or len(script) > LARGEST_SCRIPT or len(found) > MOST_OBJECTS:
            message = f"JSON-LD script {number} and what follows is more than is read; it is left out"
            problems.append(Problem("page-not-all-read", message))
            break
        try:
            value = json.loads(_mended(script), strict=False)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deep"
            message = f"JSON-LD script {number} is no JSON ({reason}); what it tells of the report is not used"
            problems.append(Problem("metadata-not-read", message))
            continue
        things = list(_typed(value, 0))
        known = {str(thing["@id"]): thing for thing in things if isinstance(thing.get("@id"), str)}
        found += [{key: _resolved(item, known) for key, item in thing.items()} for thing in things]
    return tuple(found), tuple(problems)


def types_of(thing: Thing) -> frozenset[str]:
    """The names of an object's types, without the address of the vocabulary."""
    types = thing.get("@type")
    return frozenset(re.split(r"[/#:]", name)[-1] for name in _listed(types) if isinstance(name, str))


def is_article(thing: Thing) -> bool:
    """Whether an object calls itself an article of some sort."""
    return bool(types_of(thing) & ARTICLES)


def string_of(value: object) -> str | None:
    """The text of a value: without markup, entities as characters, plain spaces; None where it is no string."""
    if isinstance(value, Mapping):
        value = value.get("@value")
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str):
        return None
    plain = unescape(_TAG.sub(" ", unescape(value))) if "&" in value or "<" in value else value
    return " ".join(plain.split()) or None


def address_of(value: object) -> str | None:
    """The address that a value is or has."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    return value.strip() if isinstance(value, str) and value.strip() else None


def objects_in(value: object) -> tuple[Thing, ...]:
    """The objects of a value that is one or a list of them."""
    return tuple(item for item in _listed(value) if isinstance(item, Mapping))


def _listed(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _mended(script: str) -> str:
    bare = _WRAPPED.sub("", script).strip().removesuffix(";")
    return _TRAILING_COMMA.sub(lambda found: found[1] or "", bare) if re.search(r",\s*[}\]]", bare) else bare


def _typed(value: object, depth: int) -> Iterator[Thing]:
    """Objects at the top, in lists, in `@graph` and as `mainEntity`; those inside others stay inside."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:MOST_OBJECTS]:
            yield from _typed(item, depth + 1)
    elif isinstance(value, Mapping):
        if types_of(value):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            inner = value.get(key)
            if isinstance(inner, (list, Mapping)):
                yield from _typed(inner, depth + 1)


def _resolved(value: object, known: Mapping[str, Thing]) -> object:
    """A value with what it only refers to (`{"@id": …}`) in place, one step deep."""
    if isinstance(value, list):
        return [_resolved(item, known) for item in value[:MOST_OBJECTS]]
    if isinstance(value, Mapping) and len(value) <= 2 and isinstance(value.get("@id"), str):
        return {**value, **known.get(value["@id"], {})}
    return value
