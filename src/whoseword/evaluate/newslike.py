"""Which cases of Recognizers-Text read like news: a sentence and its times in, the reason against it or None out.

The criteria look at the words of a case, never at what comes out for it. The cases were written for assistants; what
goes is what no newspaper prints: commands and questions, figures like 5/6, bare hours, shortened words, feasts that
move, weeks by number, made-up precision. docs/times.md tells when each was added.

>>> refusal("Book me a table on 5/6", ["5/6"])
'asks an assistant'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whoseword.statements.time_words import MONTHS, WEEKDAYS

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
)
_NUMBER = rf"(?:{'|'.join(_NUMBER_WORDS.split())})"
_MONTH = "|".join(MONTHS)
_SMALL = "|".join([m for m in MONTHS if m not in {"may", "march"}] + WEEKDAYS)
_COMMANDS = (
    "show|find|book|schedule|set|add|meet|tell|list|create|make|move|cancel|put|give|check|plan|take|search|arrange"
    "|change|update|block|delete|open|play|send|call|wake|bring|get|help|have|tune|submit|deliver|select|can|could"
    "|would|will|do|does|did|is|are|what|when|who|how|where|which|why|may|i want|i need|how about|hey|hi"
)
_TO_ASSISTANTS = "remind|calendar|ooo|appointments?|skype|alarm|snooze|dinner with|see you|let'?s|please|cortana"
_FEASTS = (
    "easter|thanksgiving|ramadan|eid\\b|mother|father|black friday|cyber|labou?r|memorial|mlk|martin luther|columbus"
    "|lunar|chinese|diwali|hanukkah|president|good friday|carnival|mardi|independence|earth day|veteran|teacher"
    "|inauguration|valentine|groundhog|girls?|singles?|nurses?|wom[ae]n|youth|loyalty"
)

# The reason, and what is looked for in the sentence; in the last, case counts.
SENTENCES = {
    "asks an assistant": rf"(?i:\?|\b(?:{_TO_ASSISTANTS})\b|^\W*(?:{_COMMANDS})\b)",
    "has no sentence": r"(?i:^(?!.*\b[a-z]+ [a-z]+)|@|https?:|www\.|\$[A-Z]|#\w|_)",
    "writes months or weekdays in small letters": rf"\b(?:{_SMALL}|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b",
}
# The reason, and what is looked for in the words of a time, whatever their case. "+": added after the first run.
EXPRESSIONS = {
    "writes a date in figures": (
        r"\d+[/.~]\d|\d[-.]\d+[-.]\d|\b\d{8}\b|[a-z]/|/[a-z]|-(?:19|20)\d\d-|\d-[a-z]{3}\b"
        r"|[a-z]-\d|\d{4}-\d\b"  # +
    ),
    "shortens a weekday, a year or a unit": (
        r"\b(?:mon|tues?|wed|thurs?|fri|sat|sun|tmrw?|hrs?|mins?|secs?|yrs?|wks?)\b|\d[hdwmy]\b"
        r"|\bthu\b|\botd\b|of \d\d$"  # +
    ),
    "spells a year or a day in words": (
        rf"{_NUMBER}[- ](?:hundred|thousand|(?:twenty|thirty|eighty|ninety|fifty|sixty|seventy|forty)\b)"
        rf"|\b(?:{_MONTH})\b,? (?:the )?(?:{_NUMBER}|\w+(?:[a-z]th|nd|rd|first)\b)"
        rf"|\b(?:{_NUMBER}|(?:twenty|thirty)[- ]?\w+|[a-z]+th) (?:of )?(?:{_MONTH})\b"
    ),
    "gives a bare hour": (
        r"^(?!.*(?:\d ?[ap]\.?m\b|\d\d?:\d\d)).*\b(?:at|by|from|between|to|around|past|until)"
        rf" \d{{1,2}}\b(?! (?:{_MONTH}))"
        rf"|\b\d{{1,2}} ?(?:-|to|and) ?\d{{1,2}} ?[ap]\.?m|\b{_NUMBER} (?:o'?clock|[ap]m\b|to {_NUMBER}|past|thirty)"
        r"|half past|quarter (?:past|to)|ish\b|\d[ap]\b|ampm"
        r"|minutes past|\b\d{4} [ap]\.?m|mid night|(?:today|tomorrow) [ap]m|\b[ap] \. m|^\d{1,2}, "  # +
        r"|\b\d{1,2} ?(?:-|to|and) ?(?:\d{1,2}:\d\d|[a-z]+ in)|the \d{1,2} (?:from|at|between)"  # +
    ),
    "counts minutes or hours from now": (
        r"\b(?:minutes?|hours?|seconds?)\b.*\b(?:ago|later|from now|before|after|earlier)\b"
        r"|\b(?:in|within|next|last|past|previous|coming)\b.*\b(?:minutes?|hours?|seconds?)\b"
    ),
    "names a feast other than Christmas, New Year or Halloween": _FEASTS,
    "counts the weeks of a year or a month": (
        r"\bweek (?:of |after |before |from |no\.? ?)?\d|\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|last)"
        r" (?:\d+ )?(?:weeks?|weekend|days?|[a-z]+day) (?:of|in)\b|\bw\d\d?\b|week (?:of|after|before|from)\b"
    ),
    "gives a number for words that leave it open": r"\b(?:few|some|several|couple)\b",
    "repeats at an hour, which TIMEX3 writes in another way": (
        r"\b(?:every|each)\b.*(?:\d|morning|evening|night|afternoon)|(?:\d ?[ap]m|\d:\d\d).*\bevery"
        r"|^(?:in the )?(?:mornings|evenings|nights|afternoons)$|day (?:mornings|evenings|nights|afternoons)$"
    ),
    "puts a start and a length together": r"\bfrom\b.*\bfor\b|\bfor\b.*\bfrom\b",
    "adds lengths or takes parts of one": (  # +
        r"(?:years?|months?|weeks?|hours?) (?:and )?(?:\d|half|a quarter)|and (?:half|a quarter)"
    ),
    "is no form of news": (
        r"\b(?:business|work|working) ?(?:days?|week|hours?)|\bbce?\b|\bad\b|circa|dinner|breakfast|lunch|mealtime"
        r"|night-?time|daytime|daylight|tonite|and greater|or later|and after|or after|or before|and later|or earlier"
        r"|\bany\b|\beo[dymw]\b|[a-z]\d|\d\.[ap]"
    ),
}


def refusal(sentence: str, expressions: Sequence[str]) -> str | None:
    """Why a case does not read like news; None where it does."""
    for reason, pattern in SENTENCES.items():
        if re.search(pattern, sentence):
            return reason
    for reason, pattern in EXPRESSIONS.items():
        if any(re.search(pattern, words, re.IGNORECASE) for words in expressions):
            return reason
    return None
