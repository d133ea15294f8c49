"""Pages written after the mending that the first blind ones led to, to see whether it holds for others.

>>> len(AGAIN)
6
"""

from __future__ import annotations

from tests.site.blind_meeting import MINUTES
from tests.site.blind_telling import canonical, filled, lines_of, names, style, told
from tests.site.gold import Field

CHAIN = lines_of("""
Wexmoor's last drive-in cinema will close on Labor Day weekend after its owner accepted an offer for the land.
Gil Pastorini, who has run the Starlite since 1994, told the Sentinel he signed the papers on Monday.
"I'm 78 and the speakers are older," he said.
The buyer, Hadley Storage of Ostrey, plans 300 lockers. Its vice president, Noor Castellan, said work would start in \
October.
A petition to save the screen had 4,000 names by Tuesday night.
""")
CHAIN_HTML = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Wexmoor drive-in Starlite to close after Labor \
Day</title>
<meta name="description" content="Wexmoor's last drive-in cinema will close after its owner sold the land."><link \
rel="canonical" href="https://www.wexsentinel.example/story/news/2031/06/10/starlite-closing/8812/"><meta \
property="og:site_name" content="Wexmoor Sentinel"><meta property="og:title" content="The Starlite goes dark: \
Wexmoor's last drive-in to close"><script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArt\
icle","headline":"The Starlite goes dark: Wexmoor's last drive-in to \
close","url":"https://www.wexsentinel.example/story/news/2031/06/10/starlite-closing/8812/",
"datePublished":"2031-06-10T23:10:02Z","dateModified":"2031-06-11T00:02:19Z","author":["Dee \
Marchetti"],"publisher":{"@type":"Organization","name":"Wexmoor Sentinel"}}</script></head><body \
class="gnt_b"><header class="gnt_n"><nav><a href="/news">News</a><a href="/sports">Sports</a></nav></header><main \
class="gnt_cw"><article class="gnt_pr"><div class="gnt_ar_lbl"><a href="/news/local">LOCAL</a></div><h1 \
class="gnt_ar_hl" elementtiming="ar-headline">The Starlite goes dark: Wexmoor's last drive-in to close</h1><div \
class="gnt_ar_by"><a class="gnt_ar_by_a" href="/staff/1">Dee Marchetti</a><div class="gnt_ar_pb">Wexmoor \
Sentinel</div></div><div class="gnt_ar_dt" aria-label="Published June 10, 2031">June 10, 2031, 7:10 p.m. ET</div><div \
class="gnt_ar_b"><aside class="gnt_em_vp"><button>Watch</button><span>Inside the projection booth</span></aside><p \
class="gnt_ar_b_p">@1@</p><p class="gnt_ar_b_p">@2@</p><p class="gnt_ar_b_p">@3@</p>
<p class="gnt_ar_b_p"><strong>More:</strong> <a class="gnt_ar_b_a" href="/x">Popcorn prices through the \
years</a></p><p class="gnt_ar_b_p">@4@</p><p class="gnt_ar_b_p">@5@</p><p class="gnt_ar_b_p"><em>Dee Marchetti is a \
business reporter. Reach her at dee@wexsentinel.example.</em></p></div></article></main><footer class="gnt_ft">© \
Copyright Hollis 2031</footer></body>
</html>"""

BLOX = lines_of("""
The county fair board picked a new queen on Saturday and, for the first time, a new king.
Judges chose Alma Redding, 19, of Low Harrow, and Theo Brandt, 20, who raises llamas near Pell.
“I told my mother I'd lose,” said Brandt.
Board president Curtis Vane said the change was put to a vote in January and passed 9 to 2.
The pair will ride in the July 4 parade in Pell.
""")
BLOX_HTML = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Fair crowns a queen and a king | Local News | \
pelltribune.example</title><meta property="og:site_name" content="Pell Tribune"><meta property="og:title" \
content="Fair crowns a queen and a king"><link rel="canonical" \
href="https://www.pelltribune.example/news/local/article_77-aa.html"></head>
<body><div id="site-top-nav-container"><nav class="navbar"><a href="/">Home</a></nav></div><div \
id="main-body-container">
<section id="main-page-container" itemscope itemtype="https://schema.org/NewsArticle"><div class="row"><div \
id="asset-content">
<article class="asset asset-article has-lead-image"><header class="asset-header"><h1 class="headline" \
itemprop="headline">
<span>Fair crowns a queen and a king</span></h1><div class="asset-masthead hidden-print"><div class="meta"><span><ul \
class="list-inline"><li><span class="tnt-byline asset-byline">By MABEL STOKES Tribune Staff Writer</span></li><li \
class="hidden-print"><time datetime="2031-06-14T18:30:00-05:00" class="tnt-date asset-date text-muted">Jun 14, \
2031</time></li>
<li class="visible-print">Updated <time datetime="2031-06-15T08:05:00-05:00" class="tnt-date asset-date">Jun 15, \
2031</time>
</li></ul></span></div><div class="social-share-links">Facebook Twitter Email</div></div></header><div \
class="asset-photo">
<img alt="Fair"><span class="caption-text"><p>Alma Redding and Theo Brandt on Saturday.</p></span><span \
class="tnt-byline">Ike Moss</span></div><div class="asset-body"><div id="article-body" class="subscriber-preview" \
itemprop="articleBody"><p>@1@</p><p>@2@</p><div class="tnt-ads"><p>Promotion</p></div><p>@3@</p><p>@4@</p><p>@5@</p><\
/div></div>
<div id="tncms-region-article-bottom"><h3>Trending now</h3><ul><li><a href="/z">Hog weighs 900 \
pounds</a></li></ul></div>
</article></div></div></section></div><footer id="site-footer-container"><p>© 2031 Pell \
Tribune</p></footer></body></html>"""

