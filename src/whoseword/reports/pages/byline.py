"""A page -> the people whose byline it carries, or the agency where no person is named.

Who "contributed reporting" below the text is no part of the byline; an agency is, where it stands in a person's place.

>>> people_in("By Ada Rook and Tom Bell, Political Editor")
('Ada Rook', 'Tom Bell')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from whoseword.reports.given import Found
from whoseword.reports.pages.furniture import is_furniture
from whoseword.reports.pages.json_ld import Thing, objects_in, string_of, types_of
from whoseword.reports.pages.outlet import is_same_outlet
from whoseword.reports.pages.page import Marked, Page, name_words
from whoseword.reports.pages.subject import Place
from whoseword.reports.pages.tree import Element, above, spaced_words, words

MOST_PEOPLE, LONGEST_BYLINE, LONGEST_NAME = 30, 300, 60
# A box called so names who took the picture.
_PICTURES = frozenset("photo photos picture caption".split())
_METAS = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl", "citation_author", "cxenseparse:author", "twitter:data1",
)  # fmt: skip
_LEAD = re.compile(
    r"^\W*(?:(?:written|reported|story|words|text|report|posted|published|submitted)\s+by|by|from|authors?|reporters?)\b\s*:?\s*",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"[,;(.]?\s*\b(?:(?:with|and)\s+)?(?:(?:additional|further|extra)\s+)?(?:reporting|contributions?|files|"
    r"writing|editing|"
    r"photographs?|photos?|pictures?|research)\s+(?:by|from)\b.*|[,;(.]?\s*\bwith\s+(?:reports?|files|agencies)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = re.compile(
    r"\s*(?:[|•·@(\t]|\s[–—-]+\s|\b(?:for|in|at|of|on)\s|\b(?:published|updated|posted|last\s+updated)\b|\d).*",
    re.DOTALL | re.IGNORECASE,
)
# "MABEL STOKES Tribune Staff Writer": in many papers the name alone is in capitals.
_CAPITALS = re.compile(
    r"^((?:[A-Z][A-Z.'’-]+\s+){1,3}[A-Z][A-Z'’-]{2,})\s+(?=[A-Z][a-z]).*\b(?:Staff|Writer|Editor|Reporter)\b.*"
)
_BETWEEN = re.compile(r"\s*(?:,|;|&|/|\band\b|\n)\s*")
_PARTICLES = "van von der den de del della da di dos du la le el al bin ibn ben abu ter ten zu of y e".split()
_NAME_WORD = rf"(?:[^\W\d_a-z][\w.'’‘-]*|(?:al|el|ul|an|as|ad|d|o)[-'’][^\W\d_]\w*|{'|'.join(_PARTICLES)})"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,5}}")
_ONE_NAME = re.compile(r"[^\W\d_a-z]\w{2,}")
_ROLE = re.compile(
    r"\b(?:admin|agenc(?:y|ies)|anonymous|associate|associated|board|bureau|broadcasting|channel|chief|"
    r"chronicle|columnist|"
    r"contributors?|correspondents?|courier|daily|desk|digital|dispatch|editors?|editorial|fellow|gazette|guest|herald|"
    r"independent|journal|journalist|ledger|magazine|media|monitor|network|news|newspapers?|newsroom|observer|online|"
    r"photographer|post|press|producer|radio|reporters?|reuters|review|senior|service|staff|standard|team|telegraph|"
    r"television|times|today|tribune|tv|web|webmaster|wire|writers?|www)\b|^[A-Z]{2,5}$",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:AFP|AP|ANSA|DPA|EFE|PA(?: Media)?|TASS|UPI|Xinhua|Reuters|Bloomberg|Agence France-Presse|(?:The "
    r")?Associated Press|"
    r"[\w ]{2,40} (?:News Agency|Press Agency|Wire Service|Newswire|News Service|Press Association))",
    re.IGNORECASE,
)
_BYLINES = frozenset(
    (
        ("byline",),
        ("bylines",),
        ("by", "line"),
        ("author",),
        ("authors",),
        ("contributor",),
        ("contributors",),
        ("writer",),
        ("submitted",),
    )
)
# "author-bio" and "writer__image" are of the author, and do not name one cleanly.
_ABOUT = "bio about image img avatar photo follow social twitter description card box more posts".split()
_NO_BYLINES = frozenset((who, what) for who in ("author", "authors", "contributor", "writer") for what in _ABOUT)


def byline_of(page: Page, thing: Thing | None, place: Place, sites: Sequence[str]) -> tuple[Found, ...]:
    """The people of the byline, each with where the name stands; else the agency; never the outlet itself."""
    sources: tuple[Callable[[], list[Found]], ...] = (
        lambda: _from_json_ld(thing),
        lambda: _from_items(page),
        lambda: _from_links(page, place.region),
        lambda: _from_elements(page, place.region),
        lambda: _from_lines(place),
        lambda: _from_metas(page),
    )
    said: list[list[Found]] = []
    for source in sources:
        said.append([found for found in source() if not _is_site(found.value, sites)])
        if people := [found for found in said[-1] if is_person(found.value)]:
            return _once(people)
    for found_there in said:
        if agencies := [found for found in found_there if _is_body(found)]:
            return _once(agencies)
    return ()


def byline_of_thing(thing: Thing) -> tuple[Found, ...]:
    """The people whom a JSON-LD object names as its authors, else its agency."""
    found = _from_json_ld(thing)
    return _once([one for one in found if is_person(one.value)] or [one for one in found if _is_body(one)])


def byline_in(element: Element) -> tuple[Found, ...]:
    """The people of a byline inside an element, such as an entry of a live blog."""
    for part in element.iter("*"):
        name = f"{part.get('class') or ''} {part.get('rel') or ''} {part.get('itemprop') or ''}".lower()
        if ("byline" in name or "author" in name) and (people := people_in(spaced_words(part))):
            return tuple(Found(person, "entry byline element") for person in people)
    return ()


def people_in(words_of_it: str) -> tuple[str, ...]:
    """The names in a line such as "By Ada Rook and Tom Bell, with reporting by Ann Ott": those who wrote."""
    line = _HELP.sub("", " ".join(words_of_it.split())[:LONGEST_BYLINE])
    while (bare := _LEAD.sub("", line, count=1)) != line:
        line = bare
    line = _CAPITALS.sub(r"\1", line)
    entries = [entry.strip(" \"'“”.:") for entry in _BETWEEN.split(_AFTER.sub("", line, count=1))]
    return tuple(dict.fromkeys(entry for entry in entries if entry and is_person(entry)))


def is_person(name: str) -> bool:
    """Whether a name has the form of a person's: two to six words with capitals, none of a role or a newspaper."""
    return len(name) <= LONGEST_NAME and _NAME.fullmatch(name) is not None and not _ROLE.search(name)


