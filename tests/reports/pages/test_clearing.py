"""A page with little but its report."""

from __future__ import annotations

from whoseword.reports.pages.clearing import alone, cleared
from whoseword.reports.pages.tree import parse, words

PROSE = f"<p>{'The gate at Kell opened after nine years. ' * 9}</p>"


def found(html: str) -> str:
    root = parse(f"<body>{html}</body>").root
    return words(cleared(root, next(root.iter("article"), root))[0])


def test_what_stands_above_the_headline_goes():
    """Kicker and menu above the headline are no part of the report."""
    assert found(f"<article><div>Courts</div><h1>Gate</h1>{PROSE}</article>").startswith("Gate")


def test_much_text_above_the_headline_stays():
    """A headline that stands below its text takes nothing away."""
    assert "opened after" in found(f"<article><div>{PROSE}</div><h1>Gate</h1><p>x</p></article>")


def test_lines_with_the_day_go():
    """A short box around a time element goes, one inside a paragraph stays."""
    text = found(
        f"<article><h1>Gate</h1><div>Published <time>3 June</time></div>{PROSE}<p>At <time>9</time> it "
        "shut.</p></article>"
    )
    assert "Published" not in text
    assert "At 9 it shut." in text or "At it shut." not in text


def test_two_line_breaks_part_paragraphs():
    """Text parted by <br><br> becomes paragraphs, with its emphasis."""
    root = parse("<body><div>One <b>two</b>.<br><br>Three.<br>Four.<br><br></div></body>").root
    assert [words(paragraph) for paragraph in cleared(root, root)[0].iter("p")] == ["One two.", "Three.Four."]


def test_the_tree_given_is_not_changed():
    """The stages after this one look at the whole page."""
    root = parse(f"<body><nav>Menu</nav>{PROSE}</body>").root
    before = words(root)
    cleared(root, root)
    assert words(root) == before


def test_an_article_alone():
    """The element stands in a page of its own."""
    root = parse("<body><article><p>x</p></article><p>y</p></body>").root
    page, article = alone(next(root.iter("article")))
    assert (words(page), words(article), words(root)) == ("x", "x", "xy")


def test_a_box_that_begins_with_the_words_of_a_paywall_goes():
    """Offers below "Subscribe to unlock this article" are no text, however long; what stands above them stays."""
    offers = f"<div class='x1'><h2>Subscribe to unlock this article</h2>{'<p>Cheap for four weeks.</p>' * 90}</div>"
    text = found(f"<article><h1>Gate</h1><div>{PROSE}</div>{offers}</article>")
    assert "opened after" in text
    assert "Cheap" not in text


def test_paragraphs_inside_a_font_are_parted():
    """Old pages put a whole report into one font in one paragraph, the first words without a paragraph of their own."""
    root = parse("<body><p><font>It <b>opened</b> at noon.<p>It closed.<p>It rained.</font></body>").root
    copied, _ = cleared(root, root)
    assert [words(paragraph) for paragraph in copied.iter("p") if words(paragraph)] == [
        "It opened at noon.",
        "It closed.",
        "It rained.",
    ]
