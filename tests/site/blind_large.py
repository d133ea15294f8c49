"""Pages in the manner of large houses: a broadcaster, a daily and a wire agency.

>>> len(LARGE)
3
"""

from __future__ import annotations

from tests.site.blind_telling import canonical, filled, lines_of, names, style, told
from tests.site.gold import Field

CAST = lines_of("""
Ferry crews on the Sallow Strait have voted to stop work for two days after talks over night shifts broke down.
The [[Union of Strait Mariners]] said 412 of its 460 members backed the walkout, which will begin at midnight on \
Thursday.
Its general secretary, Orla Fennimore, told Norrish Radio that crews were “worn through” after a winter of late \
sailings.
“Nobody joined this service to sleep in a lifebelt,” she said.
How long could the strike last?
Strait Lines, which runs nine vessels between Port Ell and Tamsin, said it had offered an extra rest day for every \
six nights worked and would publish a reduced timetable by Wednesday evening.
The company's operations director, Piet Lammerding, said the offer was still on the table but that the firm could \
not add a third crew before autumn.
Islanders who depend on the boats for medicine have asked the regional council to charter a replacement. The \
council's transport lead, Ina Roswell, said she would decide on Tuesday.
""")
CAST_HTML = """
<!DOCTYPE html><html lang="en-GB" class="no-js"><head><meta charset="utf-8"/>
<title>Sallow Strait ferry crews vote for two-day strike - NBC Norrish</title>
<meta name="description" content="Members of the mariners' union back a walkout after talks over night shifts fail."/>
<meta property="og:title" content="Sallow Strait ferry crews vote for two-day strike"/>
<meta property="og:site_name" content="Norrish News"/><meta property="og:type" content="article"/>
<meta property="og:description" content="Members of the mariners' union back a walkout after talks over night shifts \
fail."/>
<link rel="canonical" href="https://www.norrish.example/news/articles/c4gx8y2kqj1o"/>
<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle",
"url":"https://www.norrish.example/news/articles/c4gx8y2kqj1o","publisher":{"@type":"NewsMediaOrganization",
"name":"Norrish News","logo":{"@type":"ImageObject","url":"https://static.norrish.example/logo.png"}},
"datePublished":"2031-06-03T06:12:41.000Z","dateModified":"2031-06-03T09:40:02.118Z",
"description":"Members of the mariners' union back a walkout after talks over night shifts fail.",
"headline":"Sallow Strait ferry crews vote for two-day strike","image":{"@type":"ImageObject","width":1024},
"author":[{"@type":"Person","name":"Tilda Marrow"},{"@type":"Person","name":"Joss Abernethy"}]}</script></head>
<body><div id="__next"><div class="sc-1b9q2z-0 jRkqXo"><a href="#main-content" class="sc-8a1-1 hVb">Skip to content</a>
<header data-testid="header"><nav data-testid="level1-navigation-container"><ul><li><a href="/">Home</a></li><li>
<a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav>
</header><main id="main-content" class="sc-2c1 kPwz"><article class="sc-3f1 ksJdFe">
<div data-component="headline-block" class="sc-18fde0d6-0"><h1 class="sc-f98b1ad2-0 dfvxux">Sallow Strait ferry crews \
vote for two-day strike</h1></div>
<div data-component="byline-block" class="sc-18fde0d6-0"><div data-testid="byline-new" class="sc-801dd632-0">
<time class="sc-801dd632-2 IvNnh" datetime="2031-06-03T06:12:41.000Z">3 hours ago</time>
<div data-testid="byline-new-contributors"><div class="sc-801dd632-6"><span class="sc-801dd632-7 lasLGY">Tilda Marrow
</span><span class="sc-801dd632-8">Island affairs correspondent</span></div><div class="sc-801dd632-6"><span \
class="sc-801dd632-7 lasLGY">Joss Abernethy</span></div></div><button data-testid="share-button">Share</button>
<button data-testid="save-button">Save</button></div></div>
<figure><div data-component="image-block"><img src="/i/1024.jpg" alt="A white ferry at a quay"/><span>EPL \
Pictures</span>
<figcaption class="sc-8353772e-0">The Lady Tamsin has been tied up since Sunday</figcaption></div></figure>
<div data-component="text-block" class="sc-18fde0d6-0"><div class="sc-3b6b161a-0"><p class="sc-9a00e533-0"><b \
class="sc-d16436d-0">@1@</b></p><p class="sc-9a00e533-0 hxuGS">@2@</p><p class="sc-9a00e533-0 hxuGS">@3@</p>
<p class="sc-9a00e533-0 hxuGS">@4@</p></div></div>
<div data-component="links-block"><div data-testid="links-grid"><ul><li><a href="/news/articles/c1">Ferry fares to \
rise \
again in August</a></li><li><a href="/news/articles/c2">Why the boats run late</a></li></ul></div></div>
<div data-component="subheadline-block"><h2 class="sc-f98b1ad2-0 eDJKkW">@5@</h2></div>
<div data-component="text-block"><p class="sc-9a00e533-0">@6@</p><p class="sc-9a00e533-0">@7@</p>
<p class="sc-9a00e533-0">@8@</p></div>
<div data-component="tags" class="sc-9e1"><a href="/news/topics/t1">Ferries</a><a href="/news/topics/t2">Port Ell</a>
</div></article>
<section data-component="related" data-testid="alaska-section-outer"><h2>More on this story</h2><div \
data-testid="edinburgh-card"><a href="/news/articles/c3"><h2 data-testid="card-headline">Quay wall cracks worry \
harbour \
master</h2><p data-testid="card-description">Divers will look at the pier on Friday.</p></a></div></section></main>
<footer><p>Copyright 2031 Norrish. The station is not responsible for the content of external sites.</p></footer></div>
</div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"page":{"id":"c4gx"}}}}</script></body>
</html>"""

