"""Paths into a row: what lies there is found, what does not is None, and what is no path is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.errors import UsageError
from whoseword.reports.mapping_path import look_up, parse_path

ROW = {
    "title": "Dam",
    "source": {"name": "Courier", "place": {"town": "Orsel"}},
    "authors": [{"name": "Ada Rook"}, {"name": None}, "Tom Vane", {"name": "Ilse Brandt"}],
    "parts": [{"kind": "body", "n": 1}, None, {"kind": "picture", "n": 2}, {"kind": "body", "n": 3}],
    "tags": ["water", None, "dams"],
    "nested": [{"of": [{"a": 1}, {"a": 2}]}, {"of": [{"a": 3}]}],
    "flat.name": "Flat",
    "none": None,
    "empty": [],
}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("title", "Dam"),
        ("source.name", "Courier"),
        ("source.place.town", "Orsel"),
        ("source.town", None),
        ("title.name", None),
        ("none.name", None),
        ("authors[].name", ["Ada Rook", "Ilse Brandt"]),
        ("authors[0].name", "Ada Rook"),
        ("authors[1].name", None),
        ("authors[7].name", None),
        ("tags[]", ["water", "dams"]),
        ("tags", ["water", None, "dams"]),
        ("title[]", ["Dam"]),
        ("empty[]", None),
        ("nested[].of[].a", [1, 2, 3]),
        ("nested[1].of[].a", [3]),
        ("parts[kind=body].n", [1, 3]),
        ("parts[kind=none].n", None),
        ("flat.name", "Flat"),
    ],
)
def test_what_lies_at_a_path(path: str, found: object) -> None:
    """Objects, lists, entries by number and by value, and keys that have dots."""
    assert look_up(ROW, parse_path(path)) == found


@pytest.mark.parametrize(
    "path", ["", ".", "a.", ".a", "a..b", "a[", "a]", "a[b]", "a[-1]", "[0]", "a[0]b", ".".join("a" * 13)]
)
def test_what_is_no_path_is_refused(path: str) -> None:
    """The error shows how one is written."""
    with pytest.raises(UsageError, match="is no path into a row; write"):
        parse_path(path)


@given(st.text("ab.[]=0 ", max_size=30))
def test_any_string_is_a_path_or_refused(path: str) -> None:
    """No string makes another error, and what is a path can be looked up."""
    try:
        parsed = parse_path(path)
    except UsageError:
        return
    assert look_up({}, parsed) is None
