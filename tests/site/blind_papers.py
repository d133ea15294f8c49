"""Pages by their words: an old local paper, a correction, an opinion piece, questions and answers, agencies.

>>> len(PAPERS)
5
"""

from __future__ import annotations

from tests.site.blind_telling import canonical, filled, lines_of, names, style, told
from tests.site.gold import Field

TABLES = lines_of("""
PENNARD - The parish hall's café will reopen on Saturday, five months after a burst pipe brought its ceiling down.
“The ceiling was ugly anyway,” said manager Zoë Lantern, who has put in a blue one.
Repairs cost £14,200, of which the insurer paid £9,000, parish clerk Ned Garrow said.
A raffle will be held to make up the rest – first prize is the old ceiling rose.
""")
TABLES_HTML = """
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><HTML><HEAD><META HTTP-EQUIV="Content-Type" \
CONTENT="text/html; charset=windows-1252"><TITLE>The Pennard Packet: Hall café to reopen under a blue \
sky</TITLE><META \
NAME="keywords" CONTENT="pennard,news"></HEAD><BODY BGCOLOR="#FFFFFF" TOPMARGIN=0><CENTER><TABLE WIDTH=780 BORDER=0 \
CELLPADDING=0><TR><TD COLSPAN=3><IMG SRC="/masthead.gif" ALT="The Pennard Packet"></TD></TR><TR><TD COLSPAN=3 \
ALIGN=RIGHT>\
<FONT SIZE=1>Online edition - Friday 27 June 2031</FONT></TD></TR><TR VALIGN=TOP><TD WIDTH=120 \
BGCOLOR="#DDDDCC"><FONT \
FACE="Arial" SIZE=2><A HREF="/news/">News</A><BR><A HREF="/sport/">Sport</A><BR><A HREF="/births/">Births</A><BR><A \
HREF="/contact/">Contact us</A></FONT></TD><TD WIDTH=500><!-- STORY START --><FONT FACE="Times" SIZE=5><B>Hall café \
to reopen \
under a blue sky</B></FONT><BR><FONT SIZE=2><I>By Walter Prynne</I></FONT><P><FONT FACE="Times" \
SIZE=3>@1@<P>@2@<P>@3@<P>@4@\
</FONT><!-- STORY END --><P><HR><FONT SIZE=1><A HREF="javascript:print()">Print this story</A> | <A \
HREF="mailto:ed@pennardpacket.example">Write to the editor</A></FONT></TD><TD WIDTH=160><TABLE \
BORDER=1><TR><TD><B>Weather</B>\
<BR>Showers, 14 degrees</TD></TR><TR><TD><B>Classifieds</B><BR>Pram for sale, hardly used. Tel Pennard \
218.</TD></TR></TABLE>\
</TD></TR><TR><TD COLSPAN=3><FONT SIZE=1>Copyright 2031 Pennard Printing \
Works</FONT></TD></TR></TABLE></CENTER></BODY></HTML>"""

