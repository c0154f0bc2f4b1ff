"""What is only counted: words and filters of a day, never who."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.inbox import counting, queries, receive
from ratslinde.inbox.counting import countable
from ratslinde.inbox.limiting import ASKING, DAY, Limit, Limits
from ratslinde.inbox.models import Counted
from ratslinde.kernel.errors import Refused
from tests.inbox.at_once import all_at_once

pytestmark = pytest.mark.django_db
DAYS = {"first": datetime.date(2026, 5, 1), "last": datetime.date(2026, 5, 31)}


def test_the_same_words_of_a_day_are_one_row(later):
    for words in ("Deutschkurs  Abend", "deutschkurs abend", "DEUTSCHKURS, Abend!"):
        assert receive.count("tree.search", words) == "received"
    later(days=1)
    receive.count("tree.search", "deutschkurs abend")
    assert sorted(Counted.objects.values_list("words", "number")) == [
        ("deutschkurs abend", 1),
        ("deutschkurs abend", 3),
    ]
    assert queries.counts("tree.search", **DAYS) == [("deutschkurs abend", {}, 4)]


def test_filters_that_the_counter_names_are_kept_and_others_are_not(later):
    receive.count("tree.search", "kurs", filters={"language": "uk", "field": "bildung", "who": "alma"})
    assert queries.counts("tree.search", **DAYS) == [("kurs", {"field": "bildung", "language": "uk"}, 1)]


@pytest.mark.parametrize(
    "words",
    [
        "alma@lindenhagen.example",
        "Alma Beispiel alma(at)lindenhagen.example",
        "beispiel ｌinde＠lindenhagen.example",
        "Beispiel 02599 10-123",
        "Beispiel +49 2599/10123",
        "0151.2345678",
        "geboren 12.03.1987",
        "Konto DE02 1203 0000 0000 2020 51",
        "DE02120300000000202051",
        "gb29nwbk60161331926819",
        "Aktenzeichen 123456",
        "٠١٥١٢٣٤٥٦",
    ],
)
def test_words_that_look_like_personal_data_are_counted_without_any_word(words, later):
    receive.count("tree.search", words, filters={"field": "bildung"})
    assert queries.counts("tree.search", **DAYS) == [("", {"field": "bildung"}, 1)]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Deutschkurs B1 59999 Lindenhagen", "deutschkurs b1 59999 lindenhagen"),
        ("Frauen-Café für Mütter", "frauen-café für mütter"),
        ("курси німецької", "курси німецької"),
        ("تعلم اللغة", "تعلم اللغة"),
        ("§$%&", ""),
        ("eins zwei drei vier fünf sechs sieben", "eins zwei drei vier fünf sechs"),
        ("x" * 500, "x" * 30),
    ],
)
def test_other_words_are_normalised_and_cut(words, kept):
    assert countable(words) == kept


def test_a_filter_with_personal_data_is_left_out(later):
    receive.count("tree.search", "kurs", filters={"field": "0151-2345678", "language": "a@b.example"})
    assert queries.counts("tree.search", **DAYS) == [("kurs", {}, 1)]


def test_an_unknown_counter_is_refused():
    with pytest.raises(Refused):
        receive.count("tree.felling", "linde")


def test_a_day_has_no_more_rows_than_the_limit_and_every_search_is_still_counted(monkeypatch, later):
    monkeypatch.setattr(counting, "MOST_ROWS_A_DAY", 3)
    for number in range(8):
        receive.count("tree.search", f"wort{number}")
    assert Counted.objects.count() == 4
    assert dict(Counted.objects.values_list("words", "number"))[""] == 5


def test_what_becomes_public_can_leave_small_counts_out(later):
    for _ in range(queries.SMALL):
        receive.count("tree.search", "schwimmkurs")
    receive.count("tree.search", "selten")
    assert len(queries.counts("tree.search", **DAYS)) == 2
    assert queries.counts("tree.search", **DAYS, least=queries.SMALL) == [("schwimmkurs", {}, queries.SMALL)]


def test_no_count_is_lost_when_many_come_at_once(shared_database):
    assert all_at_once(*[lambda: receive.count("tree.search", "linde")] * 6) == []
    assert Counted.objects.get().number == 6


def test_one_source_alone_cannot_make_up_a_demand(later, rf):
    few = Limits(purpose="asking", per_source=(Limit(3, DAY),), altogether=())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(receive, "ASKING", few)
        for _ in range(10):
            assert (
                receive.count("tree.search", "kurs", request=rf.get("/", REMOTE_ADDR="192.0.2.1"))
                == "received"
            )
        receive.count("tree.search", "kurs", request=rf.get("/", REMOTE_ADDR="192.0.2.2"))
    assert queries.counts("tree.search", **DAYS) == [("kurs", {}, 4)]


def test_the_limit_of_asking_is_beyond_what_a_person_does():
    assert all(limit.most >= 30 for limit in ASKING.per_source)
    assert ASKING.altogether == ()
