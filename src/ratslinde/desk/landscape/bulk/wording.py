"""What a change to many rows would do, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ratslinde.desk import words
from ratslinde.desk.controls import readable
from ratslinde.integration.landscape.models import Activity, ActivityRole, OfferLanguage, OfferSite, Place
from ratslinde.integration.landscape.planning import Plan, Row, RowPlan
from ratslinde.integration.landscape.values import GivenActivity, GivenLanguage, GivenSite
from ratslinde.kernel.languages import name_of

NAMED = 10
"""More rows than these are only counted in a message."""
UNKNOWN = "nicht bekannt"
_LABELS = {
    ("Offer", "languages"): "Sprachen", ("Offer", "languages_known"): "Liste der Sprachen ist vollständig",
    ("Offer", "fields_known"): "Liste der Handlungsfelder ist vollständig",
    ("Actor", "fields_known"): "Liste der Handlungsfelder", ("Offer", "sites"): "Wo",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row with (label, before, after) of each field, and whether it needs publishing again.

    `dated`: its new day of confirmation goes public with the act.
    """

    row: Row
    seen: str
    fields: tuple[tuple[str, str, str], ...]
    again: bool
    dated: bool


def plan_rows(found: Plan) -> list[Line]:
    """The rows of the plan in words."""
    return [_line(each) for each in found.rows]


def left_words(left: Sequence[tuple[Row, str]]) -> str:
    """'2 Einträge blieben, wie sie sind: Sprachcafé (…)'."""
    number = len(left)
    named = "; ".join(f"{row}: {sentence}" for row, sentence in left[:NAMED])
    more = f"; und {number - NAMED} weitere" if number > NAMED else ""
    return f"{number} {'Eintrag blieb' if number == 1 else 'Einträge blieben'} unverändert. {named}{more}"


def _line(each: RowPlan) -> Line:
    kind = type(each.row).__name__
    return Line(
        row=each.row,
        seen=f"{each.row.public_id}:{each.row.revision}",
        fields=tuple(
            (
                _LABELS.get((kind, part.field)) or words.field(kind, part.field),
                said(each.row, part.field, part.before),
                said(each.row, part.field, part.after),
            )
            for part in each.fields
        ),
        again=each.outdates_the_public,
        dated=each.goes_public,
    )


def said(row: Row, field: str, value: Any) -> str:
    """The value as a person reads it; what nobody has said is 'nicht bekannt'."""
    if value in (None, "", []):
        return UNKNOWN
    if field == "languages" and isinstance(value, list):
        return ", ".join(map(_language, value))
    if field == "activities" and isinstance(value, list):
        return "; ".join(sorted(map(_activity, value)))
    if field == "sites":
        return "; ".join(map(_site, value))
    choices = dict(getattr(row._meta.get_field(field), "flatchoices", ()))
    return str(choices[value]) if choices else readable(value)


def _site(each: OfferSite | GivenSite) -> str:
    """'Haus der Kulturen, Saal, für Nord und Süd'."""
    named = _spaces(each)
    place = str(each.place) if isinstance(each.place, Place) else ""
    return ", ".join(filter(None, (place, each.note, f"für {named}" if named else ""))) or "ohne Ort"


def _activity(each: Activity | GivenActivity) -> str:
    until = f", bis {each.until:%d.%m.%Y}" if each.until else ""
    where = f", für {_spaces(each)}" if _spaces(each) else ""
    return f"{each.field} ({ActivityRole(each.role).label}{where}{until})"


def _spaces(each: OfferSite | GivenSite | Activity | GivenActivity) -> str:
    """'Nord und Süd'."""
    spaces = each.spaces.all() if isinstance(each, OfferSite | Activity) else each.spaces
    return " und ".join(sorted(space.name for space in spaces))


def _language(each: OfferLanguage | GivenLanguage) -> str:
    return f"{name_of(each.code)} (gedolmetscht)" if each.interpreted else name_of(each.code)
