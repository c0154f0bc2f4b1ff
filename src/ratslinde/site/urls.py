"""The whole site's addresses: one list a wing."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from ratslinde.desk.landscape.keeping.entry import entry
from ratslinde.site.first_run.views import first_run

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("ratslinde.opendata.urls")),
    path("", include("ratslinde.portal.urls")),
    path("", include("ratslinde.accounts.urls")),
    path("schreibtisch/eingang/", include("ratslinde.desk.inbox.urls")),
    path("schreibtisch/mails/", include("ratslinde.desk.post.urls")),
    path("schreibtisch/integration/abdeckung/", include("ratslinde.desk.landscape.coverage.urls")),
    path("schreibtisch/integration/import/", include("ratslinde.desk.landscape.importing.urls")),
    path("schreibtisch/integration/karte/", include("ratslinde.desk.landscape.map.urls")),
    path("schreibtisch/integration/netzwerk/", include("ratslinde.desk.landscape.network.urls")),
    path("schreibtisch/integration/pflege/", include("ratslinde.desk.landscape.keeping.urls")),
    path("schreibtisch/integration/", include("ratslinde.desk.landscape.urls")),
    path("eintrag/<str:secret>/", entry, name="keeper_entry"),
    path("schreibtisch/", include("ratslinde.desk.urls")),
    path("einrichten/<str:token>/", first_run, name="first_run"),
    path("konto/verwaltung/", include("ratslinde.desk.accounts.urls")),
]
handler400 = "ratslinde.portal.errors.bad_request"
handler403 = "ratslinde.portal.errors.forbidden"
handler404 = "ratslinde.portal.errors.not_found"
handler500 = "ratslinde.portal.errors.failed"
handler429 = "ratslinde.accounts.views.sign_in.too_many"
