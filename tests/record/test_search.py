"""Search: German words are found in their forms and inside compounds, and nothing else is."""

from __future__ import annotations

import datetime
import itertools
import os
import subprocess
import sys

import pytest

from ratslinde.journal import queue
from ratslinde.record import oparl, pages
from ratslinde.record.models import Published, SearchEntry, SearchTerms
from ratslinde.record.publishing import publish
from ratslinde.record.search import rebuild_index, search
from ratslinde.record.searching import index
from ratslinde.record.values import Value, Withdrawal

pytestmark = pytest.mark.django_db
BODY = "b0dy"


def paper(
    public_id: str, title: str, text: str = "", *, year: int = 2025, lists: tuple[str, ...] = ()
) -> Value:
    return Value(
        kind="paper", id=public_id, body=BODY, title=title, text=text, path=f"vorlagen/{public_id}/", lists=lists,
        date=datetime.datetime(year, 5, 1, 12, tzinfo=datetime.UTC),
        oparl=oparl.Paper(name=title), page=pages.PaperPage(decision_paper=True),
    )  # fmt: skip


def organization(public_id: str, *, slug: str) -> Value:
    return Value(
        kind="organization", id=public_id, body=BODY, title="Rat", path=f"gremien/{slug}/",
        oparl=oparl.Organization(name="Rat"), page=pages.OrganizationPage(slug=slug),
    )  # fmt: skip


def publish_and_index(*values: Value) -> None:
    publish(values)
    work()


def work() -> None:
    while queue.work_one():
        pass


def found(query: str, **filters) -> list[str]:
    return [hit.id for hit in search(query, **filters).hits]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Baum", "Baumpflanzaktion"),
        ("Bäume", "Baumpflanzaktion"),
        ("Baeume", "ein Baum"),
        ("Pflanzaktion", "Baumpflanzaktionen"),
        ("management", "Integrationsmanagement"),
        ("Foerderung", "Förderung"),
        ("Förderung", "Foerderungen"),
        ("Förderung", "Fo\u0308rderung"),
        ("Förderung", "För\u00adde\u00adrung"),
        ("Migrant", "Migrant*innen"),
        ("Migrantin", "Migrant:innen"),
        ("Migranten", "Migrant_innen und andere"),
        ("Migrant*innen", "viele Migranten"),
        ("Migrant/-innen", "Migrantinnen"),
        ("Einwohner*innen", "die Einwohner"),
        ("Straße", "Hauptstrasse"),
        ("STRASSE", "straße"),
        ("Beschluß", "Beschlüsse"),
        ("Sitzungen", "die Sitzung"),
        ("Haus", "Häuser"),
        ("Rat", "Integrationsrat"),
        ("Integrationsrat", "des Integrationsrates"),
        ("Baumpfl*", "Baumpflanzaktion"),
        ("2026/017", "Drucksache 2026/017-A"),
        ("Überwachung", "ÜBERWACHUNG"),
        ("мовний", "мовний курс"),
        ("دورة", "دورة اللغة"),
        ("die", "die"),
        ("Rat der Stadt", "Stadt und Rat"),
    ],
)
def test_finds_a_word_in_its_forms_and_inside_compounds(query: str, text: str):
    publish_and_index(paper("p1", "Vorlage", text), paper("p2", "Vorlage", "Etwas ganz anderes."))
    assert found(query) == ["p1"]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Raum", "ein Traum"),
        ("Führung", "Durchführung"),
        ("Tag", "am Donnerstag"),
        ("Haus", "der Haushalt"),
        ("Baum", "Umbaumaßnahme"),
        ("Innenstadt", "Stadt innen"),
        ("Baumpfl", "Baumpflanzaktion"),
        ("Baum Strauch", "nur ein Baum"),
    ],
)
def test_does_not_find_what_only_looks_alike(query: str, text: str):
    publish_and_index(paper("p1", "Vorlage", text))
    assert found("Vorlage") == ["p1"]
    assert found(query) == []


