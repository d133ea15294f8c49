r"""Text -> its parts by their place on the page: title, dek, byline, body, bio. Spans only; the text is not touched.

A part is told only where its form is plain. What is not recognised stays body: a reader of the body then meets a
headline, which does less harm than losing a first paragraph.

>>> text = "Dam Gate Opens\n\nBy Ada Rook\n\nThe gate opened on Monday.\n\nIt closed again."
>>> layout = lay_out(text)
>>> [(part.kind, text[slice(*part.span)][:14]) for part in layout.parts]
[('title', 'Dam Gate Opens'), ('byline', 'By Ada Rook'), ('body', 'The gate opene')]
>>> layout.byline
('Ada Rook',)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whoseword.model import Part, PartKind, Span
from whoseword.reports.words import paragraphs

LONGEST_TITLE, LONGEST_DEK, LONGEST_BYLINE, LONGEST_BIO = 200, 300, 200, 600
MOST_BIOS = 3

_FULL_STOP = re.compile(r"""[.,;:—–-][\s"'”’)\]]*\Z""")
_ABBREVIATION = re.compile(r"""(?:\b[A-Z]\.){2,}["'”’)\]]*\Z""")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_BY = re.compile(r"(?:by|written by|story by|words by)\s*:?\s+", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:authors?|byline|reporters?)\s*:\s*", re.IGNORECASE)
_CREDIT = re.compile(
    r"\(?(?:(?:additional|further|with)\s+)?(?:reporting|writing|editing)\s+(?:by|from)\s+|\(?with\s+(?:files|reports)\s+from\s+",
    re.IGNORECASE,
)
_PARTICLES = "van von der den de del della da di dos la le el al bin ibn ben abu ter ten zu".split()
_NAME_WORD = rf"(?:[^\W\d_a-z][\w.'’-]*|(?:al|el|ul|an|as|ad)-[^\W\d_]\w*|{'|'.join(_PARTICLES)})"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}}")
_OUTLET = re.compile(rf"(?:[Tt]he\s+)?{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,4}}")
# What follows a name in a byline and is no person: "Jane Roe, Reuters", "John Doe, Senior Writer", "Staff Writers".
_NO_PERSON = re.compile(
    r"\b(?:agency|associated|bureau|bbc|bloomberg|broadcasting|channel|chronicle|cnn|columnist|contributors?|"
    r"correspondents?|courier|daily|desk|dispatch|editors?|fellow|gazette|guardian|herald|independent|journal|ledger|"
    r"magazine|media|monitor|network|news|newspapers?|npr|politico|post|press|producer|radio|reporters?|reuters|review|"
    r"service|staff|telegraph|television|times|today|tribune|tv|wire|writers?)\b|^[A-Z]{2,5}$",
    re.IGNORECASE,
)
_AGENCIES = re.compile(r"(?:AFP|AP|Axios|Bloomberg|DPA|EFE|Politico|Reuters|Tass|UPI|Xinhua)", re.IGNORECASE)
# What else pages leave between title and body: "Enlarge this image … Ada Rook/AP", "Listen · 3:06", "Updated at".
_NO_DEK = re.compile(
    r"/(?:AFP|AP|EPA|Getty|Reuters)\b|Getty Images|\bcaption\b|\blisten\s+·|^(?:updated|image|photo|video|file)\b",
    re.IGNORECASE,
)
_AFTER_NAMES = re.compile(r"\s*(?:[|•·@(\t]|\s[–—-]+\s|\b(?:for|in|at|of|from|with)\s).*", re.DOTALL)
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b)\s*", re.IGNORECASE)
_WHO = r"(?:[A-Z][\w.'’-]+(?:\s+(?:[A-Z][\w.'’-]*|van|von|de|al|bin)){1,4}|(?:He|She|They))"
_WORK = (
    r"(?:news|staff|senior|chief|managing|deputy|foreign|political|national|freelance|investigative|contributing|"
    r"assistant|associate|executive|opinion|award-winning|veteran|\w+-based|[A-Z]\w+)"
)
_TELLS_WORK = re.compile(
    rf"{_WHO}\s+(?:is|was|has been)\s+(?:an?|the)\s+(?:{_WORK}\s+){{0,4}}"
    r"(?:editor|reporter|correspondent|journalist|columnist|contributor|(?:staff\s+)?writer|producer|author)s?\b"
)
_REACH = re.compile(
    r"\bfollow\s+(?:him|her|them|me|us|\w+(?:\s+\w+)?)\s+(?:(?:on|at)\s+)?"
    r"(?:@\w|(?:Twitter|X|Facebook|Instagram|Bluesky|Mastodon|Threads|LinkedIn)\b)"
    r"|\b(?:can be|is|be)\s+reached\s+(?:at|on|by)\b"
    r"|\b(?:e-?mail|contact)\s+(?:him|her|them|the\s+(?:author|reporter|writer))\b"
    r"|\bon\s+(?:Twitter|X|Bluesky)\s*[:(]?\s*@\w",
    re.IGNORECASE,
)
_OF_AUTHOR = re.compile(r"\s+(?:is|was|has|have|are|covers?|writes?|reports?|edits?|works?|leads?|joined|can be)\b")


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a text in its order, with the words that were read from them (title and dek with plain spaces)."""

    parts: tuple[Part, ...]
    title: str | None
    dek: str | None
    byline: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """A text cut into paragraphs, of which `first` up to `last` are still to be named."""

    text: str
    spans: Sequence[Span]
    first: int
    last: int
    parts: tuple[Part, ...] = ()
    byline: tuple[str, ...] = ()

    def words(self, index: int) -> str:
        return self.text[slice(*self.spans[index])].strip()

    def named(self, kind: PartKind, *, until: int) -> _Page:
        """The page with the paragraphs from `first` up to `until` as one part."""
        span = (self.spans[self.first][0], self.spans[until - 1][1])
        return replace(self, first=until, parts=(*self.parts, Part(kind, span)))

    def is_apart(self, index: int) -> bool:
        """Whether an empty line stands below this paragraph and another paragraph below that."""
        if index + 1 >= self.last:
            return False
        between = self.text[self.spans[index][1] : self.spans[index + 1][0]]
        return len(_LINE_BREAK.findall(between)) > 1


def lay_out(
    text: str,
    *,
    title: str | None = None,
    dek: str | None = None,
    byline: tuple[str, ...] = (),
    spans: Sequence[Span] | None = None,
) -> Layout:
    """The parts of `text`; a `title` or `dek` that came beside the text is looked for, and no other is taken.

    `byline` came beside it too: who the author is may stand below the body. `spans` are the paragraphs, where known.
    """
    spans = paragraphs(text) if spans is None else spans
    page = _take_byline(_take_title(_Page(text, spans, 0, len(spans), byline=byline), title))
    page = _take_byline(_take_dek(page, dek))
    page = _take_end(page)
    if page.first < page.last:
        body = Part("body", (page.spans[page.first][0], page.spans[page.last - 1][1]))
        page = replace(page, parts=(*page.parts, body))
    parts = tuple(sorted(page.parts, key=lambda part: part.span))
    return Layout(parts, title or _words_of("title", text, parts), dek or _words_of("dek", text, parts), page.byline)


def authors(words: str) -> tuple[str, ...]:
    """The people of a byline; where there are none, its first entry ("Staff writers", "Reuters").

    >>> authors("By Ada Rook and Tom Bell, Northline News")
    ('Ada Rook', 'Tom Bell')
    """
    for lead in (_CREDIT, _AUTHOR, _BY):
        words = lead.sub("", words, count=1) if lead.match(words) else words
    cut = _AFTER_NAMES.sub("", words.splitlines()[0] if words.strip() else "", count=1)
    entries = [entry.strip(" \"'“”\u00a0") for entry in _BETWEEN_NAMES.split(cut)]
    entries = [entry for entry in entries if entry]
    people = [entry for entry in entries if _is_person(entry)]
    return tuple(dict.fromkeys(people or entries[:1]))


def _is_person(entry: str) -> bool:
    return _NAME.fullmatch(entry) is not None and not _NO_PERSON.search(entry)


def _words_of(kind: PartKind, text: str, parts: Sequence[Part]) -> str | None:
    return next((" ".join(text[slice(*part.span)].split()) for part in parts if part.kind == kind), None)


def _take_title(page: _Page, given: str | None) -> _Page:
    if page.first >= page.last:
        return page
    words = page.words(page.first)
    if given is not None:
        return page.named("title", until=page.first + 1) if _is_same(words, given) else page
    has_form = len(words) <= LONGEST_TITLE and not _ends_sentence(words) and not _is_byline(words)
    # "Title / By Ada Rook / The gate …" needs no empty line below the title.
    is_set_off = page.is_apart(page.first) or (page.first + 1 < page.last and _is_byline(page.words(page.first + 1)))
    return page.named("title", until=page.first + 1) if has_form and is_set_off else page


def _take_dek(page: _Page, given: str | None) -> _Page:
    if page.first >= page.last:
        return page
    words = page.words(page.first)
    if given is not None:
        return page.named("dek", until=page.first + 1) if _is_same(words, given) else page
    below_title = bool(page.parts) and page.parts[0].kind == "title"
    has_form = len(words) <= LONGEST_DEK and len(words.split()) > 3 and not _ends_sentence(words)
    has_form = has_form and not _NO_DEK.search(words)
    return page.named("dek", until=page.first + 1) if below_title and has_form and page.is_apart(page.first) else page


def _take_byline(page: _Page) -> _Page:
    if page.first >= page.last or not _is_byline(page.words(page.first)):
        return page
    until = page.first + 1
    byline = page.byline or authors(page.words(page.first))
    # The line right below a byline is the outlet or the place, as in "By Ada Rook / Northline".
    if until + 1 < page.last and not page.is_apart(page.first) and page.is_apart(until):
        below = page.words(until)
        until += len(below) <= 60 and not _ends_sentence(below)
    return replace(page.named("byline", until=until), byline=byline)


def _take_end(page: _Page) -> _Page:
    """Names what stands below the body: the author's line, the credit of others, who the author is."""
    lines = range(page.last - 1, max(page.last - 1 - MOST_BIOS - 2, page.first), -1)
    author_line = next((index for index in lines if _is_author_line(page.words(index))), None)
    byline = page.byline
    if author_line is not None and not byline:
        byline = authors(page.words(author_line))
    last, parts, bios = page.last, list(page.parts), 0
    for index in lines:
        words = page.words(index)
        if _is_author_line(words) or _is_credit(words):
            parts.append(Part("byline", page.spans[index]))
        elif bios < MOST_BIOS and _is_bio(words, byline, is_below=author_line is not None and index > author_line):
            parts.append(Part("bio", page.spans[index]))
            bios += 1
        else:
            break
        last = index
    return replace(page, last=last, parts=tuple(parts), byline=byline)


