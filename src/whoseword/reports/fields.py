r"""The fields of a row of JSON -> an Article, with what is wrong with them; the text is not touched.

Fields that are read: `text`, `title`, `dek`, `outlet`, `published` or `date`, `modified`, `url`, `authors` or `byline`,
`language`; others are left alone.

>>> article = article_of({"text": "The gate opened.", "outlet": " Courier\n"}, "dam.jsonl, line 1")
>>> article.outlet
Found(value='Courier', by='field outlet')
"""

from __future__ import annotations

from collections.abc import Mapping

from whoseword.model import Problem
from whoseword.reports.given import Article, Found
from whoseword.reports.layout import authors


def article_of(
    fields: Mapping[str, object], where: str, told_by: Mapping[str, str] | None = None
) -> Article | tuple[Problem, ...]:
    """What the row says of itself, or why it is no report.

    `where` is the row's place in words; `told_by` names for a field what it was called before it was mapped.
    """
    text = fields.get("text")
    if not isinstance(text, str):
        message = (
            f'{where}: no field "text" with a string; put the report\'s text there, or name its field in a --mapping'
        )
        return (Problem("row-without-text", message),)
    row = _Row(fields, told_by or {})
    return Article(
        text=text,
        extractor="",
        title=row.string("title"),
        dek=row.string("dek"),
        byline=row.people(),
        outlet=row.string("outlet"),
        url=row.string("url"),
        language=row.string("language"),
        published=(*row.dates("published"), *row.dates("date")),
        modified=row.dates("modified"),
        problems=tuple(row.problems),
    )


class _Row:
    """The fields of one row, and the problems that reading them has met."""

    def __init__(self, fields: Mapping[str, object], told_by: Mapping[str, str]) -> None:
        self.fields = fields
        self.told_by = told_by
        self.problems: list[Problem] = []

    def string(self, name: str) -> Found | None:
        value = self.fields.get(name)
        if isinstance(value, str):
            words = " ".join(value.split())
            return self._found(name, words) if words else None
        if value is not None:
            self.problems.append(Problem("field-not-used", f'the field "{name}" is not a string and is not used'))
        return None

    def dates(self, name: str) -> tuple[Found, ...]:
        """A whole number such as 20210722 is a date too."""
        value = self.fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return (self._found(name, str(value)),)
        found = self.string(name)
        return (found,) if found else ()

    def people(self) -> tuple[Found, ...]:
        """The people in `authors`, else in `byline`: a list is taken as it is, a string is taken apart."""
        for name in ("authors", "byline"):
            value = self.fields.get(name)
            if isinstance(value, list):
                if any(not isinstance(entry, str) for entry in value):
                    message = f'an entry of the field "{name}" is not a string'
                    self.problems.append(Problem("field-not-used", message))
                people = tuple(" ".join(entry.split()) for entry in value if isinstance(entry, str) and entry.strip())
            else:
                told = self.string(name)
                people = authors(told.value) if told else ()
            if people:
                return tuple(self._found(name, person) for person in people)
        return ()

    def _found(self, name: str, value: str) -> Found:
        return Found(value, self.told_by.get(name, f"field {name}"))
