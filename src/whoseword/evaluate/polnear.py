r"""A folder in the format of PolNeAR -> its texts, each with what every annotator marked in it.

PolNeAR (Newell, Margolin and Ruths, LREC 2018) keeps the texts in `text/NAME.txt` and the marks in brat standoff files,
one an annotator: `attributions/NAME_ANNOTATOR.ann`, or `attributions/NAME.ann` where only one person marked the text.
A line that begins with T is a mark, one that begins with E puts marks together to one attribution.

>>> standoff = "T1\tCue 3 7\tsaid\nE1\tAttribution:T1 Cue:T1"
>>> attributions_of(standoff, "He said so.", "a.ann")[0].cue
((3, 7),)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from whoseword.errors import NoInputError, UsageError
from whoseword.model import Span

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = get_args(Role)

_LINE = re.compile(r"([TE]\d+)\s")
_MARK = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
_EVENT = re.compile(r"E\d+\t(\S+:T\d+(?: \S+:T\d+)*) *")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (`source`) says (`cue`) what (`content`): each role is a tuple of spans, empty where it is not filled."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def role(self, name: Role) -> tuple[Span, ...]:
        """The spans of one role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text, and for each annotator what that person marked in it, by the alphabet of the file names."""

    name: str
    text: str
    marked: tuple[tuple[Attribution, ...], ...]


def read_folder(folder: Path) -> tuple[MarkedText, ...]:
    """All texts of the folder by name; one that nobody annotated has an empty `marked`.

    Raises:
        UsageError: it is no folder in this format.
        NoInputError: a file is damaged; the message names the file, the place and what to do.
    """
    for part in (folder / "text", folder / "attributions"):
        if not part.is_dir():
            raise UsageError(f"{part} is missing: name a folder that holds text/ and attributions/{_inside(folder)}")
    texts = {path.stem: _decoded(path) for path in sorted((folder / "text").glob("*.txt"))}
    if not texts:
        raise UsageError(f"{folder / 'text'} holds no .txt file: name a folder with texts that people annotated")
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann"), key=lambda path: path.name):
        files[_text_name(path, texts)].append(path)
    if not files:
        raise UsageError(f"{folder / 'attributions'} holds no .ann file: there is nothing to compare with")
    return tuple(
        MarkedText(name, text, tuple(attributions_of(_decoded(path), text, path) for path in files[name]))
        for name, text in texts.items()
    )


def attributions_of(standoff: str, text: str, path: Path | str) -> tuple[Attribution, ...]:
    """What one annotator marked in `text`; `path` is the file of the marks, for messages.

    Events of the types `Attribution` and `Attribution-no-source` count; `Discuss` and `Discard` are notes of the
    annotators. A role may be filled by several marks (`Content2`), and a mark may have several fragments.

    Raises:
        NoInputError: a line is damaged, or does not fit the text.
    """
    marks: dict[str, tuple[Span, ...]] = {}
    events: list[tuple[int, str]] = []
    for number, line in enumerate(standoff.split("\n"), start=1):
        line = line.removesuffix("\r")  # noqa: PLW2901
        # Relations, notes, and the rest of a mark's words where these hold a line break: none of them is needed.
        if not (identified := _LINE.match(line)):
            continue
        if line[0] == "T":
            marks[identified[1]] = _mark(line, text, f"{path}, line {number}")
        else:
            events.append((number, line))
    found = (_event(line, marks, f"{path}, line {number}") for number, line in events)
    return tuple(event for event in found if event and (event.cue or event.content))


def _mark(line: str, text: str, place: str) -> tuple[Span, ...]:
    parsed = _MARK.fullmatch(line)
    if not parsed:
        raise NoInputError(f"{place}: no mark can be read; it must be 'T1<tab>Cue 13 17<tab>said', as brat writes it")
    spans: list[Span] = []
    for fragment in parsed[3].split(";"):
        start, end = map(int, fragment.split())
        if not start < end <= len(text):
            raise NoInputError(
                f"{place}: {start} to {end} is no stretch of the text, which has {len(text)} characters;"
                " correct the mark, or bring back the text that was annotated"
            )
        spans.append((start, end))
    # Only the beginning is compared: where a mark holds a line break, the file goes on in the next line.
    words = "".join("".join(text[start:end] for start, end in spans).split())
    if not words.startswith("".join(parsed[4].split())):
        raise NoInputError(
            f"{place}: the text has other words there than the mark; bring back the text that was annotated"
            " (changed line ends alone shift every mark after them)"
        )
    return tuple(sorted(spans))


def _event(line: str, marks: Mapping[str, tuple[Span, ...]], place: str) -> Attribution | None:
    parsed = _EVENT.fullmatch(line)
    if not parsed:
        raise NoInputError(f"{place}: no event can be read; it must be 'E1<tab>Attribution:T4 Source:T1 Cue:T2'")
    (kind, _), *fillers = (filler.split(":", 1) for filler in parsed[1].split(" "))
    if not kind.startswith("Attribution"):
        return None
    spans: dict[str, list[Span]] = {role: [] for role in ROLES}
    for key, mark in fillers:
        role = key.rstrip("0123456789").lower()
        if mark not in marks:
            raise NoInputError(f"{place}: no line of the file says what {mark} is; add it, or take it out of the event")
        if role in spans:
            spans[role].extend(span for span in marks[mark] if span not in spans[role])
    return Attribution(tuple(spans["source"]), tuple(spans["cue"]), tuple(spans["content"]))


def _text_name(path: Path, texts: Mapping[str, str]) -> str:
    for name in (path.stem, path.stem.rpartition("_")[0]):
        if name in texts:
            return name
    raise NoInputError(
        f"{path} marks a text that is not there: add text/{path.stem.rpartition('_')[0] or path.stem}.txt, or remove it"
    )


def _decoded(path: Path) -> str:
    try:
        # Decoded from bytes, since offsets count every character of a line end.
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoInputError(f"{path} is not UTF-8 at byte {error.start}: save it as UTF-8") from None
    except OSError as error:
        raise NoInputError(f"{path} cannot be read ({error.strerror or error}): check its rights") from None


def _inside(folder: Path) -> str:
    """The folders of this format inside the folder, such as train and dev of PolNeAR, for a message."""
    parts = sorted(path.parent for path in folder.glob("*/attributions")) if folder.is_dir() else []
    return f", here one of {', '.join(map(str, parts))}" if parts else ""