def _ends_sentence(words: str) -> bool:
    return _FULL_STOP.search(words) is not None and _ABBREVIATION.search(words) is None


def _is_same(words: str, given: str) -> bool:
    def bare(some: str) -> list[str]:
        return re.findall(r"\w+", some.casefold())

    return bool(bare(given)) and bare(words) == bare(given)


def _is_author_line(words: str) -> bool:
    return len(words) <= LONGEST_BYLINE and (_AUTHOR.match(words) is not None or _is_by_line(words))


def _is_by_line(words: str) -> bool:
    """Whether all entries start with a capital and one is a person or an agency: not so "By Friday the talks …"."""
    lead = _BY.match(words)
    if lead is None or len(words) > LONGEST_BYLINE or (_ends_sentence(words) and not words.endswith("r.")):
        return False
    entries = _BETWEEN_NAMES.split(_AFTER_NAMES.sub("", words[lead.end() :], count=1))
    is_known = any(_is_person(entry) or _AGENCIES.fullmatch(entry) or _NO_PERSON.search(entry) for entry in entries)
    return is_known and all(_NAME.fullmatch(entry) or entry[:1].isupper() for entry in entries if entry)


def _is_byline(words: str) -> bool:
    """Any form of byline above a body; without "By" the last entry must be known as no person: "Ada Rook, Reuters"."""
    if len(words) > LONGEST_BYLINE:
        return False
    if _is_author_line(words):
        return True
    entries = _BETWEEN_NAMES.split(words)
    is_listed = len(entries) > 1 and all(_is_person(entry) for entry in entries[:-1])
    return is_listed and _NO_PERSON.search(entries[-1]) is not None and _OUTLET.fullmatch(entries[-1]) is not None


def _is_credit(words: str) -> bool:
    return len(words) <= LONGEST_BYLINE * 2 and _CREDIT.match(words) is not None


def _is_bio(words: str, byline: Sequence[str], *, is_below: bool) -> bool:
    if len(words) > LONGEST_BIO:
        return False
    tells_author = any(words.startswith(name) and _OF_AUTHOR.match(words[len(name) :]) for name in byline)
    return is_below or tells_author or _TELLS_WORK.match(words) is not None or _REACH.search(words) is not None
