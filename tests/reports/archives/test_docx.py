"""The report of a Word file."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
import pytest

from whoseword.reports.archives import docx as reading
from whoseword.reports.archives.docx import read_docx
from whoseword.reports.given import Found, Given

SAID = "The gate opened on Monday, the ministry said."


def saved(document):
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def made(*, title=True):
    document = docx.Document()
    document.core_properties.author = "Administrator"
    document.core_properties.created = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    if title:
        document.add_paragraph("Dam gate opens", style="Title")
    document.add_paragraph("By Ada Rook")
    document.add_paragraph(SAID)
    return document


def read(data):
    return read_docx(Given("dam.docx", data))


def codes(problems):
    return [problem.code for problem in problems]


def changed(data, name, change):
    """The file with one part changed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)) if entry == name else old.read(entry))
    return written.getvalue()


def with_body(xml):
    """A file with this before its first paragraph."""
    return changed(saved(made()), "word/document.xml", lambda body: body.replace(b"<w:body>", b"<w:body>" + xml, 1))


def test_headings_paragraphs_and_tables_come_in_order():
    """Rows of a table are lines, its cells parted by tabs."""
    document = made()
    document.add_heading("What it cost", 2)
    table = document.add_table(2, 2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells), "Year Crowns 2030 4,000".split(), strict=True
    ):
        cell.text = words
    document.add_paragraph("Nobody was hurt.")
    (article,), problems = read(saved(document))
    assert article.text.split("\n\n") == [
        "Dam gate opens", "By Ada Rook", SAID, "What it cost", "Year\tCrowns\n2030\t4,000", "Nobody was hurt."
    ]  # fmt: skip
    assert article.title == Found("Dam gate opens", "docx style Title")
    assert problems == ()


def test_who_made_the_file_and_when_is_not_used():
    """It says nothing of who published the report, and when."""
    (article,), _ = read(saved(made()))
    assert (article.byline, article.published, article.modified, article.outlet) == ((), (), (), None)


@pytest.mark.parametrize(
    ("told", "title"), [("by ada rook", Found("By Ada Rook", "docx title")), ("Document1", None), ("", None)]
)
def test_the_title_of_the_file_counts_where_the_text_has_it(told, title):
    """In the words of the text."""
    document = made(title=False)
    document.core_properties.title = told
    assert read(saved(document))[0][0].title == title


def test_tracked_changes_are_read_as_if_accepted_and_told():
    """What was inserted is there, what was deleted is not."""
    xml = b"<w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:delText>never </w:delText><w:t>not </w:t></w:r></w:del>"
    xml += b"<w:ins><w:r><w:t>has</w:t></w:r></w:ins><w:r><w:tab/><w:t>opened.</w:t></w:r></w:p>"
    (article,), problems = read(with_body(xml))
    assert article.text.startswith("It has\topened.\n\n")
    assert codes(problems) == ["changes-tracked"]


def test_text_boxes_are_left_out_and_told():
    """They mostly say again what the text says."""
    xml = (
        b"<w:p><w:r><w:t>It opened.</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
    )
    (article,), problems = read(with_body(xml + b"</w:pict></w:r></w:p>"))
    assert "Boxed" not in article.text
    assert codes(problems) == ["parts-left-out"]


def test_an_empty_file_says_so():
    """With what to do."""
    assert codes(read(saved(docx.Document()))[1]) == ["document-without-text"]


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 10 + b'">]>'


def with_laughs(body):
    return body.replace(b"<w:document", LAUGHS + b"<w:document", 1)


def in_utf_16(body):
    return with_laughs(body).replace(b'encoding="UTF-8"', b'encoding="UTF-16"').decode().encode("utf-16")


HOSTILE = {
    "laughs": changed(saved(made()), "word/document.xml", with_laughs),
    "laughs in UTF-16": changed(saved(made()), "word/document.xml", in_utf_16),
    "laughs in relations": changed(saved(made()), "word/_rels/document.xml.rels", lambda body: LAUGHS + body),
    "bomb": changed(saved(made()), "word/document.xml", lambda body: body + b" " * 33_000_000),
    "dense": changed(saved(made()), "word/styles.xml", lambda body: body + b" " * 20_000_000),
    "cut": saved(made())[:-200],
    "no Word": changed(saved(made()), "[Content_Types].xml", lambda _: b"<a/>"),
    "no zip": b"PK\x03\x04",
    "broken XML": changed(saved(made()), "word/document.xml", lambda body: body[:-30]),
    "deep": with_body(b"<w:sdt>" * 5000),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_damaged_or_hostile_file_says_so(data):
    """Nothing is expanded, and the problem says what to do."""
    articles, problems = read(data)
    assert (articles, codes(problems)) == ((), ["document-damaged"])
    assert "plain text" in problems[0].message


def test_too_many_paragraphs_are_refused(monkeypatch):
    """No report has so many."""
    monkeypatch.setattr(reading, "MOST_PARAGRAPHS", 2)
    assert codes(read(saved(made()))[1]) == ["too-large"]


def test_a_file_of_the_old_kind_says_so():
    """Or one that is locked, which looks the same."""
    assert codes(read(b"\xd0\xcf\x11\xe0" + b"\0" * 600)[1]) == ["document-encrypted"]


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    """Nothing is read, and the problem names the extra."""
    monkeypatch.setattr("whoseword.reports.archives.docx.find_spec", lambda _: None)
    assert codes(read(saved(made()))[1]) == ["needs-intake"]
