"""How long the inbox keeps what came in and what was counted, and from when on it reminds of what waits."""

from __future__ import annotations

import datetime

from ratslinde.journal.retention import Period, Rule, declare

REMIND_AFTER = datetime.timedelta(days=14)
"""What waits longer is named on the start page of who can decide it."""
DECIDED = declare(Rule(
    setting="RATSLINDE_KEEP_DECIDED",
    what="Inhalt einer Meldung, über die entschieden ist",
    why="Die Entscheidung soll sich noch erklären und berichtigen lassen; danach ist der Zweck erfüllt.",
    periods=(Period(days=30),),
))  # fmt: skip
"""GDPR article 5 (1) e asks for a limit; the number is ours."""
UNDECIDED = declare(Rule(
    setting="RATSLINDE_KEEP_UNDECIDED",
    what="Meldung, über die niemand entschieden hat",
    why="Was ein halbes Jahr lang niemand gebraucht hat, ist überholt; wer es gesendet hat, wird wieder gefragt.",
    periods=(Period(days=180),),
))  # fmt: skip
"""Six months are usual for what is sent in by a contact form; no law gives a number."""
SEARCHES = declare(Rule(
    setting="RATSLINDE_KEEP_SEARCHES",
    what="Gezählte Suchen ohne Treffer (Wörter und Filter eines Tages)",
    why="Ein Jahr lässt sich mit dem davor vergleichen.",
    periods=(Period(days=730),),
))  # fmt: skip
