"""Pages in the manner of systems that make pages of parts: Drupal's fields, Squarespace's blocks, Blogger's posts.

>>> len(BUILDERS)
3
"""

from __future__ import annotations

from tests.site.blind_telling import canonical, filled, lines_of, names, style, told
from tests.site.gold import Field

DRUPAL = lines_of("""
The Commission for Upland Water has put off its decision on the Grell weir until October, saying it wants a third \
set of flow readings.
Chair Adela Wintringham told members at the June sitting that the two studies in hand “cannot both be describing the \
same river”.
One, paid for by the Grell Power Co-operative, found that a lower weir would cost 4 gigawatt hours a year. The \
other, from the University of Tamsin, put the loss at less than half of that.
Anglers had hoped for a ruling before the salmon run. “We were told June and we get October,” said Hollis Bream of \
the Grell Rod Club. “The fish were not consulted.”
The Commission will take readings at four points from 1 July.
""")
DRUPAL_HTML = """
<!DOCTYPE html><html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" /><meta \
name="description" content="The Commission for Upland Water has put off its decision on the Grell weir until October, \
saying it wants a third set of flow readings." /><link rel="canonical" href="https://www.uplandreview.example/news/\
grell-weir-ruling-slips" /><link rel="shortlink" href="https://www.uplandreview.example/node/5521" /><meta \
name="Generator" \
content="Drupal 10 (https://www.drupal.org)" /><title>Grell weir ruling slips to October | Upland Review</title></head>
<body class="path-node page-node-type-article"><a href="#main-content" class="visually-hidden focusable \
skip-link">Skip to \
main content</a><div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div class="layout-container">
<header role="banner"><div class="region region-header"><div id="block-branding" class="block block-system \
block-system-branding-block"><a href="/" rel="home">Upland Review</a><div class="site-slogan">Rivers, hills, \
people</div>
</div></div></header><nav role="navigation" aria-labelledby="block-mainmenu-menu"><h2 class="visually-hidden">Main \
navigation</h2><ul class="menu"><li class="menu-item"><a href="/news">News</a></li></ul></nav><div class="region \
region-breadcrumb"><nav class="breadcrumb" aria-labelledby="system-breadcrumb"><h2 \
class="visually-hidden">Breadcrumb</h2>
<ol><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol></nav></div><main role="main"><a \
id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div \
id="block-page-title" class="block block-core block-page-title-block"><h1 class="page-header"><span \
property="schema:name" \
class="field field--name-title field--type-string field--label-hidden">Grell weir ruling slips to \
October</span></h1></div>
<div id="block-content" class="block block-system"><article role="article" about="/news/grell-weir-ruling-slips" \
typeof="schema:Article" class="node node--type-article node--promoted node--view-mode-full clearfix"><footer \
class="node__meta"><div class="node__submitted">Submitted by <span class="field field--name-uid \
field--type-entity-reference \
field--label-hidden"><span lang="" about="/user/14" typeof="schema:Person" property="schema:name" datatype="">Ffion \
Garrick</span></span> on <span class="field field--name-created field--type-created"><time \
datetime="2031-06-11T15:05:44+00:00" title="Wednesday, June 11, 2031 - 15:05">Wed, 06/11/2031 - \
15:05</time></span></div>
</footer><div class="node__content clearfix"><div class="field field--name-field-standfirst field--type-string \
field--label-hidden field__item">Two studies of one river do not agree, and the Commission wants a third.</div><div \
class="field field--name-field-image"><img src="/weir.jpg" alt="A weir" /><div class="field--name-field-caption">The \
Grell \
weir in spate. Picture: Upland Review</div></div><div class="clearfix text-formatted field field--name-body \
field--type-text-with-summary field--label-hidden field__item"><p>@1@</p><p>@2@</p><p>@3@</p><p>@4@</p><p>@5@</p></div>
<div class="field field--name-field-tags field--label-above clearfix"><h3 class="field__label">Tags</h3><ul \
class="links \
field__items"><li><a href="/tags/rivers" property="schema:about">Rivers</a></li></ul></div><ul class="links inline">\
<li class="comment-forbidden"><a href="/user/login">Log in</a> or <a href="/user/register">register</a> to post \
comments</li></ul></div></article></div></div></div><aside class="layout-sidebar-second"><div \
class="views-element-container block"><h2>Recent news</h2><div class="views-row"><span class="field-content"><a \
href="/news/heather">Heather burns early</a></span></div></div></aside></main><footer role="contentinfo"><p>Powered \
by \
Drupal. © Upland Review Trust</p></footer></div></div></body></html>"""

