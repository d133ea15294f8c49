"""Pages in the manner of services for one writer or a small house: Ghost, a newsletter, Next.js.

>>> len(MAKERS)
3
"""

from __future__ import annotations

from tests.site.blind_telling import canonical, filled, lines_of, names, style, told
from tests.site.gold import Field

GHOST = lines_of("""
The people who repair Norrish's lighthouses have been told to stop climbing them.
A memo sent to keepers on 2 June, and seen by Slow Harbour, says that “no person is to ascend any tower above the \
gallery” until its bolts have been tested.
There are eleven towers. There is one person qualified to test the bolts, and he, two colleagues told me, is on \
leave until the end of the month.
A spokesman for the Lights Office, Ambrose Kell, did not dispute the memo. “We would rather have dark glass than a \
dead man,” he said.
**What the keepers say**
Three keepers spoke to me on condition that I leave out their names. All three said the bolts had been reported in \
[[the autumn of 2029]].
""")
GHOST_HTML = """
<!DOCTYPE html><html lang="en"><head><title>Keepers told not to climb the lights</title><meta charset="utf-8"/><meta \
name="description" content="A memo grounds the men and women who keep eleven towers lit."/><link rel="canonical" \
href="https://slowharbour.example/keepers-told-not-to-climb/"/><meta property="og:site_name" content="Slow Harbour"/>
<meta property="og:type" content="article"/><meta property="og:title" content="Keepers told not to climb the lights"/>
<meta property="article:published_time" content="2031-06-12T05:00:03.000Z"/><meta property="article:modified_time" \
content="2031-06-12T05:00:03.000Z"/><meta name="twitter:label1" content="Written by"/><meta name="twitter:data1" \
content="Una Skerry"/><script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","publishe\
r":{
"@type":"Organization","name":"Slow Harbour","url":"https://slowharbour.example/"},"author":{"@type":"Person","name":\
"Una Skerry","url":"https://slowharbour.example/author/una/","sameAs":[]},"headline":"Keepers told not to climb the \
lights","url":"https://slowharbour.example/keepers-told-not-to-climb/","datePublished":"2031-06-12T05:00:03.000Z",
"dateModified":"2031-06-12T05:00:03.000Z","description":"A memo grounds the men and women who keep eleven towers lit.",
"mainEntityOfPage":"https://slowharbour.example/keepers-told-not-to-climb/"}</script><meta name="generator" \
content="Ghost 6.0"/></head><body class="post-template"><div class="gh-viewport"><header id="gh-navigation" \
class="gh-navigation gh-outer"><a class="gh-navigation-logo" href="/">Slow Harbour</a><ul class="nav"><li \
class="nav-home"><a href="/">Home</a></li></ul><a class="gh-button" href="#/portal/signup" \
data-portal="signup">Subscribe\
</a></header><main class="gh-main"><article class="gh-article post tag-lights"><header class="gh-article-header \
gh-canvas"><a class="gh-article-tag" href="/tag/lights/">Lights</a><h1 class="gh-article-title is-title">Keepers told \
not \
to climb the lights</h1><p class="gh-article-excerpt is-body">A memo grounds the men and women who keep eleven towers \
lit.</p><div class="gh-article-meta"><div class="gh-article-author-image"></div><div \
class="gh-article-meta-wrapper"><h4 \
class="gh-article-author-name"><a href="/author/una/">Una Skerry</a></h4><div class="gh-article-meta-content"><time \
class="gh-article-meta-date" datetime="2031-06-12">12 Jun 2031</time><span class="gh-article-meta-length">— 4 min read\
</span></div></div></div><figure class="gh-article-image"><img src="/light.jpg"/><figcaption>Gannet Rock light in \
May</figcaption></figure></header><section class="gh-content gh-canvas is-body"><p>@1@</p><p>@2@</p><p>@3@</p><figure \
class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://slowharbour.example/bolts"><div \
class="kg-bookmark-content"><div class="kg-bookmark-title">The trouble with bolts</div><div \
class="kg-bookmark-description">Nobody looks up until something falls.</div></div></a></figure><p>@4@</p><div \
class="kg-card kg-cta-card"><div class="kg-cta-text"><p>Slow Harbour lives on its readers. Join 900 of \
them.</p></div><a \
class="kg-cta-button" href="#/portal">Become a member</a></div><p>@5@</p><p>@6@</p></section></article><div \
class="gh-comments gh-canvas"><h2>Member discussion</h2><script data-ghost-comments=""></script></div></main><section \
class="gh-container is-grid"><h2 class="gh-container-title">Read more</h2><article class="gh-card post"><h3 \
class="gh-card-title">A fog horn for sale</h3><p class="gh-card-excerpt">One careful owner.</p></article></section>
<footer class="gh-footer"><span>Slow Harbour © 2031</span> <a href="https://ghost.org/">Powered by \
Ghost</a></footer></div>
</body></html>"""

