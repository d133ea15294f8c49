"""A teacher's scores on the training texts, computed once: `python -m training.lessons TEACHER.pt --out lessons.pt`.

A wide teacher is too slow to be asked anew in every epoch. Its roles and pointers are kept for each paragraph as
float16, so that the student's windows may still fall differently each time.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from training import measure
from training.features import Lesson, Sample, samples, windows, word_pieces
from training.material import corpora
from training.network import Network
from training.weights import restore
from whoseword.reports.encoding import WINDOW, Encoder

Lessons = dict[str, dict[str, Tensor]]
KEPT = ("role", "content_cue", "cue_source")


def key(corpus: str, text: int, paragraph: int) -> str:
    """The name of one paragraph's lesson."""
    return f"{corpus}/{text}/{paragraph}"


def taught(net: Network, corpus: str, texts: list[list[Sample]], budget: int) -> Lessons:
    """The scores of `net` for every paragraph; pointers have n + 1 columns, column 0 is "none"."""
    made = [(k, j, group) for k, item in enumerate(texts) for j, group in _numbered(item)]
    lessons: Lessons = {}
    done = 0
    for group, out in measure.forward(net, [window for _, _, window in made], budget):
        for row, number in enumerate(group):
            text, first, window = made[number]
            at = 1
            for place, sample in enumerate(window):
                n = len(sample.role)
                part, columns = slice(at, at + n), [0, *range(at, at + n)]
                lesson = {
                    name: torch.from_numpy(out[name][row, part] if name == "role" else out[name][row, part][:, columns])
                    for name in KEPT
                }
                lessons[key(corpus, text, first + place)] = {k: v.half() for k, v in lesson.items()}
                at += n
        done += len(group)
        if done % 500 < len(group):
            print(f"{corpus}: {done} of {len(made)} windows", flush=True)
    return lessons


def _numbered(item: list[Sample]) -> list[tuple[int, list[Sample]]]:
    """The windows of one text with the number of their first paragraph."""
    found, at = [], 0
    for window in windows([item], WINDOW):
        found.append((at, window))
        at += len(window)
    return found


def attach(lessons: Lessons, corpus: str, texts: list[list[Sample]]) -> None:
    """Gives every sample its lesson, where there is one."""
    for k, item in enumerate(texts):
        for j, sample in enumerate(item):
            found = lessons.get(key(corpus, k, j))
            if found and len(found["role"]) == len(sample.role):
                sample.lesson = Lesson(found["role"], found["content_cue"], found["cue_source"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--budget", type=int, default=4096)
    parser.add_argument("--limit", type=int)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    net = restore(given.teacher).eval()
    encoder = Encoder(word_pieces(given.base))
    lessons: Lessons = {}
    for corpus, texts in corpora(given.shared / "corpora", ["polnear", "news"], limit=given.limit).items():
        lessons |= taught(net, corpus, [samples(x, encoder) for x in texts], given.budget)
    torch.save(lessons, given.out)


if __name__ == "__main__":
    main()
