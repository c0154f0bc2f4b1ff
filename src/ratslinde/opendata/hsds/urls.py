"""The addresses of the directory's open data."""

from __future__ import annotations

from django.urls import path, re_path

from ratslinde.opendata.hsds import api, bulk, calendars, description, maps, vcards

urlpatterns = [
    path("hsds/", api.root, name="hsds"),
    path("hsds/services", api.services, name="hsds-services"),
    path("hsds/services/<uuid:standard_id>", api.service, name="hsds-service"),
    path("hsds/organizations", api.organizations, name="hsds-organizations"),
    path("hsds/organizations/<uuid:standard_id>", api.organization, name="hsds-organization"),
    path("hsds/taxonomies", api.taxonomies, name="hsds-taxonomies"),
    path("hsds/taxonomies/<uuid:standard_id>", api.taxonomy, name="hsds-taxonomy"),
    path("hsds/taxonomy_terms", api.taxonomy_terms, name="hsds-taxonomy-terms"),
    path("hsds/taxonomy_terms/<uuid:standard_id>", api.taxonomy_term, name="hsds-taxonomy-term"),
    path("hsds/service_at_locations", api.service_at_locations, name="hsds-service-at-locations"),
    path(
        "hsds/service_at_locations/<uuid:standard_id>",
        api.service_at_location,
        name="hsds-service-at-location",
    ),
    path("hsds/openapi.json", description.openapi, name="hsds-openapi"),
    path("hsds/profil.json", description.profile, name="hsds-profile"),
    path("hsds/beschreibung/", description.page, name="hsds-description"),
    path("hsds/alles.json", bulk.everything, name="hsds-bulk"),
    path("hsds/angebote.csv", bulk.offers_table, name="hsds-offers-table"),
    path("hsds/akteure.csv", bulk.actors_table, name="hsds-actors-table"),
    path("hsds/orte.geojson", maps.places, name="hsds-places"),
    path("hsds/sozialraeume.geojson", maps.social_spaces, name="hsds-social-spaces"),
    path("akteure/<slug:public_id>.vcf", vcards.actor, name="actor-card"),
    path("angebote/<slug:public_id>.ics", calendars.offer, name="offer-calendar"),
    re_path(r"^hsds/(?!beschreibung$).+$", api.nothing, name="hsds-nothing"),
]
