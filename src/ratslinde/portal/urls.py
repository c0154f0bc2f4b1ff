"""The public addresses. They never change and never die; see `record.values` for who makes them."""

from __future__ import annotations

from django.urls import path

from ratslinde.portal import (
    delivery,
    documents,
    evidence,
    home,
    legal,
    machines,
    meetings,
    organizations,
    papers,
    people,
    searching,
)
from ratslinde.portal.directory import urls as directory

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("sitzungen/", meetings.meeting_list, name="meeting_list"),
    path("sitzungen/monat/", meetings.meeting_month, name="meeting_month_now"),
    path("sitzungen/monat/<str:month>/", meetings.meeting_month, name="meeting_month"),
    path("sitzungen/<slug:public_id>/", meetings.meeting, name="meeting"),
    path("vorlagen/", papers.paper_list, name="paper_list"),
    path("vorlagen/<slug:public_id>/", papers.paper, name="paper"),
    path("gremien/", organizations.organization_list, name="organization_list"),
    path("gremien/<slug:slug>/", organizations.organization, name="organization"),
    path("personen/<slug:public_id>/", people.person, name="person"),
    path("dokumente/<slug:public_id>/", documents.document, name="document"),
    path("dokumente/<slug:public_id>/<str:file_name>", delivery.document_bytes, name="document_bytes"),
    path("suche/", searching.search_page, name="search"),
    *directory.urlpatterns,
    path("nachweis/", evidence.evidence, name="evidence"),
    path("barrierefreiheit/", legal.accessibility, name="accessibility"),
    path("datenschutz/", legal.privacy, name="privacy"),
    path("impressum/", legal.imprint, name="imprint"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", machines.sitemap_part, name="sitemap_part"),
]
