r"""A letter by e-mail (RFC 5322), above all a newsletter -> its reports, with what the headers tell of them.

>>> made = Given("a.eml", b"From: Ada Rook <ada@ledger.example>\nSubject: Dam gate opens\n\nIt opened on Monday.")
>>> [article] = read_mail(made)[0]
>>> article.text, article.byline[0]
('Dam gate opens\n\nIt opened on Monday.', Found(value='Ada Rook', by='mail From'))
"""

from __future__ import annotations

import email.utils
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from email.message import Message

from whoseword.model import Problem
from whoseword.reports.archives import mime
from whoseword.reports.archives.letters import Forwarded, forwarded_in, letter_of
from whoseword.reports.archives.senders import Headers, Sender, sender_of
from whoseword.reports.given import Article, Found, Given
from whoseword.reports.pages.extract import read_page

EXTRACTOR = "whoseword mail 1"
MOST_FORWARDED = 20  # letters in a letter, however deep
# A plain part with a smaller share of the words of the HTML part only stands in for it: "Read this in your browser".
PLAIN_SHARE = 0.6
LONGEST_TITLE = 300
_HEAD = ("From", "Subject", "Date", "Received", "MIME-Version", "Content-Type")
_PREFIX = re.compile(r"^(?:\s*(?:fwd?|fw|re|aw|wg|tr)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
# What is not closed goes on to the end: or the rest would be looked through again for each that is opened.
_TAG = re.compile(
    r"<(?:style|script|head)\b.*?(?:</(?:style|script|head)\s*>|<body\b[^<>]{0,20000}>|\Z)|<!--.*?(?:-->|\Z)"
    r"|<[^<>]{0,20000}>",
    re.DOTALL | re.IGNORECASE,
)
_LIST = re.compile(r'\s*"?([^"<>]*?)"?\s*<[^<>]*>\s*$')
_WORD = re.compile(r"[^\W\d_]+")
_SAVE = "save the report as plain text and read that"
Read = tuple[tuple[Article, ...], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class _Fields:
    """What the head of a letter tells; `by` is "mail", or "mail forwarded" where it was read in another one."""

    by: str
    sender: str | None
    subject: str | None
    date: str | None
    list_id: str | None = None


def read_mail(given: Given) -> Read:
    """The report of a letter, of the one that it forwards, or of each that is attached to it.

    The plain part is taken where it has the words, else the HTML part is read as a page is. Attachments and what was
    left out are told. Bounds are those of `mime`.
    """
    try:
        message = mime.parsed(given.data)
    except mime.UnreadableMessageError as error:
        problem = Problem("document-damaged", f"{given.name}: the letter cannot be read ({error}); {_SAVE}")
        return (), (*given.problems, problem)
    if given.data.strip() and not any(name in message for name in _HEAD):
        problem = Problem("document-damaged", f"{given.name}: this has not the head of a letter; {_SAVE}")
        return (), (*given.problems, problem)
    articles: list[Article] = []
    problems: list[Problem] = list(given.problems)
    letters = _letters(message)
    problems.extend(_covering(message, letters, given.name))
    for letter in letters[:MOST_FORWARDED]:
        found, said = _read_letter(letter, given, is_attached=letter is not message)
        articles.extend(found)
        problems.extend(said)
    if not articles and not any(problem.code == "needs-intake" for problem in problems):
        problems.append(Problem("document-without-text", f"{given.name}: no text in this letter; {_SAVE}"))
    return tuple(articles), tuple(problems)


def _letters(message: Message) -> list[Message]:
    """The letters attached to a letter, instead of it, as it then only hands them on; else itself."""
    attached = [part.get_payload() for part in mime.leaves(message) if part.get_content_type() == "message/rfc822"]
    inner = [part for payload in attached if isinstance(payload, list) for part in payload if isinstance(part, Message)]
    return [letter for part in inner for letter in _letters(part)] or [message]


def _covering(message: Message, letters: list[Message], name: str) -> list[Problem]:
    """What of a letter is not read that has others attached."""
    if letters == [message]:
        return []
    words = sum(_words(mime.text_of(part)) for part in _parts(message)[0])
    said = [f"{words} words of the letter that others are attached to are not read"] if words else []
    if len(letters) > MOST_FORWARDED:
        said.append(f"of {len(letters)} letters attached the first {MOST_FORWARDED} are read")
    return [Problem("parts-left-out", f"{name}: {each}; if they are a report, save them apart") for each in said]


def _read_letter(message: Message, given: Given, *, is_attached: bool) -> Read:
    by = "mail forwarded" if is_attached else "mail"
    names = ("From", "Subject", "Date", "List-Id")
    fields = _Fields(by, *(mime.header(message, name) for name in names))
    plain, html, others = _parts(message)
    problems = _left_out(given.name, others)
    text = "\n\n".join(mime.text_of(part) for part in plain)
    article: Article | None = None
    if html and _words(text) < PLAIN_SHARE * _words(_TAG.sub(" ", "".join(mime.text_of(part) for part in html))):
        article, said = _from_html(html[0], given)
        problems.extend(said)
    if article is None:
        fields, article, said = _from_plain(text, fields, given.name)
        problems.extend(said)
    if not _words(article.text):
        return (), tuple(problems)
    headed, said = _with_headers(article, fields, given.name)
    return (headed,), (*problems, *said)


def _parts(message: Message) -> tuple[list[Message], list[Message], list[Message]]:
    """Plain parts, HTML parts, and all others."""
    plain: list[Message] = []
    html: list[Message] = []
    others: list[Message] = []
    for part in mime.leaves(message):
        kind, is_file = part.get_content_type(), mime.filename(part) or part.get_content_disposition() == "attachment"
        if is_file or kind not in {"text/plain", "text/html"}:
            others.append(part)
        else:
            (plain if kind == "text/plain" else html).append(part)
    return plain, html, others


def _left_out(name: str, others: list[Message]) -> list[Problem]:
    """One problem that counts and names the attachments; pictures that belong to the layout are none."""
    others = [part for part in others if part.get_content_maintype() != "multipart"]
    files = [part for part in others if not (part.get_content_maintype() == "image" and "Content-ID" in part)]
    files = [part for part in files if part.get_content_type() not in {"text/calendar", "text/x-amp-html"}]
    if not files:
        return []
    listed = ", ".join(mime.filename(part) or part.get_content_type() for part in files[:5])
    more = f" and {len(files) - 5} more" if len(files) > 5 else ""
    count = f"{len(files)} attachments are" if len(files) > 1 else "an attachment is"
    return [Problem("parts-left-out", f"{name}: {count} not read: {listed}{more}; save what is a report and read it")]


def _from_html(part: Message, given: Given) -> tuple[Article | None, tuple[Problem, ...]]:
    """What the page within says; its own title, outlet and dates give way to those of the letter."""
    inner = Given(given.name, mime.bytes_of(part), media="text/html", charset=mime.charset_of(part))
    articles, problems = read_page(inner)
    if any(problem.code == "needs-intake" for problem in problems):
        return None, problems
    whole = letter_of(_plain(mime.text_of(part))).text
    if not articles:
        # A letter of two lines is no page, but may be a report.
        return Article(whole, EXTRACTOR), ()
    text = letter_of("\n\n".join(article.text for article in articles)).text
    said = [*problems, *(problem for article in articles for problem in article.problems)]
    if _words(text) < PLAIN_SHARE * _words(whole):
        lost = f"{given.name}: {_words(whole) - _words(text)} of the {_words(whole)} words of this letter are not read"
        said.append(Problem("parts-left-out", f"{lost}; if they belong to the report, {_SAVE}"))
    return replace(articles[0], text=text, published=(), modified=(), problems=()), tuple(said)


def _plain(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415  (of the extra `intake`)

    return str(extract_plain_text(html, main_content=False, links=False, alt_texts=False, list_bullets=False))


def _from_plain(text: str, fields: _Fields, name: str) -> tuple[_Fields, Article, tuple[Problem, ...]]:
    problems = []
    forwarded = forwarded_in(text)
    if forwarded is not None:
        fields, text = _of_forwarded(forwarded, fields), forwarded.text
        if _words(forwarded.above):
            text_above = f"{name}: {_words(forwarded.above)} words above the letter that is forwarded are not read"
            problems.append(Problem("parts-left-out", f"{text_above}; if they are a report, save them as plain text"))
    letter = letter_of(text)
    if letter.quoted:
        said = f"{name}: {letter.quoted} lines that quote an earlier letter are not read"
        problems.append(Problem("parts-left-out", f"{said}; if they are a report, save them as plain text"))
    return fields, Article(letter.text, EXTRACTOR), tuple(problems)


def _of_forwarded(forwarded: Forwarded, fields: _Fields) -> _Fields:
    known: Mapping[str, str] = forwarded.fields
    subject = known.get("subject") or fields.subject
    return _Fields("mail forwarded", known["from"], subject, known.get("date"))


def _with_headers(article: Article, fields: _Fields, name: str) -> tuple[Article, tuple[Problem, ...]]:
    """The article under the subject, with sender and date as the head of the letter has them."""
    title = _PREFIX.sub("", fields.subject or "").strip()[:LONGEST_TITLE]
    sender, problems = _sender(fields, name)
    text = article.text
    if title and " ".join(text.split("\n\n")[0].split()) != title:
        text = f"{title}\n\n{text}"
    list_name = _list_name(fields.list_id)
    outlet = Found(sender.outlet, f"{fields.by} From") if sender.outlet else None
    if outlet is None and list_name:
        outlet = Found(list_name, f"{fields.by} List-Id")
    found = replace(
        article,
        text=text,
        title=Found(title, f"{fields.by} Subject") if title else article.title,
        byline=(Found(sender.person, f"{fields.by} From"),) if sender.person else article.byline,
        outlet=outlet,
        published=(Found(fields.date, f"{fields.by} Date"),) if fields.date else (),
    )
    return found, problems


def _sender(fields: _Fields, name: str) -> tuple[Sender, tuple[Problem, ...]]:
    display, address = email.utils.parseaddr(fields.sender or "")
    sender = sender_of(Headers(" ".join(display.split())[:200] or None, address[:320], _list_name(fields.list_id)))
    if not sender.is_unclear:
        return sender, ()
    said = f'{name}: "{display[:80]}" sent this, which may be a person or an outlet; it is used as neither'
    return sender, (Problem("sender-unclear", f"{said}; give the outlet with --outlet"),)


def _list_name(list_id: str | None) -> str | None:
    """The words before the id of a list; many mailers put a mere number there."""
    found = _LIST.match(list_id or "")
    name = found[1].strip() if found else ""
    is_name = len(_WORD.findall(name)) > 0 and not re.search(r"\d{4}|[@_]|\blist\b", name, re.IGNORECASE)
    return name if is_name and len(name) < 100 else None


def _words(text: str) -> int:
    return len(_WORD.findall(text))
