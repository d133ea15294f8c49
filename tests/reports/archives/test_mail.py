"""The reports of letters."""

from __future__ import annotations

import time
from email.message import EmailMessage

import pytest

from whoseword.model import Problem
from whoseword.reports.archives.mail import read_mail
from whoseword.reports.given import Found, Given

BODY = "The gate of the Aldmoor dam opened on Monday.\n\nPetra Vell said that 40 families had left.\n"
PARAGRAPHS = (
    "The gate of the Aldmoor dam opened on Monday after three days of rain, the ministry said in a statement.",
    "“We had no other choice,” Petra Vell told reporters in Northwick. She said that 40 families had to leave.",
    "Two engineers who asked not to be named said that the gate had been reported as faulty in March of last year.",
)
PAGE = (
    "<html><body><table><tr><td><a href='https://c.example/v'>View this email in your browser</a></td></tr>"
    + "".join(f"<tr><td><p>{words}</p></td></tr>" for words in PARAGRAPHS)
    + "<tr><td><p>You are receiving this email because you signed up. <a href='#'>Unsubscribe</a></p></td></tr>"
    + "</table></body></html>"
)


def letter(sender="Aldmoor Ledger <news@ledger.example>", subject="Dam gate opens", text=BODY, **fields):
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = sender, subject, "Thu, 08 May 2031 06:10:00 +0000"
    for name, value in fields.items():
        made[name.replace("_", "-")] = value
    if text is not None:
        made.set_content(text)
    return made


def read(made):
    return read_mail(Given("dam.eml", made if isinstance(made, bytes) else made.as_bytes()))


def codes(problems):
    return [problem.code for problem in problems]


def test_a_newsletter_is_a_report_with_what_its_head_tells():
    """Subject, outlet and day, each with where it was found; the subject stands above the text."""
    (article,), problems = read(letter(subject="Dam gate opens – 40 families leave"))
    assert article.text == f"Dam gate opens – 40 families leave\n\n{BODY.strip()}"
    assert article.title == Found("Dam gate opens – 40 families leave", "mail Subject")
    assert article.outlet == Found("Aldmoor Ledger", "mail From")
    assert article.published == (Found("Thu, 08 May 2031 06:10:00 +0000", "mail Date"),)
    assert (article.byline, problems) == ((), ())


def test_a_person_is_the_byline_and_the_list_the_outlet():
    """List-Id tells what the newsletter is called."""
    made = letter("Ada Rook <ada@letters.example>", List_Id="The Dam Letter <dam.letters.example>")
    (article,), _ = read(made)
    assert article.byline == (Found("Ada Rook", "mail From"),)
    assert article.outlet == Found("The Dam Letter", "mail List-Id")


def test_a_sender_that_may_be_either_is_neither_and_told():
    """Nothing is guessed."""
    (article,), problems = read(letter("Valley Voice <x@mailer.example>"))
    assert (article.byline, article.outlet) == ((), None)
    assert codes(problems) == ["sender-unclear"]


def test_the_html_part_is_read_where_the_plain_one_stands_in_for_it():
    """Its words, without the foot and the link to a browser."""
    made = letter(text="View this email in your browser: https://c.example/v\n")
    made.add_alternative(PAGE, subtype="html")
    (article,), problems = read(made)
    assert article.text.split("\n\n") == ["Dam gate opens", *PARAGRAPHS]
    assert article.title == Found("Dam gate opens", "mail Subject")
    assert problems == ()


def test_a_plain_part_with_the_same_words_is_taken():
    """It needs no extraction."""
    made = letter(text="\n\n".join(PARAGRAPHS))
    made.add_alternative(PAGE, subtype="html")
    (article,), _ = read(made)
    assert article.extractor.startswith("whoseword mail")


def test_a_short_html_letter_is_read_as_well():
    """Two lines are no page, but may be a report."""
    made = letter(text=None)
    made.set_content("<p>It opened on Monday, the ministry said.</p>", subtype="html")
    (article,), _ = read(made)
    assert "It opened on Monday, the ministry said." in article.text


