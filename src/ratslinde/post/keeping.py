"""How long mails are kept, and what throws them away. Links and codes are gone as soon as a mail was sent."""

from __future__ import annotations

import datetime
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from ratslinde.journal.retention import Period, Rule, declare, forgets
from ratslinde.post.closing import close
from ratslinde.post.models import Letter, State

LETTERS = declare(Rule(
    setting="RATSLINDE_KEEP_LETTERS",
    what="Adresse, Betreff und Text einer gesendeten oder verworfenen Mail",
    why="Wer nachfragt, was geschrieben wurde, tut das im ersten halben Jahr.",
    periods=(Period(days=180),),
))  # fmt: skip
RETURNED = declare(Rule(
    setting="RATSLINDE_KEEP_RETURNED",
    what="Adresse, Text und Grund einer Mail, die zurückkam, abgelehnt wurde oder unklar ist",
    why="Solange jemand nach der richtigen Adresse fragt; eine falsche aufzubewahren nützt niemandem.",
    periods=(Period(days=90),),
))  # fmt: skip
HELD = declare(Rule(
    setting="RATSLINDE_KEEP_HELD_LETTERS",
    what="Mail zur Durchsicht, die niemand freigibt (sie wird verworfen)",
    why="Ihr Link gilt dann nicht mehr, und was sie fragt, ist überholt.",
    periods=(Period(days=60),),
))  # fmt: skip
NOTES = declare(Rule(
    setting="RATSLINDE_KEEP_LETTER_NOTES",
    what="Vermerk ohne Adresse und Text, dass eine Mail geschrieben wurde",
    why="Damit aus demselben Anlass keine zweite geschrieben wird und sich zeigen lässt, dass gefragt wurde.",
    periods=(Period(days=730),),
))  # fmt: skip
FILES = declare(Rule(
    setting="RATSLINDE_KEEP_MAIL_FILES",
    what="Mail, die ohne Mailserver als Datei im Datenordner liegt",
    why="Zum Ausprobieren gedacht; sie enthält Codes und Links im Klartext.",
    periods=(Period(days=14),),
))  # fmt: skip
TROUBLED = (State.BOUNCED, State.FAILED, State.UNCLEAR)
NOBODY = "Niemand hat die Mail freigegeben."
_EMPTY = {"recipient": "", "reply_to": "", "subject": "", "content": None, "diagnosis": ""}


@forgets(LETTERS)
def forget_letters() -> int:
    """Take whom and what out of letters settled long ago; the reason stays, so that none is written twice."""
    return _emptied(Q(settled_at__lt=LETTERS.limit()) & ~Q(state__in=TROUBLED))


@forgets(RETURNED)
def forget_returned() -> int:
    """The same for those that did not arrive, or may not have."""
    return _emptied(Q(settled_at__lt=RETURNED.limit(), state__in=TROUBLED))


@forgets(HELD)
def discard_held() -> int:
    """Discard what nobody has released in time."""
    held = Letter.objects.select_for_update().filter(state=State.HELD, written_at__lt=HELD.limit())
    return sum(close(letter, State.DISCARDED, diagnosis=NOBODY) for letter in held)


@forgets(NOTES)
def forget_notes() -> int:
    """Delete what is left of letters, the reason too."""
    return Letter.objects.filter(settled_at__lt=NOTES.limit()).delete()[0]


@forgets(FILES)
def forget_files() -> int:
    """Delete files of mails in the data folder; returns how many."""
    folder, before = Path(settings.EMAIL_FILE_PATH), FILES.limit()
    old = [path for path in folder.glob("*.log") if _written_at(path) < before] if folder.is_dir() else []
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _emptied(over: Q) -> int:
    return Letter.objects.filter(over).exclude(recipient="").update(**_EMPTY)


def _written_at(path: Path) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.UTC)
