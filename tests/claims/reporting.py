"""Invented reports for the tests of claims: a dam, a ferry, a tram, and outlets that never were."""

from __future__ import annotations

import json

from whoseword.claims.copies import Copy
from whoseword.claims.passages import find_copies
from whoseword.model import Report
from whoseword.reports.read import ReadOptions, read_source

WIRE = (
    "Engineers closed the upper gate of the Orsel dam before dawn on Tuesday after two of its four pumps "
    "stopped and water "
    "rose past the second mark, according to the harbour office.\n\n"
    "About 340 families in the low streets of Vell packed their belongings into carts, and the tram to "
    "Aldmoor carried them "
    "free of charge until the last of its cars stood in the depot.\n\n"
    "Mayor Ilse Tarn walked along the wall with a lantern in the evening and found no crack, while "
    "divers from Brome measured "
    "how far the mud had crept toward the sluice since the spring flood.\n\n"
    "The pumps date from the year in which the canal was widened, and the council has put off replacing "
    "them three times, "
    "most recently when it chose to mend the roof of the fish market instead."
)
SWAPPED = (
    "Engineers shut the upper gate of the Orsel dam before sunrise on Tuesday when two of its four pumps "
    "failed and water "
    "climbed past the second mark, the harbour office said.\n\n"
    "Some 340 families in the low streets of Vell loaded their belongings onto carts, and trams to "
    "Aldmoor took them free "
    "of charge till the last of the cars was in the depot.\n\n"
    "Mayor Ilse Tarn paced along the wall with a lamp in the evening and saw no crack, as divers from "
    "Brome gauged how much "
    "the mud had crept to the sluice since spring's flood.\n\n"
    "The pumps stem from the year the canal was made wider, and the council has delayed replacing them "
    "three times, lately "
    "when it decided to mend the fish market's roof instead."
)
FRAME = (
    "Our reader Tilda Moss rang us at breakfast to ask whether her cellar was safe.\n\n{}\n\n"
    "The swimming hall in Quarry Lane stays open; bring your own towel. Bakeries in the old town have "
    "asked their customers "
    "to order a day ahead, since flour now comes by the mountain road."
)
SPEECH = (
    "We have lived beside this river for six hundred years, and I will not be the mayor who tells our "
    "children that the "
    "river won. My grandmother carried stones to that wall in her apron, and every stone of hers is "
    "still where she laid it. "
    "So I ask you tonight for patience, for spades, and for one more winter."
)
CAPTION = (
    "Photo: The upper gate of the Orsel dam at low water, seen from the footbridge beside the old mill. "
    "Tove Lind/Getty Images"
)


def report(text: str, outlet: str | None = "Vell Courier", **fields: object) -> Report:
    """A report of these words; its URL is left out unless given."""
    row = {"text": text, "outlet": outlet, "published": "2031-05-06", **fields}
    (read,) = read_source(json.dumps(row).encode(), "case.jsonl", ReadOptions())
    assert isinstance(read, tuple)
    return read[0]


def between(first: Report, second: Report) -> Copy | None:
    """What is found between two reports."""
    found = find_copies([first, second])
    assert len(found) <= 1
    return found[0] if found else None


def kind(first: Report, second: Report) -> str | None:
    """Only of what kind it is."""
    found = between(first, second)
    return found.kind if found else None
