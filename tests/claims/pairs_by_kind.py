"""Pairs of invented reports: copies of each kind, and what only looks like one."""

from __future__ import annotations

from tests.claims.reporting import CAPTION, FRAME, SPEECH, SWAPPED, WIRE, report

PARAGRAPHS = WIRE.split("\n\n")
INDEPENDENT = (
    "The Orsel dam is shut. That is what 340 families in Vell woke up to on Tuesday, when half of the "
    "four pumps gave out.\n\n"
    "Ilse Tarn, the mayor, told a crowd of neighbours that nobody would sleep outdoors; trams were "
    "running to Aldmoor all "
    "day and cost nothing.\n\n"
    "Water had reached the second mark by the time the alarm rang, a harbour clerk recalled. Swimmers "
    "hired in Brome are to "
    "look at the mud.\n\n"
    "Whether new machines will be bought is for the council, which spent its money on a roof for the "
    "fish market last year."
)
UNRELATED = (
    "Three choirs will sing in the square at Tallow on Sunday, and the winner takes home a goat. Last "
    "year's goat, named "
    "Bishop, has since eaten two hymn books and a scarf that belonged to the organist.\n\n"
    "Tickets are sold at the bell tower from noon; children pay in apples."
)
OTHER_STORY = (
    "The ferry to Skarn lay in harbour for a ninth day because nobody could agree on who pays for its "
    "new propeller. The "
    "captain, Bo Ekdal, has meanwhile planted beans on the upper deck.\n\n"
    "Islanders row across by night, which the coast guard neither allows nor forbids."
)


def quoted(text: str) -> str:
    """A passage in quotation marks."""
    return f"“{text}”"


