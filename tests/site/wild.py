"""More pages as they stand in the wild: several headlines, no headline element, text in JSON-LD alone, saved copies."""

from __future__ import annotations

import json

from tests.site.furniture import ADVERT, COMMENTS, INLINE, LETTER, RELATED, SHARE, document, paragraphs
from tests.site.gold import Field, Gold, Style

POST = "The Brindle Post"

_FISH = (
    "Brindle Harbour's fish auction will close its hall on Saturdays from August, its owner said on Monday.",
    "“There is no fish, so there is no Saturday,” said Knut Hauge, who has rung the bell there since 2009.",
    (
        "The buyers' guild said it had not been asked. A letter that it sent to Mr. Hauge in May was never "
        "answered, the guild's "
        "clerk said."
    ),
)


def many_headlines() -> Style:
    """Three h1 elements, JSON-LD in a list, two authors in one string, a publisher that is a string."""
    host, path = "www.brindlepost.example", "/business/fish-hall-saturdays"
    value = [
        {"@type": "BreadcrumbList", "itemListElement": []},
        {
            "@type": "NewsArticle",
            "headline": "Fish hall to close on Saturdays",
            "datePublished": "2031-06-16",
            "author": "Ann Ottery, Bo Lind",
            "publisher": POST,
            "url": path,
        },
    ]
    head = (
        f'<title>Fish hall to close on Saturdays | Business | {POST}</title><script type="application/ld+json">\n'
        f"{json.dumps(value)}\n</script>"
    )
    body = (
        f'<h1 class="site-logo"><a href="/">{POST}</a></h1><article data-testid="article"><div class="top"><h1 '
        'data-testid="headline">Fish hall to close on Saturdays</h1><h2 class="c-dek">Owner says the catch is '
        "gone; buyers say "
        f"nobody asked them</h2></div>{SHARE}{paragraphs(_FISH, ADVERT)}</article><section "
        'class="more-stories"><h1>More from '
        f"Business</h1><p>Where the crab went, and what the cooks do now that it is gone.</p></section>{RELATED}"
    )
    gold = Gold(
        title=Field("Fish hall to close on Saturdays", "h1"),
        dek=Field("Owner says the catch is gone; buyers say nobody asked them", "dek element"),
        byline=(Field("Ann Ottery", "json-ld author"), Field("Bo Lind", "json-ld author")),
        outlet=Field(POST, "json-ld publisher"),
        url=Field(f"https://{host}{path}", "json-ld url"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-06-16", "json-ld datePublished"),
        day="2031-06-16",
        paragraphs=_FISH,
        without=("Where the crab went",),
    )
    return Style("many-headlines", path, document(head, body).encode(), (gold,), host=host)


_ROAD = (
    "The coast road will be shut at Skarv Head for nine nights, the road office announced.",
    (
        "Drivers are to go by Hollin, which adds 40 minutes. An inspector, Rolf Aase, said that “nine nights is the "
        "short version”."
    ),
    "The bus company had asked for weekends only. It said on its page that it would run two boats instead.",
)


def old_system() -> Style:
    """No h1 and no paragraphs: an h2, a bold byline, text parted by line breaks, a day in words."""
    host, path = "www.skarvmail.example", "/story.php?nr=1882"
    text = "<br />\n<br />\n".join(_ROAD)
    data = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>Skarv Mail :: Nine '
        "nights without the coast "
        'road</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /></head><body><div '
        'id="wrap"><div '
        'id="header"><img src="l.gif" alt="Skarv Mail" /></div><div id="menu"><a href="/">News</a> <a '
        'href="/s">Sport</a></div><div '
        'id="content"><h2 class="headline">Nine nights without the coast road</h2><div '
        'class="storydate">Posted: Tuesday, 3 June '
        f"2031</div><strong>By Hedda Ruud</strong><br /><br />{text}<br /><br /></div><div "
        'id="footer">Copyright Skarv Mail '
        "2031</div></div></body></html>"
    )
    gold = Gold(
        title=Field("Nine nights without the coast road", "title element"),
        byline=(Field("Hedda Ruud", "line below headline"),),
        outlet=Field("Skarv Mail", "masthead"),
        url=Field(f"https://{host}{path}", "address"),
        language=Field("en", "html lang"),
        published=Field("Tuesday, 3 June 2031", "line below headline"),
        day="2031-06-03",
        paragraphs=_ROAD,
        without=("Copyright", "Posted"),
    )
    return Style("old-system", path, data.encode(), (gold,), host=host, charset=None)


_FIRE = (
    (
        "A fire at the timber yard of Lower Tarn was put out on Sunday before it reached the school, the fire "
        "brigade said."
    ),
    "“The wind turned, that is all,” its chief, Asta Moen, told the paper.",
    "The yard's owner did not answer calls.",
)


