"""The addresses of the directory: the same in each language, behind its prefix."""

from __future__ import annotations

from django.urls import URLPattern, path

from ratslinde.portal.directory import actors, maps, offers
from ratslinde.portal.directory.languages import LANGUAGES, PageLanguage


def _of(language: PageLanguage) -> list[URLPattern]:
    which, before = {"language": language.code}, language.prefix
    return [
        path(f"{before}angebote/", offers.offer_list, which, name="offer_list"),
        path(f"{before}angebote/karte/", maps.offer_map, which, name="offer_map"),
        path(f"{before}angebote/<slug:public_id>/", offers.offer, which, name="offer"),
        path(f"{before}akteure/", actors.actor_list, which, name="actor_list"),
        path(f"{before}akteure/<slug:public_id>/", actors.actor, which, name="actor"),
    ]


urlpatterns = [pattern for language in LANGUAGES for pattern in _of(language)]
