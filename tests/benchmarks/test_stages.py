"""The cost of the stages behind the reader."""

from __future__ import annotations

import pytest

from benchmarks.stages import ACCOUNTS, STAGES, costs
from whoseword import pipeline
from whoseword.reports.read import ReadOptions, read_source

pytestmark = pytest.mark.model


def test_every_stage_is_counted_and_given_back():
    """Each stage has its seconds, the reader too, and the pipeline is as it was."""
    before = {name: getattr(pipeline, name) for name in STAGES}
    text = b"The guild said on Monday that it had agreed to send 300 lamps to Velland by June."
    (read,) = read_source(text, "a.txt", ReadOptions(published="2031-05-08"))
    assert isinstance(read, tuple)
    report, _ = read
    spent = costs([report])
    assert set(spent) == {*STAGES, "reader"}
    assert spent["reader"] > 0
    assert set(ACCOUNTS) < set(STAGES)
    assert {name: getattr(pipeline, name) for name in STAGES} == before