RADIO = lines_of("""
For the third summer running, the ferry town of Tamsin has more beehives than houses.
The count, released by the Norrish Apiary Council on Thursday, found 2,214 hives and 2,090 front doors.
"We did not set out to be outnumbered," says mayor Idris Pell.
Council secretary Bronagh Tull says the hives will be thinned before winter.
But beekeeper Lars Amundsen doubts it. "Who is going to tell the bees?" he asks.
""")
RADIO_HTML = """
<!doctype html><html class="no-js" lang="en"><head><meta charset="utf-8"/><title>A town of 2,090 doors and 2,214 \
hives : NRR</title><meta name="description" content="In Tamsin, bees now outnumber front doors. The mayor says nobody \
planned it."/>
<link rel="canonical" href="https://www.nrr.example/2031/06/19/g-s1-5521/tamsin-hives"/><meta property="og:site_name" \
content="NRR"/><meta property="og:title" content="A town of 2,090 doors and 2,214 hives"/><meta name="date" \
content="2031-06-19"/><script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","\
name":"NRR"},"headline":"A town of 2,090 doors and 2,214 hives","mainEntityOfPage":{"@type":"WebPage","@id":"https://\
www.nrr.example/2031/06/19/g-s1-5521/tamsin-hives"},"datePublished":"2031-06-19T05:01:00-04:00","dateModified":"2031-\
06-19T05:01:00-04:00","author":{"@type":"Person","name":["Fern Okonjo"]},"description":"In Tamsin, bees now outnumber \
front doors. The mayor says nobody planned it."}</script></head><body><header \
class="npr-header"><nav>Menu</nav></header>
<main><section id="main-section"><article class="story"><div class="slug-wrap"><h3 class="slug"><a \
href="/s">Animals</a></h3>
</div><div class="storytitle"><h1>A town of 2,090 doors and 2,214 hives</h1></div><div id="story-meta" \
class="story-meta"><div class="dateblock"><time datetime="2031-06-19T05:01:00-04:00"><span class="date">June 19, \
2031</span><span class="time">5:01 AM ET</span></time></div><div class="program-block"><p>Heard on <a \
href="/m">Morning Hour</a></p></div>
<div id="storybyline" class="storylocation linkLocation"><div class="bucketwrap byline"><div \
class="byline-container--block">
<p class="byline__name byline__name--block"><a rel="author" href="/p/1">Fern \
Okonjo</a></p></div></div></div></div><div class="audio-module"><h4>3-Minute \
Listen</h4><ul><li><button>Download</button></li><li><a href="/t">Transcript</a></li></ul>
</div><div id="storytext" class="storytext storylocation linkLocation"><div class="bucketwrap image large"><div \
class="credit-caption"><div class="caption-wrap"><div class="caption"><p>Hives on a roof in Tamsin. <b \
class="credit">Fern Okonjo/NRR</b> <b class="hide-caption"><b>hide \
caption</b></b></p></div></div></div></div><p>@1@</p><p>@2@</p><p>@3@</p><p>@4@</p><aside class="ad-wrap \
backstage">Sponsor Message</aside><p>@5@</p></div><div class="tags"><ul><li><a \
href="/b">bees</a></li></ul></div></article></section></main><footer>© 2031 NRR</footer></body></html>"""