SQUARE = lines_of("""
Planning officers have recommended that the old Ropewalk in Ostrey be saved, reversing their own advice of two years \
ago.
In a report published on Thursday they describe the building, 310 metres long and one room wide, as “an absurd and \
irreplaceable shed.”
Conservation officer Perpetua Lind said new evidence about its roof had changed her mind.
Owner Staunton Estates, which wants to build 44 flats, called the about-turn “baffling” and said it would take advice.
Councillors are expected to decide on 8 July.
""")
SQUARE_HTML = """
<!doctype html><html xmlns:og="http://opengraphprotocol.org/schema/" lang="en-GB" ><head><meta charset="utf-8"><title>\
Officers change their minds on the Ropewalk &mdash; Ostrey Civic Voice</title><link rel="canonical" \
href="https://www.ostreyvoice.example/stories/ropewalk-saved"/><meta property="og:site_name" content="Ostrey Civic \
Voice"/>
<meta property="og:title" content="Officers change their minds on the Ropewalk &mdash; Ostrey Civic Voice"/><meta \
property="og:type" content="article"/><meta itemprop="name" content="Officers change their minds on the Ropewalk — \
Ostrey \
Civic Voice"/><meta itemprop="author" content="Lorcan Vey"/><meta itemprop="datePublished" \
content="2031-06-20T09:00:22+0100"/>
<meta itemprop="dateModified" content="2031-06-20T11:17:05+0100"/><meta itemprop="headline" content="Officers change \
their \
minds on the Ropewalk"/><meta itemprop="publisher" content="Ostrey Civic Voice"/><script \
type="application/ld+json">{"url":\
"https://www.ostreyvoice.example","name":"Ostrey Civic Voice","@context":"http://schema.org","@type":"WebSite"}</scri\
pt>
<script type="application/ld+json">{"name":"Officers change their minds on the Ropewalk \\u2014 Ostrey Civic \
Voice","url":\
"https://www.ostreyvoice.example/stories/ropewalk-saved","datePublished":"2031-06-20T09:00:22+0100","dateModified":\
"2031-06-20T11:17:05+0100","headline":"Officers change their minds on the Ropewalk","author":"Lorcan Vey","publisher":{
"name":"Ostrey Civic Voice","logo":{"@type":"ImageObject"},"@context":"http://schema.org","@type":"Organization"},
"@context":"http://schema.org","@type":"Article"}</script></head><body id="item-66" \
class="tweak-portfolio-grid-overlay \
view-item collection-type-blog-side-by-side"><div id="siteWrapper" class="clearfix site-wrapper"><div \
id="floatingCart" class="floating-cart hidden"><a href="/cart"><span>0</span></a></div><header data-test="header" \
id="header" class="header theme-col--primary"><div class="header-title-text"><a id="site-title" href="/">Ostrey Civic \
Voice</a></div><nav class="header-nav-list"><div class="header-nav-item"><a href="/stories">Stories</a></div><div \
class="header-nav-item"><a href="/donate">Donate</a></div></nav></header><main id="page" class="container" role="main">
<article class="sections" id="sections"><section class="page-section content-collection"><div \
class="content-wrapper"><div class="blog-item-wrapper"><article id="article-" class="h-entry entry hentry"><div \
class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title entry-title--large p-name" \
data-content-field="title" itemprop="headline">Officers change their minds on the Ropewalk</h1></div><div \
class="blog-meta-item-wrapper"><div class="blog-item-category-wrapper"><a href="/stories?category=Planning" \
class="blog-item-category">Planning</a></div><time datetime="2031-06-20" pubdate class="dt-published blog-meta-item \
blog-meta-item--date"><span>20 Jun</span></time><div class="blog-meta-item blog-meta-item--author p-author \
author">Written \
By <a href="/stories?author=1" class="blog-author-name">Lorcan Vey</a></div></div></div><div \
class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12 \
columns-12">
<div class="row sqs-row"><div class="col sqs-col-12"><div class="sqs-block html-block sqs-block-html"><div \
class="sqs-block-content"><div class="sqs-html-content"><p class="" style="white-space:pre-wrap;">@1@</p><p class="" \
style="white-space:pre-wrap;">@2@</p></div></div></div><div class="sqs-block image-block \
sqs-block-image"><figure><img \
src="/r.jpg"/><figcaption class="image-caption-wrapper"><p>The Ropewalk from the canal, about \
1910</p></figcaption></figure>
</div><div class="sqs-block html-block sqs-block-html"><div class="sqs-html-content"><p class="">@3@</p><p \
class="">@4@</p>
<p class="">@5@</p></div></div><div class="sqs-block newsletter-block"><h2 class="newsletter-form-header-title">Stay \
in \
touch</h2><p>Sign up with your email address to receive news and updates.</p><p>We respect your \
privacy.</p></div></div>
</div></div></div><div class="blog-item-author-profile-wrapper"><div class="author-bio"><span \
class="author-name">Lorcan \
Vey</span><p>Lorcan chairs the Civic Voice and collects doorknobs.</p></div></div></div></article></div></div></secti\
on>
<section id="itemPagination" class="item-pagination"><a href="/s/2" class="item-pagination-link--prev"><div \
class="pagination-title-wrapper"><div class="visually-hidden">Previous</div><h2 class="item-pagination-title">A bench \
for \
Mrs Oduya</h2></div></a></section></article></main><footer class="sections" id="footer-sections"><p>Ostrey Civic \
Voice, \
The Old Pump House</p></footer></div></body></html>"""

