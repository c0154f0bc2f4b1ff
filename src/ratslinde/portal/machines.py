"""What search engines read first: robots.txt and sitemap.xml."""

from __future__ import annotations

from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from ratslinde.portal.answers import public_page
from ratslinde.record import outlet

SIZE = 49_000  # one sitemap may hold 50,000 (sitemaps.org); the fixed pages come on top
STATIC_PAGES = (
    "",
    "sitzungen/",
    "vorlagen/",
    "gremien/",
    "nachweis/",
    "barrierefreiheit/",
    "datenschutz/",
    "impressum/",
)
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be found; searches and the desk are no pages to list."""
    rules = ["User-agent: *", "Disallow: /suche/", "Disallow: /schreibtisch/", ""]
    lines = [*rules, f"Sitemap: {_site(request)}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """The addresses of all pages, or where there are too many, of the parts of the list."""
    total = outlet.count_addresses()
    if total <= SIZE:
        return _urls(request, first=0, fixed=STATIC_PAGES)
    parts = range(1, -(-total // SIZE) + 1)
    addresses = "".join(
        f"<sitemap><loc>{_loc(request, f'sitemap-{part}.xml')}</loc></sitemap>" for part in parts
    )
    return _xml(f'<sitemapindex xmlns="{_NAMESPACE}">{addresses}</sitemapindex>')


@public_page
def sitemap_part(request: HttpRequest, part: int) -> HttpResponse:
    """One part of a long list. 404 behind its end."""
    if not 0 < part <= -(-outlet.count_addresses() // SIZE):
        raise Http404
    return _urls(request, first=(part - 1) * SIZE, fixed=STATIC_PAGES if part == 1 else ())


def _urls(request: HttpRequest, *, first: int, fixed: tuple[str, ...]) -> HttpResponse:
    plain = [f"<url><loc>{_loc(request, path)}</loc></url>" for path in fixed]
    dated = [
        f"<url><loc>{_loc(request, path)}</loc><lastmod>{modified:%Y-%m-%d}</lastmod></url>"
        for path, modified in outlet.addresses(first=first, most=SIZE)
    ]
    return _xml(f'<urlset xmlns="{_NAMESPACE}">{"".join(plain + dated)}</urlset>')


def _xml(text: str) -> HttpResponse:
    return HttpResponse(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', content_type="application/xml")


def _loc(request: HttpRequest, path: str) -> str:
    return escape(f"{_site(request)}/{path}")


def _site(request: HttpRequest) -> str:
    return settings.RATSLINDE_URL or f"{request.scheme}://{request.get_host()}"
