"""Who a letter is from -> the person, the outlet, both, or neither where that cannot be told.

>>> sender_of(Headers("Ada Rook", "ada.rook@ledger.example"))
Sender(person='Ada Rook', outlet=None, is_unclear=False)
>>> sender_of(Headers("Aldmoor Ledger", "newsletter@ledger.example"))
Sender(person=None, outlet='Aldmoor Ledger', is_unclear=False)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# "Ada Rook" <ada.rook@…>: the address repeats the name. An office answers for the house: newsletter@, no-reply@.
_OFFICE = re.compile(
    r"(?:e?mail(?:er|ings?|s)?|alerts?|breaking|briefings?|bulletin|contact|daily|digest|do-?not-?reply|edit(?:or|ors|orial)"
    r"|evening|hello|hi|info|letters?|lists?|media|members?(?:hip)?|morning|news(?:desk|room|letters?|alerts?)?|no-?reply"
    r"|notifications?|office|post|press|readers?|reply|service|stories|subscri(?:be|bers|ptions?)|support|team|updates?"
    r"|web|website|weekly)"
)
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*|van|von|de|al|bin)){1,3}")
# Words that no person is called by, but papers, programmes and offices are.
_HOUSE = re.compile(
    r"\b(?:agency|briefing|bulletin|chronicle|courier|daily|desk|digest|dispatch|evening|express|gazette|guardian|herald"
    r"|independent|journal|ledger|letter|magazine|mail|media|ministry|monitor|morning|network|news|newsletter|observer"
    r"|office|post|press|radio|report|review|standard|team|telegraph|the|times|today|tribune|tv|weekly)\b",
    re.IGNORECASE,
)
# "Ada Rook from The Dam Letter", "Ada Rook at the Ledger", "Ada Rook, Ledger", "Ledger | Ada Rook"
_PARTED = re.compile(r"\s+(?:from|at|of|via|with)\s+|\s*[,|·•/]\s*|\s+[–—-]\s+|\s*\((?=[^()]*\)$)")


@dataclass(frozen=True, slots=True)
class Headers:
    """The name and the address of From, and the name of the list (List-Id), each with plain spaces."""

    name: str | None
    address: str
    list_name: str | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """What From tells; `is_unclear`: there is a name, and it may be a person's or an outlet's."""

    person: str | None = None
    outlet: str | None = None
    is_unclear: bool = False


def sender_of(headers: Headers) -> Sender:
    """A person where the address repeats the name; an outlet where an office, the list or the domain stands for it."""
    name = (headers.name or "").strip("\"' ")
    if not name or "@" in name:
        return Sender()
    parts = [part.strip(" )\"'") for part in _PARTED.split(name, maxsplit=1)]
    if len(parts) == 2 and all(parts):
        return _of_two(parts[0], parts[1], headers)
    if _is_person(name, headers):
        return Sender(person=name)
    if _is_house(name, headers):
        return Sender(outlet=name)
    return Sender(is_unclear=True)


def _of_two(first: str, second: str, headers: Headers) -> Sender:
    """One of the two has to be a house, and the other may be a person."""
    houses = [_is_house(part, headers) or bool(_HOUSE.search(part)) for part in (first, second)]
    if houses == [False, True] and _PERSON.fullmatch(first):
        return Sender(person=first, outlet=second)
    if houses == [True, False] and _PERSON.fullmatch(second):
        return Sender(person=second, outlet=first)
    if houses == [True, True]:
        return Sender(outlet=headers.name)
    return Sender(is_unclear=True)


def _is_person(name: str, headers: Headers) -> bool:
    local = _bare(headers.address.partition("@")[0])
    words = [_bare(word) for word in name.split()]
    if _HOUSE.search(name) or not _PERSON.fullmatch(name) or not words[0] or not words[-1] or len(local) < 3:
        return False
    first, last = words[0], words[-1]
    return local in {first, last, first + last, last + first, first[0] + last, first + last[0], last + first[0]}


def _is_house(name: str, headers: Headers) -> bool:
    local, _, domain = headers.address.lower().partition("@")
    bare = _bare(name)
    by_list = bool(headers.list_name) and bare == _bare(headers.list_name or "")
    # "Aldmoor Ledger" of aldmoorledger.example; "The Ledger" of ledger.example.
    by_domain = any(len(bare) > 3 and bare.removeprefix("the") == _bare(label) for label in domain.split("."))
    return by_list or by_domain or (bool(_OFFICE.fullmatch(local)) and bool(_HOUSE.search(name)))


def _bare(words: str) -> str:
    return re.sub(r"[\W_\d]", "", words.lower())