CANAL = lines_of("""
Velstrand and Norrish have agreed to reopen the Sallow Canal to barges after a closure of nine months.
The two sides signed the deal in Port Ell late on Saturday, Velstrand's transport ministry said in a post on its \
website.
Norrish's chief negotiator, Petra Holm, called it “a door left on the latch”.
How will it work?
Barges of up to 600 tonnes may pass by daylight from 1 July. Each must carry a pilot from the shore it is bound for.
The canal carried a fifth of the region's grain before the closure.
""")
CANAL_HTML = """
<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Sallow Canal to reopen after nine months \
| Shipping News | Al Marsa</title><link rel="canonical" href="https://www.almarsa.example/news/2031/6/22/sallow-canal\
-reopens">
<meta property="og:site_name" content="Al Marsa"><meta property="og:title" content="Sallow Canal to reopen after nine \
months">
<meta name="publishedDate" content="2031-06-22T04:12:00"><script \
type="application/ld+json">{"@context":"https://schema.org",
"@type":"NewsArticle","mainEntityOfPage":"https://www.almarsa.example/news/2031/6/22/sallow-canal-reopens","headline"\
:"Sallow Canal to reopen after nine months","datePublished":"2031-06-22T04:12:00Z","dateModified":"2031-06-22T06:45:3\
1Z",
"author":{"@type":"Organization","name":"Al Marsa Staff"},"publisher":{"@type":"NewsMediaOrganization","name":"Al \
Marsa"}}
</script></head><body><div id="root"><header class="site-header"><a href="/">Al Marsa</a></header><div \
class="container"><main id="main-content-area"><header class="article-header"><div class="topics"><a \
href="/t">News</a>|<a href="/u">Shipping</a></div>
<h1>Sallow Canal to reopen after nine months</h1><p class="article__subhead"><em>Barges may pass by daylight from \
July under a deal signed in Port Ell.</em></p></header><figure class="article-featured-image"><img \
src="/c.jpg"><figcaption>A barge at the Velstrand lock [File: Yann Orr/Al Marsa]</figcaption></figure><div \
class="article-info-block"><div class="article-b-l"><div class="article-author-name"><span class="author-link">By <a \
href="/author/staff">Al Marsa Staff</a> and <a href="/author/hpa">News Agencies</a></span></div><div \
class="article-dates"><div class="date-simple"><span class="screen-reader-text">Published On 22 Jun 2031</span><span \
aria-hidden="true">22 Jun 2031</span></div></div></div></div>
<div class="wysiwyg wysiwyg--all-content" aria-live="polite"><p>@1@</p><p>@2@</p><div class="more-on"><h2 \
class="more-on__heading">Recommended Stories</h2><span class="screen-reader-text">list of 2 items</span><ul><li \
class="more-on__item"><a href="/1">The pilots nobody wanted</a></li></ul></div><p>@3@</p><h2>@4@</h2><p>@5@</p><p>@6@\
</p></div>
<hr><div class="article-source"><span>Source</span>: <span>Al Marsa and news \
agencies</span></div></main></div><footer>© 2031 Al Marsa Media</footer></div></body></html>"""

