"""Words are found in every language, in the forms in which people write them."""

from __future__ import annotations

import pytest

from ratslinde.portal.directory import compounds, folding
from ratslinde.portal.directory.index import Index, Text, postings
from tests.portal.directory.test_offers import names


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ar", "دورة", "الدورات"),
        ("ar", "لُغَة", "اللغة"),
        ("ar", "أطفال", "للاطفال"),
        ("ar", "الألمانية", "المانيه"),
        ("ar", "كــتاب", "كتاب"),
        ("tr", "KURSLARI", "kurs"),
        ("tr", "İstanbul", "istanbul"),
        ("tr", "Türkçe", "turkce"),
        ("uk", "курсів", "курси"),
        ("uk", "п’ять", "п'ять"),
        ("uk", "Мови", "мова"),
        ("en", "courses", "course"),
        ("de", "Bäume", "Baum"),
        ("de-simple", "Sprach·kurs", "Sprachkurs"),
    ],
)
def test_two_forms_of_a_word_have_one_in_common(language, one, other):
    first, second = (set(next(folding.forms(word, language))) for word in (one, other))
    assert first & second


def index(*texts: tuple[str, str]) -> Index:
    return Index([postings([Text(words=words, language=language, weight=8)]) for words, language in texts])


def test_every_word_has_to_be_there_and_the_last_may_be_begun():
    found = index(("Sprachkurs für Eltern", "de"), ("Sprachcafé", "de"))
    assert found.find("sprach").keys() == {0, 1}
    assert found.find("eltern sprach").keys() == {0}
    assert found.find("sprach eltern").keys() == {0}
    assert found.find("eltern gibtesnicht") == {}
    assert found.find("") == {}


def test_a_word_at_the_front_counts_more_than_one_inside_another():
    found = index(("Elternkurs", "de"), ("Kurs", "de")).find("kurs")
    assert found[1] > found[0]


def test_words_that_look_alike_are_known():
    assert index(("Deutschkurs", "de")).alike("Deutschkurz") == ["deutschkurs"]
    assert index(("Deutschkurs", "de")).alike("Fahrrad") == []


@pytest.mark.parametrize(
    ("language", "text", "asked", "meant"),
    [
        ("de", "Wir üben gemeinsam Schwimmen.", "Schwimen", "schwimmen"),
        ("de-simple", "Hier lernen Sie Sprach·unterricht.", "Sprachunterrricht", "sprachunterricht"),
        ("en", "Learn how to repair your bicycle.", "bicicle", "bicycle"),
        ("tr", "Çocuklarla birlikte YÜZÜYORUZ ve kitap okuyoruz.", "okuyruz", "okuyoruz"),
        ("ar", "نتعلم اللغة الألمانية معاً في المقهى.", "الالمنيه", "الألمانية"),
        ("uk", "Щоп'ятниці зустріч із розмовами українською.", "зустрч", "зустріч"),
        ("uk", "Щоп'ятниці зустріч.", "щопятницы", "щоп'ятниці"),
    ],
)
def test_words_of_every_text_in_every_language_are_offered_when_they_are_misspelt(
    language, text, asked, meant
):
    known = Index(
        [
            postings(
                [Text(words="Treff", language="de", weight=8), Text(words=text, language=language, weight=1)]
            )
        ]
    )
    assert not known.find(asked)
    assert known.alike(asked) == [meant]


def test_a_word_of_a_name_is_offered_before_one_of_a_text_and_short_words_do_not_look_alike_by_chance():
    name, text = (
        Text(words="Kurse", language="de", weight=8),
        Text(words="Kunst kein eine", language="de", weight=1),
    )
    known = Index([postings([name, text])])
    assert known.alike("Kurst") == ["kurse", "kunst"]
    assert known.alike("kino") == []


def test_a_word_that_is_known_is_not_corrected():
    assert index(("Sprachcafé", "de"), ("Sprachcafés", "de")).alike("sprachcafe") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Deutschkurs", "deutsch kurs"),
        ("deutschkurse", "deutsch kurse"),
        ("Wohnungssuche", "wohnung suche"),
        ("Deutschkurs Frauen", "deutsch kurs Frauen"),
        ("Deutsch", ""),
        ("Kursdeutschx", ""),
        ("лікар", ""),
        ("", ""),
    ],
)
def test_a_compound_comes_apart_where_both_parts_occur(words, found):
    known = index(("Deutsch: Kurse für die Suche nach Wohnungen", "de")).knows
    assert compounds.apart(words, is_known=known) == found


def test_a_search_for_a_compound_leads_to_what_speaks_of_its_parts(read, landscape):
    page = read("/angebote/?q=Wohnungsfragen")
    assert 'Auch so suchen: <a href="/angebote/?q=wohnung+fragen"><bdi>wohnung fragen</bdi> (1)</a>' in page
    assert "Mietberatung" in names(read("/angebote/?q=wohnung+fragen"))
    assert "Auch so suchen" not in read("/angebote/?q=Mietberatung")


@pytest.mark.parametrize(
    "words",
    ["اللغة", "لغة", "Deutschsprechen", "cafe", "CAFÉ", "dil kafesi", "мовне", "Haus der Kulturen", "Brücke"],
)
@pytest.mark.parametrize("prefix", ["", "ar/", "uk/"])
def test_the_cafe_is_found_in_every_language_from_every_page(read, landscape, words, prefix):
    page = read(f"/{prefix}angebote/?q={words}")
    assert landscape.cafe.public_id in page
    assert names(page)


def test_nothing_that_is_not_public_is_found(read, landscape):
    assert names(read("/angebote/?q=manager")) == []
