"""The application that the server runs: files for browsers first, then the site."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ratslinde.site.settings")
_site = get_wsgi_application()

from django.conf import settings  # noqa: E402 - after the settings are known

from ratslinde.site.serving import warming  # noqa: E402 - as above


def _headers(headers: object, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"  # type: ignore[index]


application = WhiteNoise(
    _site,
    root=str(settings.STATIC_ROOT),
    prefix="static/",
    max_age=60 * 60,
    immutable_file_test=r"\.[0-9a-f]{12}\.[a-z0-9]+$",
    add_headers_function=_headers,
    allow_all_origins=False,
)

warming.begin()
