"""Is this an outlet? By the word lists, by a word of its name, by the words beside it; and is it the publisher itself?

In: words of a report and the word lists. Out: whether they name an outlet, and what it is called. An outlet that no
list knows is one by its context only ("told the Evening Bell", "the daily Orsel Lamp"), never by a capital letter.

>>> named_outlet("the Orsel-based magazine Tin Lamp", load_lexicon())
'Tin Lamp'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whoseword.lexicon import Lexicon
from whoseword.model import Entity, Report, Span
from whoseword.sources.names import parts_of

# Words in the name of a body that is told things, or reports them, and is no outlet.
BODY_WORDS = frozenset(
    "administration admiralty agency army assembly association authority bank board bureau center centre "
    "chamber church city club college commission committee company conference congress corporation council "
    "court cross department district embassy fed federation force forces forum foundation fund government "
    "group guard guild hospital house institute institution kingdom league ministry nations navy office "
    "organisation organization parliament party police republic reserve school senate service society states "
    "summit system team trust union university".split()
)
_OFFICES = frozenset({"general", "minister", "president", "secretary"})
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PROPER = re.compile(r"[A-ZÀ-Þ0-9+][\w’'&.+/-]*")
_SMALL = frozenset({"of", "de", "and", "&"})
# Characters in which a noun beside a name is looked for.
WIDEST = 30


def is_outlet_name(name: str, lexicon: Lexicon) -> bool:
    """Whether this is the name of an outlet, by the word lists or by a word in it."""
    if lexicon.outlet(name):
        return True
    words = name.split()
    known = lexicon.outlet_words.in_names
    return len(words) > 1 and any(word.casefold() in known and word[:1].isupper() for word in words)


def is_treated_as_outlet(words: str) -> bool:
    """Whether one who is told, or reports, is an outlet by no more than its name: "told the Evening Bell".

    Two words with capitals and an article, none of them one for a body: "told the Harbour Council" tells of none.
    """
    article, *name = words.split()
    capital = len(name) > 1 and all(word[:1].isupper() for word in name)
    return article.casefold() == "the" and capital and not is_body_name(words)


def is_shared_name(words: str, lexicon: Lexicon) -> bool:
    """Whether several outlets go by this name: "the Times", "ABC"; one common word needs its article."""
    bare = re.sub(r"^[Tt]he ", "", words)
    distinct = len(bare.split()) > 1 or bare.isupper() or "-" in bare
    return bare in lexicon.outlet_words.shared and (bare != words or distinct)


def is_called_outlet(text: str, span: Span, name: str, lexicon: Lexicon) -> bool:
    """Whether a noun beside the name says so: "the newspaper Orsel Bell", "the Orsel Bell newspaper"."""
    place = text.find(name, *span)
    start, end = (place, place + len(name)) if place >= 0 else span
    return bool(noun_before(text, start, lexicon) or noun_after(text, end, lexicon))


def noun_before(text: str, place: int, lexicon: Lexicon) -> str | None:
    """The noun for outlets right before this place, an article aside: "the newspaper (the) Orsel Bell"."""
    parts = re.sub(r"\bthe\s*$", "", text[max(0, place - WIDEST) : place]).split()
    size = _noun_at_end(parts, lexicon) if place and text[place - 1].isspace() else 0
    return " ".join(parts[-size:]) if size else None


def noun_after(text: str, place: int, lexicon: Lexicon) -> str | None:
    """The noun for outlets right behind this place: "Orsel Bell (newspaper)"."""
    found = re.match(r"\s+(\w+)(?:\s+(\w+))?", text[place : place + WIDEST])
    parts = [part for part in found.groups() if part] if found else []
    nouns = lexicon.outlet_words.nouns
    return next((noun for n in (2, 1) if (noun := " ".join(parts[:n])) in nouns), None)


def named_outlet(words: str, lexicon: Lexicon) -> str | None:
    """What the outlet that these words name is called, freed of what stands around its name.

    "Velland’s state-run Orsel Bell newspaper" is "Orsel Bell"; "the Saudi-owned Al Arabiya" is what the lists call it.
    None where neither a list nor a noun beside the name says that it is an outlet.
    """
    parts = " ".join(words.split()).split()
    behind = _noun_at_end(parts, lexicon)
    rest = parts[: len(parts) - behind] if behind < len(parts) else parts
    first = _modifiers(rest, lexicon)
    before = _noun_at_end(rest[:first], lexicon)
    for start in range(first + 1):
        name = " ".join(rest[start:])
        known = lexicon.outlet_in_context(name) if behind or before else lexicon.outlet(name)
        if known:
            return known.name
    name = " ".join(rest[first:])
    # "Vellan television" and "a Vellan newspaper" have no name.
    described = behind and not before and (" " not in name or parts[0].casefold() in {"a", "an"})
    return name if (behind or before) and not described and is_plain_name(name, lexicon) else None


def is_plain_name(name: str, lexicon: Lexicon) -> bool:
    """Whether all words of weight have capitals, and the name is no day, country or nation."""
    words = name.split()
    proper = bool(words) and all(_PROPER.fullmatch(word) or word in _SMALL for word in words)
    if not proper or words[0] in _SMALL or {words[0], words[-1]} & lexicon.outlet_words.days:
        return False
    return not lexicon.country(name) and not lexicon.country(words[-1])


def is_body_name(name: str) -> bool:
    """Whether a word of the name is one for a body or an office: "Harbour Council", "Prime Minister"."""
    return any(word.casefold() in BODY_WORDS | _OFFICES for word in name.split())


def without_modifiers(before: str, lexicon: Lexicon) -> str:
    """The words before an outlet's name without those that belong to it: "told the Saudi-owned " -> "told "."""
    parts = before.split()
    while parts and _is_modifier(parts[-1], lexicon):
        compound = parts[-1].rpartition("-")[2].casefold() in lexicon.outlet_words.endings
        parts.pop()
        # "the New York-based": the place may have two words.
        if compound and len(parts) > 1 and parts[-1][:1].isupper() and parts[-2].casefold() in {"the", "with", "to"}:
            parts.pop()
    noun = _noun_at_end(parts, lexicon)
    return without_modifiers(" ".join(parts[:-noun]), lexicon) if noun else " ".join(parts) + " "


