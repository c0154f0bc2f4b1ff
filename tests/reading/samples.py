"""Documents of an invented town in the forms that towns use."""

from __future__ import annotations

ANNOUNCEMENT = """Bekanntmachung

Gremium: Integrationsrat

Datum: Mittwoch, 14.06.2023

Beginn: 17:00 Uhr

Ort: Begegnungshaus e. V., Lindenstraße 2, 59999 Lindenhagen

Hinweise: Wer in Lindenhagen wohnt, ist zum öffentlichen Teil herzlich eingeladen.

Tagesordnung

Öffentlicher Teil:

- 1 Fragen von Einwohnerinnen und Einwohnern
- 2 Niederschrift über die öffentliche Sitzung des Integrationsrates vom 08.03.2023
- 3 Planung des Sommerfests "Brücken" am 02.09.2023
- 4 Beschluss über eine Bank aus Lindenholz

Lindenhagen, den 30.05.2023

gezeichnet
Mara Yildiz
Vorsitz
"""

INFORMATION_PAPER = """Planung des Sommerfests "Brücken" am 02.09.2023

Federführung: Fachbereich Soziales

Beteiligungen:

Auskunft erteilt: Frau Ahrens | 02599 10-310 | ahrens@lindenhagen.example

Beratungsfolge:

Integrationsrat

14.06.2023 Kenntnisnahme

Erläuterungen:

Überblick

STADT LINDENHAGEN

Das Fest findet am Samstag, 2. September 2023, auf dem Markt statt.

www.lindenhagen.example

Der Bericht wird dem Ausschuss für Familie, Schule und Sport voraussichtlich in der Sitzung am 09.11.2023 vorgestellt.

Anlage(n):

ohne
"""

DECISION_PAPER = """Beschluss über eine Bank aus Lindenholz

Federführung: Fachbereich Bauen

Beteiligungen: Fachbereich Soziales; Kämmerei

Auskunft erteilt: Herr Brandt | 02599 10-420 | brandt@lindenhagen.example

Beratungsfolge:

Integrationsrat

14.06.2023 Vorberatung

Rat

22.06.2023 Entscheidung

Beschlussvorschlag:

Sachentscheidung

Auf dem Markt wird eine Bank aus Lindenholz aufgestellt.

Die Verwaltung wird beauftragt,

- einen Platz vorzuschlagen und
- Angebote einzuholen.

Kosten/Folgekosten

Die Bank kostet 1.200 Euro.

Finanzierung

Die Mittel stehen im Haushalt bereit.

Erläuterungen:

Der Integrationsrat wünscht sich einen Ort zum Ausruhen.

Anlage(n):

1. Lageplan
2. Zeichnung der Bank
"""

SESSION_FILE = "\n\n\n".join([ANNOUNCEMENT, INFORMATION_PAPER, DECISION_PAPER])

INVITATION = """Stadt Lindenhagen                                                   Lindenhagen, 01.02.2024
Der Bürgermeister

                                  Einladung

zur 23. Sitzung des Haupt- und Finanzausschusses
am Dienstag, dem 13.02.2024, um 18:00 Uhr
im Rathaus, Großer Sitzungssaal

                                 Tagesordnung

Öffentlicher Teil

1.        Eröffnung der Sitzung

2.        Haushaltssatzung 2024                                        20/044/2023
                                                                      Beschluss

3.        Mitteilungen zur Kenntnis

3.1.      Bericht zur Lage der                                         50/012/2024
          Kindertagesstätten                                           Kenntnisnahme

Nichtöffentlicher Teil

4.        Grundstücksangelegenheiten

Mit freundlichen Grüßen

gez.
Uwe Brandes
Bürgermeister
"""

PUBLIC_NOTICE = """Stadt Lindenhagen

Öffentliche Bekanntmachung

Am Donnerstag, dem 12.10.2023, findet um 17.30 Uhr im Sitzungssaal des Rathauses, Marktplatz 1, die 12. Sitzung \
des Ausschusses für Schule, Kultur und Sport statt.

Tagesordnung:

A) Öffentlicher Teil

1. Bestellung eines Schriftführers
2. Sanierung der Sporthalle - Vorlage 2023/114
2.1 Anfrage der Liste Linde vom 02.09.2023: Schulwege - AF/2023/017

B) Nichtöffentlicher Teil

1. Vergabe von Reinigungsleistungen - Vorlage 2023/120

Lindenhagen, 04.10.2023

Der Bürgermeister
In Vertretung

Dr. Jana Holthaus
Erste Beigeordnete
"""

