"""What is a report and what is not."""

from __future__ import annotations

import pytest

from whoseword.reports.given import Given
from whoseword.reports.pages.extract import read_page
from whoseword.reports.pages.kinds import says_paywall

PROSE = "".join(
    f"<p>The guild of gate {n} said on Monday that nobody has the key, and would not say more.</p>" for n in range(8)
)
CARDS = "".join(f'<article><h3><a href="/{n}">Guild of gate {n} opens it at last</a></h3></article>' for n in range(12))


def told(html: str, url: str = "https://aldmoor.example/a"):
    articles, problems = read_page(Given("a.html", html.encode(), url=url))
    return len(articles), [
        problem.code for problem in (*problems, *(one for article in articles for one in article.problems))
    ]


@pytest.mark.parametrize(
    "html",
    [
        f"<title>News</title>{CARDS}",
        "<title>Not found</title><h1>Page not found</h1><p>It is not here any more, sorry to say.</p>",
        "<title>Just a moment...</title><p>Checking your browser before you go on to the page.</p>",
        "<h1>Before you continue</h1><p>We and our 9 partners use cookies. Accept all cookies or manage options.</p>",
        (
            '<meta property="og:type" content="video.other"><h1>Gate opens</h1><video></video><p>In pictures that '
            "move.</p>"
        ),
        "<h1>Gate</h1><p>Short.</p>",
        "<p></p>",
    ],
)
def test_pages_without_a_report(html):
    """A list, an error, a wall, a video and a few words give no Article, and one Problem that says so."""
    assert told(html) == (0, ["no-article"])


@pytest.mark.parametrize(
    "html",
    [
        f"<article><h1>Gate opens</h1>{PROSE}</article>",
        f"<article><h1>Page not found in the old book of Kell</h1>{PROSE}</article>",
        f"<article><h1>Why we accept all cookies</h1>{PROSE}</article>",
        f"<article><h1>Gate opens</h1><video></video>{PROSE}</article>{CARDS}",
        (
            '<meta property="og:type" content="article"><h1>Gate opens</h1><p>The gate at Kell has opened, the '
            "guild said.</p>"
        ),
    ],
)
def test_pages_with_a_report(html):
    """A report stays one whatever stands around it or what it is about; a brief one needs the page's word."""
    assert told(html) == (1, [])


@pytest.mark.parametrize(
    "gate",
    ["<div><p>Subscribe to continue reading</p></div>", '<p class="x">Already a subscriber? <a>Sign in</a></p>'],
)
def test_a_stub_is_kept_and_told(gate):
    """The start of a report before a paywall is an Article with a Problem, without the words of the gate."""
    html = f"<article><h1>Gate opens</h1>{PROSE}{gate}</article>"
    assert told(html) == (1, ["paywalled"])
    [article], _ = read_page(Given("a.html", html.encode()))
    assert not says_paywall(article.text)


def test_a_whole_report_is_no_stub():
    """A page that says it is not free, and has all of its text, is not told."""
    html = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Gate opens", '
        '"isAccessibleForFree": false}'
        f"</script><article><h1>Gate opens</h1>{PROSE.replace('gate', 'old gate') * 3}</article>"
    )
    assert told(html) == (1, [])


def test_a_home_page_is_none():
    """At the root of a site stand lists, however long their lines are."""
    assert told(f"<h1>Aldmoor</h1>{CARDS}<p>{'Of the valley and its gates. ' * 9}</p>", "https://aldmoor.example/") == (
        0,
        ["no-article"],
    )


@pytest.mark.parametrize(
    "words",
    [
        "Sign in to continue",
        "Register here, it takes a minute, to keep on",
        "Join us to unlock it",
        "Log in to read",
        "The full page is reserved for members",
        "This post is only for paying subscribers",
        "Already a member?",
        "Already have a subscription?",
        "Subscribe now to unlock",
        "Subscriber-only",
        "To continue reading, pay",
        "Keep reading with us",
        "Unlock this story",
        "This post is for paid subscribers",
    ],
)
@pytest.mark.parametrize("form", [str, str.upper, lambda words: words.replace("s", "\u017f").replace("k", "\u212a")])
def test_every_form_of_gate_is_known(words, form):
    """Each of the ways to ask for a subscription is found in any letters, odd ones too, and inside of other words."""
    assert says_paywall(form(words))
    assert says_paywall(f"The gate. {form(words)} and so on.")
