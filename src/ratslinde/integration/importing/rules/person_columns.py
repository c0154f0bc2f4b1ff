"""By the name of a column: what is never kept of a person, whom to ask, and columns in which each row is somebody.

What a column would have to be called follows Art. 9 GDPR and what registers of persons hold. Names are as `key_of`
writes them: an abbreviation has lost its full stop.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NEVER = re.compile(
    r"geburts(datum|tag|ort|land|name|jahr).*|geb(oren)?( am| in)?|geb ?(dat.*|ort|land|jahr|name|tag)|geschl"
    r"|.*staatsangehoerigkeit.*|.*staatsbuergerschaft.*|staats?ang.*"
    r"|nationalitaet.*|nat|natio"
    r"|aufenthalt( seit| bis| in .*)?|.*aufenthalts(status|titel|recht|erlaubnis|gestattung|zweck|dauer|art|ende|bis).*"
    r"|asyl|asyl(status|verfahren|antrag|bewerber).*|.*duldung.*"
    r"|status der personen?|religion|relig|religion der .*|religionszugehoerigkeit.*|konfession.*|konf"
    r"|glaube(nsrichtung)?"
    r"|herkunft|herkunfts(land|laender|sprache|region|staat|ort).*"
    r"|herkunft der (teilnehm|person|familie|mitglieder).*"
    r"|.*migrationshintergrund.*|ethni.*|volksgruppe.*"
    r"|einreise(datum|jahr| am| datum)?|ankunft(sdatum|stag| am| datum| in .*)|(seit wann )?in deutschland( seit)?"
    r"|zuzug(sdatum| am| aus)|azr.*|aktenzeichen|bamf (aktenzeichen|kennziffer|kennzeichen|az)"
    r"|ausweis(nummer| nr)?|pass(nummer| nr)"
    r"|(tn|klient(in(nen)?|en)?|teilnehm(er(in(nen)?)?|ende[nr]?)|fall|schueler(in)?|bewohner(in)?) ?"
    r"(nr|nummer|id|code)"
    r"|familienstand|muttersprache|sozialversicherungs.*|steuer id"
    r"|date of birth|birth ?date|birth ?place|dob|nationality|citizenship|.*residence (status|permit).*"
    r"|immigration status|religious (affiliation|belief).*|ethnicity|ethnic origin|country of (origin|birth)"
)
PRIVATE = re.compile(
    r".*ansprechpartner.*|.*ansprechperson.*|ansprechp|.*kontaktperson.*|vorname.*|rufname|nachname.*|familienname.*"
    r"|.*vorsitz.*|anrede"
    r"|geschaeftsfuehr.*|leitung|leiter(in)?|kursleit.*|bearbeiter.*|zustaendige person|name der (person|leitung)"
    r"|mobil.*|handy.*"
    r"|privat.*|vertretung|given name|first name|last name|family name|surname|contact( person| name)?"
)
GIVEN = ("vorname", "vornamen", "rufname", "given name", "first name")
FAMILY = ("nachname", "familienname", "last name", "family name", "surname")
SUBJECT = re.compile(
    r"(name( .*)?|.*\b(verein|vereine|vereinsname|organisation|traeger|einrichtung|institution|anbieter|organization"
    r"|firma|amt|behoerde|schule|akteur|angebot|angebotsname|kurs|projekt|titel|bezeichnung|veranstalter)\b.*)"
)
"""What a list of organisations or offers calls them."""
SOMEBODY = re.compile(
    r"tn|name tn|(name|namen) (der|des) (teilnehm|kind|schuel|person|klient|mitgli).*|teilnehm(er|ende)[a-z]*( innen)?"
    r"|mitglied(er)?( innen)?|person(en)?|klient.*|patient.*|besucher(in)?|bewohner(in)?|gefluechtete[rn]?"
    r"|fluechtlinge?|asylbewerber.*|migrant(in(nen)?|en)?|zuwanderer|schueler(in(nen)?| innen)?|kind(er)?|mentee"
    r"|patenkind|mieter(in)?|familie|participant|client|member|person name"
)
"""Each row is somebody, when names stand below."""
_ANY = r"(?!(x|ja|nein|j|n)$)(?!\d+$).+"
SIGNS: Mapping[str, str] = {
    r"alter|lebensalter|age|jahrgang|alter in jahren": r"\d{1,2}|(19|20)\d\d",
    r"geschlecht|sex|gender": r"[mwdf]|maennlich|weiblich|divers|male|female|mann|junge|maedchen",
    r"familie|haushalt|bedarfsgemeinschaft": _ANY,
    r"kinder|kinderzahl|(anz|anzahl) kinder|personen im haushalt|haushaltsgroesse": r"\d{1,2}",
    r"ankunft|angekommen|zuzug": rf"{_ANY}|\d+",
    r"unterkunft|gemeinschaftsunterkunft|wohnheim": _ANY,
    r"tn|teilnehmer(in)?|klient(in)?|person|schueler(in)?|kuerzel tn|tn kuerzel": _ANY,
}
"""What only people have, by the column's name: how its cells look then. Two such columns are enough."""
