"""Pages that show a part of a report or none: AMP, a paywall, a home page, a list, an error, a video."""

from __future__ import annotations

import json

from tests.site.furniture import COMMENTS, LETTER, MOST_READ, RELATED, SHARE, document, paragraphs
from tests.site.gold import Field, Gold, Style

HOST = "www.brindlepost.example"
POST = "The Brindle Post"

_TRAM = (
    "The tram to the university will run again from 1 July, four years after a landslide took the track at Kell.",
    (
        "“I had stopped believing the posters,” said Ida Fosse, a student who has walked the last mile since her "
        "first term."
    ),
    "The transport office puts the cost at 61 million crowns, of which the state pays half, according to its budget.",
)


def amp() -> Style:
    """The AMP form of a page, on a host of its own."""
    path = "/transport/tram-returns"
    own = {
        "@type": "NewsArticle",
        "mainEntityOfPage": f"https://{HOST}{path}",
        "headline": "Tram to the university returns after four years",
        "datePublished": "2031-06-11T06:00:00+01:00",
        "author": {"@type": "Person", "name": "Ann Ottery"},
        "publisher": {"@type": "Organization", "name": POST},
    }
    data = (
        '<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><link rel="canonical" '
        f'href="https://{HOST}{path}">'
        "<title>Tram to the university returns after four years</title><style "
        "amp-boilerplate>body{visibility:hidden}</style>"
        f'<script type="application/ld+json">{json.dumps(own)}</script></head><body><amp-sidebar id="menu" '
        'layout="nodisplay"><ul>'
        '<li><a href="/">Front</a></li><li><a '
        'href="/sport">Sport</a></li></ul></amp-sidebar><amp-consent><div>We and our 214 '
        "partners ask for your consent.</div></amp-consent><article><h1>Tram to the university returns after "
        "four years</h1>"
        '<p class="amp-article__byline">Ann Ottery</p><amp-img src="t.jpg" alt="A tram" layout="responsive"></amp-img>'
        '<p class="caption">The tram at Kell in 2027. Photo: Bo '
        f"Lind</p>{paragraphs(_TRAM, '<amp-ad type=a>Advertisement</amp-ad>')}"
        f'<amp-social-share type="flit">Share on Flit</amp-social-share></article>{MOST_READ}</body></html>'
    )
    gold = Gold(
        title=Field("Tram to the university returns after four years", "h1"),
        byline=(Field("Ann Ottery", "json-ld author"),),
        outlet=Field(POST, "json-ld publisher"),
        url=Field(f"https://{HOST}{path}", "link canonical"),
        language=Field("en", "html lang"),
        published=Field("2031-06-11T06:00:00+01:00", "json-ld datePublished"),
        day="2031-06-11",
        paragraphs=_TRAM,
        without=("The tram at Kell", "ask for your consent"),
    )
    return Style("amp", f"{path}/amp", data.encode(), (gold,), host="amp.brindlepost.example")


_STUB = (
    (
        "The county will sell its forest at Lower Tarn to the highest bidder, three members of the finance "
        "committee said, in a "
        "sale that was never put on any agenda."
    ),
    "“We were handed a sheet and asked for our hands,” said one of them.",
)


