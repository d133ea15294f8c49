"""Which mentions in one report are the same source: names, descriptions, pronouns, and what must stay open."""

from __future__ import annotations

import pytest

from tests.sources.staging import staged
from whoseword.model import NameKind, Part

Names = dict[str, NameKind]


class TestNames:
    def test_surname_is_the_full_name(self):
        """A surname is the person whose full name stands above, and the entity has the full name and both places."""
        found = staged("{S1:Ann Roe} {C1:said} {Q1:it rained}. {S2:Roe} {C2:said} {Q2:it snowed}.")
        assert (found.who(1), found.who(2)) == ("Ann Roe", "Ann Roe")
        assert found.rules(2) == ["coref:part-of-name"]
        assert len(found.entity(1).mentions) == 2

    def test_full_name_need_not_be_a_source(self):
        """The first naming may stand where nobody says anything."""
        found = staged("The board met Prime Minister Ann Roe on Monday. {S:Roe} {C:said} {Q:it rained}.")
        assert (found.who(1), found.entity(1).kind, found.entity(1).named) == ("Ann Roe", "person", True)

    def test_surname_in_a_headline(self):
        """A surname in the title is the full name below."""
        marked = "{S1:Roe} {C1:says} {Q1:it rained}\n\n{S2:Ann Roe} {C2:said} {Q2:it snowed}."
        title = Part("title", (0, 18))
        assert staged(marked, parts=(title, Part("body", (20, 44)))).who(1) == "Ann Roe"

    def test_particles_do_not_matter(self):
        """A surname without its "al-" is the same surname."""
        names: Names = {"Mika al-Orsel": "person", "Orsel": "person"}
        found = staged("{S1:Mika al-Orsel} {C1:said} {Q1:so}. {S2:Orsel} {C2:said} {Q2:no}.", names=names)
        assert found.who(2) == "Mika al-Orsel"

    def test_two_of_one_surname_stay_apart(self):
        """A surname that two bear is neither of them, and both are its candidates."""
        names: Names = {"Cato Roe": "person"}
        marked = "{S1:Ann Roe} {C1:said} {Q1:so}. {S2:Cato Roe} {C2:said} {Q2:no}. {S3:Roe} {C3:said} {Q3:yes}."
        found = staged(marked, names=names)
        assert found.who(3) == "Roe?"
        assert set(found.entity(3).candidates) == {found.entity(1).id, found.entity(2).id}

    def test_two_spellings(self):
        """One letter doubled in a given name makes no second person."""
        names: Names = {"Qasem Orme": "person", "Qassem Orme": "person"}
        found = staged("{S1:Qasem Orme} {C1:said} {Q1:so}. {S2:Qassem Orme} {C2:said} {Q2:no}.", names=names)
        assert (found.who(2), found.rules(2)) == ("Qasem Orme", ["coref:spelling"])

    def test_abbreviation(self):
        """Initials are the organisation that has them."""
        names: Names = {"HB": "organisation"}
        found = staged("{S1:Harbour Board} {C1:said} {Q1:so}. {S2:HB} {C2:said} {Q2:no}.", names=names)
        assert (found.who(2), found.rules(2)) == ("Harbour Board", ["coref:abbreviation"])

    @pytest.mark.parametrize("name", ["Tom Anders", "Ada Jones", "Peter Ames"])
    def test_a_name_in_s_is_one_person(self, name):
        """A surname that ends like a plural is no plural: "he" and "she" can stand for it."""
        names: Names = {name: "person"}
        pronoun = "she" if name.startswith("Ada") else "he"
        found = staged(
            f"{{S1:{name}}} {{C1:said}} {{Q1:it rained}}. {{Q2:“It snowed,”}} {{S2:{pronoun}}} {{C2:said}}.",
            names=names,
        )
        assert (found.who(2), found.rules(2)) == (name, ["coref:last-speaker"])


