"""Pages that tell of themselves in one way only: JSON-LD, meta tags, OpenGraph, microdata, or all of it at once."""

from __future__ import annotations

import json

from tests.site.furniture import ADVERT, COMMENTS, INLINE, LETTER, RELATED, SHARE, document, paragraphs
from tests.site.gold import Field, Gold, Style

HOST = "www.brindlepost.example"
POST = "The Brindle Post"

_DREDGER = (
    (
        "The dredger that was to clear Brindle Harbour before the autumn storms will arrive six weeks late, the "
        "harbour board "
        "said on Tuesday, and nobody would say who pays for the delay."
    ),
    (
        "“We were told June and we planned for June,” said Mara Quill, the harbour master, who has kept the boats "
        "of the inner "
        "basin at half load since March."
    ),
    (
        "The contractor, Holm &amp; Vance, blamed a cracked pump. Its manager, Piet Lorne, wrote in a letter to the "
        "board that a "
        "spare had been ordered from Ostrick and would be fitted “within days”."
    ),
    (
        "Two councillors who saw the contract said it holds no penalty for late arrival. One of them called that an "
        "oversight; "
        "the other said it had been the price of a low bid."
    ),
    "The board meets again on 3 June.",
)
_DREDGER_TEXT = tuple(text.replace("&amp;", "&") for text in _DREDGER)


