"""Everybody and everything in one report that a source may be: each mention in its place, with what its words tell.

In: a report, its Reading, its statements and entities. Out: `Figure`s in text order: the sources and those told, the
persons and outlets that the text names elsewhere, those that a report or an outlet cites, and pairs ("Vell and Orsel").

>>> [figure.words for figure in find_figures(scene)]
['Prime Minister Ann Roe', 'the official', 'he']
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from whoseword.lexicon import Lexicon
from whoseword.model import Entity, EntityKind, Span
from whoseword.sources.kinds import name_and_kind
from whoseword.sources.outlets import is_treated_as_outlet
from whoseword.sources.scene import Scene
from whoseword.statements.mentions import bare, is_pronoun, mention

# What a figure is to the report: the source of a statement, one who is told, one cited by a source, or just named.
Role = Literal["source", "told", "cited", "named"]

_DEFINITE = re.compile(r"(?:the|this|that|these|those|both|his|her|its|their)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*|,")
_ENDS_NAME = re.compile(r"[’']s?$")
# Before the noun these tell nothing about who it is.
_PLAIN = frozenset(
    "the a an this that these those both one two three another other same unnamed anonymous unidentified".split()
)
# Where a noun phrase's own noun has come, what follows hangs on it.
_AFTER = frozenset(", of for in from to with who that which whose at on by about and said".split())
_NEWSPAPER = re.compile(r"\b[Tt]he (?:newspaper|paper|magazine|broadcaster|news agency|news site|channel)\b")
_QUOTER = re.compile(r"\b([Tt]he(?:\s+[A-Z][\w’'&-]*){2,5})\s+(?:has\s+|had\s+|also\s+)?quote[sd]?\s+$")
_PAIR = re.compile(r"\s+and\s+(?:the\s+)?")
_TITLE_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "PART"})
_IN_TITLES = frozenset({"’s", "'s", "-"})
DEPUTIES = frozenset({"vice", "deputy", "assistant"})
LONGEST_TITLE = 7  # words before a name: "the United States’ chief trade negotiator"
LONGEST_APPOSITION = 14  # words between the commas behind a name
LONGEST_OUTLET = 6  # words of an outlet's name that are looked for in the text


@dataclass(frozen=True, slots=True)
class Figure:
    """One mention in its place.

    `noun` is its head's lemma or form, `traits` what stands before that; `titles` are all words by a name, `offices`
    those that say what the named one is. `many`: more than one is meant (None where that is open). `is_capital`: a
    capital stands for its government. `entity` is the attributed entity's id, where it has one.
    """

    span: Span
    words: str
    role: Role
    kind: EntityKind
    name: str | None
    description: str | None
    entity: str | None = None
    noun: str = ""
    traits: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    many: bool | None = None
    definite: bool = False
    pronoun: str = ""
    sentence: int = 0
    paragraph: int = 0
    heading: bool = False
    is_capital: bool = False


def find_figures(scene: Scene) -> tuple[Figure, ...]:
    """Every figure of the report in text order; no two stand at the same place."""
    found: list[Figure] = []
    sources = {s.source for s in scene.statements if s.source}
    for entity in scene.entities:
        for span in entity.mentions:
            made = _figure(scene, span, "source" if span in sources else "told", entity)
            found.append(made)
    taken = [figure.span for figure in found]
    for figure in (
        *_cited(scene),
        *_granted(scene),
        *_outlets(scene),
        *_newspapers(scene),
        *_people(scene),
        *_pairs(scene),
    ):
        if not any(a < figure.span[1] and figure.span[0] < b for a, b in taken):
            found.append(figure)
            taken.append(figure.span)
    return tuple(sorted(_named_alike(found), key=lambda f: f.span))


def _named_alike(found: Sequence[Figure]) -> Iterator[Figure]:
    """A mention without a name whose words are somebody's name elsewhere has that name: "the Guild", "Guild"."""
    names = {figure.name.casefold(): figure for figure in found if figure.name and figure.kind != "document"}
    for figure in found:
        same = names.get(bare(figure.words).casefold())
        if figure.name is None and same and bare(figure.words)[:1].isupper() and not figure.pronoun:
            yield replace(figure, name=same.name, kind=same.kind, description=None)
        else:
            yield figure


def _figure(scene: Scene, span: Span, role: Role, entity: Entity) -> Figure:
    words = " ".join(scene.text[slice(*span)].split())
    name, kind = name_and_kind(scene, span, entity, is_told=role == "told")
    description = None if name and kind == "person" else entity.description
    made = Figure(span, words, role, kind, name, description, entity.id)
    return _placed(scene, _with_noun(scene, made))


def _placed(scene: Scene, figure: Figure) -> Figure:
    start = figure.span[0]
    none: frozenset[str] = frozenset()
    titles, offices = _titles(scene, figure) if figure.kind == "person" and figure.name else (none, none)
    return replace(
        figure,
        sentence=scene.sentence(start),
        paragraph=scene.paragraph(start),
        heading=scene.is_heading(start),
        is_capital=any(_is_capital(part, scene.lexicon) for part in _PAIR.split(figure.name or "")),
        titles=titles,
        offices=offices,
    )


