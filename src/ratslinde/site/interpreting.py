"""What the lower floors say, in the language of the person at the terminal.

Those floors speak German and know no other language: a refusal is a German sentence, and some of them are stored (what
is wrong with the rows of an import). So nothing but the sentence comes up. In an English terminal `english.po` is asked
for it: as it stands, else by the pattern that it fits ("Die Datei hat %(pages)s Seiten"), whose values are kept. Among
the values `word` and `words` are looked up too, and `sentence` is interpreted itself; a number may follow the name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ratslinde.site.wording import german

ENGLISH = Path(__file__).with_name("english.po")
VALUE = re.compile(r"%\((\w+)\)s")
_BETWEEN_WORDS = re.compile(r"(, | und )")
_AND = {" und ": " and "}


def interpreted(text: str) -> str:
    """The text in the language of the terminal; as it is where that is German, or nobody has translated it."""
    return text if german() else _english().of(text) or text


class Interpreter:
    """German texts and their translations by text; `%(name)s` stands for a value in both."""

    def __init__(self, translations: Mapping[str, str]) -> None:
        self._texts = translations
        # The more of a text is fixed, the more it is meant: "%(word)s: %(sentence)s" fits a lot and comes last.
        with_values = sorted(
            filter(VALUE.search, translations), key=lambda text: len(VALUE.sub("", text)), reverse=True
        )
        self._patterns = [(_pattern(text), translations[text]) for text in with_values]

    def of(self, text: str) -> str | None:
        """The translation, or None where there is none."""
        return self._texts.get(text) or next(self._fitting(text), None)

    def _fitting(self, text: str) -> Iterator[str]:
        for pattern, translation in self._patterns:
            found = pattern.fullmatch(text)
            values = found and {name: self._value(name, value) for name, value in found.groupdict().items()}
            if values and None not in values.values():
                yield translation % values

    def _value(self, name: str, value: str) -> str | None:
        if name.startswith("sentence"):
            return self.of(value) if value else ""
        if name.startswith("words"):
            pieces = _BETWEEN_WORDS.split(value)
            return "".join(_AND.get(piece) or self._texts.get(piece, piece) for piece in pieces)
        return self._texts.get(value, value) if name.startswith("word") else value


def _pattern(text: str) -> re.Pattern[str]:
    pieces = VALUE.split(text)  # what is fixed, and between that the names of the values
    for at, piece in enumerate(pieces):
        repeated = "*" if piece.startswith("sentence") else "+"
        pieces[at] = f"(?P<{piece}>.{repeated}?)" if at % 2 else re.escape(piece)
    return re.compile("".join(pieces), re.DOTALL)


@functools.cache
def _english() -> Interpreter:
    from babel.messages.pofile import read_po  # it takes a moment, and most calls do without

    with ENGLISH.open("rb") as opened:
        return Interpreter({str(each.id): str(each.string) for each in read_po(opened) if each.id})
