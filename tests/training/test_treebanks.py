"""Treebanks and gold names -> labelled texts, on small files of our own in their formats."""

from __future__ import annotations

import gzip
import json

import pytest

from training.treebanks import ieer, iob2, is_held_out, re3d, treebank


def conllu(*sentences, marks=()):
    """A CoNLL-U file: each sentence a list of "form UPOS head relation misc"; `marks` are the comments of each."""
    blocks = []
    for number, sentence in enumerate(sentences):
        lines = list(marks[number]) if number < len(marks) else []
        for place, written in enumerate(sentence, start=1):
            form, upos, head, relation, *misc = written.split()
            lines.append(
                "\t".join([str(place), form, form, upos, upos[:3], "_", head, relation, "_", *(misc or ["_"])])
            )
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n\n"


RAIN = ["Rain DET 2 nsubj:outer", "fell VERB 0 root SpaceAfter=No", ". PUNCT 2 punct"]
SNOW = ["Snow NOUN 2 nsubj", "fell VERB 0 root"]


@pytest.mark.parametrize("packed", [False, True])
def test_treebank(tmp_path, packed):
    """Sentences are put together with their own blanks; heads count through the paragraph, relations lose subtypes."""
    path = tmp_path / ("a.conllu.gz" if packed else "a.conllu")
    data = conllu(RAIN, SNOW).encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    (item,) = treebank(path)
    assert item.text.strip() == "Rain fell. Snow fell"
    assert item.tokens is not None
    assert [item.text[t.start : t.end] for t in item.tokens] == ["Rain", "fell", ".", "Snow", "fell"]
    assert [(t.head, t.deprel) for t in item.tokens] == [
        (1, "nsubj"),
        (-1, "root"),
        (1, "punct"),
        (4, "nsubj"),
        (-1, "root"),
    ]
    assert item.starts == [0, 11]
    assert item.names is None


def test_treebank_paragraphs(tmp_path):
    """A mark of a new paragraph or document begins a text, and so do four sentences."""
    path = tmp_path / "a.conllu"
    path.write_text(conllu(SNOW, SNOW, RAIN, marks=[["# newdoc id = a"], ["# newpar"], ["# text = Rain fell."]]))
    assert [item.text.strip() for item in treebank(path)] == ["Snow fell", "Snow fell Rain fell."]
    path.write_text(conllu(*[SNOW] * 9))
    assert [len(item.starts or []) for item in treebank(path)] == [4, 4, 1]


def test_treebank_leaves_out_empty_nodes(tmp_path):
    """Multiword ranges and empty nodes are no words."""
    path = tmp_path / "a.conllu"
    lines = conllu(["Snow NOUN 0 root"]).strip()
    path.write_text(f"1-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n{lines}\n1.1\ty\t_\t_\t_\t_\t_\t_\t_\t_\n")
    assert [item.text.strip() for item in treebank(path)] == ["Snow"]


def test_gum_names(tmp_path):
    """Of all noun phrases the proper names are kept, without titles and articles, the longest of nested ones."""
    path = tmp_path / "a.conllu"
    path.write_text(
        conllu(
            [
                "President PROPN 2 compound Entity=(1-person-x",
                "Roe PROPN 3 nsubj Entity=1)",
                "met VERB 0 root",
                "the DET 5 det Entity=(2-organization-x",
                "League PROPN 3 obj",
                "of ADP 7 case",
                "Vella PROPN 5 nmod Entity=(3-place-x)2)",
                "in ADP 10 case",
                "a DET 10 det Entity=(4-place-x",
                "town NOUN 3 obl Entity=4)",
            ]
        )
    )
    (item,) = treebank(path, names=True)
    assert item.names is not None
    assert [(item.text[s:e], kind) for s, e, kind in item.names] == [
        ("Roe", "person"),
        ("League of Vella", "organisation"),
    ]


def test_iob2(tmp_path):
    """Words stand as in the block's text line, runs of inside tags are one name, other tags are none."""
    path = tmp_path / "a.iob2"
    path.write_text(
        "# text = Ann Roe, of Vella\n1\tAnn\tB-PER\n2\tRoe\tI-PER\n3\t,\tO\n4\tof\tO\n5\tVella\tB-LOC\n\n"
        "# text = It\n1\tIt\tB-OTH\n"
    )
    first, second = iob2(path)
    assert (first.text, first.names) == ("Ann Roe, of Vella", [(0, 7, "person"), (12, 17, "place")])
    assert first.tokens is not None
    assert [(t.start, t.end) for t in first.tokens] == [(0, 3), (4, 7), (7, 8), (9, 11), (12, 17)]
    assert (second.text, second.names) == ("It", [])


def test_ieer(tmp_path):
    """Inline marks become spans, doubled marks become straight ones, and line breaks inside a sentence go."""
    (tmp_path / "README").write_text("no text")
    (tmp_path / "A_1").write_text(
        "<DOC><TEXT>\n <b_enamex type=\"PERSON\">Ann Roe<e_enamex> said ``no'' in\n"
        '<b_enamex type="LOCATION">Vella<e_enamex> on <b_timex type="DATE">Monday<e_timex>.\n</TEXT></DOC>'
    )
    (item,) = ieer(tmp_path)
    assert item.text == 'Ann Roe said "no" in Vella on Monday.'
    assert item.names == [(0, 7, "person"), (21, 26, "place")]


def test_re3d(tmp_path):
    """Persons, organisations and places with a capital are names; articles go, and other words are none."""
    folder = tmp_path / "part"
    folder.mkdir()
    text = "The Vella Army met Ann Roe and the minister."
    entities = [("Organisation", 0, 14), ("Person", 19, 26), ("Person", 31, 43), ("Weapon", 4, 9)]
    rows = [{"documentId": "d", "type": kind, "begin": start, "end": end} for kind, start, end in entities]
    (folder / "entities.json").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8-sig")
    (folder / "documents.json").write_text(json.dumps({"_id": "d", "text": text}) + "\n\n", encoding="utf-8")
    (item,) = re3d(tmp_path)
    assert item.names == [(4, 14, "organisation"), (19, 26, "person")]


def test_held_out():
    """What is held out depends on the name alone, and is about its share."""
    kept = [is_held_out(f"document {number}") for number in range(2000)]
    assert kept == [is_held_out(f"document {number}") for number in range(2000)]
    assert 0.17 < sum(kept) / 2000 < 0.23
