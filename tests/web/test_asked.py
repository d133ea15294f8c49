"""The query of an address, checked."""

from __future__ import annotations

import pytest
from starlette.datastructures import QueryParams

from whoseword.errors import UsageError
from whoseword.web.asked import number, scope, words


@pytest.mark.parametrize(("typed", "found"), [("", 1), ("page=7", 7), ("page=99999999", 100_000)])
def test_numbers(typed: str, found: int):
    """A number from 1 on; beyond what any store holds it is cut."""
    assert number(QueryParams(typed), "page") == found


@pytest.mark.parametrize("typed", ["0", "-1", "x", "1.5", "٣", "9" * 30])
def test_what_is_no_number_is_refused(typed: str):
    """Anything else is told, not guessed at."""
    with pytest.raises(UsageError, match="page is a number from 1 on"):
        number(QueryParams({"page": typed}), "page")


def test_days_are_checked_and_words_trimmed():
    """Days come out in ISO form; blanks around words do not count."""
    found = scope(QueryParams("since=30+June+2023&source=+Ada++Rook+"))
    assert (found.since, found.source) == ("2023-06-30", "Ada Rook")
    assert words(QueryParams("words=+"), "words") is None
