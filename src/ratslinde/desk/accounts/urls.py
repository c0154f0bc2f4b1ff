"""Addresses of the administration of accounts, below /konto/verwaltung/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.accounts import views

app_name = "desk_accounts"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.accounts, name="accounts"),
    path("einladen/", views.invite, name="invite"),
    path("<slug:public_id>/", views.account, name="account"),
    path("<slug:public_id>/link/", views.new_link, name="new_link"),
    path("<slug:public_id>/zuruecksetzen/", views.reset, name="reset"),
    path("<slug:public_id>/schliessen/", views.deactivate, name="deactivate"),
    path("<slug:public_id>/oeffnen/", views.reactivate, name="reactivate"),
]
