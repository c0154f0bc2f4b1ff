"""Addresses of the coverage matrix, below /schreibtisch/integration/abdeckung/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.landscape.coverage import activities, deciding, exporting, pictures, views

app_name = "desk_coverage"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.matrix, name="matrix"),
    path("matrix.csv", exporting.matrix_csv, name="matrix_csv"),
    path("matrix.pdf", exporting.matrix_pdf, name="matrix_pdf"),
    path("matrix.svg", pictures.matrix_picture, {"form": "svg"}, name="matrix_svg"),
    path("matrix.png", pictures.matrix_picture, {"form": "png"}, name="matrix_png"),
    path("zelle/", views.cell, name="cell"),
    path("zelle.csv", exporting.cell_csv, name="cell_csv"),
    path("zelle/markieren/", deciding.mark, name="mark"),
    path("marken/<slug:public_id>/entfernen/", deciding.unmark, name="unmark"),
    path("grenzen/", deciding.limits, name="limits"),
    path("verbessern/", views.improvements, name="improvements"),
    path("akteure/", activities.activities, name="activities"),
    path("akteure.csv", activities.activities_csv, name="activities_csv"),
    path("akteure.svg", pictures.activities_picture, {"form": "svg"}, name="activities_svg"),
    path("akteure.png", pictures.activities_picture, {"form": "png"}, name="activities_png"),
    path("akteure.graphml", pictures.activities_graphml, name="activities_graphml"),
    path("akteure_kumu.json", pictures.activities_kumu, name="activities_kumu"),
]
