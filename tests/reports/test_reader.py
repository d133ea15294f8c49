"""Text -> Reading with the weights that ship: what any good reader gets right, and that it is the same every time."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from whoseword.errors import ModelError
from whoseword.model import Reading, Relation, Span, Word
from whoseword.reports.encoding import RELATIONS, ROLES, UPOS, WINDOW, Paragraph, pack
from whoseword.reports.reader import Reader, _Collected, load_reader, model_folder
from whoseword.reports.words import paragraphs, words

pytestmark = pytest.mark.model

SAID = "The minister said that talks had failed."
# Long enough that two such paragraphs never share a window.
LONG = " ".join(
    f"The mayor of ward {number} told Reuters on Monday that the ferry would not leave before noon."
    for number in range(14)
)


@cache
def shipped() -> Reader:
    """The reader that ships, loaded once."""
    return load_reader()


def read(text: str) -> Reading:
    """The Reading of `text` by the reader that ships."""
    return shipped().read(text)[0]


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Source, cue, content and recipient of each relation, in words."""

    def part(spans: tuple[Span, ...]) -> str:
        return " … ".join(text[slice(*span)] for span in spans)

    return [(part(r.source), part(r.cue), part(r.content), part(r.recipient)) for r in read(text).relations]


class TestFinding:
    def test_plain_sentence(self):
        """Source, cue and content of the plainest of sentences, with exact offsets."""
        (relation,) = read(SAID).relations
        assert (relation.source, relation.cue, relation.content) == (((0, 12),), ((13, 17),), ((18, 39),))
        assert 0 <= relation.score <= 1

    def test_direct_quotation(self):
        """A direct quotation and the speaker after it."""
        ((source, cue, content, _),) = told("“We will rebuild the bridge before winter,” said Ann Roe.")
        assert (source, cue) == ("Ann Roe", "said")
        assert "We will rebuild the bridge before winter" in content

    def test_one_told(self):
        """The one told stands outside source and content."""
        ((source, cue, content, _),) = told("Officials told Reuters that the ferry had sunk.")
        assert source == "Officials"
        assert cue.startswith("told")
        assert "the ferry had sunk" in content
        assert "Reuters" not in source + content

    def test_no_statement(self):
        """A sentence in the author's own voice holds no relation."""
        assert read("It rained in the valley all night.").relations == ()

    def test_names(self):
        """Names are found with what they name."""
        text = "President Emmanuel Macron met Angela Merkel in Paris on Monday."
        found = {text[slice(*name.span)]: name.kind for name in read(text).names}
        assert found["Angela Merkel"] == "person"
        assert found["Paris"] == "place"

    def test_parts_of_speech_and_tree(self):
        """Verb, subject and root of a plain sentence."""
        words_read = {SAID[slice(*word.span)]: word for word in read(SAID).words}
        assert words_read["said"].upos == "VERB"
        assert (words_read["said"].head, words_read["said"].deprel) == (-1, "root")
        assert words_read["minister"].upos == "NOUN"
        assert (words_read["minister"].head, words_read["minister"].deprel) == (2, "nsubj")

    def test_sentences(self):
        """Two sentences of one paragraph are told apart."""
        assert read("The minister resigned. Nobody was surprised.").sentences == ((0, 4), (4, 8))


def test_names_stop_at_the_paragraph():
    """No name runs on into the next paragraph, though the network calls both words one."""
    window = [Paragraph([5], [(2, 9, 15)], [0], [(0, 5)]), Paragraph([5], [(2, 9, 15)], [0], [(6, 11)])]
    names = np.zeros((3, 7), np.float32)
    names[1, 1] = names[2, 2] = 1
    out: dict[str, Any] = {key: np.zeros(3, np.int64) for key in ("head", "relation", "upos")}
    out |= {"names": names, "start": np.zeros((3, 2)), "role": np.zeros((3, len(ROLES)), np.float32)}
    out |= {key: np.zeros((3, 3), np.float32) for key in ("content_cue", "cue_source")}
    flat = np.zeros((len(ROLES), len(ROLES)), np.float32)
    collected = _Collected(flat, flat[0], np.zeros(8, np.float32))
    collected.add(window, out)
    assert [name.span for name in collected.reading().names] == [(0, 5), (6, 11)]
    assert collected.reading().sentences == ((0, 1), (1, 2))