def no_people() -> Style:
    """Everything that looks like an author is none: an address, a role, the desk."""
    host, path = "tarnvalleytimes.example", "/news/timber-yard-fire"
    own = {
        "@type": "NewsArticle",
        "headline": "Timber yard burns, school is spared",
        "mainEntityOfPage": True,
        "author": {"@type": "Person", "name": "https://www.tarnvalleytimes.example/author/desk"},
        "publisher": {"@type": "Organization", "name": "Tarn Valley Times", "logo": None},
        "datePublished": {"@value": "2031-06-08T21:00:00Z"},
        "description": ["Timber", "fire"],
    }
    head = (
        '<title>Timber yard burns, school is spared - News - Tarn Valley Times</title><meta name="author" '
        'content="admin">'
        '<meta property="og:site_name" content="@tarnvalley"><meta property="og:description" content="Tarn '
        "Valley Times brings you "
        'news, sport and weather from the whole valley"><script type="application/ld+json">'
        + json.dumps(own)
        + "</script>"
    )
    body = (
        '<article><h1>Timber yard burns, school is spared</h1><div class="byline">By Staff Writer</div><div '
        'class="author">News '
        f"Desk</div>{paragraphs(_FIRE, INLINE)}</article>{LETTER}{RELATED}{COMMENTS}"
    )
    gold = Gold(
        title=Field("Timber yard burns, school is spared", "h1"),
        outlet=Field("Tarn Valley Times", "json-ld publisher"),
        url=Field(f"https://{host}{path}", "address"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-06-08T21:00:00Z", "json-ld datePublished"),
        day="2031-06-08",
        paragraphs=_FIRE,
    )
    return Style("no-people", path, document(head, body).encode(), (gold,), host=host)


_SHIP = (
    "The research ship Alke will sail a week early, since the ice has gone from the northern channel.",
    "“We have never left before the cloudberries,” said her captain, Line Sund.",
    "The institute had planned for 20 June; it told the crew by telephone.",
)


def client_rendered() -> Style:
    """A page that a script fills: the text stands in JSON-LD alone."""
    host, path = "www.quellinobserver.example", "/science/alke-sails-early"
    own = {
        "@type": "NewsArticle",
        "headline": "The Alke sails early",
        "alternativeHeadline": "Ice has left the northern channel, and nobody recalls it so soon",
        "url": f"https://{host}{path}",
        "datePublished": "2031-06-12T10:00:00Z",
        "author": [{"@type": "Person", "name": "Jonas Pell"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "Quellin Observer"},
        "articleBody": "\n\n".join(_SHIP),
        "inLanguage": "en-GB",
    }
    data = (
        "<!doctype html><html><head><title>Quellin Observer</title><script "
        f'type="application/ld+json">{json.dumps(own)}</script>'
        '</head><body><div id="root"></div><noscript>You need to enable JavaScript to run this '
        'app.</noscript><script src="/a.js">'
        "</script></body></html>"
    )
    gold = Gold(
        title=Field("The Alke sails early", "json-ld headline"),
        dek=Field("Ice has left the northern channel, and nobody recalls it so soon", "json-ld alternativeHeadline"),
        byline=(Field("Jonas Pell", "json-ld author"),),
        outlet=Field("Quellin Observer", "json-ld publisher"),
        url=Field(f"https://{host}{path}", "json-ld url"),
        language=Field("en-GB", "json-ld inLanguage"),
        published=Field("2031-06-12T10:00:00Z", "json-ld datePublished"),
        day="2031-06-12",
        paragraphs=_SHIP,
        without=("JavaScript",),
    )
    return Style("client-rendered", path, data.encode(), (gold,), host=host)


def rich_text() -> Style:
    """Subheadings, a list, a table of figures, a block quotation, a pull quote, a correction."""
    host, path = "www.aldmoorcourier.example", "/environment/wells-measured"
    head = (
        '<title>What the wells of the valley hold | Aldmoor Courier</title><meta property="og:site_name" '
        'content="Aldmoor '
        'Courier"><meta property="article:published_time" content="2031-06-20T05:00:00+02:00">'
    )
    body = (
        '<article class="post has-sidebar no-comments"><h1>What the wells of the valley hold</h1><div '
        'class="article__body"><p>Six '
        "wells of the valley were measured in May, and two of them failed, according to figures that the "
        "laboratory in Aldmoor gave "
        'to the Courier.</p><aside class="pullquote"><p>“Two is two too many”</p></aside><h2>What was '
        "found</h2><ul><li>Sarrow: nine "
        "times the limit, the laboratory said</li><li>Hollin: twice the "
        "limit</li></ul><table><tr><th>Well</th><th>Nitrate, mg</th></tr>"
        "<tr><td>Sarrow</td><td>450</td></tr><tr><td>Hollin</td><td>101</td></tr></table><blockquote><p>“Two is "
        "two too many, and I "
        "have said so since 2028,” the chemist Ane Dahl wrote in her report.</p></blockquote><p>The farmers’ "
        "league asked for a second "
        'measurement by somebody else.</p><p class="correction"><em>Correction: an earlier version gave the '
        "well of Hollin three times "
        f'the limit.</em></p></div><p class="byline-bottom">By Ingrid Solem in Sarrow</p></article>{RELATED}{LETTER}'
    )
    gold = Gold(
        title=Field("What the wells of the valley hold", "h1"),
        byline=(Field("Ingrid Solem", "byline element"),),
        outlet=Field("Aldmoor Courier", "og:site_name"),
        url=Field(f"https://{host}{path}", "address"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-06-20T05:00:00+02:00", "meta article:published_time"),
        day="2031-06-20",
        paragraphs=(
            (
                "Six wells of the valley were measured in May, and two of them failed, according to figures that "
                "the laboratory in Aldmoor "
                "gave to the Courier."
            ),
            "What was found",
            "Sarrow: nine times the limit, the laboratory said",
            "Hollin: twice the limit",
            "Well | Nitrate, mg",
            "Sarrow | 450",
            "Hollin | 101",
            "“Two is two too many, and I have said so since 2028,” the chemist Ane Dahl wrote in her report.",
            "The farmers’ league asked for a second measurement by somebody else.",
            "Correction: an earlier version gave the well of Hollin three times the limit.",
        ),
    )
    return Style("rich-text", path, document(head, body).encode(), (gold,), host=host)


def styles() -> tuple[Style, ...]:
    """The pages of this module."""
    return (
        many_headlines(),
        old_system(),
        no_people(),
        client_rendered(),
        rich_text(),
    )
