"""The landscape's texts in other languages; some German texts were changed afterwards."""

from __future__ import annotations

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import LandscapeRow, TranslationState
from ratslinde.integration.landscape.rules.default_names import names_in
from ratslinde.site.demo.landscape import texts
from ratslinde.site.demo.landscape.rows import Rows
from ratslinde.site.demo.landscape.texts import LanguageText, TranslatedText
from ratslinde.site.demo.town import Cast


def translate_everything(cast: Cast, rows: Rows) -> None:
    """Enter every translation, then change the texts that are revised: their translations are outdated.

    Those of the words a town begins with are there already; here somebody has checked them.
    """
    for language in texts.translations():
        _translate(cast, rows, language)
    for revised in texts.landscape().revised:
        offer = rows.offers[revised.offer]
        rows.offers[revised.offer] = actions.edit_offer(
            cast.manager, offer, changes={"description": revised.description}, revision=offer.revision
        )


def _translate(cast: Cast, rows: Rows, written: LanguageText) -> None:
    for (taxonomy, code), name in names_in(written.language).items():
        _text(cast, rows.terms[taxonomy, code], "name", written.language, name, TranslationState.CHECKED)
    for name, actor in written.actors.items():
        _both(cast, rows.actors[name], written.language, actor)
    for name, offer in written.offers.items():
        _both(cast, rows.offers[name], written.language, offer)


def _both(cast: Cast, row: LandscapeRow, language: str, written: TranslatedText) -> None:
    _text(cast, row, "name", language, written.name, written.state)
    _text(cast, row, "description", language, written.description, written.state)


def _text(cast: Cast, row: LandscapeRow, field: str, language: str, text: str, state: str) -> None:
    actions.translate(cast.manager, row, field=field, language=language, text=text, state=state)
