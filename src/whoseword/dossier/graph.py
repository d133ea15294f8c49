"""One report's page in; its chains as a graph out: who has it from whom, for how many statements, and how it is known.

`A <- B <- C` and `A <- B` share the nodes of A and B. A node that only ends chains stands there once, however many ways
lead to it; in between nothing is merged, so that every way through the graph is the chain of some statement. Open ends
behind different people are never merged: what two outlets have from nobody named may come from two people.

>>> [(edge.start, edge.end, edge.counts) for edge in graph_of(page).edges]
[(0, 1, (('stated', 2), ('carried', 1)))]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from whoseword.dossier.entries import Entry, ReportPage, Step
from whoseword.model import Entity, LinkKind

OPEN_END = "not stated"
# Best known first; lines between the same two nodes keep this order.
KINDS: tuple[LinkKind, ...] = ("stated", "carried", "unknown")

_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody on a chain. `named` is None at an open end; `href` leads to the first words, `labels` are statements."""

    name: str
    named: bool | None
    column: int
    href: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """`start` has it from `end` (places in `ChainGraph.nodes`); `counts` says how that is known, how often each."""

    start: int
    end: int
    counts: tuple[tuple[LinkKind, int], ...]


@dataclass(frozen=True, slots=True)
class ChainGraph:
    """`nodes[0]` is the publisher. Nodes and edges stand in the order in which the statements bring them in."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph_of(page: ReportPage) -> ChainGraph | None:
    """The graph of a report's chains; None where no statement leads beyond the publisher."""
    entities = {entity.id: entity for entity in page.record.entities}
    passing: dict[_Path, list[tuple[Entry, Step]]] = {}
    for entry in page.entries:
        path: _Path = ()
        for step in entry.chain[1:]:
            path = (*path, node_key(entities.get(step.entity or ""), entities))
            passing.setdefault(path, []).append((entry, step))
    if not passing:
        return None
    merged = _merged(passing)
    nodes = {(): _publisher(page)} | _nodes(passing, merged)
    places = {path: place for place, path in enumerate(nodes)}
    edges = _edges(passing, merged)
    return ChainGraph(
        tuple(nodes.values()),
        tuple(Edge(places[start], places[end], _counts(known)) for (start, end), known in edges.items()),
    )


def node_key(entity: Entity | None, entities: Mapping[str, Entity]) -> str:
    """What makes two links one node: "a report from the Bell" and the Bell itself are one."""
    if entity is None:
        return OPEN_END
    if entity.kind == "document" and entity.name:
        authors = (other for other in entities.values() if other.kind != "document" and other.name == entity.name)
        entity = next(authors, entity)
    return f"outlet {entity.name}" if entity.kind == "outlet" else f"entity {entity.id}"


def _merged(passing: Mapping[_Path, object]) -> dict[_Path, _Path]:
    """For each way from the publisher, the way whose node it shares: ends at the same one share the first's."""
    inner = {path[:-1] for path in passing}
    first: dict[str, _Path] = {}
    return {
        path: path if path in inner or path[-1] == OPEN_END else first.setdefault(path[-1], path) for path in passing
    }


def _publisher(page: ReportPage) -> Node:
    chains = [entry for entry in page.entries if entry.chain]
    first = chains[0].chain[0]
    return Node(first.name, first.named, 0, f"#{page.anchor}", tuple(entry.tag.label for entry in chains))


def _nodes(passing: Mapping[_Path, list[tuple[Entry, Step]]], merged: Mapping[_Path, _Path]) -> dict[_Path, Node]:
    found: dict[_Path, list[tuple[Entry, Step]]] = {}
    column: dict[_Path, int] = {}
    for path, steps in passing.items():
        found.setdefault(merged[path], []).extend(steps)
        column[merged[path]] = max(column.get(merged[path], 0), len(path))
    return {path: _node(steps, column[path]) for path, steps in found.items()}


def _node(steps: list[tuple[Entry, Step]], column: int) -> Node:
    ordered = sorted(steps, key=lambda item: item[0].tag.number)
    _, first = ordered[0]
    labels = dict.fromkeys(entry.tag.label for entry, _ in ordered)
    return Node(first.name, first.named, column, f"#{_words(ordered)}", tuple(labels))


def _words(steps: list[tuple[Entry, Step]]) -> str:
    """The anchor of a node's first words; without any, of the first statement that stands on it.

    A sentence that states the link comes before what a link was carried from.
    """
    stated = [step.place for _, step in steps if step.place and step.known == "stated"]
    others = [step.place for _, step in steps if step.place]
    entry = steps[0][0]
    return next(iter([*stated, *others, *entry.places, entry.tag.anchor]))


def _edges(
    passing: Mapping[_Path, list[tuple[Entry, Step]]], merged: Mapping[_Path, _Path]
) -> dict[tuple[_Path, _Path], Counter[str]]:
    edges: dict[tuple[_Path, _Path], Counter[str]] = {}
    for path, steps in passing.items():
        known = edges.setdefault((path[:-1], merged[path]), Counter())
        known.update(step.known for _, step in steps)
    return edges


def _counts(known: Counter[str]) -> tuple[tuple[LinkKind, int], ...]:
    return tuple((kind, known[kind]) for kind in KINDS if known[kind])
