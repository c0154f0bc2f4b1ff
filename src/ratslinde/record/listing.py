"""Lists of the record as they are sent: one page is one statement, and its objects are sent as they stand.

Newest first by place in the chain, which never changes; a page begins after the place where the one before ended. So
nothing is skipped or doubled while things are published meanwhile (OParl 1.1, 2.5.3).
"""
# ruff: noqa: S608 - the pieces of SQL are all written here; what comes from outside goes in as parameters

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import msgspec

from ratslinde.kernel import selecting

# A client that comes back asks for a handful of changed objects among tens of thousands. Up to this many are found by
# the index of changes and sorted; beyond, the list is walked in its own order, which then meets enough of them.
_FEW = 300


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Moments from `since` to `until`, both included; None leaves that side open."""

    since: datetime.datetime | None = None
    until: datetime.datetime | None = None


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Which page is wanted: of a Body's list, or of the list of an organization, the `owner`, or of all Bodies.

    `after` is the place after which the page begins. Withdrawn objects are in the list when `modified.since` is set
    (OParl 1.1, 2.8), and only then.
    """

    kind: str
    body: str | None = None
    owner: str | None = None
    limit: int
    after: int | None = None
    created: Span = Span()
    modified: Span = Span()
    omit_internal: bool = False


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Objects with addresses as stored; `last` is the place to go on after, None at the end."""

    items: list[bytes]
    last: int | None


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer may be remembered by: `mark` moves with every publication, `changed` is its stamp.

    The mark has the heads of the chains in it, so that it never comes back: a number alone would, after a restored
    backup. It is empty as long as nothing was ever published.
    """

    mark: str
    changed: datetime.datetime | None


class Single(msgspec.Struct, frozen=True, kw_only=True):
    """One object, addresses as stored; a tombstone when it was withdrawn."""

    kind: str
    body: str
    text: bytes


def state() -> State:
    """The state of the whole record."""
    chains = selecting.rows("SELECT head, generation, changed FROM record_chain ORDER BY body", [])
    moments = [moment for moment in (selecting.as_moment(changed) for _, _, changed in chains) if moment]
    mark = " ".join(f"{head[:16]}{generation:x}" for head, generation, _ in chains)
    return State(mark=mark, changed=max(moments, default=None))


def single(public_id: str, *, omit_internal: bool = False) -> Single | None:
    """The published object or its tombstone, or None."""
    form = selecting.raw(_form(omit_internal=omit_internal))
    found = selecting.rows(f"SELECT kind, body, {form} FROM record_published WHERE id = %s", [public_id])
    return Single(kind=found[0][0], body=found[0][1], text=found[0][2]) if found else None


def page(wish: Wish) -> Page:
    """One page of the list; empty when there is nothing (also when there is no such Body or owner)."""
    sql, parameters = _among_changed(wish) if _few_changed(wish) else _in_order(wish)
    rows = selecting.rows(
        f"{sql} LIMIT %s", [*parameters, wish.limit + 1]
    )  # one more tells whether there is a next page
    shown = rows[: wish.limit]
    return Page(items=[text for text, _ in shown], last=shown[-1][1] if len(rows) > wish.limit else None)


def _form(*, omit_internal: bool) -> str:
    return "omit_internal" if omit_internal else "standalone"


def _few_changed(wish: Wish) -> bool:
    if wish.modified == Span() or not (wish.body or wish.owner):
        return False
    where, parameters = _conditions(msgspec.structs.replace(wish, created=Span()))
    found = selecting.rows(
        f"SELECT count(*) FROM (SELECT 1 FROM record_published AS p WHERE {where} LIMIT {_FEW + 1}) AS few",
        parameters,
    )
    return bool(found[0][0] <= _FEW)


def _in_order(wish: Wish) -> tuple[str, list[Any]]:
    """The page by walking the list: the columns that are compared stand in the index of the order."""
    where, values = _conditions(wish, column=selecting.filtered_only)
    source, place = "record_published AS p", "p.sequence"
    if wish.owner:
        source, place = "record_listed AS l JOIN record_published AS p ON p.id = l.published_id", "l.sequence"
        where, values = f"l.owner = %s AND l.kind = %s AND {where}", [wish.owner, wish.kind, *values]
    if wish.after is not None:
        where, values = f"{where} AND {place} < %s", [*values, wish.after]
    return f"SELECT {_text(wish)}, {place} FROM {source} WHERE {where} ORDER BY {place} DESC", values


def _among_changed(wish: Wish) -> tuple[str, list[Any]]:
    """The page by way of the few objects that changed in the span."""
    where, values = _conditions(wish)
    source = "record_published AS p"
    if wish.owner:
        source += " CROSS JOIN record_listed AS l"
        where, values = f"{where} AND l.published_id = p.id AND l.owner = %s", [*values, wish.owner]
    if wish.after is not None:
        where, values = f"{where} AND p.sequence < %s", [*values, wish.after]
    changed = f"SELECT {_text(wish)} AS text, p.sequence AS place FROM {source} WHERE {where}"
    return (
        f"WITH changed AS MATERIALIZED ({changed}) SELECT text, place FROM changed ORDER BY place DESC",
        values,
    )


def _text(wish: Wish) -> str:
    return selecting.raw("p." + _form(omit_internal=wish.omit_internal))


def _conditions(wish: Wish, *, column: Callable[[str], str] = str) -> tuple[str, list[Any]]:
    """What the objects of the list have in common, and the values for it."""
    terms: list[tuple[str, Any]] = [("p.kind = %s", wish.kind)]
    if wish.owner:
        terms.append(("p.body = (SELECT o.body FROM record_published AS o WHERE o.id = %s)", wish.owner))
    elif wish.body:
        terms.append(("p.body = %s", wish.body))
    if wish.modified.since is None:
        terms.append((f"{column('p.deleted')} = %s", False))
    for name, span in (("created", wish.created), ("modified", wish.modified)):
        for sign, bound in ((">=", span.since), ("<=", span.until)):
            if bound is not None:
                terms.append((f"{column('p.' + name)} {sign} %s", selecting.moment(bound)))
    return " AND ".join(term for term, _ in terms), [value for _, value in terms]
