"""Raw statements: answered alike by both databases, and also when the connection is not the one it was."""

from __future__ import annotations

import datetime

import pytest
from django.db import DatabaseError, connection, transaction

from ratslinde.kernel import selecting
from ratslinde.record.models import Chain

NOON = datetime.datetime(2026, 3, 1, 12, 0, 0, 250_000, tzinfo=datetime.UTC)
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="a matter of PostgreSQL alone")


@pytest.mark.django_db
def test_numbers_truth_values_and_nothing_come_back_as_they_went_in():
    assert selecting.rows("SELECT 7, NULL, 3 = 3", []) == [(7, None, True)]
    assert selecting.rows("SELECT CAST(%s AS bigint) + %s", [-(2**40), 1]) == [(1 - 2**40,)]


@pytest.mark.django_db
def test_long_text_comes_as_bytes():
    asked = f"SELECT {selecting.raw('CAST(%s AS text)')}"
    assert selecting.rows(asked, ["Straße – „Grün“"]) == [("Straße – „Grün“".encode(),)]


@pytest.mark.django_db
def test_a_moment_is_found_again_to_the_microsecond():
    Chain.objects.create(body="b", changed=NOON)
    asked = "SELECT body, changed FROM record_chain WHERE changed >= %s"
    [(body, changed)] = selecting.rows(asked, [selecting.moment(NOON)])
    assert (body, selecting.as_moment(changed)) == ("b", NOON)
    later = selecting.moment(NOON + datetime.timedelta(microseconds=1))
    assert selecting.rows(asked, [later]) == []


@pytest.mark.django_db
def test_a_wrong_statement_is_an_error_of_the_database():
    for condition, parameters in (("", []), (" WHERE 1 = %s", [1])):
        with pytest.raises(DatabaseError), transaction.atomic():
            selecting.rows("SELECT no_such_column FROM record_chain" + condition, parameters)


@on_postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("parameters", [[], [1]])
def test_a_server_that_was_started_anew_is_asked_again(parameters):
    asked = "SELECT 1" + " WHERE 1 = %s" * len(parameters)
    assert selecting.rows(asked, parameters) == [(1,)]
    pid = connection.connection.info.backend_pid
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [pid])
    other.close()
    assert selecting.rows(asked, parameters) == [(1,)]
    assert connection.connection.info.backend_pid != pid


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_pooler_may_forget_what_was_prepared():
    asked = "SELECT 2"
    assert selecting.rows(asked, []) == [(2,)]
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    assert selecting.rows(asked, []) == [(2,)]


@pytest.mark.django_db
def test_who_counts_statements_counts_these_too(django_assert_num_queries):
    with django_assert_num_queries(2):
        assert selecting.rows("SELECT 1", []) == selecting.rows("SELECT 1", []) == [(1,)]
