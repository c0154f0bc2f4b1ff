"""Why a form was not taken, in words that a person understands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """Why a form was not taken, in the person's words. `seconds`: when to try again. `confirm`: what was entered."""

    status: int
    heading: str
    sentence: str
    seconds: int = 0
    confirm: tuple[tuple[str, str], ...] | None = None

    @property
    def minutes(self) -> int:
        """The waiting time in whole minutes, at least one."""
        return max(1, -(-self.seconds // 60))


def foreign() -> Refusal:
    """403: sent from another page, or by a program."""
    return Refusal(
        status=403,
        heading=gettext("Das Formular kam nicht von dieser Seite"),
        sentence=gettext(
            "Aus Sicherheitsgründen nehmen wir nur Formulare an, die hier ausgefüllt wurden. Bitte öffnen Sie die "
            "Seite neu und senden Sie das Formular dort ab."
        ),
    )


def wrong_kind() -> Refusal:
    """415: not a plain form."""
    return Refusal(
        status=415,
        heading=gettext("Das können wir nicht annehmen"),
        sentence=gettext("Hier können nur Texte gesendet werden, keine Dateien."),
    )


def too_large() -> Refusal:
    """413: more than the form could hold."""
    return Refusal(
        status=413,
        heading=gettext("Das ist zu viel"),
        sentence=gettext("Ihre Angaben sind zu lang. Bitte gehen Sie zurück und kürzen Sie sie."),
    )


def too_many(seconds: int) -> Refusal:
    """429: the limit of the source or of the whole site is reached for so many seconds."""
    return Refusal(
        status=429,
        heading=gettext("Gerade kommen zu viele Meldungen"),
        sentence=gettext("Bitte warten Sie etwas und senden Sie das Formular dann noch einmal ab."),
        seconds=seconds,
    )


def unconfirmed(entered: Sequence[tuple[str, str]]) -> Refusal:
    """403: most likely a program, but perhaps not: what was entered can be sent again."""
    return Refusal(
        status=403,
        heading=gettext("Bitte bestätigen Sie"),
        sentence=gettext(
            "Das Formular wurde sehr schnell ausgefüllt oder stand lange offen. Ihre Angaben sind noch da: Bitte "
            "senden Sie sie noch einmal ab."
        ),
        confirm=tuple(entered),
    )
