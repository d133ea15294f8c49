"""A live page whose posts are articles with a moment each, below a summary.

>>> len(LIVE.golds)
3
"""

from __future__ import annotations

from tests.site.blind_telling import filled, lines_of, names, style, told
from tests.site.gold import Field

LIVE_INTRO = lines_of("""
Polls have closed in the vote on the Sallow Strait treaty
First results are due from Port Ell at about 23:00
Turnout was put at 61% by the returning office
""")
LIVE_1 = lines_of("""
The count in Port Ell has stopped after a box from the lighthouse ward was found to be one key short.
Returning officer Magda Thrale said a locksmith was on the way. “He is voting age and very calm,” she told reporters.
""")
LIVE_2 = lines_of("""
Foreign minister Oriel Tancred has voted at the school in Hask Street, where she waited eleven minutes in line.
She said the treaty “should have been a quiet thing” and left by the side door.
""")
LIVE_HTML = """
<!DOCTYPE html><html lang="en-gb"><head><meta charset="utf-8"><title>Strait treaty vote live: first results due - \
Harbour \
Radio News</title><meta property="og:site_name" content="Harbour Radio News"><meta property="og:title" \
content="Strait treaty \
vote live: first results due"><link rel="canonical" href="https://www.harbourradio.example/news/live/cx9p"><script \
type="application/ld+json">{"@context":"http://schema.org","@type":"LiveBlogPosting","headline":"Strait treaty vote \
live: \
first results due","coverageStartTime":"2031-06-26T06:00:00Z","datePublished":"2031-06-26T06:00:00Z","dateModified":\
"2031-06-26T22:41:00Z","url":"https://www.harbourradio.example/news/live/cx9p","publisher":{"@type":"NewsMediaOrganiz\
ation",
"name":"Harbour Radio News"},"author":{"@type":"Organization","name":"Harbour Radio \
News"}}</script></head><body><header><nav>
<a href="/">Home</a><a href="/news">News</a></nav></header><main id="main-content"><div class="live-header"><span \
class="live-badge">Live</span><span>4,112 viewing</span><h1 class="live-title">Strait treaty vote live: first results \
due</h1></div><section class="live-summary"><h2>Summary</h2><ul><li>@1@</li><li>@2@</li><li>@3@</li></ul></section><d\
iv \
class="live-reporting"><h2>Live Reporting</h2><p class="edited-by">Edited by Tamar Innes</p><ol \
class="live-posts"><li \
class="post-wrap"><article class="live-post" id="post_66a1" data-testid="content-post"><header><time \
datetime="2031-06-26T22:38:10.000Z">22:38</time><h3 class="post-heading">Count stops for want of a \
key</h3></header><div \
class="post-byline"><span class="post-author">Bertil Oakes</span><span class="post-role">at the Port Ell \
count</span></div>
<div class="post-body"><p>@4@</p><p>@5@</p></div><footer><button>Share</button><a href="#post_66a1">Copy \
link</a></footer>
</article></li><li class="post-wrap"><div class="ad">Advertisement</div></li><li class="post-wrap"><article \
class="live-post" \
id="post_6610" data-testid="content-post"><header><time datetime="2031-06-26T11:05:00.000Z">11:05</time><h3 \
class="post-heading">Tancred votes, slowly</h3></header><div \
class="post-body"><p>@6@</p><p>@7@</p></div><footer><button>Share\
</button></footer></article></li></ol><nav class="pagination">Page 1 of 1</nav></div></main><footer><p>© 2031 Harbour \
Radio</p></footer></body></html>"""

LIVE_URL = "https://www.harbourradio.example/news/live/cx9p"
LIVE_OUTLET = Field("Harbour Radio News", "json-ld publisher")
LIVE = style(
    "live page with articles for posts",
    "www.harbourradio.example",
    "/news/live/cx9p",
    filled(LIVE_HTML, LIVE_INTRO + LIVE_1 + LIVE_2),
    told(
        LIVE_INTRO,
        title=Field("Strait treaty vote live: first results due", ""),
        outlet=LIVE_OUTLET,
        url=Field(LIVE_URL, ""),
        language=Field("en-gb", "html lang"),
        published=Field("2031-06-26T06:00:00Z", "json-ld datePublished"),
        modified=Field("2031-06-26T22:41:00Z", "json-ld dateModified"),
        day="2031-06-26",
        is_whole=False,
        without=("viewing", "Edited by", "Copy link", "for want of", "locksmith"),
    ),
    told(
        LIVE_1,
        title=Field("Count stops for want of a key", ""),
        byline=names("", "Bertil Oakes"),
        outlet=LIVE_OUTLET,
        url=Field(f"{LIVE_URL}#post_66a1", ""),
        language=Field("en-gb", "html lang"),
        published=Field("2031-06-26T22:38:10.000Z", ""),
        day="2031-06-26",
        without=("Share", "Copy link", "22:38", "Oakes"),
    ),
    told(
        LIVE_2,
        title=Field("Tancred votes, slowly", ""),
        outlet=LIVE_OUTLET,
        url=Field(f"{LIVE_URL}#post_6610", ""),
        language=Field("en-gb", "html lang"),
        published=Field("2031-06-26T11:05:00.000Z", ""),
        day="2031-06-26",
        without=("Share", "11:05", "Page 1"),
    ),
)
