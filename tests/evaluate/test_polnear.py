"""How a folder in the format of PolNeAR is read, and what is said of one that is damaged."""

from __future__ import annotations

import pytest

from tests.evaluate.marking import DIVER, TIDE, standoff, write_folder
from whoseword.errors import NoInputError, UsageError
from whoseword.evaluate.polnear import attributions_of, read_folder


def words(text, spans):
    return [text[start:end] for start, end in spans]


def test_texts_come_with_the_marks_of_every_annotator(tmp_path):
    """Texts come by name, annotators by the name of their files."""
    ferry, tide = read_folder(write_folder(tmp_path))
    assert (ferry.name, [len(marked) for marked in ferry.marked]) == ("ferry", [2, 1])
    assert (tide.name, [len(marked) for marked in tide.marked]) == ("tide", [1])
    (diver,) = tide.marked[0]
    assert words(tide.text, diver.source) == ["A diver"]
    assert words(tide.text, diver.cue) == ["said"]
    assert words(tide.text, diver.content) == ["that the tide had turned"]


def test_a_text_that_nobody_annotated_is_kept(tmp_path):
    """A text without a file of marks comes with no annotator, so that it can be told."""
    (write_folder(tmp_path) / "text" / "new.txt").write_text("Nothing yet.")
    assert [(marked.name, len(marked.marked)) for marked in read_folder(tmp_path)][1] == ("new", 0)


def test_a_file_without_an_annotators_name_is_read(tmp_path):
    """NAME.ann is enough where one person marked the text, also when NAME holds an underscore."""
    folder = write_folder(tmp_path)
    (folder / "text" / "high_tide.txt").write_text(TIDE)
    (folder / "attributions" / "high_tide.ann").write_text(standoff(TIDE, [DIVER]))
    assert [marked.name for marked in read_folder(folder) if marked.marked] == ["ferry", "high_tide", "tide"]


def test_offsets_count_every_character_of_a_line_end(tmp_path):
    """A text with Windows line ends keeps them."""
    folder = write_folder(tmp_path)
    text = "Tide\r\n\r\nA diver said that the tide had turned."
    (folder / "text" / "tide.txt").write_bytes(text.encode())
    (folder / "attributions" / "tide_00aa.ann").write_bytes(standoff(text, [DIVER]).replace("\n", "\r\n").encode())
    (marked,) = read_folder(folder)[1].marked
    assert words(text, marked[0].source) == ["A diver"]


def test_a_mark_may_have_fragments_and_a_role_several_marks():
    """Fragments of one mark and marks of one role are taken together, each span once."""
    text = "No, he said, not now"
    lines = "T1\tContent 0 2;13 16\tNo not\nT2\tCue 7 11\tsaid\nT3\tContent 13 16;17 20\tnot now\n"
    event = "E1\tAttribution:T2 Cue:T2 Content:T1 Content2:T3"
    (found,) = attributions_of(lines + event, text, "a.ann")
    assert words(text, found.content) == ["No", "not", "now"]
    assert found.source == ()


@pytest.mark.parametrize(("kind", "count"), [("Attribution-no-source", 1), ("Discuss", 0), ("Discard", 0)])
def test_only_attributions_count(kind, count):
    """What annotators only wanted to discuss or to discard is no attribution."""
    assert len(attributions_of(standoff(TIDE, [DIVER], kind), TIDE, "a.ann")) == count


def test_notes_and_words_across_lines_are_passed_over():
    """A mark's words may hold a line break; what follows it is no mark, and neither is a note."""
    text = "He said\nno."
    lines = "T1\tCue 3 7\tsaid\nT2\tContent 3 10\tsaid\nno\n#1\tAnnotatorNotes T1\tSure?\nE1\tAttribution:T1 Cue:T1\n"
    (found,) = attributions_of(lines, text, "a.ann")
    assert words(text, found.cue) == ["said"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T1 Cue 8 12 said", "no mark can be read"),
        ("T1\tCue eight\tsaid", "no mark can be read"),
        ("T1\tCue 8 900\tsaid", "8 to 900 is no stretch of the text, which has 39 characters"),
        ("T1\tCue 9 13\tsaid", "the text has other words there than the mark"),
        ("E1\tAttribution", "no event can be read"),
        ("E1\tAttribution:T8 Cue:T8", "says what T8 is"),
    ],
)
def test_a_damaged_line_is_told_with_its_place(line, told):
    """The message names the file and the line, and what is wrong with it."""
    with pytest.raises(NoInputError, match=rf"a\.ann, line 2: .*{told}"):
        attributions_of(f"#1\tAnnotatorNotes\n{line}\n", TIDE, "a.ann")


def test_marks_of_no_text_are_refused(tmp_path):
    """A file of marks whose text is missing is told, with the text that it needs."""
    (write_folder(tmp_path) / "attributions" / "ebb_00aa.ann").write_text("")
    with pytest.raises(NoInputError, match=r"add text/ebb\.txt"):
        read_folder(tmp_path)


def test_a_file_that_is_not_utf8_is_told(tmp_path):
    """The message names the file and the byte."""
    (write_folder(tmp_path) / "text" / "tide.txt").write_bytes(b"caf\xe9")
    with pytest.raises(NoInputError, match=r"tide\.txt is not UTF-8 at byte 3"):
        read_folder(tmp_path)


def test_the_folder_above_is_told_what_is_in_it(tmp_path):
    """Whoever names the corpus is told its parts."""
    part = tmp_path / "dev"
    part.mkdir()
    write_folder(part)
    with pytest.raises(UsageError, match=r"text is missing.*here one of .*dev"):
        read_folder(tmp_path)


@pytest.mark.parametrize(("emptied", "told"), [("text", "no .txt file"), ("attributions", "no .ann file")])
def test_a_folder_with_nothing_to_measure_is_told(tmp_path, emptied, told):
    """Without texts or without marks there is no score."""
    for path in (write_folder(tmp_path) / emptied).iterdir():
        path.unlink()
    with pytest.raises(UsageError, match=told):
        read_folder(tmp_path)