def _from_json_ld(thing: Thing | None) -> list[Found]:
    author = (thing or {}).get("author") or (thing or {}).get("creator")
    values = author if isinstance(author, list) else [author]
    found: list[Found] = []
    for value in values[:MOST_PEOPLE]:
        for item in objects_in(value) or [{"name": value}]:
            name = item.get("name")
            for text in name if isinstance(name, list) else [name]:
                is_body = bool(types_of(item) & {"Organization", "NewsMediaOrganization", "Corporation"})
                found += _named(string_of(text), "json-ld author", is_body=is_body)
    return found


def _from_items(page: Page) -> list[Found]:
    found: list[Found] = []
    for marked in page.marked:
        if marked.itemprop & {"author", "creator"} and not _is_aside(marked):
            inner = [part for part in marked.element.iter("*") if "name" in (part.get("itemprop") or "").split()]
            texts = [part.get("content") or spaced_words(part) for part in inner] or [
                marked.element.get("content") or spaced_words(marked.element)
            ]
            for text in texts:
                found += _named(text, "itemprop author")
    return found


def _from_links(page: Page, region: Element) -> list[Found]:
    found: list[Found] = []
    for marked in page.marked:
        if "author" in marked.rel and marked.element.tag == "a" and not _is_aside(marked) and _is_in(marked, region):
            found += _named(words(marked.element), "rel=author")
    return found


