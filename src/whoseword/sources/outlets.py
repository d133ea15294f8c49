"""Is this an outlet? By the word lists, by a word of its name, by the noun beside it; and is it the publisher itself?

>>> is_outlet_name("Orsel Daily Ledger", load_lexicon())
True
"""

from __future__ import annotations

import re

from whoseword.lexicon import Lexicon
from whoseword.model import Entity, Report, Span
from whoseword.sources.names import parts_of

# Words that stand in the names of outlets and hardly elsewhere. "Star", "Mail" and "Sun" are not among them.
OUTLET_WORDS = frozenset(
    "times herald gazette tribune chronicle courier telegraph newspaper news daily weekly tv television radio magazine "
    "broadcasting journal".split()
)
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
_BESIDE = r"(?:newspaper|daily|weekly|magazine|news agency|news site|website|broadcaster|TV channel|radio station)"
_BRACKETS = re.compile(r"\s*\([^()]*\)")


def is_outlet_name(name: str, lexicon: Lexicon) -> bool:
    """Whether this is the name of an outlet, by the word lists or by a word in it."""
    if lexicon.outlet(name):
        return True
    words = name.split()
    return len(words) > 1 and any(word.casefold() in OUTLET_WORDS and word[:1].isupper() for word in words)


def is_treated_as_outlet(words: str) -> bool:
    """Whether one who is told, or reports, is an outlet by no more than its name: "told the Evening Bell".

    Two words with capitals and an article, none of them one for a body: "told the Harbour Council" tells of none.
    """
    article, *name = words.split()
    capital = len(name) > 1 and all(word[:1].isupper() for word in name)
    return (
        article.casefold() == "the" and capital and not any(word.casefold() in BODY_WORDS | _OFFICES for word in name)
    )


def is_called_outlet(text: str, span: Span, name: str) -> bool:
    """Whether a noun beside the name says so: "the newspaper Orsel Bell", "the Orsel Bell newspaper"."""
    place = text.find(name, *span)
    start, end = (place, place + len(name)) if place >= 0 else span
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    return bool(re.search(rf"\b{_BESIDE}\s+(?:the\s+)?$", before) or re.match(rf"\s+{_BESIDE}\b", after))


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
    known = lexicon.outlet(report.outlet) or lexicon.outlet(plain)
    return known.name if known else plain


def is_same_outlet(one: str, other: str) -> bool:
    """Whether two names are one outlet: "Fox Online News" and "Fox News", "The Guardian" and "Guardian"."""
    first, second = ([word for word in parts_of(name) if word != "the"] for name in (one, other))
    if not first or not second:
        return False
    return first[0] == second[0] and (set(first) <= set(second) or set(second) <= set(first))
