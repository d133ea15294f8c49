"""Where names and lines stand: in columns, apart from each other, inside the drawing."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.records import chain, unnamed
from tests.dossier.test_graph import HERE, graph
from whoseword.dossier.layout import is_wide, lay_out

WHOM = st.sampled_from(["e1", "e2", "e3", "e4", None])
KNOWN = st.sampled_from(["stated", "carried", "unknown"])
CHAINS = st.lists(st.lists(st.tuples(WHOM, KNOWN), max_size=5), min_size=1, max_size=12)


def drawn(*chains):
    found = graph(*chains)
    return found, lay_out(found)


def test_columns_run_from_the_publisher_outwards():
    """Who stands one link further out stands one column further to the right."""
    found, layout = drawn(
        chain(HERE, ("e1", "stated"), ("e3", "stated")), chain(HERE, ("e2", "stated"), ("e4", "stated"))
    )
    assert {box.x for box, node in zip(layout.boxes, found.nodes, strict=True) if node.column == 1} == {
        layout.boxes[1].x
    }
    assert layout.boxes[0].x < layout.boxes[1].x < layout.boxes[2].x


def test_each_way_of_knowing_has_a_line_of_its_own():
    """What is stated for one statement and carried for another is two lines that end apart at the same name."""
    _, layout = drawn(chain(HERE, ("e1", "stated")), chain(HERE, ("e1", "carried")))
    stated, carried = layout.lines
    assert (stated.kind, stated.count, carried.kind, carried.count) == ("stated", 1, "carried", 1)
    assert stated.points[0] == carried.points[0]
    assert carried.points[-1].y - stated.points[-1].y > 20


def test_many_columns_need_more_room():
    """Four columns do not stand beside the text."""
    links = [HERE, ("e1", "stated"), ("e2", "stated"), ("e3", "stated")]
    assert not is_wide(graph(chain(*links[:3])))
    assert is_wide(graph(chain(*links)))


def test_those_who_have_it_from_somebody_else_come_first():
    """A source that leads on stands above those that speak to the publisher, whoever was named first."""
    found, layout = drawn(chain(HERE, ("e4", "stated")), chain(HERE, ("e1", "stated"), ("e3", "stated")))
    heights = {node.name: box.y for node, box in zip(found.nodes, layout.boxes, strict=True)}
    assert heights["Evening Bell"] < heights["Ada Brandt"]


def test_the_publisher_of_many_is_in_sight():
    """However many speak in a report, its publisher stands in the part of the drawing that is seen first."""
    crowd = [unnamed(number, f"witness {number}") for number in range(60)]
    layout = lay_out(graph(*(chain(HERE, (one.id, "stated")) for one in crowd), entities=crowd))
    assert layout.height > 1000
    assert layout.boxes[0].y == 200


@given(CHAINS)
def test_names_stand_apart_and_inside(chains):
    """However chains run: no name covers another or a line, and nothing stands outside the drawing."""
    found = graph(*(chain(HERE, *links) for links in chains))
    if found is None:
        return
    layout = lay_out(found)
    columns = [node.column for node in found.nodes]
    for box in layout.boxes:
        assert 0 <= box.x < box.x + box.width <= layout.width
        assert -0.01 <= box.y - box.height / 2 < box.y + box.height / 2 <= layout.height + 0.01
    for one, other in combinations(range(len(columns)), 2):
        if columns[one] == columns[other]:
            above, below = sorted((layout.boxes[one], layout.boxes[other]), key=lambda box: box.y)
            assert above.y + above.height / 2 <= below.y - below.height / 2
    for line in layout.lines:
        assert all(before.x <= after.x for before, after in pairwise(line.points))
        for before, after in pairwise(line.points):
            passed = [box for box in layout.boxes if before.x < box.x and box.x + box.width < after.x]
            assert all(abs(box.y - after.y) > box.height / 2 for box in passed)


def test_a_very_long_chain_is_drawn():
    """A chain longer than any program would call itself is laid out as well."""
    links = [(f"e{at % 2 + 1}", "stated") for at in range(2000)]
    found, layout = drawn(chain(HERE, *links))
    assert len(layout.boxes) == len(found.nodes) == 2001
