"""Pages whose text is cut up or cut off: AMP, inline boxes of all kinds, a meter.

>>> len(BROKEN)
3
"""

from __future__ import annotations

from tests.site.blind_telling import canonical, filled, lines_of, names, style, told
from tests.site.gold import Field

AMP = lines_of("""
The owners of the Calder Street arcade have agreed to pay its traders for ten weeks lost to scaffolding.
Each of the 22 stalls will get 3,500 crowns, said Beatriz Hallam, who speaks for the landlord, Pellew Property.
Traders had asked for twice that. “It is something, and in March it was nothing,” said Gus Okafor, who mends watches \
at stall 9.
The scaffolding is to come down on July 4, the city's building inspector said in a notice posted at the north door.
""")
AMP_HTML = """
<!doctype html><html ⚡ lang="en-US"><head><meta charset="utf-8"><title>Arcade traders to be paid for weeks behind \
scaffolding | Ostrey Star</title><link rel="canonical" href="https://www.ostreystar.example/news/arcade-traders-to-be\
-paid-\
20310610.html"><meta name="viewport" content="width=device-width,minimum-scale=1"><script async \
src="https://cdn.ampproject.example/v0.js"></script><style amp-boilerplate>body{visibility:hidden}</style><script \
type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":\
"https://www.ostreystar.example/news/arcade-traders-to-be-paid-20310610.html","headline":"Arcade traders to be paid \
for weeks \
behind scaffolding","datePublished":"2031-06-10T08:15:00-05:00","dateModified":"2031-06-10T08:15:00-05:00","author":{\
"@type":\
"Person","name":"Priya Lund, Ostrey Star"},"publisher":{"@type":"Organization","name":"Ostrey Star","logo":{"@type":\
"ImageObject","url":"https://www.ostreystar.example/amp-logo.png","width":600,"height":60}},"image":{"@type":"ImageOb\
ject",
"url":"https://www.ostreystar.example/1.jpg"}}</script></head><body><amp-analytics type="gtag"><script \
type="application/json">{"vars":{"account":"UA-1"}}</script></amp-analytics><amp-sidebar id="sidebar" \
layout="nodisplay" \
side="left"><ul><li><a href="/">Home</a></li><li><a href="/obits">Obituaries</a></li></ul></amp-sidebar><header \
class="amp-header"><button on="tap:sidebar.toggle">Menu</button><a href="/"><amp-img src="/logo.png" width="190" \
height="36" alt="Ostrey Star"></amp-img></a></header><amp-consent id="c" layout="nodisplay"><div><p>We and our \
partners \
store information on your device.</p><button on="tap:c.accept">I agree</button></div></amp-consent><article \
class="amp-article"><header><div class="amp-section">News</div><h1 class="amp-title">Arcade traders to be paid for \
weeks \
behind scaffolding</h1><div class="amp-byline">By Priya Lund, Ostrey Star</div><div class="amp-date">Updated: Jun. \
10, 2031, \
8:15 a.m. | Published: Jun. 10, 2031, 8:15 a.m.</div></header><amp-img class="lead" src="/1.jpg" width="1200" \
height="800" \
layout="responsive"></amp-img><div class="amp-caption">Stall 9 in the arcade on Monday. (Len Fisk | Ostrey \
Star)</div><div \
class="amp-body"><p>@1@</p><amp-ad width="300" height="250" type="doubleclick"><div \
placeholder>Advertisement</div></amp-ad>
<p>@2@</p><p>@3@</p><amp-iframe width="500" height="281" src="https://player.example/"><p placeholder>Loading video</p>
</amp-iframe><p>@4@</p><p><strong>READ MORE: </strong><a href="/n/2">Why nobody fixes the Calder Street \
clock</a></p></div>
<amp-social-share type="twitter"></amp-social-share><footer><p>If you purchase a product through a link on our site, \
we may \
receive compensation.</p></footer></article><footer class="amp-footer"><p>Use of this site constitutes acceptance of \
our User \
Agreement. © 2031 Star Local Media LLC.</p></footer></body></html>"""

