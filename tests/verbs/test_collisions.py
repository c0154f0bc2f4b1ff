"""Two verbs want the same rows at the same moment: both are carried out, or somebody is told plainly."""

from __future__ import annotations

import threading

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction

from ratslinde.accounts.models import Role, User
from ratslinde.desk.accounts import rights
from ratslinde.journal.models import Entry
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.action import COLLISIONS
from tests.council.cast import account
from tests.verbs.conftest import Act, all_at_once

__all__ = ["rights"]
on_postgresql = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer: two transactions cannot hold a row each"
)


@action("account.edit")
def rename(_actor: Actor, user: User, *, name: str, before: Act = lambda: None) -> User:
    """A verb that takes the row, and lets the test do something `before` it writes."""
    locked = User.objects.select_for_update().get(pk=user.pk)
    before()
    locked.name = name
    locked.save(update_fields=["name"])
    return locked


def take(user: User) -> None:
    User.objects.select_for_update().get(pk=user.pk)


def aborted(cause: psycopg.Error) -> DatabaseError:
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


@on_postgresql
def test_two_verbs_that_wait_for_each_other_are_both_carried_out(transactional_db, administrator):
    anna, ben = account("anna", Role.READER), account("ben", Role.READER)
    both_hold_one = threading.Barrier(2)
    tries: list[str] = []

    def renaming(own: User, other: User) -> Act:
        def take_other() -> None:
            tries.append(own.name)
            if tries.count(own.name) == 1:
                both_hold_one.wait(20)
            take(other)

        return lambda: rename(administrator, own, name="Neu", before=take_other)

    assert all_at_once(renaming(anna, ben), renaming(ben, anna)) == []
    assert len(tries) >= 3, "nobody lost: the two did not meet"
    assert list(User.objects.filter(name="Neu").order_by("pk")) == [anna, ben]
    assert Entry.objects.filter(verb="account.edit").count() == 2


@on_postgresql
def test_a_verb_whose_view_of_the_data_is_outdated_is_carried_out_anew(transactional_db, administrator):
    anna = account("anna", Role.READER)
    tries: list[str] = []

    @action("account.edit")
    def add_a_word(_actor: Actor, user: User) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        seen = User.objects.get(pk=user.pk).name
        tries.append(seen)
        if len(tries) == 1:
            assert all_at_once(lambda: User.objects.filter(pk=user.pk).update(name="Anna Neu")) == []
        User.objects.filter(pk=user.pk).update(name=f"{seen} Wort")

    add_a_word(administrator, anna)
    assert tries == ["anna", "Anna Neu"]
    assert User.objects.get(pk=anna.pk).name == "Anna Neu Wort"


def test_who_waits_in_vain_for_somebody_else_is_told_so_and_nothing_is_changed(
    transactional_db, administrator
):
    anna = account("anna", Role.READER)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            take(anna)
            held.set()
            done.wait(20)

    def wait_in_vain() -> None:
        held.wait(20)
        with connection.cursor() as cursor:
            cursor.execute(
                "PRAGMA busy_timeout = 50" if connection.vendor == "sqlite" else "SET lock_timeout = 50"
            )
        try:
            with pytest.raises(Refused, match="Geändert wurde nichts"):
                rename(administrator, anna, name="Neu")
        finally:
            done.set()

    assert all_at_once(hold, wait_in_vain) == []
    assert not User.objects.filter(name="Neu").exists()
    rename(administrator, anna, name="Neu")
    assert User.objects.filter(name="Neu").exists()


def test_who_always_loses_is_told_so_after_a_few_tries(administrator):
    anna = account("anna", Role.READER)
    tries: list[int] = []

    def lose() -> None:
        tries.append(1)
        anna.name = "Neu"
        raise aborted(psycopg.errors.DeadlockDetected("deadlock detected"))

    with pytest.raises(Refused, match="noch einmal"):
        rename(administrator, anna, name="Neu", before=lose)
    assert len(tries) == COLLISIONS
    assert anna.name == "anna", "the row still has what the last try gave it"
    assert not Entry.objects.exists()


def test_a_fault_of_our_own_is_not_tried_again(administrator):
    anna = account("anna", Role.READER)
    tries: list[int] = []

    def break_a_rule() -> None:
        tries.append(1)
        User.objects.filter(pk=anna.pk).update(email=administrator.email)

    with pytest.raises(IntegrityError):
        rename(administrator, anna, name="Neu", before=break_a_rule)
    assert len(tries) == 1
