"""Addresses of the map, below /schreibtisch/integration/karte/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.landscape.map import exporting, positions, unplaced, views

app_name = "desk_map"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.landscape_map, name="map"),
    path("ohne-koordinaten/", unplaced.without_coordinates, name="without_coordinates"),
    path("lage/<str:public_id>/", positions.position, name="position"),
    path("karte.svg", exporting.map_picture, {"form": "svg"}, name="map_svg"),
    path("karte.png", exporting.map_picture, {"form": "png"}, name="map_png"),
    path("karte.csv", exporting.map_csv, name="map_csv"),
]
