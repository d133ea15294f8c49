"""Quantities as reports write them, read by the reader that ships; and what looks like one and is none."""

from __future__ import annotations

from functools import cache

import pytest

from tests.dossier.records import report_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Quantity, Reading
from whoseword.reports.reader import Reader, load_reader
from whoseword.statements.quantities import find_quantities

pytestmark = pytest.mark.model

# The sentence, and each quantity: its words | value or low..high | unit | bound, and where it has them
# | change | of what is counted, if it is more than the unit | in the place.
CASES = [
    ("The fort housed 2,500 soldiers.", "2,500 soldiers | 2500 | soldiers | exact"),
    (
        "About 2,500 northern troops stayed in Denmark.",
        "About 2,500 northern troops | 2500 | troops | about | of northern troops | in Denmark",
    ),
    ("Some 300 geese crossed the dam.", "Some 300 geese | 300 | geese | about"),
    ("Nearly 40 barns burned.", "Nearly 40 barns | 40 | barns | about"),
    ("More than 60 boats sank off the coast.", "More than 60 boats | 60 | boats | at-least"),
    ("At least 12 miners were trapped.", "At least 12 miners | 12 | miners | at-least"),
    ("Up to 900 visitors a day cross the bridge.", "Up to 900 visitors | 900 | visitors | at-most"),
    ("As many as 70 lambs were lost.", "As many as 70 lambs | 70 | lambs | at-most"),
    ("No fewer than nine bells were stolen.", "No fewer than nine bells | 9 | bells | at-least"),
    ("Fewer than 20 members voted.", "Fewer than 20 members | 20 | members | at-most"),
    ("Almost 4,000 jars broke.", "Almost 4,000 jars | 4000 | jars | about"),
    ("An estimated 8,000 eels died.", "An estimated 8,000 eels | 8000 | eels | about"),
    ("Just under 30 tenants signed.", "Just under 30 tenants | 30 | tenants | at-most"),
    ("Between 30 and 40 houses flooded.", "Between 30 and 40 houses | 30..40 | houses | range"),
    ("The crowd of 10-15 anglers waited.", "10-15 anglers | 10..15 | anglers | range"),
    ("They need 20 to 25 barges.", "20 to 25 barges | 20..25 | barges | range"),
    ("Two or three hundred goats escaped.", "Two or three hundred goats | 200..300 | goats | range"),
    ("The herd has 2 to 3 million bees.", "2 to 3 million bees | 2000000..3000000 | bees | range"),
    ("Forty-two ducks were counted.", "Forty-two ducks | 42 | ducks | exact"),
    ("A dozen nuns marched.", "A dozen nuns | 12 | nuns | exact"),
    ("Two dozen carts were burned.", "Two dozen carts | 24 | carts | exact"),
    ("Dozens of tenants were hurt.", "Dozens of tenants | 24..99 | tenants | range"),
    ("Scores of trees fell.", "Scores of trees | 40..99 | trees | range"),
    ("Hundreds of people fled the valley.", "Hundreds of people | 200..999 | people | range"),
    ("Tens of thousands of bees died.", "Tens of thousands of bees | 20000..99999 | bees | range"),
    (
        "Hundreds of thousands of herrings washed ashore.",
        "Hundreds of thousands of herrings | 200000..999999 | herrings | range",
    ),
    ("A few hundred strikers blocked the quay.", "A few hundred strikers | 300..500 | strikers | range"),
    ("Several thousand pilgrims came.", "Several thousand pilgrims | 3000..9000 | pilgrims | range"),
    ("A couple of hundred sheep drowned.", "A couple of hundred sheep | 200 | sheep | about"),
    ("Half a million bricks were laid.", "Half a million bricks | 500000 | bricks | exact"),
    ("Two and a half million hens were sold.", "Two and a half million hens | 2500000 | hens | exact"),
    ("Three hundred and twelve letters were found.", "Three hundred and twelve letters | 312 | letters | exact"),
    ("The canal cost $4.5 million.", "$4.5 million | 4500000 | $ | exact"),
    ("The bishop paid US$300 for it.", "US$300 | 300 | USD | exact"),
    ("The loan is worth £40m.", "£40m | 40000000 | GBP | exact"),
    ("The dam will cost €2.5bn.", "€2.5bn | 2500000000 | EUR | exact"),
    ("The levy brought in C$30 million.", "C$30 million | 30000000 | CAD | exact"),
    ("He owes 2 billion dollars.", "2 billion dollars | 2000000000 | $ | exact"),
    ("The toll came to 700 euros.", "700 euros | 700 | EUR | exact"),
    ("The fund promised $90 million in aid.", "$90 million | 90000000 | $ | exact | of aid"),
    (
        "The fire destroyed billions of dollars of timber.",
        "billions of dollars | 2000000000..9999999999 | $ | range | of timber",
    ),
    ("About 60% of voters stayed at home.", "About 60% | 60 | percent | about | of voters"),
    ("Turnout was 41.5 percent.", "41.5 percent | 41.5 | percent | exact"),
    ("Turnout fell by four percentage points.", "four percentage points | 4 | percentage points | exact | change by"),
    ("Rents rose 9 percent.", "9 percent | 9 | percent | exact | change by"),
    ("Prices rose by 3 to 5 percent.", "3 to 5 percent | 3..5 | percent | range | change by"),
    (
        "The herd fell from 5,200 to 3,100.",
        "5,200 | 5200 | - | exact | change from; 3,100 | 3100 | - | exact | change to",
    ),
    ("The stock was cut to 300 barrels.", "300 barrels | 300 | barrels | exact | change to"),
    ("The guild raised the toll by $2.", "$2 | 2 | $ | exact | change by"),
    ("The mill cut 2,000 jobs.", "2,000 jobs | 2000 | jobs | exact | change by"),
    ("A 12 percent increase angered the carters.", "12 percent | 12 | percent | exact | change by"),
    ("Two-thirds of the barns are empty.", "Two-thirds of the barns | 0.6667 | share | exact | of barns"),
    ("Half of the orchard was lost.", "Half of the orchard | 0.5 | share | exact | of orchard"),
    ("One in five wells is dry.", "One in five wells | 0.2 | share | exact | of wells"),
    ("Nine out of ten bakers agreed.", "Nine out of ten bakers | 0.9 | share | exact | of bakers"),
    ("A third of the crop rotted.", "A third of the crop | 0.3333 | share | exact | of crop"),
    ("The tower is 60 metres tall.", "60 metres | 60 | metres | exact"),
    ("A 10-mile fence surrounds the moor.", "10-mile | 10 | miles | exact | of fence"),
    ("He carried 15kg of salt.", "15kg | 15 | kilograms | exact | of salt"),
    ("The strike involved 2.5m workers.", "2.5m workers | 2500000 | workers | exact"),
    ("A 42-year-old baker was fined.", "42-year-old | 42 | years | exact | of baker"),
    ("The tailor, aged 63, was found.", "63 | 63 | years | exact"),
    ("A 500-strong crowd cheered.", "500-strong crowd | 500 | - | exact | of crowd"),
    ("The 12-member panel met.", "12-member panel | 12 | member | exact | of panel"),
    ("Five of the hostages were freed.", "Five of the hostages | 5 | hostages | exact"),
    ("Police arrested 30 on the quay.", "30 | 30 | - | exact"),
    ("Fighting killed 14 people and wounded 30.", "14 people | 14 | people | exact; 30 | 30 | - | exact"),
    ("One person was killed.", "One person | 1 | person | exact"),
    ("At least one bridge collapsed.", "At least one bridge | 1 | bridge | at-least"),
    ("There were no casualties.", "no casualties | 0 | casualties | exact"),
    ("All foreign soldiers will leave.", "All foreign soldiers | all | soldiers | exact | of foreign soldiers"),
    ("It is not clear how many of the prisoners remain.", "how many of the prisoners | unknown | prisoners | exact"),
    ("The plan would not change the number of guards.", "the number of guards | unchanged | guards | exact"),
    ("It may lead to a troop drawdown.", "a troop drawdown | decrease, size unstated | troop | exact"),
    (
        "The duke would welcome any remaining hostages.",
        "any remaining hostages | unknown, possibly none | hostages | exact",
    ),
    ("The vault held 1,204.75 ounces of silver.", "1,204.75 ounces | 1204.75 | ounces | exact | of silver"),
    ("He bought 300 or so eels.", "300 or so eels | 300 | eels | about"),
    ("The company has 40 or more trucks.", "40 or more trucks | 40 | trucks | at-least"),
    ("The range holds 200+ cattle.", "200+ cattle | 200 | cattle | at-least"),
    ("Well over 100 roofs were lost.", "Well over 100 roofs | 100 | roofs | at-least"),
    ("He fears for nearly 400 tenants' safety.", "nearly 400 tenants | 400 | tenants | about"),
    ("They fired 30 rockets at Denmark.", "30 rockets | 30 | rockets | exact"),
    ("The island counted 33 confirmed cases.", "33 confirmed cases | 33 | cases | exact | of confirmed cases"),
    ("Of the ewes, 1.7 million of them died.", "1.7 million of them | 1700000 | - | exact"),
    (
        "The club has between $2 million and $3 million.",
        "between $2 million and $3 million | 2000000..3000000 | $ | range",
    ),
]
# Dates, durations, scores, names with numbers, and numbers that only point at somebody.
NONE = [
    "Ann Rook, 42, was fined.",
    "The game ended 3-2.",
    "The motion passed 54-46.",
    "She quoted Article 5 of the pact.",
    "Flight 81 landed safely.",
    "The feast was shown on Channel 9.",
    "The crew flew a Boeing 737 home.",
    "An F-16 crashed in the marsh.",
    "The 2020 election was close.",
    "The abbey was built in 1740.",
    "The fair opens on May 3.",
    "The shop shuts at 5 p.m.",
    "They met at 12:30 on Monday.",
    "The strike lasted three days.",
    "The third bridge is closed.",
    "The 21st century began badly.",
    "Call 555-0142 for help.",
    "The Group of Seven met in Vell.",
    "They want a two-state solution.",
    "The two sides agreed to talk.",
    "No one came to the feast.",
    "One of the tanners left.",
    "He said three things about the pump.",
    "The envoys live at 12 Mill Street.",
    "The clerk opened letter No. 12.",
    "Both sides agreed.",
    "There is no doubt about it.",
    "The strikers want a 24/7 watch.",
    "Call 911 at once.",
    "Between 1976 and 2012 the mill stood empty.",
    "At one point the bridge shook.",
    "She is 28.",
    "The top 10 list is out.",
    "The fair has a 30-day limit.",
    "The shop sells 12-string harps.",
]


