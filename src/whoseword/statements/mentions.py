"""The words that name or describe a source -> what they mention: a person, an outlet, unnamed officials.

>>> mention("A Vellan official said so.", reading, (0, 17), load_lexicon())
Mention(name=None, kind='person', named=False, description='A Vellan official')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whoseword.lexicon import Lexicon
from whoseword.model import EntityKind, Name, Reading, Span, Word

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_PRONOUNS = frozenset("he she they it we i you who which that this both his her their its these those him them".split())
_AND = re.compile(r"\s*(?:,|,?\s*and|&)\s*(?:the\s+)?", re.IGNORECASE)
# "a report from Northline, the agency based in Cordell": what is explained like that is no place.
_GIVER = re.compile(r"\b(?:from|by)\s+(?:the\s+)?([A-Z][\w’'&-]*(?:\s+[A-Z][\w’'&-]*)*),\s+(?:the|an?)\s")
# Bodies that a nation or a name tells apart from all others of their kind.
BODIES = frozenset(
    "administration agency army authority bank board bureau cabinet campaign coalition commission council court "
    "delegation department embassy force government group guard military ministry mission movement navy office "
    "parliament party police senate service team union".split()
)
_TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Dame Lord Lady Madam Judge Justice Pope King Queen Prince Sheikh".split())
# Between two names these begin something else: "Ann Roe and an aide who met Odo Finch".
_CLAUSE = frozenset("who whom which that to of for with by at from whose".split())
_JOINING = _CLAUSE | {"and", "or", "&", "but", "as", "than", "near", "against", "after"}
_RANK = re.compile(r"(?:Brig|Gen|Lt|Col|Maj|Sgt|Adm|Capt|Cmdr)\.?(?:\s+(?:Brig|Gen|Lt|Col|Maj|Sgt|Adm|Capt|Cmdr)\.?)*")
_AGENCY = re.compile(
    r"(?:[Tt]he |[A-Z]\w+’s |[A-Z]\w+'s )?(.+?) (?:(?:state|official|semi-official|semiofficial) )*news agency"
)
_SMALL = frozenset({"of", "the", "and", "for", "on", "&"})
# Of two names in a mention, the one that the other belongs to is meant: "Ann Roe of Reuters", "the Vellan army's Roe".
_BELONGS = ("’s", "'s", "’", "'")


@dataclass(frozen=True, slots=True)
class Mention:
    """What one stretch of words mentions, by these words alone."""

    name: str | None
    kind: EntityKind
    named: bool
    description: str | None


def names_in(reading: Reading, span: Span) -> list[Name]:
    """The reader's names that lie inside `span`."""
    return [name for name in reading.names if _is_within(name, span)]


def head_of(reading: Reading, span: Span) -> Word | None:
    """The word of `span` that governs the others, as the tree has it; the last word where the tree does not tell."""
    inside = {k: word for k, word in enumerate(reading.words) if _is_within(word, span)}
    heads = [word for word in inside.values() if word.head not in inside and word.upos != "PUNCT"]
    return heads[0] if heads else list(inside.values())[-1] if inside else None


def _is_within(part: Word | Name, span: Span) -> bool:
    return span[0] <= part.span[0] and part.span[1] <= span[1]


def _is_set_off(text: str, span: Span, name: Name) -> bool:
    """Whether the name stands behind a comma: "a lawyer for the family, Ann Roe"."""
    return text[span[0] : name.span[0]].rstrip().endswith(",")


def is_pronoun(words: str) -> bool:
    """Whether the mention is a bare pronoun, which tells nothing by itself."""
    return words.strip().lower() in _PRONOUNS


def mention(text: str, reading: Reading, span: Span, lexicon: Lexicon) -> Mention:
    """What the words at `span` mention."""
    span = _without_genitive(text, span)
    words = text[slice(*span)]
    if is_pronoun(words):
        return Mention(None, "unknown", named=False, description=words)
    outlet = _outlet_name(words, lexicon)
    if outlet:
        return Mention(outlet, "outlet", named=True, description=None)
    names = names_in(reading, span)
    titled = _titled(text, reading, span, names)
    if titled:
        return Mention(titled, "person", named=True, description=None)
    if lexicon.document(words):
        return _document(text, words, names, lexicon)
    if _is_list(text, span, names):
        return Mention(bare(words), "group", named=True, description=None)
    return _person_or_group(text, span, names, lexicon) or _by_name(text, reading, span, names, lexicon)


