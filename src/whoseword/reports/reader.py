"""Text -> Reading: words, sentences, parts of speech, trees, names and attribution relations.

The only importer of the model runtime. One window of paragraphs a call: dynamic int8 takes one scale for all that is
computed together, so a window's scores must not depend on its neighbours. One thread, so that sums never change order.

>>> reading, problems = load_reader().read("The minister said that talks had failed.")
>>> reading.relations[0].cue
((13, 17),)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whoseword.errors import ModelError
from whoseword.model import Name, NameKind, Problem, Reading, Relation, Span, Word
from whoseword.reports.encoding import KINDS, RELATIONS, ROLES, UPOS, Encoder, Paragraph, pack, window_arrays
from whoseword.reports.names import whole
from whoseword.reports.roles import EVIDENCE, Found, Scores, confidence, link, runs, viterbi

_NAME_TAGS = ("O", *(f"{b}-{kind}" for kind in KINDS for b in "BI"))
_TOGETHER = 64  # paragraphs whose paths are looked for together: few enough to hold, many enough to be fast
_LONGEST_READ = 200  # characters of one word that are cut into pieces; of those, few are read anyway
_KIND_OF: dict[str, NameKind] = {"person": "person", "organisation": "organisation", "place": "place"}


def model_folder() -> Path:
    """Where the English reader's weights lie inside the package."""
    return Path(str(resources.files("whoseword"))) / "models" / "en"


@cache
def load_reader(folder: Path | None = None) -> Reader:
    """The reader with its weights; loaded once a process. Raises ModelError when they are missing or damaged."""
    return Reader(folder or model_folder())


class Reader:
    """Reads texts with one set of weights. The same text gives the same Reading, alone or in a folder."""

    def __init__(self, folder: Path) -> None:
        weights, vocabulary = folder / "reader.onnx", folder / "tokenizer.json"
        for path in (weights, vocabulary):
            if not path.is_file():
                raise ModelError(f"{path} is missing: install whoseword again, or train the reader (docs/reader.md)")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        # The graph is written with fused operators where they are faster; more fusing would undo that.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.log_severity_level = 3
        # Windows differ in length; a pattern a length would make memory grow with the variety of the texts.
        options.enable_mem_pattern = False
        try:
            self._session = onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_file(str(vocabulary))
            meta = self._session.get_modelmeta().custom_metadata_map
            opening = np.asarray(meta["opening"].split(), np.float32)
            sure = np.asarray(meta["confidence"].split(), np.float32).reshape(EVIDENCE + 1)
            transitions = np.asarray(meta["transitions"].split(), np.float32).reshape(len(ROLES), len(ROLES))
        except Exception as error:  # the runtime and the tokenizer raise types of their own
            raise ModelError(f"{folder} holds no usable reader ({error}): install whoseword again") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._decoding = (transitions, opening, sure)
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._encoder = Encoder(self._pieces)

    def _pieces(self, word: str) -> Sequence[int]:
        # A lone surrogate cannot be handed over; it becomes a mark that the vocabulary does not know.
        safe = word[:_LONGEST_READ].encode("utf-8", "surrogatepass").decode("utf-8", "replace")
        pieces: list[int] = self._tokenizer.encode(safe, add_special_tokens=False).ids
        return pieces

    def read(self, text: str, *, tokens: Sequence[Span] | None = None) -> tuple[Reading, tuple[Problem, ...]]:
        """The Reading of `text`; a text without a word gives an empty one with a Problem.

        With `tokens`, these spans are taken as the words of one single paragraph (for measuring on treebanks).
        """
        reading = self._collect(self.paragraphs(text, tokens=tokens)).reading()
        if not reading.words:
            return reading, (Problem("no-words", "the text holds no word to read"),)
        if tokens is None:
            reading = replace(reading, names=tuple(whole(text, reading.words, reading.names)))
        return reading, ()

    def paragraphs(self, text: str, *, tokens: Sequence[Span] | None = None) -> list[Paragraph]:
        """The word pieces of `text`, as the network gets them."""
        return self._encoder.encode(text, tokens=tokens)

    def relations(self, text: str) -> list[tuple[Relation, Scores]]:
        """Each relation with the evidence that its score was computed from; for calibrating the score."""
        collected = self._collect(self.paragraphs(text))
        return list(zip(collected.relations, collected.evidence, strict=True))

    def _collect(self, paragraphs: list[Paragraph]) -> _Collected:
        collected = _Collected(*self._decoding)
        for group in pack([len(p.ids) for p in paragraphs]):
            window = [paragraphs[k] for k in group]
            scores = self._session.run(self._outputs, window_arrays(window))
            collected.add(window, dict(zip(self._outputs, scores, strict=True)))
        return collected.finish()


