"""A miniature folder in the format of ECB+, invented: topic 90, two happenings of one kind, two documents on each.

A word between "<NAME:" and ">" is a mention of an event, of the cluster NAME; where that begins with "-", of none.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.sax.saxutils import escape

DOCUMENTS = {
    "90_1ecb": (
        "Fire at Skarn Mill",
        "Rolf Anders was <k1:killed> when a <f1:blaze> broke out at Skarn Mill .",
        "His sister <-s1:said> so on Friday .",
    ),
    "90_2ecb": (
        "Rolf Anders , a miller , was <k1:slain> by a <f1:blaze> at Skarn Mill in Tallow .",
        "It <-r:rained> .",
    ),
    "90_1ecbplus": (
        "http : / / bell . example / 2031 / 05 / 08 / fire",
        "A ferry pilot , Ida Brome , was <k2:killed> in Vell by a <f2:blaze> .",
    ),
    "90_2ecbplus": (
        "http : / / post . example / pilot",
        "Ida Brome was <k2:killed> in the harbour of Vell , and she will be buried there .",
    ),
}
# One sentence is left out: nobody looked for mentions there.
UNSEEN = ("90_2ecb", 1)


def write_folder(folder: Path) -> Path:
    """Writes the documents, the list of sentences and the split; gives the folder."""
    (folder / "ECB+" / "90").mkdir(parents=True)
    rows = ["Topic,File,Sentence Number"]
    for name, sentences in DOCUMENTS.items():
        (folder / "ECB+" / "90" / f"{name}.xml").write_text(_document(sentences), "utf-8")
        kept = [number for number in range(len(sentences)) if (name, number) != UNSEEN]
        rows += [f"90,{name.split('_')[1]},{number}" for number in kept]
    (folder / "ECBplus_coreference_sentences.csv").write_text("\n".join(rows), "utf-8")
    (folder / "train_val_test_split.json").write_text(json.dumps({"train": [], "val": [90]}), "utf-8")
    return folder


def _document(sentences: tuple[str, ...]) -> str:
    tokens: list[str] = []
    marks: list[str] = []
    links: list[tuple[str, str]] = []
    for number, sentence in enumerate(sentences):
        for word in sentence.split():
            marked = re.fullmatch(r"<(.+):(.+)>", word)
            tokens.append(
                f'<token t_id="{len(tokens) + 1}" sentence="{number}" number="0">'
                f"{escape(marked[2] if marked else word)}</token>"
            )
            if marked:
                m_id = len(marks) + 1
                marks.append(_mark(m_id, len(tokens)))
                links += [] if marked[1][0] == "-" else [_link(m_id, marked[1])]
    # What is no action is no mention, wherever it stands.
    place = '<LOC_GEO m_id="70"><token_anchor t_id="1"/></LOC_GEO>'
    return (
        f'<Document doc_name="x">{"".join(tokens)}<Markables>{"".join(marks)}{place}'
        f"{''.join(named for named, _ in links)}</Markables>"
        f"<Relations>{''.join(relation for _, relation in links)}</Relations></Document>"
    )


def _mark(m_id: int, t_id: int) -> str:
    tag = "NEG_ACTION_OCCURRENCE" if m_id == 2 else "ACTION_OCCURRENCE"
    return f'<{tag} m_id="{m_id}"><token_anchor t_id="{t_id}"/></{tag}>'


def _link(m_id: int, cluster: str) -> tuple[str, str]:
    target = 100 + m_id
    named = f'<ACTION_OCCURRENCE m_id="{target}" RELATED_TO="" TAG_DESCRIPTOR="x" instance_id="{cluster}"/>'
    relation = f'<CROSS_DOC_COREF><source m_id="{m_id}"/><target m_id="{target}"/></CROSS_DOC_COREF>'
    return named, relation
