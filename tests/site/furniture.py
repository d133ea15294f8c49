"""What stands around the reports of the test site, as in the wild: menus, cookie boxes, cards, comments.

>>> "Most read" in MOST_READ
True
"""

from __future__ import annotations

from collections.abc import Sequence

SECTIONS = ("Harbour", "Council", "Courts", "Weather", "Sport", "Obituaries", "Letters", "Puzzles")

MENU = (
    '<a class="skip-link" href="#main">Skip to main content</a>'
    '<header class="site-header" role="banner"><div class="masthead"><a href="/" class="logo">Front page</a>'
    '<button class="nav-toggle" aria-label="Menu">Menu</button></div><nav class="primary-nav"><ul>'
    + "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in SECTIONS)
    + '</ul></nav><p class="tagline">The paper that the tide brings in since 1871.</p></header>'
)
COOKIES = (
    '<div id="onetrust-banner" class="cookie-consent" role="dialog"><h2>We value your privacy</h2><p>We and our 214 '
    "partners store and read data on your device to measure and choose advertising. You may change your mind at any "
    "time at the foot of each page.</p><button>Accept all</button><button>Manage choices</button></div>"
)
ADVERT = '<div class="ad-slot ad-slot--mid" data-ad="mpu"><span class="ad-label">Advertisement</span></div>'
SHARE = (
    '<div class="article-share"><span>Share</span><ul><li><a href="https://social.example/s">Share on Flit</a></li>'
    '<li><a href="mailto:?">E-mail this to a friend</a></li><li><button>Copy link</button></li></ul></div>'
)
LETTER = (
    '<div class="newsletter-signup"><h3>The Morning Tide</h3><p>Sign up for our morning newsletter and get five things '
    'that matter, every weekday.</p><form><input type="email"><button>Sign me up</button></form></div>'
)
RELATED = (
    '<aside class="related-stories"><h2>Related stories</h2><ul>'
    '<li class="card"><a href="/kelp"><h3>Kelp farm loses licence after storm of objections</h3></a><time datetime='
    '"2029-02-02">2 Feb 2029</time><p class="card-summary">Neighbours had complained of the smell for months.</p></li>'
    '<li class="card"><a href="/bells"><h3>Church bells to ring again in Lower Tarn</h3></a><p class="byline">By Noel '
    "Grice</p></li></ul></aside>"
)
INLINE = '<p class="read-more"><strong>Read more:</strong> <a href="/kelp">Kelp farm loses licence</a></p>'
MOST_READ = (
    '<section class="most-read"><h2>Most read</h2><ol><li><a href="/a">Ferry captain retires after 41 years at '
    "the wheel</a>"
    '</li><li><a href="/b">Where to eat crab this weekend</a></li><li><a href="/c">Lottery winner gives it all to the '
    "donkey home</a></li></ol></section>"
)
COMMENTS = (
    '<section id="comments" class="comments-area"><h2>3 comments</h2><div class="comment"><cite '
    'class="author">tidewatcher'
    '</cite><time datetime="2031-06-01T08:00">1 June 2031</time><p>I have said for years that nobody down there '
    "listens to a "
    "word we say about the quay.</p></div></section>"
)
FOOTER = (
    '<footer class="site-footer"><nav><a href="/about">About us</a> <a href="/terms">Terms</a></nav><p>© 2031 Brindle '
    "Harbour Press. All rights reserved. No part of this page may be copied without leave.</p><time "
    'datetime="2031">2031'
    "</time></footer>"
)
# Words of the boxes above; none of them is part of any report.
WORDS = (
    "Skip to main",
    "Obituaries",
    "tide brings in",
    "214 partners",
    "Advertisement",
    "Share on Flit",
    "Copy link",
    "Morning Tide",
    "Sign me up",
    "Related stories",
    "Kelp farm",
    "Church bells",
    "complained of the smell",
    "Noel Grice",
    "Most read",
    "Ferry captain",
    "eat crab",
    "tidewatcher",
    "nobody down there listens",
    "All rights reserved",
    "Read more",
)


def paragraphs(texts: Sequence[str], between: str = "") -> str:
    """The texts as <p>, with `between` behind the second."""
    made = [f"<p>{text}</p>" for text in texts]
    return "\n".join([*made[:2], between, *made[2:]])


def document(head: str, body: str, lang: str = "en-GB") -> str:
    """A page with the furniture of a newspaper."""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n{head}\n<style>.a{{color:red}}</style>'
        '<script>window.dataLayer=[{"title":"not this","author":"Nor Him"}];</script></head>\n'
        f'<body>\n{COOKIES}{MENU}\n<main id="main">\n{body}\n</main>\n{MOST_READ}{FOOTER}\n</body></html>'
    )
