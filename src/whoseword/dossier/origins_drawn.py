"""How many origins a claim has, and its units, in; the graph of its origins as SVG and the same as a list out.

Publishers stand at the left, what they have it from in the middle, those on whose word it stands at the right. Origins
that may be one are tied by a dotted bracket. The places that repeat an origin are folded, and open without a script.

>>> headline(count)
'1 to 2 independent origins'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from whoseword.across import Echo, Origin, OriginCount, Ref, Told
from whoseword.dossier.drawing import UNIT, line_drawn, node_drawn, sentences
from whoseword.dossier.graph import ChainGraph, Node
from whoseword.dossier.layout import Box, Layout, lay_out
from whoseword.dossier.origins_graph import OriginGraph, Where, brackets, origin_graph, publisher_of, sort_of, teller
from whoseword.dossier.spoken import spoken_day
from whoseword.dossier.svg import cut, number, plain
from whoseword.dossier.trimming import cropped

_HEADS = 18.0  # the line that names the columns
# Room for the drawing: for a publisher and an origin, for one outlet between, and for more.
_ROOM = (560.0, 780.0, 1000.0)
_HEAD = 86.0  # the name of the last column
_BRACKET = 16.0
_MAY = 66.0  # the words beside a bracket
_NAME = 80
_MOST = 24  # origins that a drawing holds; the list has all


@dataclass(frozen=True, slots=True)
class OriginsDrawn:
    """`headline` is the range in words; `svg` is empty where nothing, or too much, would be drawn."""

    headline: str
    svg: Markup
    listed: Markup

    def __html__(self) -> Markup:
        """All of it, as it stands on a page."""
        drawn = Markup('<div class="drawn">{}</div>').format(self.svg) if self.svg else ""
        return Markup('<p class="range">{}</p>{}{}').format(self.headline, drawn, self.listed)


def draw_origins(
    count: OriginCount, units: Mapping[Ref, Told], *, at: str | None = None, where: Where = lambda _: None
) -> OriginsDrawn:
    """The origins of one claim. `units` by their places; `where` gives the address of a place's words on the page.

    `at` begins every id in it; without it the id of the claim does.
    """
    begin = at or f"o-{plain(count.claim)}"
    graph = origin_graph(count, units, where, begin)
    is_drawn = bool(count.origins) and len(count.origins) <= _MOST
    return OriginsDrawn(
        headline(count), _svg(count, graph, begin) if is_drawn else Markup(), _listed(count, units, begin, where)
    )


def headline(count: OriginCount) -> str:
    """The range in words, or that it cannot be measured, and why."""
    if count.low is None or count.high is None:
        return f"Cannot be measured: {cut('; '.join(count.unmeasured), 4 * _NAME) or 'no reason told'}"
    many = "origin" if count.low == count.high == 1 else "origins"
    return f"{count.low if count.low == count.high else f'{count.low} to {count.high}'} independent {many}"


# The drawing


def _svg(count: OriginCount, graph: OriginGraph, at: str) -> Markup:
    layout = cropped(lay_out(graph.graph, _ROOM[min(graph.most, len(_ROOM) - 1)]), _HEADS)
    ties = list(brackets(count))
    last = max(box.x for box in layout.boxes)
    width = max(layout.width + (len(ties) * _BRACKET + _MAY if ties else 0), last + _HEAD)
    return Markup(
        '<svg class="drawing origins" role="group" aria-labelledby="{at}.t {at}.d" viewBox="0 0 {w} {h}" '
        'width="{rw}rem" height="{rh}rem"><title id="{at}.t">{title}</title><desc id="{at}.d">{told}</desc>'
        '<g aria-hidden="true">{lines}{heads}{ties}</g>{nodes}</svg>'
    ).format(
        at=at,
        w=number(width),
        h=number(layout.height),
        rw=number(width / UNIT),
        rh=number(layout.height / UNIT),
        title=f"Origins of the claim: {headline(count)}",
        told=sentences(_without_claim(graph.graph)),
        lines=Markup("").join(line_drawn(line) for line in layout.lines),
        heads=Markup("").join(_heads(graph, layout)),
        ties=Markup("").join(_ties(graph, layout, ties)),
        nodes=Markup("").join(_nodes(graph, layout)),
    )


def _without_claim(graph: ChainGraph) -> ChainGraph:
    return ChainGraph(graph.nodes, tuple(edge for edge in graph.edges if edge.start))


def _heads(graph: OriginGraph, layout: Layout) -> Iterator[Markup]:
    """What each column is."""
    names = {1: "Printed by", graph.most + 2: "On the word of"} | ({2: "Through"} if graph.most else {})
    for column, name in sorted(names.items()):
        boxes = [box for node, box in zip(graph.graph.nodes[1:], layout.boxes, strict=True) if node.column == column]
        if boxes:
            x = min(box.x for box in boxes)
            yield Markup('<text class="head-of" x="{}" y="11">{}</text>').format(number(x), name)


def _nodes(graph: OriginGraph, layout: Layout) -> Iterator[Markup]:
    for node, sort, box in zip(graph.graph.nodes[1:], graph.sorts[1:], layout.boxes, strict=True):
        yield node_drawn(node, box, "named" if sort == "outlet" else sort, _told(node, sort))


def _told(node: Node, sort: str) -> str:
    what = {
        "publisher": ", publisher",
        "unnamed": ", unnamed source",
        "named": ", named source",
        "relay": ", outlet",
        "outlet": ", outlet",
    }
    return f"{cut(node.name, _NAME)}{what.get(sort, '')}"


def _ties(graph: OriginGraph, layout: Layout, ties: list[tuple[tuple[str, ...], bool]]) -> Iterator[Markup]:
    """A dotted bracket beside the origins that may be one, with a stub for each."""
    for lane, (members, any_two) in enumerate(ties):
        boxes: list[Box] = sorted((layout.boxes[graph.origins[one] - 1] for one in members), key=lambda box: box.y)
        x = layout.width + lane * _BRACKET + 4
        stubs = "".join(f"M{number(box.x + box.width + 2)} {number(box.y)}H{number(x)}" for box in boxes)
        yield Markup('<path class="tie" d="{}M{x} {}V{}"/>').format(
            stubs, number(boxes[0].y), number(boxes[-1].y), x=number(x)
        )
        y = (boxes[0].y + boxes[-1].y) / 2
        for line, words in enumerate(("may", "be one") if any_two else ("some may", "be one")):
            yield Markup('<text class="may" x="{}" y="{}">{}</text>').format(
                number(layout.width + len(ties) * _BRACKET - 6), number(y - 2 + 12 * line), words
            )


# The list


def _listed(count: OriginCount, units: Mapping[Ref, Told], at: str, where: Where) -> Markup:
    echoes: dict[str, list[Echo]] = {}
    for echo in count.echoes:
        echoes.setdefault(echo.of, []).append(echo)
    items = Markup("").join(
        _item(origin, count, echoes.get(origin.id, []), (units, at, where)) for origin in count.origins
    )
    parts = [Markup('<ol class="origins-told">{}</ol>').format(items)] if items else []
    parts += [Markup('<p class="note">{}</p>').format(cut(note, 4 * _NAME)) for note in count.notes]
    if "" in echoes:
        parts.append(_folded(echoes[""], f"{at}-none", "place speaks of it without saying so", (units, where)))
    return Markup("").join(parts)


def _item(
    origin: Origin,
    count: OriginCount,
    echoes: list[Echo],
    known: tuple[Mapping[Ref, Told], str, Where],
) -> Markup:
    units, at, where = known
    sorts = {one.id: sort_of(one, teller(one, units)) for one in count.origins}
    parts = [
        Markup('<p><bdi class="{}">{}</bdi> <span class="sort">{}</span></p>').format(
            "who-named" if sorts[origin.id] in {"named", "outlet"} else "who",
            cut(origin.who, _NAME),
            _said(origin, sorts[origin.id]),
        ),
        Markup("<p>first told by {}</p>").format(_place(origin.first, units, where)),
    ]
    if through := [name for name in origin.via if name != origin.who]:
        via = Markup(", ").join(Markup("<bdi>{}</bdi>").format(cut(name, _NAME)) for name in through)
        parts.append(Markup("<p>through {}</p>").format(via))
    parts += _may_be(origin, count, sorts)
    again = [_folded(echoes, f"{at}-{plain(origin.id)}-again", "that repeats it", (units, where))] if echoes else []
    return Markup('<li id="{}-{}">{}</li>').format(at, plain(origin.id), Markup("").join([*parts, *again]))


def _said(origin: Origin, sort: str) -> str:
    if sort == "named":
        return "named, on the record" if origin.on_record else "named, not on the record"
    told = {"unnamed": "unnamed", "outlet": "an outlet; from whom it has it is not told", "open": "no source told"}
    return told[sort]


def _may_be(origin: Origin, count: OriginCount, sorts: Mapping[str, str]) -> Iterator[Markup]:
    """Which others it may be one with. Where nobody is cited it may come from any of them, and that is said once."""
    if sorts[origin.id] == "open":
        if origin.possibly:
            yield Markup("<p>may come from one of the others: where this comes from is not told</p>")
        return
    named = {other.id: other.who for other in count.origins}
    for other, why in origin.possibly:
        if sorts.get(other) != "open":
            yield Markup("<p>may be one with <bdi>{}</bdi>: <bdi>{}</bdi></p>").format(
                cut(named.get(other, "another"), _NAME), cut(why, 2 * _NAME)
            )


def _folded(echoes: list[Echo], at: str, told: str, known: tuple[Mapping[Ref, Told], Where]) -> Markup:
    """What is folded: it opens without a script, and is open on paper."""
    many = len(echoes) > 1
    words = told.replace("repeats", "repeat").replace("place speaks", "places speak") if many else told
    units, where = known
    items = Markup("").join(
        Markup("<li>{}: {}</li>").format(_place(echo.unit, units, where), cut(echo.why, 2 * _NAME)) for echo in echoes
    )
    # A link to what stands inside opens it.
    return Markup('<details><summary>{}{} {}</summary><ul id="{}">{}</ul></details>').format(
        "+" if "that" in words else "", len(echoes), words, at, items
    )


def _place(ref: Ref, units: Mapping[Ref, Told], where: Where) -> Markup:
    unit = units.get(ref)
    day = spoken_day(unit.day) if unit and unit.day else None
    words = f"{cut(publisher_of(unit), _NAME)}, {day or 'no date'}"
    href = where(ref)
    return (
        Markup('<a href="{}" dir="auto">{}</a>').format(href, words) if href else Markup("<bdi>{}</bdi>").format(words)
    )
