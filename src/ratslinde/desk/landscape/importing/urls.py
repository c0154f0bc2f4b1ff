"""Addresses of importing, below /schreibtisch/integration/import/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.landscape.importing import (
    columns,
    duplicates,
    pairs,
    taking_back,
    templates,
    views,
    words,
)

app_name = "desk_importing"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.imports, name="imports"),
    path("vorlage.xlsx", templates.workbook, name="workbook"),
    path("vorlage/<slug:kind>.csv", templates.separated, name="separated"),
    path("dubletten/", pairs.pairs, name="duplicates"),
    path("dubletten/<slug:kind>/<slug:public_id>/<slug:other>/", duplicates.pair, name="pair"),
    path("<slug:public_id>/", views.run, name="run"),
    path("<slug:public_id>/spalten/", columns.columns, name="columns"),
    path("<slug:public_id>/woerter/", words.words, name="words"),
    path("<slug:public_id>/entscheiden/", views.decide, name="decide"),
    path("<slug:public_id>/vergleichen/", views.compare_again, name="compare"),
    path("<slug:public_id>/uebernehmen/", views.carry_out, name="carry_out"),
    path("<slug:public_id>/verwerfen/", views.discard, name="discard"),
    path("<slug:public_id>/zuruecknehmen/", taking_back.take_back, name="take_back"),
]