LETTER = lines_of("""
Good morning. Here is a thing that did not make the papers.
On Tuesday, in a back room of the Assembly, the deputy speaker Ivo Marchetti told six members that the Canal Bill \
would be withdrawn before the recess.
Two of the six confirmed this to me. One remembered it as “dropped”, the other as “parked”. Those are not the same \
word.
Marchetti's office says he “discussed scheduling in general terms.” Make of that what you will.
Why it matters
The bill would have let the Canal Trust borrow against its locks. Without it, the Trust's treasurer, Leda Hough, \
warned last month, the repair fund runs dry in March.
I will have more on Thursday.
""")
LETTER_HTML = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title data-rh="true">Dropped, or parked? - by Nils \
Aberly</title>
<meta data-rh="true" property="og:type" content="article"/><meta data-rh="true" property="og:title" content="Dropped, \
or \
parked?"/><meta data-rh="true" name="author" content="Nils Aberly"/><meta data-rh="true" name="description" \
content="What \
was said about the Canal Bill behind a closed door"/><meta property="og:description" content="What was said about the \
Canal Bill behind a closed door"/><link rel="canonical" href="https://lobbyhour.letters.example/p/dropped-or-parked"/>
<meta name="application-name" content="Lobby Hour"/><script type="application/ld+json">{"@context":"https://schema.or\
g",
"@type":"NewsArticle","url":"https://lobbyhour.letters.example/p/dropped-or-parked","mainEntityOfPage":\
"https://lobbyhour.letters.example/p/dropped-or-parked","headline":"Dropped, or parked?","description":"What was said \
about \
the Canal Bill behind a closed door","image":[{"@type":"ImageObject","url":"https://cdn.example/1.png"}],"datePublish\
ed":\
"2031-06-17T06:31:09+00:00","dateModified":"2031-06-17T06:31:09+00:00","isAccessibleForFree":true,"author":[{"@type":\
"Person","name":"Nils Aberly","url":"https://letters.example/@nilsaberly","description":"Twelve years in the lobby"}],
"publisher":{"@type":"Organization","name":"Lobby Hour","url":"https://lobbyhour.letters.example"}}</script></head><b\
ody>
<div id="entry"><div id="main" class="main typography use-theme-bg"><div data-testid="navbar" class="pencraft \
pc-display-\
flex main-menu"><h1 class="pencraft pc-reset title-oOnUGd"><a href="/" class="pencraft">Lobby Hour</a></h1><button \
data-testid="noncontributor-cta-button" class="pencraft button-eTsQKz">Subscribe</button><button>Sign in</button></div>
<div><div class="single-post-container"><div class="container"><div class="single-post"><div \
class="pencraft"><article \
class="typography newsletter-post post"><div role="region" aria-label="Post header" class="pencraft post-header"><h1 \
dir="auto" class="post-title published title-X77sOw">Dropped, or parked?</h1><h3 dir="auto" class="subtitle \
subtitle-HEEcLo">What was said about the Canal Bill behind a closed door</h3><div class="pencraft \
byline-wrapper"><div \
class="pencraft profile-hover-card-target"><a href="https://letters.example/@nilsaberly" class="pencraft">Nils \
Aberly</a>
</div><div class="pencraft meta-EgzBVA">Jun 17, 2031</div></div><div class="post-ufi"><a class="post-ufi-button" \
aria-label="Like (41)"><div class="label">41</div></a><a class="post-ufi-button"><div \
class="label">7</div></a><a>Share</a>
</div></div><div><div class="available-content"><div dir="auto" class="body \
markup"><p>@1@</p><p>@2@</p><p>@3@</p><div \
class="subscription-widget-wrap-editor" data-attrs="{}"><div class="subscription-widget show-subscribe"><div \
class="preamble"><p class="cta-caption">Lobby Hour is a reader-supported publication. To receive new posts and \
support my \
work, consider becoming a free or paid subscriber.</p></div><form><input \
type="email"/></form></div></div><p>@4@</p><h2 \
class="header-anchor-post">@5@</h2><p>@6@</p><p class="button-wrapper"><a class="button primary" \
href="/share"><span>Share \
this post</span></a></p><p>@7@</p></div></div></div></article><div class="post-footer"><div>41 Likes</div></div></div>
<div class="comments-section"><h4>Discussion about this post</h4><div class="comment"><div \
class="comment-body"><p>Parked, \
surely. They park everything.</p></div></div><a>2 more comments...</a></div></div></div></div></div><div \
class="footer-wrap"><div class="footer"><div>© 2031 Nils Aberly</div><div>Start your own letter</div></div></div></div>
</div></body></html>"""

NEXT = lines_of("""
A recall of the Perch 3 cargo bicycle now covers every frame sold since March 2030, the maker Dallow Cycles said on \
Wednesday.
Dallow had first called back only the red model after a weld cracked in Ostrey in April. Tests since then found the \
same fault in blue and grey frames, the firm said.
About 8,400 bicycles are affected, of which 5,100 have been traced, according to chief executive Marit Solvang.
“Stop riding it, please, today,” she said in a video.
The Office for Product Safety said it was told of the wider fault on 13 June. Its inspector general, Tobiah Renn, \
will ask why that took three weeks.
""")
NEXT_HTML = """
<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><meta name="viewport" \
content="width=device-width"/><title>\
Dallow widens cargo bike recall to all Perch 3 frames | Spoke</title><meta name="description" content="8,400 bicycles \
are \
now affected, up from 1,200"/><meta property="og:title" content="Dallow widens cargo bike recall to all Perch 3 \
frames"/>
<meta property="og:site_name" content="Spoke"/><meta property="og:url" \
content="https://spoke.example/recalls/perch-3-all-\
frames"/><link rel="canonical" href="https://spoke.example/recalls/perch-3-all-frames"/><meta name="next-head-count" \
content="9"/><link rel="preload" href="/_next/static/css/8f.css" as="style"/></head><body><div id="__next"><div \
class="Layout_root__x9K2p"><header class="Header_header__Qm2aB"><a href="/">Spoke</a><nav \
class="Header_nav__1kdQp"><a \
href="/reviews">Reviews</a><a href="/recalls">Recalls</a></nav></header><main class="Article_main__Zk3"><div \
class="Article_kicker__4fQ">Recalls</div><h1 class="Article_title__pL8qs">Dallow widens cargo bike recall to all \
Perch 3 \
frames</h1><p class="Article_dek__Ua19c">8,400 bicycles are now affected, up from 1,200</p><div \
class="Article_meta__7dJ"><span class="Byline_byline__c0Xk2">By <a class="Byline_link__ab" \
href="/people/aine-colder">Aine \
Colder</a> and <a class="Byline_link__ab" href="/people/b-stroud">Bram Stroud</a></span><span \
class="Article_dot__9s">·\
</span><time class="Article_time__3kP" dateTime="2031-06-18T13:15:00.000Z">Jun 18, 2031, 1:15 PM UTC</time></div><div \
class="Share_share__mm1"><button>Share</button><button>Gift</button></div><div class="Article_body__kQ2Lm"><p \
class="Paragraph_p__01">@1@</p><p class="Paragraph_p__01">@2@</p><div \
class="Ad_slot__k1"><span>Advertisement</span></div>
<p class="Paragraph_p__01">@3@</p><p class="Paragraph_p__01">@4@</p><div class="Newsletter_box__a8"><h3>Chain \
Letter</h3>
<p>Our weekly mail for people who fix their own brakes.</p><label>Email<input/></label><button>Sign me \
up</button></div>
<p class="Paragraph_p__01">@5@</p></div><div class="Tags_tags__p0"><a href="/t/cargo">cargo bikes</a></div><section \
class="Related_related__f5"><h2>More from Spoke</h2><a href="/x"><h3>Nine bells, ranked</h3><span>By Aine \
Colder</span>\
<time dateTime="2031-06-15T08:00:00.000Z">Jun 15</time></a></section></main><footer class="Footer_f__1"><p>© Spoke \
Media \
Ltd 2031</p></footer></div></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"article":{
"id":"perch","title":"Dallow widens cargo bike recall to all Perch 3 frames","publishedAt":"2031-06-18T13:15:00.000Z",
"body":[{"type":"paragraph","text":"A recall"}]},"related":[{"title":"Nine bells, ranked"}]}},"page":"/recalls/[slug]",
"buildId":"Zq1"}</script></body></html>"""

MAKERS = (
    style(
        "members' letter",
        "slowharbour.example",
        "/keepers-told-not-to-climb/",
        filled(GHOST_HTML, GHOST),
        told(
            GHOST,
            title=Field("Keepers told not to climb the lights", "h1"),
            dek=Field("A memo grounds the men and women who keep eleven towers lit.", ""),
            byline=names("json-ld author", "Una Skerry"),
            outlet=Field("Slow Harbour", "json-ld publisher"),
            url=canonical("slowharbour.example", "/keepers-told-not-to-climb/"),
            published=Field("2031-06-12T05:00:03.000Z", "json-ld datePublished"),
            modified=Field("2031-06-12T05:00:03.000Z", "json-ld dateModified"),
            day="2031-06-12",
            without=("min read", "Gannet Rock", "trouble with bolts", "Nobody looks up", "lives on", "fog horn"),
        ),
    ),
    style(
        "newsletter service",
        "lobbyhour.letters.example",
        "/p/dropped-or-parked",
        filled(LETTER_HTML, LETTER),
        told(
            LETTER,
            title=Field("Dropped, or parked?", "h1"),
            dek=Field("What was said about the Canal Bill behind a closed door", ""),
            byline=names("json-ld author", "Nils Aberly"),
            outlet=Field("Lobby Hour", "json-ld publisher"),
            url=canonical("lobbyhour.letters.example", "/p/dropped-or-parked"),
            published=Field("2031-06-17T06:31:09+00:00", "json-ld datePublished"),
            modified=Field("2031-06-17T06:31:09+00:00", "json-ld dateModified"),
            day="2031-06-17",
            without=("reader-supported", "Share", "Discussion", "They park", "Likes", "Start your own"),
        ),
    ),
    style(
        "server-made components without json-ld",
        "spoke.example",
        "/recalls/perch-3-all-frames",
        filled(NEXT_HTML, NEXT),
        told(
            NEXT,
            title=Field("Dallow widens cargo bike recall to all Perch 3 frames", "h1"),
            dek=Field("8,400 bicycles are now affected, up from 1,200", ""),
            byline=names("byline element", "Aine Colder", "Bram Stroud"),
            outlet=Field("Spoke", "og:site_name"),
            url=canonical("spoke.example", "/recalls/perch-3-all-frames"),
            published=Field("2031-06-18T13:15:00.000Z", "time element"),
            day="2031-06-18",
            without=("Gift", "Advertisement", "Chain Letter", "own brakes", "Nine bells", "cargo bikes"),
        ),
    ),
)
