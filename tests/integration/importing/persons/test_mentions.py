"""What is said of somebody is found in small letters, turned round and under a case's name; honest texts pass."""

from __future__ import annotations

import json

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.models import ImportRun
from ratslinde.integration.importing.rules.persons.cases import is_called_as_case
from ratslinde.integration.importing.rules.persons.texts import personal_text
from ratslinde.kernel.errors import Refused
from tests.integration.importing.files import csv_file

PROTECTED = "besonders geschützte"
TOLD = {
    "qorxan, amal: asylantrag abgelehnt": PROTECTED,
    "QORXAN, AMAL: ASYLANTRAG ABGELEHNT": PROTECTED,
    "zwirbel, ruhlia: duldung bis 3.4.2026": PROTECTED,
    "Zwirbel: geduldet": PROTECTED,
    "frau zwirbel, muslimisch": PROTECTED,
    "ahmad yusuf, geduldet": PROTECTED,
    "qorxan amal - subsidiärer schutz": PROTECTED,
    "popescu, maria: schwanger": PROTECTED,
    "Herr Q. wurde abgelehnt": PROTECTED,
    "Fam. H., Duldung": PROTECTED,
    "Herr Dr. Zwirbel, Duldung": PROTECTED,
    "Frau Zwirbel, Herr Stein, Herr Dr. Muster": "Reihe von Namen",
    "yusuf, ahmad (syrien)": "Herkunft",
    "yusuf ahmad aus syrien": "Herkunft",
    "haddad, 4 kinder, aus syrien": "Herkunft",
    "familie haddad braucht wohnung": "die Lage eines Menschen",
    "Familie Haddad wohnt in der Notunterkunft": "die Lage eines Menschen",
    "fam. haddad sucht kita-platz": "die Lage eines Menschen",
    "Frau Zwirbel sucht dringend eine Wohnung": "die Lage eines Menschen",
    "Fall Qorxan": "eines einzelnen Falls",
    "asylbewerber ahmad": "eines einzelnen Falls",
    "familie al-haddad aus aleppo": "Herkunft",
    "fall qorxan: umzug": "eines einzelnen Falls",
    "Beratung Fall 17": "eines einzelnen Falls",
    "Fall-Nr. 17": "eines einzelnen Falls",
    "Wohnungssuche (Klient 23)": "eines einzelnen Falls",
    "Klient:in 23": "eines einzelnen Falls",
    "Mandant M.": "eines einzelnen Falls",
    "Patient A. B.": "eines einzelnen Falls",
}


@pytest.mark.parametrize(("text", "reason"), TOLD.items(), ids=TOLD)
def test_what_is_said_of_somebody_is_found_however_it_is_written(text, reason):
    assert reason in personal_text(text)


HONEST = """
Fallmanagement
Beratung im Einzelfall
Im Fall einer Ablehnung beraten wir
Für den Fall der Fälle: Notfallmappe
Klientenzentrierte Gesprächsführung
Klient*innen mit Duldung
Mandantengespräch
Fall- und Teamberatung
Patientenberatung
Patient Erde – Filmabend
Fall 2026 semester
Asylverfahrensberatung
Asylbewerber willkommen
Familien aus Aleppo erzählen
Wenn der Asylantrag abgelehnt wurde: Was nun?
Thema: Asylantrag abgelehnt – was tun
Schwerpunkte: Asylantrag, Duldung, Familiennachzug
Schwerpunkte, Ziele: Duldung und Arbeit
Bleibeperspektive: Duldung, Asyl
Zugang: auch geduldet
frau demir berät zu duldung
montags, mittwochs: beratung zu asylantrag und duldung
Kurs, Treff: auch für Geduldete
für Familien
Familie und Beruf
Gruppen für die Familie z. B. mit behinderten Kindern
familie stärken – für alle eltern
jede familie braucht mal hilfe
Familie Stein führt den Hof
Frau Zwirbel sucht Ehrenamtliche für das Café
Frau Holle – Märchen
Gemeinde Maria Hilf, christliche Feste
Maria Montessori Schule, behindertengerecht
Lindenhagen, Ahornfurt: Angebote für traumatisierte Menschen
Marienheim – schwangere Frauen
Spatzennest, 12 Kinder, deutsch
""".strip().splitlines()


@pytest.mark.parametrize("text", HONEST)
def test_what_is_said_of_offers_and_of_nobody_passes(text):
    assert personal_text(text) == ""
    assert not is_called_as_case(text)


def test_a_list_of_honest_offers_is_read_with_every_row(manager, body, vocabulary):
    rows = [f'"{text}";Verein;"{text}"' for text in HONEST]
    run = actions.read_in(manager, body, name="a.csv", data=csv_file("Angebot;Träger;Beschreibung", *rows))
    read = run.rows.filter(kind="offer").values_list("values__name", "values__description")
    assert [*read] == [(text, text) for text in HONEST]


CALLED = ("Fall Qorxan", "Fall 17", "Klient 23", "Mandant M.", "TN 12", "Frau M.", "Familie H.", "Person 3")


@pytest.mark.parametrize("name", CALLED)
def test_an_offer_that_is_called_after_a_case_stops_the_file_and_row_and_column_are_named(
    manager, body, vocabulary, name
):
    lines = ("Angebot;Träger;Zeiten", "Sprachcafé;Verein;Mo 9-12 Uhr", f"{name};Verein;Di 9-12 Uhr")
    with pytest.raises(
        Refused, match=r"In der Spalte „Angebot“ steht .* einzelnen Falls .Zeile 3."
    ) as refusal:
        actions.read_in(manager, body, name="a.csv", data=csv_file(*lines))
    assert name not in refusal.value.message
    assert not ImportRun.objects.exists()


def test_how_many_take_part_is_no_name_of_anybody(manager, body, vocabulary):
    lines = ("Angebot;Träger;Teilnehmerzahl", "Sprachcafé;Verein;TN 12")
    assert actions.read_in(manager, body, name="a.csv", data=csv_file(*lines)).rows.filter(kind="offer").get()


@pytest.mark.parametrize("name", ["Fall Qorxan", "TN 12"])
def test_objects_that_are_called_after_a_case_are_refused(manager, body, vocabulary, name):
    data = json.dumps({"services": [{"id": "1", "name": "Hilfe"}, {"id": "2", "name": name}]}).encode()
    with pytest.raises(Refused, match=r"einzelnen Falls .Zeile 2."):
        actions.read_in(manager, body, name="a.json", data=data)
