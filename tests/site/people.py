"""Pages on which byline, standfirst or outlet stand in other places than most: two bylines, wire copy, a letter."""

from __future__ import annotations

import json

from tests.site.furniture import ADVERT, COMMENTS, INLINE, LETTER, RELATED, SHARE, document, paragraphs
from tests.site.gold import Field, Gold, Style

HOST = "www.brindlepost.example"
POST = "The Brindle Post"

_STRIKE = (
    (
        "Crane drivers at the port of Ostrick walked out on Wednesday night, hours after their union had called a "
        "settlement "
        "“within reach”."
    ),
    (
        "Three people who were in the room said the talks broke over a single clause on night shifts. They asked "
        "not to be named, "
        "as the talks are to go on."
    ),
    "“It was one line, and it was the line that mattered,” said Dorit Vane, who speaks for the drivers.",
    (
        "The port authority denied that any clause had been changed. Its director, Karl Immer, said that “the text "
        "on the table "
        "was the text of last week”."
    ),
    "By midnight 14 ships lay outside the mole.",
)


def two_bylines() -> Style:
    """Two who wrote, one who helped, and an outlet that calls itself an author as well."""
    path = "/ports/crane-drivers-walk-out"
    own = {
        "@context": "https://schema.org",
        "@type": "ReportageNewsArticle",
        "url": f"https://{HOST}{path}",
        "headline": "Crane drivers walk out at Ostrick hours after “settlement”",
        "datePublished": "2031-05-21T23:40:00Z",
        "author": [
            {"@type": "Person", "name": "By Ann Ottery"},
            {"@type": "Person", "name": "Rasmus de Vrie"},
            {"@type": "Organization", "name": "The Brindle Post"},
        ],
        "publisher": {"@type": "Organization", "name": "Brindle Harbour Press Ltd"},
    }
    head = (
        f"<title>Crane drivers walk out at Ostrick hours after “settlement” | {POST}</title><meta "
        'property="og:site_name" '
        f'content="{POST}"><meta name="author" content="{POST}"><script '
        f'type="application/ld+json">{json.dumps(own)}</script>'
        f'<link rel="canonical" href="{path}">'
    )
    body = (
        "<article><header><h1>Crane drivers walk out at Ostrick hours after “settlement”</h1><p "
        'class="article__standfirst">Union '
        "and port tell different stories of one clause in a night of talks</p>"
        '<div class="byline-block">By <a href="/by/ao">Ann Ottery</a> and <a href="/by/rv">Rasmus de Vrie</a>, '
        "with reporting by "
        'Bo Lind in Quellin</div><time datetime="2031-05-21T23:40:00Z">21 May 2031, 11.40pm</time></header>'
        f"<section>{paragraphs(_STRIKE, ADVERT + INLINE)}</section>{SHARE}{LETTER}</article>{RELATED}"
    )
    gold = Gold(
        title=Field("Crane drivers walk out at Ostrick hours after “settlement”", "h1"),
        dek=Field("Union and port tell different stories of one clause in a night of talks", "standfirst element"),
        byline=(Field("Ann Ottery", "json-ld author"), Field("Rasmus de Vrie", "json-ld author")),
        outlet=Field(POST, "og:site_name"),
        url=Field(f"https://{HOST}{path}", "link canonical"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-05-21T23:40:00Z", "json-ld datePublished"),
        day="2031-05-21",
        paragraphs=_STRIKE,
        without=("Bo Lind",),
    )
    return Style("two-bylines", path, document(head, body).encode(), (gold,))


_WELL = (
    (
        "Nobody in Sarrow has drunk from the town well since the second of May, when the laboratory in Aldmoor rang "
        "the mayor at "
        "home."
    ),
    "“She said: close it, and then she said why,” the mayor, Pia Rask, recalled on Thursday.",
    (
        "According to the laboratory's report, which the Courier has seen, the water held nine times as much "
        "nitrate as the law "
        "allows."
    ),
    (
        "The farmers' league said that its members had kept to every rule. “If there is a cause, show it to us,” "
        "its chairman, Ole "
        "Brandvold, said."
    ),
    "Tankers will come twice a day until the new well at Hollin is ready.",
)


def standfirst_outside() -> Style:
    """Headline and standfirst in a header above the article, bylines in a box beside it."""
    path = "/environment/sarrow-well-closed"
    host = "www.aldmoorcourier.example"
    head = (
        "<title>“Close it, she said”: how Sarrow lost its well - Aldmoor Courier</title><meta "
        'property="og:title" content="How '
        'Sarrow lost its well"><meta property="og:site_name" content="Aldmoor Courier"><meta property="og:description" '
        'content="The latest news from Aldmoor and the valleys, updated all day."><meta property="og:type" '
        'content="article">'
        f'<link rel="canonical" href="https://{host}{path}?ref=home"><meta property="article:modified_time" '
        'content="2031-05-16T18:00:00+02:00">'
    )
    body = (
        '<div class="hero"><div class="hero__kicker">Environment</div><h1 class="hero__headline">“Close it, she '
        "said”: how Sarrow "
        'lost its well</h1><div class="hero__standfirst"><p>A laboratory report seen by the Courier puts '
        "nitrate at nine times the "
        'limit. The farmers’ league asks for proof.</p></div></div><div class="layout"><div class="layout__rail"><div '
        'class="contributor-list">Words: <a rel="author" href="/p/ingrid">Ingrid Solem</a><br><span '
        'class="rail-date">Published 15 '
        f"May 2031</span></div>{SHARE}</div><article "
        f'class="layout__text">{paragraphs(_WELL, ADVERT)}{LETTER}</article></div>{RELATED}'
    )
    gold = Gold(
        title=Field("“Close it, she said”: how Sarrow lost its well", "h1"),
        dek=Field(
            (
                "A laboratory report seen by the Courier puts nitrate at nine times the limit. The farmers’ league "
                "asks for proof."
            ),
            "standfirst element",
        ),
        byline=(Field("Ingrid Solem", "rel=author"),),
        outlet=Field("Aldmoor Courier", "og:site_name"),
        url=Field(f"https://{host}{path}?ref=home", "link canonical"),
        language=Field("en-GB", "html lang"),
        published=Field("15 May 2031", "date element"),
        modified=Field("2031-05-16T18:00:00+02:00", "meta article:modified_time"),
        day="2031-05-15",
        paragraphs=_WELL,
        without=("latest news from",),
    )
    return Style("standfirst-outside", path, document(head, body).encode(), (gold,), host=host)


_WIRE = (
    (
        "LOWER TARN, May 9 (Ostrick Wire) - The provincial bank kept its rate at 3.25 percent on Friday and said "
        "that prices were "
        "“not yet where we want them”."
    ),
    "Governor Liv Harnes told a news conference that a cut in July was “neither promised nor ruled out”.",
    "Four of seven economists asked by Ostrick Wire had expected a cut of a quarter point.",
    "(Reporting by Nils Orre; editing by Petra Cole)",
)


def wire() -> Style:
    """Copy of an agency on a newspaper's page: the agency stands where a person's name would."""
    path = "/business/bank-keeps-rate"
    own = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Provincial bank keeps rate, keeps July open",
        "mainEntityOfPage": f"https://{HOST}{path}",
        "author": {"@type": "Organization", "name": "Ostrick Wire"},
        "publisher": {"@type": "Organization", "name": POST},
        "datePublished": "2031-05-09T14:02:11.000Z",
        "dateModified": "2031-05-09T14:02:11.000Z",
    }
    head = (
        "<title>Provincial bank keeps rate, keeps July open</title><script "
        f'type="application/ld+json">{json.dumps(own)}</script>'
    )
    body = (
        '<article><h1>Provincial bank keeps rate, keeps July open</h1><p class="byline">Ostrick Wire</p>'
        f'<div class="wire-body">{paragraphs(_WIRE)}</div></article>{RELATED}{COMMENTS}'
    )
    gold = Gold(
        title=Field("Provincial bank keeps rate, keeps July open", "h1"),
        byline=(Field("Ostrick Wire", "json-ld author (organization)"),),
        outlet=Field(POST, "json-ld publisher"),
        url=Field(f"https://{HOST}{path}", "json-ld mainEntityOfPage"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-05-09T14:02:11.000Z", "json-ld datePublished"),
        modified=Field("2031-05-09T14:02:11.000Z", "json-ld dateModified"),
        day="2031-05-09",
        paragraphs=_WIRE[:3],
        is_whole=False,
    )
    return Style("wire-copy", path, document(head, body).encode(), (gold,))


_LETTER_TEXT = (
    (
        "Last week I wrote that the salt works would be sold by summer. Two people who have seen the offer now tell "
        "me the buyer "
        "has walked away."
    ),
    "One of them, who works for the seller, put it so: “They counted the roofs and left.”",
    "What is left",
    (
        "The works employ 88 people. The union's secretary, Brit Aune, told me she had “heard nothing, in writing "
        "or otherwise”."
    ),
    "The seller, asked three times, did not answer.",
)


def letter() -> Style:
    """A newsletter's page on a platform: subtitle, subscribe boxes in the text, section headings, buttons."""
    path = "/p/the-buyer-who-counted-roofs"
    host = "saltlantern.example"
    own = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": f"https://{host}{path}",
        "mainEntityOfPage": f"https://{host}{path}",
        "headline": "The buyer who counted roofs",
        "description": "The sale of the salt works is off, two people say",
        "isAccessibleForFree": True,
        "datePublished": "2031-06-02T05:01:10+00:00",
        "author": [{"@type": "Person", "name": "Vera Nygaard", "description": "I write of work and water"}],
        "publisher": {"@type": "Organization", "name": "The Salt Lantern"},
    }
    head = (
        '<title>The buyer who counted roofs - by Vera Nygaard</title><meta property="og:site_name" content="The '
        'Salt Lantern">'
        f'<link rel="canonical" href="https://{host}{path}"><script '
        f'type="application/ld+json">{json.dumps(own)}</script>'
    )
    subscribe = (
        '<div class="subscription-widget-wrap"><div class="subscription-widget"><p>The Salt Lantern lives on '
        "its readers. To "
        "receive new letters, become a free or paying "
        "subscriber.</p><form><button>Subscribe</button></form></div></div>"
    )
    body = (
        '<article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title '
        'published">The buyer who '
        'counted roofs</h1><h3 class="subtitle">The sale of the salt works is off, two people say</h3><div '
        'class="pencraft '
        'byline-wrapper"><a href="/@vera">Vera Nygaard</a><div class="pencraft">Jun 02, 2031</div></div></div><div '
        'class="available-content"><div class="body '
        f'markup"><p>{_LETTER_TEXT[0]}</p><p>{_LETTER_TEXT[1]}</p>{subscribe}<h2>'
        f"{_LETTER_TEXT[2]}</h2><p>{_LETTER_TEXT[3]}</p><p>{_LETTER_TEXT[4]}</p></div></div></article>{COMMENTS}"
    )
    gold = Gold(
        title=Field("The buyer who counted roofs", "h1"),
        dek=Field("The sale of the salt works is off, two people say", "subtitle element"),
        byline=(Field("Vera Nygaard", "json-ld author"),),
        outlet=Field("The Salt Lantern", "json-ld publisher"),
        url=Field(f"https://{host}{path}", "link canonical"),
        language=Field("en", "html lang"),
        published=Field("2031-06-02T05:01:10+00:00", "json-ld datePublished"),
        day="2031-06-02",
        paragraphs=_LETTER_TEXT,
        without=("lives on its readers",),
    )
    return Style("newsletter-platform", path, document(head, body, "en").encode(), (gold,), host=host)


def styles() -> tuple[Style, ...]:
    """The pages of this module."""
    return two_bylines(), standfirst_outside(), wire(), letter()
