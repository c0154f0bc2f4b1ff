"""What shared signals are worth: certain is taken for the same unless somebody objects, the rest is proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

CERTAIN, LIKELY, POSSIBLE, NOTHING = "certain", "likely", "possible", ""
LEVELS = (CERTAIN, LIKELY, POSSIBLE)


@dataclass(frozen=True, kw_only=True)
class Signals:
    """What two rows share. `likeness` of their bare names in percent; `within`: both stand in the same file."""

    same_id: bool = False
    same_name: bool = False
    likeness: int = 0
    same_web: str = ""
    same_mail: str = ""
    same_phone: str = ""
    same_address: str = ""
    addresses_differ: bool = False
    near: bool = False
    same_owner: bool = False
    within: bool = False


def grade(kind: str, signals: Signals) -> tuple[str, tuple[str, ...]]:
    """('certain', 'likely', 'possible' or '', the reasons in German)."""
    if signals.same_id:
        return CERTAIN, ("gleiche Kennung",)
    level = _GRADES[kind](signals)
    return (level, reasons(kind, signals)) if level else (NOTHING, ())


def reasons(kind: str, signals: Signals) -> tuple[str, ...]:
    """Why two rows may be the same."""
    found = []
    if signals.same_name:
        found.append("gleicher Name")
    elif signals.likeness >= 70:
        words = "Name gleich bis auf Rechtsform und Schreibweise" if signals.likeness == 100 else ""
        found.append(words or f"Name zu {signals.likeness} % gleich")
    if kind == "offer" and signals.same_owner:
        found.append("gleicher Anbieter")
    if signals.same_web:
        found.append(f"gleiche Internetseite ({signals.same_web})")
    if signals.same_mail:
        found.append(f"gleiche Mailadresse ({signals.same_mail})")
    if signals.same_phone:
        found.append(f"gleiche Telefonnummer ({signals.same_phone})")
    if signals.same_address:
        found.append(f"gleiche Adresse ({signals.same_address})")
    elif signals.near:
        found.append("weniger als 10 Meter entfernt")
    return tuple(found)


def _actor(signals: Signals) -> str:
    if signals.same_name:
        return LIKELY if signals.within else CERTAIN
    if signals.same_web or signals.same_mail or signals.likeness >= 92:
        return LIKELY
    if signals.same_phone:
        return LIKELY if signals.likeness >= 70 else POSSIBLE
    if (signals.near or signals.same_address) and signals.likeness >= 60:
        return LIKELY if signals.likeness >= 80 else POSSIBLE
    return POSSIBLE if signals.likeness >= 82 else NOTHING


def _offer(signals: Signals) -> str:
    """Offers of one actor share its website and its house: that says something only beside the name."""
    reached = bool(signals.same_web or signals.same_mail or signals.same_phone)
    if not signals.same_owner:
        return POSSIBLE if signals.likeness >= 90 and (reached or signals.near) else NOTHING
    if signals.same_name:
        return LIKELY if signals.within else CERTAIN
    if signals.likeness >= 90 or (signals.likeness >= 80 and (reached or signals.near)):
        return LIKELY
    return POSSIBLE if signals.likeness >= 84 else NOTHING


def _place(signals: Signals) -> str:
    if signals.same_name and not signals.addresses_differ:
        return LIKELY if signals.within else CERTAIN
    if signals.near or signals.same_address:
        return LIKELY
    return POSSIBLE if signals.likeness >= 92 and not signals.addresses_differ else NOTHING


_GRADES: Mapping[str, Callable[[Signals], str]] = {"actor": _actor, "offer": _offer, "place": _place}
