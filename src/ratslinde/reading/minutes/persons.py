"""Names in attendance lists: one printed piece becomes a person with role, group and remarks."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.bodies import is_body

_RULES = load("attendance")
_HONORIFIC = alternatives(_RULES["honorifics"])
_LEADING = re.compile(rf"^(?:{_HONORIFIC}\s+)")
_OFFICE = re.compile(rf"^(?P<office>{alternatives(_RULES['offices'])})\s+(?=[A-ZÄÖÜ])")
_OFFICE_ALONE = re.compile(alternatives(_RULES["offices"]))
_DEPUTY = re.compile(r"\s+(?P<note>(?:i\. ?V\.?|in Vertretung|als Vertret\w+|Vertretung)\s.+)$")
_GROUP = re.compile(alternatives(_RULES["groups"]))
_NOTE = re.compile(rf"(?:^|[\s,]+)(?P<note>{alternatives(_RULES['notes'])})$")
_NOTE_FIRST = re.compile(rf"^(?P<note>(?:ab|bis) \d{{1,2}}(?:[.:]\d\d)? Uhr)\s+(?={_HONORIFIC}\s)")
_ABSENT = re.compile(alternatives(_RULES["absent_notes"]), re.IGNORECASE)
_SEVERAL = re.compile(rf"\s*[,;]\s*(?={_HONORIFIC}\s)|\s+und\s+(?={_HONORIFIC}\s)")
_COMMA = re.compile(r"\s*[,;]\s*(?![^()]*\))")
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]")
_PARTY_BEHIND = re.compile(rf"(?<=\w)[\s,]+(?P<party>{alternatives(_RULES['parties'])})$")
_FUNCTION = re.compile(r"(?:\s+als|,?\s+zugleich)\s+(?P<role>[A-ZÄÖÜ][\w/-]+(?:in)?)$")
_TITLE = r"(?:Prof\.|Dr\.(?:-Ing\.)?|Dipl\.-\w+\.?(?: \(FH\))?|Mag\.|h\. ?c\.|med\.|jur\.|Ing\.)"
_PARTICLE = r"(?:von|van|vom|de|der|den|zu|zum|zur|del|di|da|dos|el|al|ten|ter|la|le)"
_PART = r"(?:(?:[A-ZÄÖÜÁÉŠČŽĆÇŞİØÅ][\w’'`.-]*[\w.]|[A-ZÄÖÜ]\.|[A-ZÄÖÜ])(?:-[A-ZÄÖÜ][\w’']*)*)"
_NAME = re.compile(
    rf"(?:{_TITLE}\s+)*(?:{_PARTICLE}\s+)*{_PART}(?:\s+(?:{_PARTICLE}\s+)*{_PART}){{0,4}}(?:,\s+(?:{_TITLE}\s+)*{_PART}(?:\s+{_PART}){{0,2}})?(?:,\s+{_TITLE})?"
)
_PLURAL = re.compile(rf"{alternatives(_RULES['plural_offices'])}:?\s+(?=[A-ZÄÖÜ][^:]*(?:,|\sund\s))")
_ROW = re.compile(r"\s*[,;]\s*(?![^()]*\))|\s+und\s+")
_NO_NAME = re.compile(rf"(?:{alternatives(_RULES['no_names'])})\b")


class Person(msgspec.Struct):
    """A person of a list; `present` is None when only the heading above can tell."""

    name: str
    role: str | None = None
    group: str | None = None
    note: str | None = None
    present: bool | None = None


def persons_in(text: str) -> list[Person]:
    """Return the persons of a printed piece: "Fr. Arnold, Hr. Berg" are two, "Amt 1/Hr. Berg" has a role."""
    text = re.sub(r"^[-–•·*▪]\s*|^\d{1,2}[.)]\s+", "", text.strip()).rstrip(" ,;")
    deputy = _DEPUTY.search(text)
    text = text[: deputy.start()] if deputy else text
    office = re.match(rf"^(?P<office>[^/]{{2,60}})/(?={_HONORIFIC}\s)", text)
    role = office["office"].strip() if office else None
    rest = text[office.end() :] if office else text
    found = [person for piece in _pieces(rest) if (person := _person(piece.strip()))]
    for person in found:
        person.role = person.role or role
    if deputy and found:
        found[-1].note = deputy["note"]
    return found


def is_person_of_office(text: str) -> bool:
    """Return whether a text is an office with a name ("Beigeordnete Berg"), and no heading of a list.

    Behind a word that names a body too ("Stadtrat Lindenhagen"), a faction must follow the name.
    """
    people = persons_in(text)
    office = _OFFICE.match(text)
    if len(people) != 1 or not office or is_body(people[0].name):
        return False
    return not is_body(office["office"]) or people[0].group is not None


def is_office(text: str) -> bool:
    """Return whether a text is an office and nothing else ("Ortsratsmitglied")."""
    return _OFFICE_ALONE.fullmatch(text) is not None


def is_note(text: str) -> bool:
    """Return whether a text is a remark on presence, time or deputising ("ab 19:45 Uhr")."""
    return _NOTE.fullmatch(text) is not None


def _pieces(text: str) -> list[str]:
    """Part a row of names at its commas; "Berg, Anna" and "Herr Berg, Bauamt" are one person each."""
    pieces = _SEVERAL.split(text)
    if len(pieces) > 1:
        return pieces
    if several := _PLURAL.match(text):
        return _ROW.split(text[several.end() :])
    pieces = _COMMA.split(text)
    if re.fullmatch(_TITLE, pieces[-1]):
        return [text]
    titled = [bool(_LEADING.match(piece) or _OFFICE.match(piece)) for piece in pieces]
    if len(pieces) < 2 or not all(_person(piece) for piece in pieces):
        return [text]
    whole = [" " in piece or "(" in piece for piece in pieces]
    if len(pieces) == 2 and "(" not in pieces[0] and " " not in _bare(pieces[1]):
        return pieces if all(titled) else [text]
    apart = (
        all(titled)
        or (all(whole) and not (titled[0] and not any(titled[1:]) and len(pieces) == 2))
        or len(pieces) > 2
    )
    return pieces if apart else [text]


def _bare(piece: str) -> str:
    """The piece without brackets and remarks ("Anna (CDU) ab 19:20 Uhr" is "Anna")."""
    text = _BRACKETS.sub("", piece).strip()
    while (note := _NOTE.search(text)) and note.start() > 2:
        text = text[: note.start()].strip(" ,;")
    return text


def _person(text: str) -> Person | None:
    person = Person("")
    whole = re.fullmatch(r"\((?P<name>[^()]+)\)?(?P<rest>.*)", text)
    if (whole and _LEADING.match(whole["name"])) or (whole and _OFFICE.match(whole["name"])):
        person.present = False
        text = f"{whole['name']} {whole['rest']}".strip()
    text = _take_notes(person, text)
    honoured = _LEADING.match(text) is not None
    text = _LEADING.sub("", text)
    while match := _OFFICE.match(text):
        person.note = match["office"] if not person.note else person.note
        text = _LEADING.sub("", text[match.end() :])
    if (party := _PARTY_BEHIND.search(text)) and not person.group:
        person.group, text = party["party"], text[: party.start()]
    if function := _FUNCTION.search(text):
        person.role, text = function["role"], text[: function.start()]
    name, slash, role = text.partition("/")
    if slash and (honoured or not role[:1].isspace()):
        person.role, text = role.strip(), name.strip()
    name, comma, role = text.partition(", ")
    if comma and (not _NAME.fullmatch(text) or (honoured and " " in role)):
        person.role, text = person.role or role.strip(), name
    person.name = text.strip(" ,;:")
    return person if _is_name(person.name) else None


def _take_notes(person: Person, text: str) -> str:
    first = _NOTE_FIRST.match(text)
    if first:
        person.note, text = first["note"], text[first.end() :]
    for match in _BRACKETS.finditer(text):
        _sort(person, match["inside"].strip())
    text = _BRACKETS.sub("", text).strip()
    behind = re.search(r"\s[-–]\s+(?P<rest>.+)$", text)
    if behind:
        _sort(person, behind["rest"])
        text = text[: behind.start()]
    while (note := _NOTE.search(text)) and note.start() > 2:
        _remark(person, note["note"])
        text = text[: note.start()].strip(" ,;")
    return text


def _sort(person: Person, text: str) -> None:
    """What stands in brackets: a group, a remark on presence or time, or a function."""
    if not text:
        return
    if _NOTE.fullmatch(text) or _NOTE.fullmatch(f" {text}"):
        _remark(person, text)
    elif _GROUP.fullmatch(text):
        person.group = person.group or text
    else:
        person.role = person.role or text


def _remark(person: Person, note: str) -> None:
    person.note = note
    if _ABSENT.fullmatch(note):
        person.present = False


def _is_name(text: str) -> bool:
    return (
        2 < len(text) < 60
        and _NAME.fullmatch(text) is not None
        and not _NO_NAME.match(text)
        and not (text.isupper() and len(text) < 5)
        and not any(char.isdigit() for char in text)
    )