def _script(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def json_ld_only() -> Style:
    """All in JSON-LD, whose objects tell of the site and of a neighbour too."""
    path = "/harbour/dredger-late"
    own = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": f"https://{HOST}{path}"},
        "headline": "Dredger for Brindle Harbour will come six weeks late",
        "description": "A cracked pump holds up the ship, and the contract has no penalty, two councillors say",
        "datePublished": "2031-05-13T16:05:00+01:00",
        "dateModified": "2031-05-14T09:12:00+01:00",
        "author": [{"@type": "Person", "name": "Ann Ottery", "url": f"https://{HOST}/by/ann-ottery"}],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": POST,
            "logo": {"@type": "ImageObject", "url": "/l.png"},
        },
    }
    other = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": f"https://{HOST}/kelp",
        "headline": "Kelp farm loses licence after storm of objections",
        "datePublished": "2029-02-02",
        "author": {"@type": "Person", "name": "Noel Grice"},
    }
    site = {"@type": "WebSite", "name": POST, "url": f"https://{HOST}/", "description": "News from the quay and beyond"}
    head = "<title>Loading…</title>" + _script(other) + _script(site) + _script(own)
    body = (
        '<div class="css-1x2y"><div '
        f'class="css-77a">{paragraphs(_DREDGER, ADVERT + INLINE)}{SHARE}{LETTER}</div></div>{RELATED}'
    )
    gold = Gold(
        title=Field("Dredger for Brindle Harbour will come six weeks late", "json-ld headline"),
        dek=Field(
            "A cracked pump holds up the ship, and the contract has no penalty, two councillors say",
            "json-ld description",
        ),
        byline=(Field("Ann Ottery", "json-ld author"),),
        outlet=Field(POST, "json-ld publisher"),
        url=Field(f"https://{HOST}{path}", "json-ld mainEntityOfPage"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-05-13T16:05:00+01:00", "json-ld datePublished"),
        modified=Field("2031-05-14T09:12:00+01:00", "json-ld dateModified"),
        day="2031-05-13",
        paragraphs=_DREDGER_TEXT,
    )
    return Style("json-ld-only", path, document(head, body).encode(), (gold,))


_FERRY = (
    (
        "OSTRICK — The night ferry to the Quellin islands will stop at the end of September unless the province "
        "finds four "
        "million crowns, its operator said on Friday."
    ),
    (
        "Sella Brandt, who runs the line, told reporters at the pier that “the sums have not added up since the "
        "second boat was "
        "sold.”"
    ),
    (
        "The transport office said in a statement that it was “aware of the operator's position” and that talks "
        "would go on."
    ),
    (
        "On Little Quellin, where 212 people live, the grocer Tomas Ewe said he had heard of it from the radio. "
        "“Nobody rang,” he "
        "said."
    ),
)


def meta_only() -> Style:
    """No JSON-LD and no OpenGraph: the plain meta tags of an older system."""
    path = "/news/2031/04/18/night-ferry-may-stop.html"
    host = "www.quellinobserver.example"
    head = (
        "<title>Night ferry to the islands may stop in autumn - Quellin Observer</title>"
        '<meta name="description" content="OSTRICK — The night ferry to the Quellin islands will stop at the end of '
        'September unless the province finds four million…">'
        '<meta name="author" content="Jonas Pell"><meta name="date" content="2031-04-18"><meta name="last-modified" '
        'content="2031-04-19T07:30:00Z"><meta name="application-name" content="Quellin Observer">'
        f'<link rel="canonical" href="http://{host}{path}">'
    )
    body = (
        '<div id="story"><h1>Night ferry to the islands may stop in '
        f"autumn</h1>{SHARE}{paragraphs(_FERRY, INLINE)}</div>{RELATED}"
    )
    gold = Gold(
        title=Field("Night ferry to the islands may stop in autumn", "h1"),
        byline=(Field("Jonas Pell", "meta author"),),
        outlet=Field("Quellin Observer", "application-name"),
        url=Field(f"http://{host}{path}", "link canonical"),
        language=Field("en", "html lang"),
        published=Field("2031-04-18", "meta date"),
        modified=Field("2031-04-19T07:30:00Z", "meta last-modified"),
        day="2031-04-18",
        paragraphs=_FERRY,
    )
    return Style("meta-only", path, document(head, body, "en").encode(), (gold,), host=host)


_SCHOOL = (
    (
        "Parents in Upper Tarn have won a stay against the closing of the village school, after a judge found that "
        "the council "
        "had not asked them in time."
    ),
    (
        "Judge Irma Sallow said that a letter sent in the first week of the holidays “was no consultation in any "
        "sense that I can "
        "give the word”."
    ),
    (
        "The council said it would study the ruling. Its leader, Hal Dorrin, has said that the school's 19 pupils "
        "cost three "
        "times as much as those in the town."
    ),
    "A new hearing is set for 9 September.",
)


def og_only() -> Style:
    """OpenGraph alone, with a headline for sharing that is not the one on the page."""
    path = "/council/school-stay"
    host = "tarnvalleytimes.example"
    head = (
        "<title>Judge halts closing of Upper Tarn school | Tarn Valley Times</title>"
        '<meta property="og:type" content="article"><meta property="og:title" content="Judge halts closing of '
        "Upper Tarn "
        'school after parents sue"><meta property="og:description" content="Council wrote to families in the '
        "holidays, which "
        'a court calls no consultation at all"><meta property="og:site_name" content="Tarn Valley Times">'
        f'<meta property="og:url" content="https://{host}{path}"><meta property="og:locale" content="en_GB">'
        '<meta property="article:published_time" content="2031-08-06T11:00:00Z"><meta property="article:author" '
        'content="https://social.example/profile/991">'
    )
    body = (
        '<article class="story"><h1 class="story__title"><span class="story__label">Courts</span> Judge halts '
        "closing of "
        'Upper Tarn school</h1><div class="story__byline">Lia Marsh <span class="role">Education '
        "correspondent</span></div>"
        f'<figure><img src="s.jpg"><figcaption>The school gate in May. Photograph: Bo Lind</figcaption></figure>{SHARE}'
        f'<div class="story__body">{paragraphs(_SCHOOL, LETTER)}</div></article>{RELATED}{COMMENTS}'
    )
    gold = Gold(
        title=Field("Judge halts closing of Upper Tarn school", "h1"),
        dek=Field(
            "Council wrote to families in the holidays, which a court calls no consultation at all", "og:description"
        ),
        byline=(Field("Lia Marsh", "byline element"),),
        outlet=Field("Tarn Valley Times", "og:site_name"),
        url=Field(f"https://{host}{path}", "og:url"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-08-06T11:00:00Z", "meta article:published_time"),
        day="2031-08-06",
        paragraphs=_SCHOOL,
        without=("The school gate in May", "Education correspondent"),
    )
    return Style(
        "og-only", path, document(head, body).encode(), (gold,), host=host, captured="2031-08-07T00:00:00+00:00"
    )


_BRIDGE = (
    (
        "Engineers have closed the old bridge at Marrow Ford to lorries after sensors showed that its middle pier "
        "had sunk by "
        "four centimetres since the winter."
    ),
    (
        "“There is no danger to those who walk or drive a car,” said Edda Stolz, the county's engineer. She would "
        "not say for how "
        "long that would hold."
    ),
    "The haulier Brun Brothers, which sends 60 lorries a day across, said it had learned of the closing from a sign.",
    "A second report, by the firm Askel, is due in two weeks.",
)


def microdata() -> Style:
    """schema.org in attributes, with a date in words and one for machines."""
    path = "/news/marrow-ford-bridge"
    host = "www.aldmoorcourier.example"
    head = "<title>Marrow Ford bridge closed to lorries – The Aldmoor Courier</title>"
    body = (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Marrow Ford bridge '
        "closed to lorries"
        '</h1><h2 itemprop="alternativeHeadline">Pier has sunk by four centimetres, and a haulier says nobody '
        "warned it</h2>"
        '<p class="meta">By <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a '
        'rel="author" href="/x">'
        '<span itemprop="name">Signe Aal</span></a></span> <time itemprop="datePublished" '
        'datetime="2031-03-04T06:00:00+01:00">4 '
        'March 2031</time></p><meta itemprop="dateModified" content="2031-03-04T15:20:00+01:00">'
        '<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" '
        'content="The '
        'Aldmoor Courier"></div><div '
        f'itemprop="articleBody">{paragraphs(_BRIDGE, ADVERT)}</div></div>{RELATED}{COMMENTS}'
    )
    gold = Gold(
        title=Field("Marrow Ford bridge closed to lorries", "h1"),
        dek=Field(
            "Pier has sunk by four centimetres, and a haulier says nobody warned it", "itemprop alternativeHeadline"
        ),
        byline=(Field("Signe Aal", "itemprop author"),),
        outlet=Field("The Aldmoor Courier", "itemprop publisher"),
        url=Field(f"https://{host}{path}", "address"),
        language=Field("en", "html lang"),
        published=Field("2031-03-04T06:00:00+01:00", "itemprop datePublished"),
        modified=Field("2031-03-04T15:20:00+01:00", "itemprop dateModified"),
        day="2031-03-04",
        paragraphs=_BRIDGE,
    )
    return Style("microdata", path, document(head, body, "en").encode(), (gold,), host=host)


def styles() -> tuple[Style, ...]:
    """The pages of this module."""
    return json_ld_only(), meta_only(), og_only(), microdata()