# Labels first, all values below; consultations in a table with columns for crosses; proposal twice.
BLOCK_FORM = """BESCHLUSSVORLAGE

STADT LINDENHAGEN
Die Oberbürgermeisterin
Gremium:
12. Plenarsitzung Gemeinderat
Termin:
Vorlage Nr.:
TOP:

Verantwortlich:

08.04.2014
1338
12
öffentlich
Dez. 5


Erneuerung der Brücke am Lindenbach


Beratungsfolge Sitzung am TOP ö nö Ergebnis
Bauausschuss 01.03.2014         Zustimmung
Gemeinderat  08.04.2014 12

Antrag an den Gemeinderat / Ausschuss

Der Gemeinderat beschließt die Erneuerung der Brücke.
Finanzielle Auswirkungen  nein  ja

Gesamtkosten der
Maßnahme
Einzahlungen/Erträge
(Zuschüsse u. Ä.)

585.000 €

Haushaltsmittel stehen in voller Höhe zur Verfügung.
Kontierungsobjekt: 7.740002

Ergänzende Erläuterungen                                      Seite 2

Die Brücke ist bau-
fällig und muss erneuert werden.

Ergänzende Erläuterungen                                      Seite 3

Eine Sperrung der Nord-Süd-
Verbindung ist nicht nötig.

Beschluss:

Antrag an den Gemeinderat

Der Gemeinderat beschließt die vollständige Erneuerung der Brücke.
"""

# Agenda first, the protocol below; absent people in brackets; a third part that is public again.
LONG_MINUTES = """PROTOKOLL

4. Sitzung des Jugendausschusses am Montag, 27. März 2017,
Rathaus, Ratssaal

Beginn\t15.00 Uhr
Ende\t17.40 Uhr

Anwesend:

(verhindert waren)

(Ratsfrau Buche)\t(AfD)
Ratsherr Birke\t(FDP)
Ratsherr Eiche\t(CDU)\t15.10 - 17.40 Uhr
(Herr Espe)
Ratsherr Dorn\t(CDU)\ti. V. für Ratsfrau Lärche

Verwaltung:

Frau Ulme\tDez. IV

Presse:

Frau Weide\t(Lindenblatt)

Tagesordnung:

I.\tÖ F F E N T L I C H E R   T E I L

1.\tEröffnung der Sitzung und Feststellung der Tagesordnung

2.\tAntrag der CDU-Fraktion:
Mehr Bänke am Markt
(Drucks. Nr. 0412/2017)

2.1.\tÄnderungsantrag der SPD-Fraktion zu Drucks. Nr. 0412/2017:
Mehr Bänke am Markt
(Drucks. Nr. 0499/2017)

II.\tN I C H T Ö F F E N T L I C H E R   T E I L

3.\tBericht der Verwaltung

III.\tÖ F F E N T L I C H E R   T E I L

4.\tVerschiedenes

I.\tÖ F F E N T L I C H E R   T E I L

TOP 1.
Eröffnung der Sitzung und Feststellung der Tagesordnung
Ratsherr Dorn eröffnete die Sitzung um 15 Uhr.
Die Tagesordnung wurde einstimmig genehmigt.

TOP 2.
Antrag der CDU-Fraktion:
Mehr Bänke am Markt
(Drucks. Nr. 0412/2017)
Ratsherr Dorn begründete den Antrag.
9 Stimmen dafür, 2 Stimmen dagegen, 1 Enthaltung

TOP 2.1.
Änderungsantrag der SPD-Fraktion zu Drucks. Nr. 0412/2017:
Mehr Bänke am Markt
(Drucks. Nr. 0499/2017)
4:8:0

III.\tÖ F F E N T L I C H E R   T E I L

TOP 4.
Verschiedenes
Herr Dorn fragte nach 3 Kitas.

Ratsherr Dorn schloss die Sitzung um 17.40 Uhr.
"""

# A table of columns as pdftotext or a word processor's layout prints it.
COLUMN_MINUTES = """                                                              Lindenhagen, 27. Januar 2020
Niederschrift
Besprechung am:               22. Januar 2020               Beginn:          18:35 Uhr
Ort:                          Gasthaus Linde,               Ende:            20:40 Uhr
                              Dorfstraße 14

Thema:                        1. öffentliche Sitzung des Stadtteilbeirates Nord

Anwesende                     Entschuldigt                  Verteiler

Stadtteilbeirat:              Hr. Sven Kirsch                 Alle Referate,
Fr. Cora Winter                                               Amt 13/Fr. Kiefer
(Vorsitzende)
Hr. Florian Herbst
Fr. Paula Tanne (bis 20 Uhr)
ab 20 Uhr Fr. Ina Erle

Verwaltung:
Zweckverband Bahn/Hr. Birken-
Hain, Hr. Ahorn
Bürger: ca. 100

Ergebnis:
Die Vorsitzende eröffnet die Sitzung.

TOP 1: Stand der Anträge

Der Antrag wird mit drei Gegenstimmen angenommen.

TOP 2: Bahnlinie

Der Stadtteilbeirat stellt einstimmig folgenden Antrag:

Die Bahn soll über den Ring fahren.

TOP 3: Verschiedenes
---

gez.                                         gez.
Cora Winter                                    Yves Sommer
Vorsitzende Stadtteilbeirat                  Schriftführer
"""