def _is_capital(name: str, lexicon: Lexicon) -> bool:
    land = lexicon.country(name)
    return land is not None and land.capital == name.strip()


def _with_noun(scene: Scene, figure: Figure) -> Figure:
    """The figure with its noun, number and traits, as far as its words tell them."""
    if is_pronoun(figure.words):
        pronoun = figure.words.casefold()
        return replace(figure, pronoun=pronoun, noun="", many=True if pronoun in {"they", "both", "them"} else None)
    parts = [part.casefold() for part in _WORD.findall(figure.words)]
    unnamed = scene.lexicon.unnamed(figure.words)
    document = scene.lexicon.document(figure.words) if figure.kind == "document" or not unnamed else None
    known = unnamed.head if unnamed else document
    forms = set(known.singular + known.plural) if known else set()
    place = next((k for k, part in enumerate(parts) if part in forms), None)
    if place is None:
        place = next((k for k, part in enumerate(parts) if part in _AFTER and k), len(parts)) - 1
    # "Anders" is no plural.
    is_one = figure.name is not None and figure.kind == "person" and not unnamed
    many = None if is_one else unnamed.kind == "group" if unnamed else _is_many(parts, place, scene.lexicon)
    return replace(
        figure,
        noun=known.lemma if known else parts[place] if parts else "",
        traits=frozenset(part for part in parts[: max(place, 0)] if part not in _PLAIN),
        many=many,
        definite=bool(_DEFINITE.match(figure.words)),
    )


def _is_many(parts: Sequence[str], place: int, lexicon: Lexicon) -> bool | None:
    """Whether a noun that no list knows is one of many: "three bargemen", "bargemen"; None where that is open."""
    if not parts or place < 0:
        return None
    numbers = {phrase.words for phrase in lexicon.numbers if phrase.count != 1}
    if parts[0] in numbers or parts[0].isdecimal():
        return True
    bare_plural = parts[0] not in {"the", "a", "an"} and parts[place].endswith(("s", "men", "people"))
    return True if bare_plural and not parts[place].endswith(("ss", "us", "is")) and "’s" not in parts[place] else None


