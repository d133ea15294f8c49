"""Pages with something wrong: no date, a date to come, other encodings, very large, malformed, arranged by tables."""

from __future__ import annotations

import json

from tests.site.furniture import ADVERT, COMMENTS, FOOTER, INLINE, LETTER, MENU, RELATED, SHARE, document, paragraphs
from tests.site.gold import Field, Gold, Style

HOST = "www.brindlepost.example"
POST = "The Brindle Post"

_MILL = (
    (
        "The paper mill at Hollin has been fined 90,000 crowns for warm water that killed trout in the Sarr, the "
        "district court "
        "said."
    ),
    "“It was an accident, and we have paid for it twice,” said the mill's director, Yngve Toll, outside the court.",
    "An angler who found the fish said he had rung the emergency line three times before anybody came.",
)


def no_date() -> Style:
    """No day anywhere, except for those of a comment, a neighbour and the copyright."""
    path = "/courts/hollin-mill-fined"
    head = f'<title>Hollin mill fined for warm water | {POST}</title><meta property="og:site_name" content="{POST}">'
    body = (
        '<article><h1>Hollin mill fined for warm water</h1><p class="byline">By Odd Fell, Courts Reporter</p>'
        f"{paragraphs(_MILL, INLINE)}{SHARE}</article>{RELATED}{COMMENTS}"
    )
    gold = Gold(
        title=Field("Hollin mill fined for warm water", "h1"),
        byline=(Field("Odd Fell", "byline element"),),
        outlet=Field(POST, "og:site_name"),
        url=Field(f"https://{HOST}{path}", "address"),
        language=Field("en-GB", "html lang"),
        paragraphs=_MILL,
    )
    return Style("no-date", path, document(head, body).encode(), (gold,))


_VOTE = (
    "Ebbing will vote on its new town hall on 12 October, the council decided by nine votes to eight late on Monday.",
    (
        "The mayor, Aud Lie, called the vote “a detour with a view”. The opposition had asked for it since the cost "
        "passed 30 "
        "million crowns."
    ),
    "A poll for the weekly found 48 percent against the building, with one in five undecided.",
)


def future_date() -> Style:
    """A template that gives next year as the day of publication; the day on the page is right."""
    path = "/town/hall-goes-to-vote"
    host = "ebbingweekly.example"
    own = {
        "@type": "NewsArticle",
        "headline": "Town hall goes to a vote",
        "url": f"https://{host}{path}",
        "datePublished": "2032-10-12T00:00:00Z",
        "author": {"@type": "Person", "name": "RUNA TVEIT"},
        "publisher": {"name": "Ebbing Weekly"},
    }
    head = f'<title>Town hall goes to a vote</title><script type="application/ld+json">{json.dumps(own)}</script>'
    body = (
        '<article><h1>Town hall goes to a vote</h1><div class="meta"><time datetime="2031-06-23T22:10+00:00">23 '
        "June 2031</time>"
        f"</div>{paragraphs(_VOTE)}</article>{LETTER}{RELATED}"
    )
    gold = Gold(
        title=Field("Town hall goes to a vote", "h1"),
        byline=(Field("RUNA TVEIT", "json-ld author"),),
        outlet=Field("Ebbing Weekly", "json-ld publisher"),
        url=Field(f"https://{host}{path}", "json-ld url"),
        language=Field("en-GB", "html lang"),
        published=Field("2032-10-12T00:00:00Z", "json-ld datePublished"),
        day="2031-06-23",
        paragraphs=_VOTE,
    )
    return Style("future-date", path, document(head, body).encode(), (gold,), host=host)


_CAFE = (
    (
        "The café at the old customs house may keep its terrace, the Façade Committee ruled – but only “until "
        "somebody complains”, "
        "as its chairwoman, Renée Brûlé, put it."
    ),
    (
        "The owner, Søren Ås, said he would take that as a yes. “We’ve had that licence since my grandfather’s "
        "day,” he said."
    ),
    "Neighbours who had written to the committee about noise did not come to the hearing.",
)


def _latin(head: str) -> bytes:
    body = (
        '<article><h1>Terrace may stay – for now</h1><p class="standfirst">The committee’s “yes” to the '
        "customs-house café comes "
        f'with a string attached</p><p class="byline">By Zoë Märtens</p>{paragraphs(_CAFE, ADVERT)}</article>{RELATED}'
    )
    whole = document(f"<title>Terrace may stay – for now | {POST}</title>{head}", body).replace(
        '<meta charset="utf-8">', ""
    )
    return whole.encode("cp1252")