def _outlet_name(words: str, lexicon: Lexicon) -> str | None:
    """The name of an outlet of the lists, of "the RIA state news agency", and of one that several share.

    "The Post" may be one of several: which one, the rest of the report tells, or nothing does.
    """
    called = _AGENCY.fullmatch(words)
    known = lexicon.outlet(words) or (lexicon.outlet_in_context(called[1]) if called else None)
    if known is None and words.startswith("the ") and words[4:] in lexicon.outlet_words.shared:
        return words[4:]
    return known.name if known else None


def _titled(text: str, reading: Reading, span: Span, names: Sequence[Name]) -> str | None:
    """The name at the end of an office in small letters, whatever kind the reader took it for, and only there.

    "Tarn Law School professor emeritus Alan Orme" is Alan Orme.
    """
    if len(names) < 2 or names[-1].span[1] != span[1] or names[-1].kind == "place":
        return None
    own = text[slice(*names[-1].span)]
    before = [word for word in reading.words if span[0] <= word.span[0] and word.span[1] <= names[-1].span[0]]
    form = text[slice(*before[-1].span)] if before else ""
    is_office = bool(before) and before[-1].upos in {"NOUN", "ADJ"} and form.isalpha() and form.islower()
    is_office = is_office and form not in _JOINING
    return own if is_office and len(own.split()) > 1 else None


def _without_genitive(text: str, span: Span) -> Span:
    """Without the "’s" at its end: "Roe’s belief that" is told by Roe."""
    end = next((mark for mark in ("’s", "'s") if text.endswith(mark, *span) and span[1] - span[0] > len(mark)), "")
    return (span[0], span[1] - len(end))


def _is_list(text: str, span: Span, names: Sequence[Name]) -> bool:
    """Whether several are named side by side: "Vell and Orsel", "the reeve, Ann Roe, and Premier Odo Finch"."""
    if len(names) < 2:
        return False
    if _AND.fullmatch(text[names[0].span[1] : names[1].span[0]]) and names[-1].span[1] == span[1]:
        return True
    people = [name for name in names if name.kind == "person"]
    if len(people) < 2 or text.startswith(_BELONGS, people[-1].span[1]):
        return False
    between = text[people[-2].span[1] : people[-1].span[0]].split()
    return "and" in between[:2] and not _CLAUSE.intersection(word.lower() for word in between)


def _person_or_group(text: str, span: Span, names: Sequence[Name], lexicon: Lexicon) -> Mention | None:
    words = text[slice(*span)]
    people = [n for n in names if n.kind == "person" and not text.startswith(_BELONGS, n.span[1])]
    unnamed = lexicon.unnamed(words)
    if unnamed:
        # In "a spokesman for Ann Roe" and "two aides to the duke, Ann Roe" nobody who speaks is named.
        people = [n for n in people if unnamed.kind == "person" and _is_set_off(text, span, n)]
    # "Kestrian Prime Minister Oskar Veln", "the Roe lawyer Ann Finch": what stands before an office only tells whose.
    while len(people) > 1 and _is_office(text[people[0].span[1] : people[1].span[0]]):
        people = people[1:]
    if people:
        return Mention(_with_first_name(text, span, people[0], lexicon), "person", named=True, description=None)
    if unnamed:
        kind: EntityKind = "person" if unnamed.kind == "person" else "group"
        return Mention(None, kind, named=False, description=words)
    return None


def _is_office(between: str) -> bool:
    """Whether nothing but the words of an office parts two names: no comma, no small word."""
    words = between.split()
    return bool(words) and "," not in between and not _JOINING.intersection(word.lower() for word in words)