MENDED = lines_of("""
A school in Lower Hask sent home 140 pupils on Tuesday after a smell of gas was reported in its science block.
Firefighters found no leak. The smell came from a jar of fermented cabbage behind a radiator, principal Elodie \
Marchbank said in an email to parents.
“We have identified the jar and its owner,” she wrote.
Classes will resume on Wednesday.
Correction, June 25, 2031: An earlier version of this article misstated the number of pupils sent home. It was 140, \
not 410.
""")
MENDED_HTML = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Cabbage, not gas, empties school | Hask Valley \
News</title>
<meta property="og:site_name" content="Hask Valley News"><meta property="og:title" content="Cabbage, not gas, empties \
school">
<link rel="canonical" href="https://haskvalleynews.example/2031/06/24/cabbage-school"></head><body><header><a \
href="/">Hask \
Valley News</a><div class="weather-widget">17°C Ostrey</div></header><main><article><div class="article-header"><div \
class="label">Education</div><h1>Cabbage, not gas, empties school</h1><div class="authors">By <span \
class="author">Jonty \
Fairweather</span>, <span class="title">Education Editor</span></div><div class="dates"><div \
class="published">Published: \
<time datetime="2031-06-24T13:20:00+02:00">June 24, 2031, 1:20 p.m.</time></div><div class="updated">Updated: <time \
datetime="2031-06-25T09:02:00+02:00">June 25, 2031, 9:02 a.m.</time></div></div></div><div \
class="article-text"><p>@1@</p><p>\
@2@</p><div class="inline-related"><span>SEE ALSO</span><a href="/s">Lunch menu dispute enters third \
term</a></div><p>@3@</p>
<p>@4@</p><p class="correction"><em>@5@</em></p><p class="contact">Have a tip? Email our newsroom at tips@\
haskvalleynews.example.</p></div></article><div class="outbrain"><h3>You May Like</h3><a href="/z">Doctors stunned by \
one \
weird radiator</a><span>Sponsored</span></div></main><footer>Contact | Privacy | © Hask Valley News \
2031</footer></body>
</html>"""

OPINION = lines_of("""
I have sat on the bench outside the Ostrey post office most mornings since it opened, and I can report that nobody \
has ever been made happier by a parcel locker.
The postal minister, Lionel Bracket, says 900 of them will replace 340 counters by 2033. He calls this “meeting \
people where they are.” I know where they are. They are in the queue, talking.
Last winter a clerk named Annis Poole noticed that a man on Fuller Street had stopped collecting his pension. She \
rang his daughter. He was on the kitchen floor and he is alive.
A locker would have sent him a text message.
The Postal Workers' League reckons the plan would save 30 million crowns a year. I believe it. I only ask what the \
bench is worth.
""")
OPINION_HTML = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Opinion | Leave us the post office - Ostrey \
Post-Gazette\
</title><meta property="og:title" content="Opinion | Leave us the post office"><meta property="og:site_name" \
content="Ostrey \
Post-Gazette"><meta property="og:description" content="A parcel locker never rang anybody's daughter."><link \
rel="canonical" \
href="https://www.ostreypg.example/opinions/2031/06/18/leave-us-the-post-office/"><script type="application/ld+json">{
"@context":"https://schema.org","@type":"OpinionNewsArticle","mainEntityOfPage":{"@type":"WebPage","@id":\
"https://www.ostreypg.example/opinions/2031/06/18/leave-us-the-post-office/"},"headline":"Opinion | Leave us the post \
office",
"description":"A parcel locker never rang anybody's daughter.","datePublished":"2031-06-18T10:00:00Z","dateModified":\
"2031-06-18T10:00:00Z","author":[{"@type":"Person","name":"Cosima \
Thackeray"}],"publisher":{"@id":"ostreypg.example","@type":\
"NewsMediaOrganization","name":"Ostrey Post-Gazette"},"isAccessibleForFree":true}</script></head><body><div \
id="__next"><nav \
class="wpds-c-nav"><a href="/">Ostrey Post-Gazette</a><a href="/opinions">Opinions</a></nav><main \
id="main-content"><div \
data-testid="headline-container"><div data-testid="kicker" class="kicker"><a href="/opinions">Opinion</a></div><h1 \
id="main-content" data-testid="headline" class="wpds-c-iPJLV"><span>Leave us the post office</span></h1><h2 \
data-testid="subheadline" class="wpds-c-subheadline">A parcel locker never rang anybody's daughter.</h2></div><div \
class="byline-wrapper"><div data-testid="byline" class="wpds-c-by">By <a rel="author" \
href="/people/cosima-thackeray">Cosima \
Thackeray</a> | Opinion</div><div data-testid="contributor-role">Columnist</div><span data-testid="display-date">June \
18, 2031 \
at 6:00 a.m. EDT</span></div><div class="meteredContent grid-body"><article data-qa="main"><div \
class="teaser-content">\
<div class="wpds-c-PJLV article-body" data-qa="article-body"><p data-el="text" \
class="wpds-c-cYdRxM">@1@</p></div><div \
class="wpds-c-PJLV article-body"><p data-el="text">@2@</p></div></div><div class="remainder-content"><div \
class="ad-wrap"><div \
class="hide-for-print">Advertisement</div></div><div class="article-body"><p data-el="text">@3@</p></div><div \
class="article-body"><p data-el="text">@4@</p></div><div class="article-body"><p data-el="text">@5@</p></div><div \
data-qa="author-bio" class="author-bio"><p>Cosima Thackeray is a columnist who writes about small \
towns.</p></div></div>
<div data-qa="comments-btn">212 Comments</div></article></div></main><footer>© 2031 Ostrey \
Post-Gazette</footer></div></body>
</html>"""

