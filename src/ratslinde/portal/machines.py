"""What search engines read first: robots.txt and sitemap.xml."""

from __future__ import annotations

from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse

from ratslinde.portal.answers import public_page, site
from ratslinde.portal.directory.languages import GERMAN, LANGUAGES, address, has_versions
from ratslinde.record import outlet

SIZE = 6_000
"""Pages in one sitemap, which may hold 50,000 addresses and 50 MB (sitemaps.org): a page of the directory has six, and
each names all the others."""
STATIC_PAGES = (
    "",
    "sitzungen/",
    "vorlagen/",
    "gremien/",
    "angebote/",
    "angebote/karte/",
    "akteure/",
    "nachweis/",
    "barrierefreiheit/",
    "datenschutz/",
    "impressum/",
)
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be found; searches and the desk are no pages to list."""
    rules = ["User-agent: *", "Disallow: /suche/", "Disallow: /schreibtisch/", ""]
    lines = [*rules, f"Sitemap: {site(request)}/sitemap.xml"]
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
    plain = [_url(request, path, "") for path in fixed]
    dated = [
        _url(request, path, f"<lastmod>{modified:%Y-%m-%d}</lastmod>")
        for path, modified in outlet.addresses(first=first, most=SIZE)
    ]
    return _xml(f'<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="{_XHTML}">{"".join(plain + dated)}</urlset>')


def _url(request: HttpRequest, path: str, lastmod: str) -> str:
    """The entry of a page; in all its languages, each naming the others, where it has several."""
    if not has_versions(path):
        return f"<url><loc>{_loc(request, path)}</loc>{lastmod}</url>"
    places = {each.code: _loc(request, address(each, path).lstrip("/")) for each in LANGUAGES}
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{place}"/>'
        for code, place in {**places, "x-default": places[GERMAN.code]}.items()
    )
    return "".join(f"<url><loc>{place}</loc>{lastmod}{others}</url>" for place in places.values())


def _xml(text: str) -> HttpResponse:
    return HttpResponse(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', content_type="application/xml")


def _loc(request: HttpRequest, path: str) -> str:
    return escape(f"{site(request)}/{path}")
