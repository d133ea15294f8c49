r"""Bytes of a message (RFC 5322, MIME) -> its parts and the words of its headers, within bounds.

>>> message = parsed(b"Subject: =?utf-8?q?Dam_gate?=\n\nIt opened.")
>>> header(message, "Subject"), text_of(message)
('Dam gate', 'It opened.')
"""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message

from whoseword.reports.decode import decode

LARGEST_MESSAGE = 64 << 20  # bytes
MOST_LINES = 2_000_000
MOST_LEVELS = 32  # parts that hold other parts, in one message
MOST_PARTS = 2000
MOST_BORDERS = 20_000  # lines that begin as those between parts do; the parser makes each of them a part of its own
LONGEST_HEADER = 1 << 14  # characters of one header, with its folded lines
_HOLDS_PARTS = re.compile(rb"(?i)\bboundary[ \t]*\*?[0-9]*\*?=|content-type:[ \t]*message/")
_CONTENT_HEADER = re.compile(rb"(?im)^content-[a-z-]+:[^\n]*(?:\n[ \t][^\n]*)*")


class UnreadableMessageError(ValueError):
    """The bytes are no message that can be read within the bounds; the text says why."""


def parsed(data: bytes) -> Message:
    """The message.

    Raises:
        UnreadableMessageError: it is too large, has too many parts or levels, or has no form of a message.
    """
    if len(data) > LARGEST_MESSAGE or data.count(b"\n") > MOST_LINES:
        raise UnreadableMessageError(f"it is longer than {LARGEST_MESSAGE >> 20} MiB or {MOST_LINES} lines")
    if data.count(b"\n--") > MOST_BORDERS:
        raise UnreadableMessageError(f"it has more than {MOST_BORDERS} lines that begin as those between parts do")
    # The parser asks each level at each line whether it ends there; nobody nests a letter so deeply.
    if sum(1 for _ in _HOLDS_PARTS.finditer(data)) > MOST_LEVELS:
        raise UnreadableMessageError(f"more than {MOST_LEVELS} of its parts hold other parts")
    if any(found.end() - found.start() > LONGEST_HEADER for found in _CONTENT_HEADER.finditer(data)):
        raise UnreadableMessageError(f"one of its headers is longer than {LONGEST_HEADER} characters")
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = sum(1 for _ in message.walk())
    except (MessageError, ValueError, LookupError, TypeError, RecursionError) as error:
        raise UnreadableMessageError(f"it has not the form of a message ({type(error).__name__})") from error
    if parts > MOST_PARTS:
        raise UnreadableMessageError(f"it has {parts} parts")
    return message


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold no others, in order; a message that came as a part of this one is one of them."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from leaves(part)
    else:
        yield message


def header(message: Message, name: str) -> str | None:
    """The words of a header, with encoded words (RFC 2047) decoded and spaces made plain; None without any."""
    told = message.get(name)
    if told is None:
        return None
    words = str(told)[:LONGEST_HEADER]
    with suppress(HeaderParseError, LookupError, ValueError):
        words = str(make_header(decode_header(words)))
    # Raw bytes come as surrogates, or as the sign of a lost character.
    words = words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(words.split()) or None


def filename(part: Message) -> str | None:
    """The name of the file that a part holds."""
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError):
        return None
    return " ".join(name.split())[:100] if name else None


def bytes_of(part: Message) -> bytes:
    """The content of a part with its transfer encoding undone."""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def charset_of(part: Message) -> str | None:
    """The encoding that a part names, in lower case."""
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, TypeError):
        return None


def text_of(part: Message) -> str:
    """The characters of a part, in the encoding that it names, else in the likeliest."""
    data, charset = bytes_of(part), charset_of(part)
    if charset and charset not in {"us-ascii", "ascii"}:
        try:
            return _plain_lines(data.decode("cp1252" if charset in {"iso-8859-1", "latin-1"} else charset))
        except (LookupError, ValueError):
            pass
    return _plain_lines(decode(data).text or "")


def moment(told: str | None) -> str | None:
    """The date of a message (RFC 5322) in ISO 8601 and UTC; None where it is none or names no zone."""
    try:
        found = email.utils.parsedate_to_datetime(told or "")
        return found.astimezone(UTC).isoformat() if found.tzinfo else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
