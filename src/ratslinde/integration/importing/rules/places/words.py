"""What stands where a place is expected and is none: 'online', 'zu Hause', 'per Telefon', 'verschiedene Orte'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ratslinde.kernel.text import spelled_out

_ONLINE = (
    r"(nur |rein |per |(?:ue|ü)ber |via |als )?(online|digital|virtuell|(ms )?teams|zoom|zoom meeting|webex|jitsi|skype"
    r"|big ?blue ?button|video(konferenz|chat|telefonie)?|internet|onlineberatung|webinar)|im (internet|netz)"
    r"|online (angebot|kurs|beratung|format|veranstaltung)|"
    r"(online|digital|virtuell) ((?:ue|ü)ber|via|per|mit|bei) \w+( \w+)?|cevrimici"
)
_OUTREACH = (
    r"aufsuchend( (arbeit|beratung))?|hausbesuche?|(bei (den |der )?(familien?|teilnehmenden|menschen|ihnen|eltern) )?"
    r"(zu ?hause|daheim)|(zu ?hause|daheim) (bei|in) (den familien|den menschen|ihnen)"
    r"|(bei|in) den familien|im haushalt der famili(e|en)|in der (eigenen )?wohnung|bei ihnen"
)
_ON_SITE = r"vor ort|praesenz|in praesenz|hybrid"
_NOWHERE = (
    r"(nur |per |am |(?:ue|ü)ber )?(telefon|telefonisch|e ?mail|mail|hotline|whatsapp|chat|messenger)"
    r"|(an |in )?(wechselnd|verschieden|unterschiedlich|mehrer|divers|div)(e[nr]?|s)?"
    r"( (orte?n?|standorte?n?|raeume?n?|schulen|kitas|einrichtungen|stadtteile?n?)( (in|im|der|des|auf) .*)?)?"
    r"|(der )?ort (wechselt|variiert|wird noch bekannt ?gegeben|nach (absprache|vereinbarung)|steht noch nicht fest)"
    r"|(wird )?(noch )?(bekannt ?gegeben|mitgeteilt)|noch (offen|unklar)|wechselt|variiert"
    r"|(nach|je nach) (absprache|vereinbarung|anmeldung|bedarf|wetter)|auf anfrage|siehe .*|s ?u|unterwegs"
    r"|s ((?:unsere[rs]? )?(homepage|web ?site|web ?seite|internet\w*|hp|aushang|flyer|programm\w*|oben|unten|o|u))"
    r"|im hause?|im (winter|sommer) .*|(ue|ü)berall|(.* )?je nach \w+|bei interesse( .*)?|nach interesse"
    r"|https? .*|www .*|anonym|geheim|postfach .*|.* nicht (oe|ö)ffentlich"
    r"|mobil( (in|im|auf|vor) .*)?|bei uns( .*)?|(hier )?(im verein|beim (traeger|anbieter|verein|veranstalter))"
    r"|im freien|draussen|ohne|keine[rn]?|kein(er)?|entfaellt|nicht erf(orderlich)?|alle|egal"
)
_SORTS = tuple(
    (sort, re.compile(pattern))
    for sort, pattern in (
        ("online", _ONLINE), ("outreach", _OUTREACH), ("on_site", _ON_SITE), ("nowhere", _NOWHERE)
    )
)  # fmt: skip
_BETWEEN = re.compile(r"(\s*[/;,+&()]\s*|\s+(?:und|oder|sowie|bzw\.?|u\.|o\.|and|or)\s+)", re.IGNORECASE)
_LEADING = re.compile(r"(?i)^(?:in der|in den|im|in|bei der|beim|an der|am) ")
_DETAILS = ("(", ",", ";")
"""What stands behind these after "online" tells how to get in, and not where."""
_NO_WORD = re.compile(r"[^a-z0-9]+")
_MODES = {
    frozenset({"online"}): "online",
    frozenset({"outreach"}): "outreach",
    frozenset({"on_site"}): "on_site",
    frozenset({"online", "on_site"}): "hybrid",
}


@dataclass(frozen=True)
class NoPlace:
    """What the cell says instead of a place. `mode`: as an offer stores it, '' where that cannot be told.

    `place`: the part of the cell that names one nevertheless: 'Jugendzentrum oder online'. `is_whole`: the mode says
    all of it, so that no hint needs to be kept.
    """

    mode: str
    place: str = ""
    is_whole: bool = False


def no_place(text: str) -> NoPlace | None:
    """What the cell says where a place is expected; None where it may well be one."""
    if sort := _sort(text):
        mode = "hybrid" if sort == "on_site" and "hybrid" in _key(text) else _MODES.get(frozenset({sort}), "")
        return NoPlace(mode, is_whole=bool(mode))
    pieces = _BETWEEN.split(text)
    parts, sorts = pieces[::2], [_sort(part) for part in pieces[::2]]
    said = {sort for sort in sorts if sort}
    if not said:
        return None
    left = [at for at, sort in enumerate(sorts) if not sort and parts[at].strip()]
    if not left:
        return NoPlace(_MODES.get(frozenset(said), ""), is_whole=frozenset(said) in _MODES)
    if sorts[0] == "online" and said == {"online"} and pieces[1].strip() in _DETAILS:
        return NoPlace("online")
    between = _LEADING.sub("", "".join(pieces[2 * left[0] : 2 * left[-1] + 1]).strip())
    if said == {"online"} and left == [*range(left[0], left[-1] + 1)]:
        return NoPlace("hybrid", place=between)
    return None


def _sort(part: str) -> str:
    key = _key(part)
    return next((sort for sort, pattern in _SORTS if key and pattern.fullmatch(key)), "")


def _key(part: str) -> str:
    return _NO_WORD.sub(" ", spelled_out(part)).strip()
