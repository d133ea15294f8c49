"""Who a letter is from."""

from __future__ import annotations

import pytest

from whoseword.reports.archives.senders import Headers, Sender, sender_of

UNCLEAR = Sender(is_unclear=True)
TABLE = [
    ("Ada Rook", "ada@news.example", None, Sender("Ada Rook")),
    ("Ada Rook", "ada.rook@ledger.example", None, Sender("Ada Rook")),
    ("Ada Rook", "arook@ledger.example", None, Sender("Ada Rook")),
    ("Ada Rook", "adarook@stack.example", "Ada Rook", Sender("Ada Rook")),
    ("Ada Rook", "newsletter@stack.example", None, UNCLEAR),
    ("Aldmoor Ledger", "news@aldmoor.example", None, Sender(outlet="Aldmoor Ledger")),
    ("Aldmoor Ledger", "tom@ledger.example", None, UNCLEAR),
    ("Valley Voice", "hello@valleyvoice.example", None, Sender(outlet="Valley Voice")),
    ("Valley Voice", "hello@mailer.example", "Valley Voice", Sender(outlet="Valley Voice")),
    ("Valley Voice", "hello@mailer.example", None, UNCLEAR),
    ("The Ledger", "x@ledger.example", None, Sender(outlet="The Ledger")),
    ("Ada Rook from The Dam Letter", "damletter@stack.example", None, Sender("Ada Rook", "The Dam Letter")),
    ("Ada Rook, Aldmoor Ledger", "news@ledger.example", None, Sender("Ada Rook", "Aldmoor Ledger")),
    ("Aldmoor Ledger | Ada Rook", "news@ledger.example", None, Sender("Ada Rook", "Aldmoor Ledger")),
    ("Ada Rook at the Ledger", "ada@ledger.example", None, Sender("Ada Rook", "the Ledger")),
    ("Ada and Tom, friends", "us@home.example", None, UNCLEAR),
    ("ada@ledger.example", "ada@ledger.example", None, Sender()),
    (None, "ada@ledger.example", None, Sender()),
]


@pytest.mark.parametrize(("name", "address", "list_name", "sender"), TABLE)
def test_a_sender_is_what_the_headers_show_him_to_be(name, address, list_name, sender):
    """A person, an outlet, both, or neither where that cannot be told."""
    assert sender_of(Headers(name, address, list_name)) == sender
