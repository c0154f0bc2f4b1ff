"""Two actors in the cell for one: 'Ausbildungsverbund / Stadtbücherei'. Somebody says whether that is one."""

from __future__ import annotations

import re
from collections.abc import Container

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.likeness.association_names import ASSOCIATIONS
from ratslinde.kernel.text import collapse, spelled_out

_HARD = re.compile(r"\s+[/+|]\s+|\s*;\s*|(?<=\w{3})\s?/\s?(?=[A-ZÄÖÜ]\w{2})|(?<=[a-zäöüß]{3})\+(?=[A-ZÄÖÜ])")
_SOFT = re.compile(r"\s+(?:u\.|und|&|sowie)\s+")
_ACTOR = re.compile(
    r"(?:verein|verband|amt|schule|kita|kindergarten|gemeinde|stiftung|zentrum|initiative|netzwerk|buero|buecherei"
    r"|bibliothek|kirche|moschee|agentur|kammer|center|hilfe|laden|klub|club|werk|dienst|stelle|beirat|behoerde|treff"
    r"|museum|theater|chor|akademie|kolleg|klinik|genossenschaft|gesellschaft|bund|haus|kreis|partei|gewerkschaft"
    r"|kreissportbund|beratung|werkstatt|tafel|rat|pfarrei|universitaet|feuerwehr|polizei|bank|kasse)(?:en|s|n)?$"
)
_ALONE = re.compile(
    r"(?:jobcenter|caritas\w*|diakonie\w*|lebenshilfe|malteser|johanniter|ditib|pro familia|donum vitae)$"
)
_JOINING = re.compile(r"\b(?:fuer|f|der|des|von|vom|zur|zum|gegen|gem)\b")
"""Within such a name 'und' joins what it is for: 'Amt für Jugend und Schule'."""
_LEGAL = re.compile(r"\b(?:e\.? ?v\.?|g?gmbh|mbh|ev|kg|ag)(?!\w)")


def two_actors(text: str, *, known: Container[str] = frozenset()) -> tuple[str, str] | None:
    """The two names where both sides look like actors of their own; None for one name.

    `known`: `key_of` names of actors that stand: such a name is one, and so is each side that is called so.
    """
    if key_of(text) in known:
        return None
    for cut, is_soft in ((_HARD, False), (_SOFT, True)):
        found = list(cut.finditer(_masked(text)))
        if len(found) != 1:
            continue
        one, other = collapse(text[: found[0].start()]), collapse(text[found[0].end() :])
        if _is_cut_short(one, other) or (is_soft and _JOINING.search(spelled_out(one))):
            return None
        return (one, other) if _is_actor(one, known) and _is_actor(other, known) else None
    return None


def _masked(text: str) -> str:
    """The text with what stands in brackets or quotes blotted out, as long as before."""
    return re.sub(r"\([^()]*\)|„[^“”]*[“”]|\"[^\"]*\"", lambda met: "x" * len(met[0]), text)


def _is_cut_short(one: str, other: str) -> bool:
    """'Ausländer- und Einbürgerungsbehörde', 'Haus/-hof': one name of which a part is left out."""
    return one.endswith("-") or other.startswith("-") or not (one and other)


def _is_actor(text: str, known: Container[str]) -> bool:
    if key_of(text) in known:
        return True
    words = re.sub(r"[^a-z0-9 ]+", " ", _LEGAL.sub(" ", spelled_out(text))).split()
    return any(_ACTOR.search(word) or _ALONE.fullmatch(word) or word in ASSOCIATIONS for word in words)
