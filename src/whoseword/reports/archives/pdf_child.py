"""Run as a process of its own with bounds: a PDF on the standard input -> its lines, as JSON, page by page.

The first line printed tells of the file, each further one is a page: a list of lines `[text, x, y, size]`, in the order
of the file, with `x` and `y` from the lower left corner and `size` of the letters in points. The last one is the end.

>>> merged([("Dam", 10.0, 700.0, 12.0), (" gate", 40.0, 700.0, 12.0), ("Rain", 10.0, 680.0, 12.0)])
[['Dam gate', 10.0, 700.0, 12.0], ['Rain', 10.0, 680.0, 12.0]]
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Sequence
from typing import Any

MEMORY = 1 << 30  # bytes of address space
CPU_SECONDS = 60
MOST_PAGES = 2000
LONGEST_TEXT = 8_000_000  # characters
# Letters of one line stand within this share of their size above or below each other, raised ones too.
_SAME_LINE = 0.5
Fragment = tuple[str, float, float, float]


def main() -> None:
    """Reads the file and prints; nothing that is wrong with it gets out as an exception."""
    _bound()
    data = sys.stdin.buffer.read()
    # What the library prints about the file is no part of the answer.
    with contextlib.redirect_stderr(io.StringIO()):
        for found in _lines_of(data):
            sys.stdout.write(json.dumps(found) + "\n")
            sys.stdout.flush()


def _bound() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (not on Windows, where the time alone is bounded)

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def _lines_of(data: bytes) -> Any:
    import logging  # noqa: PLC0415  (only here)

    import pypdf  # noqa: PLC0415  (of the extra `intake`)

    logging.disable()
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            yield {"fault": "encrypted"}
            return
        title = (reader.metadata.title if reader.metadata else None) or ""
        count = len(reader.pages)
        yield {"version": pypdf.__version__, "title": str(title)[:500], "pages": count}
        size = 0
        for number in range(min(count, MOST_PAGES)):
            lines = _page(reader.pages[number])
            size += sum(len(line[0]) for line in lines or ())
            if size > LONGEST_TEXT:
                break
            yield lines
        else:
            yield "end" if count <= MOST_PAGES else "too many"
    except Exception as error:  # noqa: BLE001  (whatever a damaged file makes of the library)
        yield {"fault": "encrypted" if "Dependency" in type(error).__name__ else type(error).__name__}


def _page(page: Any) -> list[list[Any]] | None:
    """The lines of a page, None where the library fails on it."""
    found: list[Fragment] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
        if text:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append((text, x, y, abs(size * (tm[3] or tm[1]) * (cm[3] or cm[1])) or 1.0))

    try:
        page.extract_text(visitor_text=visit)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  (whatever a damaged file makes of the library)
        return None
    return merged(found)


def merged(fragments: Sequence[Fragment]) -> list[list[Any]]:
    """Lines of the fragments that stand beside each other, in their order."""
    lines: list[list[Any]] = []
    is_open = False
    for text, x, y, size in fragments:
        for place, piece in enumerate(text.split("\n")):
            is_open = is_open and place == 0
            if not piece.strip():
                if is_open and piece:
                    lines[-1][0] += " "
                continue
            if is_open and abs(y - lines[-1][2]) <= _SAME_LINE * max(size, lines[-1][3]):
                lines[-1][0] += piece
                lines[-1][3] = max(size, lines[-1][3])
            else:
                lines.append([piece, round(x, 1), round(y, 1), round(size, 1)])
            is_open = True
    return lines


if __name__ == "__main__":
    main()
