"""What stands in the marks of an entry's example."""

from __future__ import annotations

from tests.marks import Marked


def cue_words(marked: Marked) -> list[str]:
    """The words of each cue mark of an example."""
    return [marked.text[start:end] for statement in marked.statements for start, end in statement.cue]


def source_words(marked: Marked) -> str:
    """The words of the one source mark of an example."""
    (statement,) = marked.statements
    assert statement.source is not None
    return marked.text[slice(*statement.source)]


def braced(example: str) -> tuple[str, tuple[int, int]]:
    """An example without its braces, and the place of what stood in them."""
    start, end = example.index("{"), example.index("}") - 1
    return example.replace("{", "").replace("}", ""), (start, end)
