"""Deeds on one matter that stand differently, without a match of their units."""

from __future__ import annotations

from dataclasses import replace

from tests.ledger.tellings import Telling, deed, records_of, units_of
from whoseword.across import Amount, Argument
from whoseword.ledger.facing import facing
from whoseword.ledger.gathered import gather

NAMES = ("tarn", "ann roe")


def stay(telling, words, mode, thing=(), said_by="Ann Roe"):
    """A unit in which guards stay, as `mode` has it; `thing` stands beside the guards."""
    made = replace(deed("stay", lemma="stay", mode=mode, thing="guard"), meanings=("remain",), sort="state")
    made = replace(made, whom=(Argument((0, 0), "guard", words=thing),))
    return telling.unit(words, made, names=NAMES, said_by=said_by)


def pairs(*tellings):
    return list(facing(gather(records_of(*tellings), units_of(*tellings), ())))


def test_two_modes_of_one_sense_and_one_thing_face_each_other():
    """That guards may stay faces that they will, and the earlier one stands first."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-09")
    a, b = stay(bell, "They may stay.", "hypothetical"), stay(post, "They will stay.", "planned")
    (found,) = pairs(post, bell)
    assert (found.before, found.after, found.sense) == (a.ref, b.ref, "remain")


def test_other_things_other_names_and_other_years_do_not():
    """Harbour guards are not river guards; reports without a name in common, or years apart, tell of others."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-09")
    stay(bell, "They may stay.", "hypothetical", ("harbour",))
    stay(post, "They will stay.", "planned", ("river",))
    assert pairs(bell, post) == []
    late = Telling("late", "2033-05-09")
    stay(late, "They will stay.", "planned")
    assert pairs(bell, late) == []
    strange = Telling("strange", "2031-05-09")
    stay(strange, "They will stay.", "planned")
    strange.units[0] = replace(strange.units[0], names=())
    assert pairs(bell, strange) == []


def test_a_number_that_will_not_change_faces_what_would_change_it():
    """That the number of guards stays as it is faces a cut of guards."""
    bell = Telling("bell", "2031-05-08")
    cut = replace(deed("cut", lemma="cut", mode="hypothetical", thing="guard"), meanings=("reduce",))
    bell.unit("The plan could cut guards.", cut, said_by="Ann Roe")
    same = replace(deed("change", lemma="change", mode="negated", thing="guard"), meanings=("change",))
    amounts = (Amount((30, 40), "unchanged", None, "guard"),)
    bell.unit("It would not change the number.", same, said_by="Rolf Anders", amounts=amounts)
    (found,) = pairs(bell)
    assert (found.sense, [each.mode for each in found.deeds]) == ("reduce", ["hypothetical", "negated"])
