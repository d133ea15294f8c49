r"""A WACZ file (a zip with WARC files, WACZ 1.1.1) -> the pages in them, as `warc.members` gives them.

>>> import io
>>> [unread] = members(io.BytesIO(b"no zip"), "news.wacz", None)
>>> unread.problems[0].code
'archive-damaged'
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Generator, Mapping
from typing import BinaryIO, cast

from whoseword.model import Problem
from whoseword.reports.archives import warc, zipping
from whoseword.reports.archives.zipping import UnreadableZipError
from whoseword.reports.given import Given, Skipped, Unread

LARGEST_WARC = 16 << 30  # bytes of one entry
LARGEST_PACKAGE = 16 << 20  # bytes of datapackage.json
_WARC = re.compile(r"archive/[^/]+\.warc(?:\.gz|\.zst)?", re.IGNORECASE)
_PIECE = 1 << 20
_AGAIN = "take another copy of it, or unpack it and read the WARC files"


def members(stream: BinaryIO, name: str, place: str | None) -> Generator[Given | Unread, None, Skipped]:
    """The pages of every WARC file in it, by the names of these.

    A page's `name` is that of the file and of the WARC file in it, joined by "/"; its `row` counts in that WARC file.
    A WARC file whose digest in datapackage.json is another is told, and read all the same.
    """
    try:
        archive = zipping.opened(stream)
    except UnreadableZipError as error:
        yield Unread(name, None, (_damaged(name, str(error)),))
        return Skipped(name, 0)
    counted, records = Counter[str](), 0
    with archive:
        digests = yield from _digests(archive, name)
        entries = [entry for entry in archive.infolist() if _WARC.fullmatch(entry.filename)]
        if not entries:
            problem = Problem(
                "empty-archive", f"{name}: no WARC file in it (archive/….warc.gz); look whether it is whole"
            )
            yield Unread(name, None, (problem,))
        for entry in sorted(entries, key=lambda entry: entry.filename):
            skipped = yield from _pages(archive, entry, (name, place), digests.get(entry.filename))
            counted.update(dict(skipped.kinds))
            records += skipped.records
    return Skipped(name, records, tuple(sorted(counted.items(), key=lambda kind: (-kind[1], kind[0]))))


def _pages(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, known: tuple[str, str | None], digest: str | None
) -> Generator[Given | Unread, None, Skipped]:
    name, place = f"{known[0]}/{entry.filename}", known[1] and f"{known[1]}/{entry.filename}"
    try:
        zipping.check_entry(entry, LARGEST_WARC)
        if digest and (found := _digest(archive, entry, digest.partition(":")[0])) not in {None, digest.lower()}:
            text = f"{name}: its digest is {found}, and datapackage.json says {digest[:100]}; it is read all the same"
            yield Unread(name, None, (Problem("digest-differs", f"{text}; {_AGAIN}"),))
        with archive.open(entry) as inner:
            return (yield from warc.members(cast("BinaryIO", inner), name, place))
    except UnreadableZipError as error:
        yield Unread(name, None, (_damaged(name, str(error)),))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        yield Unread(name, None, (_damaged(name, f"the zip file is damaged there ({error})"),))
    return Skipped(name, 0)


def _digests(archive: zipfile.ZipFile, name: str) -> Generator[Unread, None, Mapping[str, str]]:
    """The digests by path; none where the list of them cannot be read, which is told."""
    entry = next((entry for entry in archive.infolist() if entry.filename == "datapackage.json"), None)
    if entry is None:
        return {}
    try:
        listed = json.loads(zipping.content(archive, entry, LARGEST_PACKAGE))
        resources = listed["resources"]
        return {each["path"]: each["hash"] for each in resources if isinstance(each["hash"], str)}
    except (UnreadableZipError, ValueError, KeyError, TypeError, RecursionError) as error:
        reason = f"its datapackage.json cannot be read ({type(error).__name__}), so its digests are not checked"
        yield Unread(name, None, (_damaged(name, reason),))
        return {}


def _digest(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, algorithm: str) -> str | None:
    algorithm = algorithm.lower().replace("-", "")
    if algorithm not in {"sha256", "sha1", "md5", "sha512"}:
        return None
    digest = hashlib.new(algorithm, usedforsecurity=False)
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return f"{algorithm}:{digest.hexdigest()}"


def _damaged(name: str, reason: str) -> Problem:
    return Problem("archive-damaged", f"{name}: {reason}; {_AGAIN}")
