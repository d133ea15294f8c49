"""Text -> paragraphs and words, with exact offsets. What the reader's model was trained on and runs on.

Words follow the Universal Dependencies habit for English: a clitic is a word of its own ("do" + "n't", "Iraq" + "'s"),
a hyphen and every other mark are too, while "U.S.", "Gen." and "2,500" stay whole.

>>> [w for w in map(lambda s: "It isn't U.S. policy."[slice(*s)], words("It isn't U.S. policy.", (0, 21)))]
['It', 'is', "n't", 'U.S.', 'policy', '.']
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from whoseword.model import Span

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Rev Hon Fr Gen Lt Col Maj Sgt Capt Cmdr Adm Brig Sen Sens Rep Reps Gov Govs Pres Amb Atty Supt "
    "Inc Corp Ltd Co Bros vs No Jr Sr St Mt Ft Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri "
    "Ala Ariz Ark Calif Colo Conn Fla Ga Ind Kan Ky La Mass Md Mich Minn Miss Mo Neb Nev Okla Ore Pa Tenn Tex Va Vt "
    "Wash Wis Wyo D Dem Ph"
).split()
_LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"
_WORD = re.compile(
    rf"""
      https?://[^\s<>"”]+[^\s<>"”.,;:!?)\]'’]          # an address
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+          # e-mail
    | (?<!\w)[@\#]\w+                                   # handle, tag
    | (?:[A-Za-z]\.){{2,}}                              # U.S.  a.m.
    | (?:{"|".join(_ABBREVIATIONS)})\.(?=\s)            # Gen. Soleimani
    | (?<!\w)[A-Z]\.(?=\s+[A-Z])                        # the initial in a name
    | [$€£¥] | \d+(?:[.,:/]\d+)*(?:[^\W\d_]+)?
    | {_LETTER}+?(?=n['’]t\b) | n['’]t\b                # do + n't
    | ['’](?:s|S|re|ve|ll|d|m)\b                        # 's
    | (?:[^\W_][\u0300-\u036f]*)+                       # a plain word
    | \.{{2,}} | -{{2,}} | ``|''                        # marks that belong together
    | \S
    """,
    re.VERBOSE,
)
# A line is looked for at line starts only, and its blanks once: 100,000 of them in a row must not take minutes.
_WITH_WORDS = r"[^\S\n\r]*+\S[^\n\r]*+"
_BLOCK = re.compile(rf"(?<![^\n\r]){_WITH_WORDS}((?:\r\n|\n|\r){_WITH_WORDS})*")
_LINE = re.compile(rf"(?<![^\n\r]){_WITH_WORDS}")
# A block is taken as hard-wrapped when its lines are of newspaper-column to e-mail width and mostly stop mid-sentence.
_WRAP_WIDTH = (45, 100)
_WRAP_SHARE = 0.6


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs of `text`: every line with words, except that a hard-wrapped block is one."""
    found: list[Span] = []
    for block in _BLOCK.finditer(text):
        if block[1] is None:
            found.append(block.span())
            continue
        lines = [(block.start() + m.start(), block.start() + m.end()) for m in _LINE.finditer(block[0])]
        found.extend([(lines[0][0], lines[-1][1])] if _is_wrapped(text, lines) else lines)
    return found


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < 2:
        return False
    full = [text[s:e].rstrip() for s, e in lines[:-1]]
    open_ended = sum(not line.endswith((".", "!", "?", '"', "”", ":")) for line in full)
    low, high = _WRAP_WIDTH
    return low <= median(map(len, full)) <= high and open_ended >= _WRAP_SHARE * len(full)


def words(text: str, span: Span) -> list[Span]:
    """Spans of the words of `text[span[0]:span[1]]`, in order, never overlapping, never empty."""
    return [m.span() for m in _WORD.finditer(text, *span)]


def is_apart(spans: list[Span]) -> list[bool]:
    """For each word, whether white space (or nothing at all) stands before it."""
    before = [True] + [left[1] < right[0] for left, right in pairwise(spans)]
    return before if spans else []