def _titles(scene: Scene, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
    """All words beside a name, before it and between commas behind it, and those of them that are offices."""
    assert figure.name is not None
    at = scene.text.find(figure.name, *figure.span)
    own = scene.text[at + len(figure.name) : figure.span[1]] if at >= 0 else ""
    start, end = (at, at + len(figure.name)) if at >= 0 else figure.span
    words = scene.tree.words
    first = bisect.bisect_left(words, start, key=lambda word: word.span[0])
    k = first - 1
    while k >= 0 and first - k <= LONGEST_TITLE and (words[k].upos in _TITLE_TAGS or scene.tree.form(k) in _IN_TITLES):
        k -= 1
    before = scene.text[words[k + 1].span[0] : start] if k + 1 < first else ""
    last = bisect.bisect_left(words, end, key=lambda word: word.span[0])
    behind = _apposition(scene, last) or own
    words_beside = [part.casefold() for part in _WORD.findall(f"{before} , {behind}")]
    return frozenset(part for part in words_beside if part != ","), frozenset(_offices(before, behind))


def _offices(before: str, behind: str) -> Iterator[str]:
    """The nouns that say what somebody is: "president" in "the president of the teachers’ union", never "union"."""
    for phrase in (before, behind.strip(" ,")):
        parts = [part.casefold() for part in _WORD.findall(phrase)]
        end = next((k for k, part in enumerate(parts) if part in _AFTER and k), len(parts))
        if end:
            # A vice president is not "the president".
            deputy = end > 1 and parts[end - 2] in DEPUTIES
            yield f"{parts[end - 2]} {parts[end - 1]}" if deputy else parts[end - 1]


def _apposition(scene: Scene, comma: int) -> str:
    """What stands between this comma and the next: "the chief pilot" in "Ann Roe, the chief pilot, said"."""
    words = scene.tree.words
    if comma + 1 >= len(words) or scene.tree.form(comma) != ",":
        return ""
    for n in range(comma + 1, min(comma + 1 + LONGEST_APPOSITION, scene.tree.sentence_end(comma))):
        if words[n].upos in {"VERB", "AUX", "PRON"} or scene.tree.form(n) in {"and", "but"}:
            # "…, the vice-chairwoman said" is no apposition; a source that ends with one needs no second comma.
            return ""
        if scene.tree.form(n) in {",", "."}:
            return scene.text[words[comma + 1].span[0] : words[n].span[0]]
    return ""


def _cited(scene: Scene) -> Iterator[Figure]:
    """Those whom a source or an outlet cites: "citing two clerks"."""
    for citation in scene.citations:
        told = mention(scene.text, scene.reading, citation.span, scene.lexicon)
        words = " ".join(scene.text[slice(*citation.span)].split())
        name = told.name if told.named else None
        says = scene.text[citation.span[1] :].lstrip()[:10].startswith("as saying")
        if name is None and told.kind == "unknown" and not says:
            continue  # "citing the weather" brings nobody in
        made = Figure(citation.span, words, "cited", told.kind, name, told.description)
        yield _placed(scene, _with_noun(scene, made))


def _granted(scene: Scene) -> Iterator[Figure]:
    """Those of whom the report says that it keeps their names back: "The official spoke on condition of anonymity"."""
    for grant in scene.grants:
        if grant.subject:
            told = mention(scene.text, scene.reading, grant.subject, scene.lexicon)
            words = " ".join(scene.text[slice(*grant.subject)].split())
            made = Figure(grant.subject, words, "named", told.kind, None, told.description)
            if not told.named:
                yield _placed(scene, _with_noun(scene, made))


def _newspapers(scene: Scene) -> Iterator[Figure]:
    """Example: "The newspaper" and the like, where the text speaks of an outlet without its name."""
    for found in _NEWSPAPER.finditer(scene.text):
        made = Figure(found.span(), found[0], "named", "unknown", None, found[0])
        yield _placed(scene, _with_noun(scene, made))


def _outlets(scene: Scene) -> Iterator[Figure]:
    for span, name in find_outlets(scene):
        yield _placed(scene, Figure(span, scene.text[slice(*span)], "named", "outlet", name, None))


def find_outlets(scene: Scene) -> Iterator[tuple[Span, str]]:
    """The outlets of the word lists wherever the text names them, with the names that the lists give them."""
    words, k = scene.tree.words, 0
    while k < len(words):
        first = k + 1 if scene.tree.form(k) == "the" and k + 1 < len(words) else k
        ends = range(min(k + LONGEST_OUTLET, len(words)), k, -1)
        if not scene.lexicon.may_begin_outlet(scene.tree.form(first)):
            ends = range(0)
        found = next((n for n in ends if _is_outlet(scene, k, n)), None)
        if found is None:
            k += 1
            continue
        span = (words[k].span[0], words[found - 1].span[1])
        name = scene.lexicon.outlet(scene.text[slice(*span)])
        if name and not scene.is_silent(span[0]):
            yield span, name.name
        k = found
    yield from _quoting(scene)


def _quoting(scene: Scene) -> Iterator[tuple[Span, str]]:
    """Outlets of no word list that quote somebody: "the Evening Bell quotes a clerk as saying"."""
    for statement in scene.statements:
        if statement.rule == "borders:quoted-as-saying" and statement.source:
            first = scene.sentence_span(statement.source[0])[0]
            found = _QUOTER.search(scene.text, first, statement.source[0])
            if found and is_treated_as_outlet(found[1]):
                yield found.span(1), bare(found[1])


def _is_outlet(scene: Scene, first: int, end: int) -> bool:
    words = scene.tree.words
    named = words[end - 1].upos == "PROPN" and (words[first].upos == "PROPN" or end - first > 1)
    return named and scene.lexicon.outlet(scene.text[words[first].span[0] : words[end - 1].span[1]]) is not None


def _people(scene: Scene) -> Iterator[Figure]:
    for name in scene.reading.names:
        if name.kind == "person" and not scene.is_silent(name.span[0]):
            words = " ".join(_ENDS_NAME.sub("", scene.text[slice(*name.span)]).split())
            figure = Figure(name.span, words, "named", "person", words, None)
            if not _is_of_something(scene, name.span):
                yield _placed(scene, figure)


def _is_of_something(scene: Scene, span: Span) -> bool:
    """Whether a noun follows that takes the name along: "the Roe administration"."""
    return bool(re.match(r"\s(?:administration|government|campaign|team|family|cabinet)\b", scene.text[span[1] :][:20]))


def _pairs(scene: Scene) -> Iterator[Figure]:
    """Two names joined by "and": "Vell and Orsel"."""
    names = [name for name in scene.reading.names if name.kind in {"place", "organisation"}]
    for one, other in pairwise(names):
        if _PAIR.fullmatch(scene.text[one.span[1] : other.span[0]]):
            span = (one.span[0], other.span[1])
            # "Vell and Orsel officials" are not the pair.
            if not re.match(r"\s+[a-z]+", scene.text[span[1] :]) or not _noun_follows(scene, span):
                words = " ".join(scene.text[slice(*span)].split())
                yield _placed(scene, Figure(span, words, "named", "group", words, None, many=True))


def _noun_follows(scene: Scene, span: Span) -> bool:
    following = bisect.bisect_left(scene.tree.words, span[1], key=lambda word: word.span[0])
    return following < len(scene.tree.words) and scene.tree.words[following].upos in {"NOUN", "ADJ"}
