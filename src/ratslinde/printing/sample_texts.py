"""The longer texts of the sample paper, all invented."""

from __future__ import annotations

PROPOSAL = """Der Ausschuss empfiehlt dem Rat, wie folgt zu beschließen:

1. Zum „Tag der Nachbarschaft“ am 13.09.2026 wird auf dem Anger eine Linde gepflanzt.
2. Die Verwaltung wird beauftragt, den Standort mit dem Bauhof abzustimmen und die Finanzierung zu sichern.
3. Über die Umsetzung wird dem Ausschuss bis zum Jahresende berichtet."""

EXPLANATIONS = """## Anlass

Im Rahmen der Zielfindung hat der Ausschuss am 21.03.2026 vorgeschlagen, den „Tag der Nachbarschaft“
mit einem bleibenden Zeichen zu verbinden. Vertreter*innen von sieben Migrant*innenorganisationen
haben ihre Mitwirkung zugesagt.

## Standort

Drei Standorte wurden geprüft:

- der Anger vor dem Bürgerhaus,
- die Grünfläche an der Grundschule am Mühlenbach,
- der Platz vor dem Begegnungszentrum „Haus der Brücken“.

Der Anger ist der geeignetste Ort: Er ist stufenlos erreichbar, liegt in der Mitte der Stadt, und
der Boden bietet einer Linde auf Jahrzehnte genügend Raum. Der Fachbereich Umwelt und Grün hat den
Standort am 02.04.2026 besichtigt und befürwortet ihn. Leitungen sind dort nicht verlegt.

### Pflege

In den ersten drei Jahren wird die Linde vom Bauhof gewässert. Danach übernimmt der Heimatverein die
Patenschaft; eine entsprechende Vereinbarung liegt im Entwurf vor.

## Ablauf des Tages

1. Begrüßung durch die Vorsitzende des Ausschusses
2. Pflanzung mit Kindern der Grundschule am Mühlenbach
3. Gemeinsames Kaffeetrinken, zu dem jede Nachbarschaft etwas mitbringt

## Auswirkungen

Die Pflanzung stärkt das Miteinander der Stadtteile und verbessert das Kleinklima auf dem Anger.
Erhebliche Auswirkungen auf den Haushalt entstehen nicht. Die Belange von Menschen mit Behinderungen
sind berücksichtigt, weil der Weg zum Pflanzort befestigt ist und Sitzgelegenheiten vorhanden sind.

Ein ähnliches Vorhaben in einer Nachbargemeinde hat gezeigt, dass die gemeinsame Pflege eines Baumes
Menschen über Jahre verbindet. Die dort gegründete Gießgemeinschaft besteht bis heute und hat
inzwischen einen Nachbarschaftsgarten angelegt, in dem sich Menschen aus vierzehn Ländern regelmäßig
treffen.

## Weiteres Vorgehen

Nach dem Beschluss des Rates wird die Linde bei einer Baumschule der Region bestellt. Die Einladung
zum „Tag der Nachbarschaft“ wird in einfacher Sprache und in sechs Sprachen veröffentlicht. Die
Presse wird rechtzeitig unterrichtet."""