ODD = {
    "empty": "",
    "blank": " \n\t\r\n\u00a0",
    "nul": "The minister\x00 said that\x00talks had failed.\x00",
    "lone surrogate": "The minister said that \ud800talks had\udfff failed.",
    "crlf": "Talks fail\r\n\r\nThe minister said that talks had failed.\r\n",
    "combining marks": "The ministe\u0301r sai\u0301d that cafe\u0301s had faile\u0301d\u0301\u0301.",
    "only combining marks": "\u0301\u0301\u0301",
    "emoji": "🙂👩‍👩‍👧‍👦 The minister said 🇫🇷 that talks 🙈 had failed.",
    "other scripts": "Министр сказал, что переговоры провалились. 部长说谈判失败了。 قال الوزير",
    "right to left marks": "\u202eThe minister said that talks had failed.\u202c",
    "byte order mark": "\ufeffThe minister said that talks had failed.",
    "long word": f"The minister said that {'x' * 10_000} had failed.",
    "long rows": "_" * 5000 + " " * 5000 + "“" * 300 + "." * 5000,
    "many lines": "a\n" * 700,
    "private use": "\ue000 said that \U0010ffff rained.",
}


class TestShape:
    @pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
    def test_odd_texts(self, text):
        """No text breaks the reader: its words are those of the text, and every span and index is in range."""
        reading = read(text)
        assert [word.span for word in reading.words] == [s for p in paragraphs(text) for s in words(text, p)]
        check(reading, text)

    @pytest.mark.parametrize("text", ["", " \n\t\r\n\u00a0"])
    def test_no_words_is_a_problem(self, text):
        """A text without a word gives an empty Reading, and says so."""
        reading, problems = shipped().read(text)
        assert reading == Reading((), (), (), ())
        assert [problem.code for problem in problems] == ["no-words"]

    def test_text_with_words_is_no_problem(self):
        """A text that can be read gives no Problem."""
        assert shipped().read(SAID)[1] == ()

    def test_nul_does_not_hide_the_statement(self):
        """A NUL behind a word leaves the statement to be found."""
        assert "said" in [cue for _, cue, _, _ in told("\x00\nThe minister said that talks had failed.\n\x00")]

    def test_very_long_paragraph(self):
        """A paragraph of 3,000 words is read to its end, with statements at its beginning and its end."""
        sentence = "The minister said that talks had failed again. "
        text = (sentence * 340)[: 3000 * 9].strip()
        assert "\n" not in text
        reading = read(text)
        assert len(reading.words) >= 3000
        check(reading, text)
        cues = [relation.cue[0][0] for relation in reading.relations if relation.cue]
        assert min(cues) < 200
        assert max(cues) > len(text) - 200

    def test_tokens(self):
        """Given tokens are the words of the Reading."""
        spans = [(0, 12), (13, 17), (18, 39)]
        assert [word.span for word in shipped().read(SAID, tokens=spans)[0].words] == spans


