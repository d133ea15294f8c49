"""Records -> the chains of each report as a tree for a terminal: the publisher at the root, statements at the leaves.

Harbour News
└── Evening Bell
    └── a stoker, unnamed
        └── 1  told: the boiler had been patched with tin

A statement names the links that it does not state itself; an end that nobody states is "not stated".

>>> Console().print(report_chains(record, 80))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from whoseword.dossier.characters import visible
from whoseword.dossier.entries import name_of
from whoseword.dossier.graph import OPEN_END, node_key
from whoseword.dossier.terminal import heading, shorten
from whoseword.model import Entity, Link, Record, Span, Statement

_LINES = 2  # lines of a statement that are shown
_NARROWEST = 24
_INDENT = 4  # columns that each step of a tree takes


def report_chains(record: Record, width: int) -> RenderableType:
    """A heading and the tree of all chains, for a terminal of `width` columns."""
    parts: list[RenderableType] = [heading(record)]
    if record.statements:
        parts.append(_tree(record, width))
    else:
        parts.append(Text("  No statement found.", style="italic"))
    return Padding(Group(*parts), (0, 0, 1, 0))


def _tree(record: Record, width: int) -> Tree:
    entities = {entity.id: entity for entity in record.entities}
    root = Tree(Text(_plain(record.report.outlet or "this report (outlet not known)"), style="bold"))
    nodes: dict[tuple[str, ...], Tree] = {(): root}
    for number, statement in enumerate(record.statements, start=1):
        node = _node(nodes, statement.chain[1:], entities, record.report.text)
        room = max(width - _INDENT * (len(statement.chain) + 1), _NARROWEST)
        carried = [name_of(entities.get(n.entity or ""), record.report.text) for n in statement.chain if _is_carried(n)]
        node.add(_leaf(record.report.text, number, statement, room, carried))
    return root


def _is_carried(link: Link) -> bool:
    return link.link == "carried"


def _node(nodes: dict[tuple[str, ...], Tree], links: Sequence[Link], entities: Mapping[str, Entity], text: str) -> Tree:
    """The node at the end of a chain; chains that begin alike share their first nodes."""
    path: tuple[str, ...] = ()
    for link in links:
        above, path = nodes[path], (*path, node_key(entities.get(link.entity or ""), entities))
        if path not in nodes:
            nodes[path] = above.add(_label(link, entities, text))
    return nodes[path]


def _label(link: Link, entities: Mapping[str, Entity], text: str) -> Text:
    entity = entities.get(link.entity or "")
    if entity is None:
        return Text(OPEN_END, style="italic dim")
    label = Text(_plain(name_of(entity, text)), style="cyan")
    return label.append("" if entity.named else "  unnamed", style="dim")


def _leaf(text: str, number: int, statement: Statement, width: int, carried: Sequence[str]) -> Text:
    cue, told = _plain(_words(text, statement.cue)), _plain(_words(text, statement.content))
    ending = f"  ({', '.join(map(_plain, carried))} carried)" if carried else ""
    shown = shorten(f"{number}  {cue}: {told}" if cue else f"{number}  {told}", max(width, _NARROWEST), _LINES)
    return Text(shown).append(ending, style="dim")


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(text[slice(*span)] for span in spans)


def _plain(text: str) -> str:
    return " ".join(visible(text).split())
