"""Pages in the manner of publishers' systems: Arc, WordPress with blocks and of old.

>>> len(SYSTEMS_BLIND)
3
"""

from __future__ import annotations

from tests.site.blind_telling import canonical, filled, lines_of, names, style, told
from tests.site.gold import Field

ARC = lines_of("""
A second contractor has walked away from the Wexmoor tunnel, leaving the county with a half-bored hole and a bill \
that nobody will yet put a number on.
Grady & Holt Ltd. told the transit authority in a letter dated May 28 that it could not finish the western drive “at \
any price we would be willing to sign.”
**The authority's chief engineer, Samir Tollan, said he learned of the decision from the site foreman.**
“You find out a lot from a foreman,” Tollan said.
What comes next
Commissioner [[Beth Anstruther]] said the county has three options:
Hire the firm that placed third in the 2027 bidding
Finish the drive with its own crews
Seal the bore and run buses
A vote is planned for June 24. Anstruther said she favors the second option but conceded that the county has never \
run a boring machine.
The tunnel was due to carry 31,000 riders a day by 2033.
""")
ARC_HTML = """
<!DOCTYPE html><html lang="en"><head><meta name="viewport" content="width=device-width, \
initial-scale=1"/><title>Second \
contractor quits Wexmoor tunnel – The Wexmoor Courier</title><meta name="description" content="Grady & Holt says it \
cannot \
finish the western drive; county weighs three options"/><link rel="canonical" \
href="https://www.wexmoorcourier.example/\
news/local/second-contractor-quits-wexmoor-tunnel/article_9b1f.html"/><meta property="og:title" content="Second \
contractor \
quits Wexmoor tunnel"/><meta property="og:site_name" content="The Wexmoor Courier"/><meta name="twitter:site" \
content="@wexcourier"/><script type="application/javascript" id="fusion-metadata">window.Fusion=window.Fusion||{};\
Fusion.arcSite="wexmoor";Fusion.globalContent={"_id":"Q2","headlines":{"basic":"Second contractor quits Wexmoor \
tunnel"},\
"subheadlines":{"basic":"Grady & Holt says it cannot finish the western drive; county weighs three options"}};</script>
<script type="application/ld+json">[{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":{"@type":\
"WebPage","@id":"https://www.wexmoorcourier.example/news/local/second-contractor-quits-wexmoor-tunnel/article_9b1f.ht\
ml"},
"headline":"Second contractor quits Wexmoor tunnel","dateModified":"2031-06-05T21:44:10Z","datePublished":\
"2031-06-05T20:10:00Z","author":[{"@type":"Person","name":"Colm Vasker","jobTitle":"Transportation reporter"}],
"publisher":{"@type":"Organization","name":"The Wexmoor Courier"}},{"@context":"http://schema.org","@type":\
"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"News"}]}]</script></head><body>
<div id="fusion-app"><div class="b-right-rail"><header class="b-header-nav-chain"><nav class="c-nav"><button \
aria-label="Sections">Sections</button><a href="/homepage/">The Wexmoor Courier</a><a href="/e-edition/">E-Edition</a>\
<a class="c-button" href="/subscribe/">Subscribe for $1</a></nav></header><section role="main" \
class="b-right-rail__main"><div class="c-stack b-right-rail__full-width-1"><a class="c-overline b-overline" \
href="/news/local/">Local</a><h1 class="c-heading b-headline">Second contractor quits Wexmoor tunnel</h1><h2 class="\
c-heading b-subheadline">Grady &amp; Holt says it cannot finish the western drive; county weighs three \
options</h2></div>
<figure class="c-media-item b-lead-art"><img src="/tunnel.jpg" alt=""/><figcaption \
class="c-media-item__fig-caption"><span \
class="c-media-item__caption">The idle boring machine at Wexmoor West. </span><span \
class="c-media-item__credit">(Ines \
Quarrie/The Courier)</span></figcaption></figure><span class="b-byline"><span class="b-byline__by">By</span> <span \
class="b-byline__names"><a class="c-link" href="/author/colm-vasker/">Colm Vasker</a></span></span><time as="time" \
class="c-date b-date" datetime="2031-06-05T20:10:00Z">June 5, 2031 at 4:10 p.m.</time><div \
class="b-share-bar"><button>\
Share on Facebook</button><button>Copy link</button></div>
<article class="b-article-body"><p class="c-paragraph">@1@</p><p class="c-paragraph">@2@</p><div \
class="c-interstitial-link \
b-article-body__interstitial-link">[<a href="/n/1">How the tunnel got its curve</a>]</div><p \
class="c-paragraph">@3@</p>
<p class="c-paragraph">@4@</p><div class="arcad-feature"><div id="arcad_f0f" class="arcad ad-300"></div><span>Story \
continues below advertisement</span></div><h3 class="c-heading">@5@</h3><p class="c-paragraph">@6@</p><ul \
class="c-list">
<li class="c-list__item">@7@</li><li class="c-list__item">@8@</li><li class="c-list__item">@9@</li></ul><p \
class="c-paragraph">@10@</p><div class="b-newsletter"><h3>The Morning Lamp</h3><p>Get the county's news in your inbox \
before breakfast.</p><form><input type="email" placeholder="Email address"/><button>Sign up</button></form></div><p \
class="c-paragraph">@11@</p></article><div class="b-author-bio"><div class="b-author-bio__author"><h2><a \
href="/author/colm-vasker/">Colm Vasker</a></h2><p class="b-author-bio__author-description">Colm Vasker has written \
about \
trains, trams and the people who wait for them since 2019.</p></div></div><div class="b-results-list"><h2>Most \
Read</h2>
<article class="c-card"><h3>Bakery burns on Quill Street</h3></article><article class="c-card"><h3>Heron nests in \
mayor's \
chimney</h3></article></div></section></div><footer class="b-footer"><p>Copyright © 2031 Wexmoor Newspapers LLC</p>
</footer></div></body></html>"""

