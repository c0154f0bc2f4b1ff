"""Somebody says what the words of a list mean here; that is remembered for the next one."""

from __future__ import annotations

from collections.abc import Mapping

from ratslinde.integration import rights
from ratslinde.integration.importing.actions.checks import locked, refuse_begun, refuse_over
from ratslinde.integration.importing.actions.reading_in import compare_in_time
from ratslinde.integration.importing.meanings import Meanings
from ratslinde.integration.importing.models import ImportRun, WordMapping
from ratslinde.integration.importing.stating import state_tables
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]


@action("landscape.import")
def map_words(
    _account: Account, run: ImportRun, *, meanings: Mapping[tuple[str, str], str | None]
) -> ImportRun:
    """Say for words of the run, by vocabulary and key, what they mean: a public id, a language's code, '' for nothing.

    None forgets what was said before. The rows are made and compared anew; decisions about them stay.
    """
    run = locked(run)
    refuse_over(run)
    refuse_begun(run)
    offered = Meanings(run.body)
    asked = {(each["among"], each["key"]) for each in run.words}
    for (among, key), meaning in meanings.items():
        if (among, key) not in asked or (meaning and not offered.has(among, meaning)):
            raise Refused("Bitte einen der angebotenen Begriffe wählen.")
        said = WordMapping.objects.filter(body=run.body, among=among, word=key)
        if meaning is None:
            said.delete()
        elif not said.update(meaning=meaning):
            WordMapping.objects.create(body=run.body, among=among, word=key, meaning=meaning)
    state_tables(run)
    return compare_in_time(run)
