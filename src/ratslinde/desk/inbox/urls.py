"""The addresses of the inbox, below /schreibtisch/eingang/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.inbox import counting, views

app_name = "desk_inbox"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.submissions, name="submissions"),
    path("gezaehlt/", counting.counts, name="counts"),
    path("gezaehlt.csv", counting.counts_csv, name="counts_csv"),
    path("<slug:public_id>/", views.submission, name="submission"),
]
