"""What a person does with a browser: opens a page, follows a link, fills in a form; and pages taken apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

from starlette.testclient import TestClient

BASE = "http://127.0.0.1:8765"
VOID = {"meta", "link", "input", "br", "hr"}


class Page(HTMLParser):
    """An HTML page: its text, its links, its elements; `faults` are elements that do not close and ids given twice."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self._words: list[str] = []
        self.feed(source)
        self.close()
        self.faults += [f"not closed: {tag}" for tag in self._open]
        ids = Counter(given["id"] for _, given in self.tags if "id" in given)
        self.faults += [f"id twice: {id_}" for id_, count in ids.items() if count > 1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"closed in the wrong place: {tag} at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    @property
    def text(self) -> str:
        """All that is to be read, in one line."""
        return " ".join("".join(self._words).split())

    @property
    def links(self) -> list[str]:
        """Where the links of the page lead, as far as they are on this site."""
        found = [given.get("href", "") for tag, given in self.tags if tag == "a"]
        return [link for link in found if link.startswith("/")]

    def link(self, pattern: str) -> str:
        """The first link that looks so."""
        return next(link for link in self.links if re.search(pattern, link))


@dataclass
class Browser:
    """One person at the pages."""

    client: TestClient
    token: str = ""
    seen: list[str] = field(default_factory=list)

    def open(self, address: str, status: int = 200) -> Page:
        """A page, which must be sound; its token is kept for the next form."""
        answer = self.client.get(address)
        assert answer.status_code == status, answer.text
        page = Page(answer.text)
        assert page.faults == []
        tokens = [given["value"] for _, given in page.tags if given.get("name") == "token"]
        self.token = tokens[0] if tokens else self.token
        return page

    def send(self, address: str, status: int = 303, **fields: Any) -> str:
        """Sends a form; gives where it leads, or the text of the answer."""
        files = fields.pop("files", None)
        data = {"token": self.token, **fields}
        answer = self.client.post(address, data=data, files=files, follow_redirects=False)
        assert answer.status_code == status, answer.text
        return str(answer.headers["location"]) if status == 303 else answer.text

    def judge(self, **fields: Any) -> str:
        """Sends a verdict from its form."""
        about = fields.get("about")
        self.open(f"/judge?about={about}" if about else "/judgements")
        return self.send("/judge", **{"author": "R. Holt", **fields})

    def json(self, address: str, status: int = 200) -> dict[str, object]:
        """An answer of the API."""
        answer = self.client.get(address)
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == "application/json"
        found: dict[str, object] = answer.json()
        return found

    def walk(self, start: str = "/", most: int = 400) -> dict[str, Page]:
        """Every page that links lead to, each sound, without those of the API."""
        pages: dict[str, Page] = {}
        todo = [start]
        while todo and len(pages) < most:
            address = todo.pop(0).partition("#")[0]
            if address in pages or address.startswith("/api/"):
                continue
            pages[address] = self.open(address)
            todo += pages[address].links
        return pages


def report_of(link: str) -> str:
    """The report that a link into the reader leads to."""
    return unquote(link).removeprefix("/report/").partition("?")[0].partition("#")[0]
