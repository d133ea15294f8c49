"""A web page as its bytes -> the report in it: headline, standfirst, byline, days and text.

In: a `Given`. Out: `Article`s (one for each entry of a live blog) and what was wrong with the page; see `extract`.
"""
