r"""Bytes -> text, and what is odd about it. Nothing is mended: offsets into the text are evidence.

A byte order mark is dropped, every other character stays. Where the encoding had to be guessed, or a character would
surprise the reader of the text, that is told as a Problem.

>>> decode(b"\xef\xbb\xbfTalks").text
'Talks'
>>> [problem.code for problem in decode(b"The minister\x92s word").problems]
['encoding-guessed']
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from whoseword.model import Problem

# English text in a one-byte encoding has few bytes above 127; with more of them a statistical guess is worth making.
FEW_HIGH_BYTES = 0.1
# Statistics on less than this take any three letters for Chinese.
ENOUGH_BYTES = 200
# Control characters are rare in text and fill binary files; a short text may hold a stray one.
BINARY_SHARE, BINARY_SHARE_SHORT, SHORT = 0.1, 0.5, 160
# UTF-16 without a mark: every second byte of English is zero.
ZERO_SHARE = 0.4

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"%PDF-", "a PDF"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
)
_MOJIBAKE_STARTS = re.compile("[ÃÂâðï]")
_CONTROL = bytes({*range(32), 127} - {*b"\t\n\r\f\b\x1b"})
# Each with what it is called; the place and the number are filled in where one is found.
_ODDITIES = (
    (Problem("nul-character", "the character NUL"), re.compile("\0")),
    (Problem("control-character", "a control character"), re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")),
    (Problem("lone-surrogate", "half of a character (a lone surrogate)"), re.compile("[\ud800-\udfff]")),
    (
        Problem("replacement-character", "the replacement character, where an earlier program lost one"),
        re.compile("\ufffd"),
    ),
    (
        Problem("mojibake", "a character that was decoded wrongly before it came here"),
        re.compile("[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf™œžš“”˜¦¢¹º]|ðŸ|ï»¿"),
    ),
    (Problem("carriage-return", "a carriage return"), re.compile("\r")),
    (Problem("no-break-space", "a no-break space"), re.compile("[\xa0\u202f\u2007]")),
    (
        Problem("hidden-character", "a character that is not seen or turns the direction of the text"),
        re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"),
    ),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes as text. `text` is None where they are no text at all; `problems` then says why and what to do."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded:
    """Text of `data`: UTF-8, UTF-16 or UTF-32 where that is certain, else the best guess and a Problem."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _decode_wide(data[len(mark) :], encoding)
    data = data.removeprefix(codecs.BOM_UTF8)
    if guessed := _wide_without_mark(data):
        text = _decode_wide(data, guessed)
        return Decoded(text.text, (*text.problems, _guessed(guessed)))
    if kind := _binary_kind(data):
        message = f"this is {kind}, not text; save the report as plain text (UTF-8) and read that"
        return Decoded(None, (Problem("binary-file", message),))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_unknown(data)


def oddities(text: str) -> tuple[Problem, ...]:
    """One Problem for each kind of surprising character: the first place, and how many there are."""
    problems = []
    # Most texts have none of these characters, and their different characters are few.
    there = "".join(set(text))
    for problem, pattern in _ODDITIES:
        if not (_MOJIBAKE_STARTS if problem.code == "mojibake" else pattern).search(there):
            continue
        places = [found.span() for found in pattern.finditer(text)]
        if places:
            times = f"{len(places)} times, first" if len(places) > 1 else "once,"
            message = f"{problem.message} stands in the text {times} at character {places[0][0]}; it is left as it is"
            problems.append(replace(problem, message=message, span=places[0]))
    return tuple(problems)


def _decode_wide(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")
    if not lost:
        return Decoded(text)
    place = text.index("\ufffd")
    message = f"{lost} places are not {encoding.upper()}, the first at character {place}; each is shown as U+FFFD"
    return Decoded(text, (Problem("bytes-replaced", message, (place, place + 1)),))


def _wide_without_mark(data: bytes) -> str | None:
    if len(data) < 8:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = len(data) // 2
    if odd > ZERO_SHARE * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > ZERO_SHARE * half and odd < 0.05 * half else None


def _binary_kind(data: bytes) -> str | None:
    for signature, kind in _BINARY:
        if data.startswith(signature):
            return kind
    controls = len(data) - len(data.translate(None, _CONTROL))
    share = BINARY_SHARE_SHORT if len(data) < SHORT else BINARY_SHARE
    return "a binary file" if controls > share * len(data) else None


def _decode_unknown(data: bytes) -> Decoded:
    """Bytes that are not UTF-8: either UTF-8 with foreign bytes in it, or another encoding."""
    escaped = data.decode("utf-8", "surrogateescape")
    foreign = len(re.findall("[\udc80-\udcff]", escaped))
    proper = len(re.findall("[^\x00-\x7f\udc80-\udcff]", escaped))
    if proper >= foreign:
        # Pasting makes such files: one editor's “…” as UTF-8, the next one's as single bytes.
        text = re.sub("[\udc80-\udcff]", lambda found: _windows_1252(bytes([ord(found[0]) - 0xDC00])), escaped)
        return Decoded(text, (_guessed("UTF-8 with some windows-1252 in it"),))
    high = sum(byte > 127 for byte in data)
    if len(data) >= ENOUGH_BYTES and high > FEW_HIGH_BYTES * len(data) and (guess := _statistical_guess(data)):
        return Decoded(guess[0], (_guessed(guess[1]),))
    return Decoded(_windows_1252(data), (_guessed("windows-1252"),))


def _windows_1252(data: bytes) -> str:
    """Every byte has a character: the five that windows-1252 leaves open become C1 controls, as browsers do it."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _statistical_guess(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (slow to import, seldom needed)

    best = from_bytes(data).best()
    return (str(best), best.encoding) if best is not None else None


def _guessed(encoding: str) -> Problem:
    return Problem(
        "encoding-guessed", f"the bytes are not plain UTF-8; read as {encoding}. Save the file as UTF-8 to be sure"
    )
