from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.landscape.values import GivenSchedule
from ratslinde.kernel.times_in_words import in_words

DAY, AT = datetime.date, datetime.time


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (GivenSchedule(opens_at=AT(18), closes_at=AT(20), frequency="WEEKLY", days="MO,TH"),
         "montags und donnerstags, 18:00 bis 20:00 Uhr"),
        (GivenSchedule(start=DAY(2026, 1, 6), opens_at=AT(16), frequency="WEEKLY", days="TU"),
         "dienstags, 16:00 Uhr, ab 06.01.2026"),
        (GivenSchedule(frequency="WEEKLY", interval=2, days="MO,TU,WE"),
         "alle 2 Wochen montags bis mittwochs, erster Tag nicht bekannt"),
        (GivenSchedule(start=DAY(2026, 4, 6), frequency="MONTHLY", days="2MO,-1FR", until=DAY(2026, 12, 31)),
         "jeden 2. Montag und letzten Freitag im Monat, ab 06.04.2026, bis 31.12.2026"),
        (GivenSchedule(frequency="MONTHLY", days="1MO,3MO,-1MO"), "jeden 1., 3. und letzten Montag im Monat"),
        (GivenSchedule(start=DAY(2026, 4, 6), frequency="MONTHLY", interval=3, days="1MO"),
         "alle 3 Monate am 1. Montag, ab 06.04.2026"),
        (GivenSchedule(start=DAY(2026, 4, 7), frequency="MONTHLY"), "am 7. jedes Monats, ab 07.04.2026"),
        (GivenSchedule(start=DAY(2026, 4, 7), frequency="WEEKLY", cancelled=("2026-04-14",)),
         "dienstags, ab 07.04.2026, nicht am 14.04.2026"),
        (GivenSchedule(start=DAY(2026, 4, 7), closes_at=AT(20)), "Dienstag, 07.04.2026, bis 20:00 Uhr"),
    ],
)  # fmt: skip
def test_a_row_of_times_is_one_sentence(times, said):
    assert in_words(times, whole=True) == said


def test_a_first_day_that_has_passed_and_single_days_are_not_named_where_nobody_compares():
    times = GivenSchedule(start=DAY(2020, 1, 7), frequency="WEEKLY", days="TU", cancelled=("2026-04-14",))
    assert in_words(times, description="nicht in den Ferien") == "dienstags, ein Ausfall, nicht in den Ferien"
