"""Bytes of a page as text."""

from __future__ import annotations

import pytest

from whoseword.reports.pages.decoding import page_text

QUOTE = "<p>The café’s “yes” came late – too late.</p>"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (QUOTE.encode(), "utf-8"),
        (QUOTE.encode(), None),
        (QUOTE.encode("cp1252"), "windows-1252"),
        (QUOTE.encode("cp1252"), "ISO-8859-1"),
        (b'<meta charset="iso-8859-1">' + QUOTE.encode("cp1252"), None),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">' + QUOTE.encode("cp1252"), None),
        (b'<?xml version="1.0" encoding="windows-1252"?>' + QUOTE.encode("cp1252"), None),
        (QUOTE.encode("utf-16"), "utf-8"),
        (b"\xef\xbb\xbf" + QUOTE.encode(), "windows-1252"),
    ],
)
def test_a_named_charset_is_followed(data, charset):
    """The text comes out whole and without a Problem where a label fits the bytes, or the bytes are marked."""
    decoded = page_text(data, charset)
    assert (decoded.text or "").endswith(QUOTE)
    assert decoded.problems == ()


@pytest.mark.parametrize("charset", ["utf-8", "no-such-thing", "rot13", "", None])
def test_a_wrong_or_missing_label_loses_no_text(charset):
    """Bytes that their label does not fit are read by guess, which is told."""
    decoded = page_text(QUOTE.encode("cp1252"), charset)
    assert decoded.text == QUOTE
    assert [problem.code for problem in decoded.problems] == ["encoding-guessed"]


def test_utf8_under_a_western_label_is_utf8():
    """A page in UTF-8 that calls itself Latin-1 is read as UTF-8, and that is told."""
    decoded = page_text(QUOTE.encode(), "iso-8859-1")
    assert decoded.text == QUOTE
    assert "called iso-8859-1" in decoded.problems[0].message


def test_other_scripts_by_their_label():
    """Cyrillic in KOI8-R and Japanese in Shift-JIS and ISO-2022-JP come out by their labels."""
    assert page_text("Плотина открыта".encode("koi8-r"), "koi8-r").text == "Плотина открыта"
    assert page_text("水門が開いた".encode("cp932"), "Shift_JIS").text == "水門が開いた"
    assert page_text("水門が開いた".encode("iso2022_jp"), "iso-2022-jp").text == "水門が開いた"


def test_what_is_no_text_is_told():
    """A picture has no text."""
    decoded = page_text(b"\x89PNG\r\n" + bytes(300), "utf-8")
    assert (decoded.text, decoded.problems[0].code) == (None, "binary-file")


def test_bytes_that_windows_1252_leaves_open_are_kept():
    """The five open bytes become control characters, as in browsers, and nothing else is lost."""
    assert page_text(b"caf\xe9 \x81 x", "windows-1252").text == "café \x81 x"
