"""The site's addresses and one page behind the guard."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from ratslinde.accounts import guard
from ratslinde.site import urls

handler400, handler403, handler404 = urls.handler400, urls.handler403, urls.handler404
handler429, handler500 = urls.handler429, urls.handler500


@guard.signed_in
def probe(request: HttpRequest) -> HttpResponse:
    missing = guard.second_factor_missing(request)
    return HttpResponse(f"am Schreibtisch{', ein Faktor fehlt' if missing else ''}")


urlpatterns = [path("probe/", probe, name="probe"), *urls.urlpatterns]
