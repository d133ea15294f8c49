r"""Any string of a report in; the same string with nothing hidden in it out. Only for display: offsets stay.

A report may hold characters that nobody sees and that change what everybody sees: a right-to-left override turns
"exe.txt" round, a zero-width space hides a word from a search, a NUL ends a text early in some programs.

>>> visible("a\u202eb\x00c")
'a[U+202E]b␀c'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Written as ranges and not as a Unicode category, so that no Python version shows other bytes than the next.
_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_HIDDEN = (
    r"\x80-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    r"\u3164\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e0fff"
)
# Persian, the scripts of India and emoji families need their joiners; between Latin letters they only hide something.
_JOINING = r"\u0620-\u08ff\u0900-\u0dff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_JOINERS = rf"(?<![{_JOINING}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINING}])"
_LINE_ENDS = r"\r\n|\r|\u2028|\u2029"
_SPECIAL = re.compile(rf"{_LINE_ENDS}|{_JOINERS}|[{_CONTROLS}{_HIDDEN}]")
_SPECIAL_OR_PLAIN = re.compile(rf"({_LINE_ENDS}|{_JOINERS}|[{_CONTROLS}{_HIDDEN}])")


def visible(text: str) -> str:
    """`text` with controls as pictures (U+2400 on), hidden characters as `[U+XXXX]`, line ends as newlines."""
    return _SPECIAL.sub(lambda found: _shown(found.group()), text)


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The visible form of `text` in runs; the flag tells a sign that stands for something hidden from plain text."""
    for place, run in enumerate(_SPECIAL_OR_PLAIN.split(text)):
        if run:
            shown = _shown(run) if place % 2 else run
            yield shown, bool(place % 2) and shown != "\n"


def _shown(special: str) -> str:
    if special in ("\r\n", "\r", "\u2028", "\u2029"):
        return "\n"
    code = ord(special)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"[U+{code:04X}]"
