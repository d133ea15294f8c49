"""Columns that keep words and moments exactly."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from whoseword.store.columns import Moment, escaped, unescaped

DIALECT = sqlite.dialect()


@given(st.text(alphabet=st.characters() | st.sampled_from("\\\x00\ud83du0041")))
def test_words_come_back_whatever_is_in_them(text):
    """Escaping and unescaping gives the same text, of any characters."""
    assert unescaped(escaped(text)) == text


def test_ordinary_words_are_stored_as_they_are():
    """Only what databases refuse is escaped, so that other tools can read the columns."""
    assert escaped("“Çelik”, 3 €\n") == "“Çelik”, 3 €\n"
    assert escaped("nul \x00 half \ud83d") == "nul \\u0000 half \\ud83d"


def test_moments_are_stored_in_utc_and_sort():
    """A moment of another zone is stored in UTC, as text of one length."""
    moment = datetime(2026, 3, 4, 1, 0, tzinfo=timezone(timedelta(hours=2)))
    stored = Moment().process_bind_param(moment, DIALECT)
    assert stored == "2026-03-03T23:00:00.000000Z"
    assert Moment().process_result_value(stored, DIALECT) == moment.astimezone(UTC)


def test_a_moment_without_a_zone_is_refused():
    """Nobody could say later what it meant."""
    with pytest.raises(ValueError, match="no time zone"):
        Moment().process_bind_param(datetime(2026, 3, 4), DIALECT)  # noqa: DTZ001
