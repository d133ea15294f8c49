"""A folder of ECB+ -> reports with the mentions of events that people marked, each with the cluster it belongs to.

ECB+ (Cybulska and Vossen, LREC 2014) tells in each topic of two happenings of one kind, in its subtopics "ecb" and
"ecbplus". Taken are the mentions that published work takes: actions, negated ones too, in the sentences that
`ECBplus_coreference_sentences.csv` lists. A mention that is linked to nothing is a cluster of its own.

>>> subtopic_of("36_4ecbplus")
'36_ecbplus'
"""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from whoseword.errors import NoInputError, UsageError
from whoseword.evaluate.running_text import running_text
from whoseword.model import Report, Span
from whoseword.reports.given import Unread
from whoseword.reports.read import ReadOptions, read_source

SENTENCES = "ECBplus_coreference_sentences.csv"
SPLIT = "train_val_test_split.json"
_ACTION = re.compile(r"(?:NEG_)?ACTION")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention of an event: its tokens' spans in the report's text, and the name of its cluster."""

    spans: tuple[Span, ...]
    cluster: str


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document as running text, with its mentions in text order."""

    name: str
    report: Report
    mentions: tuple[Marked, ...]

    @property
    def topic(self) -> str:
        """The number of its topic."""
        return self.name.split("_")[0]

    @property
    def subtopic(self) -> str:
        """Its topic and the half of it that tells of one happening."""
        return subtopic_of(self.name)


def subtopic_of(name: str) -> str:
    """The subtopic of the document of this name."""
    return re.sub(r"_[0-9]+", "_", name)


def read_ecb(folder: Path, part: str) -> tuple[MarkedDocument, ...]:
    """The documents of a part of the split ("train", "val"), by topic and name.

    Raises:
        UsageError: the folder lacks one of its files, or holds nothing of this part.
        NoInputError: a document is damaged.
    """
    topics, sentences = _topics(folder, part), _sentences(folder)
    paths = [path for topic in topics for path in sorted((folder / "ECB+" / topic).glob("*.xml"))]
    if not paths:
        raise UsageError(f"{folder / 'ECB+'} holds no document of the topics of {part!r}")
    return tuple(_document(path, sentences.get(path.stem, frozenset())) for path in paths)


def _topics(folder: Path, part: str) -> list[str]:
    path = folder / SPLIT
    try:
        return [str(topic) for topic in json.loads(path.read_text("utf-8"))[part]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} cannot be used ({error!r}); it must list the topics of {part!r}") from None


def _sentences(folder: Path) -> Mapping[str, AbstractSet[str]]:
    """The numbers of the sentences that people validated, by document."""
    path, found = folder / SENTENCES, dict[str, set[str]]()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                found.setdefault(f"{row['Topic']}_{row['File']}", set()).add(row["Sentence Number"])
    except (OSError, KeyError, csv.Error) as error:
        message = f"{path} cannot be used ({error!r}); it needs the columns Topic, File and Sentence Number"
        raise UsageError(message) from None
    return found


def _document(path: Path, sentences: AbstractSet[str]) -> MarkedDocument:
    try:
        root = ET.parse(path).getroot()  # noqa: S314  # a corpus that its user has put there
        return _made(path.stem, root, sentences)
    except (OSError, ET.ParseError, KeyError, ValueError) as error:
        raise NoInputError(f"{path} cannot be read as a document of ECB+: {error!r}") from error


def _made(name: str, root: ET.Element, sentences: AbstractSet[str]) -> MarkedDocument:
    tokens = list(root.iter("token"))
    address = "".join(token.text or "" for token in tokens if token.get("sentence") == "0")
    url = address if name.endswith("plus") and address.startswith(("http", "www")) else None
    shown = [token for token in tokens if url is None or token.get("sentence") != "0"]
    text, spans = running_text([(token.text or "", int(token.attrib["sentence"])) for token in shown])
    places = {token.attrib["t_id"]: span for token, span in zip(shown, spans, strict=True)}
    validated = {token.attrib["t_id"] for token in shown if token.get("sentence") in sentences}
    return MarkedDocument(name, _report(name, text, url), tuple(_mentions(name, root, places, validated)))


def _mentions(name: str, root: ET.Element, places: Mapping[str, Span], validated: AbstractSet[str]) -> list[Marked]:
    clusters, found = _clusters(name, root), list[Marked]()
    for marked in root.iterfind("Markables/*"):
        held = [anchor.attrib["t_id"] for anchor in marked.iter("token_anchor")]
        if _ACTION.match(marked.tag) and held and not validated.isdisjoint(held):
            m_id = marked.attrib["m_id"]
            spans = tuple(sorted(places[t_id] for t_id in held))
            found.append(Marked(spans, clusters.get(m_id, f"{name} {m_id}")))
    return sorted(found, key=lambda mention: (mention.spans, mention.cluster))


def _clusters(name: str, root: ET.Element) -> Mapping[str, str]:
    """The cluster of each mention that is linked: its instance across documents, else the chain in this one."""
    instances = {marked.attrib["m_id"]: marked.get("instance_id") for marked in root.iterfind("Markables/*")}
    found = dict[str, str]()
    for relation in root.iterfind("Relations/*"):
        target: Sequence[ET.Element] = relation.findall("target")
        if target:
            m_id = target[0].attrib["m_id"]
            cluster = instances.get(m_id) or f"{name} chain {m_id}"
            found.update((source.attrib["m_id"], cluster) for source in relation.findall("source"))
    return found


def _report(name: str, text: str, url: str | None) -> Report:
    """The report as the program reads one; with the day that the address or the text gives, if any."""
    row = json.dumps({"text": text, "url": url} if url else {"text": text}).encode()
    for received in read_source(row, f"{name}.jsonl", ReadOptions()):
        if not isinstance(received, Unread):
            return received[0]
    raise ValueError(f"{name} holds no words")