def _from_elements(page: Page, region: Element) -> list[Found]:
    """The first element that is called a byline and names somebody; one inside another counts once."""
    for marked in page.marked:
        if not marked.has_any(_BYLINES) or _is_aside(marked) or not _is_in(marked, region):
            continue
        if marked.has_any(_NO_BYLINES):
            continue
        links = [words(link) for link in marked.element.iter("a")]
        text = spaced_words(marked.element)
        if len(text) > LONGEST_BYLINE or not text:
            continue
        people = (
            _apart(people_in(text), marked.element)
            or tuple(name for name in links if is_person(name))
            or _in_pieces(marked.element)
        )
        if people:
            return [Found(name, "byline element") for name in people]
        if bodies := [found for found in _named(_LEAD.sub("", text), "byline element") if _is_body(found)]:
            return bodies
    return []


def _apart(people: tuple[str, ...], element: Element) -> tuple[str, ...]:
    """Names that have a box each and nothing between them, such as items of a list, are no one name."""
    pieces = _in_pieces(element)
    return pieces if len(pieces) > 1 and people == (" ".join(pieces),) else people


def _in_pieces(element: Element) -> tuple[str, ...]:
    """The names of a byline whose role has a box of its own: "Lia Marsh", "Education correspondent"."""
    pieces = [" ".join(piece.split()) for piece in element.itertext()]
    cut = next((at for at, piece in enumerate(pieces) if _HELP.match(piece)), len(pieces))
    return tuple(dict.fromkeys(name for piece in pieces[:cut] for name in people_in(piece)))


def _from_lines(place: Place) -> list[Found]:
    """A line right below the headline that begins with "By"."""
    lines = [line for line in place.lines if re.match(r"(?i)\W*by\s", line)]
    return [Found(name, "line below headline") for line in lines[:1] for name in people_in(line)]


def _from_metas(page: Page) -> list[Found]:
    found: list[Found] = []
    for name in _METAS:
        is_wanted = name != "twitter:data1" or page.metas.get("twitter:label1", ("",))[0].lower().startswith("written")
        for value in page.metas.get(name, ())[:MOST_PEOPLE] if is_wanted else ():
            found += _named(value, f"meta {name}")
        if found:
            return found
    return found


def _named(text: str | None, by: str, *, is_body: bool = False) -> list[Found]:
    """The people in a text; an agency as it is; nothing of an address or of a role."""
    if not text or re.search(r"://|www\.|@", text):
        return []
    if is_body:
        return [Found(text, f"{by} (organization)")] if len(text) <= LONGEST_NAME else []
    if people := people_in(text):
        return [Found(name, by) for name in people]
    plain = _LEAD.sub("", text).strip()
    is_agency = _AGENCY.fullmatch(plain) is not None
    # One name alone is believed only of an element that holds nothing but authors.
    is_single = (
        _ONE_NAME.fullmatch(plain) is not None and not _ROLE.search(plain) and by.startswith(("json-ld", "itemprop"))
    )
    return [Found(plain, by)] if is_agency or is_single else []


def _is_body(found: Found) -> bool:
    is_told = found.by.endswith("(organization)") and not re.fullmatch(
        r"(?i).*\b(?:staff|admin|editors?|team|desk)\b.*", found.value
    )
    return is_told or _AGENCY.fullmatch(found.value) is not None or _ONE_NAME.fullmatch(found.value) is not None


def _is_site(name: str, sites: Sequence[str]) -> bool:
    return any(is_same_outlet(name, site) for site in sites)


def _is_aside(marked: Marked) -> bool:
    """Whether it stands in furniture or below a picture, whose photographer it names."""
    boxes = {box.tag for box in above(marked.element)}
    if any(_PICTURES & set(name_words(box.get("class") or "")) for box in islice(above(marked.element), 2)):
        return True
    # In an article <address> is how to reach its author, also in the column beside it.
    is_address = {"address", "article"} <= boxes and not {"nav", "footer"} & boxes
    return "figure" in boxes or (not is_address and is_furniture(marked.element, bylines=False))


def _is_in(marked: Marked, region: Element) -> bool:
    """Whether it stands in the article's element, or in no article at all (a header above it)."""
    boxes = list(marked.element.iterancestors())
    return region in boxes or not any(box.tag == "article" for box in boxes)


def _once(found: Iterable[Found]) -> tuple[Found, ...]:
    by_name: dict[str, Found] = {}
    for one in found:
        by_name.setdefault(one.value.casefold(), one)
    return tuple(by_name.values())[:MOST_PEOPLE]
