"""PDF files made by hand for the tests."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Line = tuple[str, float, float, float]


def column(words: str, x: float = 60, top: float = 700, size: float = 10, width: int = 60) -> list[Line]:
    """Paragraphs (parted by "|") set in lines of so many characters, with a gap between paragraphs."""
    lines: list[Line] = []
    for paragraph in words.split("|"):
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) >= width:
                lines.append((line, x, top, size))
                top, line = top - 1.2 * size, ""
            line = f"{line} {word}".strip()
        lines.append((line, x, top, size))
        top -= 2.2 * size
    return lines


def pdf(
    pages: Sequence[Sequence[Line]], *, title: str = "", encrypt: bool = False, stream: bytes | None = None
) -> bytes:
    """A PDF with these lines in Helvetica; `stream` is put in place of the content of the last page."""
    objects = ["", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    objects.append(f"<< /Title ({title}) >>")
    bodies: dict[int, bytes] = {}
    kids = []
    for number, page in enumerate(pages):
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        drawn = "".join(_drawn(*line) for line in page).encode("cp1252")
        packed = zlib.compress(drawn) if stream is None or number < len(pages) - 1 else stream
        objects.append(f"<< /Length {len(packed)} /Filter /FlateDecode >>")
        bodies[len(objects)] = packed
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _written(objects, bodies, encrypt=encrypt)


def _drawn(words: str, x: float, y: float, size: float) -> str:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def _written(objects: Sequence[str], bodies: dict[int, bytes], *, encrypt: bool) -> bytes:
    written, places = b"%PDF-1.7\n", []
    for number, fields in enumerate(objects, start=1):
        places.append(len(written))
        body = b"stream\n%s\nendstream\n" % bodies[number] if number in bodies else b""
        written += b"%d 0 obj\n%s\n%sendobj\n" % (number, fields.encode("cp1252"), body)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    keys = f"/O <{'41' * 32}> /U <{'42' * 32}>"
    lock = f" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 {keys} >> /ID [<00> <00>]"
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R{lock if encrypt else ''} >>"
    end = f"trailer\n{trailer}\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()
