"""Who may do what: each domain registers one table, role by verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ratslinde.accounts.models import Grant

Condition = Callable[[Grant, Any], bool]
"""Whether a grant covers the subject of the verb; the subject is None when only the verb is asked for."""

_RIGHTS: dict[str, dict[str, Condition]] = {}


def always(_grant: Grant, _subject: Any) -> bool:
    """The role may do it to any subject."""
    return True


def register_rights(table: Mapping[str, Mapping[str, Condition]]) -> None:
    """Add a domain's rights: verb → role → condition. A verb that is named twice is a defect."""
    for verb, roles in table.items():
        if verb in _RIGHTS:
            raise ValueError(f"the right {verb} is registered twice")
        _RIGHTS[verb] = dict(roles)


def roles_for(verb: str) -> dict[str, Condition]:
    """Role → condition for a verb. Raises KeyError for a verb without a right: a defect, seen at import."""
    return _RIGHTS[verb]


def verbs() -> list[str]:
    """Every verb that has a right."""
    return sorted(_RIGHTS)