SPLIT = lines_of("""
For eleven days the village of Crook's Landing had no bridge, no bus and one boat. On Saturday it got a rope.
Army engineers slung the line across the Grell at dawn, and by noon they had ferried 60 sacks of flour, a vet and a \
very cross goat.
“We are not short of spirit. We are short of insulin,” said district nurse Kezia Blythe.
Colonel Anders Mott said a pontoon would follow “inside the week, river permitting”.
The river has not been in a permitting mood. It rose another 40 centimetres on Friday night, the Hydrology Service \
said, though it is forecast to fall from Tuesday.
Nine houses on Tanner's Row have been condemned. Their owners are in the school hall, where the headmaster, Ruben \
Askew, has put up a chart of whose turn it is to snore.
Emergencies minister Corinna Vale will visit on Monday. Mr Askew said he hoped she would bring teabags.
""")
SPLIT_HTML = """
<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Flood-hit village gets a lifeline: one rope, one \
goat</title><meta property="og:title" content="Flood-hit village gets a lifeline: one rope, one goat"><meta \
property="og:site_name" content="The Grell Herald"><meta property="og:url" \
content="https://www.grellherald.example/news/flood-\
rope-9941"><meta property="og:description" content="Crook's Landing has been cut off since the bridge went on 10 \
June"><meta \
property="article:published_time" content="2031-06-21T16:44:00+01:00"><meta property="article:modified_time" \
content="2031-06-21T19:05:00+01:00"><meta property="article:author" \
content="https://www.facebook.example/grellherald"><meta \
name="author" content="Wilf Danby"><link rel="canonical" href="https://www.grellherald.example/news/flood-rope-9941">\
</head>
<body class="article-page"><div class="site-banner breaking"><strong>BREAKING</strong> <a href="/b">Second landslip \
shuts the \
A9</a></div><header class="site-header"><a href="/">The Grell Herald</a><nav><a href="/news">News</a><a \
href="/whats-on">What's On</a></nav></header><main><article class="story"><h1 class="story__headline">Flood-hit \
village gets \
a lifeline: one rope, one goat</h1><p class="story__summary">Crook's Landing has been cut off since the bridge went \
on 10 \
June</p><ul class="story__byline"><li class="story__author"><span>By</span> <a href="/author/wilf-danby">Wilf \
Danby</a> \
<span class="story__role">Chief Reporter</span></li><li class="story__date"><time \
datetime="2031-06-21T16:44:00+01:00">16:44, \
21 JUN 2031</time></li><li class="story__date">Updated <time datetime="2031-06-21T19:05:00+01:00">19:05, 21 JUN \
2031</time>\
</li></ul><div class="story__comments-link"><a href="#comments">14 Comments</a></div><div class="video-player" \
data-video="1"><div class="video-player__title">Watch: engineers throw the first line</div><button>Play \
Video</button></div>
<div class="story__body"><p>@1@</p><div class="newsletter-inline"><p>Get our daily round-up straight to your inbox</p>
<form><input type="email"><button>Subscribe</button></form><p class="small">We use your sign-up to provide content in \
the \
ways you've consented to.</p></div><p>@2@</p><blockquote class="twitter-tweet" data-lang="en"><p lang="en" \
dir="ltr">Rope is \
ACROSS. Goat is NOT HAPPY. <a href="https://t.example/x">pic.x.example/8</a></p>&mdash; Crook's Landing Parish \
(@crookslanding) <a href="https://x.example/1">June 21, 2031</a></blockquote><script async \
src="//platform.example/w.js">
</script><p>@3@</p><aside class="pullquote"><q>We are short of insulin</q></aside><p>@4@</p><div class="ad-slot" \
id="mpu-2"><span>Article continues below</span></div><div class="gallery" data-count="3"><h3 \
class="gallery__title">In \
pictures: the flood at Crook's Landing</h3><ul><li><img src="/g1.jpg"><span class="gallery__caption">The stump of the \
old \
bridge</span><span class="gallery__credit">(Image: Ada Roe)</span></li><li><img src="/g2.jpg"><span \
class="gallery__caption">Sandbags on Tanner's Row</span></li></ul></div><p>@5@</p><p class="read-more"><strong>READ \
MORE:\
</strong> <a href="/n/1">How the Grell got so high</a></p><div class="poll"><h4>Should the bridge be rebuilt in the \
same \
place?</h4><label><input type="radio">Yes</label><label><input \
type="radio">No</label><button>Vote</button></div><p>@6@</p>
<iframe src="https://maps.example/embed" title="Map"></iframe><p>@7@</p><p><em>Don't miss the latest news from around \
the \
Grell valley. Sign up to our newsletter <a href="/nl">here</a>.</em></p></div><div \
class="story__tags"><span>Topics</span><a \
href="/t/floods">Floods</a></div></article><section class="most-read"><h2>Most Read</h2><ol><li><a href="/m">Owl in \
Parliament</a></li></ol></section></main><footer><p>© 2031 Grell Valley Newspapers Ltd</p></footer></body></html>"""

