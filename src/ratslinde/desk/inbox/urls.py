"""The addresses of the inbox, below /schreibtisch/eingang/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.inbox import views

app_name = "desk_inbox"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.submissions, name="submissions"),
    path("gezaehlt/", views.counts, name="counts"),
    path("<slug:public_id>/", views.submission, name="submission"),
]
