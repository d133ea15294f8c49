"""The elements of a page as its source spells them, to be held against those that a browser makes of it.

Where the two differ the browser had to mend the page: a link inside a link, a form inside a form, a block inside a
paragraph, a table without its body, an element that is not closed.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# `parsed` is the tree of a source, an element a line, as deep as it stands.
_TREE = """(source) => {
  const parsed = (text) => {
    const lines = [];
    const walk = (element, depth) => {
      lines.push(`${" ".repeat(depth)}${element.localName}`);
      for (const child of element.children) walk(child, depth + 1);
    };
    const page = new DOMParser().parseFromString(text, "text/html");
    walk(page.documentElement, 0);
    return [page, lines];
  };
  const [page, lines] = parsed(source);
  const [again] = parsed("<!doctype html>" + page.documentElement.outerHTML);
  return [lines, page.documentElement.outerHTML === again.documentElement.outerHTML];
}"""


class Spelled(HTMLParser):
    """The lines of a page: each element, as deep as its source has it; `faults` where a tag closes another."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        self.faults += [f"not closed: {tag}" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"attribute twice: {tag}"] if len(set(names)) < len(names) else []
        self.lines.append(" " * len(self._open) + tag)
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.lines.append(" " * len(self._open) + tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"closed in the wrong place: {tag} at {self.getpos()}")


def mended(page: Page, source: str) -> list[str]:
    """What a browser changes in this source when it reads it, and when it reads again what it wrote; [] if nothing."""
    spelled = Spelled(source)
    lines, stable = page.evaluate(_TREE, source)
    found = spelled.faults + ([] if stable else ["reads otherwise what it wrote"])
    # A browser calls the parts of a drawing by names with capitals; the source is read without.
    pairs = zip([*spelled.lines, "end"], [*(line.lower() for line in lines), "end"], strict=False)
    differs = next(((at, ours, theirs) for at, (ours, theirs) in enumerate(pairs) if ours != theirs), None)
    if differs:
        at, ours, theirs = differs
        found.append(
            f"element {at} is {theirs.strip()!r} for {ours.strip()!r}, after {spelled.lines[max(0, at - 3) : at]}"
        )
    return found
