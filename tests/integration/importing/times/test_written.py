"""Times as lists write them: each is read exactly as it is meant, or not at all."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratslinde.desk.templatetags.landscape import times_words
from ratslinde.integration.importing.rules.times.written import dated_by, times
from ratslinde.integration.importing.wording import in_words
from ratslinde.integration.landscape.models import Schedule
from ratslinde.kernel.recurrence import WEEKDAYS


def short(each):
    """'MO,TU 09:00-12:00' of a row of times, with all else that it says."""
    hours = "-".join(each[name][:5] for name in ("opens_at", "closes_at") if each[name])
    often = {"MONTHLY": "monthly", "WEEKLY": "", "": "once"}[each["frequency"]]
    every = f"/{each['interval']}" if each["interval"] > 1 else ""
    ends = [f"{name} {each[name]}" for name in ("start", "until") if each[name]]
    note = f"({each['description']})" if each["description"] else ""
    return " ".join(part for part in (f"{often}{every}", each["days"], hours, *ends, note) if part)


UNDERSTOOD = {
    "dienstags 16-18 Uhr": "TU 16:00-18:00",
    "dienstags und donnerstags 16–18 Uhr": "TU,TH 16:00-18:00",
    "Mo–Fr 9–12 u. 14–16 Uhr": "MO,TU,WE,TH,FR 09:00-12:00|MO,TU,WE,TH,FR 14:00-16:00",
    "di. 10.00-12.00": "TU 10:00-12:00",
    "DI 10.00 - 12.00 UHR": "TU 10:00-12:00",
    "Mo 6-8 Uhr": "MO 06:00-08:00",
    "Mo 7-16": "MO 07:00-16:00",
    "Mo 7-9, 14-16 Uhr": "MO 07:00-09:00|MO 14:00-16:00",
    "Sprechzeit: Mi 15–17 Uhr": "WE 15:00-17:00",
    "Wir treffen uns jeden Montag von 15 bis 17 Uhr": "MO 15:00-17:00",
    "Kurs läuft vom 12.10. bis 18.12.2026, Mo+Mi 18-20 Uhr": "MO,WE 18:00-20:00 start 2026-10-12 until 2026-12-18",
    "Mi 14-16 Uhr und nach tel. Vereinbarung": "WE 14:00-16:00 (und nach tel. Vereinbarung)",
    "Mo 9-12, 14-16": "MO 09:00-12:00|MO 14:00-16:00",
    "Mo 9-12, Do 14-18": "MO 09:00-12:00|TH 14:00-18:00",
    "Mo 9-12 Uhr Do 14-18 Uhr": "MO 09:00-12:00|TH 14:00-18:00",
    "Mo.-Do. 8.00-16.00 Uhr, Fr. 8.00-12.30 Uhr": "MO,TU,WE,TH 08:00-16:00|FR 08:00-12:30",
    "Mo-Fr 8-12, Do auch 14-18 Uhr": "MO,TU,WE,TH,FR 08:00-12:00|TH 14:00-18:00",
    "Mo, Mi + Fr 9.30-11 Uhr": "MO,WE,FR 09:30-11:00",
    "Mo/Mi/Fr 9:30–11:00": "MO,WE,FR 09:30-11:00",
    "montags bis freitags von 9 bis 12 Uhr": "MO,TU,WE,TH,FR 09:00-12:00",
    "montags, 9 Uhr": "MO 09:00",
    "mittwochs ab 15 Uhr": "WE 15:00",
    "immer freitags um 18.30 Uhr": "FR 18:30",
    "jeden Samstag 10:15": "SA 10:15",
    "sonnabends 10 h": "SA 10:00",
    "samstags 15h": "SA 15:00",
    "Di 10 Uhr und 14 Uhr": "TU 10:00|TU 14:00",
    "jd. 2. u. 4. Di. 19.30 Uhr": "monthly 2TU 19:30|monthly 4TU 19:30",
    "jeden letzten So. i. M. 11:00": "monthly -1SU 11:00",
    "Di. u. Do. jew. 18-20.15 Uhr": "TU,TH 18:00-20:15",
    "Mo - Fr 8.00 - 12.00, Do zusätzl. 14.00 - 17.30": "MO,TU,WE,TH,FR 08:00-12:00|TH 14:00-17:30",
    "Mo 9-12 nur nach tel. Anmeldung": "MO 09:00-12:00 (nur nach tel. Anmeldung)",
    "Do 10-12 und n. Vereinb.": "TH 10:00-12:00 (und n. Vereinb.)",
    "mittwochs 17 - 18.30 (in den Ferien nicht!)": "WE 17:00-18:30 (in den Ferien nicht!)",
    "18 Uhr, dienstags und donnerstags": "TU,TH 18:00",
    "9-12 Uhr Mo-Fr": "MO,TU,WE,TH,FR 09:00-12:00",
    "dienstags 16 Uhr bis 18 Uhr": "TU 16:00-18:00",
    "Dienstag, 16:00 bis 18:00 Uhr": "TU 16:00-18:00",
    "freitags": "FR",
    "täglich 10-18 Uhr": "MO,TU,WE,TH,FR,SA,SU 10:00-18:00",
    "täglich außer so": "MO,TU,WE,TH,FR,SA",
    "taeglich ausser sonntags 8-20 Uhr": "MO,TU,WE,TH,FR,SA 08:00-20:00",
    "Mo-Fr außer Mi 9-12 Uhr": "MO,TU,TH,FR 09:00-12:00",
    "Öffnungszeiten: Mo-Fr 9-17 Uhr": "MO,TU,WE,TH,FR 09:00-17:00",
    "14-tägig dienstags": "/2 TU",
    "14tägig Di 17 Uhr": "/2 TU 17:00",
    "mittwochs 15 Uhr alle 2 Wochen": "/2 WE 15:00",
    "alle zwei Wochen montags, 16 Uhr": "/2 MO 16:00",
    "jede zweite Woche donnerstags 10 Uhr": "/2 TH 10:00",
    "alle 4 Wochen samstags 10-12 Uhr": "/4 SA 10:00-12:00",
    "1. und 3. Montag im Monat": "monthly 1MO|monthly 3MO",
    "1. und 3. Montag im Monat, 18 Uhr": "monthly 1MO 18:00|monthly 3MO 18:00",
    "2. und 4. Do. im Monat": "monthly 2TH|monthly 4TH",
    "2./4. Do 16-18 Uhr": "monthly 2TH 16:00-18:00|monthly 4TH 16:00-18:00",
    "jeden 1. Mi im Monat 15h": "monthly 1WE 15:00",
    "jeden 2. Dienstag im Monat 18 Uhr": "monthly 2TU 18:00",
    "jeden ersten Mittwoch im Monat um 19.30 Uhr": "monthly 1WE 19:30",
    "jeden ersten Dienstag, 10 Uhr": "monthly 1TU 10:00",
    "letzter Freitag im Monat 17-19 Uhr": "monthly -1FR 17:00-19:00",
    "jeden letzten Fr 17 Uhr": "monthly -1FR 17:00",
    "monatlich 2. Di 18:00": "monthly 2TU 18:00",
    "Di 9-12 Uhr, 1. Sa im Monat 10-13 Uhr": "TU 09:00-12:00|monthly 1SA 10:00-13:00",
    "Sa 14.11.2026": "once start 2026-11-14",
    "Samstag, den 14. November 2026, 18 Uhr": "once 18:00 start 2026-11-14",
    "14.11.2026, 10.00 - 14.00 Uhr": "once 10:00-14:00 start 2026-11-14",
    "2026-11-14": "once start 2026-11-14",
    "2026-11-14 18:00": "once 18:00 start 2026-11-14",
    "Termine: 12.10.2026, 26.10.2026": "once start 2026-10-12|once start 2026-10-26",
    "12.10., 26.10. und 9.11.2026, 18 Uhr":
        "once 18:00 start 2026-10-12|once 18:00 start 2026-10-26|once 18:00 start 2026-11-09",
    "14.11.26": "once start 2026-11-14",
    "ab 01.09.2026 immer freitags": "FR start 2026-09-01",
    "vom 1.10. bis 15.12.2026 dienstags 16 Uhr": "TU 16:00 start 2026-10-01 until 2026-12-15",
    "vom 1.10. bis 15.2.2027 dienstags 16 Uhr": "TU 16:00 start 2026-10-01 until 2027-02-15",
    "mittwochs 10 Uhr bis 30.6.2027": "WE 10:00 until 2027-06-30",
    "Di 16-18 Uhr (nicht in den Ferien)": "TU 16:00-18:00 (nicht in den Ferien)",
    "Di 16-18 Uhr, in den Schulferien nicht": "TU 16:00-18:00 (in den Schulferien nicht)",
    "Mo 9-12, Do 14-18 und nach Vereinbarung": "MO 09:00-12:00|TH 14:00-18:00 (und nach Vereinbarung)",
    "Mo 9-12 Uhr sowie n. V.": "MO 09:00-12:00 (sowie n. V.)",
    "Mo 9-12\nDi 14-16": "MO 09:00-12:00|TU 14:00-16:00",
    "Mo 9-12 Uhr; Di 14-16 Uhr": "MO 09:00-12:00|TU 14:00-16:00",
    "Mo; Di; 9-12 Uhr": "MO,TU 09:00-12:00",
}  # fmt: skip

NOT_UNDERSTOOD = """
Montag 9.00 12.00 Uhr
Mi 14–16 Uhr, jeden 1. Mi 16–18 Uhr
täglich 12-13 Uhr, Sa/So 12.30-13.30
täglich 12-13 Uhr, Sa/So 14-15 Uhr
Mo-Fr 9-16, Mi 9-12
Mo./Di. nach Voranmeldung
nach Vereinbarung
n. V.
auf Anfrage
Sa 14.11.
Sa 14.11
Mo, 12.10.
Mo, 12.10., 18 Uhr
Mo 14.11.2026
14.11. 18 Uhr
12.10.18, 19 Uhr
Termine: 12.10., 26.10., 9.11.
26.10., 12.10.2026
12.10. - 16.10.2026
12., 19. und 26.10.2026
Termin: Mo 18 Uhr
30.2.2026
jeden zweiten Dienstag 18 Uhr
jeden 2. Dienstag
jeder dritte Mittwoch
1. Montag
5. Montag im Monat
1.-3. Montag im Monat
einmal im Monat dienstags
monatlich dienstags
dienstags im Monat
1x monatlich
jeden vorletzten Freitag im Monat
werktags
werktags 9-12 Uhr
wochentags 9-12 Uhr
an Schultagen 13 Uhr
am Wochenende
in den Ferien nicht
ab 01.09. immer freitags
ab September dienstags 10 Uhr
dienstags seit 2019
9.30 bis 11
18 Uhr
ganztägig
Sa ganztägig
rund um die Uhr
Mo-So 0-24 Uhr
Fr 22-2 Uhr
Fr 18-24 Uhr
Di 18
Di 16,20 Uhr
Di 16-18,20 Uhr
Di 3-5
Mo 6-8
Di 6-12
Mo 6-8, 9-11
Di 9.-12.
Sa 9.10.-10.10.
Di 9.10-10.10
Di 18.05
Di 1800 Uhr
Di 16 Uhr 30
Di bis 18 Uhr
Di gegen 18 Uhr
Di 16 Uhr, 2 h
Di 16-18 Uhr (6-12)
Di 16-18 Uhr, 6-12 Jahre
Di 16-18 und 17-19 Uhr
Di 14-16, 9-12 Uhr
Di 18-16 Uhr
Di 25-26 Uhr
Di 16:75
Di nachmittags
Dienstagabend
Di 3 Uhr nachmittags
Mo 9-12 Uhr und Mi
10 Uhr Mo, 12 Uhr Di
Mo; Mi 9-12 Uhr
Mi geschlossen
Mo-Fr 9-12, Mi geschlossen
Fr-Mo 9-12 Uhr
täglich Mo-Fr 9-12 Uhr
täglich außer an Feiertagen und So, Mo
Mo 9-12, Di 14-16 (nicht in den Ferien)
Mo 9-12, Di 14-tägig 10-12
gerade KW: Mo 9-12
dinestags 16 Uhr
Donnerstgs 10 Uhr
mitwochs 10-12 Uhr
Di 16-18 Uhr, Raum 3
siehe Internetseite
""".strip().splitlines()


@pytest.mark.parametrize(("text", "meant"), UNDERSTOOD.items())
def test_what_is_clear_is_read_exactly(text, meant):
    read = times(text)
    assert read is not None
    assert "|".join(map(short, read)) == meant


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_what_is_not_clear_is_not_read(text):
    assert times(text) is None


def written(each):
    """A row of times as the desk says it."""
    clock = {
        name: each[name] and datetime.time.fromisoformat(each[name]) for name in ("opens_at", "closes_at")
    }
    day = {name: each[name] and datetime.date.fromisoformat(each[name]) for name in ("start", "until")}
    return times_words(Schedule(**{**each, **clock, **day}))


def in_dry_run(each):
    """A row of times as the dry run says it."""
    return in_words("offer", "sites", [{"place": None, "note": "", "spaces": [], "schedules": [each]}], {})


HOUR = st.integers(6, 21).flatmap(
    lambda hour: st.sampled_from([f"{hour:02d}:{at}:00" for at in ("00", "05", "30")])
)
DAYS = st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(
    lambda days: [day for day in WEEKDAYS if day in days]
)
AHEAD = st.integers(2040, 2045).map(lambda year: f"{year}-09-03")


@st.composite
def schedules(draw):
    opens = draw(st.none() | HOUR)
    closes = opens and draw(st.none() | HOUR.filter(lambda hour: hour > opens))
    found = {
        "opens_at": opens,
        "closes_at": closes,
        "cancelled": [],
        "description": "",
        "interval": 1,
        "until": None,
    }
    often = draw(st.sampled_from(["", "WEEKLY", "MONTHLY"]))
    if not often:
        return {**found, "frequency": "", "days": "", "start": draw(AHEAD)}
    start = draw(st.none() | AHEAD)
    found |= {"frequency": often, "start": start, "until": draw(st.none() | st.just("2046-06-30"))}
    if often == "WEEKLY":
        return {**found, "interval": draw(st.integers(1, 4)), "days": ",".join(draw(DAYS))}
    number = draw(st.sampled_from([1, 2, 3, 4, -1]))
    return {**found, "days": ",".join(f"{number}{day}" for day in draw(DAYS))}


@given(schedules())
def test_our_own_words_mean_the_same_again(schedule):
    assert times(written(schedule)) == [schedule]
    assert times(in_dry_run(schedule)) == [schedule]


TEXT = (
    "Mo Di. mittwochs Do- Fr bis und , ; u. / 1. 2. 3. ersten letzten jeden im Monat 9 12 14-16 9-12 18 Uhr 9.30 "
    "14.11. 14.11.2026 26.10. ab bis von 10:00 h täglich außer 14-tägig alle 2 Wochen 2026 am monatlich - 24 nach "
    "Vereinbarung"
)
WORDS = st.sampled_from(TEXT.split())


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_whatever_is_understood_means_the_same_in_our_words(text):
    read = times(text)
    if read is None:
        return
    assert all(each["opens_at"] is None or each["opens_at"] >= "06:00:00" for each in read)
    assert all(times(written(each)) == [each] for each in read)


@pytest.mark.parametrize("text", [each for each, meant in UNDERSTOOD.items() if not set("()") & set(meant)])
def test_what_was_read_out_of_a_list_means_the_same_in_our_words(text):
    read = times(text)
    assert [again for each in read for again in times(in_dry_run(each))] == read


def test_another_cell_says_the_first_and_the_last_day():
    read = dated_by(times("dienstags 16 Uhr"), start="2026-09-01", until="2027-06-30")
    assert [short(each) for each in read] == ["TU 16:00 start 2026-09-01 until 2027-06-30"]


@pytest.mark.parametrize("text", ["ab 01.10.2026 dienstags", "12.10.2026, 26.10.2026"])
def test_cells_that_contradict_each_other_are_not_understood(text):
    assert dated_by(times(text), start="2026-09-01", until=None) is None


@pytest.mark.parametrize(
    "text",
    [
        "Di 3.11.2026 18-20 Uhr jede Woche",
        "3.11.2026 wöchentlich 18-20 Uhr",
        "jede Woche 1. und 3. Mo im Monat 10 Uhr",
    ],
)
def test_every_week_beside_a_single_day_or_a_place_in_the_month_is_not_read(text):
    assert times(text) is None
