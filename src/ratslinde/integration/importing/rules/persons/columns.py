"""By the name of a column: what is never kept of a person, whom to ask, and columns in which each row is somebody.

What a column would have to be called follows Art. 9 GDPR and what registers of persons hold. Names are as `key_of`
writes them: an abbreviation has lost its full stop.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ratslinde.integration.importing.rules.headers import key_of

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
    r"|(kd|kunden|klienten|fall|akten|faelle) ?(nr|nummer|zeichen)|fall|az bamf|bamf.*|personenkennziffer|drop.*nr"
    r"|dogum (tarihi|yeri|yili)|uyruk|uyrugu|din|dini|oturum (izni|turu)|medeni (hal|durum)i?|pays d origine"
    r"|date de naissance|nationalite|data nasterii|cetatenia|year of birth|religion|visa( status)?|asylum.*|faith"
    r"|diagnose(n)?|behinderung(sgrad)?|grad der behinderung|krankheit(en)?|schwerbehinder.*|kinderzahl im haushalt"
    r"|immigration status|religious (affiliation|belief).*|ethnicity|ethnic origin|country of (origin|birth)"
)
NEVER_ELSEWHERE = re.compile(
    r".*(تاريخ الميلاد|الجنسية|الديانة|الدين|بلد المنشأ|رقم الجواز|дата народження|громадянство|дата рождения"
    r"|гражданство|національність|национальность|віросповідання|вероисповедание|ημερομηνία γέννησης).*"
)
"""The same in other scripts, which `key_of` drops."""
NAMES_ELSEWHERE = re.compile(
    r"(الاسم|اسم|الاسم الكامل|اللقب|العائلة|اسم العائلة|прізвище|ім[’'ʼ]?я|піб|фамилия|имя|фио"
    r"|по батькові|отчество|όνομα|επώνυμο)"
)
"""What lists of people call names in other scripts."""
PRIVATE = re.compile(
    r".*ansprechpartner.*|.*ansprechperson.*|ansprechp|.*kontaktperson.*|vorname.*|rufname|nachname.*|familienname.*"
    r"|.*vorsitz.*|anrede"
    r"|(trainer|uebungsleiter|dozent|lehrer|referent|koordinator|verantwortlich|betreuer|organisator|stellvertret)[a-z]*"
    r"( innen)?|kontakt(daten|person(en)?)? (name|nachname|person)|wen (kann man |kann ich )?fragen|an wen wenden"
    r"|lehrkraft|lehrkraefte|durch wen|wer leitet( .*)?|sprecher(in)?|(.* )?as?p( .*)?|kontakt name"
    r"|name kontakt"
    r"|(zuletzt )?(geaendert|bearbeitet|erfasst|eingetragen|angelegt|erstellt|gepflegt|geprueft) (von|durch)"
    r"|geschaeftsfuehr.*|leitung|leiter(in)?|kursleit.*|bearbeiter.*|zustaendige person|name der (person|leitung)"
    r"|mobil.*|handy.*"
    r"|privat.*|vertretung|given name|first name|last name|family name|surname|contact( person| name)?"
)
GIVEN = (
    "vorname",
    "vornamen",
    "rufname",
    "given name",
    "first name",
    "adi",
    "ad",
    "prenom",
    "prenume",
    "ime",
    "imie",
)
FAMILY = (
    "nachname", "familienname", "zuname", "last name", "family name", "surname", "soyadi", "soyad", "nom", "nume",
    "prezime", "nazwisko",
)  # fmt: skip
WHOLE = frozenset({"ad soyad", "adi soyadi", "isim", "isim soyisim", "full name", "name vorname", "name und vorname",
                   "vorname name", "vor und nachname", "vor und zuname", "vorname und name", "nachname vorname",
                   "vollstaendiger name", "nom et prenom"})  # fmt: skip
"""Columns that only lists of people have: both names of somebody."""
SUBJECT = re.compile(
    r"(name( .*)?|.*\b(verein|vereine|vereinsname|organisation|traeger|einrichtung|institution|anbieter|organization"
    r"|firma|amt|behoerde|schule|akteur|angebot|angebotsname|kurs|projekt|titel|bezeichnung|veranstalter)\b.*)"
)
"""What a list of organisations or offers calls them."""
MEMBERS = re.compile(
    r"mitglied(er)?( innen)?|ehrenamtlich?e?[rn]?( innen)?|freiwillige[rn]?|helfer(in(nen)?)?|pat(e|in|en)|person(en)?"
    r"|mentor(in|en)?|dolmetscher(in(nen)?)?|sprachmittler(in(nen)?)?|mitarbeiter(in(nen)?)?|mitarbeitende[rn]?|volunteer"
)
"""Beside an organisation in each row it is whom to ask there, or who helps; alone it is a list of people."""
SOMEBODY = re.compile(
    r"tn|name tn|haushalt(e|svorstand)?|bedarfsgemeinschaft|eltern(teil)?|schuetzling|betreute[rn]?|ratsuchende[rn]?"
    r"|student|fall|faelle|kunde|kundin|kunden|pupil|resident|patient.*"
    r"|(name|namen) (der|des) (teilnehm|kind|schuel|person|klient|mitgli).*"
    r"|teilnehm(er|ende)[a-z]*( .*)?|angemeldete?( .*)?|anmeldungen|ogrenci|katilimci|veli|cocuk"
    r"|klient.*|besucher(in)?|bewohner(in)?|gefluechtete[rn]?"
    r"|fluechtlinge?|asylbewerber.*|migrant(in(nen)?|en)?|zuwanderer|schueler(in(nen)?| innen)?|kind(er)?|mentee"
    r"|patenkind|mieter(in)?|familie|participant|client|member|person name"
)
"""Each row is somebody, when names stand below."""
LIST_OF_PEOPLE = re.compile(
    r"(?!.*(angebot|akteur|verein|organisation|einrichtung|traeger))"
    r".*\b((teilnehm[a-z]*|klient[a-z]*|patient[a-z]*|bewohner[a-z]*|schueler[a-z]*|klassen|anwesenheits|gefluechteten?"
    r"|fluechtlings|mitglieder|eltern|kinder|familien|haushalts?|namens|geburtstags|kunden|personen|belegungs|helfer"
    r"|ehrenamt[a-z]*|unterschriften?|tn) ?liste[n]?|klient(innen|en)?|klientel|anwesenheit"
    r"|betreute (personen|familien)|belegung"
    r"|faelle|fallliste|teilnehmende|teilnehmer(innen)?|bewohner(innen)?|ratsuchende|client list|participants"
    r"|attendance)\b.*"
)
"""How such a list is headed, or how its file or sheet is called."""
_ANY = r"(?!(x|ja|nein|j|n)$)(?!\d+$).+"
SIGNS: Mapping[str, str] = {
    r"alter|lebensalter|age|jahrgang|alter in jahren": r"\d{1,2}|(19|20)\d\d",
    r"geschlecht|sex|gender": r"[mwdf]|maennlich|weiblich|divers|male|female|mann|junge|maedchen",
    r"familie|haushalt|bedarfsgemeinschaft": _ANY,
    r"kinder|kinderzahl|(anz|anzahl) (der )?kinder|personen( im haushalt)?|(anz|anzahl) (der )?personen"
    r"|haushaltsgroesse|kind|erwachsene": r"\d|1[0-5]",
    r"anrede": r"herrn?|frau|familie|fam|eheleute|divers",
    r"unterschrift|anwesend|anwesenheit": r".+",
    r"ankunft|angekommen|zuzug": rf"{_ANY}|\d+",
    r"unterkunft|gemeinschaftsunterkunft|wohnheim": _ANY,
    r"tn|teilnehmer(in)?|klient(in)?|person|schueler(in)?|kuerzel tn|tn kuerzel": _ANY,
}
"""What only people have, by the column's name: how its cells look then. Two such columns are enough."""


def title_key(title: str) -> str:
    """The title as `key_of` writes it, without what writes out both sexes: 'Schüler:innen' is 'schueler'."""
    return _BOTH.sub("", key_of(title))


_BOTH = re.compile(r"(?<=[a-z]{4}) (innen|in|r|n|nen)$")