def _cafe_gold(path: str) -> Gold:
    return Gold(
        title=Field("Terrace may stay – for now", "h1"),
        dek=Field("The committee’s “yes” to the customs-house café comes with a string attached", "standfirst element"),
        byline=(Field("Zoë Märtens", "byline element"),),
        outlet=Field("brindlepost.example", "host name"),
        url=Field(f"https://{HOST}{path}", "address"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-05-05", "meta pubdate"),
        day="2031-05-05",
        paragraphs=_CAFE,
    )


def declared_latin() -> Style:
    """Called Latin-1 by the page alone, and in truth windows-1252, as browsers take it."""
    path = "/town/terrace-stays"
    head = (
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><meta name="pubdate" '
        'content="2031-05-05">'
    )
    return Style("declared-latin-1", path, _latin(head), (_cafe_gold(path),), charset=None)


def undeclared_latin() -> Style:
    """In windows-1252 without a word of it."""
    path = "/town/terrace-stays-2"
    data = _latin('<meta name="pubdate" content="2031-05-05">')
    return Style("undeclared-latin-1", path, data, (_cafe_gold(path),), charset=None, problems=("encoding-guessed",))


def wrongly_declared() -> Style:
    """Called UTF-8 by the server, and windows-1252 in truth."""
    path = "/town/terrace-stays-3"
    data = _latin('<meta name="pubdate" content="2031-05-05">')
    return Style("wrongly-declared", path, data, (_cafe_gold(path),), charset="utf-8", problems=("encoding-guessed",))


_STORM = (
    (
        "The storm that crossed the coast on Sunday took the roofs off eleven houses in Brindle Harbour and left "
        "one man missing, "
        "police said."
    ),
    "“We look where the current would take him,” said inspector Tuva Lund, who leads the search.",
    (
        "The weather office had warned of gusts of 110 kilometres an hour; its mast on the mole measured 141 before "
        "it fell."
    ),
)


def huge() -> Style:
    """Nearly two megabytes, of which the report is the smallest part: styles, scripts, pictures, hundreds of cards."""
    path = "/weather/storm-takes-roofs"
    pixels = "iVBORw0KGgo" * 3000
    cards = "".join(
        f'<div class="card"><a href="/n/{number}"><img alt="" '
        f'src="data:image/png;base64,{pixels if number < 20 else ""}"><h3>Older '
        f"news number {number} of a winter on the coast</h3></a><p>A line that says a little more on it.</p></div>"
        for number in range(900)
    )
    own = {
        "@type": "NewsArticle",
        "headline": "Storm takes roofs in Brindle Harbour, one man missing",
        "url": f"https://{HOST}{path}",
        "datePublished": "2031-03-17T07:15:00Z",
        "author": {"@type": "Person", "name": "Bo Lind"},
        "publisher": {"name": POST},
    }
    head = (
        "<title>Storm takes roofs in Brindle Harbour, one man missing</title><style>"
        + ".x-card__inner{display:flex;margin:0 auto}" * 8000
        + "</style><script>window.__STATE__="
        + json.dumps({"story": [{"text": "State that is no text", "n": n} for n in range(12_000)]})
        + f'</script><script type="application/ld+json">{json.dumps(own)}</script>'
    )
    body = (
        "<article><h1>Storm takes roofs in Brindle Harbour, one man "
        f"missing</h1>{paragraphs(_STORM, INLINE)}</article><section "
        f'class="feed">{cards}</section>{COMMENTS}'
    )
    gold = Gold(
        title=Field("Storm takes roofs in Brindle Harbour, one man missing", "h1"),
        byline=(Field("Bo Lind", "json-ld author"),),
        outlet=Field(POST, "json-ld publisher"),
        url=Field(f"https://{HOST}{path}", "json-ld url"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-03-17T07:15:00Z", "json-ld datePublished"),
        day="2031-03-17",
        paragraphs=_STORM,
        without=("Older news", "State that is no text", "says a little more"),
    )
    return Style("huge", path, document(head, body).encode(), (gold,))


_CENSUS = (
    "Fewer gannets nest on the Skarv than at any count since 1988, the bird station said on Thursday.",
    "Its keeper, Maj Holt, counted 1,140 nests. “I went round twice, because I did not believe it,” she said.",
    "The fishery board said it was “too early” to speak of nets.",
)


def malformed() -> Style:
    """Unclosed and crossed tags, attributes without quotes, two bodies, broken JSON-LD, a stray script's end."""
    path = "/nature/gannets-fewer"
    host = "www.quellinobserver.example"
    data = f"""<html><head><title>Fewer gannets on the Skarv | Quellin Observer<meta charset=utf-8></title>
<meta property=og:site_name content='Quellin Observer'><meta name=author content="Tomas Ewe">
<script type=application/ld+json>{{"@type": "NewsArticle", "headline": "Fewer gannets on the Skarv",
"datePublished": }}</script>
<script type="application/ld+json"><!-- {{"@type": "NewsArticle", "headline": "Fewer gannets on the Skarv",
"datePublished": "2031-05-29", "author": ["Tomas Ewe",], "publisher": 7, "keywords": [],}} --></script>
<body class=home><body>{MENU}<div id=content><table><h1>Fewer gannets on the Skarv</b></h1>
<p>{_CENSUS[0]}<p>{_CENSUS[1]}</i>
<div class=ad-slot><span>Advertisement</div>
<p>{_CENSUS[2]}<br></p></div></div>{FOOTER}</script>
"""
    gold = Gold(
        title=Field("Fewer gannets on the Skarv", "h1"),
        byline=(Field("Tomas Ewe", "json-ld author"),),
        outlet=Field("Quellin Observer", "og:site_name"),
        url=Field(f"https://{host}{path}", "address"),
        published=Field("2031-05-29", "json-ld datePublished"),
        day="2031-05-29",
        paragraphs=_CENSUS,
    )
    return Style("malformed", path, data.encode(), (gold,), host=host, problems=("metadata-not-read",))


_QUARRY = (
    (
        "The quarry at Askel will blast no more before noon, after the parish and its owner shook hands on it in "
        "the vestry."
    ),
    "“We bury people at eleven,” said the vicar, Eli Strand. The owner, Leif Moe, said he had not known.",
    "Mr. Moe's firm pays the parish 4,000 crowns a year for the road.",
    "The bells had to be silenced twice in April because of dust.",
)


def tables() -> Style:
    """A layout for printing as old systems make it: tables in tables, <font>, paragraphs parted by two line breaks."""
    path = "/print.asp?id=4471"
    host = "www.askelgazette.example"
    text = "<br><br>\n".join(_QUARRY)
    data = (
        '<HTML><HEAD><TITLE>Askel Gazette: Quarry will keep quiet until noon</TITLE><META NAME="Author" '
        'CONTENT="webmaster"></HEAD>'
        '<BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="100%"><TR><TD><IMG SRC="logo.gif" ALT="Askel Gazette"></TD><TD '
        'ALIGN="right"><A '
        'HREF="/">Home</A> | <A HREF="/archive">Archive</A></TD></TR><TR><TD '
        'COLSPAN="2"><TABLE><TR><TD><H1>Quarry will keep quiet '
        'until noon</H1><FONT SIZE="2"><I>By Jorunn Vik</I><BR>Published: May 11, 2031</FONT><HR><FONT FACE="Times">'
        f"{text}</FONT></TD></TR></TABLE></TD></TR><TR><TD>Copyright 2031 Askel Gazette</TD></TR></TABLE></BODY></HTML>"
    )
    gold = Gold(
        title=Field("Quarry will keep quiet until noon", "h1"),
        byline=(Field("Jorunn Vik", "line below headline"),),
        outlet=Field("Askel Gazette", "masthead"),
        url=Field(f"https://{host}{path}", "address"),
        published=Field("May 11, 2031", "line below headline"),
        day="2031-05-11",
        paragraphs=_QUARRY,
        without=("Archive", "Copyright"),
    )
    return Style("print-tables", path, data.encode("ascii", "xmlcharrefreplace"), (gold,), host=host, charset=None)


def styles() -> tuple[Style, ...]:
    """The pages of this module."""
    return (
        no_date(),
        future_date(),
        declared_latin(),
        undeclared_latin(),
        wrongly_declared(),
        huge(),
        malformed(),
        tables(),
    )
