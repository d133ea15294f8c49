"""Inputs made to break a program, each by a few lines: small on disk, large, endless or tangled once they are opened.

`FILES` maps a name to what makes the file; nothing is made before it is asked for.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.reports.archives.making import http, record
from tests.reports.archives.printing import pdf

MEBIBYTE = 1 << 20
WORDS = b"The gate of the dam at Aldmoor opened on Monday, and the guild said that it would stay open all week. "
HEAD = b"<!doctype html><html><head><title>The gate opens</title>"
LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' if level else '<!ENTITY l0 "ha">' for level in range(10)
).encode()
OUTSIDE = b'<!ENTITY l9 SYSTEM "file:///etc/passwd">'
_WORD_PART = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def packed(size: int, *, before: bytes = b"", piece: bytes = b" " * MEBIBYTE) -> bytes:
    """Gzip that unpacks to `before` and `size` pieces, made without holding them."""
    packing = zlib.compressobj(9, wbits=31)
    return b"".join([packing.compress(before), *(packing.compress(piece) for _ in range(size)), packing.flush()])


def zipped(**entries: bytes | Iterator[bytes]) -> bytes:
    """A zip file; in the names `__` stands for a slash and `_` for a dot."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            with archive.open(name.replace("__", "/").replace("_", "."), "w", force_zip64=True) as entry:
                for piece in (content,) if isinstance(content, bytes) else content:
                    entry.write(piece)
    return made.getvalue()


def word_file(document: bytes | Iterator[bytes]) -> bytes:
    """A Word file with this part as its text."""
    types = f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="{_TYPE}"/>'
    types += (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
    )
    leads = f'<Relationship Id="r1" Type="{_RELATION}" Target="word/document.xml"/>'
    whole = zipped(word__document_xml=document)
    made = io.BytesIO(whole)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{leads}</Relationships>')
    return made.getvalue()


def document(body: bytes, declared: bytes = b"") -> bytes:
    """The text of a Word file as XML, with what is declared before it."""
    start = b"<!DOCTYPE w:document [" + declared + b"]>" if declared else b""
    return start + f'<w:document xmlns:w="{_WORD_PART}"><w:body>'.encode() + body + b"</w:body></w:document>"


def overlapping() -> bytes:
    """A zip file of whose list two entries lead to the same bytes."""
    whole = word_file(document(b"<w:p/>"))
    first = whole.index(b"PK\x01\x02")
    second = whole.index(b"PK\x01\x02", first + 4)
    return whole[: second + 42] + whole[first + 42 : first + 46] + whole[second + 46 :]


def letter(body: bytes, *headers: bytes) -> bytes:
    """A letter with these headers besides its own."""
    own = b"From: Ada Rook <ada@ledger.example>", b"Subject: The gate", b"Message-ID: <1@ledger.example>"
    return b"\r\n".join([*own, *headers, b"", body])


def parted(count: int, *, kind: bytes = b"mixed", nested: bool = False) -> bytes:
    """A letter of so many parts, one beside the other or one in the other."""
    if not nested:
        part = b"--b\r\nContent-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n<p>A\r\n"
        return letter(part * count + b"--b--", b"MIME-Version: 1.0", b'Content-Type: multipart/%s; boundary="b"' % kind)
    levels = (b'--b%d\r\nContent-Type: multipart/mixed; boundary="b%d"\r\n\r\n' % (at, at + 1) for at in range(count))
    return letter(b"".join(levels), b"MIME-Version: 1.0", b'Content-Type: multipart/mixed; boundary="b0"')