def check(reading: Reading, text: str) -> None:
    """Every span lies inside the text, every index inside its list, and the sentences part all words."""
    count = len(reading.words)
    spans = [*(name.span for name in reading.names), *(s for r in reading.relations for s in spans_of(r))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(-1 <= word.head < count and word.upos in UPOS and word.deprel in RELATIONS for word in reading.words)
    assert all((word.head == -1) == (word.deprel == "root") for word in reading.words if word.head == -1)
    assert [k for first, end in reading.sentences for k in range(first, end)] == list(range(count))
    assert all(first < end for first, end in reading.sentences)
    assert all(left.span[1] <= right.span[0] for left, right in pairwise(reading.names))
    for relation in reading.relations:
        assert relation.cue or relation.content
        assert 0 <= relation.score <= 1


def spans_of(relation: Relation) -> tuple[Span, ...]:
    """All spans of a relation."""
    return (*relation.source, *relation.cue, *relation.content, *relation.recipient)


def moved(reading: Reading, by: int, words_by: int) -> Reading:
    """The Reading of a text as it stands `by` characters and `words_by` words further on in another."""

    def at(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in spans)

    def word(given: Word) -> Word:
        head = given.head + words_by if given.head >= 0 else -1
        return Word(at((given.span,))[0], given.upos, head, given.deprel)

    return Reading(
        tuple(map(word, reading.words)),
        tuple((first + words_by, end + words_by) for first, end in reading.sentences),
        tuple(type(name)(at((name.span,))[0], name.kind) for name in reading.names),
        tuple(Relation(at(r.source), at(r.cue), at(r.content), at(r.recipient), r.score) for r in reading.relations),
    )


class TestSameEveryTime:
    def test_twice(self):
        """The same text gives the same Reading again, also with another text read in between."""
        reader = shipped()
        first = reader.read(LONG)
        assert reader.read(LONG) == first
        reader.read("Something else, said Boris Nord, had come \x00 between.")
        assert reader.read(LONG) == first

    def test_fresh_reader(self):
        """A reader loaded anew reads the same, whatever the other has read before."""
        assert Reader(model_folder()).read(LONG) == shipped().read(LONG)

    def test_neighbours_change_nothing(self):
        """A window's Reading is the same alone and between others: int8 scales never mix texts."""
        assert sum(len(p.ids) for p in shipped().paragraphs(LONG)) > WINDOW / 2
        other = LONG.replace("Reuters", "the Vella Gazette").replace("ferry", "early train")
        text = f"{other}\n\n{LONG}\n\n{other}"
        before, alone, whole = read(other), read(LONG), read(text)
        shift = len(before.words)
        expected = moved(alone, len(other) + 2, shift)
        assert whole.words[shift : shift + len(alone.words)] == expected.words
        inside = [r for r in whole.relations if len(other) < spans_of(r)[0][0] < len(other) + len(LONG)]
        assert tuple(inside) == expected.relations

    def test_one_window_a_call(self, monkeypatch):
        """The network is called once for each window, with no batch and no padding."""
        reader = Reader(model_folder())
        session, calls = reader._session, []

        class Recorder:
            def run(self, outputs, arrays):
                calls.append(arrays)
                return session.run(outputs, arrays)

        monkeypatch.setattr(reader, "_session", Recorder())
        text = f"{LONG}\n{SAID}\n{SAID}\n{LONG}"
        reader.read(text)
        sizes = [len(p.ids) for p in reader.paragraphs(text)]
        assert [len(a["ids"]) for a in calls] == [1 + sum(sizes[k] + 1 for k in group) for group in pack(sizes)]
        assert all(a["ids"].ndim == 1 and a["features"].shape == (len(a["ids"]), 3) for a in calls)

    def test_relations_with_evidence(self):
        """The relations that calibration reads are those of the Reading."""
        assert tuple(relation for relation, _ in shipped().relations(LONG)) == read(LONG).relations


class TestLoading:
    def test_loaded_once(self):
        """A process loads the weights once."""
        assert load_reader() is load_reader()

    def test_missing_weights(self, tmp_path):
        """Missing weights are a ModelError that names the file and says what to do."""
        with pytest.raises(ModelError, match=r"reader\.onnx is missing: install whoseword again"):
            load_reader(tmp_path)

    def test_missing_tokenizer(self, tmp_path):
        """So is a missing tokenizer."""
        (tmp_path / "reader.onnx").write_bytes(b"")
        with pytest.raises(ModelError, match=r"tokenizer\.json is missing"):
            Reader(tmp_path)

    def test_damaged_weights(self, tmp_path):
        """Damaged weights are a ModelError as well, not an error of the runtime."""
        (tmp_path / "reader.onnx").write_bytes(b"not a model")
        (tmp_path / "tokenizer.json").write_text("{}")
        with pytest.raises(ModelError, match="holds no usable reader"):
            Reader(tmp_path)

    def test_damaged_tokenizer(self, tmp_path):
        """A tokenizer that cannot be parsed is told in the same words."""
        (tmp_path / "reader.onnx").symlink_to(model_folder() / "reader.onnx")
        (tmp_path / "tokenizer.json").write_text("{")
        with pytest.raises(ModelError, match="holds no usable reader"):
            Reader(tmp_path)
