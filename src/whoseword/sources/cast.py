"""Who is who in one report while its mentions are resolved: each `Somebody` with the figures that turned out to be it.

In: the figures of a report, one after the other. Out: a `Cast`, which tells for each place in the text who it is.

>>> cast.at((40, 43)).name
'Ann Roe'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from whoseword.model import EntityKind, Resolved, Span
from whoseword.sources.figures import Figure
from whoseword.sources.names import fullest, is_abbreviation, is_same_spelt, is_short_for, parts_of
from whoseword.sources.scene import Scene

_MEN = frozenset("mr sir lord king prince spokesman chairman congressman businessman policeman brother father".split())
_WOMEN = frozenset(
    "mrs ms miss dame lady queen princess spokeswoman chairwoman congresswoman businesswoman sister mother".split()
)
# How many paragraphs below an opening "the chief pilot of the bay" the name may follow.
AHEAD = 2
_AND = re.compile(r"\s*(?:,|\band\b|&)\s*")
Gender = str  # "m", "f" or "" where nothing tells it


@dataclass(eq=False)
class Somebody:
    """A source on its way to an entity. `wanted`: somebody else may be this one, so that it is listed as well."""

    figures: list[Figure]
    gender: Gender = ""
    candidates: list[Somebody] = field(default_factory=list)
    resolved: list[Resolved] = field(default_factory=list)
    wanted: bool = False

    @property
    def name(self) -> str | None:
        """The fullest name that a mention gives."""
        names = [figure.name for figure in self.figures if figure.name and not figure.is_capital]
        names = names or [figure.name for figure in self.figures if figure.name]
        return max(names, key=lambda name: len(parts_of(name))) if names else None

    @property
    def kind(self) -> EntityKind:
        """What the mention that tells most says it is."""
        name = self.name
        kinds = [f.kind for f in self.figures if f.name == name] + [f.kind for f in self.figures]
        if name and "outlet" in kinds:
            return "outlet"
        return next((kind for kind in kinds if kind != "unknown"), "unknown")

    @property
    def description(self) -> str | None:
        """The report's words for somebody unnamed, or for a document: the first that are no "the" and no pronoun."""
        told = [figure for figure in self.figures if figure.description and not figure.pronoun]
        told.sort(key=lambda f: (self.name is not None and not f.name, f.definite, f.heading and not f.traits))
        return told[0].description if told else self.figures[0].description if self.name is None else None

    @property
    def titles(self) -> frozenset[str]:
        """All offices and descriptions that stand by a mention."""
        return frozenset(title for figure in self.figures for title in figure.titles | figure.traits)

    @property
    def offices(self) -> frozenset[str]:
        """The offices that stand by its names."""
        return frozenset(office for figure in self.figures for office in figure.offices)

    @property
    def many(self) -> bool | None:
        """Whether more than one is meant, where a mention tells."""
        return next((figure.many for figure in self.figures if figure.many is not None), None)

    def before(self, place: int) -> Figure | None:
        """The last mention that ends before this place."""
        return next((f for f in sorted(self.figures, key=lambda f: f.span, reverse=True) if f.span[1] <= place), None)