COPIES = {
    "the whole text": (report(WIRE, "Vell Courier"), report(WIRE, "Aldmoor Ledger"), "wire"),
    "with an agency's name": (report("VELL (Reuters) - " + WIRE, "Reuters"), report(WIRE, "Aldmoor Ledger"), "wire"),
    "inside a frame of its own": (report(WIRE, "Vell Courier"), report(FRAME.format(WIRE), "Brome Post"), "wire"),
    "half of it inside a frame": (
        report("By Associated Press\n\n" + WIRE, "Vell Courier"),
        report(
            FRAME.format("\n\n".join(PARAGRAPHS[:2])) + "\n\nThe Associated Press contributed to this report.", "Post"
        ),
        "wire",
    ),
    "the lead alone, and it goes on otherwise": (
        report(WIRE, "Vell Courier"),
        report(PARAGRAPHS[0].replace(", according to the harbour office.", ", we hear. ") + OTHER_STORY, "Brome Post"),
        "wire",
    ),
    "its paragraphs in another order": (report(WIRE), report("\n\n".join(reversed(PARAGRAPHS)), "Brome Post"), "wire"),
    "with a paragraph dropped": (
        report(WIRE),
        report("\n\n".join(PARAGRAPHS[::2]), "Brome Post", authors=["A B"]),
        "wire",
    ),
    "in straight marks and capitals": (report(WIRE.replace("'", "’")), report(WIRE.upper(), "Brome Post"), "wire"),
    "with a changed number": (report(WIRE), report(WIRE.replace("340", "430"), "Brome Post"), "wire"),
    "with other words here and there": (
        report(WIRE),
        report(WIRE.replace("belongings", "things").replace("lantern", "lamp").replace("mend", "fix"), "Brome Post"),
        "wire",
    ),
    "every third word changed": (report(WIRE), report(SWAPPED, "Brome Post"), "rewrite"),
    "changed, and in another order": (
        report(WIRE),
        report("\n\n".join(reversed(SWAPPED.split("\n\n"))), "Brome Post"),
        "rewrite",
    ),
    "changed, inside a frame": (report(WIRE), report(FRAME.format(SWAPPED), "Brome Post"), "rewrite"),
    "changed, with the same quotation": (
        report(f"{WIRE}\n\n{quoted(SPEECH)} Tarn said."),
        report(f"{SWAPPED}\n\n{quoted(SPEECH)} Tarn said.", "Brome Post"),
        "rewrite",
    ),
    "the same column by one author": (
        report(UNRELATED + "\n\n" + WIRE, "Vell Courier", authors=["Ada Rook"]),
        report(WIRE, "Brome Post", authors=["Ada Rook"]),
        "wire",
    ),
    "a later version at one outlet": (
        report(WIRE, title="Dam gate closed in Orsel"),
        report(WIRE.replace("340", "400") + "\n\n" + OTHER_STORY, title="Orsel dam: 400 families leave"),
        "same-outlet",
    ),
    "one site under two names": (
        report(WIRE, "Vell Courier", url="https://www.courier.example/dam"),
        report(WIRE, "Courier Online", url="https://m.courier.example/dam-gate"),
        "same-outlet",
    ),
}
OTHERS = {
    "one event, the same names and numbers": (report(WIRE), report(INDEPENDENT, "Brome Post"), None),
    "nothing in common": (report(WIRE), report(UNRELATED, "Brome Post"), None),
    "a title and an office in common": (
        report("Ilse Tarn, the mayor of Vell and head of the harbour office, was seen at the fair. " + UNRELATED),
        report("Ilse Tarn, the mayor of Vell and head of the harbour office, will resign. " + OTHER_STORY, "Post"),
        None,
    ),
    "a short quotation in common": (
        report(f"{UNRELATED}\n\n“No stone will move,” Tarn said."),
        report(f"{OTHER_STORY}\n\n“No stone will move,” said the mayor.", "Brome Post"),
        None,
    ),
    "a long quotation in common": (
        report(f"{UNRELATED}\n\nThe mayor said: {quoted(SPEECH)}"),
        report(f"{OTHER_STORY}\n\n{quoted(SPEECH)} Ilse Tarn told her guests.", "Brome Post"),
        "quotation",
    ),
    "a long quotation, cut in two by one": (
        report(f"{UNRELATED}\n\n{quoted(SPEECH)}"),
        report(f"{OTHER_STORY}\n\n" + quoted(SPEECH.replace("won. My", "won,” she said. “My")), "Brome Post"),
        "quotation",
    ),
    "a transcript that both print without marks": (
        report(f"The speech in full:\n\n{SPEECH}\n\n{UNRELATED}"),
        report(f"{OTHER_STORY}\n\n{SPEECH}", "Brome Post"),
        "quotation",
    ),
    "a transcript against a quotation": (
        report(f"MAYOR TARN: {SPEECH}\n\n{UNRELATED}"),
        report(f"{OTHER_STORY}\n\n{quoted(SPEECH)} she said.", "Brome Post"),
        "quotation",
    ),
    "a post that both embed": (
        report(f"{UNRELATED}\n\n{PARAGRAPHS[2]} — Ilse Tarn (@ilsetarn) May 6, 2031"),
        report(f"{OTHER_STORY}\n\n{PARAGRAPHS[2]} — Ilse Tarn (@ilsetarn) May 6, 2031", "Brome Post"),
        "quotation",
    ),
    "a paragraph that one quotes from the other by name": (
        report(WIRE, "Vell Courier"),
        report(f"The Vell Courier had this on Tuesday:\n\n{PARAGRAPHS[1]}\n\n{UNRELATED}", "Brome Post"),
        "quotation",
    ),
    "a caption in common": (
        report(f"{UNRELATED}\n\n{CAPTION}"),
        report(f"{OTHER_STORY}\n\n{CAPTION}", "Brome Post"),
        "boilerplate",
    ),
    "a caption of one outlet": (
        report(f"{UNRELATED}\n\n{CAPTION}"),
        report(f"{OTHER_STORY}\n\n{CAPTION}"),
        "boilerplate",
    ),
    "a call of one outlet": (
        report(
            f"{UNRELATED}\n\nSign up for our weekly letter about boats, bread and bells, and never miss a tide again."
        ),
        report(
            f"{OTHER_STORY}\n\nSign up for our weekly letter about boats, bread and bells, and never miss a tide again."
        ),
        "boilerplate",
    ),
    "background that one outlet prints again a year later": (
        report(f"{UNRELATED} {UNRELATED}\n\n{PARAGRAPHS[3]}", title="Choirs of Tallow"),
        report(f"{OTHER_STORY} {OTHER_STORY}\n\n{PARAGRAPHS[3]}", title="No ferry yet", published="2032-09-01"),
        "boilerplate",
    ),
}
CASES = COPIES | OTHERS

# By rule, two reports that only it tells.
RULED = {
    "copies:gallery-of-story": (
        report(f"{UNRELATED}\n\n{CAPTION}\n\n{CAPTION.replace('upper', 'lower')}", title="Night at the Orsel dam"),
        report(f"{OTHER_STORY}\n\n{CAPTION}\n\n{CAPTION.replace('upper', 'lower')}", title="Orsel holds out"),
    ),
    "copies:own-words-again": COPIES["a later version at one outlet"][:2],
    "copies:quotes-the-other": OTHERS["a paragraph that one quotes from the other by name"][:2],
    "copies:reworded": COPIES["every third word changed"][:2],
    "copies:standing-text": OTHERS["background that one outlet prints again a year later"][:2],
    "copies:both-quote": OTHERS["a long quotation in common"][:2],
    "copies:furniture": OTHERS["a caption in common"][:2],
    "copies:verbatim": COPIES["inside a frame of its own"][:2],
    "copies:worked-over": (
        report(PARAGRAPHS[1] + " " + PARAGRAPHS[2]),
        report(
            "About 340 families in the low streets of Vell loaded their things on carts, and the tram to "
            "Aldmoor took them free "
            "of charge until the last of its cars was in the depot. Mayor Ilse Tarn went along the wall "
            "with a lantern in the "
            "night and found no crack, while divers out of Brome gauged how far the mud had moved toward "
            "the sluice since the "
            "spring rains.",
            "Brome Post",
        ),
    ),
}