DAILY = lines_of("""
VELSTRAND — The regional court on Monday ordered the Arlen Mill Company to pay 18 million crowns to families whose \
wells were fouled by dye, ending a case that had dragged through three sets of judges.
In a ruling of 96 pages, Judge Henrike Osolin wrote that managers “knew the ponds leaked and chose the cheaper \
silence.”
A lawyer for the company, [[Bastian Crewe]], said an appeal would be filed within the month.
The mill, once the largest employer in the Hask valley, closed its dye house in 2024. Wells in the hamlet of Lower \
Hask ran violet for most of the following spring, residents testified.
“My daughter thought it was pretty,” said Wenna Dray, 41, a baker who was the first of the plaintiffs to speak.
Under the order, each of the 37 households must be paid before the end of September. The court also set aside two \
million crowns for a clinic that will test the blood of children.
Officials at the provincial health office declined to say when the clinic would open.
""")
DAILY_HTML = """
<!DOCTYPE html><html lang="en" class="story nytapp-vi-article" xmlns:og="http://opengraphprotocol.org/schema/"><head>
<title>Mill Must Pay Families for Fouled Wells, Court Rules - The Velstrand Times</title>
<meta charset="utf-8"/><meta name="description" content="Thirty-seven households in the Hask valley will share 18 \
million crowns after a judge found that managers hid leaks from dye ponds."/>
<meta name="byl" content="By Lucan Petrie and Maud Iversen"/><meta name="pdate" content="20310602"/>
<meta property="article:published_time" content="2031-06-02T17:03:11.000Z"/>
<meta property="article:modified_time" content="2031-06-03T01:22:45.000Z"/>
<meta property="article:section" content="Provinces"/><meta property="og:title" content="Mill Must Pay Families for \
Fouled Wells, Court Rules"/>
<link rel="canonical" href="https://www.velstrandtimes.example/2031/06/02/provinces/arlen-mill-wells-ruling.html"/>
<script data-rh="true" type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"description":"Thirty-seven households in the Hask valley will share 18 million crowns after a judge found that \
managers \
hid leaks from dye ponds.","mainEntityOfPage":"https://www.velstrandtimes.example/2031/06/02/provinces/\
arlen-mill-wells-ruling.html","url":"https://www.velstrandtimes.example/2031/06/02/provinces/arlen-mill-wells-ruling\
.html","inLanguage":"en","author":[{"@context":"https://schema.org","@type":"Person","url":"https://www.velstrandtimes\
.example/by/lucan-petrie","name":"Lucan Petrie"},{"@type":"Person","name":"Maud Iversen"}],
"dateModified":"2031-06-03T01:22:45.000Z","datePublished":"2031-06-02T17:03:11.000Z","headline":"Mill Must Pay \
Families \
for Fouled Wells, Court Rules","alternativeHeadline":"Court Sides With Families Over Wells","publisher":{"@id":\
"https://www.velstrandtimes.example/#publisher","name":"The Velstrand Times"},"copyrightHolder":{"@id":\
"https://www.velstrandtimes.example/#publisher","name":"The Velstrand Times"}}</script></head>
<body><div id="app"><div><div class="css-1n9c8hd"><header class="css-1d8a290 ea180rp0"><section class="css-qz70u6">
<div class="css-10698na"><a href="/">The Velstrand Times</a></div><a href="/auth/login" class="css-1kj7lfb">Log in</a>
</section></header></div><main id="site-content"><div id="top-wrapper" class="css-1ag5gx9"><p class="css-6z1dpl">\
Advertisement</p><a class="css-777zgl" href="#after-top">SKIP ADVERTISEMENT</a></div>
<article id="story" class="css-1vxca1d e1lmdhsb0"><header class="css-1i8vfl5 euiyums1"><div class="css-1vkm6nb \
ehdk2mb0">
<h1 id="link-7f1f1b3c" class="css-1l8buln e1h9rw200" data-testid="headline">Mill Must Pay Families for Fouled Wells, \
Court Rules</h1></div><p id="article-summary" class="css-1smgwul e1wiw3jv0">Thirty-seven households in the Hask \
valley \
will share 18 million crowns after a judge found that managers hid leaks from dye ponds.</p>
<div class="css-18e8msd"><div class="css-vp77d3 epjyd6m0"><div class="css-1baulvz"><p class="css-4anu6l \
e1jsehar1"><span \
class="byline-prefix">By </span><span class="css-1baulvz" itemprop="name"><a href="/by/lucan-petrie" \
class="css-n8ff4n">Lucan Petrie</a></span> and <span class="css-1baulvz last-byline" itemprop="name">Maud \
Iversen</span>
</p></div></div><p class="css-1xtf3cv">Lucan Petrie reported from Velstrand and Maud Iversen from Lower Hask.</p>
<ul class="css-1w5cs23"><li class="css-ccw2r3"><time class="css-1z1nqv e16638kd0" \
datetime="2031-06-02T13:03:11-04:00">\
June 2, 2031</time></li></ul></div></header>
<section name="articleBody" class="meteredContent css-1r7ky0e"><div class="css-s99gbd StoryBodyCompanionColumn" \
data-testid="companionColumn-0"><div class="css-53u6y8"><p class="css-at9mc1 evys1bk0">@1@</p><p class="css-at9mc1 \
evys1bk0">@2@</p><p class="css-at9mc1 evys1bk0">@3@</p></div><aside class="css-ew4tgv" aria-label="companion column">\
</aside></div><div><div id="story-ad-1-wrapper" class="css-wxzudo"><p class="css-6z1dpl">Advertisement</p><a \
href="#after-story-ad-1">SKIP ADVERTISEMENT</a></div></div>
<div data-testid="imageblock-wrapper"><figure class="img-sz-medium css-hxpw2c" aria-label="media" \
role="group"><div><span \
class="css-1ly73wi">Image</span><picture><img alt="Ponds behind a brick mill" src="/mill.jpg"/></picture></div>
<figcaption data-testid="photoviewer-children-ImageBlock" class="css-lo6zbe"><span class="css-jevhma">Settling ponds \
at \
the Arlen mill last spring.</span><span class="css-cnj6d5"><span class="css-1ly73wi">Credit...</span><span>Rolf Ander \
for \
The Velstrand Times</span></span></figcaption></figure></div>
<div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8"><p class="css-at9mc1 evys1bk0">@4@</p><p \
class="css-at9mc1 evys1bk0">@5@</p><p class="css-at9mc1 evys1bk0">@6@</p><p class="css-at9mc1 evys1bk0">@7@</p></div>
</div></section><div class="bottom-of-article"><div class="css-1wa7u5r e1e7j8ap0"><div><p class="css-1g7u2v4"><a \
href="/by/lucan-petrie">Lucan Petrie</a> covers courts in the provinces for The Times.</p></div></div><div \
class="css-19hdyf3 e1e7j8ap0"><div><p>A version of this article appears in print on June 3, 2031, Section A, Page 4. \
<a \
href="/reprints">Order Reprints</a> | <a href="/subscribe">Subscribe</a></p></div></div></div></article></main>
<footer class="css-1e1s8k7"><nav><ul><li><a href="/copyright">© 2031 The Velstrand Times Company</a></li></ul></nav>
</footer></div></div></body></html>"""

