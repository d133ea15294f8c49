"""Digests of bodies."""

from __future__ import annotations

import hashlib
from base64 import b32encode, b64encode

import pytest

from whoseword.reports.archives.payload import agrees

DATA = b"The gate opened on Monday."
SHA1, SHA256 = hashlib.sha1(DATA).digest(), hashlib.sha256(DATA).digest()


@pytest.mark.parametrize(
    "digest",
    [
        "sha1:" + b32encode(SHA1).decode(),
        "sha1:" + b32encode(SHA1).decode().lower(),
        "SHA1:" + SHA1.hex(),
        "sha256:" + SHA256.hex(),
        "sha-256:" + b32encode(SHA256).decode(),
        "sha256:" + b32encode(SHA256).decode().rstrip("="),
        "sha-256:" + b64encode(SHA256).decode(),
        "md5:" + hashlib.md5(DATA).hexdigest(),
    ],
)
def test_a_digest_agrees_in_all_its_forms(digest):
    """Hex, base32 or base64, with or without its padding; and not with other bytes."""
    assert agrees(digest, (b"other", DATA)) is True
    assert agrees(digest, (b"other",)) is False


@pytest.mark.parametrize("digest", ["", "nothing", "tiger:ABCDE", "sha1:???", "sha1:" + "!" * 32, "md5:"])
def test_a_digest_that_is_not_known_tells_nothing(digest):
    """An algorithm or a form of no standard."""
    assert agrees(digest, (DATA,)) is None