QUESTIONS = lines_of("""
Ragna Solberg has rung the bells of Port Ell for 51 years. On Sunday she hands the ropes to her grandson. We met her \
in the ringing chamber.
**You started at nine. Whose idea was that?**
My aunt's. She needed somebody light for the treble. I was light then.
**The council wants to silence the night chimes. What do you say to that?**
That they should come up here and tell Old Tom themselves. He weighs four tonnes. Councillor Ibsen said in May that \
the chimes “belong to another century.” So do I.
**Is your grandson ready?**
He says so. He will be ready when he stops saying so.
**What will you do on Monday?**
Sleep. I have never once slept through eight in the morning in this town. I am told it is quiet if you are not the \
one making the noise.
""")
QUESTIONS_HTML = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ragna Solberg: ‘Tell Old Tom yourself’ | Music | \
Port Ell \
Mercury</title><meta property="og:title" content="Ragna Solberg: ‘Tell Old Tom yourself’"><meta \
property="og:site_name" \
content="Port Ell Mercury"><meta name="author" content="Thea Lomas"><meta property="article:author" \
content="https://www.portellmercury.example/profile/thealomas"><meta property="article:published_time" \
content="2031-06-13T05:00:41.000Z"><meta property="article:tag" content="Bells"><link rel="canonical" \
href="https://www.portellmercury.example/music/2031/jun/13/ragna-solberg-bells"></head><body><div \
id="bannerandheader"><nav><a \
href="/">Port Ell Mercury</a><a href="/support" class="dcr-1y">Support the Mercury</a></nav></div><main><article \
class="dcr-m3"><div data-gu-name="title"><a href="/music">Music</a><span>Interview</span></div><div \
data-gu-name="headline">\
<h1 class="dcr-u0h1qy">Ragna Solberg: ‘Tell Old Tom yourself’</h1></div><div data-gu-name="standfirst"><div \
class="dcr-1qp23oo"><p>The bell ringer on cold mornings, a rude councillor and what silence sounds \
like</p></div></div><aside \
data-gu-name="meta"><div class="dcr-byline"><address aria-label="Contributor info"><div><a rel="author" \
href="/profile/thealomas">Thea Lomas</a></div></address></div><details class="dcr-1ab"><summary>Fri 13 Jun 2031 06.00 \
BST</summary>Last modified on Fri 13 Jun 2031 08.12 BST</details><div \
data-gu-name="share"><a>Share</a></div></aside><div \
data-gu-name="media"><figure><img src="/bell.jpg"><figcaption>‘I was light then’ … Solberg. Photograph: Ole \
Brandt/The \
Mercury</figcaption></figure></div><div data-gu-name="body"><div id="maincontent" \
class="article-body-commercial-selector \
dcr-ad"><p class="dcr-16w">@1@</p><p class="dcr-16w">@2@</p><p class="dcr-16w">@3@</p><p class="dcr-16w">@4@</p><p \
class="dcr-16w">@5@</p><figure data-spacefinder-role="richLink"><div class="dcr-rich"><a href="/r"><h2>The man who \
tunes \
carillons</h2><span>Read more</span></a></div></figure><p class="dcr-16w">@6@</p><p class="dcr-16w">@7@</p><p \
class="dcr-16w">@8@</p><p class="dcr-16w">@9@</p></div><div class="submeta"><span>Explore more on these \
topics</span><ul><li>\
<a href="/music/bells">Bells</a></li></ul><a href="/reuse">Reuse this \
content</a></div></div></article></main><section \
data-component="most-viewed"><h2>Most viewed</h2><ol><li>Fog, and how to love it</li></ol></section><footer>© 2031 \
Mercury \
Trust. All rights reserved. (dcr)</footer></body></html>"""

AGENCIES = lines_of("""
At least four people were hurt when a tram left the rails in central Velstrand on Thursday morning, emergency \
services said.
The front car struck a flower stall on Maltings Square shortly before eight. Its driver, a woman of 52, was taken to \
hospital with a broken arm.
City transport chief Radomir Stahl said the brakes had been checked in May and that he had ordered them checked again.
Lines 2 and 6 will not run until Friday.
""")
AGENCIES_HTML = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Four hurt as tram hits flower stall in Velstrand | \
Continental</title><meta property="og:title" content="Four hurt as tram hits flower stall in Velstrand"><meta \
property="og:site_name" content="The Continental"><meta name="description" content="Driver among the injured after \
derailment \
on Maltings Square"><link rel="canonical" href="https://www.continental.example/world/2031/tram-velstrand"><script \
type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Four hurt as tram hits \
flower \
stall in Velstrand","datePublished":"2031-06-19T08:58:00+02:00","dateModified":"2031-06-19T11:31:00+02:00","author":[\
{"@type":\
"Organization","name":"Hestan Press Agency"}],"publisher":{"@type":"Organization","name":"The Continental"},"url":\
"https://www.continental.example/world/2031/tram-velstrand"}</script></head><body><header><nav class="top"><a \
href="/">The \
Continental</a><a href="/world">World</a></nav></header><main><article class="article"><h1 \
class="article__title">Four hurt as \
tram hits flower stall in Velstrand</h1><p class="article__lead">Driver among the injured after derailment on \
Maltings \
Square</p><div class="article__byline">By staff and agencies</div><div class="article__source">Source: Hestan Press \
Agency</div><time class="article__time" datetime="2031-06-19T08:58:00+02:00">19 June 2031, 08:58</time><div \
class="article__content"><p>@1@</p><p>@2@</p><div class="widget widget--teaser"><a href="/w/1"><span>Read \
also</span>Velstrand \
counts the cost of cobbles</a></div><p>@3@</p><p>@4@</p></div><div \
class="article__sources">(HPA/ml)</div></article></main>
<footer>The Continental, Haymarket 3</footer></body></html>"""