ESSAY = lines_of("""
Last Tuesday my landlord, a company called Birch & Sons, raised my rent by email at 3:14 in the morning.
I asked why. A person who signed as “Kay from Care” replied that the increase was “market-reflective.”
So I reflected the market. I rang 31 flats on my street.
Only four had gone up. All four belong to Birch & Sons.
The city's rent ombudsman, Tove Marklund, tells me she has opened a file.
""")
ESSAY_HTML = """
<!doctype html><html lang="en"><head><title data-rh="true">I rang every flat on my street | by Otis Verran | Jun, \
2031 | Longhand</title><meta data-rh="true" property="og:site_name" content="Longhand"/><meta data-rh="true" \
property="og:type" content="article"/><meta data-rh="true" property="article:published_time" \
content="2031-06-25T09:30:11.402Z"/><meta data-rh="true" property="og:title" content="I rang every flat on my \
street"/><meta data-rh="true" name="author" content="Otis Verran"/><meta data-rh="true" name="description" \
content="Last Tuesday my landlord, a company called Birch & Sons, raised my rent by email at 3:14 in the morning. I \
asked why. A person…"/><link data-rh="true" rel="canonical" href="https://longhand.example/@otisv/i-rang-every-flat-5\
5ab1c"/></head><body><div id="root"><div class="a b c"><div class="d e f"><div class="ab q"><a href="/" \
aria-label="Homepage">Longhand</a><a href="/w">Write</a><span><a>Sign up</a></span>
</div></div><article><div class="fr fs"><section><div class="gi gj"><div><h1 id="5ad1" class="pw-post-title hd he hf" \
data-testid="storyTitle">I rang every flat on my street</h1></div><div><h2 id="77cc" class="pw-subtitle-paragraph ic \
hf">What thirty-one doorbells taught me about the word “market”</h2></div><div class="speechify-ignore ab cp"><div \
class="ab ae"><a rel="noopener follow" href="/@otisv"><img alt="Otis Verran"/></a><a data-testid="authorName" \
rel="noopener follow" href="/@otisv">Otis Verran</a><span>·</span><button>Follow</button><span \
data-testid="storyReadTime">3 min read</span><span data-testid="storyPublishDate">Jun 25, 2031</span></div><div \
class="ab co"><p>312</p><p>9</p><button>Listen</button></div></div>
<p id="a1" class="pw-post-body-paragraph nj nk">@1@</p><p id="a2" class="pw-post-body-paragraph \
nj">@2@</p><figure><img/><figcaption>My street. Photo by the author.</figcaption></figure><p id="a3" \
class="pw-post-body-paragraph nj">@3@</p><p id="a4" class="pw-post-body-paragraph nj">@4@</p><p id="a5" \
class="pw-post-body-paragraph nj">@5@</p></div></section></div></article>
<div class="responses"><h2>Responses (9)</h2><pre>Kay from Care answered me too!</pre></div><div class="ab"><h2>More \
from Otis Verran</h2><article><h2>The kettle question</h2></article></div></div></div></body></html>"""

