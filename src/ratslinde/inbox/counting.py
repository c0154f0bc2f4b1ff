"""What is only counted: words and filters of a day, never who. Words that look like personal data are not kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import urlencode

from django.db import connection
from django.db.models import F

from ratslinde.inbox.kinds import CountedKind
from ratslinde.inbox.models import Counted
from ratslinde.kernel import clock
from ratslinde.kernel.text import clean

MOST_WORDS = 6
LONGEST_WORD = 30
MOST_ROWS_A_DAY = 1_000
"""Different searches of a kind on a day; further ones are counted without their words."""
_WORD = re.compile(r"\w[\w'-]*")
_FILTER = re.compile(r"[\w.:-]{1,40}")
_MAIL = re.compile(r"@|\(at\)|\[at\]")
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?:\s?[a-z0-9]{4}){2}")  # ISO 13616, with or without blanks
_DIGITS = re.compile(r"\d(?:[\s./()+:-]*\d){5}")
"""Six and more: phone, date of birth, file or insurance number."""
_LEVEL = re.compile(r"\b[^\W\d_]+\d{1,2}\b")
"""Course level B1: its digit does not belong to the postcode behind it."""


def count(kind: CountedKind, words: str, filters: Mapping[str, str]) -> None:
    """Add one to the count of the day."""
    found = {"words": countable(words), "filters": _kept(kind, filters)}
    day = clock.today()
    rows = Counted.objects.filter(kind=kind.name, day=day)
    if rows.filter(**found).update(number=F("number") + 1):
        return
    if rows.count() >= MOST_ROWS_A_DAY:
        found = {"words": "", "filters": ""}
    table = connection.ops.quote_name(Counted._meta.db_table)
    as_date = connection.ops.adapt_datefield_value
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (day, kind, words, filters, number, erase_on) VALUES (%s, %s, %s, %s, 1, %s) "  # noqa: S608
            f"ON CONFLICT (kind, day, words, filters) DO UPDATE SET number = {table}.number + 1",
            [as_date(day), kind.name, found["words"], found["filters"], as_date(kind.kept.until(day))],
        )


def countable(words: str) -> str:
    """The words in lower case, single blanks, at most `MOST_WORDS`; '' when anything looks like personal data.

    All words go then: what stands beside a phone number is most likely a name.
    """
    text = unicodedata.normalize("NFKC", clean(words)).lower()
    if _is_personal(text):
        return ""
    found = [word.strip("'-_")[:LONGEST_WORD] for word in _WORD.findall(text)]
    return " ".join([word for word in found if word][:MOST_WORDS])


def _kept(kind: CountedKind, filters: Mapping[str, str]) -> str:
    known = {name: filters[name] for name in sorted(kind.filters) if _FILTER.fullmatch(filters.get(name, ""))}
    kept = {name: value for name, value in known.items() if not _is_personal(value.lower())}
    return urlencode(kept)[:200]


def _is_personal(text: str) -> bool:
    return bool(_MAIL.search(text) or _IBAN.search(text) or _DIGITS.search(_LEVEL.sub("", text)))
