"""The press office of an assembly on one of its meetings, with a note to those who use it.

>>> len(MINUTES.golds)
1
"""

from __future__ import annotations

from tests.site.blind_telling import canonical, filled, lines_of, style, told
from tests.site.gold import Field

MEETING = lines_of("""
The General Council of the Strait States on Wednesday adopted a resolution asking all members to publish their \
harbour dues.
The text, tabled by Tamsin, passed by 14 votes to none, with Velstrand abstaining.
Introducing it, the representative of Tamsin said that ships' masters “should not need a fortune-teller to enter a \
port”.
The representative of Velstrand said her delegation shared the aim but could not accept the date.
In other business, the Council elected Jorun Halvorsen as its Rapporteur for pilotage.
* *** *
For information media. Not an official record.
""")
MEETING_HTML = """
<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8" /><meta name="description" content="The General \
Council of the Strait States on Wednesday adopted a resolution asking all members to publish their harbour dues." \
/><link rel="canonical" href="https://press.straitstates.example/en/2031/gc412.doc.htm" /><title>General Council \
Adopts Resolution on Harbour Dues, Elects Rapporteur | Meetings Coverage and Press Releases</title></head><body \
class="path-node node--type-doc">
<header class="navbar"><a href="/">Strait States</a><form>Search</form></header><div class="main-container \
container"><section class="col-sm-9"><div class="region region-content"><article class="doc is-promoted full \
clearfix"><div class="content"><div class="field field--name-field-symbol">GC/412</div><div class="field \
field--name-field-release-date field__item"><time datetime="2031-06-25T12:00:00Z" class="datetime">25 June \
2031</time></div><div class="field field--name-field-kicker">General Council, 88th Session, 14th Meeting \
(AM)</div><h1 class="page-header">General Council Adopts Resolution on Harbour Dues, Elects Rapporteur</h1><div \
class="field field--name-body field--type-text-with-summary field__item"><p>@1@</p><p>@2@</p><p>@3@</p><p>@4@</p><p>@\
5@</p><p class="text-align-center">@6@</p></div><div class="field field--name-field-footer">@7@</div></div></article>
</div></section></div><footer class="footer">© Strait States</footer></body></html>"""

MINUTES = style(
    "again record of a meeting",
    "press.straitstates.example",
    "/en/2031/gc412.doc.htm",
    filled(MEETING_HTML, MEETING),
    told(
        MEETING[:5],
        title=Field("General Council Adopts Resolution on Harbour Dues, Elects Rapporteur", "h1"),
        outlet=Field("Strait States", ""),
        url=canonical("press.straitstates.example", "/en/2031/gc412.doc.htm"),
        published=Field("2031-06-25T12:00:00Z", "time element"),
        day="2031-06-25",
        is_whole=False,
        without=("GC/412", "Search", "88th Session"),
    ),
)
