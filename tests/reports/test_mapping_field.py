"""One field of a mapping: candidates, constants, lists, dates and texts come out as the page on mappings says."""

from __future__ import annotations

import pytest

from whoseword.reports.mapping import parse_mapping


def mapped(fields: str, row: dict[str, object]) -> dict[str, object]:
    return parse_mapping(f"[fields]\n{fields}", "my.toml").fields_of(row)[0]


def one(field: str, row: dict[str, object]) -> object:
    """What the mapping `field = …` gives for its field, besides a text."""
    (name,) = {line.split(" =")[0] for line in field.splitlines()}
    fields = mapped(f'text = "t"\n{field}', {"t": "The gate opened.", **row})
    return fields.get("authors", fields.get(name))


@pytest.mark.parametrize(
    ("field", "row", "value"),
    [
        ('title = ["a", "b"]', {"a": " ", "b": "Dam"}, "Dam"),
        ('title = ["a", "b"]', {"a": None, "b": {}}, None),
        ('title = "a.b.c"', {"a": {"b": {"c": "Dam"}}}, "Dam"),
        ('title = "a.b"', {"a.b": "Flat"}, "Flat"),
        ('title = "a.b"', {"a": "no object"}, None),
        ('title = "a[1]"', {"a": ["x", "Dam"]}, "Dam"),
        ('title = "a[9]"', {"a": ["x"]}, None),
        ('title = "a[]"', {"a": ["Dam", "Gate"]}, "Dam"),
        ('title = { from = "a", join = ": " }', {"a": ["Dam", "Gate"]}, "Dam: Gate"),
        ('title = { from = "a", html = true }', {"a": "Dam &amp; <i>Gate</i>"}, "Dam & Gate"),
        ('title = "a"', {"a": "Dam <b>"}, "Dam <b>"),
        ('title = "a"', {"a": float("nan")}, None),
        ('title = "a"', {"a": {"odd": 1}}, {"odd": 1}),
        ('outlet = { from = "a", constant = "Courier" }', {"a": ""}, "Courier"),
        ('outlet = { from = "a", constant = "Courier" }', {"a": "Herald"}, "Herald"),
        ('byline = "a"', {"a": "Ada Rook and Tom Vane"}, "Ada Rook and Tom Vane"),
        ('byline = "a"', {"a": ["Ada Rook", "Tom Vane"]}, ["Ada Rook", "Tom Vane"]),
        ('byline = "a[].n"', {"a": [{"n": "Ada Rook"}, {"n": None}, None, {}]}, ["Ada Rook"]),
        ('byline = "a[].n"', {"a": {"n": "Ada Rook"}}, ["Ada Rook"]),
        ('byline = "a"', {"a": []}, None),
        ('published = { from = "a", date = "seconds" }', {"a": 1777881600}, "2026-05-04T08:00:00+00:00"),
        ('published = { from = "a", date = "seconds" }', {"a": "1777881600.5"}, "2026-05-04T08:00:00+00:00"),
        ('published = { from = "a", date = "seconds" }', {"a": 1777881600000}, "1777881600000"),
        ('published = { from = "a", date = "seconds" }', {"a": 0}, None),
        ('published = { from = "a", date = "seconds" }', {"a": -86400}, "1969-12-31T00:00:00+00:00"),
        ('published = { from = "a", date = "milliseconds" }', {"a": "9" * 400}, "9" * 400),
        ('published = { from = "a", date = "%Y%m%d%H%M%S" }', {"a": 20260504080000}, "2026-05-04T08:00:00"),
        ('published = { from = "a", date = "%d/%m/%Y" }', {"a": "04/05/2026"}, "2026-05-04"),
        ('published = { from = "a", date = "%m/%Y" }', {"a": "05/2026"}, "2026-05"),
        ('published = { from = "a", date = "%Y" }', {"a": 2026}, "2026"),
        ('published = { from = "a", date = "%d/%m/%Y" }', {"a": "2026-05-04"}, "2026-05-04"),
        ('published = { from = "a", date = "iso" }', {"a": "2026-05-04"}, "2026-05-04"),
        ('published = ["a", "b"]', {"a": "None", "b": "2026-05-04"}, "2026-05-04"),
        ('published = "a"', {"a": ["2026-05-04"]}, "2026-05-04"),
        ('published = "a"', {"a": True}, True),
    ],
)
def test_a_field_is_found(field: str, row: dict[str, object], value: object) -> None:
    """Candidates in order, ways into a row, lists, constants and dates give what the page says."""
    assert one(field, row) == value


@pytest.mark.parametrize(
    ("how", "value", "text"),
    [
        ('"t"', "The gate opened.", "The gate opened."),
        ('"t"', "  kept \n as it is ", "  kept \n as it is "),
        ('"t"', ["One.", "", 7, "Two."], "One.\n\nTwo."),
        ('{ from = "t", join = "\\n" }', ["One.", "Two."], "One.\nTwo."),
        ('"t[k=p].c"', [{"k": "p", "c": "One."}, {"k": "q", "c": "No."}, {"k": "p", "c": "Two."}], "One.\n\nTwo."),
        ('{ from = "t", html = true }', "<p>One\nline.<br>Next.</p><script>no()</script><p>Two &lt; three</p>", None),
        ('{ from = "t", html = true }', "5 < 6 &amp; 7 > 2", "5 < 6 & 7 > 2"),
        ('{ from = "t", html = true }', "One.<!-- never closed <p>Two.", "One."),
        ('{ from = "t", above = "d" }', "Lead. Body.", "Lead. Body."),
        ('{ from = "t", above = "d" }', "Body.", "Lead.\n\nBody."),
        ('{ from = "t", above = ["d", "e"] }', "Body.", "Lead.\n\nBody."),
    ],
)
def test_a_text_is_put_together(how: str, value: object, text: str | None) -> None:
    """Lists are joined by empty lines, tags taken away where it is said, and a standfirst put above once."""
    found = mapped(f"text = {how}", {"t": value, "d": "Lead."})["text"]
    assert found == (text if text is not None else "One line.\nNext.\n\nTwo < three")
