"""Rows of HSDS tables that belong to rows of others."""

from __future__ import annotations

from collections import defaultdict

from ratslinde.integration.importing.rules.hsds.objects import Object

Tables = dict[str, list[Object]]


def belonging(tables: Tables, name: str, link: str) -> dict[str, list[Object]]:
    """Rows of a table by what the column names, without that column."""
    found: dict[str, list[Object]] = defaultdict(list)
    for row in tables[name]:
        if row.get(link):
            found[str(row[link])].append({key: value for key, value in row.items() if key != link})
    return found


def together(rows: list[Object], parts: dict[str, dict[str, list[Object]]]) -> list[Object]:
    """The rows with the parts that belong to them, by the id of the row."""
    return [
        {**row, **{name: found[row["id"]] for name, found in parts.items() if row.get("id") in found}}
        for row in rows
    ]


def contacts_of(tables: Tables, link: str) -> dict[str, list[Object]]:
    """Contacts with their phones, by what the column names."""
    phones = belonging(tables, "phones", "contact_id")
    return {
        key: together(rows, {"phones": phones}) for key, rows in belonging(tables, "contacts", link).items()
    }


def phones_of(tables: Tables, link: str) -> dict[str, list[Object]]:
    """Phones of the row itself: those of its contacts name the contact as well."""
    return {
        key: own
        for key, rows in belonging(tables, "phones", link).items()
        if (own := [row for row in rows if not row.get("contact_id")])
    }
