"""A tiny folder in the format of PolNeAR, of our own writing: for the tests of what reads and scores such folders.

`standoff("He said no.", [{"source": ["He"], "cue": ["said"]}])` gives the lines of an annotator's file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

FERRY = "Ferry Late\n\nAda Rook said that the ferry was late. A sailor said that it always is.\n"
TIDE = "A diver said that the tide had turned.\n"
ROOK = {"source": ["Ada Rook"], "cue": ["said"], "content": ["that the ferry was late"]}
SAILOR = {"source": ["A sailor"], "cue": ["said that"], "content": ["it always is"]}
DIVER = {"source": ["A diver"], "cue": ["said"], "content": ["that the tide had turned"]}


def standoff(text: str, events: Sequence[Mapping[str, Sequence[str]]], kind: str = "Attribution") -> str:
    """The lines of a brat file; each event names the words of its fragments, sought on from its first words."""
    lines: list[str] = []
    for number, event in enumerate(events, start=1):
        fillers: list[str] = []
        at = text.index(next(iter(event.values()))[0])
        for role, words in event.items():
            starts = [text.index(word, at) for word in words]
            spans = ";".join(f"{start} {start + len(word)}" for start, word in zip(starts, words, strict=True))
            name = f"T{10 * number + len(fillers)}"
            lines.append(f"{name}\t{role.title()} {spans}\t{' '.join(words)}")
            fillers.append(f"{role.title()}:{name}")
        anchor = fillers[0].split(":")[1]
        lines.append(f"E{number}\t{kind}:{anchor} {' '.join(fillers)} ")
    return "".join(f"{line}\n" for line in lines)


def write_folder(folder: Path) -> Path:
    """Two texts: the first with two annotators, who differ about the sailor, the second with one."""
    for name in ("text", "attributions"):
        (folder / name).mkdir()
    files = {
        "text/ferry.txt": FERRY,
        "text/tide.txt": TIDE,
        "attributions/ferry_00aa.ann": standoff(FERRY, [ROOK, SAILOR]),
        "attributions/ferry_00bb.ann": standoff(FERRY, [ROOK]),
        "attributions/tide_00aa.ann": standoff(TIDE, [DIVER]),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content.encode())
    return folder
