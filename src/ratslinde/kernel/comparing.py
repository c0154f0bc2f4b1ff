"""Looking for words in columns of a table, as a reader compares them, alike on both databases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func, Q, TextField
from django.db.models.lookups import Contains
from django.db.models.sql.compiler import SQLCompiler

from ratslinde.kernel.text import clean, fold, spelled_out


def holds(query: str, *fields: str) -> Q:
    """That each word of the query stands in one of the text fields, as a reader compares it, also inside a word.

    Small and capital letters, accents and soft hyphens count as one; an umlaut may be left bare or spelled out
    (`Förderung`, `Forderung`, `Foerderung`), and ß is ss.
    """
    condition = Q()
    for word in clean(query).split():
        found = Q()
        for field in fields:
            for how in (fold, spelled_out):
                found |= Q(Contains(Folded(field, how=how), how(word)))
        condition &= found
    return condition


def _or_none(how: Callable[[str], str]) -> Callable[[str | None], str | None]:
    """SQLite calls for a text that is not there as well."""
    return lambda text: None if text is None else how(text)


class Folded(Func):
    """A text column as `kernel.text.fold` or `spelled_out` would give it."""

    arity = 1
    output_field = TextField()

    def __init__(self, field: str, *, how: Callable[[str], str]) -> None:
        super().__init__(field)
        self.how = how

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        """With the function itself: SQLite calls Python."""
        name = f"ratslinde_{self.how.__name__}"
        connection.ensure_connection()
        connection.connection.create_function(name, 1, _or_none(self.how), deterministic=True)
        return self.as_sql(compiler, connection, function=name)

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        """With the same steps in SQL; letters first lose their accents, so that `lower` depends on no locale."""
        bare = "lower(regexp_replace(normalize({}, NFKD), '[\u0300-\u036f\u00ad]', '', 'g'))"
        text = "normalize(%(expressions)s, NFC)"
        spelled = {"ß": "ss", "ẞ": "ss"} | (_UMLAUTS if self.how is spelled_out else {})
        for letter, written in spelled.items():
            text = f"replace({text}, '{letter}', '{written}')"
        return self.as_sql(compiler, connection, template=bare.format(text))


_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"}
