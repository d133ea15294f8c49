r"""The plain text of a letter -> its body in paragraphs, and what of it is no part of the report.

>>> letter_of("Hello,\n\nThe gate opened.\n\n--\nUnsubscribe: https://a.example/u?id=7\n").text
'Hello,\n\nThe gate opened.'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Lines that a program broke end near one column; those that a person ended do so anywhere.
FULL_LINE = range(56, 100)
# A footer is looked for below this share of the lines.
FOOT_FROM = 0.4
_FORWARDED = re.compile(
    r"(?im)^[ \t>]*(?:-{2,}\s*(?:forwarded|original) message\s*-{2,}|begin forwarded message:)[ \t]*$"
)
_FIELD = re.compile(r"[ \t>*]*(From|Date|Sent|Subject|To|Cc|Reply-To):\*?[ \t]*(.*)", re.IGNORECASE)
_QUOTED_FROM = re.compile(r"(?m)^On .{6,120}(?:\n.{0,80})? wrote:[ \t]*$(?=\s*(?:^>|\Z))")
_FOOT = re.compile(
    r"\bunsubscribe\b|\bmanage (?:your )?(?:e-?mail |newsletter )?(?:preferences|subscriptions?)\b|\bopt[- ]out\b"
    r"|\b(?:you(?:['’]re| are)|why did you) (?:receiv|getting|get )"
    r"|\bthis (?:e-?mail|newsletter|message) was sent (?:to|by)\b"
    r"|\bwas this (?:e-?mail|newsletter) forwarded\b|\bupdate (?:your )?(?:profile|preferences)\b|^-- ?$"
    r"|^(?:copyright|©|\(c\)) |\ball rights reserved\b|\bprivacy policy\b|\bforward(?:ed)? (?:this )?to a friend\b",
    re.IGNORECASE,
)
_BROWSER = re.compile(
    r"^\W*(?:view|read|open|see|having trouble|trouble|can['’]?t (?:see|read)|problems?|is this e-?mail)\b.{0,60}"
    r"\b(?:browser|online|on the web|web version|displaying|properly)\b.{0,30}$"
    r"|^\W*view (?:as|in) a? ?(?:web ?page|browser)\W*$",
    re.IGNORECASE,
)
# The spaces before it only from their start: or each of a million would be the start of a search of its own.
_LINK = re.compile(r"(?:(?<!\s)\s+)?[<(\[]\s*(?:https?://|mailto:)[^\s<>()\[\]]{1,2000}\s*[>)\]]")
_BARE_LINK = re.compile(r"\W*(?:https?://|www\.)\S{1,2000}+\W*")
_PICTURE = re.compile(r"\[(?:image|cid|img|logo)\b[^\]\n]{0,200}\]", re.IGNORECASE)
_MORE = re.compile(
    r"(?<=[.!?”\"’)])\s+(?:read (?:more|on|the full (?:story|article|report))|continue reading|full story)\W*$",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^#{1,6} (?=\S)")
_RULE = re.compile(r"\W*|(?:[-=_*~#•· ]{3,})")


@dataclass(frozen=True, slots=True)
class Letter:
    """`text`: paragraphs parted by an empty line; `links`, `foot` and `quoted` count the lines that were left out."""

    text: str
    links: int = 0
    foot: int = 0
    quoted: int = 0


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A letter inside of another: what stood above it, the fields of its head by name in lower case, and its text."""

    above: str
    fields: dict[str, str]
    text: str


def letter_of(text: str) -> Letter:
    """The body without the links to track by, the rules, the quoted letter below and the foot of a mailing."""
    kept, quoted = _without_quotation(text)
    lines, links = [], 0
    for line in kept.splitlines():
        bare = _MORE.sub("", _LINK.sub("", _PICTURE.sub("", line))).rstrip()
        links += bare != line.rstrip()
        if bare.strip() and (_BARE_LINK.fullmatch(bare) or _RULE.fullmatch(bare) or _BROWSER.match(bare)):
            links += 1
            bare = "-- " if bare.strip() == "--" else ""
        lines.append(bare)
    body, foot = _without_foot(lines)
    return Letter("\n\n".join(paragraphs_of(body)), links, foot, quoted)


def forwarded_in(text: str) -> Forwarded | None:
    """The letter that was forwarded in this one, where it says so and at least a From is below it."""
    mark = _FORWARDED.search(text)
    if mark is None:
        return None
    lines = text[mark.end() :].lstrip("\n").splitlines()
    fields: dict[str, str] = {}
    used = 0
    for line in lines[:16]:
        found = _FIELD.fullmatch(line)
        if found is None and fields and not line.strip(" >\t"):
            break
        if found is not None:
            name = "date" if found[1].lower() == "sent" else found[1].lower()
            fields.setdefault(name, found[2].strip(" *"))
        used += 1
    if "from" not in fields:
        return None
    rest = lines[used:]
    if rest and all(line.startswith(">") for line in rest if line.strip()):
        rest = [re.sub(r"^> ?", "", line) for line in rest]
    return Forwarded(text[: mark.start()].strip(), fields, "\n".join(rest))


def paragraphs_of(lines: Sequence[str]) -> list[str]:
    """Paragraphs by the empty lines between them; lines that a program broke are joined, others stay apart."""
    paragraphs: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            is_wrapped = all(len(each) in FULL_LINE for each in block[:-1]) or _is_flowing(block)
            # "# The gate": plain parts made of HTML mark headings so.
            block[0] = _HEADING.sub("", block[0])
            paragraphs.append((" " if is_wrapped else "\n").join(block))
            block = []
    return paragraphs


def _is_flowing(block: Sequence[str]) -> bool:
    """Most lines are full, and each next one begins with a word that had no place above."""
    width = max(map(len, block))
    full = [len(line) + 1 + len(below.split(" ")[0]) > width for line, below in pairwise(block)]
    return width in FULL_LINE and len(full) > 1 and sum(full) >= 0.7 * len(full)


def _without_quotation(text: str) -> tuple[str, int]:
    """Without the letter that this one answers, which stands below it with a mark before each line."""
    found = _QUOTED_FROM.search(text)
    if found is None:
        return text, 0
    below = [line for line in text[found.end() :].splitlines() if line.strip()]
    if not below or sum(line.startswith(">") for line in below) < 0.8 * len(below):
        return text, 0
    kept = [line for line in text[found.end() :].splitlines() if line.strip() and not line.startswith(">")]
    return text[: found.start()] + "\n".join(kept), len(below) - len(kept)


def _without_foot(lines: Sequence[str]) -> tuple[Sequence[str], int]:
    """Without the foot: from the paragraph of its first line to the end, if no long paragraph follows."""
    start = int(len(lines) * FOOT_FROM)
    for index in range(start, len(lines)):
        if not _FOOT.search(lines[index]):
            continue
        first = index
        while first > start and lines[first - 1].strip() and len(lines[first - 1]) < FULL_LINE[0]:
            first -= 1
        rest = [line for line in lines[first:] if line.strip()]
        if max(map(len, rest)) < 400 and sum(map(len, rest)) < 3000:
            return lines[:first], len(rest)
    return lines, 0