AGAIN = (
    style(
        "again chain of papers",
        "www.wexsentinel.example",
        "/story/news/2031/06/10/starlite-closing/8812/",
        filled(CHAIN_HTML, CHAIN),
        told(
            CHAIN,
            title=Field("The Starlite goes dark: Wexmoor's last drive-in to close", "h1"),
            dek=Field("Wexmoor's last drive-in cinema will close after its owner sold the land.", ""),
            byline=names("json-ld author", "Dee Marchetti"),
            outlet=Field("Wexmoor Sentinel", "json-ld publisher"),
            url=canonical("www.wexsentinel.example", "/story/news/2031/06/10/starlite-closing/8812/"),
            published=Field("2031-06-10T23:10:02Z", "json-ld datePublished"),
            modified=Field("2031-06-11T00:02:19Z", "json-ld dateModified"),
            day="2031-06-10",
            without=("Popcorn prices", "projection booth", "Reach her", "LOCAL", "7:10"),
        ),
    ),
    style(
        "again microdata of a county paper",
        "www.pelltribune.example",
        "/news/local/article_77-aa.html",
        filled(BLOX_HTML, BLOX),
        told(
            BLOX,
            title=Field("Fair crowns a queen and a king", "h1"),
            byline=names("", "MABEL STOKES"),
            outlet=Field("Pell Tribune", "og:site_name"),
            url=canonical("www.pelltribune.example", "/news/local/article_77-aa.html"),
            published=Field("2031-06-14T18:30:00-05:00", "time element"),
            modified=Field("2031-06-15T08:05:00-05:00", "time element"),
            day="2031-06-14",
            without=("Facebook", "on Saturday.\n", "Ike Moss", "Promotion", "Trending", "Hog weighs"),
        ),
    ),
    style(
        "again public radio",
        "www.nrr.example",
        "/2031/06/19/g-s1-5521/tamsin-hives",
        filled(RADIO_HTML, RADIO),
        told(
            RADIO,
            title=Field("A town of 2,090 doors and 2,214 hives", "h1"),
            dek=Field("In Tamsin, bees now outnumber front doors. The mayor says nobody planned it.", ""),
            byline=names("json-ld author", "Fern Okonjo"),
            outlet=Field("NRR", "json-ld publisher"),
            url=canonical("www.nrr.example", "/2031/06/19/g-s1-5521/tamsin-hives"),
            published=Field("2031-06-19T05:01:00-04:00", "json-ld datePublished"),
            modified=Field("2031-06-19T05:01:00-04:00", "json-ld dateModified"),
            day="2031-06-19",
            without=("Heard on", "Listen", "Transcript", "on a roof", "hide caption", "Sponsor Message"),
        ),
    ),
    style(
        "again broadcaster with agencies",
        "www.almarsa.example",
        "/news/2031/6/22/sallow-canal-reopens",
        filled(CANAL_HTML, CANAL),
        told(
            CANAL,
            title=Field("Sallow Canal to reopen after nine months", "h1"),
            dek=Field("Barges may pass by daylight from July under a deal signed in Port Ell.", ""),
            outlet=Field("Al Marsa", "json-ld publisher"),
            url=canonical("www.almarsa.example", "/news/2031/6/22/sallow-canal-reopens"),
            published=Field("2031-06-22T04:12:00Z", "json-ld datePublished"),
            modified=Field("2031-06-22T06:45:31Z", "json-ld dateModified"),
            day="2031-06-22",
            without=("Recommended", "list of", "pilots nobody", "Al Marsa Staff", "Published On", "[File"),
        ),
    ),
    style(
        "again essay on a platform",
        "longhand.example",
        "/@otisv/i-rang-every-flat-55ab1c",
        filled(ESSAY_HTML, ESSAY),
        told(
            ESSAY,
            title=Field("I rang every flat on my street", "h1"),
            dek=Field("What thirty-one doorbells taught me about the word “market”", ""),
            byline=names("", "Otis Verran"),
            outlet=Field("Longhand", "og:site_name"),
            url=canonical("longhand.example", "/@otisv/i-rang-every-flat-55ab1c"),
            published=Field("2031-06-25T09:30:11.402Z", "meta article:published_time"),
            day="2031-06-25",
            without=("min read", "Follow", "312", "Photo by", "answered me too", "kettle"),
        ),
    ),
    MINUTES,
)