class TestDescriptions:
    def test_the_official_across_another(self):
        """The official is the one whom the adjective fits, although another official has spoken since."""
        marked = (
            "{S1:A Vellan official} {C1:said} {Q1:so}. {S2:A Tarnish envoy} {C2:said} {Q2:no}. "
            "{S3:The official} {C3:said} {Q3:yes}. {S4:A Tarnish official} {C4:said} {Q4:no}. "
            "{S5:The Vellan official} {C5:said} {Q5:so}."
        )
        found = staged(marked)
        assert [found.who(n) for n in (3, 5)] == ["A Vellan official", "A Vellan official"]
        assert found.rules(3) == ["coref:description"]
        assert found.entity(4).id != found.entity(1).id

    def test_cited_source_is_the_negotiator(self):
        """One whom a report cites is meant by the description below."""
        marked = "{S1:The report} {C1:cited} {Q1:an unnamed negotiator}. {S2:The negotiator} {C2:said} {Q2:so}."
        found = staged(marked)
        assert (found.who(2), found.entity(2).named) == ("an unnamed negotiator", False)

    def test_two_in_one_sentence_stay_open(self):
        """Two officials in the sentence before leave "the official" open, with both as candidates."""
        marked = (
            "{S1:A Vellan official} {C1:said} {Q1:so}, while {S2:a Tarnish official} {C2:said} {Q2:no}. "
            "{S3:The official} {C3:said} {Q3:yes}."
        )
        found = staged(marked)
        assert found.who(3) == "The official?"
        assert set(found.entity(3).candidates) == {found.entity(1).id, found.entity(2).id}

    def test_number_and_noun_part(self):
        """Unnamed sources of another number or another noun are never one."""
        marked = (
            "{S1:Two officials} {C1:said} {Q1:so}. {S2:The official} {C2:said} {Q2:no}. "
            "{S3:The diplomat} {C3:said} {Q3:yes}."
        )
        found = staged(marked)
        assert len({found.entity(n).id for n in (1, 2, 3)}) == 3

    def test_same_words_to_another_outlet(self):
        """An official who told one outlet and an official who told another may be two."""
        marked = (
            "{S1:An official} {C1:told} {T1:Politico} {Q1:that it rained}. "
            "{S2:An official} {C2:told} {T2:Reuters} {Q2:that it snowed}."
        )
        found = staged(marked)
        assert found.entity(1).id != found.entity(2).id

    def test_office(self):
        """An office is the one person who bears it."""
        marked = "{S1:Bel Marsh, the chief inspector,} {C1:said} {Q1:so}. {S2:The inspector} {C2:said} {Q2:no}."
        found = staged(marked)
        assert (found.who(2), found.rules(2)) == ("Bel Marsh", ["coref:office"])

    @pytest.mark.parametrize("words", ["The union", "The president"])
    def test_what_is_no_office_of_hers(self, words):
        """A vice president of a union is neither the union nor the president."""
        first = "{S1:Bel Marsh, vice president of the union,} {C1:said} {Q1:so}."
        marked = f"{first} {{S2:{words}}} {{C2:said}} {{Q2:no}}."
        assert staged(marked).who(2) == words

    def test_office_before_the_name(self):
        """An opening with an office is the one who is named with it in the next paragraph."""
        marked = "{S1:The chief inspector} {C1:said} {Q1:so}.\n\n{S2:Chief inspector Bel Marsh} {C2:said} {Q2:no}."
        found = staged(marked)
        assert (found.who(1), found.rules(1)) == ("Bel Marsh", ["coref:office-ahead"])

    @pytest.mark.parametrize("noun", ["The two sides", "Both sides", "The parties"])
    def test_both_sides(self, noun):
        """Both sides are the two that were named together last, and a named source."""
        marked = f"{{S1:Velland and Tarn}} {{C1:agreed}} {{Q1:to wait}}. {{S2:{noun}}} {{C2:said}} {{Q2:so}}."
        found = staged(marked)
        assert (found.who(2), found.entity(2).named) == ("Velland and Tarn", True)
        assert found.rules(2) == ["coref:both-sides"]

    def test_capitals_are_governments(self):
        """Two capitals are their two governments, and both sides are these, by the names of the countries."""
        names: Names = {"Paris": "place", "Berlin": "place", "France": "place", "Germany": "place"}
        marked = (
            "{S1:Paris and Berlin} {C1:agreed} {Q1:to wait}. {S2:The two sides} {C2:said} {Q2:so}. "
            "{S3:France and Germany} {C3:agreed} {Q3:to go}. {S4:Paris} {C4:said} {Q4:so}."
        )
        found = staged(marked, names=names)
        assert [found.who(n) for n in (1, 2, 3)] == ["France and Germany"] * 3
        assert found.rules(3) == ["coref:capital"]
        assert (found.who(4), found.entity(4).kind) == ("Paris", "organisation")

    def test_country_and_adjective(self):
        """The French leader is the premier of France."""
        marked = "{S1:The Premier of France, Ann Roe,} {C1:said} {Q1:so}. {S2:The French premier} {C2:said} {Q2:no}."
        assert staged(marked, names={"France": "place"}).who(1) == "Ann Roe"

    def test_the_two_sides_of_nobody(self):
        """Where no two were named, the two sides are nobody that the report names."""
        assert staged("{S:The two sides} {C:agreed} {Q:to wait}.").entity(1).named is False

    def test_body_by_the_end_of_its_name(self):
        """The ministry is the one whose name ends so."""
        found = staged("{S1:Lake Ministry} {C1:said} {Q1:so}. {S2:The ministry} {C2:said} {Q2:no}.")
        assert (found.who(2), found.rules(2)) == ("Lake Ministry", ["coref:head-of-name"])

    def test_body_by_a_word_for_all(self):
        """The group is the organisation that spoke before."""
        found = staged("{S1:Harbour Board} {C1:said} {Q1:so}. {S2:The group} {C2:said} {Q2:no}.")
        assert (found.who(2), found.rules(2)) == ("Harbour Board", ["coref:organisation"])

    def test_newspaper_and_magazine(self):
        """The magazine is the magazine, although a newspaper was spoken of last."""
        marked = (
            "{S1:Newsweek} {C1:said} {Q1:so}. {S2:The New York Times} {C2:said} {Q2:no}. "
            "{S3:The newspaper} {C3:said} {Q3:yes}. {S4:The magazine} {C4:said} {Q4:no}."
        )
        found = staged(marked, names={"New York Times": "organisation"})
        assert (found.who(3), found.who(4)) == ("The New York Times", "Newsweek")
        assert found.rules(3) == ["coref:outlet-noun"]


