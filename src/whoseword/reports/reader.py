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
from tokenizers import Tokenizer

from whoseword.errors import ModelError
from whoseword.model import Name, NameKind, Problem, Reading, Relation, Span, Word
from whoseword.reports.encoding import KINDS, RELATIONS, ROLES, UPOS, Encoder, Paragraph, pack, window_arrays
from whoseword.reports.names import whole
from whoseword.reports.roles import EVIDENCE, Found, Scores, confidence, link, runs, viterbi

_NAME_TAGS = ("O", *(f"{b}-{kind}" for kind in KINDS for b in "BI"))
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
        return collected


class _Collected:
    """Puts the windows' scores together into one Reading."""

    def __init__(self, transitions: Scores, opening: Scores, weights: Scores) -> None:
        self._steps = (transitions, opening)
        self._weights = weights
        self._words: list[Word] = []
        self._starts: list[int] = []
        self._names: list[Name] = []
        self.relations: list[Relation] = []
        self.evidence: list[Scores] = []

    def add(self, window: list[Paragraph], out: dict[str, Any]) -> None:
        spans = [span for paragraph in window for span in paragraph.words]
        base = len(self._words)
        heads, labels, upos = out["head"][1:], out["relation"][1:], out["upos"][1:]
        for span, head, label, tag in zip(spans, heads, labels, upos, strict=True):
            governor = base + int(head) - 1 if head else -1
            self._words.append(Word(span, UPOS[tag], governor, RELATIONS[label] if head else "root"))
        at = 1
        parts = []
        for paragraph in window:
            parts.append(slice(at, at + len(paragraph.words)))
            at = parts[-1].stop
        tags = viterbi([out["role"][part] for part in parts], *self._steps)
        for part, path in zip(parts, tags, strict=True):
            columns = np.r_[0, part]
            found = link(
                path, out["role"][part], out["content_cue"][part][:, columns], out["cue_source"][part][:, columns]
            )
            words = spans[part.start - 1 : part.stop - 1]
            # A name never runs on into the next paragraph: a headline's last word and a report's first are two.
            for kind, first, end in runs(_well_formed(out["names"][part].argmax(1)), _NAME_TAGS):
                self._names.append(Name((words[first][0], words[end - 1][1]), _KIND_OF[kind]))
            self.relations.extend(_relation(f, words, self._weights) for f in found)
            self.evidence.extend(f.evidence for f in found)
            begins = np.flatnonzero(out["start"][part].argmax(1))
            self._starts.extend(sorted({base + part.start - 1, *(base + part.start - 1 + int(k) for k in begins)}))

    def reading(self) -> Reading:
        sentences = tuple(pairwise([*self._starts, len(self._words)]))
        return Reading(tuple(self._words), sentences, tuple(self._names), tuple(self.relations))


def _well_formed(tags: np.ndarray[Any, Any]) -> list[int]:
    """An inside tag that follows nothing of its kind opens a name."""
    fixed: list[int] = []
    for tag in map(int, tags):
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
