"""The page in a file that a browser saved."""

from __future__ import annotations

import pytest

from whoseword.reports.archives.mhtml import read_mhtml
from whoseword.reports.given import Given, Unread

HEAD = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://aldmoor.example/dam
Subject: =?utf-8?Q?Dam=20gate?=
Date: Thu, 08 May 2031 12:30:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----x"

"""
FRAME = b"""------x
Content-Type: text/html
Content-ID: <frame-2@mhtml.blink>
Content-Location: https://ads.example/frame

<p>Buy a boat.
"""
PAGE = b"""------x
Content-Type: text/html; charset="utf-8"
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://aldmoor.example/dam

<p class=3D"a">The gate =E2=80=9Copened=E2=80=9D on Mon=
day.
"""
PICTURE = b"""------x
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://aldmoor.example/a.png

iVBORw0KGgo=
"""


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("parts", [PAGE + PICTURE, FRAME + PAGE, PICTURE + PAGE + FRAME])
def test_the_page_comes_with_its_address_and_moment(parts, line_end):
    """Whatever stands before it, with its encoding, and the moment in universal time."""
    data = (HEAD + parts + b"------x--\n").replace(b"\n", line_end)
    found = read_mhtml(Given("dam.mhtml", data, "/a/dam.mhtml"))
    assert isinstance(found, Given)
    assert found.data.decode().strip() == '<p class="a">The gate “opened” on Monday.'
    assert (found.url, found.captured) == ("https://aldmoor.example/dam", "2031-05-08T10:30:00+00:00")
    assert (found.name, found.place, found.media, found.charset) == ("dam.mhtml", "/a/dam.mhtml", "text/html", "utf-8")


def test_the_start_that_the_file_names_is_the_page():
    """Without an address of its own, the Content-ID tells."""
    head = HEAD.replace(b"Snapshot-Content-Location: https://aldmoor.example/dam\n", b"")
    head = head.replace(b'type="text/html"', b'type="text/html"; start="<frame-1@mhtml.blink>"')
    found = read_mhtml(Given("dam.mhtml", head + FRAME + PAGE + b"------x--\n"))
    assert isinstance(found, Given)
    assert found.url == "https://aldmoor.example/dam"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (HEAD + PICTURE + b"------x--\n", "document-without-text"),
        (b"", "document-without-text"),
        (HEAD + PICTURE * 3000, "document-damaged"),
        (b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 1000, "document-damaged"),
    ],
    ids=["no page", "empty", "many parts", "many levels"],
)
def test_a_file_without_a_page_says_why(data, code):
    """With what to do."""
    found = read_mhtml(Given("dam.mhtml", data))
    assert isinstance(found, Unread)
    assert [problem.code for problem in found.problems] == [code]
    assert "save it anew" in found.problems[0].message