BLOCKS = lines_of("""
The Harrow Fen drainage board will open its books to ratepayers for the first time since 1988, its clerk said on \
Friday.
The change comes after farmers on the eastern dikes refused to pay the spring levy. They had asked, they said, for a \
plain list of what the pumps cost.
“A list is not a revolution,” said Egan Thorley, who grows beets at Low Harrow and spoke for the group.
Clerk Muriel Haste said the accounts would be laid out in the board's office from July 7, “tea provided.”
What the levy pays for
Last year the board took in 640,000 crowns. According to Haste, just over half went on diesel.
A regional auditor, Jannik Prowse, is to look at the pump contracts before the end of the summer.
""")
BLOCKS_HTML = """
<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"/><meta name='robots' content='index, follow, \
max-image-preview:large'/><title>Drainage board to open its books - Fenland Ledger</title><meta name="description" \
content="Ratepayers will see what the pumps cost for the first time in 43 years."/><link rel="canonical" \
href="https://fenlandledger.example/2031/06/drainage-board-to-open-its-books/"/><meta property="og:locale" \
content="en_US"/><meta property="og:type" content="article"/><meta property="og:title" content="Drainage board to \
open \
its books - Fenland Ledger"/><meta property="og:description" content="Ratepayers will see what the pumps cost for the \
first time in 43 years."/><meta property="og:site_name" content="Fenland Ledger"/><meta \
property="article:published_time" content="2031-06-06T14:20:31+00:00"/><meta property="article:modified_time" \
content="2031-06-07T08:02:12+00:00"/><meta name="author" content="Saskia Brode"/><meta name="twitter:label1" \
content="Written by"/><meta name="twitter:data1" content="Saskia Brode"/><meta name="twitter:label2" content="Est. \
reading \
time"/><meta name="twitter:data2" content="2 minutes"/><script type="application/ld+json" class="yoast-schema-graph">
{"@context":"https://schema.org","@graph":[{"@type":"Article","@id":"https://fenlandledger.example/2031/06/\
drainage-board-to-open-its-books/#article","isPartOf":{"@id":"https://fenlandledger.example/2031/06/\
drainage-board-to-open-its-books/"},"author":{"name":"Saskia \
Brode","@id":"https://fenlandledger.example/#/schema/person/\
77aa"},"headline":"Drainage board to open its books","datePublished":"2031-06-06T14:20:31+00:00","dateModified":\
"2031-06-07T08:02:12+00:00","mainEntityOfPage":{"@id":"https://fenlandledger.example/2031/06/\
drainage-board-to-open-its-books/"},"wordCount":171,"commentCount":2,"publisher":{"@id":"https://fenlandledger.exampl\
e/\
#organization"},"inLanguage":"en-US"},{"@type":"WebPage","@id":"https://fenlandledger.example/2031/06/\
drainage-board-to-open-its-books/","name":"Drainage board to open its books - Fenland \
Ledger","description":"Ratepayers \
will see what the pumps cost for the first time in 43 years."},{"@type":"WebSite","@id":"https://fenlandledger.exampl\
e/\
#website","name":"Fenland Ledger","description":"News from the wet side of the county"},{"@type":"Organization","@id":\
"https://fenlandledger.example/#organization","name":"Fenland Ledger"},{"@type":"Person","@id":\
"https://fenlandledger.example/#/schema/person/77aa","name":"Saskia Brode","description":"Saskia edits the Ledger."}]}
</script></head><body class="wp-singular post-template-default single single-post wp-embed-responsive wp-theme-tfive">
<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group alignfull"><p \
class="wp-block-site-title"><a href="https://fenlandledger.example">Fenland Ledger</a></p><nav \
class="wp-block-navigation"><ul><li class="wp-block-navigation-item"><a href="/about/">About</a></li></ul></nav></div>
</header><main class="wp-block-group is-layout-flow" id="wp--skip-link--target"><h1 class="wp-block-post-title \
has-x-large-font-size">Drainage board to open its books</h1><div class="wp-block-group is-layout-flex"><p>Written \
by</p>
<div class="wp-block-post-author-name"><a href="/author/saskia/" class="wp-block-post-author-name__link">Saskia \
Brode</a>
</div><p>in</p><div class="taxonomy-category wp-block-post-terms"><a href="/category/council/" \
rel="tag">Council</a></div>
<div class="wp-block-post-date"><time datetime="2031-06-06T14:20:31+00:00"><a href="#">6 June \
2031</a></time></div></div>
<div class="entry-content alignfull wp-block-post-content has-global-padding"><p>@1@</p><p>@2@</p><figure \
class="wp-block-image size-large"><img src="/dike.jpg" alt=""/><figcaption class="wp-element-caption">The No. 4 pump \
at \
Low Harrow. Photo: S. Brode</figcaption></figure><p>@3@</p><p>@4@</p><h2 class="wp-block-heading">@5@</h2><p>@6@</p>
<p>@7@</p><div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" \
href="/support">Support the Ledger with a donation</a></div></div></div><nav class="wp-block-group \
post-navigation" aria-label="Posts"><div class="post-navigation-link-previous wp-block-post-navigation-link"><a \
href="/p" rel="prev">Eel count falls again</a></div></nav><div class="wp-block-comments"><h2 \
class="wp-block-comments-title">2 responses to “Drainage board to open its books”</h2><ol \
class="wp-block-comment-template">
<li class="comment"><div class="wp-block-comment-author-name">Old Dyker</div><div class="wp-block-comment-date"><time \
datetime="2031-06-06T18:00:00+00:00">June 6, 2031</time></div><div class="wp-block-comment-content"><p>About time. My \
father asked them for that list in 1990 and got a calendar.</p></div></li></ol><p class="must-log-in">You must be \
logged \
in to post a comment.</p></div></main><footer class="wp-block-template-part"><p>Designed with \
WordPress</p></footer></div>
</body></html>"""