def _modifiers(parts: Sequence[str], lexicon: Lexicon) -> int:
    """How many words stand before a name: "the", "Orsel’s", "London-based", "conservative", "magazine", "Vellan"."""
    count = 0
    for place, part in enumerate(parts[:-1]):
        said = _is_modifier(part, lexicon) or _noun_at_end(parts[: place + 1], lexicon)
        if said:
            count = place + 1
        elif not part[:1].isupper() and part != "news":  # "news" may open "news agency"
            break  # "the head of Al Jazeera" is no outlet
    return count


def _is_modifier(part: str, lexicon: Lexicon) -> bool:
    words = lexicon.outlet_words
    plain = part.casefold()
    joined = plain.startswith(("pro-", "anti-")) or plain.rpartition("-")[2] in words.endings
    nation = lexicon.country(part)
    return (
        plain in {"the", "a", "an", "its"}
        or part in words.adjectives
        or part.endswith(("’s", "'s", "s’", "s'"))
        or (joined and "-" in plain)
        or (nation is not None and part in nation.adjectives)
    )


def _noun_at_end(parts: Sequence[str], lexicon: Lexicon) -> int:
    """How many words at the end of these are a noun for outlets: 2 for "Vell news agency"."""
    return next((n for n in (2, 1) if len(parts) >= n and " ".join(parts[-n:]) in lexicon.outlet_words.nouns), 0)


def is_outlet(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether this is an outlet, or a document of one."""
    if entity.kind == "outlet":
        return True
    if entity.kind != "document" or entity.name is None:
        return False
    said = re.search(rf"\b(?:from|by|in) (the {re.escape(entity.name)})", entity.description or "")
    return is_outlet_name(entity.name, lexicon) or (said is not None and is_treated_as_outlet(said[1]))


def publisher_name(report: Report, lexicon: Lexicon) -> str | None:
    """The outlet of the report as the word lists call it, or else as it was given."""
    if not report.outlet:
        return None
    plain = _BRACKETS.sub("", report.outlet).strip() or report.outlet
    known = lexicon.outlet_in_context(report.outlet) or lexicon.outlet_in_context(plain)
    return known.name if known else plain


def is_same_outlet(one: str, other: str) -> bool:
    """Whether two names are one outlet: "Fox Online News" and "Fox News", "The Guardian" and "Guardian"."""
    first, second = ([word for word in parts_of(name) if word != "the"] for name in (one, other))
    if not first or not second:
        return False
    return first[0] == second[0] and (set(first) <= set(second) or set(second) <= set(first))