PAPERS = (
    style(
        "tables for layout",
        "www.pennardpacket.example",
        "/news/0627cafe.htm",
        filled(TABLES_HTML, TABLES).encode("cp1252"),
        told(
            TABLES,
            title=Field("Hall café to reopen under a blue sky", ""),
            byline=names("", "Walter Prynne"),
            outlet=Field("The Pennard Packet", ""),
            url=Field("https://www.pennardpacket.example/news/0627cafe.htm", "address"),
            language=None,
            published=Field("Friday 27 June 2031", ""),
            day="2031-06-27",
            without=("Births", "Print this", "Write to", "Showers", "Pram", "Online edition", "Copyright"),
        ),
        charset=None,
    ),
    style(
        "correction below",
        "haskvalleynews.example",
        "/2031/06/24/cabbage-school",
        filled(MENDED_HTML, MENDED),
        told(
            MENDED,
            title=Field("Cabbage, not gas, empties school", "h1"),
            byline=names("", "Jonty Fairweather"),
            outlet=Field("Hask Valley News", "og:site_name"),
            url=canonical("haskvalleynews.example", "/2031/06/24/cabbage-school"),
            published=Field("2031-06-24T13:20:00+02:00", "time element"),
            modified=Field("2031-06-25T09:02:00+02:00", "time element"),
            day="2031-06-24",
            without=("SEE ALSO", "Lunch menu", "Have a tip", "weird radiator", "Updated", "Education Editor"),
        ),
    ),
    style(
        "opinion with a kicker",
        "www.ostreypg.example",
        "/opinions/2031/06/18/leave-us-the-post-office/",
        filled(OPINION_HTML, OPINION),
        told(
            OPINION,
            title=Field("Leave us the post office", "h1"),
            dek=Field("A parcel locker never rang anybody's daughter.", ""),
            byline=names("json-ld author", "Cosima Thackeray"),
            outlet=Field("Ostrey Post-Gazette", "json-ld publisher"),
            url=canonical("www.ostreypg.example", "/opinions/2031/06/18/leave-us-the-post-office/"),
            published=Field("2031-06-18T10:00:00Z", "json-ld datePublished"),
            modified=Field("2031-06-18T10:00:00Z", "json-ld dateModified"),
            day="2031-06-18",
            without=("Opinion", "Columnist", "Advertisement", "small towns", "Comments", "EDT"),
        ),
    ),
    style(
        "questions in bold",
        "www.portellmercury.example",
        "/music/2031/jun/13/ragna-solberg-bells",
        filled(QUESTIONS_HTML, QUESTIONS),
        told(
            QUESTIONS,
            title=Field("Ragna Solberg: ‘Tell Old Tom yourself’", "h1"),
            dek=Field("The bell ringer on cold mornings, a rude councillor and what silence sounds like", ""),
            byline=names("rel=author", "Thea Lomas"),
            outlet=Field("Port Ell Mercury", "og:site_name"),
            url=canonical("www.portellmercury.example", "/music/2031/jun/13/ragna-solberg-bells"),
            published=Field("2031-06-13T05:00:41.000Z", "meta article:published_time"),
            modified=Field("Fri 13 Jun 2031 08.12 BST", ""),
            day="2031-06-13",
            without=("Photograph", "carillons", "Read more", "Explore", "Reuse", "Last modified", "Fog, and"),
        ),
    ),
    style(
        "staff and agencies",
        "www.continental.example",
        "/world/2031/tram-velstrand",
        filled(AGENCIES_HTML, AGENCIES),
        told(
            AGENCIES,
            title=Field("Four hurt as tram hits flower stall in Velstrand", "h1"),
            dek=Field("Driver among the injured after derailment on Maltings Square", ""),
            byline=names("json-ld author (organization)", "Hestan Press Agency"),
            outlet=Field("The Continental", "json-ld publisher"),
            url=canonical("www.continental.example", "/world/2031/tram-velstrand"),
            published=Field("2031-06-19T08:58:00+02:00", "json-ld datePublished"),
            modified=Field("2031-06-19T11:31:00+02:00", "json-ld dateModified"),
            day="2031-06-19",
            without=("Read also", "cobbles", "Source:", "HPA", "Haymarket", "staff and"),
        ),
    ),
)