CLASSIC = lines_of("""
GOSLING BAY — Two teenagers who took a lifeboat for a joyride ended up towing a stranded trawler to safety, the \
coastguard has confirmed.
The pair, both 16, untied the inshore boat shortly after 11pm on Saturday. Half an hour later they heard the crew of \
the Bright Ellen shouting from the Cobbler rocks.
“They had the wit to throw a line and the cheek to wave,” said skipper Rory Callister.
Station officer Dinah Poole said the boys would be spoken to, and then, “God help me, thanked”.
No charges have been brought. A police spokeswoman said enquiries were continuing.
The Bright Ellen is expected to be repaired by the end of next week.
""")
CLASSIC_HTML = """
<!DOCTYPE html><html lang="en-US" prefix="og: http://ogp.me/ns#"><head><meta charset="UTF-8"><link rel="profile" \
href="http://gmpg.org/xfn/11"><title>Joyriders tow trawler off the Cobbler &raquo; Gosling Bay Echo</title><link \
rel="canonical" href="https://goslingbayecho.example/news/joyriders-tow-trawler/" /><meta property="og:title" \
content="Joyriders tow trawler off the Cobbler &raquo; Gosling Bay Echo" /><meta property="og:site_name" \
content="Gosling \
Bay Echo" /><meta property="og:description" content="GOSLING BAY — Two teenagers who took a lifeboat for a joyride \
ended \
up towing a stranded trawler to safety, the coastguard has confirmed. The pair, both 16, untied [&hellip;]" /></head>
<body class="post-template-default single single-post postid-8812 single-format-standard custom-background">
<div id="page" class="hfeed site"><header id="masthead" class="site-header"><h1 class="site-title"><a href="/" \
rel="home">Gosling Bay Echo</a></h1><h2 class="site-description">The voice of the bay since 1871</h2><nav id="navbar">
<ul id="menu-main" class="nav-menu"><li class="menu-item"><a href="/news/">News</a></li><li class="menu-item"><a \
href="/tides/">Tides</a></li></ul></nav></header><div id="main" class="site-main"><div id="primary" \
class="content-area"><div id="content" class="site-content" role="main"><article id="post-8812" class="post-8812 post \
type-post status-publish hentry category-news"><header class="entry-header"><h1 class="entry-title">Joyriders tow \
trawler \
off the Cobbler</h1><div class="entry-meta"><span class="date"><a href="#" rel="bookmark"><time class="entry-date \
published" datetime="2031-06-09T07:45:12+01:00">June 9, 2031</time><time class="updated" \
datetime="2031-06-09T16:30:00+01:00">June 9, 2031</time></a></span> <span class="categories-links"><a href="/news/" \
rel="category tag">News</a></span> <span class="author vcard"><a class="url fn n" href="/author/pmercer/" \
rel="author">\
Phil Mercer</a></span> <span class="comments-link"><a href="#respond">Leave a comment</a></span></div></header>
<div class="entry-content"><div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a \
href="?share=facebook">Click to share on Facebook (Opens in new window)</a></li></ul></div><div id="attachment_88" \
style="width: 610px" class="wp-caption alignnone"><img src="/boat.jpg" width="600"><p class="wp-caption-text">The \
Bright \
Ellen back at the slip on Sunday.</p></div>
<p>@1@</p>
<p>@2@</p>
<p>@3@</p>
<p><script async src="//ads.example/x.js"></script><ins class="adsbygoogle" style="display:block"></ins></p>
<p>@4@</p>
<p>&nbsp;</p>
<p>@5@</p>
<p>@6@</p>
<div class="sharedaddy sd-like"><h3 class="sd-title">Like this:</h3><div class="likes-widget">Like \
Loading...</div></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><p>Lifebo\
at \
gets new engine after raffle</p></div></div><footer class="entry-meta"></footer></article><nav class="navigation \
post-navigation"><h1 class="screen-reader-text">Post navigation</h1><div class="nav-links"><a href="/a" \
rel="prev"><span \
class="meta-nav">&larr;</span> Pier paint chosen at last</a></div></nav><div id="comments" class="comments-area"><div \
id="respond" class="comment-respond"><h3 id="reply-title">Leave a Reply <small><a href="#">Cancel \
reply</a></small></h3>
<p class="comment-notes">Your email address will not be published. Required fields are marked \
*</p></div></div></div></div>
<div id="tertiary" class="sidebar-container"><aside class="widget widget_recent_entries"><h3 \
class="widget-title">Recent \
Posts</h3><ul><li><a href="/b">Carnival queen named</a></li></ul></aside></div></div><footer id="colophon">Proudly \
powered \
by WordPress</footer></div></body></html>"""

