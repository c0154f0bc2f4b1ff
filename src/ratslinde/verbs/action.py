"""The decorator that makes a function a verb.

    @action("paper.release")
    def release(actor: Actor, paper: Paper, *, reason: str) -> Paper: ...

The right is looked up when the module is imported; there is no switch to skip it. The first argument after the actor is
the subject. The keywords `reason` and `through`, where a verb has them, are kept in the journal: why, and by which way
somebody without an account did it.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from ratslinde.accounts.models import User
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock, transactions
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.record import stamping
from ratslinde.verbs.rights import roles_for

Actor = User
Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
Verb = Callable[Concatenate[Actor, Parameters], Result]
TRIES = 3
"""How often a publication may come too late."""
COLLISIONS = 5
"""How often the database may give up the transaction in favour of another one."""


def action(name: str) -> Callable[[Verb[Parameters, Result]], Verb[Parameters, Result]]:
    """Make the function the verb of that name. Raises KeyError at import when no table gives anybody the right."""
    roles_for(name)

    def decorate(function: Verb[Parameters, Result]) -> Verb[Parameters, Result]:
        @functools.wraps(function)
        def verb(actor: Actor, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
            require(actor, name, args[0] if args else None)

            def carry_out() -> Result:
                result = function(actor, *args, **kwargs)
                _note(name, actor, args[0] if args else None, result, kwargs)
                return result

            return _in_time(
                carry_out, rows=[each for each in (*args, *kwargs.values()) if isinstance(each, Model)]
            )

        verb.verb_name = name  # type: ignore[attr-defined]
        return verb

    return decorate


def may(actor: Actor, verb: str, subject: object = None) -> bool:
    """Whether one of the actor's roles gives the right to do this to the subject."""
    if not actor.is_active:
        return False
    roles = roles_for(verb)
    return any(grant.role in roles and roles[grant.role](grant, subject) for grant in actor.grants.all())


def require(actor: Actor, verb: str, subject: object = None) -> None:
    """Raise Forbidden when the actor may not do this: for reads, which are no verbs of their own."""
    if not may(actor, verb, subject):
        raise Forbidden("Dazu fehlt Ihnen das Recht.")


def _in_time(carry_out: Callable[[], Result], *, rows: Sequence[Model]) -> Result:
    if connection.in_atomic_block and not _is_test_transaction():
        return carry_out()  # a verb within a verb: the outer one commits, checks the time and tries again
    given = [copy.deepcopy(_columns(row)) for row in rows]
    failures: list[type[Exception]] = []
    while True:
        try:
            return _once(carry_out, late=failures.count(stamping.Late))
        except (stamping.Late, DatabaseError) as failure:
            if not _is_passing(failure):
                raise
            _put_back(rows, given)
            failures.append(type(failure))
            _give_up_in_time(failure, failures)


def _once(carry_out: Callable[[], Result], *, late: int) -> Result:
    stamping.begin(tried=late)
    with transaction.atomic():
        result = carry_out()
        stamping.check()
        return result


def _is_passing(failure: Exception) -> bool:
    """Whether it is nobody's fault, and gone in a moment."""
    if isinstance(failure, DatabaseError):
        return transactions.lost_to_another(failure) or transactions.waited_in_vain(failure)
    return isinstance(failure, stamping.Late)


def _give_up_in_time(failure: Exception, failures: Sequence[type[Exception]]) -> None:
    """Raise Refused when the person has waited long enough."""
    late = failures.count(stamping.Late)
    if isinstance(failure, stamping.Late) and late == TRIES:
        raise Refused(
            "Das Veröffentlichen dauert gerade zu lange. Bitte versuchen Sie es gleich noch einmal."
        )
    in_vain = isinstance(failure, DatabaseError) and transactions.waited_in_vain(failure)
    if in_vain or len(failures) - late == COLLISIONS:
        raise Refused(
            "Gerade wird an denselben Angaben gearbeitet. Geändert wurde nichts; bitte versuchen Sie es noch einmal."
        ) from failure


def _columns(row: Model) -> dict[str, Any]:
    """What the row holds itself, without rows that it remembers."""
    return {
        field.attname: vars(row)[field.attname]
        for field in row._meta.concrete_fields
        if field.attname in vars(row)
    }


def _put_back(rows: Sequence[Model], given: Sequence[dict[str, Any]]) -> None:
    """Nothing was committed: a row that says "published" from the first try would stop the second."""
    for row, columns in zip(rows, given, strict=True):
        state = copy.copy(row._state)  # noqa: SLF001 - Django has no public name for it
        state.adding = columns[row._meta.pk.attname] is None
        state.fields_cache = {}
        vars(row).clear()
        vars(row).update(columns, _state=state)


def _is_test_transaction() -> bool:
    return all(getattr(block, "_from_testcase", False) for block in connection.atomic_blocks)


def _subject(verb: str, first: object, result: object) -> object:
    """What the entry is about: the subject of the verb; of one that drafts, what came to be and not what it is of."""
    made = verb.endswith(".draft") and hasattr(result, "public_id")
    return result if made or not hasattr(first, "public_id") else first


def _note(verb: str, actor: Actor, first: object, result: object, words: Mapping[str, Any]) -> None:
    subject = _subject(verb, first, result)
    known = hasattr(subject, "public_id")
    Entry.objects.create(
        at=clock.now(),
        verb=verb,
        actor=actor,
        subject_kind=type(subject).__name__ if known else "",
        subject=getattr(subject, "public_id", ""),
        reason=str(words.get("reason", "")),
        detail=_detail(words),
    )


def _detail(words: Mapping[str, Any]) -> dict[str, Any]:
    changes, through = words.get("changes"), words.get("through")
    fields = {"fields": sorted(changes)} if isinstance(changes, Mapping) else {}
    return {**fields, "through": str(through)} if through else fields
