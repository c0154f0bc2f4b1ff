"""A text of an entry in the language of the page: translated, or German with a word that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ratslinde.kernel import blocks
from ratslinde.kernel.blocks import Block
from ratslinde.portal.directory.languages import PageLanguage

MACHINE, CHECKED, OUTDATED, MISSING = "machine", "checked", "outdated", "missing"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """`lang` and `direction` stand on the element; `state` is '' where nothing has to be said (German, checked).

    `original` is the German text where the shown one is a translation.
    """

    text: str
    lang: str = ""
    direction: str = ""
    state: str = ""
    original: str = ""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text as paragraphs and lists."""
        return blocks.parse(self.text)

    @property
    def original_blocks(self) -> tuple[Block, ...]:
        """The German text as paragraphs and lists."""
        return blocks.parse(self.original)


def shown(
    data: Mapping[str, Any], attribute: str, language: PageLanguage, *, field: str = "", german: str = ""
) -> Shown:
    """The attribute of an HSDS object in the language. `field`: its name among the translations, if it is another."""
    original = german or data.get(attribute, "")
    if language.is_german or not original:
        return Shown(text=original)
    translation = data.get("x_translations", {}).get(language.code, {}).get(field or attribute)
    if translation is None:
        return Shown(text=original, lang="de", direction="ltr", state=MISSING)
    state = translation["state"]
    return Shown(text=translation["text"], state="" if state == CHECKED else state, original=original)


def states(texts: list[Shown]) -> frozenset[str]:
    """What has to be said about some texts together."""
    return frozenset(text.state for text in texts if text and text.state)
