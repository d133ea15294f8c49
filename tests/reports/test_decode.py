"""Bytes become text without losing a character, and what had to be guessed is told."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.reports.decode import decode, oddities

TEXT = "The ferry ‘Osprey’ was late — again, the harbour master’s café said."


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in decode(data).problems]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_a_known_encoding_is_read_without_its_mark(data: bytes) -> None:
    """UTF-8, and UTF-16 or UTF-32 with a byte order mark, give the text alone and no problem."""
    assert (decode(data).text, codes(data)) == (TEXT, [])


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_an_unmarked_encoding_is_guessed_and_told(encoding: str) -> None:
    """Bytes that are not UTF-8 still give the text, with a problem that says what was guessed."""
    data = TEXT.encode(encoding)
    assert (decode(data).text, codes(data)) == (TEXT, ["encoding-guessed"])


def test_a_foreign_byte_in_utf_8_spoils_only_itself() -> None:
    """One windows-1252 quotation mark in a UTF-8 text does not turn the other marks to mojibake."""
    data = TEXT.encode() + b" \x93Late.\x94"
    assert (decode(data).text, codes(data)) == (TEXT + " “Late.”", ["encoding-guessed"])


def test_a_text_in_another_script_is_guessed_by_statistics() -> None:
    """Many bytes above 127 are no windows-1252: a Russian text in windows-1251 comes out in Cyrillic."""
    text = "Паром снова опоздал, сообщил начальник порта. Пассажиры ждали на причале до позднего вечера. " * 5
    decoded = decode(text.encode("cp1251"))
    assert decoded.text == text
    assert "cp1251" in decoded.problems[0].message


def test_a_byte_without_a_character_in_windows_1252_is_kept() -> None:
    """The five bytes that windows-1252 leaves open become control characters and none is lost."""
    assert decode(b"a \x92b\x81c").text == "a ’b\x81c"


def test_half_a_character_of_utf_16_is_told() -> None:
    """UTF-16 that breaks off in a character ends in U+FFFD, and a problem says so."""
    decoded = decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c")
    assert (decoded.text, [problem.code for problem in decoded.problems]) == ("ab\ufffd", ["bytes-replaced"])
    assert decoded.problems[0].span == (2, 3)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"PK\x03\x04rest", b"%PDF-1.7", bytes(range(32)) * 40])
def test_a_binary_file_gives_no_text(data: bytes) -> None:
    """A picture, an archive, a PDF and bytes full of controls are told as binary files."""
    assert (decode(data).text, codes(data)) == (None, ["binary-file"])


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    """A NUL inside a text stays where it is."""
    assert decode(b"The ferry\0 was late.").text == "The ferry\0 was late."


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused_with_a_reason(data: bytes) -> None:
    """Decoding never raises; no text means a problem; the same bytes give the same text."""
    decoded = decode(data)
    assert decoded.text is not None or decoded.problems
    assert decode(data) == decoded


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    """A text without controls survives encoding and decoding, a leading byte order mark apart."""
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("a\0b", "nul-character", (1, 2)),
        ("a\x07b", "control-character", (1, 2)),
        ("a\r\nb", "carriage-return", (1, 2)),
        ("5\xa0km", "no-break-space", (1, 2)),
        ("cafÃ© ", "mojibake", (3, 5)),
        ("the ministerâ€™s", "mojibake", (12, 15)),
        ("lost \ufffd", "replacement-character", (5, 6)),
        ("half \ud83d", "lone-surrogate", (5, 6)),
        ("exe\u202etxt", "hidden-character", (3, 4)),
    ],
)
def test_an_odd_character_is_told_at_its_place(text: str, code: str, span: tuple[int, int]) -> None:
    """Each kind of odd character is one problem with the place of the first."""
    assert [(problem.code, problem.span) for problem in oddities(text)] == [(code, span)]


def test_a_kind_of_oddity_is_told_once_with_its_number() -> None:
    """Three carriage returns make one problem that says three."""
    (problem,) = oddities("a\r\nb\r\nc\r\n")
    assert "3 times" in problem.message
    assert problem.span == (1, 2)


@pytest.mark.parametrize("text", ["SÃO PAULO, Brazil", "Ângela saw a château", "plain text\n\twith tabs"])
def test_proper_letters_are_no_oddity(text: str) -> None:
    """Portuguese and French letters, tabs and newlines are nothing to tell."""
    assert oddities(text) == ()
