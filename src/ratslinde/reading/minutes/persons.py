"""Names in attendance lists: one printed piece becomes a person with role, group and remarks."""

from __future__ import annotations

import re
from bisect import bisect_left

from ratslinde.reading.minutes.person import HONORIFIC, NAME, TITLE, Person, is_name
from ratslinde.reading.minutes.remarks import bare, take_remarks
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.signed_names import ROLE
from ratslinde.reading.text.bodies import is_body

_RULES = load("attendance")
_LEADING = re.compile(rf"^(?:{HONORIFIC}\s+)")
_OFFICE = re.compile(rf"^(?P<office>{alternatives(_RULES['offices'])})\s+(?=[A-ZÄÖÜ])")
_OFFICE_ALONE = re.compile(alternatives(_RULES["offices"]))
_DEPUTY = re.compile(r"\s+(?P<note>(?:i\. ?V\.?|in Vertretung|als Vertret\w+|Vertretung)\s.+)$")
_DEPARTMENT = re.compile(
    rf"(?=[A-ZÄÖÜ])(?:[^,]*?)?{alternatives(load('papers')['departments'])}(?: .*)?", re.IGNORECASE
)
_SEVERAL = re.compile(rf"\s*[,;]\s*(?={HONORIFIC}\s)|\s+und\s+(?={HONORIFIC}\s)")
_COMMA = re.compile(r"\s*[,;]\s*")
_PARTY_BEHIND = re.compile(rf"(?<=\w)[\s,]+(?P<party>{alternatives(_RULES['parties'])})$")
_FUNCTION = re.compile(r"(?:\s+als|,?\s+zugleich)\s+(?P<role>[A-ZÄÖÜ][\w/-]+(?:in)?)$")
_PLURAL = re.compile(rf"{alternatives(_RULES['plural_offices'])}:?\s+(?=[A-ZÄÖÜ][^:]*(?:,|\sund\s))")
_ROW = re.compile(r"\s*[,;]\s*|\s+und\s+")
_BRACKET = re.compile(r"[()]")
LONGEST = 80  # characters of one person with all that is said of her


def persons_in(text: str) -> list[Person]:
    """Return the persons of a printed piece: "Fr. Arnold, Hr. Berg" are two, "Amt 1/Hr. Berg" has a role."""
    text = re.sub(r"^[-–•·*▪]\s*|^\d{1,2}[.)]\s+", "", text.strip()).rstrip(" ,;")
    deputy = _DEPUTY.search(text)
    text = text[: deputy.start()] if deputy else text
    office = re.match(rf"^(?P<office>[^/]{{2,60}})/(?={HONORIFIC}\s)", text)
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


def is_addressed(text: str) -> bool:
    """Return whether a text calls somebody by "Herr" or "Frau" or by an office, as a short piece of a list does."""
    called = _LEADING.match(text) or _OFFICE.match(text)
    return called is not None and len(text) < LONGEST and not text.endswith((".", ":"))


def is_office(text: str) -> bool:
    """Return whether a text is an office and nothing else ("Ortsratsmitglied")."""
    return _OFFICE_ALONE.fullmatch(text) is not None


def _pieces(text: str) -> list[str]:
    """Part a row of names at its commas; "Berg, Anna" and "Herr Berg, Bauamt" are one person each."""
    pieces = _SEVERAL.split(text)
    if len(pieces) > 1:
        return pieces
    if several := _PLURAL.match(text):
        return _parted(text[several.end() :], _ROW)
    pieces = _with_functions(_parted(text, _COMMA))
    if re.fullmatch(TITLE, pieces[-1]):
        return [text]
    titled = [bool(_LEADING.match(piece) or _OFFICE.match(piece)) for piece in pieces]
    if len(pieces) < 2 or not all(_person(piece) for piece in pieces):
        return [text]
    whole = [" " in piece or "(" in piece for piece in pieces]
    if len(pieces) == 2 and "(" not in pieces[0] and " " not in bare(pieces[1]):
        return pieces if all(titled) else [text]
    apart = (
        all(titled)
        or (all(whole) and not (titled[0] and not any(titled[1:]) and len(pieces) == 2))
        or len(pieces) > 2
    )
    return pieces if apart else [text]


def _with_functions(pieces: list[str]) -> list[str]:
    """The pieces, what is only a function or a department joined with the name in front of it."""
    joined: list[str] = []
    for piece in pieces:
        called = _LEADING.match(piece) or _OFFICE.match(piece)
        if joined and not called and _is_function(piece, honoured=False):
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    return joined


def _parted(text: str, between: re.Pattern[str]) -> list[str]:
    """The pieces of a text, parted at what stands outside of brackets."""
    brackets = [(match.start(), match[0]) for match in _BRACKET.finditer(text)]
    pieces, begin = [], 0
    for match in between.finditer(text):
        following = bisect_left(brackets, (match.end(), ""))
        if following == len(brackets) or brackets[following][1] == "(":
            pieces.append(text[begin : match.start()])
            begin = match.end()
    return [*pieces, text[begin:]]


def _person(text: str) -> Person | None:
    person = Person("")
    whole = re.fullmatch(r"\((?P<name>[^()]+)\)?(?P<rest>.*)", text)
    if (whole and _LEADING.match(whole["name"])) or (whole and _OFFICE.match(whole["name"])):
        person.present = False
        text = f"{whole['name']} {whole['rest']}".strip()
    text = take_remarks(person, text)
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
    if comma and (not NAME.fullmatch(text) or _is_function(role, honoured=honoured)):
        person.role, text = person.role or role.strip(), name
    person.name = text.strip(" ,;:")
    return person if is_name(person.name) and (honoured or not is_office(person.name)) else None


def _is_function(text: str, *, honoured: bool) -> bool:
    """Whether what stands behind the comma of a name is no first name: a function, an office, a department."""
    if (honoured and " " in text) or _DEPARTMENT.fullmatch(text):
        return True
    return is_office(text) or ROLE.search(text) is not None