BLOGGER = lines_of("""
I went to the hearing on the Mallow Lane allotments last night so that you did not have to.
The room held forty. About ninety came. The chairman, Mr Pettigrew, opened a window and said that those outside \
could listen through it.
The developer's agent, a Ms Carrow, promised that no plot would be built on before 2034.
When Joan Tidy of plot 12 asked whether that was in writing, Ms Carrow said it was “in spirit”. There was some \
laughter at the window.
The vote is on the 30th.
""")
BLOGGER_HTML = """
<!DOCTYPE html><html class='v2' dir='ltr' lang='en-GB' xmlns='http://www.w3.org/1999/xhtml' \
xmlns:b='http://www.google.com/2005/gml/b'><head><meta content='text/html; charset=UTF-8' \
http-equiv='Content-Type'/><meta \
content='blogger' name='generator'/><link href='https://mallowlane.example/2031/06/in-spirit.html' \
rel='canonical'/><link \
rel="alternate" type="application/atom+xml" title="Mallow Lane Watch - Atom" \
href="https://mallowlane.example/feeds/posts/\
default" /><meta content='https://mallowlane.example/2031/06/in-spirit.html' property='og:url'/><meta content='In \
spirit' \
property='og:title'/><meta content='' property='og:description'/><title>Mallow Lane Watch: In \
spirit</title></head><body \
class='loading'><div class='navbar section' id='navbar'></div><div class='body-fauxcolumns'></div><div class='content'>
<div class='content-inner'><header><div class='header section' id='header'><div class='widget Header' \
id='Header1'><div \
id='header-inner'><div class='titlewrapper'><h1 class='title'><a href='https://mallowlane.example/'>Mallow Lane \
Watch</a>
</h1></div><div class='descriptionwrapper'><p class='description'><span>One street, \
watched.</span></p></div></div></div>
</div></header><div class='main-outer'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div \
class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>Thursday, 19 June 2031</span></h2><div \
class="date-posts"><div class='post-outer'><div class='post hentry uncustomized-post-template' itemprop='blogPost' \
itemscope='itemscope' itemtype='http://schema.org/BlogPosting'><meta content='881' itemprop='blogId'/><meta \
content='770' \
itemprop='postId'/><a name='770'></a><h3 class='post-title entry-title' itemprop='name'>
In spirit
</h3><div class='post-header'><div class='post-header-line-1'></div></div><div class='post-body entry-content' \
id='post-body-770' itemprop='description articleBody'>@1@<br /><br />@2@<br /><br /><div class="separator" \
style="clear: both; text-align: center;"><a href="/a.jpg"><img border="0" src="/b.jpg" /></a></div><br />@3@<br /><br \
/>\
@4@<br /><br />@5@<div style='clear: both;'></div></div><div class='post-footer'><div class='post-footer-line \
post-footer-line-1'><span class='post-author vcard'>Posted by <span class='fn' itemprop='author' \
itemscope='itemscope' \
itemtype='http://schema.org/Person'><meta content='https://www.blogger.example/profile/1' itemprop='url'/><a \
class='g-profile' \
href='https://www.blogger.example/profile/1' rel='author' title='author profile'><span itemprop='name'>Hedley \
Crumb</span>\
</a></span></span> <span class='post-timestamp'>at <a class='timestamp-link' href='https://mallowlane.example/2031/06/\
in-spirit.html' rel='bookmark' title='permanent link'><abbr class='published' itemprop='datePublished' \
title='2031-06-19T22:41:00+01:00'>22:41</abbr></a></span> <span class='post-icons'><a href='#' title='Email \
Post'></a></span>
<div class='post-share-buttons goog-inline-block'><a class='goog-inline-block share-button sb-email'><span \
class='share-button-link-text'>Email This</span></a><a class='share-button sb-blog'><span \
class='share-button-link-text'>BlogThis!</span></a></div></div><div class='post-footer-line post-footer-line-2'><span \
class='post-labels'>Labels: <a href='/search/label/allotments' rel='tag'>allotments</a></span></div></div></div><div \
class='comments' id='comments'><h4>1 comment:</h4><div id='comment-holder'><ol><li class='comment'><div \
class='comment-block'><div class='comment-header'><cite class='user'>Joan T</cite><span class='datetime'>20 June 2031 \
at \
08:15</span></div><p class='comment-content'>It was the loudest laugh that street has had in years, \
Hedley.</p></div></li>
</ol></div></div></div></div></div></div><div class='blog-pager' id='blog-pager'><a class='blog-pager-older-link' \
href='/2031/06/bins.html'>Older Post</a><a class='home-link' href='/'>Home</a></div><div class='post-feeds'><div \
class='feed-links'>Subscribe to: <a class='feed-link' href='/feeds'>Post Comments (Atom)</a></div></div></div></div>
<aside><div class='widget BlogArchive'><h2>Blog Archive</h2><ul class='hierarchy'><li>June (4)</li></ul></div></aside>
</div></div></div><footer><div class='widget Attribution'>Simple theme. Powered by Blogger.</div></footer></div></body>
</html>"""