def tangled_pdf() -> bytes:
    """A PDF whose pages hold themselves."""
    return pdf([[("The gate opened.", 60, 700, 10)]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R 2 0 R]")


def flate_pdf(size: int) -> bytes:
    """A PDF whose page is packed, of so many MiB."""
    stream = zlib.compress(b"BT ET\n" * (size * MEBIBYTE // 6), 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while(true){})>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
    ]
    made = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (at, each) for at, each in enumerate(objects, 1))
    return made + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


def page(body: bytes, head: bytes = b"") -> bytes:
    """A web page."""
    return HEAD + head + b"</head><body>" + body + b"</body></html>"


def scripted(script: bytes) -> bytes:
    """A page with a report and with JSON-LD."""
    told = b'<script type="application/ld+json">' + script + b"</script>"
    return page(b"<article><h1>The gate opens</h1>" + (b"<p>" + WORDS * 2 + b"</p>") * 3 + b"</article>", told)


def record_bomb() -> bytes:
    """A WARC file with a page that unpacks to 300 MiB."""
    return gzip.compress(record("response", http(packed(300, before=HEAD), "Content-Encoding: gzip")))


def long_record(size: int) -> bytes:
    """A packed WARC file with a record of so many MiB."""
    head = b"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n"
    return packed(size, before=head % (size * MEBIBYTE))


FILES: dict[str, Callable[[], bytes]] = {
    "large_part.docx": lambda: word_file(b" " * MEBIBYTE for _ in range(400)),
    "laughs.docx": lambda: word_file(document(b"<w:p>&l9;</w:p>", LAUGHS)),
    "outside.docx": lambda: word_file(document(b"<w:p>&l9;</w:p>", OUTSIDE)),
    "many.docx": lambda: word_file(document(b"<w:p><w:r><w:t>The gate.</w:t></w:r></w:p>" * 120_000)),
    "deep.docx": lambda: word_file(document(b"<w:sdt>" * 100_000)),
    "overlapping.docx": overlapping,
    "large.wacz": lambda: zipped(datapackage_json=b"{}", archive__a_warc=(b" " * MEBIBYTE for _ in range(500))),
    "nested.wacz": lambda: zipped(datapackage_json=b"{}", archive__a_warc=zipped(archive__b_warc=b" " * MEBIBYTE)),
    "deep.wacz": lambda: zipped(datapackage_json=b"[" * MEBIBYTE, archive__a_warc=b"x"),
    "page.html.gz": lambda: packed(600, before=HEAD),
    "line.jsonl.gz": lambda: packed(300, before=b'{"text": "'),
    "rows.jsonl.gz": lambda: packed(256, piece=b"{}\n" * (MEBIBYTE // 3)),
    "record.warc.gz": record_bomb,
    "long.warc.gz": lambda: long_record(600),
    "spaces.warc.gz": lambda: packed(300, before=b"WARC/1.1\r\n"),
    "lengths.warc": lambda: record("response", b"", length=10**17) * 1000,
    "laughs.xhtml": lambda: b'<?xml version="1.0"?><!DOCTYPE html [' + LAUGHS + b"]><html><body>&l9;</body></html>",
    "deep.html": lambda: page(b"<div><b>" * 100_000 + WORDS * 20),
    "attributes.html": lambda: page(b"<p " + b" ".join(b"a%d=1" % at for at in range(700_000)) + b">" + WORDS * 20),
    "script.html": lambda: scripted(b'{"@type": "NewsArticle", "name": "' + b"a" * 50 * MEBIBYTE + b'"}'),
    "objects.html": lambda: scripted(
        json.dumps([{"@type": "Article", "@id": f"{at}"} for at in range(150_000)]).encode()
    ),
    "lists.html": lambda: scripted(b"[" * MEBIBYTE),
    "spaces.html": lambda: scripted(b'{"a" -->' + b" " * MEBIBYTE + b"x"),
    "quotes.html": lambda: scripted(b"{,}" + b'\\"' * MEBIBYTE),
    "comments.html": lambda: b"<!---->" * 500 + WORDS,
    "words.html": lambda: page(b"<p>" + b"." * (3 * MEBIBYTE) + b"x</p>"),
    "tags.html": lambda: page(b"<a <" * (7 * MEBIBYTE // 4)),
    "parts.mhtml": lambda: parted(10_000, kind=b"related"),
    "parts.eml": lambda: letter(b"--b\r\n\r\n" * 900_000, b"Content-Type: multipart/mixed; boundary=b"),
    "levels.eml": lambda: parted(10_000, nested=True),
    "long.eml": lambda: letter(b"a" * (70 * MEBIBYTE)),
    "header.eml": lambda: letter(WORDS, b"Content-Type: text/plain; charset=" + b"a" * 10 * MEBIBYTE),
    "comments.eml": lambda: letter(b"<!--" * MEBIBYTE, b"MIME-Version: 1.0", b"Content-Type: text/html"),
    "spaces.eml": lambda: letter(WORDS + b" " * (MEBIBYTE // 4) + b"x"),
    "links.eml": lambda: letter(b"http://" + b"." * MEBIBYTE + b"x"),
    "tangled.pdf": tangled_pdf,
    "flate.pdf": lambda: flate_pdf(300),
    "lists.json": lambda: b"[" * (10 * MEBIBYTE),
}


def write(folder: Path, name: str) -> Path:
    """The file of this name."""
    made = folder / name
    made.write_bytes(FILES[name]())
    return made


def sparse(folder: Path, name: str, size: int) -> Path:
    """A file that is long and takes no place."""
    made = folder / name
    with made.open("wb") as file:
        os.truncate(file.fileno(), size)
    return made