def _with_first_name(text: str, span: Span, name: Name, lexicon: Lexicon) -> str:
    """The name, with a first name that the network left outside: "Ines" before "Calloway", but no office."""
    own = text[slice(*name.span)]
    before = text[span[0] : name.span[0]].split()
    first = before[0] if len(before) == 1 else ""
    plain = first.isalpha() and first[:1].isupper() and first[1:].islower() and not lexicon.is_unnamed(first.lower())
    return f"{first} {own}" if " " not in own and plain and first not in _TITLES else own


def _document(text: str, words: str, names: Sequence[Name], lexicon: Lexicon) -> Mention:
    """A document is named by the one that it belongs to: "a Reuters report", "a letter from Ann Roe"."""
    owners = [text[slice(*n.span)] for n in names if n.kind != "place"]
    # "a letter from Brig. Gen. Ann Roe": a rank is nobody's name.
    owners = [owner for owner in owners if not _RANK.fullmatch(owner)] or owners
    apposed = _GIVER.search(words)
    owner = _outlet_within(words, lexicon) or (apposed[1] if apposed else None) or (bare(owners[0]) if owners else None)
    return Mention(owner, "document", named=owner is not None, description=words)


def _outlet_within(words: str, lexicon: Lexicon) -> str | None:
    """The longest run of words that is an outlet's name; a name that the reader cut short is still found whole."""
    parts = list(re.finditer(r"[\w&.-]+", words))
    runs = [(a.start(), b.end()) for k, a in enumerate(parts) for b in parts[k:]]
    found = [o.name for s, e in sorted(runs, key=lambda r: r[0] - r[1]) if (o := lexicon.outlet(words[s:e]))]
    return found[0] if found else None


def _by_name(text: str, reading: Reading, span: Span, names: Sequence[Name], lexicon: Lexicon) -> Mention:
    words = text[slice(*span)]
    head = head_of(reading, span)
    cut = names and names[0].kind == "organisation" and all(name.kind != "person" for name in names)
    if cut and _is_proper(bare(words)) and not re.search(r"[’']s\b", words):
        # The network cuts "Center on Lake Priorities" short.
        return Mention(bare(words), "organisation", named=True, description=None)
    for name in names:
        own = text[slice(*name.span)]
        if head and _is_within(head, name.span) and not text.startswith(_BELONGS, name.span[1]):
            kind: EntityKind = "outlet" if lexicon.outlet(own) else "unknown" if name.kind == "misc" else name.kind
            return Mention(bare(own), kind, named=True, description=None)
    if _is_named_body(text, reading, span, head):
        return Mention(bare(words), "organisation", named=True, description=None)
    if _is_proper(bare(words)) and (len(bare(words).split()) > 1 or _tags(reading, span) & {"PROPN"}):
        return Mention(bare(words), "unknown", named=True, description=None)
    return Mention(None, "unknown", named=False, description=words)


def _is_named_body(text: str, reading: Reading, span: Span, head: Word | None) -> bool:
    """Whether a name or a nation tells which body it is: "the Tarn army", "the guild's Velland office"."""
    if head is None or text[slice(*head.span)].lower() not in BODIES:
        return False
    before = [w for w in reading.words if span[0] <= w.span[0] and w.span[1] <= head.span[0]]
    return any(w.upos in {"PROPN", "ADJ"} and text[w.span[0]].isupper() for w in before)


def _tags(reading: Reading, span: Span) -> set[str]:
    return {word.upos for word in reading.words if _is_within(word, span)}


def _is_proper(words: str) -> bool:
    """Whether every word of weight is capitalised: "State Department", "Bank of Velland"."""
    parts = words.split()
    return bool(parts) and parts[0][:1].isupper() and all(p[:1].isupper() or p in _SMALL for p in parts)


def bare(words: str) -> str:
    """The words without a leading article, white space folded."""
    return _ARTICLE.sub("", " ".join(words.split()))


def key_of(found: Mention, span: Span) -> tuple[str, str]:
    """Two mentions with the same key are the same source inside one report; a pronoun is like no other mention."""
    if found.named and found.name:
        return ("document" if found.kind == "document" else "name", bare(found.name).casefold())
    description = bare(found.description or "").casefold()
    return ("pronoun", f"{description} {span[0]}") if is_pronoun(description) else ("words", description)