class TestDocuments:
    def test_report(self):
        """The report is the report named before: a named source."""
        marked = "{C1:According to} {S1:a report from Politico}, {Q1:it rained}. {S2:The report} {C2:said} {Q2:so}."
        found = staged(marked)
        assert (found.who(2), found.entity(2).kind, found.entity(2).named) == ("Politico", "document", True)
        assert found.rules(2) == ["coref:document"]

    def test_report_in_a_headline(self):
        """The noun of a headline resolves forward."""
        marked = "{S1:Report}{C1::} {Q1:Rain}\n\n{C2:According to} {S2:a report from Politico}, {Q2:it rained}."
        found = staged(marked, parts=(Part("title", (0, 12)), Part("body", (14, 61))))
        assert (found.who(1), found.rules(1)) == ("Politico", ["coref:heading-ahead"])

    def test_what_an_outlet_reported(self):
        """The report after an outlet reported is that outlet's."""
        found = staged("{S1:Politico} {C1:reported} {Q1:rain}. {S2:The report} {C2:said} {Q2:so}.")
        assert (found.who(2), found.rules(2)) == ("Politico", ["coref:outlets-report"])

    def test_letter_and_report_are_two(self):
        """A letter is no report."""
        marked = "{S1:A report from Politico} {C1:said} {Q1:so}. {S2:The letter} {C2:said} {Q2:no}."
        found = staged(marked)
        assert found.entity(1).id != found.entity(2).id

    def test_statement_of_a_speaker(self):
        """The statement is that of whoever spoke in one."""
        marked = "{Q1:“It rained,”} {S1:Harbour Board} {C1:said} in a statement. {S2:The statement} {C2:said} {Q2:no}."
        found = staged(marked)
        assert (found.who(2), found.rules(2)) == ("Harbour Board", ["coref:document-of-speaker"])


