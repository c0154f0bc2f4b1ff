"""What shared signals are worth: certain is taken for the same unless somebody objects, the rest is proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

CERTAIN, LIKELY, POSSIBLE, NOTHING = "certain", "likely", "possible", ""
LEVELS = (CERTAIN, LIKELY, POSSIBLE)


NAMED = 70
"""Per cent from which on the likeness of two names is a reason that is told."""


SOME = 50
"""Per cent from which on two names with a website of many are worth a look."""


AT_ONCE = 60
"""Per cent from which on offers of one actor at the same time in the same place are proposed."""


ENOUGH_WORDS = 2
"""Words that two offers of one actor at the same hour share, from which on they are proposed."""


@dataclass(frozen=True, kw_only=True)
class Signals:
    """What two rows share. `likeness` of their bare names in percent; `within`: both stand in the same file.

    `same_words`: neither name says something of its own that the other says differently.
    `same_slot`: both are in the same place at the same time, and their names say no different level or number;
    `same_hour`: they begin on the same day at the same hour, and nobody says that these are different places.
    `owner_is_sure`: nobody has to settle first whether both have the same actor. `same_spelling`: the names are one but
    for what they shorten, of `spelled` words. `shared_words`: how many words both names say beside the town's, and
    `own_likeness`: the likeness of what is left without that.
    `known_as`: somebody has said that lists mean the one by the name of the other. `short_form`, `begins`: the name of
    one is short for the other's, or its beginning. `only_address`: both are places that nobody has named. `common`:
    what of 'web', 'mail' and 'phone' is shared by so many that it says nothing by itself.
    """

    same_id: bool = False
    same_name: bool = False
    likeness: int = 0
    own_likeness: int = 0
    same_words: bool = True
    same_web: str = ""
    same_mail: str = ""
    same_phone: str = ""
    same_address: str = ""
    addresses_differ: bool = False
    near: bool = False
    same_owner: bool = False
    owner_is_sure: bool = True
    same_slot: bool = False
    same_hour: bool = False
    same_spelling: bool = False
    spelled: int = 0
    shared_words: int = 0
    known_as: bool = False
    short_form: bool = False
    begins: bool = False
    only_address: bool = False
    common: frozenset[str] = frozenset()
    within: bool = False

    @property
    def alike(self) -> int:
        """The likeness by which names that say the same may be proposed: Kurs A1 is not Kurs A2, also in one house."""
        return self.likeness if self.same_words else 0

    @property
    def only_street(self) -> bool:
        """Whether both are the same address that nobody has named otherwise, of which one may lack the town."""
        named = self.same_name or self.same_id or self.known_as
        return self.only_address and bool(self.same_address) and not named

    @property
    def names_meet(self) -> bool:
        """Whether the names have anything in common."""
        alike = self.own_likeness >= SOME or self.short_form or self.begins or self.same_spelling
        return alike or self.shared_words > 0

    def reached(self) -> dict[str, str]:
        """What of the ways to reach somebody both share."""
        return {"web": self.same_web, "mail": self.same_mail, "phone": self.same_phone}

    @property
    def reaches(self) -> bool:
        """Whether both are reached in the same way."""
        return any(self.reached().values())


def grade(kind: str, signals: Signals) -> tuple[str, tuple[str, ...]]:
    """('certain', 'likely', 'possible' or '', the reasons in German)."""
    if signals.same_id:
        return CERTAIN, ("gleiche Kennung",)
    if signals.known_as:
        return CERTAIN, ("schon einmal so genannt", *reasons(kind, signals))
    level = _GRADES[kind](signals)
    return (level, reasons(kind, signals)) if level else (NOTHING, ())


def reasons(kind: str, signals: Signals) -> tuple[str, ...]:
    """Why two rows may be the same."""
    found = _name_reasons(kind, signals)
    if kind == "offer" and signals.same_owner:
        found.append("gleicher Anbieter" if signals.owner_is_sure else "vielleicht gleicher Anbieter")
        if signals.same_slot:
            found.append("zur gleichen Zeit am gleichen Ort")
        elif signals.same_hour:
            found.append("zur gleichen Zeit")
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


def _name_reasons(kind: str, signals: Signals) -> list[str]:
    if signals.same_name:
        return ["gleicher Name"]
    found = []
    if signals.likeness >= NAMED or _at_once(signals):
        words = "Name gleich bis auf Rechtsform und Schreibweise" if signals.likeness == 100 else ""
        found.append(words or f"Name zu {signals.likeness} % gleich")
    if kind == "actor" and signals.short_form:
        return [*found, "Kurzform des Namens"]
    if signals.same_spelling and signals.likeness < 100:
        return [*found, "Name nur anders geschrieben oder abgekürzt"]
    return [*found, "Name beginnt gleich"] if kind == "actor" and signals.begins else found


def _actor(signals: Signals) -> str:
    """A house has many associations: an equal address only strengthens what the names say."""
    if signals.same_name:
        return LIKELY if signals.within else CERTAIN
    own = {name for name, value in signals.reached().items() if value and name not in signals.common}
    if len(own & {"web", "mail"}) > (0 if signals.names_meet else 1) or signals.alike >= 92:
        return LIKELY
    if signals.same_spelling:
        return LIKELY if signals.spelled > 1 or own else POSSIBLE
    if signals.reaches and signals.likeness >= NAMED:
        return LIKELY
    if own or signals.short_form or signals.begins or (signals.same_web and signals.likeness >= SOME):
        return POSSIBLE
    if (signals.near or signals.same_address) and signals.alike >= NAMED:
        return LIKELY if signals.alike >= 80 else POSSIBLE
    return POSSIBLE if signals.alike >= 82 else NOTHING


def _offer(signals: Signals) -> str:
    """Offers of one actor share its website and its house: that says something only beside the name."""
    reached = signals.reaches
    if not signals.same_owner:
        return POSSIBLE if signals.alike >= 90 and (reached or signals.near) else NOTHING
    if not signals.owner_is_sure:
        alike = signals.same_name or signals.same_spelling or signals.alike >= NAMED
        return POSSIBLE if alike or _at_once(signals) else NOTHING
    if signals.same_name:
        return LIKELY if signals.within else CERTAIN
    if signals.same_spelling or signals.alike >= 90 or (signals.alike >= 80 and (reached or signals.near)):
        return LIKELY
    return POSSIBLE if signals.alike >= 84 or _at_once(signals) else NOTHING


def _at_once(signals: Signals) -> bool:
    """Nobody offers two nearly equal things in one room at once: there the names may differ more.

    Where the room is not known, both have to say some words that are the same.
    """
    if not signals.same_owner:
        return False
    return (signals.same_slot and signals.likeness >= AT_ONCE) or (
        signals.same_hour and (signals.likeness >= NAMED or signals.shared_words >= ENOUGH_WORDS)
    )


def _place(signals: Signals) -> str:
    if signals.same_name and not signals.addresses_differ:
        return LIKELY if signals.within else CERTAIN
    if signals.only_street:
        return CERTAIN
    if signals.near or signals.same_address:
        return LIKELY
    return POSSIBLE if signals.likeness >= 92 and not signals.addresses_differ else NOTHING


_GRADES: Mapping[str, Callable[[Signals], str]] = {"actor": _actor, "offer": _offer, "place": _place}