class Cast:
    """All of them, and the ways to add a figure."""

    def __init__(self, scene: Scene, figures: Sequence[Figure]) -> None:
        self.scene = scene
        self.figures = figures
        self.somebodies: list[Somebody] = []
        self._at: dict[Span, Somebody] = {}
        self._people = list(dict.fromkeys(f.name for f in figures if f.name and f.kind == "person"))
        self._others = list(dict.fromkeys(f.name for f in figures if f.name and f.kind != "person"))
        self._outlets = [n for n in self._others if any(f.name == n and f.kind == "outlet" for f in figures)]
        self._by_name: dict[tuple[str, str], Somebody] = {}

    def at(self, span: Span) -> Somebody | None:
        """Who stands at this place, as far as it is known by now."""
        return self._at.get(span)

    def join(self, figure: Figure, somebody: Somebody, *, rule: str, evidence: Span | None = None) -> bool:
        """Gives a figure to somebody, with the rule that says so."""
        somebody.figures.append(figure)
        somebody.resolved.append(Resolved(figure.span, rule, evidence))
        somebody.gender = somebody.gender or gender_of(figure)
        self._at[figure.span] = somebody
        return True

    def add(self, figure: Figure, candidates: Sequence[Somebody] = ()) -> Somebody:
        """Makes the figure somebody new; `candidates` are those that it may be."""
        somebody = Somebody([figure], gender_of(figure), list(candidates))
        for candidate in candidates:
            candidate.wanted = True
        self.somebodies.append(somebody)
        self._at[figure.span] = somebody
        return somebody

    def earlier(self, figure: Figure, fits: Callable[[Somebody], bool]) -> Iterator[tuple[Figure, Somebody]]:
        """Those placed before a figure that fit, the nearest first, each once, with its last mention before."""
        seen: set[int] = set()
        for other in reversed([f for f in self.figures if f.span[1] <= figure.span[0]]):
            somebody = self._at.get(other.span)
            if somebody and id(somebody) not in seen and fits(somebody):
                seen.add(id(somebody))
                yield other, somebody

    def place_name(self, figure: Figure) -> None:
        """Gives a figure with a name to the one who bears it."""
        assert figure.name is not None
        full = self._full(figure, figure.name)
        name = full[0] if len(full) == 1 else figure.name
        key = self._key(figure, name)
        if key not in self._by_name:
            self._by_name[key] = self.add(figure)
        somebody = self._by_name[key]
        if figure not in somebody.figures:
            somebody.figures.append(figure)
            somebody.gender = somebody.gender or gender_of(figure)
            self._at[figure.span] = somebody
        if key[0] == "countries" and somebody.figures[0].name != figure.name:
            evidence = somebody.figures[0].span
            somebody.resolved.append(Resolved(figure.span, rule="coref:capital", evidence=evidence))
        elif name != figure.name:
            evidence = next(f.span for f in self.figures if f.name == name)
            if is_same_spelt(figure.name, name):
                resolved = Resolved(figure.span, rule="coref:spelling", evidence=evidence)
            elif is_abbreviation(figure.name, name):
                resolved = Resolved(figure.span, rule="coref:abbreviation", evidence=evidence)
            else:
                resolved = Resolved(figure.span, rule="coref:part-of-name", evidence=evidence)
            somebody.resolved.append(resolved)
        if len(full) > 1:
            somebody.candidates = [self._named(other) for other in full]

    def _give_up(self, somebody: Somebody, other: Somebody) -> None:
        """Somebody turns out to be another: all that was its is the other's."""
        self.somebodies.remove(somebody)
        other.figures.extend(somebody.figures)
        other.resolved.extend(somebody.resolved)
        other.gender = other.gender or somebody.gender
        other.wanted = other.wanted or somebody.wanted
        self._at.update({figure.span: other for figure in somebody.figures})
        for each in self.somebodies:
            each.candidates = [other if candidate is somebody else candidate for candidate in each.candidates]

    def _key(self, figure: Figure, name: str) -> tuple[str, str]:
        """What the mentions of one and the same have in common; for governments, their countries."""
        if figure.kind == "document":
            return ("document", name.casefold())
        if figure.kind in {"organisation", "group"}:
            lands = [self.scene.lexicon.country(part) for part in _AND.split(name)]
            if all(lands) and (len(lands) > 1 or figure.role != "named"):
                return ("countries", " ".join(sorted(land.name for land in lands if land)))
        return ("name", name.casefold())

    def _named(self, name: str) -> Somebody:
        somebody = self._by_name.get(("name", name.casefold()))
        if somebody is None:
            # The name itself may be the shorter or the other form of one that was placed: then it is that one.
            figure = next(f for f in self.figures if f.name == name)
            self.place_name(figure)
            somebody = self._at[figure.span]
        somebody.wanted = True
        return somebody

    def _full(self, figure: Figure, name: str) -> list[str]:
        """The fullest names in this report that `name` is a form of; itself where there is none."""
        if figure.kind == "person" or (figure.kind in {"unknown", "organisation"} and len(parts_of(name)) == 1):
            found = fullest(name, self._people)
            if found or figure.kind == "person":
                return list(dict.fromkeys(self._spelt_first(full) for full in found or [name]))
        # Velland is not "The Times of Velland".
        if figure.kind in {"document", "group", "place"} or self.scene.lexicon.country(name):
            return [name]
        longer = [n for n in self._others if is_abbreviation(name, n)]
        longer = longer or [n for n in self._others if n != name and _is_longer(name, n)]
        longer = longer or [n for n in self._outlets if n != name and n.split()[0] == name]
        return longer if len(longer) == 1 else [name]

    def _spelt_first(self, name: str) -> str:
        """The spelling that the report uses first."""
        names = [f.name for f in self.figures if f.name and f.kind == "person"]
        return next((other for other in names if other == name or is_same_spelt(other, name)), name)

    def look_ahead(self, figure: Figure) -> bool:
        """A description in a heading or an opening that nobody before fits: the first below that is the same."""
        somebody = self._at[figure.span]
        if somebody.figures[0] is not figure:
            return False
        for other in self.figures:
            ahead = self._at.get(other.span)
            if other.span[0] < figure.span[1] or ahead is None or ahead is somebody or other.heading:
                continue
            same = figure.noun in {other.noun, *other.offices} and figure.traits <= (ahead.titles | other.traits)
            if not same or bool(ahead.many) != bool(somebody.many) or other.role == "named":
                continue
            if figure.heading:
                self._give_up(somebody, ahead)
                ahead.resolved.append(Resolved(figure.span, rule="coref:heading-ahead", evidence=other.span))
                return True
            if ahead.name and other.paragraph - figure.paragraph <= AHEAD:
                self._give_up(somebody, ahead)
                ahead.resolved.append(Resolved(figure.span, rule="coref:office-ahead", evidence=other.span))
                return True
            return False
        return False


def gender_of(figure: Figure) -> Gender:
    """What the words by a mention, or the pronoun, tell of its gender."""
    words = figure.titles | figure.traits | {figure.words.split()[0].casefold().strip(".")} | {figure.noun}
    words |= {figure.words.split()[-1].casefold()}
    if figure.pronoun in {"he", "him"} or words & _MEN:
        return "m"
    return "f" if figure.pronoun in {"she", "her"} or words & _WOMEN else ""


def _is_longer(name: str, other: str) -> bool:
    """Example: "Board" for "Harbour Board", "State Department" for "US State Department"."""
    short, long = parts_of(name), parts_of(other)
    return len(long) > len(short) and is_short_for(short, long) and " and " not in other
