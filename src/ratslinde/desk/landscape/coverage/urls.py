"""Addresses of the coverage matrix, below /schreibtisch/integration/abdeckung/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.landscape.coverage import activities, deciding, exporting, views

app_name = "desk_coverage"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.matrix, name="matrix"),
    path("matrix.csv", exporting.matrix_csv, name="matrix_csv"),
    path("matrix.pdf", exporting.matrix_pdf, name="matrix_pdf"),
    path("zelle/", views.cell, name="cell"),
    path("zelle/markieren/", deciding.mark, name="mark"),
    path("marken/<slug:public_id>/entfernen/", deciding.unmark, name="unmark"),
    path("grenzen/", deciding.limits, name="limits"),
    path("verbessern/", views.improvements, name="improvements"),
    path("akteure/", activities.activities, name="activities"),
    path("akteure.csv", activities.activities_csv, name="activities_csv"),
]
