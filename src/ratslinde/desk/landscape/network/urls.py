"""Addresses of the network, below /schreibtisch/integration/netzwerk/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.landscape.network import exporting, reckoning, views

app_name = "desk_network"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.network, name="network"),
    path("rechnen/", reckoning.begin, name="reckon"),
    path("netz.svg", exporting.network_svg, name="network_svg"),
    path("netz.png", exporting.network_png, name="network_png"),
    path("akteure.csv", exporting.actors_csv, name="actors_csv"),
    path("bindungen.csv", exporting.ties_csv, name="ties_csv"),
    path("kanten.csv", exporting.edges_csv, name="edges_csv"),
    path("netz.graphml", exporting.graphml, name="graphml"),
    path("kumu.json", exporting.kumu, name="kumu"),
]
