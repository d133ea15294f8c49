"""Unpacking piece by piece."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.fetching.unpacking import STEP, Unpacker


def unpacked(coding: str, data: bytes, size: int) -> bytes:
    unpacker = Unpacker(coding)
    pieces = [piece for at in range(0, len(data), size) for piece in unpacker.feed(data[at : at + size])]
    return b"".join([*pieces, *unpacker.finish()])


@given(st.binary(max_size=3000), st.integers(1, 700), st.sampled_from(["gzip", "x-gzip", "deflate", "identity", ""]))
def test_what_was_packed_comes_back_whatever_the_pieces(data, size, coding):
    """The borders of the pieces that arrive change nothing."""
    packed = {"g": gzip.compress(data), "x": gzip.compress(data), "d": zlib.compress(data)}.get(coding[:1], data)
    assert unpacked(coding, packed, size) == data


@given(st.lists(st.binary(max_size=300), min_size=2, max_size=4), st.integers(1, 50))
def test_gzip_members_are_joined(parts, size):
    """Several gzip files in a row are one (RFC 1952, 2.2)."""
    assert unpacked("gzip", b"".join(map(gzip.compress, parts)), size) == b"".join(parts)


@given(st.binary(max_size=400), st.sampled_from(["gzip", "deflate"]))
def test_wrong_bytes_raise_nothing_but_valueerror(data, coding):
    """Whatever comes, it is unpacked or refused."""
    with suppress(ValueError):
        assert isinstance(unpacked(coding, data, 37), bytes)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_comes_in_small_pieces(coding):
    """No step unpacks more than its bound, so that a caller can stop."""
    bomb = (gzip.compress if coding == "gzip" else zlib.compress)(b"\0" * 10**7)
    assert max(len(piece) for piece in Unpacker(coding).feed(bomb)) <= STEP