@pytest.mark.parametrize(
    "query",
    [
        '"', "'", '"""', "Baum\"", "'Baum", '"Baum OR', "Baum) OR (1=1", "Baum AND", "NEAR(Baum, 2)", "Baum -", "-Baum",
        "Baum & !", "Baum:*", "* Baum", "Baum \\", "Baum; DROP TABLE record_published", "Baum %", "title:Baum",
        "Baum\x00", "{Baum}", "^Baum", "Baum + +", "Baum <->", "\ud800 Baum", "Baum ''::", "%s Baum %(x)s",
    ],
)  # fmt: skip
def test_survives_every_quote_and_operator(query: str):
    publish_and_index(paper("p1", "Baum near title s x drop table record published 1 2"))
    assert found(query) in (["p1"], [])
    assert found("Baum") == ["p1"]


@pytest.mark.parametrize("query", ['"', "*", "...", " !? "])
def test_a_query_without_a_word_finds_nothing_even_with_a_filter(query: str):
    publish_and_index(paper("p1", "Baum"))
    assert search(query).total == search(query, kind="paper").total == 0


@pytest.mark.parametrize("value", ["'", '"', "a b", "rat1' OR 1=1", "x\x00", "\ud800", "*", "ä"])
def test_survives_every_filter(value: str):
    publish_and_index(organization("rat1", slug="rat"), paper("p1", "Baum", lists=("rat1",)))
    assert found("Baum", organization=value) == found("Baum", kind=value) == []
    assert found("Baum", year=10**30) == found("Baum", year=-1) == []


def test_a_very_long_query_is_cut_and_answered():
    publish_and_index(paper("p1", "Baum"))
    assert found("Baum " * 10_000) == ["p1"]
    assert found("x" * 100_000) == []


def test_title_comes_before_text_and_text_before_compounds_and_the_newer_first():
    publish_and_index(
        paper("inside", "Vorlage", "Baumpflanzung", year=2026),
        paper("inside-title", "Baumpflanzung", "", year=2020),
        paper("text", "Vorlage", "viele Bäume", year=2019),
        paper("old-title", "Baum", year=2011),
        paper("new-title", "Bäume", year=2012),
    )
    assert found("Baum") == ["new-title", "old-title", "text", "inside", "inside-title"]


def test_shows_where_it_found_the_words():
    text = "Zur Sache. " * 40 + "Die Baumpflanzaktion der Migrant*innen findet statt. " + "Ende. " * 80
    publish_and_index(paper("p1", "Alle Bäume der Stadt", text))
    (hit,) = search("baum Migrant").hits
    assert hit.title_marks == (("Alle ", False), ("Bäume", True), (" der Stadt", False))
    assert [piece for piece, marked in hit.snippet if marked] == ["Baumpflanzaktion", "Migrant*innen"]
    shown = "".join(piece for piece, _ in hit.snippet)
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 260


def test_an_excerpt_reads_as_sentences_without_the_marks_of_headings_and_lists():
    text = "V/25/7\n\n## Ziel\n\nDer Rat möge beschließen:\n\n- Bäume pflanzen\n- Wege\n  anlegen\n\n## Kosten?\nKeine."
    publish_and_index(paper("p1", "Vorlage", text))
    (hit,) = search("Baum").hits
    assert hit.snippet == (
        ("V/25/7 Ziel: Der Rat möge beschließen: ", False), ("Bäume", True),
        (" pflanzen; Wege anlegen. Kosten? Keine.", False),
    )  # fmt: skip


def test_an_excerpt_from_the_middle_begins_and_ends_with_whole_words_and_without_marks():
    text = (
        "Zur Sache. " * 40 + "\n\n## Die Bäume\n\n• Ahorn\n• Linde\n\n" + "Mehr dazu. " * 80 + "\n\n## Ende"
    )
    publish_and_index(paper("p1", "Vorlage", text))
    shown = "".join(piece for piece, _ in search("Baum").hits[0].snippet)
    assert "Sache. Die Bäume: Ahorn; Linde. Mehr dazu." in shown
    assert (shown[:2], shown[-2:]) == ("… ", " …")
    assert len(shown) < 260


