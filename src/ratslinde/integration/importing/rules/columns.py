"""What a column of a list can be: its German name in the template, what else lists call it, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Column:
    """One column. `field` is what it fills; `reads` names the reader in `cells` or the kind of reference.

    `choices`: the values that a row stores, with the words for them; the first word is the one of the template.
    `others`: what lists call the column, folded. `in_template`: whether our own table has it; what only lists of
    others have holds parts of another column, or several at once.
    """

    field: str
    title: str
    reads: str = "text"
    others: tuple[str, ...] = ()
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    taxonomy: str = ""
    example: str = ""
    hint: str = ""
    in_template: bool = True

    @property
    def vocabulary(self) -> str:
        """Whose words stand in the column: a taxonomy's key, 'spaces' or 'languages'; '' for free text."""
        return self.taxonomy or {"space": "spaces", "spaces": "spaces", "languages": "languages"}.get(
            self.reads, ""
        )


@dataclass(frozen=True)
class Kind:
    """What the rows of a sheet are: its name in the template, what else it is called, and its columns."""

    key: str
    title: str
    others: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, field: str) -> Column:
        """The column of that field. Raises KeyError."""
        return self._by_field[field]

    @property
    def of_template(self) -> tuple[Column, ...]:
        """The columns of our own table."""
        return tuple(column for column in self.columns if column.in_template)

    @cached_property
    def _by_field(self) -> Mapping[str, Column]:
        return {column.field: column for column in self.columns}


OWN_ID = Column(
    "own_id", "Kennung", others=("id", "uuid"),
    hint="UUID oder Kennung aus einem Export von Ratslinde: Damit wird der Eintrag wiedergefunden. Sonst leer lassen.",
)  # fmt: skip
STREET = Column(
    "street_address", "Straße und Hausnummer", reads="street",
    others=("strasse", "anschrift", "str.", "strasse und nr", "strasse, nr."),
    example="Lindenweg 3",
)  # fmt: skip
POSTAL_CODE = Column("postal_code", "PLZ", reads="postal_code", others=("postleitzahl",), example="59999")
WITH_POSTAL_CODE = (
    "plz ort", "plz und ort", "plz wohnort", "plz stadt", "ort plz", "postleitzahl ort", "postleitzahl und ort",
)  # fmt: skip
"""What lists call a column with postal code and town; 'PLZ/Ort' and 'PLZ, Ort' are the same to `key_of`."""
ADDRESS = Column(
    "address", "Adresse", reads="address", others=("adresse", "anschrift komplett"),
    hint="In einer Zelle: Lindenweg 3, 59999 Lindenhagen. Nur nötig, wenn die drei Spalten davor leer sind.",
)  # fmt: skip
WEBSITE = Column(
    "website", "Internetseite", reads="url",
    others=("webseite", "website", "homepage", "internet", "url", "link", "web"),
)  # fmt: skip
EMAIL = Column(
    "email", "E-Mail", reads="email", others=("email", "mail", "e mail", "e-mail-adresse", "mailadresse")
)
PHONE = Column(
    "phone",
    "Telefon",
    reads="phone",
    others=("tel", "tel.", "telefonnummer", "telefon-nr.", "telefonnr", "rufnummer", "kontakt tel", "tel nr"),
)
REACHED = Column(
    "reached", "E-Mail oder Telefon", reads="reached", in_template=False,
    others=(
        "mail tel", "tel mail", "e mail tel", "tel e mail", "email tel", "tel email", "mail telefon", "telefon mail",
        "e mail telefon", "telefon e mail", "email telefon", "telefon email", "telefon und e mail",
        "e mail und telefon", "telefon oder e mail", "mail oder telefon", "kontakt", "kontaktdaten", "kontakt angebot",
        "kontakt zum angebot", "erreichbarkeit", "erreichbar", "wie erreichbar",
    ),
)  # fmt: skip
"""A cell with both, as it is found in lists that have one column for how somebody is reached."""
CONFIRMED_ON = Column(
    "confirmed_on",
    "Bestätigt am",
    reads="day",
    hint="Der Tag, an dem der Akteur selbst gesagt hat, dass es so stimmt.",
)
"""No other name: a column "Stand" may be the day on which somebody typed the list, which says nothing about this."""
CONFIRMED_BY = Column("confirmed_by", "Bestätigt durch", hint="Eine Stelle, kein Name.")
NOTE = Column(
    "note", "Notiz",
    others=("bemerkung", "bemerkungen", "anmerkung", "anmerkungen", "kommentar", "notizen", "sonstiges"),
    hint="Bleibt am Schreibtisch, wird nie veröffentlicht.",
)  # fmt: skip
RELEASE = Column(
    "release", "Freigabe", reads="release", in_template=False,
    others=(
        "freigegeben", "freigabe zur veroeffentlichung", "veroeffentlichung", "veroeffentlichen",
        "darf veroeffentlicht werden", "zustimmung zur veroeffentlichung", "einverstaendnis zur veroeffentlichung",
        "oeffentlich",
    ),
)  # fmt: skip
"""Whether the list may be shown, as whoever keeps it was told: a no is asked about."""