BUILDERS = (
    style(
        "fields of a node",
        "www.uplandreview.example",
        "/news/grell-weir-ruling-slips",
        filled(DRUPAL_HTML, DRUPAL),
        told(
            DRUPAL,
            title=Field("Grell weir ruling slips to October", "h1"),
            dek=Field("Two studies of one river do not agree, and the Commission wants a third.", "standfirst element"),
            byline=names("", "Ffion Garrick"),
            outlet=Field("Upland Review", ""),
            url=canonical("www.uplandreview.example", "/news/grell-weir-ruling-slips"),
            published=Field("2031-06-11T15:05:44+00:00", "time element"),
            day="2031-06-11",
            without=("Submitted by", "in spate", "Tags", "Log in", "Heather burns", "Rivers, hills"),
        ),
    ),
    style(
        "builder with blocks",
        "www.ostreyvoice.example",
        "/stories/ropewalk-saved",
        filled(SQUARE_HTML, SQUARE),
        told(
            SQUARE,
            title=Field("Officers change their minds on the Ropewalk", "h1"),
            byline=names("json-ld author", "Lorcan Vey"),
            outlet=Field("Ostrey Civic Voice", "json-ld publisher"),
            url=canonical("www.ostreyvoice.example", "/stories/ropewalk-saved"),
            language=Field("en-GB", "html lang"),
            published=Field("2031-06-20T09:00:22+0100", "json-ld datePublished"),
            modified=Field("2031-06-20T11:17:05+0100", "json-ld dateModified"),
            day="2031-06-20",
            without=("about 1910", "Stay in touch", "Sign up", "doorknobs", "Mrs Oduya", "Written"),
        ),
    ),
    style(
        "breaks for paragraphs",
        "mallowlane.example",
        "/2031/06/in-spirit.html",
        filled(BLOGGER_HTML, BLOGGER),
        told(
            BLOGGER,
            title=Field("In spirit", ""),
            byline=names("itemprop author", "Hedley Crumb"),
            outlet=Field("Mallow Lane Watch", ""),
            url=canonical("mallowlane.example", "/2031/06/in-spirit.html"),
            language=Field("en-GB", "html lang"),
            published=Field("2031-06-19T22:41:00+01:00", "itemprop datePublished"),
            day="2031-06-19",
            without=("Posted by", "One street", "BlogThis", "Labels", "loudest laugh", "Older Post", "Archive"),
        ),
    ),
)
