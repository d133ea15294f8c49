"""Live blogs: one that tells its entries in JSON-LD, one whose entries stand on the page alone."""

from __future__ import annotations

import json

from tests.site.furniture import ADVERT, RELATED, SHARE, document, paragraphs
from tests.site.gold import Field, Gold, Style

HOST = "www.brindlepost.example"
POST = "The Brindle Post"

_LEAD = "Follow the search for the man missing since the storm, with what police, family and the weather office say."
_FLOOD_ENTRIES = (
    ("e3", "Police widen the search", "2031-03-17T15:02:00Z", "Bo Lind", (
        "Two boats from Ostrick have joined, inspector Tuva Lund told reporters on the mole.",
        "“We have light until seven,” she said.",
    )),
    ("e2", "Family asks for quiet", "2031-03-17T12:40:00Z", "Ann Ottery", (
        "The family of the missing man has asked that his name not be used, a spokesman for the parish said.",
    )),
    ("e1", "Mast fell at 141 km/h", "2031-03-17T09:15:00Z", "Ann Ottery", (
        "The weather office said its mast on the mole stood until a gust of 141 kilometres an hour.",
    )),
)  # fmt: skip


def told() -> Style:
    """All entries in JSON-LD, of which the page itself shows the same."""
    path = "/weather/live/2031/mar/17/storm-search"
    url = f"https://{HOST}{path}"
    own = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "url": url,
        "headline": "Storm in Brindle Harbour – live",
        "datePublished": "2031-03-17T07:00:00Z",
        "dateModified": "2031-03-17T15:02:00Z",
        "coverageStartTime": "2031-03-17T07:00:00Z",
        "publisher": {"@type": "Organization", "name": POST},
        "author": {"@type": "Person", "name": "Ann Ottery"},
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "headline": head,
                "datePublished": moment,
                "articleBody": " ".join(text),
                "url": f"{url}#{key}",
                "author": {"@type": "Person", "name": name},
            }
            for key, head, moment, name, text in _FLOOD_ENTRIES
        ],
    }
    entries = "".join(
        (
            f'<div id="{key}" class="block"><time '
            f'datetime="{moment}">{moment[11:16]}</time><h2>{head}</h2>{paragraphs(text)}{SHARE}</div>'
        )
        for key, head, moment, _, text in _FLOOD_ENTRIES
    )
    head = (
        f'<title>Storm in Brindle Harbour – live | {POST}</title><link rel="canonical" href="{url}"><script '
        f'type="application/ld+json">{json.dumps(own)}</script>'
    )
    body = (
        "<article><h1>Storm in Brindle Harbour – live</h1><div "
        f'class="lead-in"><p>{_LEAD}</p></div>{ADVERT}{entries}</article>{RELATED}'
    )
    outlet, language = Field(POST, "json-ld publisher"), Field("en-GB", "html lang")
    lead = Gold(
        title=Field("Storm in Brindle Harbour – live", "h1"),
        byline=(Field("Ann Ottery", "json-ld author"),),
        outlet=outlet,
        url=Field(url, "link canonical"),
        language=language,
        published=Field("2031-03-17T07:00:00Z", "json-ld datePublished"),
        modified=Field("2031-03-17T15:02:00Z", "json-ld dateModified"),
        day="2031-03-17",
        paragraphs=(_LEAD,),
    )
    golds = [
        Gold(
            title=Field(title, "json-ld headline"),
            byline=(Field(name, "json-ld author"),),
            outlet=outlet,
            url=Field(f"{url}#{key}", "json-ld url"),
            language=language,
            published=Field(moment, "json-ld datePublished"),
            day="2031-03-17",
            paragraphs=text,
        )
        for key, title, moment, name, text in _FLOOD_ENTRIES
    ]
    return Style("live-json-ld", path, document(head, body).encode(), (lead, *golds))


_STRIKE_ENTRIES = (
    ("post-31", "Talks resume", "2031-05-22T08:30:00+02:00", "Rasmus de Vrie", (
        "Both sides are back in the harbour office, the mediator said in a message to reporters.",
    )),
    ("post-30", None, "2031-05-22T07:05:00+02:00", "", (
        "Sixteen ships now lie outside the mole, according to the port authority's own board.",
        "That is two more than at midnight.",
    )),
)  # fmt: skip


def shown() -> Style:
    """No JSON-LD: entries on the page, one without a headline."""
    path = "/ports/crane-strike-live"
    url = f"https://{HOST}{path}"
    entries = "".join(
        (
            f'<li class="liveblog-post" id="{key}"><header><time class="liveblog-post__time" '
            f'datetime="{moment}">{moment[11:16]}</time>'
        )
        + (f"<h3>{head}</h3>" if head else "")
        + (f'<span class="liveblog-post__byline">{name}</span>' if name else "")
        + f'</header><div class="liveblog-post__body">{paragraphs(text)}</div>{SHARE}</li>'
        for key, head, moment, name, text in _STRIKE_ENTRIES
    )
    head = (
        f'<title>Crane strike: what we know</title><meta property="og:site_name" content="{POST}"><meta '
        f'property="og:url" content="{url}">'
    )
    body = (
        '<div class="liveblog"><h1>Crane strike: what we know</h1><p class="liveblog__standfirst">Ships wait '
        "outside Ostrick as the "
        f'two sides weigh one clause</p><ol class="liveblog-posts">{entries}</ol></div>{RELATED}'
    )
    outlet, language = Field(POST, "og:site_name"), Field("en-GB", "html lang")
    golds = [
        Gold(
            title=Field(title, "entry h3") if title else None,
            byline=(Field(name, "entry byline element"),) if name else (),
            outlet=outlet,
            url=Field(f"{url}#{key}", "entry id"),
            language=language,
            published=Field(moment, "entry time element"),
            day="2031-05-22",
            paragraphs=text,
        )
        for key, title, moment, name, text in _STRIKE_ENTRIES
    ]
    lead = Gold(
        title=Field("Crane strike: what we know", "h1"),
        dek=Field("Ships wait outside Ostrick as the two sides weigh one clause", "standfirst element"),
        outlet=outlet,
        url=Field(url, "og:url"),
        language=language,
        paragraphs=(),
    )
    return Style("live-elements", path, document(head, body).encode(), (lead, *golds))


def styles() -> tuple[Style, ...]:
    """The pages of this module."""
    return told(), shown()
