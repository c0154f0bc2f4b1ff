"""Addresses of the network, below /schreibtisch/integration/netzwerk/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.landscape.network import coordination, exporting, graphs, reckoning, views

app_name = "desk_network"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.network, name="network"),
    path("koordination/", coordination.coordination, name="coordination"),
    path("rechnen/", reckoning.begin, name="reckon"),
    path("rechnen/stand/", reckoning.reckoning, name="reckoning"),
    path("netz.svg", exporting.network_picture, {"form": "svg"}, name="network_svg"),
    path("netz.png", exporting.network_picture, {"form": "png"}, name="network_png"),
    path("akteure.csv", exporting.actors_csv, name="actors_csv"),
    path("bindungen.csv", exporting.ties_csv, name="ties_csv"),
    path("kanten.csv", exporting.edges_csv, name="edges_csv"),
    path("netz.graphml", graphs.graphml, name="graphml"),
    path("kumu.json", graphs.kumu, name="kumu"),
]