def paywall() -> Style:
    """The first sentences, then a gate; its JSON-LD says that the page is not free."""
    path = "/politics/forest-for-sale"
    host = "www.aldmoorcourier.example"
    own = {
        "@type": "NewsArticle",
        "url": f"https://{host}{path}",
        "headline": "County to sell forest that nobody had on the agenda",
        "description": "Three members of the finance committee describe a vote by surprise",
        "isAccessibleForFree": "False",
        "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".regwall"},
        "datePublished": "2031-06-19T04:00:00Z",
        "dateModified": "2031-06-19T04:00:00Z",
        "author": {"@type": "Person", "name": "Ingrid Solem"},
        "publisher": {"@type": "Organization", "name": "Aldmoor Courier"},
    }
    head = (
        '<title>County to sell forest | Aldmoor Courier</title><link rel="canonical" '
        f'href="https://{host}{path}"><script '
        f'type="application/ld+json">{json.dumps(own)}</script>'
    )
    body = (
        "<article><h1>County to sell forest that nobody had on the agenda</h1><p "
        'data-testid="article-dek">Three members of the '
        'finance committee describe a vote by surprise</p><span class="c-byline__name">Ingrid Solem</span>'
        f'<div class="article-body">{paragraphs(_STUB)}</div><div class="offer"><h2>Subscribe to continue '
        "reading</h2><p>Already a "
        "subscriber? Sign in. From 4 crowns a week, cancel when you like.</p></div></article>" + RELATED
    )
    gold = Gold(
        title=Field("County to sell forest that nobody had on the agenda", "h1"),
        dek=Field("Three members of the finance committee describe a vote by surprise", "dek element"),
        byline=(Field("Ingrid Solem", "json-ld author"),),
        outlet=Field("Aldmoor Courier", "json-ld publisher"),
        url=Field(f"https://{host}{path}", "link canonical"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-06-19T04:00:00Z", "json-ld datePublished"),
        modified=Field("2031-06-19T04:00:00Z", "json-ld dateModified"),
        day="2031-06-19",
        paragraphs=_STUB,
        without=("cancel when you like", "Subscribe to continue"),
    )
    return Style("paywall-stub", path, document(head, body).encode(), (gold,), host=host, problems=("paywalled",))


def home() -> Style:
    """A front page."""
    cards = "".join(
        f'<article class="card"><h2><a href="/n/{name}">{text}</a></h2><p>{line}</p></article>'
        for name, text, line in (
            (
                "roofs",
                "Storm takes roofs in Brindle Harbour, one man missing",
                "Police search the outer mole since dawn.",
            ),
            ("tram", "Tram to the university returns after four years", "The track at Kell has been laid anew."),
            ("mill", "Hollin mill fined for warm water in the river", "The director says it was an accident."),
            ("forest", "County to sell forest that nobody had on the agenda", "Three members speak of a surprise."),
            ("seeds", "Library of Ebbing lends seeds from Monday on", "A bean comes back as more than one."),
        )
    )
    head = f'<title>{POST} - news from the quay</title><meta property="og:type" content="website">'
    return Style("home-page", "/", document(head, f"<h1>{POST}</h1>{cards}{LETTER}").encode(), problems=("no-article",))


def listing() -> Style:
    """A section with many headlines and a line of each."""
    entries = "".join(
        f'<li><a href="/council/{n}"><h3>Council decides matter number {n} after a long night</h3></a><p>What '
        "was said on it, in "
        f"one line of some length, by member {n}.</p></li>"
        for n in range(24)
    )
    head = (
        "<title>Council | The Brindle Post</title><script "
        'type="application/ld+json">{"@type":"CollectionPage","name":"Council"}</script>'
    )
    return Style(
        "section-list",
        "/council",
        document(head, f"<h1>Council</h1><ul>{entries}</ul>").encode(),
        problems=("no-article",),
    )


def error() -> Style:
    """A page that is gone, told in the paper's own layout and with status 200."""
    body = (
        "<h1>Page not found</h1><p>The page you asked for has sailed. Try the search, or go back to the front page.</p>"
        + RELATED
    )
    return Style(
        "error-page",
        "/gone/for-good",
        document("<title>404 | The Brindle Post</title>", body).encode(),
        problems=("no-article",),
    )


def consent() -> Style:
    """A wall that asks for consent where the report should be."""
    data = (
        "<!doctype html><html lang=en><title>Before you continue</title><body><h1>Before you continue to "
        "Quellin Observer</h1><p>We "
        "and our 871 partners use cookies to store data on your device and to measure what you read. You can "
        "accept all cookies, "
        "reject them, or manage options at any time in the privacy centre.</p><form><button>Accept "
        "all</button><button>Reject all"
        "</button></form></body></html>"
    )
    return Style(
        "consent-wall", "/news/behind-it", data.encode(), host="www.quellinobserver.example", problems=("no-article",)
    )


def video() -> Style:
    """A video with one line below it."""
    own = {
        "@type": "VideoObject",
        "name": "Watch: gannets leave the Skarv",
        "uploadDate": "2031-05-30",
        "contentUrl": "/v.mp4",
    }
    head = (
        '<title>Watch: gannets leave the Skarv</title><meta property="og:type" content="video.other"><script '
        f'type="application/ld+json">{json.dumps(own)}</script>'
    )
    body = (
        '<h1>Watch: gannets leave the Skarv</h1><video src="/v.mp4"></video><p>The colony in two '
        f"minutes.</p>{SHARE}{COMMENTS}"
    )
    return Style("video-only", "/video/gannets", document(head, body).encode(), problems=("no-article",))


def styles() -> tuple[Style, ...]:
    """The pages of this module."""
    return amp(), paywall(), home(), listing(), error(), consent(), video()
