"""Files that are about individuals are not read: no list of people is kept here, and nothing of it is stored.

What a column would have to be called follows Art. 9 GDPR and what registers of persons hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.tables import Table
from ratslinde.kernel.errors import Refused

_NEVER = re.compile(
    r"geburts(datum|tag|ort|land|name|jahr).*|geb(oren)?( am| datum| dat)?|.*staatsangehoerigkeit.*"
    r"|.*staatsbuergerschaft.*"
    r"|nationalitaet.*|.*aufenthalts(status|titel|recht|erlaubnis|gestattung|zweck).*|asyl(status|verfahren).*|.*duldung.*"
    r"|status der personen?|religion|religion der .*|religionszugehoerigkeit.*|konfession.*|glaube(nsrichtung)?"
    r"|herkunft|herkunfts(land|sprache|region).*|herkunft der (teilnehm|person|familie|mitglieder).*"
    r"|.*migrationshintergrund.*|ethni.*|volksgruppe.*|einreise(datum| am)?|azr.*|ausweis(nummer| nr)?|pass(nummer| nr)"
    r"|familienstand|muttersprache|sozialversicherungs.*|steuer id"
    r"|date of birth|birth ?date|birth ?place|dob|nationality|citizenship|.*residence (status|permit).*"
    r"|immigration status|religious (affiliation|belief).*|ethnicity|ethnic origin|country of (origin|birth)"
)
_PRIVATE = re.compile(
    r".*ansprechpartner.*|.*ansprechperson.*|.*kontaktperson.*|vorname.*|nachname.*|familienname.*|.*vorsitz.*|anrede"
    r"|geschaeftsfuehr.*|leitung|leiter(in)?|kursleit.*|bearbeiter.*|zustaendige person|name der (person|leitung)"
    r"|mobil.*|handy.*"
    r"|privat.*|vertretung|given name|first name|last name|family name|surname|contact( person| name)?"
)
_GIVEN, _FAMILY = ("vorname", "vornamen", "given name", "first name"), (
    "nachname", "familienname", "name", "last name", "family name", "surname",
)  # fmt: skip
_ORGANIZATION = re.compile(
    r"\b(e ?v|ggmbh|gmbh|verein|amt|haus|schule|kita|gemeinde|verband|stiftung|zentrum|treff|cafe|kurs|beratung|"
    r"initiative|"
    r"gruppe|projekt|dienst|stelle|kreis|bund|werk|moschee|kirche|club|netzwerk|bueche?rei|buero|akademie|stadt)|"
    r"(verein|amt|haus|schule|kurs|treff|verband|zentrum|beratung|gruppe|dienst|stelle|hilfe|cafe|bund|werk)\b"
)
_ADDRESSED = re.compile(r"(herrn?|frau|familie|fam|mr|mrs|ms)\b")
_TURNED = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?, ?[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?")
_NAMES = frozenset({
    "ahmad", "ahmed", "aicha", "aisha", "aleksandra", "alexander", "ali", "alina", "amina", "amir", "anastasia",
    "andrea", "andreas", "andrij", "anna", "anton", "aysche", "ayse", "aylin", "barbara", "bernd", "birgit",
    "bogdan", "brigitte", "carla", "carlos", "christa", "christian", "christine", "claudia", "daniel", "daria",
    "denis", "diana", "dmitri", "dmytro", "elena", "elif", "elisabeth", "emine", "emma", "eva", "fatima", "fatma",
    "felix", "frank", "gabriele", "georg", "hannah", "hans", "hasan", "hatice", "heike", "helga", "hussein",
    "ibrahim", "igor", "ingrid", "irina", "ivan", "jan", "jana", "jens", "jonas", "josef", "julia", "juergen",
    "karin", "karl", "katharina", "khaled", "klaus", "krzysztof", "lara", "laura", "layla", "leila", "lena", "leon",
    "leyla", "lina", "lukas", "manfred", "maria", "mariam", "marie", "markus", "marta", "martin", "mehmet", "mia",
    "michael", "mohamad", "mohamed", "mohammad", "mohammed", "monika", "murat", "mustafa", "nadia", "natalia",
    "nina", "nour", "oksana", "olena", "olga", "oliver", "omar", "osman", "paul", "peter", "petra", "piotr",
    "rainer", "renate", "sabine", "samir", "sandra", "sara", "sarah", "sergej", "sofia", "stefan", "stefanie",
    "susanne", "svetlana", "tanja", "tatjana", "thomas", "tobias", "ursula", "uwe", "viktor", "wladimir",
    "wolfgang", "yasmin", "yusuf", "zahra", "zeynep",
})  # fmt: skip
_MOSTLY = 0.5
_FEW = 3


def refuse_persons(table: Table) -> None:
    """Raise Refused, naming the column, when the table holds records of individuals."""
    refuse_columns(table.header, where=table.sheet)
    keys = {key_of(title): title for title in table.header if title}
    given, family = _first(keys, _GIVEN), _first(keys, _FAMILY)
    if given and family and not _names_organizations(table, leave_out=(given, family)):
        raise _refusal(table.sheet, f"Die Spalten „{given}“ und „{family}“ führen Namen einzelner Menschen.")
    for at, title in enumerate(table.header):
        if key_of(title) in (
            "name",
            "teilnehmer",
            "teilnehmende",
            "mitglied",
            "mitglieder",
            "person",
            "akteur",
        ):
            values = [row.cells[at] for row in table.rows if row.cells[at]]
            if len(values) >= _FEW and sum(map(is_person, values)) > _MOSTLY * len(values):
                raise _refusal(
                    table.sheet, f"In der Spalte „{title}“ stehen überwiegend Namen einzelner Menschen."
                )


def refuse_columns(titles: Iterable[str], *, where: str) -> None:
    """Raise Refused when a column (or an attribute) is one that is never kept of a person."""
    for title in titles:
        if _NEVER.fullmatch(key_of(title)):
            raise _refusal(where, f"Die Spalte „{title}“ gehört zu Angaben über einzelne Menschen.")


def is_private(title: str) -> bool:
    """Whether the column names somebody to talk to: it is not taken over, and not kept."""
    return bool(_PRIVATE.fullmatch(key_of(title)))


def is_person(value: str) -> bool:
    """Whether the cell looks like the name of somebody and not of an organisation or an offer."""
    key = key_of(value)
    if _ORGANIZATION.search(key) or any(letter.isdigit() for letter in value):
        return False
    if _ADDRESSED.match(key) or _TURNED.fullmatch(value.strip()):
        return True
    words = key.split()
    return 2 <= len(words) <= 4 and words[0] in _NAMES


def _first(keys: dict[str, str], wanted: Sequence[str]) -> str:
    return next((keys[key] for key in wanted if key in keys), "")


def _names_organizations(table: Table, *, leave_out: Sequence[str]) -> bool:
    words = (
        "verein", "organisation", "traeger", "einrichtung", "akteur", "institution", "angebot", "anbieter",
        "organization",
        "firma", "amt", "behoerde", "schule", "kurs", "projekt",
    )  # fmt: skip
    others = [key_of(title) for title in table.header if title not in leave_out]
    return any(word in key.split() for key in others for word in words)


def _refusal(where: str, sentence: str) -> Refused:
    return Refused(
        f"{sentence} Solche Listen liest Ratslinde nicht ein, und von der Datei wurde nichts gespeichert "
        f"(Blatt „{where}“). Bitte nur Angaben zu Organisationen, Angeboten und Orten einlesen."
    )