def test_without_the_extra_an_html_letter_says_what_to_install(monkeypatch):
    """The problem of reading pages is told."""
    missing = Problem("needs-intake", "dam.eml: install it with pip install 'whoseword[intake]'")
    monkeypatch.setattr("whoseword.reports.archives.mail.read_page", lambda _: ((), (missing,)))
    made = letter(text=None)
    made.set_content(PAGE, subtype="html")
    assert read(made) == ((), (missing,))


def test_attachments_are_counted_and_named():
    """They may be the report."""
    made = letter()
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="statement.pdf")
    made.add_attachment(b"PK", maintype="application", subtype="zip", filename="all.zip")
    _, problems = read(made)
    assert codes(problems) == ["parts-left-out"]
    assert "2 attachments are not read: statement.pdf, all.zip" in problems[0].message


FORWARDED = (
    "Worth a look?\n\n---------- Forwarded message ---------\nFrom: Aldmoor Ledger <news@aldmoorledger.example>\n"
    f"Date: Thu, May 8, 2031 at 6:10 AM\nSubject: Dam gate opens\nTo: <tom@home.example>\n\n\n{BODY}"
)


@pytest.mark.parametrize("is_attached", [False, True])
def test_a_forwarded_letter_is_the_report(is_attached):
    """With its own sender, subject and day, and not those of who sent it on; what he wrote is told."""
    inner = letter("Aldmoor Ledger <news@aldmoorledger.example>")
    made = letter("Tom Bell <tom@home.example>", "Fwd: look", "Worth a look?" if is_attached else FORWARDED)
    if is_attached:
        made.add_attachment(inner)
    (article,), problems = read(made)
    assert article.text == f"Dam gate opens\n\n{BODY.strip()}"
    assert article.title == Found("Dam gate opens", "mail forwarded Subject")
    assert article.outlet == Found("Aldmoor Ledger", "mail forwarded From")
    assert article.byline == ()
    assert article.published[0].by == "mail forwarded Date"
    assert codes(problems) == ["parts-left-out"]
    assert "3 words" in problems[0].message


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "base64"), ("iso-8859-1", "quoted-printable"), ("utf-16", "base64")]
)
def test_encodings_are_undone(charset, encoding):
    """In the head and in the body."""
    made = EmailMessage()
    made["From"], made["Subject"] = "Zoë Rook <zoe@a.example>", "Déjà vu"
    made.set_content("Zoë said so.\n", charset=charset, cte=encoding)
    (article,), _ = read(made)
    assert article.text == "Déjà vu\n\nZoë said so."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Subject: \n\n",
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x--\n",
    ],
    ids=["empty", "no words", "no parts"],
)
def test_a_letter_without_text_says_so(data):
    """With what to do."""
    articles, problems = read(data)
    assert articles == ()
    assert codes(problems) == ["document-without-text"]


HOSTILE = {
    "no letter": b"\xff\x00" * 50,
    "levels": b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1000)),
    "letters in letters": b"Content-Type: message/rfc822\n\n" * 1000,
    "parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 10_000 + b"--b--\n",
    "header": b'Content-Type: text/plain; a="' + b'";' * 500_000 + b"\n\nx",
    "lines": b"Subject: a\n\n" + b"\n" * 2_100_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_letter_is_refused_at_once(data):
    """Bounded in levels, parts, length of headers and lines: a problem within seconds."""
    begun = time.process_time()
    articles, problems = read(data)
    assert articles == ()
    assert codes(problems) == ["document-damaged"]
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "subject", ["=?utf-8?b?" + "QUFB" * 5000 + "?=", "=?x-unknown?q?abc?=", "=?utf-8?b?%%%?=", "a" * 100_000]
)
def test_an_odd_subject_does_not_stop_the_letter(subject):
    """The text comes whatever its head is."""
    (article,), _ = read(b"Subject: " + subject.encode() + b"\n\n" + BODY.encode())
    assert article.text.endswith("40 families had left.")
    assert article.title is None or article.title.value in article.text
