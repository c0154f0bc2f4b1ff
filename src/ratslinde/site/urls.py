"""The whole site's addresses: one list a wing."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from ratslinde.site.first_run.views import first_run

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("ratslinde.opendata.urls")),
    path("", include("ratslinde.portal.urls")),
    path("", include("ratslinde.accounts.urls")),
    path("schreibtisch/", include("ratslinde.desk.urls")),
    path("einrichten/<str:token>/", first_run, name="first_run"),
    path("konto/verwaltung/", include("ratslinde.desk.accounts.urls")),
]
handler400 = "ratslinde.portal.errors.bad_request"
handler403 = "ratslinde.portal.errors.forbidden"
handler404 = "ratslinde.portal.errors.not_found"
handler500 = "ratslinde.portal.errors.failed"
handler429 = "ratslinde.accounts.views.sign_in.too_many"