WIRE = lines_of("""
TAMSIN, June 4 (Hestan) - Grain traders in Tamsin suspended dealings for an hour on Wednesday after the port \
authority closed two of its five berths, sending the price of spring barley up 7%.
The closure follows cracks found in the quay wall at the weekend, the authority said.
“We expect the berths back before the harvest,” harbour master Dorrit Valk told reporters, adding that divers would \
finish their survey by Friday.
Barley for July delivery rose to 214 crowns a tonne, its highest since November, before easing to 209.
Tamsin handles about a third of the grain shipped from the Norrish plain. Two vessels chartered by Corvane \
Commodities were diverted to Port Ell, said a person who has seen the bookings.
Corvane did not immediately answer a request for comment.
""")
WIRE_HTML = """
<!DOCTYPE html><html lang="en" data-edition="int"><head><meta charset="UTF-8"/><title>Tamsin grain trade halts as \
cracked quay shuts berths | Hestan</title><meta name="article:author" content="Kristof Adlerby"/>
<meta property="og:site_name" content="Hestan"/><meta property="og:title" content="Tamsin grain trade halts as \
cracked \
quay shuts berths"/><meta property="og:description" content="Grain traders in Tamsin suspended dealings for an hour \
on \
Wednesday after the port authority closed two of its five berths, sending the price of spring barley up 7%."/>
<meta name="article:published_time" content="2031-06-04T10:31:07Z"/><meta name="article:modified_time" \
content="2031-06-04T12:02:55Z"/><link rel="canonical" href="https://www.hestan.example/markets/commodities/\
tamsin-grain-trade-halts-2031-06-04/"/><script type="application/ld+json">{"@context":"http://schema.org","@type":\
"NewsArticle","headline":"Tamsin grain trade halts as cracked quay shuts berths","image":[],"datePublished":\
"2031-06-04T10:31:07.215Z","dateModified":"2031-06-04T12:02:55.670Z","author":[{"@type":"Person","name":"Kristof \
Adlerby","url":"https://www.hestan.example/authors/kristof-adlerby/"}],"publisher":{"@type":"NewsMediaOrganization",
"name":"Hestan"},"articleSection":"Commodities","isAccessibleForFree":true}</script></head><body>
<div id="fusion-app" class="fusion-app"><div class="regular-article-layout__container__1N8pg"><header \
class="site-header__site-header__3tDZ4"><nav aria-label="Main navigation"><a href="/world/">World</a><a \
href="/markets/">\
Markets</a><a href="/breakingviews/">Breakingviews</a></nav><button>My View</button></header><main>
<div class="article-header__heading__15OzC" data-testid="ArticleHeader"><span class="tags">Commodities</span><h1 \
data-testid="Heading" class="text__text__1FZLe heading__heading_3__3aL54">Tamsin grain trade halts as cracked quay \
shuts \
berths</h1><div class="info-content__author-date__1Epi_"><div class="author-name__authors__3ZsUK" \
data-testid="AuthorName">By <a data-testid="AuthorNameLink" rel="author" href="/authors/kristof-adlerby/">Kristof \
Adlerby\
</a></div><time data-testid="Body" datetime="2031-06-04T12:02:55Z"><span>June 4, 2031</span><span>12:02 PM UTC</span>\
<span>Updated 3 mins ago</span></time></div></div>
<div class="article-body__container__3ypuX"><div class="article-body__content__17Yit"><div data-testid="paragraph-0" \
class="text__text__1FZLe text__dark-grey__3Ml43">@1@</div><div data-testid="paragraph-1" class="text__text__1FZLe">@2@\
</div><div data-testid="Dianomi" class="ad-slot__container__FEnoz"><div class="ad-slot__inner__2ROtz">Advertisement · \
Scroll to continue</div></div><div data-testid="paragraph-2" class="text__text__1FZLe">@3@</div><div \
data-testid="paragraph-3" class="text__text__1FZLe">@4@</div><div data-testid="paragraph-4" \
class="text__text__1FZLe">@5@\
</div><div data-testid="paragraph-5" class="text__text__1FZLe">@6@</div><p data-testid="Body" \
class="sign-off">Reporting \
by Kristof Adlerby in Tamsin; Editing by Nan Whitlow</p><div class="trust-badge"><p>Our Standards: <a \
href="/principles">\
The Hestan Trust Principles.</a></p></div></div><div class="article-body__toolbar"><button>Suggested \
Topics:</button><ul>\
<li><a href="/c/">Commodities</a></li></ul><div data-testid="Link">Purchase Licensing Rights</div></div></div>
<div class="read-next__container__1l4yd"><h2>Read Next</h2><ul><li><div \
data-testid="MediaStoryCard"><span>Markets</span>\
<a data-testid="Heading" href="/m/1">Copper slips as smelters stock up</a><time>11:20 AM \
UTC</time></div></li></ul></div>
</main><footer>All quotes delayed a minimum of 15 minutes. © 2031 Hestan. All rights \
reserved</footer></div></div></body>
</html>"""

