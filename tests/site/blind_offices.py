"""Pages in the manner of offices and institutes: a government's press release, a think tank's commentary.

>>> len(OFFICES)
2
"""

from __future__ import annotations

from tests.site.blind_telling import canonical, filled, lines_of, names, style, told
from tests.site.gold import Field

RELEASE = lines_of("""
From 1 September 2031 every new boiler sold in the Republic must carry a label that states its yearly running cost, \
the Ministry announced today (Monday 23 June).
The label follows a trial in four towns in which buyers who saw the yearly cost chose the cheaper-to-run model twice \
as often.
Minister for Homes Davit Corrigan said:
“A price tag tells you what it costs to take home. This one tells you what it costs to keep.”
The Boiler Makers' Association has said its members will be ready. Its director, Halina Frost, said that “five weeks \
more would have been kinder”.
Shops that sell unlabelled boilers after the date may be fined up to 2,000 crowns for each one.
Notes to editors
The trial ran from January to March 2031 in Ostrey, Tamsin, Port Ell and Wexmoor.
Boilers already in stock on 1 September may be sold without a label until 31 December.
""")
RELEASE_HTML = """
<!DOCTYPE html><html class="govuk-template" lang="en"><head><meta charset="utf-8"><title>New boiler labels to show \
what a \
year of heat costs - GOV.NR</title><meta name="description" content="Labels will be required on all new boilers from \
1 September 2031."><link rel="canonical" href="https://www.gov-nr.example/government/news/new-boiler-labels"><meta \
property="og:site_name" content="GOV.NR"><meta property="og:type" content="article"><meta property="og:title" \
content="New \
boiler labels to show what a year of heat costs"><meta name="govuk:first-published-at" \
content="2031-06-23T09:30:00+01:00">
<meta name="govuk:updated-at" content="2031-06-23T10:01:12+01:00"><meta name="govuk:organisations" content="<D14>">
<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":{"@type":\
"WebPage","@id":"https://www.gov-nr.example/government/news/new-boiler-labels"},"name":"New boiler labels to show \
what a \
year of heat costs","datePublished":"2031-06-23T09:30:00+01:00","dateModified":"2031-06-23T09:30:00+01:00","text":null,
"publisher":{"@type":"Organization","name":"GOV.NR","url":"https://www.gov-nr.example","logo":{"@type":"ImageObject"}},
"image":["https://assets.example/1.jpg"],"author":{"@type":"Organization","name":"Ministry of Homes and Heat","url":\
"https://www.gov-nr.example/government/organisations/ministry-of-homes-and-heat"},"headline":"New boiler labels to \
show \
what a year of heat costs","description":"Labels will be required on all new boilers from 1 September 2031."}</script>
</head><body class="gem-c-layout-for-public govuk-template__body"><div id="global-cookie-message" \
class="gem-c-cookie-banner"><h2>Cookies on GOV.NR</h2><p>We use some essential cookies to make this website work.</p>
<button>Accept additional cookies</button><button>Reject additional cookies</button></div><a class="gem-c-skip-link" \
href="#content">Skip to main content</a><header class="gem-c-layout-super-navigation-header" role="banner"><a \
href="/">GOV.NR</a><button>Menu</button></header><div id="wrapper" class="wrapper govuk-width-container"><div \
class="gem-c-breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/housing">Housing</a></li></ol></div><main \
role="main" id="content" class="news-article" lang="en"><div class="gem-c-heading"><span \
class="govuk-caption-xl">Press \
release</span><h1 class="gem-c-heading__text govuk-heading-l">New boiler labels to show what a year of heat \
costs</h1></div>
<p class="gem-c-lead-paragraph">Labels will be required on all new boilers from 1 September 2031.</p><div \
class="gem-c-metadata"><dl data-module="metadata"><dt class="gem-c-metadata__term">From:</dt><dd \
class="gem-c-metadata__definition"><a href="/government/organisations/ministry-of-homes-and-heat">Ministry of Homes \
and \
Heat</a> and <a href="/government/people/davit-corrigan">Davit Corrigan</a></dd><dt \
class="gem-c-metadata__term">Published\
</dt><dd class="gem-c-metadata__definition">23 June 2031</dd></dl></div><div id="contents"><figure \
class="gem-c-figure"><img \
src="/l.jpg" alt="A boiler label"></figure><div class="gem-c-govspeak govuk-govspeak" data-module="govspeak"><div \
class="govspeak"><p>@1@</p><p>@2@</p><p>@3@</p><blockquote><p \
class="last-child">@4@</p></blockquote><p>@5@</p><p>@6@</p>
<h3 id="notes-to-editors">@7@</h3><ul><li>@8@</li><li>@9@</li></ul></div></div></div><div \
class="gem-c-share-links"><h2>Share \
this page</h2><ul><li><a href="#">Share on Facebook</a></li></ul></div><div class="gem-c-published-dates">Published \
23 June \
2031</div><div class="gem-c-contextual-sidebar"><h2>Related content</h2><ul><li><a href="/g">Get help with your \
heating \
bill</a></li></ul></div></main></div><div class="gem-c-feedback"><h2>Is this page \
useful?</h2><button>Yes</button><button>No\
</button><button>Report a problem with this page</button></div><footer class="gem-c-layout-footer"><p>All content is \
available under the Open Licence v3.0</p><span>© Crown copyright</span></footer></body></html>"""

