"""Pages that are copies, or were changed: two days, another outlet's address, a public archive."""

from __future__ import annotations

from tests.site.furniture import ADVERT, COMMENTS, FOOTER, MENU, RELATED, document, paragraphs
from tests.site.gold import Field, Gold, Style

POST = "The Brindle Post"

_PIER = (
    "The pier of Ebbing will be longer by eleven metres, and the mayor has said who is to pay: those who moor there.",
    "“A pier is no park,” Aud Lie said at the opening of the works.",
    "The sailing club spoke of a breach of faith. It says it was promised free berths until 2040.",
)

_COURT = (
    (
        "A skipper from Little Quellin who threw his neighbour's nets overboard must pay for them, the court in "
        "Ostrick ruled."
    ),
    "He had told the court they were “in the way of the herring”.",
    "The neighbour, who asked that her name be left out, said she would buy blue ones.",
)

_CHOIR = (
    "The men's choir of Marrow Ford will take women from the autumn, by 19 votes to 4.",
    "“We were eleven tenors short of a concert,” its leader, Gaute Berg, said.",
    "Two who voted no told the paper they would stay all the same, “to see how it sounds”.",
)


def two_days() -> Style:
    """Published and updated in time elements with labels beside them; the day of an event in the text is neither."""
    host, path = "ebbingweekly.example", "/2031/06/pier"
    head = (
        '<title>Pier grows, and so does the bill — Ebbing Weekly</title><link rel="canonical" '
        'href="https://ebbingweekly.example/2031/06/pier/">'
    )
    text = [*_PIER]
    text[1] = "“A pier is no park,” Aud Lie said at the opening of the works."
    body = (
        '<article><h1>Pier grows, and so does the bill</h1><div class="post-info"><span>Last updated: <time '
        'datetime="2031-06-15T09:00">'
        '15 June</time></span> <span>Published: <time datetime="2031-06-13T18:30">13 June</time></span> <a '
        'class="author-name" '
        f'href="/a/rt">Runa Tveit</a></div>{paragraphs(text, ADVERT)}</article>{RELATED}{COMMENTS}'
    )
    gold = Gold(
        title=Field("Pier grows, and so does the bill", "h1"),
        byline=(Field("Runa Tveit", "byline element"),),
        outlet=Field("ebbingweekly.example", "host name"),
        url=Field("https://ebbingweekly.example/2031/06/pier/", "link canonical"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-06-13T18:30", "time element"),
        modified=Field("2031-06-15T09:00", "time element"),
        day="2031-06-13",
        paragraphs=_PIER,
    )
    return Style("two-days", path, document(head, body).encode(), (gold,), host=host)


def syndicated() -> Style:
    """A copy that names the page of another outlet as the one to keep."""
    host, path = "www.brindlepost.example", "/region/nets-overboard"
    other = "https://www.quellinobserver.example/courts/nets-overboard"
    head = (
        f'<title>Skipper must pay for nets</title><link rel="canonical" href="{other}"><meta '
        f'property="og:site_name" content="{POST}">'
        '<meta property="og:type" content="article"><meta name="description" content="Herring was no excuse for '
        "throwing a "
        'neighbour’s nets overboard, a court in Ostrick finds"><meta name="article:published_time" '
        'content="2031-06-04">'
    )
    body = (
        '<article><h1>Skipper must pay for nets</h1><p class="credit-line">By <span class="author">Tomas '
        "Ewe</span>, Quellin Observer</p>"
        f"{paragraphs(_COURT)}</article>{RELATED}"
    )
    gold = Gold(
        title=Field("Skipper must pay for nets", "h1"),
        dek=Field(
            "Herring was no excuse for throwing a neighbour’s nets overboard, a court in Ostrick finds",
            "meta description",
        ),
        byline=(Field("Tomas Ewe", "byline element"),),
        outlet=Field(POST, "og:site_name"),
        url=Field(f"https://{host}{path}", "address"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-06-04", "meta article:published_time"),
        day="2031-06-04",
        paragraphs=_COURT,
    )
    return Style("syndicated", path, document(head, body).encode(), (gold,), host=host, problems=("address-elsewhere",))


def archived() -> Style:
    """A page in a public archive, with the archive's own bar on top."""
    original = "https://www.aldmoorcourier.example/culture/choir-takes-women"
    head = (
        '<title>Choir takes women | Aldmoor Courier</title><meta property="og:title" content="Choir takes women"><link '
        f'rel="canonical" href="{original}"><meta property="article:published_time" '
        'content="2031-05-02T12:00:00+02:00">'
        '<meta property="og:site_name" content="Aldmoor Courier">'
    )
    bar = (
        '<div id="wm-ipp-base" role="navigation"><p>The archive has saved this page 14 times between May 2 '
        "and June 1, 2031</p></div>"
    )
    data = (
        '<!doctype html><html lang="en"><head><meta '
        f'charset="utf-8">{head}</head><body>{bar}{MENU}<article><h1>Choir takes women</h1>'
        '<address class="byline">By <a rel="author" href="/p">Signe '
        f"Aal</a></address>{paragraphs(_CHOIR)}</article>{FOOTER}</body></html>"
    )
    gold = Gold(
        title=Field("Choir takes women", "h1"),
        byline=(Field("Signe Aal", "rel=author"),),
        outlet=Field("Aldmoor Courier", "og:site_name"),
        url=Field(original, "link canonical"),
        language=Field("en", "html lang"),
        published=Field("2031-05-02T12:00:00+02:00", "meta article:published_time"),
        day="2031-05-02",
        paragraphs=_CHOIR,
        without=("The archive has saved",),
    )
    path = f"/web/20310601120000/{original}"
    return Style("archived", path, data.encode(), (gold,), host="web.archive.org")


def styles() -> tuple[Style, ...]:
    """The pages of this module."""
    return (two_days(), syndicated(), archived())