def test_what_only_looks_like_a_mark_stays_in_an_excerpt():
    publish_and_index(paper("p1", "Vorlage", "Anfrage #2 – Bäume 5 - 7\n1. Linde\n2. Ahorn\n-3 Grad"))
    (hit,) = search("Linde").hits
    assert "".join(piece for piece, _ in hit.snippet) == "Anfrage #2 – Bäume 5 - 7 1. Linde 2. Ahorn -3 Grad"


def test_marks_only_what_the_index_would_find():
    publish_and_index(paper("p1", "Baumhaus und Umbaumaßnahme im Traum"))
    assert [piece for piece, marked in search("Baum").hits[0].title_marks if marked] == ["Baumhaus"]


def test_the_pieces_together_are_the_text_and_markup_stays_text():
    publish_and_index(paper("p1", "<b>Baum</b> & 'Haus'", "<script>Baum</script>"))
    (hit,) = search("Baum").hits
    assert "".join(piece for piece, _ in hit.title_marks) == hit.title == "<b>Baum</b> & 'Haus'"
    assert "".join(piece for piece, _ in hit.snippet) == "<script>Baum</script>"


def test_filters_by_kind_year_and_organization_and_counts_what_else_could_be_chosen():
    publish_and_index(
        organization("rat1", slug="rat"),
        paper("p1", "Baum", year=2024, lists=("rat1",)),
        paper("p2", "Baum", year=2025, lists=("rat1", "aus1")),
        paper("p3", "Baum", year=2025),
    )
    assert found("Baum", year=2025, kind="paper", organization="rat1") == ["p2"]
    assert found("Baum", organization="rat") == ["p2", "p1"]
    assert found("Baum", organization="nobody") == []
    assert found("Baum", kind="meeting") == []
    facets = search("Baum", year=2024).facets
    assert facets.years == ((2025, 2), (2024, 1))
    assert facets.kinds == (("paper", 1),)
    assert facets.organizations == (("rat1", 1),)


def test_the_year_is_that_of_the_town_clock():
    moment = datetime.datetime(2024, 12, 31, 23, 30, tzinfo=datetime.UTC)  # half past midnight in the town
    value = paper("p1", "Baum")
    publish_and_index(
        Value(**{each: getattr(value, each) for each in value.__struct_fields__} | {"date": moment})
    )
    assert found("Baum", year=2025) == ["p1"]


def test_an_empty_query_lists_by_the_filters():
    publish_and_index(paper("p1", "Baum", year=2024), paper("p2", "Haus", year=2025))
    assert found("", kind="paper") == ["p2", "p1"]
    assert search("", kind="paper").facets.kinds == (("paper", 2),)
    assert found("") == []


def test_pages_follow_each_other_without_gap_and_one_beyond_the_last_is_the_last():
    publish_and_index(*(paper(f"p{number}", "Baum", year=2000 + number) for number in range(7)))
    pages_of_three = [found("Baum", page=number, per_page=3) for number in (1, 2, 3)]
    assert list(itertools.chain(*pages_of_three)) == [f"p{number}" for number in reversed(range(7))]
    last = search("Baum", page=9, per_page=3)
    assert (last.page, last.pages, last.total, last.more) == (3, 3, 7, False)
    assert [hit.id for hit in last.hits] == ["p0"]


def test_more_than_is_counted_is_told(monkeypatch):
    monkeypatch.setattr("ratslinde.record.search.MOST_COUNTED", 3)
    monkeypatch.setattr("ratslinde.record.searching.asking.MOST_COUNTED", 3)
    publish_and_index(*(paper(f"p{number}", "Baum", year=2000 + number) for number in range(5)))
    results = search("Baum", per_page=2, page=9)
    assert (results.total, results.more, results.pages) == (3, True, 2)
    assert [hit.id for hit in results.hits] == ["p2"]


