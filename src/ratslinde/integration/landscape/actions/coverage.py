"""What the town decides about its picture: from when a gap is a gap, and where none is to be filled."""

from __future__ import annotations

import datetime
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.landscape.models import CoverageRule, NotIntended, SocialSpace, TaxonomyKey, Term
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]


@action("coverage.decide")
def set_coverage_rule(
    _account: Account, /, body: Body, *, valid_from: datetime.date, **limits: Any
) -> CoverageRule:
    """The limits that hold from that day on; what is not given stays as it was on that day."""
    completeness = limits.get("completeness")
    if completeness is not None and not 0 <= completeness <= 1:
        raise Refused("Die Vollständigkeit liegt zwischen 0 und 100 Prozent.", field="completeness")
    last = CoverageRule.objects.filter(body=body, valid_from__lte=valid_from).first()
    names = ("completeness", "asked_months", "outdated_months", "funding_months")
    before = {name: getattr(last, name) for name in names} if last else {}
    rule, _ = CoverageRule.objects.update_or_create(
        body=body, valid_from=valid_from, defaults={**before, **limits}
    )
    return rule


@action("coverage.decide")
def mark_not_intended(
    _account: Account,
    field: Term,
    *,
    reason: str,
    space: SocialSpace | None = None,
    group: Term | None = None,
    language: str = "",
) -> NotIntended:
    """No offer is meant to be there, and why. What is left out covers all."""
    if field.taxonomy.key != TaxonomyKey.FIELDS:
        raise Refused("Bitte ein Handlungsfeld wählen.", field="field")
    if not reason.strip():
        raise Refused("Bitte begründen, warum dort kein Angebot vorgesehen ist.", field="reason")
    mark, _ = NotIntended.objects.update_or_create(
        field=field, space=space, group=group, language=language,
        defaults={"body": field.body, "reason": reason.strip()},
    )  # fmt: skip
    return mark


@action("coverage.decide")
def unmark_not_intended(_account: Account, mark: NotIntended) -> None:
    """An offer is meant to be there after all."""
    mark.delete()
