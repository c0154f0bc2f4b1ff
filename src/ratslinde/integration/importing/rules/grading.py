"""What shared signals are worth: certain is taken for the same unless somebody objects, the rest is proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

CERTAIN, LIKELY, POSSIBLE, NOTHING = "certain", "likely", "possible", ""
LEVELS = (CERTAIN, LIKELY, POSSIBLE)


NAMED = 70
"""Per cent from which on the likeness of two names is a reason that is told."""


AT_ONCE = 60
"""Per cent from which on offers of one actor at the same time in the same place are proposed."""


@dataclass(frozen=True, kw_only=True)
class Signals:
    """What two rows share. `likeness` of their bare names in percent; `within`: both stand in the same file.

    `same_words`: neither name says something of its own that the other says differently.
    `same_slot`: both are in the same place at the same time, and their names say no different level or number.
    """

    same_id: bool = False
    same_name: bool = False
    likeness: int = 0
    same_words: bool = True
    same_web: str = ""
    same_mail: str = ""
    same_phone: str = ""
    same_address: str = ""
    addresses_differ: bool = False
    near: bool = False
    same_owner: bool = False
    same_slot: bool = False
    within: bool = False

    @property
    def alike(self) -> int:
        """The likeness by which names that say the same may be proposed: Kurs A1 is not Kurs A2, also in one house."""
        return self.likeness if self.same_words else 0


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
    elif signals.likeness >= NAMED or _at_once(signals):
        words = "Name gleich bis auf Rechtsform und Schreibweise" if signals.likeness == 100 else ""
        found.append(words or f"Name zu {signals.likeness} % gleich")
    if kind == "offer" and signals.same_owner:
        found.append("gleicher Anbieter")
        if signals.same_slot:
            found.append("zur gleichen Zeit am gleichen Ort")
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
    """A house has many associations: an equal address only strengthens what the names say."""
    if signals.same_name:
        return LIKELY if signals.within else CERTAIN
    if signals.same_web or signals.same_mail or signals.alike >= 92:
        return LIKELY
    if signals.same_phone:
        return LIKELY if signals.likeness >= NAMED else POSSIBLE
    if (signals.near or signals.same_address) and signals.alike >= NAMED:
        return LIKELY if signals.alike >= 80 else POSSIBLE
    return POSSIBLE if signals.alike >= 82 else NOTHING


def _offer(signals: Signals) -> str:
    """Offers of one actor share its website and its house: that says something only beside the name."""
    reached = bool(signals.same_web or signals.same_mail or signals.same_phone)
    if not signals.same_owner:
        return POSSIBLE if signals.alike >= 90 and (reached or signals.near) else NOTHING
    if signals.same_name:
        return LIKELY if signals.within else CERTAIN
    if signals.alike >= 90 or (signals.alike >= 80 and (reached or signals.near)):
        return LIKELY
    return POSSIBLE if signals.alike >= 84 or _at_once(signals) else NOTHING


def _at_once(signals: Signals) -> bool:
    """Nobody offers two nearly equal things in one room at once: there the names may differ more."""
    return signals.same_owner and signals.same_slot and signals.likeness >= AT_ONCE


def _place(signals: Signals) -> str:
    if signals.same_name and not signals.addresses_differ:
        return LIKELY if signals.within else CERTAIN
    if signals.near or signals.same_address:
        return LIKELY
    return POSSIBLE if signals.likeness >= 92 and not signals.addresses_differ else NOTHING


_GRADES: Mapping[str, Callable[[Signals], str]] = {"actor": _actor, "offer": _offer, "place": _place}