TANK = lines_of("""
The Norrish Assembly will vote this week on a treaty that almost nobody in the chamber has read. That is less of a \
scandal than it sounds, and more of a problem.
The Sallow Strait Convention runs to 412 pages. Its heart is Article 9, which lets either shore close the channel \
“in circumstances of grave navigational concern.”[1]
What counts as grave
Foreign Minister Oriel Tancred told the committee on 11 June that the phrase “means what it has always meant.” Her \
opposite number in Velstrand, Kaspar Rhue, said two days later that it was “new language for a new strait.”[2]
Both cannot be right. Pilots' logs from 2028 suggest that the channel was closed nine times under the old rules, and \
that no one agreed afterwards on why.
A better text would name a body to decide. The Pilots' Council has offered; so, improbably, has the Tamsin Chess Club.
""")
TANK_HTML = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>What the strait convention leaves unsaid | Halden \
Institute</title><meta property="og:title" content="What the strait convention leaves unsaid"><meta \
property="og:site_name" \
content="Halden Institute"><meta name="description" content="Article 9 gives both shores a door and neither a \
key."><meta \
name="citation_title" content="What the strait convention leaves unsaid"><meta name="citation_author" content="Yevka \
Ormond"><meta name="citation_author" content="Dr. Simon Attley"><meta name="citation_publication_date" \
content="2031/06/24"><link rel="canonical" href="https://www.halden.example/commentary/what-the-strait-convention-lea\
ves-\
unsaid/"><meta property="article:published_time" content="2031-06-24T04:00:00+00:00"></head><body \
class="single-commentary">
<div class="announcement-bar"><p>Join us on 1 July for the annual Halden Lecture. <a \
href="/e">Register</a></p></div><header \
class="site-header"><a class="logo" href="/">Halden Institute</a><ul \
class="primary-nav"><li>Programs</li><li>Experts</li>
<li>Events</li></ul><form role="search"><input placeholder="Search"></form></header><main><article \
class="commentary"><header \
class="article-hero"><p class="eyebrow">Commentary</p><h1>What the strait convention leaves unsaid</h1><p \
class="hero-subtitle">Article 9 gives both shores a door and neither a key.</p><div class="hero-authors"><ul><li><a \
href="/experts/yevka-ormond">Yevka Ormond</a></li><li><a href="/experts/simon-attley">Simon \
Attley</a></li></ul></div><p \
class="hero-date">June 24, 2031</p><ul class="share-tools"><li><a href="#">Print</a></li><li><a \
href="#">Cite</a></li></ul>
</header><div class="toc"><h2>Contents</h2><ol><li><a href="#s1">What counts as grave</a></li></ol></div><div \
class="article-content"><p>@1@</p><p>@2@</p><h2 id="s1">@3@</h2><p>@4@</p><blockquote class="pullquote"><p>No one \
agreed \
afterwards on why.</p></blockquote><p>@5@</p><p>@6@</p></div><section class="footnotes"><h2>Endnotes</h2><ol><li \
id="fn1">Convention on the Sallow Strait, draft of 3 April 2031, art. 9(2).</li><li id="fn2">Interview on Radio \
Velstrand, \
13 June 2031.</li></ol></section><section class="author-bios"><h2>About the Authors</h2><div \
class="author-card"><h3><a \
href="/experts/yevka-ormond">Yevka Ormond</a></h3><p class="title">Senior Fellow, Maritime Order Program</p><p>Yevka \
Ormond \
is a senior fellow at the Halden Institute, where she leads work on narrow seas. Before joining Halden she served for \
eleven years in the Norrish diplomatic service, with postings in Velstrand and Ostrey, and taught at the University \
of \
Tamsin.</p></div><div class="author-card"><h3><a href="/experts/simon-attley">Simon Attley</a></h3><p \
class="title">Nonresident Fellow</p><p>Simon Attley is a nonresident fellow and a former pilot of the Sallow channel. \
He is \
the author of three books on tides.</p></div></section><p class="disclaimer">The Halden Institute does not take \
institutional positions on public policy issues; the views represented herein are those of the authors.</p></article>
<section class="related-content"><h2>Related Publications</h2><div class="card"><h3><a href="/r">Who owns a \
tide?</a></h3>
<p>By Yevka Ormond</p></div></section></main><footer><p>© 2031 Halden Institute. 14 Quay Street, Port Ell</p></footer>
</body></html>"""

OFFICES = (
    style(
        "press release of a government",
        "www.gov-nr.example",
        "/government/news/new-boiler-labels",
        filled(RELEASE_HTML, RELEASE),
        told(
            RELEASE,
            title=Field("New boiler labels to show what a year of heat costs", "h1"),
            dek=Field("Labels will be required on all new boilers from 1 September 2031.", ""),
            byline=names("json-ld author (organization)", "Ministry of Homes and Heat"),
            outlet=Field("GOV.NR", "json-ld publisher"),
            url=canonical("www.gov-nr.example", "/government/news/new-boiler-labels"),
            published=Field("2031-06-23T09:30:00+01:00", "json-ld datePublished"),
            modified=Field("2031-06-23T09:30:00+01:00", "json-ld dateModified"),
            day="2031-06-23",
            without=("From:", "Published", "cookies", "Share this", "heating bill", "Is this page", "Press release"),
        ),
    ),
    style(
        "commentary with long lives of its authors",
        "www.halden.example",
        "/commentary/what-the-strait-convention-leaves-unsaid/",
        filled(TANK_HTML, TANK),
        told(
            TANK,
            title=Field("What the strait convention leaves unsaid", "h1"),
            dek=Field("Article 9 gives both shores a door and neither a key.", ""),
            byline=names("", "Yevka Ormond", "Simon Attley"),
            outlet=Field("Halden Institute", "og:site_name"),
            url=canonical("www.halden.example", "/commentary/what-the-strait-convention-leaves-unsaid/"),
            published=Field("2031-06-24T04:00:00+00:00", "meta article:published_time"),
            day="2031-06-24",
            is_whole=False,
            without=("Contents", "About the Authors", "narrow seas", "books on tides", "institutional", "Who owns"),
        ),
    ),
)
