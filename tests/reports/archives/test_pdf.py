"""The report of a PDF."""

from __future__ import annotations

import re
import time
import zlib

import pytest

from tests.reports.archives.printing import column, pdf
from whoseword.reports.archives.pdf import read_pdf
from whoseword.reports.given import Found, Given

FIRST = (
    "The gate of the Aldmoor dam opened on Monday after three days of rain had filled the lake above it to the brim."
)
SECOND = "Petra Vell (of the ministry) said that forty families had left their homes and that nobody had been hurt."
HEADED = [("Dam gate opens", 60.0, 760.0, 20.0), *column(f"{FIRST}|{SECOND}")]


def read(data, **options):
    return read_pdf(Given("dam.pdf", data), **options)


def codes(problems):
    return [problem.code for problem in problems]


@pytest.mark.parametrize("title", ["Dam gate opens", "dam gate  opens"])
def test_a_report_comes_in_paragraphs_with_its_title(title):
    """The title is that of the file where it stands above the text, in the words of the text."""
    (article,), problems = read(pdf([HEADED], title=title))
    assert article.text == f"Dam gate opens\n\n{FIRST}\n\n{SECOND}"
    assert article.title == Found("Dam gate opens", "pdf title")
    assert article.extractor.startswith("pypdf ")
    assert problems == ()


@pytest.mark.parametrize("title", ["", "Microsoft Word - dam_final_v2.doc", "opens"])
def test_a_title_that_is_not_in_the_text_is_none(title):
    """Files are often called by the name of another file."""
    assert read(pdf([HEADED], title=title))[0][0].title is None


def test_a_file_without_a_text_layer_says_so():
    """With what to do."""
    articles, problems = read(pdf([[], []]))
    assert articles == ()
    assert codes(problems) == ["document-without-text"]
    assert "OCR" in problems[0].message


def test_pages_without_text_among_others_are_named():
    """One may be a picture of text."""
    (_,), problems = read(pdf([HEADED, [], HEADED, []]))
    assert codes(problems) == ["parts-left-out"]
    assert "pages 2, 4 are without text" in problems[0].message


def test_a_locked_file_says_so():
    """With what to do."""
    articles, problems = read(pdf([HEADED], encrypt=True))
    assert (articles, codes(problems)) == ((), ["document-encrypted"])


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"\xff" * 1000, pdf([HEADED])[:300]])
def test_a_damaged_file_says_so(data):
    """With what to do."""
    articles, problems = read(data)
    assert (articles, codes(problems)) == ((), ["document-damaged"])


def test_a_file_that_lost_its_table_is_read():
    """The library finds the objects itself."""
    (article,), _ = read(re.sub(rb"startxref\n[0-9]+", b"startxref\n77", pdf([HEADED])))
    assert SECOND in article.text


def bomb():
    """A page that unpacks to 2 GB, in 2 MB."""
    packer = zlib.compressobj(9)
    block = packer.compress(b" " * (1 << 26))
    return pdf(
        [HEADED, []], stream=block + b"".join(packer.compress(b" " * (1 << 26)) for _ in range(7)) + packer.flush()
    )


def circle():
    """Pages that are their own children."""
    return pdf([HEADED]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")


@pytest.mark.slow
@pytest.mark.parametrize("data", [bomb(), circle()], ids=["flate bomb", "circle"])
def test_a_hostile_file_is_bounded(data):
    """A problem, in bounded time; this process reads none of it."""
    begun = time.monotonic()
    _, problems = read(data, seconds=20.0)
    assert time.monotonic() - begun < 40
    assert {"document-damaged", "parts-left-out"} & {*codes(problems)}


def test_a_file_that_takes_too_long_is_stopped():
    """The time is over before the process has begun."""
    articles, problems = read(pdf([HEADED]), seconds=0.001)
    assert (articles, codes(problems)) == ((), ["document-damaged"])
    assert "stopped" in problems[0].message


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    """Nothing is read, and the problem names the extra."""
    monkeypatch.setattr("whoseword.reports.archives.pdf.find_spec", lambda _: None)
    assert codes(read(pdf([HEADED]))[1]) == ["needs-intake"]
