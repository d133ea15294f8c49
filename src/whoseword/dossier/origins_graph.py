"""The origins of one claim and its units in; a graph out: who printed it, through whom it came, on whose word.

It is a graph of chains like that of one report, with all publishers side by side: node 0 is the claim, which is not
drawn. For each origin one place has its whole chain, the first that tells its source; the others are one node.

>>> [node.name for node in origin_graph(count, units, where).graph.nodes]
['', 'Orne Courier', 'a pilot', '+3 that repeat it']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from whoseword.across import End, EndKind, Origin, OriginCount, Ref, Told
from whoseword.dossier.graph import KINDS, OPEN_END, ChainGraph, Edge, Node
from whoseword.dossier.svg import cut, plain
from whoseword.model import LinkKind

Where = Callable[[Ref], str | None]
_NAME = 80  # letters: a box holds fewer
NO_PUBLISHER = "publisher not known"


@dataclass(frozen=True, slots=True)
class OriginGraph:
    """`sorts` say for each node what it is: claim, publisher, relay, echo, named, unnamed, outlet or open.

    `origins` has the node of each origin, by its id; `most` is how many outlets stand in the longest chain between.
    """

    graph: ChainGraph
    sorts: tuple[str, ...]
    origins: Mapping[str, int]
    most: int


def origin_graph(count: OriginCount, units: Mapping[Ref, Told], where: Where, details: str) -> OriginGraph:
    """The graph of `count`. `where` gives the address of a place's words; `details` begins ids of what is folded."""
    shown = {origin.id: teller(origin, units) for origin in count.origins}
    most = max((len(_before(origin, shown[origin.id])) for origin in count.origins), default=0)
    made = _Made(most)
    for origin in count.origins:
        made.add(origin, shown[origin.id], units, (where, f"#{details}-{plain(origin.id)}"))
    edges = (
        Edge(start, end, tuple((kind, known[kind]) for kind in KINDS if known[kind]))
        for (start, end), known in made.edges.items()
    )
    nodes = tuple(node for node, _ in made.nodes.values())
    return OriginGraph(
        ChainGraph(nodes, tuple(edges)), tuple(sort for _, sort in made.nodes.values()), made.places, most
    )


class _Made:
    """Nodes by what makes them one, in the order in which they come; edges by the places of their ends."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.nodes: dict[tuple[str, ...], tuple[Node, str]] = {("claim",): (Node("", None, 0, "", ()), "claim")}
        self.edges: dict[tuple[int, int], Counter[LinkKind]] = {}
        self.places: dict[str, int] = {}

    def add(self, origin: Origin, unit: Told | None, units: Mapping[Ref, Told], ways: tuple[Where, str]) -> None:
        """One origin with the chain of the place that told it first, and those that repeat it."""
        where, folded = ways
        href = (where(unit.ref) if unit else None) or folded
        publisher, relays, links = publisher_of(unit), _before(origin, unit), _links(unit)
        steps = [*zip(relays, links, strict=False), (None, links[-1])]
        at = self._node(("publisher", publisher), Node(cut(publisher, _NAME), None, 1, href, ()), "publisher")
        self._edge(0, at, "stated")
        path: tuple[str, ...] = ("publisher", publisher)
        for depth, (relay, kind) in enumerate(steps, start=2):
            path = ("origin", origin.id) if relay is None else (*path, relay)
            column = self.most + 2 if relay is None else depth
            sort = sort_of(origin, unit) if relay is None else "relay"
            name = relay or (OPEN_END if sort == "open" else origin.who)
            end = self._node(path, Node(cut(name, _NAME), _named(sort), column, href, ()), sort)
            self._edge(at, end, kind)
            at = end
        self.places[origin.id] = at
        again = [units.get(ref) for ref in origin.members if unit is None or ref != unit.ref][: len(origin.members) - 1]
        if again:
            told = f"+{len(again)} that {'repeats' if len(again) == 1 else 'repeat'} it"
            echo = self._node(("echo", origin.id), Node(told, None, 1, f"{folded}-again", ()), "echo")
            self._edge(0, echo, "stated")
            for one in again:
                self._edge(echo, at, _links(one)[-1])

    def _node(self, key: tuple[str, ...], node: Node, sort: str) -> int:
        self.nodes.setdefault(key, (node, sort))
        return list(self.nodes).index(key)

    def _edge(self, start: int, end: int, kind: LinkKind) -> None:
        if start != end:
            self.edges.setdefault((start, end), Counter())[kind] += 1


def publisher_of(unit: Told | None) -> str:
    """Who printed a unit, as its report has it."""
    end = unit.end if unit else None
    if end is None:
        return NO_PUBLISHER
    return (end.publisher.called if end.publisher else None) or end.outlet or NO_PUBLISHER


def _relays(unit: Told | None) -> list[str]:
    return [party.called for party in unit.end.relays] if unit and unit.end else []


def _before(origin: Origin, unit: Told | None) -> list[str]:
    """Who stands between the publisher and an origin; a chain that goes on behind the origin ends with it."""
    return list(takewhile(lambda name: name != origin.who, _relays(unit)))


def _links(unit: Told | None) -> list[LinkKind]:
    """How each step to the origin is known; unknown where nobody is cited."""
    end: End | None = unit.end if unit else None
    if end is None or end.kind in {"author", "unknown"} or not end.links:
        return ["unknown"]
    return list(end.links[: len(end.relays) + 1])


def teller(origin: Origin, units: Mapping[Ref, Told]) -> Told | None:
    """The unit whose chain shows best where an origin stands: the first that tells its source, else the first."""
    told = [units[ref] for ref in (origin.first, *origin.members) if ref in units]
    best: tuple[EndKind, ...] = ("source", "outlet", "author", "unknown")
    return min(told, key=lambda unit: (_called(unit) != origin.who, best.index(_kind(unit))), default=None)


def _called(unit: Told) -> str | None:
    return unit.end.source.called if unit.end and unit.end.source else None


def _kind(unit: Told) -> EndKind:
    return unit.end.kind if unit.end else "unknown"


def sort_of(origin: Origin, unit: Told | None) -> str:
    """What an origin is: named, unnamed, an outlet whose own source is not told, or open where nobody is cited."""
    if unit is None or unit.end is None or unit.end.kind in {"author", "unknown"}:
        return "open"
    if unit.end.kind == "outlet":
        return "outlet"
    return "named" if origin.named else "unnamed"


def _named(sort: str) -> bool | None:
    return {"named": True, "unnamed": False, "relay": True, "outlet": True}.get(sort)


def brackets(count: OriginCount) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Groups of origins tied by "may be one", in order; the flag says whether any two of a group may be."""
    may = {origin.id: {other for other, _ in origin.possibly} for origin in count.origins}
    left = [origin.id for origin in count.origins]
    while left:
        group, todo = {left[0]}, [left[0]]
        while todo:
            for other in sorted(may[todo.pop()] & set(left) - group):
                group.add(other)
                todo.append(other)
        members = tuple(one for one in left if one in group)
        left = [one for one in left if one not in group]
        if len(members) > 1:
            yield members, all(b in may[a] or a in may[b] for a in members for b in members if a != b)
