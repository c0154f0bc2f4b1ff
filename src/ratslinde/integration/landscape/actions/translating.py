"""Texts in other languages."""

from __future__ import annotations

from django.db.models import F
from django.utils import timezone

from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.restating import TRANSLATED
from ratslinde.integration.landscape.models import LandscapeRow, Translation, TranslationState
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.kernel.languages import is_known
from ratslinde.kernel.text import clean
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
LONGEST = 20_000


@action("translation.edit")
def translate(
    _account: Account,
    row: LandscapeRow,
    *,
    field: str,
    language: str,
    text: str,
    state: str,
    revision: int | None = None,
) -> Translation | None:
    """The text of a field in another language, made from the German text of now; an empty one removes it.

    `revision`: of the translation that was seen; Raises Conflict when somebody else changed it since.
    """
    if field not in TRANSLATED.get(type(row).__name__, ()):
        raise Refused("Dieses Feld wird nicht übersetzt.", field="field")
    if language == "de" or not is_known(language):
        raise Refused("Diese Sprache ist nicht bekannt.", field="language")
    if state not in TranslationState.values:
        raise Refused("Bitte den Stand der Übersetzung wählen.", field="state")
    text = clean(text).strip()
    if len(text) > LONGEST:
        raise Refused(f"Bitte kürzen: höchstens {LONGEST} Zeichen.", field="text")
    there = Translation.objects.select_for_update().filter(
        subject=row.public_id, field=field, language=language
    )
    _refuse_changed(there.first(), revision)
    if not text:
        there.delete()
        type(row)._default_manager.filter(pk=row.pk).update(
            changed_at=timezone.now()
        )  # no row tells of it else
        return None
    made, new = Translation.objects.update_or_create(
        subject=row.public_id, field=field, language=language,
        defaults={
            "body": row.body, "text": text, "state": state, "source": getattr(row, field), "outdated_at": None,
        },
    )  # fmt: skip
    if not new:
        Translation.objects.filter(pk=made.pk).update(revision=F("revision") + 1)
    made.refresh_from_db()
    return made


def _refuse_changed(there: Translation | None, revision: int | None) -> None:
    if revision is not None and (there.revision if there else 0) != revision:
        theirs: dict[str, object] = {"text": there.text} if there else {}
        raise Conflict(
            "Diese Übersetzung hat inzwischen jemand anderes geändert. Ihre Eingaben stehen noch im Formular.",
            theirs=theirs,
        )
