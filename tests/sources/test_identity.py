"""Identities across reports: what is put together, what stays apart, and that order does not matter."""

from __future__ import annotations

import random

import pytest

from tests.sources.appearing import COMPANY, body, found_in, person, together, unnamed
from whoseword.across import Judged
from whoseword.sources.identity import by_member, keys, pairs


def test_one_person_in_many_forms():
    """Full name, transliteration, office and family name are one; the fullest usual name stands for it."""
    said = [
        person("Mustaf al-Tarni", "Danish Prime Minister"),
        person("Mustaf al-Tarni", "prime minister"),
        person("Mustaf Tarny", "prime minister"),
        person("Prime Minister Tarni", "Prime Minister"),
    ]
    (found,) = found_in(*said)
    assert (found.name, len(found.members)) == ("Mustaf al-Tarni", 4)


def test_two_of_one_family_name():
    """A bare family name that two people may bear stays alone, and names both as possible."""
    him, her = (person(name, with_names=COMPANY) for name in ("Odo Roe", "Bel Roe"))
    bare = person("Roe", with_names=COMPANY)
    assert together(him, her, bare) == [["Bel Roe"], ["Odo Roe"], ["Roe"]]
    identities = by_member(found_in(him, her, bare))
    assert set(identities[bare.ref].possibly) == {identities[him.ref].id, identities[her.ref].id}


def test_office_decides_between_two():
    """President Roe is the Roe who presides, though the other stands in the same reports."""
    him, her = person("Odo Roe", "president", with_names=COMPANY), person("Bel Roe", with_names=COMPANY)
    assert together(him, her, person("Roe", "President", with_names=COMPANY)) == [["Bel Roe"], ["Odo Roe", "Roe"]]


def test_two_presidents_of_one_name():
    """Of two presidents Roe in the same years neither is taken."""
    old, new = person("Odo H. Roe", "president"), person("Odo W. Roe", "president")
    assert len(found_in(old, new, person("Roe", "president"))) == 3


def test_chain_is_split():
    """Odo Roe joins neither Odo W. nor Odo H. Roe into the other, who are different."""
    first, second = person("Odo W. Roe", "judge"), person("Odo H. Roe", "judge")
    middle = person("Odo Roe", "judge")
    found = by_member(found_in(first, middle, second))
    assert found[first.ref].id != found[second.ref].id


def test_unnamed_never_merge():
    """Unnamed sources stay alone, however alike; they are possibly one."""
    said = {"told": ("harbour bell",), "with_names": COMPANY}
    one, other = found_in(unnamed("a harbour official", **said), unnamed("a harbour official", **said))
    assert one.possibly == (other.id,)
    assert other.possibly == (one.id,)


def test_judgements_win():
    """What people judge the same is one, what they judge apart is two, whatever is computed."""
    one, other, third = person("Ann Roe"), person("Ann Roe"), person("Bel Marsh")
    apart = Judged(apart=frozenset({(one.ref, other.ref)}))
    same = Judged(same=frozenset({(other.ref, third.ref)}))
    assert together(one, other, judged=apart) == [["Ann Roe"], ["Ann Roe"]]
    assert together(one, other, third, judged=same) == [["Ann Roe", "Ann Roe", "Bel Marsh"]]


def test_judged_same_between_unnamed():
    """Unnamed sources are one where people judged so."""
    one, other = unnamed("a clerk"), unnamed("a harbour official")
    assert len(found_in(one, other, judged=Judged(same=frozenset({(one.ref, other.ref)})))) == 1


def test_hidden_are_left_out():
    """What people hid is in no identity."""
    one, other = person("Ann Roe"), person("Ann Roe")
    (found,) = found_in(one, other, judged=Judged(hidden=frozenset({other.ref})))
    assert found.members == (one.ref,)


@pytest.mark.parametrize("seed", range(5))
def test_order_does_not_matter(seed):
    """The same appearances in another order make the same identities."""
    said = [
        person("Odo Roe", "president", with_names=COMPANY),
        person("Bel Roe", with_names=COMPANY),
        person("Roe", with_names=COMPANY),
        person("President Roe", "president"),
        body("the Pentagon"),
        body("US Defense Department"),
        unnamed("a harbour official", with_names=COMPANY),
        unnamed("a harbour official", with_names=COMPANY),
    ]
    shuffled = random.Random(seed).sample(said, len(said))
    assert found_in(*shuffled) == found_in(*said)


def test_id_stays_while_later_reports_come():
    """A later report does not change the id, though it may give a fuller name; an earlier one does."""
    first = person("Ann Roe", "judge", day="2031-05-02")
    later, earlier = person("Ann B. Roe", "judge", day="2031-05-09"), person("Ann Roe", "judge", day="2031-04-01")
    (alone,) = found_in(first)
    assert found_in(first, later)[0].id == alone.id
    assert found_in(first, later, earlier)[0].id != alone.id


def test_members_by_day():
    """Members stand in order of publication, those without a day last."""
    said = [person("Ann Roe", day=day) for day in ("2031-05-09", None, "2031-05-02")]
    (found,) = found_in(*said)
    assert found.members == (said[2].ref, said[0].ref, said[1].ref)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Qassem Tarni"), person("Gen. Qasim al-Tarny")),
        (person("Ann Roe"), person("Roe")),
        (person("Ann"), person("Ann Roe")),
        (body("the Pentagon"), body("US Defense Department")),
        (body("Velland Mooring Guild", short=("vmg",)), body("VMG")),
        (unnamed("an official"), unnamed("a US official", day="2031-05-12")),
        (unnamed("a clerk", quotes=("a b c d e f",)), person("Ann Roe", quotes=("a b c d e f g",))),
    ],
)
def test_keys_meet(one, other):
    """Those that may be one share a key."""
    assert set(keys(one)) & set(keys(other))
    assert len(list(pairs([one, other]))) == 1


def test_keys_part():
    """Those that have nothing in common share none, nor do unnamed sources of other days."""
    assert not set(keys(person("Ann Roe"))) & set(keys(person("Bel Marsh")))
    assert not set(keys(unnamed("an official"))) & set(keys(unnamed("an official", day="2031-07-12")))