@cache
def shipped_reader() -> Reader:
    """The reader that ships, loaded once."""
    return load_reader()


def read(text: str) -> Reading:
    return shipped_reader().read(text)[0]


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(report_of(text), read(text), load_lexicon())


def shown(text: str, quantity: Quantity) -> str:
    """A quantity as the table writes it."""
    of, where = (text[slice(*span)] if span else "" for span in (quantity.of, quantity.where))
    parts = [text[slice(*quantity.span)], str(quantity.value), quantity.unit or "-", quantity.bound]
    if quantity.high is not None:
        parts[1] += f"..{quantity.high}"
    parts += [f"change {quantity.change}"] if quantity.change else []
    parts += [f"of {of}"] if of and of != quantity.unit else []
    return " | ".join([*parts, f"in {where}"] if where else parts)


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_quantity(text, wanted):
    """Each quantity of the sentence is found with value, unit, bound, change and place, and no other."""
    assert "; ".join(shown(text, quantity) for quantity in quantities(text)) == wanted


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text):
    """The sentence holds a number or a word for one, and no quantity."""
    assert [shown(text, quantity) for quantity in quantities(text)] == []


def test_a_number_in_a_time_is_no_quantity():
    """What the times hold is theirs; an age stays a quantity."""
    text = "A 42-year-old baker waited for 30 turns."
    waited = (text.index("30"), text.index("."))
    found = find_quantities(report_of(text), read(text), load_lexicon(), times=[(2, 9), waited])
    assert [quantity.rule for quantity in found] == ["quantities:age"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The fort housed 2,500 soldiers.", "quantities:number"),
        ("Dozens of tenants were hurt.", "quantities:open-number"),
        ("The canal cost $4 million.", "quantities:money"),
        ("Turnout was 41 percent.", "quantities:share"),
        ("A 42-year-old baker was fined.", "quantities:age"),
        ("There were no casualties.", "quantities:no-number"),
    ],
)
def test_the_rule_is_told(text, rule):
    """Each quantity says by which rule it is one."""
    assert [quantity.rule for quantity in quantities(text)] == [rule]


def test_a_number_at_either_end_of_the_text():
    """Nothing before and nothing behind a number is no fault."""
    assert quantities("30") == ()
    assert [quantity.value for quantity in quantities("2,500 soldiers")] == [2500]
    assert [quantity.value for quantity in quantities("They counted 300 geese and $4")] == [300, 4]


def test_a_text_without_words_has_no_quantity():
    """An empty Reading gives nothing."""
    assert find_quantities(report_of(""), Reading((), (), (), ()), load_lexicon()) == ()