LARGE = (
    style(
        "broadcaster with hashed components",
        "www.norrish.example",
        "/news/articles/c4gx8y2kqj1o",
        filled(CAST_HTML, CAST),
        told(
            CAST,
            title=Field("Sallow Strait ferry crews vote for two-day strike", "h1"),
            dek=Field("Members of the mariners' union back a walkout after talks over night shifts fail.", ""),
            byline=names("json-ld author", "Tilda Marrow", "Joss Abernethy"),
            outlet=Field("Norrish News", "json-ld publisher"),
            url=canonical("www.norrish.example", "/news/articles/c4gx8y2kqj1o"),
            language=Field("en-GB", "html lang"),
            published=Field("2031-06-03T06:12:41.000Z", "json-ld datePublished"),
            modified=Field("2031-06-03T09:40:02.118Z", "json-ld dateModified"),
            day="2031-06-03",
            without=(
                "Ferry fares to rise",
                "tied up since Sunday",
                "EPL Pictures",
                "Quay wall cracks",
                "Share",
                "hours ago",
            ),
        ),
    ),
    style(
        "daily with hashed classes",
        "www.velstrandtimes.example",
        "/2031/06/02/provinces/arlen-mill-wells-ruling.html",
        filled(DAILY_HTML, DAILY),
        told(
            DAILY,
            title=Field("Mill Must Pay Families for Fouled Wells, Court Rules", "h1"),
            dek=Field(
                "Thirty-seven households in the Hask valley will share 18 million crowns after a judge found that"
                " managers hid leaks from dye ponds.",
                "",
            ),
            byline=names("json-ld author", "Lucan Petrie", "Maud Iversen"),
            outlet=Field("The Velstrand Times", "json-ld publisher"),
            url=canonical("www.velstrandtimes.example", "/2031/06/02/provinces/arlen-mill-wells-ruling.html"),
            published=Field("2031-06-02T17:03:11.000Z", "json-ld datePublished"),
            modified=Field("2031-06-03T01:22:45.000Z", "json-ld dateModified"),
            day="2031-06-02",
            without=(
                "dvertisement",
                "SKIP",
                "Credit...",
                "appears in print",
                "covers courts",
                "reported from Velstrand",
            ),
        ),
    ),
    style(
        "wire with paragraph divs",
        "www.hestan.example",
        "/markets/commodities/tamsin-grain-trade-halts-2031-06-04/",
        filled(WIRE_HTML, WIRE),
        told(
            WIRE,
            title=Field("Tamsin grain trade halts as cracked quay shuts berths", "h1"),
            byline=names("json-ld author", "Kristof Adlerby"),
            outlet=Field("Hestan", "json-ld publisher"),
            url=canonical("www.hestan.example", "/markets/commodities/tamsin-grain-trade-halts-2031-06-04/"),
            published=Field("2031-06-04T10:31:07.215Z", "json-ld datePublished"),
            modified=Field("2031-06-04T12:02:55.670Z", "json-ld dateModified"),
            day="2031-06-04",
            is_whole=False,
            without=("Our Standards", "Licensing", "Scroll to continue", "Read Next", "Copper slips", "mins ago"),
        ),
    ),
)