ROLES = ("offers", "leads", "advises", "funds", "refers", "represents")
_ROLE_WORDS = {
    "offers": "bietet an", "leads": "leitet", "advises": "berät", "funds": "finanziert", "refers": "vermittelt",
    "represents": "vertritt",
}  # fmt: skip

ACTORS = Kind(
    "actor", "Akteure",
    ("akteur", "organisationen", "vereine", "traeger", "einrichtungen", "organizations"),
    (
        OWN_ID,
        Column("name", "Name", others=(
            "akteur", "organisation", "verein", "traeger", "einrichtung", "institution", "name der organisation",
            "name des vereins", "vereinsname", "bezeichnung", "name des akteurs", "anbieter",
        ), example="Beispiel: Brücke Lindenhagen e. V."),
        Column("short_name", "Kurzname", others=("abkuerzung", "kuerzel"), example="Brücke"),
        Column("description", "Beschreibung", others=("kurzbeschreibung", "taetigkeit", "was machen sie", "aufgaben"),
               example="Der Verein begleitet Menschen, die neu in der Stadt sind."),
        Column("kind", "Art", reads="term", taxonomy="akteurstyp",
               others=("typ", "art des akteurs", "art der organisation", "akteurstyp", "organisationsform",
                       "kategorie")),
        Column("parent", "Gehört zu", reads="actor", others=("traegerverband", "dachverband", "uebergeordnet")),
        WEBSITE, EMAIL, PHONE, REACHED,
        Column("legal_status", "Rechtsform", example="eingetragener Verein"),
        Column("register_number", "Registernummer", others=("vr", "vereinsregister", "vr-nummer", "vr nr")),
        Column("languages", "Sprachen", reads="languages", others=("sprache", "beratungssprachen"),
               example="Deutsch; Arabisch", hint="Mehrere mit ; trennen."),
        Column("self_managed", "Von Eingewanderten getragen", reads="yes_no",
               others=("wird vor allem von eingewanderten getragen", "migrantenorganisation", "mso", "mo")),
        Column("place", "Sitz", reads="place", others=("ort des sitzes", "gebaeude", "haus"),
               example="Beispiel: Haus der Kulturen", hint="Name eines Ortes aus dem Blatt „Orte“."),
        STREET, POSTAL_CODE,
        Column("locality", "Ort der Anschrift", reads="town",
               others=("ort", "stadt", "gemeinde", "wohnort des sitzes", *WITH_POSTAL_CODE), example="Lindenhagen"),
        ADDRESS,
        *(
            Column(f"role_{role}", f"Handlungsfelder: {_ROLE_WORDS[role]}", reads="terms", taxonomy="handlungsfeld",
                   others=(_ROLE_WORDS[role],), hint="Mehrere mit ; trennen. Auch ohne eigenes Angebot.")
            for role in ROLES
        ),
        Column("asked_on", "Zuletzt gefragt am", reads="day", others=("befragt am", "angefragt am")),
        CONFIRMED_ON, CONFIRMED_BY, NOTE, RELEASE,
    ),
)  # fmt: skip

PLACES = Kind(
    "place", "Orte",
    ("ort", "standorte", "raeume", "adressen", "locations"),
    (
        OWN_ID,
        Column("name", "Name", others=("ort", "gebaeude", "standort", "name des ortes", "bezeichnung", "raum"),
               example="Beispiel: Haus der Kulturen"),
        Column("kind", "Art", reads="choice", choices=(
            ("physical", ("Ort zum Hingehen",)), ("postal", ("Postanschrift",)), ("virtual", ("Im Internet", "online")),
        )),
        STREET, POSTAL_CODE,
        Column("locality", "Ort", reads="town", others=("stadt", "gemeinde", "wohnort", *WITH_POSTAL_CODE),
               example="Lindenhagen"),
        ADDRESS,
        Column("latitude", "Breite", reads="coordinate", others=("lat", "latitude", "breitengrad"), example="51,77"),
        Column("longitude", "Länge", reads="coordinate",
               others=("lon", "lng", "longitude", "laengengrad"), example="8,05"),
        Column("url", "Internetadresse", reads="url", others=WEBSITE.others),
        Column("transportation", "Anfahrt", others=("bus", "oepnv", "haltestelle")),
        Column("accessible", "Barrierefrei", reads="yes_no", others=("rollstuhlgerecht", "barrierefreiheit")),
        Column("accessibility", "Zugang im Einzelnen", others=("zugang",)),
        Column("space", "Sozialraum", reads="space", others=("stadtteil", "ortsteil", "quartier", "bezirk"),
               hint="Leer lassen, wenn Breite und Länge angegeben sind: dann findet er sich selbst."),
    ),
)  # fmt: skip
