r"""A report's text -> the stretches that are no report: captions, credits, newsletter calls, rights, bios.

Told by form alone. What one outlet puts into many of its reports is told by how often it comes (`candidates.py`).

>>> text = "The gate opened.\n\nSign up for our newsletter.\n\nIt closed again."
>>> [text[slice(*span)] for span in furniture(text, ())]
['Sign up for our newsletter.']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whoseword.model import Part, Span
from whoseword.reports.words import paragraphs

# A longer paragraph with a caption in it still tells what happened.
LONGEST_LINE = 60

_AGENCY = (
    r"(?:The )?(?:Associated Press|AP|Reuters|AFP|Agence France-Presse|Xinhua|UPI|dpa|EFE|ANI|PTI|Kyodo|Anadolu|TASS|"
    r"Tass|Interfax|Bloomberg)"
)
# What names an agency as the author, not as one who was told something ("told The Associated Press").
_CREDIT = re.compile(
    rf"\({_AGENCY}\)\s*[-–—]"
    rf"|(?-i:\bBy {_AGENCY}\b)"
    rf"|\b{_AGENCY}\b[^.\n]{{0,80}}\bcontributed to this (?:report|story|article)"
    rf"|\b{_AGENCY} (?:news )?(?:writers?|correspondents?|reporters?)\b[^.\n]{{0,120}}\b(?:contributed|reported)\b"
    rf"|\bwith (?:files|reports|reporting|material|additional reporting) (?:from|by) {_AGENCY}\b"
    rf"|\(?(?:reporting|editing|writing) by [A-Z][^\n]{{0,160}}\b(?:editing|reporting|writing) by\b"
    rf"|\bcopyright\b[^\n]{{0,20}}\b{_AGENCY}\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:sign up (?:for|to)|subscribe (?:to|now)|our (?:\w+ ){0,2}newsletters?|manage newsletters|click here"
    r"|read more:?|follow (?:us|him|her|them|@)|like us on|download (?:our|the) (?:\w+ )?app|all rights reserved"
    r"|reprint permission|may not be (?:published|reproduced)"
    r"|(?:contributed to|assisted with|edited) this (?:report|story|article)"
    r"|(?:reporting|writing|editing) by|views expressed|opinions expressed|can be reached|send (?:us )?tips"
    r"|cookies|advertisement|story continues below|share this (?:article|story)|you may also like|more from)\b",
    re.IGNORECASE,
)
# What a page says to its reader beside the report.
_FORM = re.compile(
    r"\b(?:(?:invalid|your) e-?mail address|delivered to your inbox|you must select"
    r"|verify (?:that )?you(?:['’]re| are) not"
    r"|you (?:agree to|will) receive [^\n]{0,40}\b(?:e-?mails|updates)|view all [^\n]{0,40}\bnewsletters"
    r"|thank you for subscribing|media playback is \w+|media caption)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\b(?:getty images|hide caption|show caption|enlarge (?:this )?image|photo(?:graph)?s?:|photos? by|image:"
    r"|file photo|must watch|just watched|replay more videos|play video|video \d|\(?photo credit|picture:)"
    r"|\b(?:AP|Reuters|AFP|EPA) ?(?:Photo|/)|/(?:AP|AFP|Reuters|EPA|Getty|Shutterstock|Bloomberg)\b|©|\bAP Photo\b",
    re.IGNORECASE,
)


def furniture(text: str, parts: Sequence[Part]) -> tuple[Span, ...]:
    """Spans of the furniture, in text order; `parts` name bylines and bios where reading the report found them."""
    found = [part.span for part in parts if part.kind in {"byline", "bio"}]
    for start, end in paragraphs(text):
        line = text[start:end]
        gallery = len(re.findall(r"\bhide caption\b", line, re.IGNORECASE)) > 1
        short = len(line.split()) <= LONGEST_LINE
        if gallery or (short and (_CALL.search(line) or _FORM.search(line) or _CAPTION.search(line))):
            found.append((start, end))
    return tuple(sorted(set(found)))


def is_form(words: str) -> bool:
    """Whether a clause is what a page says to its reader, in whatever paragraph it stands."""
    return _FORM.search(words) is not None


def credits_agency(text: str) -> bool:
    """Whether a report says that an agency wrote it or part of it."""
    return _CREDIT.search(text) is not None