METER = lines_of("""
Investors in the Tamsin Tidal project were told on Monday that its turbines produce a fifth less power than the \
prospectus promised, according to three people who attended a call with management.
Chief financial officer Gerrit Amsel blamed silt. The shortfall, he said, was “a maintenance matter and not a \
physics matter”.
""")
METER_HTML = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tamsin Tidal turbines fall short of promised \
output</title><meta name="description" content="Chief financial officer blames silt as investors press for \
answers"><link \
rel="canonical" href="https://www.ledgerpost.example/content/8a7c-tidal"><meta property="og:title" content="Tamsin \
Tidal \
turbines fall short"><meta property="og:site_name" content="Ledger Post"><meta property="og:description" \
content="Chief \
financial officer blames silt as investors press for answers"><script type="application/ld+json">{"@context":\
"http://schema.org","@type":"NewsArticle","url":"https://www.ledgerpost.example/content/8a7c-tidal","headline":"Tamsi\
n Tidal \
turbines fall short of promised output","description":"Chief financial officer blames silt as investors press for \
answers",
"datePublished":"2031-06-16T19:00:14.310Z","dateModified":"2031-06-17T04:00:22.870Z","isAccessibleForFree":"False","h\
asPart":{
"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".article__content-body"},"publisher":{"@type":\
"Organization","name":"Ledger Post"},"author":[{"@type":"Person","name":"Esme Quill in \
Tamsin"},{"@type":"Person","name":\
"Dov Hartnell"}]}</script></head><body><div class="o-cookie-message"><p>We use cookies for a number of reasons, such \
as \
keeping our sites reliable.</p><a>Accept &amp; continue</a></div><header class="o-header"><a href="/">Ledger \
Post</a><a \
href="/login">Sign In</a><a href="/products">Subscribe</a></header><main><article class="article" \
data-trackable="article">
<div class="topper"><a class="topper__primary-theme" href="/power">Power</a><h1 class="o-topper__headline"><span \
class="headline__text">Tamsin Tidal turbines fall short of promised output</span></h1><div \
class="o-topper__standfirst">Chief \
financial officer blames silt as investors press for answers</div></div><div class="article-info"><div \
class="article-info__byline"><a class="n-content-tag--author" href="/esme-quill">Esme Quill</a> in Tamsin and <a \
class="n-content-tag--author" href="/dov-hartnell">Dov Hartnell</a></div><time class="o-date article-info__timestamp" \
datetime="2031-06-16T19:00:14.310Z">June 16 2031</time></div><div class="article__content-body \
n-content-body"><p>@1@</p><p>\
@2@</p></div><div class="barrier"><h2>Subscribe to unlock this article</h2><p>Try unlimited access for 1 crown for 4 \
weeks.</p><p>Then 69 crowns per month. Complete digital access to quality journalism on any device. Cancel anytime \
during \
your trial.</p><a href="/buy">Select</a><h3>Explore more offers.</h3><p>Why the Ledger? See why over a million \
readers pay to \
read us.</p></div></article></main><footer class="o-footer"><p>© THE LEDGER POST LTD \
2031.</p></footer></body></html>"""

BROKEN = (
    style(
        "amp with its own elements",
        "amp.ostreystar.example",
        "/news/arcade-traders-to-be-paid-20310610.html",
        filled(AMP_HTML, AMP),
        told(
            AMP,
            title=Field("Arcade traders to be paid for weeks behind scaffolding", "h1"),
            byline=names("json-ld author", "Priya Lund"),
            outlet=Field("Ostrey Star", "json-ld publisher"),
            url=canonical("www.ostreystar.example", "/news/arcade-traders-to-be-paid-20310610.html"),
            language=Field("en-US", "html lang"),
            published=Field("2031-06-10T08:15:00-05:00", "json-ld datePublished"),
            modified=Field("2031-06-10T08:15:00-05:00", "json-ld dateModified"),
            day="2031-06-10",
            without=("Stall 9 in", "Loading", "READ MORE", "purchase", "Advertisement", "partners", "Updated"),
        ),
    ),
    style(
        "boxes of all kinds",
        "www.grellherald.example",
        "/news/flood-rope-9941",
        filled(SPLIT_HTML, SPLIT),
        told(
            SPLIT,
            title=Field("Flood-hit village gets a lifeline: one rope, one goat", "h1"),
            dek=Field("Crook's Landing has been cut off since the bridge went on 10 June", ""),
            byline=names("", "Wilf Danby"),
            outlet=Field("The Grell Herald", "og:site_name"),
            url=canonical("www.grellherald.example", "/news/flood-rope-9941"),
            language=Field("en-GB", "html lang"),
            published=Field("2031-06-21T16:44:00+01:00", "meta article:published_time"),
            modified=Field("2031-06-21T19:05:00+01:00", "meta article:modified_time"),
            day="2031-06-21",
            is_whole=False,
            without=("inbox", "consented", "stump of", "continues", "Grell got", "Vote", "Don't miss", "Play", "Role"),
        ),
    ),
    style(
        "meter with a barrier",
        "www.ledgerpost.example",
        "/content/8a7c-tidal",
        filled(METER_HTML, METER),
        told(
            METER,
            title=Field("Tamsin Tidal turbines fall short of promised output", "h1"),
            dek=Field("Chief financial officer blames silt as investors press for answers", ""),
            byline=names("", "Esme Quill", "Dov Hartnell"),
            outlet=Field("Ledger Post", "json-ld publisher"),
            url=canonical("www.ledgerpost.example", "/content/8a7c-tidal"),
            published=Field("2031-06-16T19:00:14.310Z", "json-ld datePublished"),
            modified=Field("2031-06-17T04:00:22.870Z", "json-ld dateModified"),
            day="2031-06-16",
            without=("unlimited", "Cancel", "offers", "million readers", "Subscribe", "cookies"),
        ),
        problems=("paywalled",),
    ),
)
