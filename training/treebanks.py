"""Universal Dependencies treebanks and gold names -> `Labelled` texts, paragraph by paragraph.

>>> len(treebank(Path("../shared/corpora/ud_ewt/en_ewt-ud-dev.conllu.gz"))) > 100
True
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

from training.corpora import Labelled, Token

# Sentences of one document follow each other in real text; this many make a training paragraph where none is marked.
SENTENCES_A_PARAGRAPH = 4
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
TITLES = {
    "president", "prime", "minister", "secretary", "senator", "sen.", "rep.", "gov.", "governor", "gen.", "general",
    "mr.", "mrs.", "ms.", "dr.", "sir", "king", "queen", "prince", "professor", "pope", "judge", "mayor", "chancellor",
    "ambassador", "sheriff", "captain", "colonel", "sgt.", "lt.", "justice", "premier", "representative",
}  # fmt: skip


def treebank(path: Path, *, names: bool = False) -> list[Labelled]:
    """A CoNLL-U file as paragraphs of its own text; with `names`, GUM's named entities too."""
    texts: list[Labelled] = []
    group: list[list[list[str]]] = []

    def close() -> None:
        if group:
            texts.append(_paragraph(f"{path.stem}-{len(texts)}", group, names))
            group.clear()

    data = path.read_bytes()
    blocks = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").strip().split("\n\n")
    for block in blocks:
        lines = block.split("\n")
        if any(line.startswith(("# newdoc", "# newpar")) for line in lines) or len(group) == SENTENCES_A_PARAGRAPH:
            close()
        group.append([line.split("\t") for line in lines if line[:1] != "#" and line.split("\t")[0].isdigit()])
    close()
    return texts


def _paragraph(name: str, sentences: list[list[list[str]]], names: bool) -> Labelled:
    text = ""
    tokens: list[Token] = []
    starts: list[int] = []
    for rows in sentences:
        if text and not text.endswith(" "):
            text += " "
        base = len(tokens)
        starts.append(len(text))
        for row in rows:
            head = int(row[6])
            start, text = len(text), text + row[1]
            relation = row[7].split(":")[0]
            tokens.append(Token(start, len(text), row[3], base + head - 1 if head else -1, relation, row[0] == "1"))
            if "SpaceAfter=No" not in row[9]:
                text += " "
    item = Labelled(name, text, tokens=tokens, starts=starts)
    if names:
        item.names = gum_names(tokens, [row for rows in sentences for row in rows])
    return item


