"""What the templates of the coverage matrix ask."""

from __future__ import annotations

from collections.abc import Sequence

from django import template

from ratslinde.desk.landscape.coverage import wording
from ratslinde.desk.landscape.coverage.asking import cell_address
from ratslinde.integration.landscape.models import NotIntended
from ratslinde.integration.landscape.queries.coverage_decisions import mark_position
from ratslinde.integration.landscape.rules import coverage_reasons
from ratslinde.integration.landscape.rules.completeness import Completeness
from ratslinde.kernel import languages

register = template.Library()
SHORT = 5


@register.filter
def percent(share: float) -> str:
    """0.6 → '60 %'."""
    return coverage_reasons.percent(share)


@register.filter
def answers(collection: Completeness) -> str:
    """How many of the known actors have answered."""
    return wording.answers(collection)


@register.filter
def is_short(rows: Sequence[object]) -> bool:
    """Whether a list is so short that it need not be folded."""
    return len(rows) <= SHORT


@register.filter
def mark_address(row: NotIntended) -> str:
    """The cell that was marked."""
    return cell_address(mark_position(row))


@register.filter
def language_name(code: str) -> str:
    """'Arabisch'; '' for no language."""
    return languages.name_of(code) if code else ""
