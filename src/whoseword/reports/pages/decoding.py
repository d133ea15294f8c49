r"""Bytes of a page, with the charsets that its server and the page itself name -> its text.

UTF-8 that is well-formed is UTF-8 whatever a label says; a label that the bytes contradict is told and not followed.

>>> page_text(b'<meta charset="windows-1252"><p>caf\xe9 \x93open\x94').text[-11:]
'café “open”'
"""

from __future__ import annotations

import codecs
import re

from whoseword.model import Problem
from whoseword.reports.decode import Decoded, decode

# Browsers look at the first KiB; pages in the wild put comments and scripts above it.
HEAD_BYTES = 8192
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})")
# The names of https://encoding.spec.whatwg.org that Python knows; no codec of Python that is no charset gets through.
_CHARSETS = re.compile(
    r"(?:utf-?8|(?:windows|cp|x-cp)-?(?:125\d|874)|iso-?8859-?\d{1,2}(?:-[ei])?|latin-?\d|l1|us-ascii|ascii|koi8-[ru]|"
    r"(?:x-)?mac(?:intosh|-roman|-cyrillic)|gb-?k|gb_?2312(?:-80)?|gb18030|big5(?:-hkscs)?|euc-jp|shift[_-]jis|x-sjis|"
    r"iso-2022-jp|euc-kr|ks_c_5601-1987|tis-620|ibm866|cp866)",
    re.IGNORECASE,
)
# Labels that the web uses for windows-1252: pages called Latin-1 have its curly quotes all the same.
_WESTERN = re.compile(r"(?:iso-?8859-?1|latin-?1|l1|us-ascii|ascii|windows-1252)", re.IGNORECASE)
_PYTHON_NAMES = {"x-sjis": "cp932", "shift_jis": "cp932", "x-mac-cyrillic": "mac-cyrillic", "tis-620": "cp874"}
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def page_text(data: bytes, charset: str | None = None) -> Decoded:
    """The text of a page. `charset` is what its server told; `text` is None where the bytes are no text."""
    found = decode(data)
    is_known = data.startswith(_MARKS) or found.text is None
    labels = () if is_known else _labels(data, charset)
    if is_known or not labels:
        return found
    if not found.problems and not (data.isascii() and "2022" in labels[0]):
        return found if data.isascii() else _told(found, labels)
    for label in labels:
        if (text := _strictly(data, label)) is not None:
            return Decoded(text)
    return found


def _labels(data: bytes, charset: str | None) -> tuple[str, ...]:
    """The charsets named: the server's first, as the standard has it."""
    head = data[:HEAD_BYTES]
    named = [charset or "", *(found[1].decode("ascii") for form in (_META, _XML) if (found := form.search(head)))]
    return tuple(dict.fromkeys(name.strip(" \"'").lower() for name in named if name.strip(" \"'")))


def _told(found: Decoded, labels: tuple[str, ...]) -> Decoded:
    if any(label.replace("-", "").startswith(("utf8", "utf16")) for label in labels[:1]):
        return found
    message = f"the page is called {labels[0]}, but its bytes are UTF-8; read as UTF-8"
    return Decoded(found.text, (Problem("encoding-guessed", message),))


def _strictly(data: bytes, label: str) -> str | None:
    """The text in this charset, or None where it is unknown or the bytes do not fit."""
    if not _CHARSETS.fullmatch(label) or label.replace("-", "") == "utf8":
        return None
    if _WESTERN.fullmatch(label):
        return (
            "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)
            if _open(data)
            else (data.decode("cp1252"))
        )
    try:
        return data.decode(_PYTHON_NAMES.get(label, label))
    except (UnicodeDecodeError, LookupError):
        return None


def _open(data: bytes) -> bool:
    """Whether a byte is there that windows-1252 leaves open."""
    return any(byte in data for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
