"""What every list of the landscape offers to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from ratslinde.integration.landscape.models import Term

Options = list[tuple[str, str]]
STATES: Options = [
    ("draft", "Entwurf"),
    ("published", "veröffentlicht"),
    ("withdrawn", "zurückgenommen"),
    ("outdated", "über ein Jahr nicht bestätigt"),
    ("unknown", "nie bestätigt"),
    ("archived", "abgelegt"),
]
TRAIL = [("Integration", "/schreibtisch/integration/")]


def term_options(terms: Iterable[Term]) -> Options:
    """Terms for a select, by public id."""
    return [(term.public_id, term.name) for term in terms]
