"""The addresses of keeping, below /schreibtisch/integration/pflege/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.landscape.keeping import asking, handing_over

app_name = "desk_keeping"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", asking.overview, name="overview"),
    path("einladen/", asking.invite_due, name="invite_due"),
    path("einladen/<str:public_id>/", asking.invite, name="invite"),
    path("von-hand/<str:public_id>/", handing_over.hand_over, name="hand_over"),
]
