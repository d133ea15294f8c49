"""Events as the timeline takes them: whose date a date is, and who is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ledger.tellings import Telling, deed, records_of, units_of
from whoseword.across import Argument
from whoseword.ledger.gathered import gather
from whoseword.ledger.happening import happenings_of
from whoseword.model import Name

YEAR = ("2025-01-01", "2026-01-01")


def happening_of(telling, record):
    """The one event of a report."""
    (found,) = happenings_of(gather([record], telling.units, ())).values()
    return found


@pytest.mark.parametrize(("end", "dates"), [(24, (None, None)), (16, YEAR)])
def test_a_date_inside_what_it_was_done_to_is_not_the_events(end, dates):
    """That they left a deal of 2025 does not say that they left it in 2025."""
    bell = Telling("bell", "2031-05-08")
    bell.unit("They left a deal of 2025", deed("left", lemma="leave", whom="deal", dates=YEAR))
    unit = bell.units[0]
    left = replace(unit.deeds[0], whom=(Argument((10, end), "deal"),))
    bell.units[0] = replace(unit, deeds=(left,))
    bell.events[0] = replace(bell.events[0], times=((20, 24),))
    assert happening_of(bell, bell.record()).dates == dates


def test_what_has_happened_is_not_dated_behind_its_report():
    """A date that lies after the report was counted in the wrong direction, and is left out."""
    bell = Telling("bell", "2031-05-08")
    bell.unit("Rebels shelled Tarn.", deed("shelled", lemma="shell", whom="tarn", dates=("2031-05-12", "2031-05-13")))
    assert happening_of(bell, bell.record()).dates == (None, None)


def test_a_plan_before_its_report_is_doubtful():
    """Told as to come, but dated before the report: the mode is not to be relied on."""
    bell = Telling("bell", "2031-05-08")
    bell.unit("Rebels will shell Tarn.", deed("shell", lemma="shell", mode="planned", dates=YEAR))
    assert happening_of(bell, bell.record()).is_doubtful


def test_whoever_is_named_before_were_killed_was_killed():
    """Where the tree does not tie them together, the names right before the passive verb are taken."""
    bell = Telling("bell", "2031-05-08")
    bell.unit("Ann Roe and Rolf Anders were killed.", deed("killed", lemma="kill"))
    bell.units[0] = replace(bell.units[0], deeds=(replace(bell.units[0].deeds[0], meanings=("kill",)),))
    record = records_of(bell)[0]
    people = (Name((0, 7), "person"), Name((12, 23), "person"))
    record = replace(record, reading=replace(record.reading, names=people))
    assert {argument.name for argument in happening_of(bell, record).deed.whom} == {"ann roe", "rolf anders"}
    assert units_of(bell)[0].deeds[0].whom == ()
