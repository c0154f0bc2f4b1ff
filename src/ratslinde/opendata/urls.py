"""The addresses of open data. Those of `short_way` are answered without the site's middleware."""

from __future__ import annotations

from django.urls import path, re_path

from ratslinde.opendata import calendars, feeds, oparl, vocabulary
from ratslinde.opendata.hsds import urls as hsds
from ratslinde.record.shapes import BODY_LISTS, SHAPES
from ratslinde.record.values import HSDS_KINDS

app_name = "opendata"
_KINDS = "|".join(kind for kind in SHAPES if kind != "system" and kind not in HSDS_KINDS)
_LISTS = "|".join(BODY_LISTS.values())

urlpatterns = [
    path("oparl/v1.1/system", oparl.system, name="system"),
    path("oparl/v1.1/body", oparl.bodies, name="bodies"),
    re_path(rf"^oparl/v1\.1/(?P<kind>{_KINDS})/(?P<public_id>[0-9a-z]+)\Z", oparl.single, name="object"),
    re_path(
        rf"^oparl/v1\.1/body/(?P<public_id>[0-9a-z]+)/(?P<kind>{_LISTS})\Z", oparl.of_body, name="body-list"
    ),
    re_path(
        r"^oparl/v1\.1/organization/(?P<public_id>[0-9a-z]+)/(?P<kind>meeting|consultation)\Z",
        oparl.of_organization,
        name="organization-list",
    ),
    path("oparl/", vocabulary.page, name="vocabulary"),
    path("feed.atom", feeds.everything, name="feed"),
    path("gremien/<slug:slug>/feed.atom", feeds.of_organization, name="organization-feed"),
    path("kalender.ics", calendars.all_meetings, name="calendar"),
    path("gremien/<slug:slug>/kalender.ics", calendars.of_organization, name="organization-calendar"),
    path("sitzungen/<slug:public_id>.ics", calendars.one_meeting, name="meeting-calendar"),
    *hsds.urlpatterns,
    re_path(r"^oparl/v1\.1(?P<rest>(?:/.*)?)\Z", oparl.elsewhere, name="elsewhere"),
]