SYSTEMS_BLIND = (
    style(
        "publisher's platform with interstitials",
        "www.wexmoorcourier.example",
        "/news/local/second-contractor-quits-wexmoor-tunnel/article_9b1f.html",
        filled(ARC_HTML, ARC),
        told(
            ARC,
            title=Field("Second contractor quits Wexmoor tunnel", "h1"),
            dek=Field("Grady & Holt says it cannot finish the western drive; county weighs three options", ""),
            byline=names("json-ld author", "Colm Vasker"),
            outlet=Field("The Wexmoor Courier", "json-ld publisher"),
            url=canonical(
                "www.wexmoorcourier.example", "/news/local/second-contractor-quits-wexmoor-tunnel/article_9b1f.html"
            ),
            published=Field("2031-06-05T20:10:00Z", "json-ld datePublished"),
            modified=Field("2031-06-05T21:44:10Z", "json-ld dateModified"),
            day="2031-06-05",
            without=("How the tunnel got", "Morning Lamp", "inbox", "continues below", "trains, trams", "Heron nests"),
        ),
    ),
    style(
        "blocks",
        "fenlandledger.example",
        "/2031/06/drainage-board-to-open-its-books/",
        filled(BLOCKS_HTML, BLOCKS),
        told(
            BLOCKS,
            title=Field("Drainage board to open its books", "h1"),
            dek=Field("Ratepayers will see what the pumps cost for the first time in 43 years.", ""),
            byline=names("json-ld author", "Saskia Brode"),
            outlet=Field("Fenland Ledger", "json-ld publisher"),
            url=canonical("fenlandledger.example", "/2031/06/drainage-board-to-open-its-books/"),
            language=Field("en-US", "html lang"),
            published=Field("2031-06-06T14:20:31+00:00", "json-ld datePublished"),
            modified=Field("2031-06-07T08:02:12+00:00", "json-ld dateModified"),
            day="2031-06-06",
            without=("Written by", "No. 4 pump", "donation", "Eel count", "About time", "logged in", "Council\n"),
        ),
    ),
    style(
        "entry-content of old",
        "goslingbayecho.example",
        "/news/joyriders-tow-trawler/",
        filled(CLASSIC_HTML, CLASSIC),
        told(
            CLASSIC,
            title=Field("Joyriders tow trawler off the Cobbler", "h1"),
            byline=names("rel=author", "Phil Mercer"),
            outlet=Field("Gosling Bay Echo", "og:site_name"),
            url=canonical("goslingbayecho.example", "/news/joyriders-tow-trawler/"),
            language=Field("en-US", "html lang"),
            published=Field("2031-06-09T07:45:12+01:00", "time element"),
            modified=Field("2031-06-09T16:30:00+01:00", "time element"),
            day="2031-06-09",
            without=("Share this", "Like this", "back at the slip", "new engine", "Post navigation", "Leave a", "1871"),
        ),
    ),
)