def gum_names(tokens: list[Token], rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """Names from GUM, which annotates every noun phrase: the capitalised run around a proper-noun head."""
    wanted = {"person": "person", "organization": "organisation", "place": "place"}
    stack: list[tuple[str, str, int]] = []
    found: set[tuple[int, int, str]] = set()
    for k, row in enumerate(rows):
        value = re.search(r"Entity=([^|]+)", row[9])
        if not value:
            continue
        for opened, closed, single in re.findall(r"\(([^()]+)(?=\(|$)|(\d+)\)|\(([^()]+)\)", value[1]):
            if single or opened:
                parts = (single or opened).split("-")
                entity, kind, span = parts[0], parts[1] if len(parts) > 1 else "", k
                if single:
                    found |= _proper(tokens, rows, span, k, wanted.get(kind))
                else:
                    stack.append((entity, kind, k))
            elif closed:
                for i in range(len(stack) - 1, -1, -1):
                    if stack[i][0] == closed:
                        _, kind, span = stack.pop(i)
                        found |= _proper(tokens, rows, span, k, wanted.get(kind))
                        break
    longest = [n for n in found if not any(o != n and o[0] <= n[0] and n[1] <= o[1] for o in found)]
    return sorted(longest)


def _proper(
    tokens: list[Token], rows: list[list[str]], first: int, last: int, kind: str | None
) -> set[tuple[int, int, str]]:
    if kind is None:
        return set()
    inside = range(first, last + 1)
    heads = [k for k in inside if tokens[k].head not in inside]
    if not heads or tokens[heads[0]].upos != "PROPN" or (kind == "person" and rows[heads[0]][4] == "NNPS"):
        return set()
    low = high = heads[0]
    joins = {"of", "the", "for", "and", "&", "-"} if kind == "organisation" else {"-", "of"}
    while low > first and (_is_capitalised(rows[low - 1][1]) or rows[low - 1][1] in joins):
        low -= 1
    while high < last and (_is_capitalised(rows[high + 1][1]) or rows[high + 1][1] in joins):
        high += 1
    if kind == "person":
        low = max([low, *(k + 1 for k in range(low, high) if rows[k][1].lower() in TITLES)])
    while low < high and not _is_capitalised(rows[low][1]):
        low += 1
    while high > low and not _is_capitalised(rows[high][1]):
        high -= 1
    return {(tokens[low].start, tokens[high].end, kind)}


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper()


def iob2(path: Path) -> list[Labelled]:
    """UNER files: one sentence a block, columns index, word, tag; words stand as in the block's own text line."""
    texts = []
    for number, block in enumerate(path.read_text("utf-8").strip().split("\n\n")):
        text, names, tokens = "", [], []
        source = next((line[9:] for line in block.split("\n") if line.startswith("# text = ")), "")
        place = 0
        for line in block.split("\n"):
            if line.startswith("#") or not line.strip():
                continue
            _, word, tag = line.split("\t")[:3]
            found = source.find(word, place)
            start = found if 0 <= found <= place + 2 else len(text) + 1
            text = source[:start] if 0 <= found <= place + 2 else text + " "
            text += word
            place = len(text)
            tokens.append(Token(start, place))
            if tag.startswith("B-") and tag[2:] in KINDS:
                names.append((start, place, KINDS[tag[2:]]))
            elif tag.startswith("I-") and names and tag[2:] in KINDS:
                names[-1] = (names[-1][0], place, names[-1][2])
        texts.append(Labelled(f"{path.stem}-{number}", text, names=names, tokens=tokens))
    return texts


def ieer(folder: Path) -> list[Labelled]:
    """The IEER newswire sample: inline ENAMEX marks, ``...'' quotation marks turned into what today's wires print."""
    kinds = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place"}
    texts = []
    for path in sorted(folder.iterdir()):
        if path.name == "README":
            continue
        for number, body in enumerate(re.findall(r"<TEXT>(.*?)</TEXT>", path.read_text("latin-1"), re.DOTALL)):
            marked = re.sub(r"\n[ \t]+", "\x00", body.strip()).replace("``", '"').replace("''", '"')
            lines = re.sub(r"\s+", " ", marked).replace("\x00", "\n")
            text, names, opened = "", [], None
            for piece in re.split(r"(<[^>]*>)", lines):
                mark = re.match(r'<b_enamex type="(\w+)', piece)
                if mark:
                    opened = (len(text), mark[1].split("|")[0])
                elif piece == "<e_enamex>" and opened:
                    if opened[1] in kinds:
                        names.append((opened[0], len(text), kinds[opened[1]]))
                    opened = None
                elif not piece.startswith("<"):
                    text += piece
            texts.append(Labelled(f"{path.name}-{number}", text, names=names))
    return texts


def re3d(root: Path) -> list[Labelled]:
    """re3d's persons, organisations and places, kept only where the words are a proper name."""
    kinds = {"Person": "person", "Organisation": "organisation", "Location": "place"}
    texts = []
    for folder in sorted(p for p in root.iterdir() if p.is_dir()):
        entities: dict[str, list[tuple[int, int, str]]] = {}
        for line in (folder / "entities.json").read_text("utf-8-sig").splitlines():
            row = json.loads(line) if line.strip() else {}
            if row.get("type") in kinds:
                entities.setdefault(row["documentId"], []).append((row["begin"], row["end"], kinds[row["type"]]))
        for line in (folder / "documents.json").read_text("utf-8-sig").splitlines():
            if not line.strip():
                continue
            row = json.loads(line)
            names = {trimmed for e in entities.get(row["_id"], []) if (trimmed := _capitalised(row["text"], e))}
            longest = [n for n in names if not any(o != n and o[0] <= n[0] and n[1] <= o[1] for o in names)]
            texts.append(Labelled(row["_id"], row["text"], names=sorted(longest)))
    return texts


def _capitalised(text: str, entity: tuple[int, int, str]) -> tuple[int, int, str] | None:
    start, end, kind = entity
    found = re.match(
        r"(?:(?:the|The|a|an)\s+)?([A-Z][\w.’'-]*(?:\s+(?:of|for|and|the|al|bin)?\s*[A-Z][\w.’'-]*)*)$", text[start:end]
    )
    return (start + found.start(1), end, kind) if found else None


def is_held_out(name: str, *, share: int = 5) -> bool:
    """Whether a document belongs to the part that is kept for measuring: one in `share`, by the hash of its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % share == 0