class TestPronouns:
    def test_last_speaker_before_the_nearest_name(self):
        """He is the one who spoke, not the man who was merely named since."""
        marked = (
            "{S1:A negotiator} {C1:said} {Q1:so}. It was for Bel Marsh. {Q2:“It is a good text,”} {S2:he} {C2:said}."
        )
        found = staged(marked)
        assert (found.who(2), found.entity(2).named) == ("A negotiator", False)
        assert found.rules(2) == ["coref:last-speaker"]

    def test_another_subject_since(self):
        """Another person who has come as a subject since the last speaker is meant."""
        marked = "{S1:Ann Roe} {C1:said} {Q1:so}. Bel Marsh was there. {Q2:“It is a good text,”} {S2:he} {C2:said}."
        found = staged(marked, subjects={"Bel", "Marsh"})
        assert (found.who(2), found.rules(2)) == ("Bel Marsh", ["coref:subject-before"])

    def test_nearest_name_is_not_enough(self):
        """A man who is neither speaker nor subject is only a candidate."""
        found = staged("The pilot flew home with Bel Marsh. {Q:“It was a lake,”} {S:he} {C:said}.")
        assert (found.who(1), found.entity(1).named) == ("he?", False)

    def test_gender(self):
        """She is not the spokesman who spoke last."""
        marked = (
            "{S1:A spokeswoman} {C1:said} {Q1:so}. {S2:A spokesman} {C2:said} {Q2:no}. "
            "{Q3:“It is a lake,”} {S3:she} {C3:said}."
        )
        assert staged(marked).who(3) == "A spokeswoman"

    def test_they(self):
        """They are the group that spoke, never one person."""
        marked = (
            "{S1:Two officials} {C1:said} {Q1:so}. {S2:Ann Roe} {C2:said} {Q2:no}. {S3:They} {C3:said} {Q3:it rained}."
        )
        found = staged(marked)
        assert (found.who(3), found.rules(3)) == ("Two officials", ["coref:last-speaker"])

    def test_it(self):
        """It is the body that spoke."""
        found = staged("{S1:Harbour Board} {C1:said} {Q1:so}. {S2:It} {C2:said} {Q2:no}.")
        assert found.who(2) == "Harbour Board"

    def test_pronoun_in_her_own_words(self):
        """In "Roe said she hoped" she is Roe."""
        found = staged("{S1:Ann Roe} {C1:said} {Q1:{S2:she} {C2:promised} {Q2:to wait}}.", verbs={"promised"})
        assert (found.who(2), found.rules(2)) == ("Ann Roe", ["coref:own-words"])

    def test_i_and_we(self):
        """I is the speaker; a person's we stays open, with the speaker as a candidate."""
        marked = (
            "{Q1:“{S2:I} {C2:promised} {Q2:to wait a week},”} {S1:Ann Roe} {C1:said}. "
            "{Q3:“{S4:We} {C4:agreed} {Q4:to wait a month},”} {S3:Ann Roe} {C3:said}."
        )
        found = staged(marked, verbs={"promised", "agreed"})
        assert (found.who(2), found.rules(2), found.who(4)) == ("Ann Roe", ["coref:own-voice"], "We?")

    def test_relative(self):
        """Who is the one right before."""
        found = staged("It was for Ann Roe, {S:who} {C:said} {Q:so}.")
        assert (found.who(1), found.rules(1)) == ("Ann Roe", ["coref:relative"])

    def test_every_mention_keeps_its_place(self):
        """No mention is lost or given to two: the mentions of all entities are those of attribution and more."""
        marked = "{S1:Ann Roe} {C1:said} {Q1:so}. {S2:He} {C2:told} {T2:Reuters} {Q2:that it rained}."
        found = staged(marked)
        mentions = [span for entity in found.entities for span in entity.mentions]
        assert len(mentions) == len(set(mentions))
        assert {s.source for s in found.statements} <= set(mentions)


def test_headline_with_a_second_mention():
    """Where "Report" was met twice before it resolved, all its mentions go along and none is lost."""
    marked = (
        "{S1:Report}{C1::} {Q1:Rain}\n\n{S2:The report} {C2:said} {Q2:so}.\n\n"
        "{S3:A report from Politico} {C3:said} {Q3:no}."
    )
    found = staged(marked, parts=(Part("title", (0, 12)), Part("body", (14, 68))))
    assert [found.who(n) for n in (1, 2, 3)] == ["Politico"] * 3
    assert {s.entity for s in found.statements} <= {entity.id for entity in found.entities}
