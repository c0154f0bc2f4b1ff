"""When something is wrong: pages that tell the visitor what to do, and nothing about the inside."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import loader

from ratslinde.portal.answers import show


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django's signature
    """404"""
    return show(request, "portal/not_found.html", status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django's signature
    """400"""
    return HttpResponse(loader.render_to_string("portal/failed.html", {"status": 400}), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django's signature
    """403"""
    return HttpResponse(loader.render_to_string("portal/failed.html", {"status": 403}), status=403)


def wrong_method(response: HttpResponse) -> HttpResponse:
    """405 for a person: an address that only takes a form, typed or opened again. `response`: Django's bare answer."""
    content = loader.render_to_string("portal/failed.html", {"status": 405})
    return HttpResponse(content, status=405, headers={"Allow": response["Allow"]})


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without its token (setting CSRF_FAILURE_VIEW); Django's reason stays inside."""
    return forbidden(request, PermissionError(reason))


def failed(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  Django's signature
    """500: asks no database, because that may be what failed."""
    return HttpResponse(loader.render_to_string("portal/failed.html", {"status": 500}), status=500)
