"""Addresses of the mails, below /schreibtisch/mails/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.post import views

app_name = "desk_post"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.letters, name="letters"),
    path("stapel/", views.decide_batch, name="decide_batch"),
    path("<slug:public_id>/", views.letter, name="letter"),
    path("<slug:public_id>/ansicht/", views.shown, name="shown"),
    path("<slug:public_id>/freigeben/", views.release, name="release"),
    path("<slug:public_id>/verwerfen/", views.discard, name="discard"),
    path("<slug:public_id>/nochmal/", views.send_again, name="send_again"),
]