class _Collected:
    """Puts the windows' scores together into one Reading. Paths are looked for in many paragraphs at a time."""

    def __init__(self, transitions: Scores, opening: Scores, weights: Scores) -> None:
        self._steps = (transitions, opening)
        self._weights = weights
        self._words: list[Word] = []
        self._starts: list[int] = []
        self._names: list[Name] = []
        self._waiting: list[tuple[list[Span], Scores, Scores, Scores]] = []
        self.relations: list[Relation] = []
        self.evidence: list[Scores] = []

    def add(self, window: list[Paragraph], out: dict[str, Any]) -> None:
        begins, names = out["start"].argmax(1), out["names"].argmax(1)
        at = 1
        for paragraph in window:
            part = slice(at, at + len(paragraph.words))
            self._add_words(paragraph.words, at, {key: out[key][part].tolist() for key in ("head", "relation", "upos")})
            self._starts.extend(len(self._words) - len(paragraph.words) + k for k in _openings(begins[part]))
            # A name never runs on into the next paragraph: a headline's last word and a report's first are two.
            for kind, first, end in runs(_well_formed(names[part]), _NAME_TAGS) if names[part].any() else ():
                self._names.append(Name((paragraph.words[first][0], paragraph.words[end - 1][1]), _KIND_OF[kind]))
            columns = np.r_[0, part]
            content_cue, cue_source = (out[key][part][:, columns] for key in ("content_cue", "cue_source"))
            self._waiting.append((paragraph.words, out["role"][part], content_cue, cue_source))
            at = part.stop
        if len(self._waiting) >= _TOGETHER:
            self._link()

    def _add_words(self, spans: list[Span], at: int, tags: dict[str, list[int]]) -> None:
        # `at`: the column of the paragraph's first word; heads are columns of the window, 0 is the root.
        base = len(self._words) - at
        for span, head, label, upos in zip(spans, tags["head"], tags["relation"], tags["upos"], strict=True):
            self._words.append(
                Word(span, UPOS[upos], base + head if head else -1, RELATIONS[label] if head else "root")
            )

    def _link(self) -> None:
        paths = viterbi([role for _, role, _, _ in self._waiting], *self._steps)
        for path, (words, role, content_cue, cue_source) in zip(paths, self._waiting, strict=True):
            if not path.any():
                continue
            for found in link(path, role, content_cue, cue_source):
                self.relations.append(_relation(found, words, self._weights))
                self.evidence.append(found.evidence)
        self._waiting = []

    def finish(self) -> _Collected:
        self._link()
        return self

    def reading(self) -> Reading:
        sentences = tuple(pairwise([*self._starts, len(self._words)]))
        return Reading(tuple(self._words), sentences, tuple(self._names), tuple(self.relations))


def _openings(begins: NDArray[np.int64]) -> list[int]:
    """The words of a paragraph with which a sentence begins; its first word always is one."""
    return sorted({0, *np.flatnonzero(begins).tolist()})


def _well_formed(tags: NDArray[np.int64]) -> list[int]:
    """An inside tag that follows nothing of its kind opens a name."""
    fixed: list[int] = []
    for tag in tags.tolist():
        inside = tag and tag % 2 == 0
        fixed.append(tag - 1 if inside and (not fixed or fixed[-1] not in (tag, tag - 1)) else tag)
    return fixed


def _relation(found: Found, words: Sequence[Span], weights: Scores) -> Relation:
    def spans(role: list[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(sorted((words[first][0], words[end - 1][1]) for first, end in role))

    return Relation(
        spans(found.source),
        spans(found.cue),
        spans(found.content),
        spans(found.recipient),
        round(confidence(found.evidence, weights), 3),
    )
