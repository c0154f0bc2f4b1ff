"""What associations and offices are called in short and in full, and which words lists shorten: names as data."""

from __future__ import annotations

from collections.abc import Mapping

from ratslinde.kernel.text import spelled_out

_WRITTEN: Mapping[str, tuple[str, ...]] = {
    "asb": ("arbeiter samariter bund",),
    "awo": ("arbeiterwohlfahrt",),
    "bamf": ("bundesamt für migration und flüchtlinge",),
    "bund": ("bund für umwelt und naturschutz deutschland", "bund für umwelt und naturschutz"),
    "cvjm": ("christlicher verein junger menschen",),
    "dgb": ("deutscher gewerkschaftsbund",),
    "ditib": ("türkisch islamische union der anstalt für religion", "türkisch islamische union"),
    "dksb": ("deutscher kinderschutzbund", "dt kinderschutzbund", "kinderschutzbund"),
    "dlrg": ("deutsche lebens rettungs gesellschaft", "deutsche lebensrettungsgesellschaft"),
    "drk": ("deutsches rotes kreuz", "dt rotes kreuz", "rotes kreuz"),
    "eutb": ("ergänzende unabhängige teilhabeberatung",),
    "feg": ("freie evangelische gemeinde",),
    "hwk": ("handwerkskammer",),
    "ib": ("internationaler bund",),
    "ihk": ("industrie und handelskammer",),
    "jmd": ("jugendmigrationsdienst", "jugendmigrationsdienste"),
    "kab": ("katholische arbeitnehmer bewegung",),
    "kfd": ("katholische frauengemeinschaft deutschlands",),
    "ki": ("kommunales integrationszentrum",),
    "ksb": ("kreissportbund",),
    "kvhs": ("kreisvolkshochschule",),
    "mbe": ("migrationsberatung für erwachsene zuwanderer", "migrationsberatung für erwachsene"),
    "mgh": ("mehrgenerationenhaus",),
    "nabu": ("naturschutzbund deutschland", "naturschutzbund"),
    "skf": ("sozialdienst katholischer frauen",),
    "skm": ("sozialdienst katholischer männer", "katholischer verein für soziale dienste"),
    "ssb": ("stadtsportbund",),
    "thw": ("technisches hilfswerk",),
    "vdk": ("sozialverband vdk",),
    "vhs": ("volkshochschule",),
}

ASSOCIATIONS: Mapping[str, tuple[str, ...]] = {
    short: tuple(map(spelled_out, longs)) for short, longs in _WRITTEN.items()
}
"""The short form to the long ones, folded: either is the other."""

LEVELS: Mapping[str, str] = {
    "ortsverein": "ov", "ortsverband": "ov", "ortsgruppe": "og", "ortsgemeinschaft": "og", "kreisverband": "kv",
    "kreisgruppe": "kv", "bezirksverband": "bv", "landesverband": "lv",
    "ortsgemeinde": "gemeinde",
}  # fmt: skip
"""Of which level a part of an association is."""

SPELLED: Mapping[str, str] = {
    "evangelische": "evangelisch", "evangelischer": "evangelisch", "evangelisches": "evangelisch",
    "evgl": "evangelisch", "katholische": "katholisch", "katholischer": "katholisch", "katholisches": "katholisch",
    "kath": "katholisch", "freier": "freie", "freies": "freie", "sankt": "st", "staedtische": "staedt",
    "staedtischer": "staedt", "staedtisches": "staedt",
}  # fmt: skip
"""Words that are written in several ways, and the one that stands for all."""

LITTLE = frozenset(
    {"f", "u", "und", "fuer", "der", "die", "das", "des", "in", "im", "am", "von", "vom", "e", "v"}
)
"""Words without which a name is the same."""

BEFORE = frozenset({
    "kommunales", "kommunale", "kommunaler", "staedt", "evangelisch", "katholisch", "oertliche", "oertlicher",
})  # fmt: skip
"""What may stand before the word by which an office is known: 'Kommunales Jobcenter'."""
