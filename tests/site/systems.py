"""A page as the commonest system for sites makes it, with all that its plug-ins tell machines."""

from __future__ import annotations

import json

from tests.site.furniture import COMMENTS, document, paragraphs
from tests.site.gold import Field, Gold, Style

_LIBRARY = (
    "The town library of Ebbing will lend seeds from Monday, in envelopes that are to come back fuller than they went.",
    (
        "“A book comes back the same, a bean does not,” said Gritt Halvor, the librarian, who began with a shoebox "
        "of her own."
    ),
    (
        "The gardeners' league gave 300 envelopes. It asks borrowers to write on each where the plant stood and "
        "what ate it."
    ),
    "Seeds of trees are not lent, since “nobody returns an oak”, Ms. Halvor said.",
)


def graph() -> Style:
    """The @graph of a plug-in for search engines: authors and publisher stand elsewhere and are referred to."""
    path = "/2031/02/seeds-on-loan/"
    host = "ebbingweekly.example"
    root = f"https://{host}"
    value = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": ["Article", "BlogPosting"],
                "@id": f"{root}{path}#article",
                "isPartOf": {"@id": f"{root}{path}"},
                "author": {"name": "Runa Tveit", "@id": f"{root}/#/schema/person/77"},
                "headline": "Ebbing&#8217;s library lends seeds",
                "datePublished": "2031-02-14T08:30:00+00:00",
                "dateModified": "2031-02-15T10:00:00+00:00",
                "mainEntityOfPage": {"@id": f"{root}{path}"},
                "publisher": {"@id": f"{root}/#organization"},
            },
            {
                "@type": "WebPage",
                "@id": f"{root}{path}",
                "url": f"{root}{path}",
                "name": "Ebbing's library lends seeds - Ebbing Weekly",
                "datePublished": "2031-02-14T08:30:00+00:00",
                "dateModified": "2031-02-15T10:00:00+00:00",
                "description": (
                    "The town library of Ebbing will lend seeds from Monday, in envelopes that are "
                    "to come back [&hellip;]"
                ),
            },
            {"@type": "Organization", "@id": f"{root}/#organization", "name": "Ebbing Weekly", "url": f"{root}/"},
            {"@type": "Person", "@id": f"{root}/#/schema/person/77", "name": "Runa Tveit"},
            {
                "@type": "WebSite",
                "@id": f"{root}/#website",
                "name": "Ebbing Weekly",
                "description": "All that Ebbing does",
            },
        ],
    }
    head = (
        "<title>Ebbing&#8217;s library lends seeds - Ebbing Weekly</title>"
        f'<link rel="canonical" href="{root}{path}"><meta property="og:site_name" content="Ebbing Weekly"><meta '
        'property="og:title" content="Ebbing&#8217;s library lends seeds - Ebbing Weekly"><meta name="twitter:label1" '
        'content="Written by"><meta name="twitter:data1" content="Runa Tveit">'
        f'<script type="application/ld+json" class="yoast-schema-graph">{json.dumps(value)}</script>'
    )
    body = (
        '<article id="post-881" class="post-881 post type-post has-post-thumbnail"><header class="entry-header"><h1 '
        'class="entry-title">Ebbing’s library lends seeds</h1><div class="entry-meta"><span '
        'class="posted-on">Posted on <a '
        f'href="{path}"><time class="entry-date published" datetime="2031-02-14T08:30:00+00:00">February 14, '
        "2031</time></a>"
        '</span> <span class="byline">by <span class="author vcard"><a href="/author/runa">Runa '
        "Tveit</a></span></span></div>"
        f'</header><div class="entry-content">{paragraphs(_LIBRARY)}<div class="sharedaddy '
        'sd-sharing-enabled"><h3>Share this:</h3>'
        '<ul><li><a href="?s">Flit</a></li></ul></div><div id="jp-relatedposts" '
        'class="jp-relatedposts"><h3>Related</h3></div></div>'
        '<footer class="entry-footer">Posted in <a href="/c">Town</a> Tagged <a '
        'href="/t">library</a></footer></article>'
        '<nav class="post-navigation"><a href="/p">Previous: Frost on the allotments</a></nav>' + COMMENTS
    )
    gold = Gold(
        title=Field("Ebbing’s library lends seeds", "h1"),
        byline=(Field("Runa Tveit", "json-ld author"),),
        outlet=Field("Ebbing Weekly", "json-ld publisher"),
        url=Field(f"{root}{path}", "link canonical"),
        language=Field("en-GB", "html lang"),
        published=Field("2031-02-14T08:30:00+00:00", "json-ld datePublished"),
        modified=Field("2031-02-15T10:00:00+00:00", "json-ld dateModified"),
        day="2031-02-14",
        paragraphs=_LIBRARY,
        without=("Tagged", "Frost on the allotments", "Posted on"),
    )
    return Style("wordpress-graph", path, document(head, body).encode(), (gold,), host=host)


def styles() -> tuple[Style, ...]:
    """The pages of this module."""
    return (graph(),)