def test_what_was_withdrawn_is_gone_at_once_before_the_worker_came():
    publish_and_index(paper("p1", "Baum", "Geheimnis"))
    publish([], withdrawals=[Withdrawal(kind="paper", id="p1", body=BODY)])
    assert found("Baum") == []
    assert search("Baum").total == 0
    assert SearchEntry.objects.count() == SearchTerms.objects.count() == 0


def test_an_entry_that_was_left_behind_shows_nothing():
    publish_and_index(paper("p1", "Baum"))
    Published.objects.filter(pk="p1").update(deleted=True, title="", text="", page="{}")
    assert found("Baum") == []
    work()
    index.index("p1")
    assert search("Baum").total == 0


def test_what_has_no_page_is_not_found():
    value = paper("p1", "Baum")
    publish_and_index(
        Value(**{each: getattr(value, each) for each in value.__struct_fields__} | {"path": None})
    )
    assert found("Baum") == []


def test_a_changed_text_is_found_by_its_new_words_only():
    publish_and_index(paper("p1", "Baum"))
    publish_and_index(paper("p1", "Strauch", year=2026))
    assert (found("Baum"), found("Strauch")) == ([], ["p1"])
    assert SearchEntry.objects.count() == 1


def test_indexing_twice_is_indexing_once():
    publish_and_index(paper("p1", "Baum"), paper("p2", "Baum"))
    before = list(SearchTerms.objects.order_by("pk").values())
    index.index("p1")
    index.index("p1")
    assert list(SearchTerms.objects.order_by("pk").values()) == before
    assert search("Baum").total == 2


def test_rebuilding_makes_the_index_anew_and_tells_how_far_it_is():
    publish_and_index(paper("p1", "Baum"), paper("p2", "Strauch"))
    before = list(SearchTerms.objects.order_by("pk").values())
    SearchTerms.objects.all().delete()
    SearchEntry.objects.filter(object_id="p1").delete()
    SearchEntry.objects.filter(object_id="p2").update(object_id="gone")
    told: list[str] = []
    assert rebuild_index(told.append) == 2
    assert list(SearchTerms.objects.order_by("pk").values()) == before
    assert told == ["Suche: 2 / 2"]
    assert (found("Baum"), found("Strauch")) == (["p1"], ["p2"])


def test_two_objects_that_meet_at_a_place_are_both_found(monkeypatch):
    monkeypatch.setattr(index, "place", lambda row: 7)
    publish_and_index(paper("p1", "Baum"), paper("p2", "Baum"))
    publish_and_index(paper("p3", "Baum"))
    assert sorted(found("Baum")) == ["p1", "p2", "p3"]


def test_a_huge_text_is_indexed_as_far_as_the_database_can_hold_it():
    text = " ".join(f"wort{number}{'x' * 40}" for number in range(40_000))
    publish_and_index(paper("p1", "Baum", text))
    assert found("Baum wort5" + "x" * 40) == ["p1"]
    assert len(SearchTerms.objects.get().terms) < 1_000_000


def test_asks_the_database_as_often_for_one_hit_as_for_twenty(django_assert_num_queries):
    publish_and_index(
        *(paper(f"p{number}", "Baum", "Die Bäume. " * 30) for number in range(20)), paper("x", "Strauch")
    )
    for query in ("Strauch", "Baum"):
        with django_assert_num_queries(4):
            search(query)


def test_a_process_that_only_answers_never_loads_the_word_list():
    """It takes 100 MB; only the worker needs it."""
    code = (
        "import sys, django; django.setup(); from ratslinde.record import search; "
        "from ratslinde.record.searching import marking, question; asked = question.read('Baumpflanzaktion'); "
        "finder = marking.Finder(asked.terms, compounds=''); marking.snippet('Baumpflanzaktion', finder.meets); "
        "assert 'simplemma' not in sys.modules"
    )
    surroundings = {**os.environ, "DJANGO_SETTINGS_MODULE": "ratslinde.site.settings"}
    subprocess.run([sys.executable, "-c", code], env=surroundings, check=True)
