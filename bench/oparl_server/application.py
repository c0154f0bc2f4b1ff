"""The application as it is, and two views beside it that take the same short way: what they cost is compared.

`memory` sends the bytes of the first page of papers from memory; `built` makes that page from tables of its own.
"""

from __future__ import annotations

# ruff: noqa: I001 - the application is set up before anything names its tables
from ratslinde.site.wsgi import application

import functools

import msgspec
from bench.oparl_server import built
from bench.oparl_server.rows import BODY
from django.http import HttpRequest, HttpResponse
from django.urls import path

from ratslinde.opendata import addresses, urls
from ratslinde.record import listing

__all__ = ["application"]


@functools.cache
def _first_page() -> bytes:
    page = listing.page(listing.Wish(kind="paper", body=BODY, limit=100))
    items = b",".join(page.items).replace(b"\x1f", addresses.base().encode())
    links = {name: addresses.absolute(f"oparl/v1.1/body/{BODY}/paper") for name in ("first", "self", "next")}
    return (
        b'{"data":['
        + items
        + b'],"pagination":{"elementsPerPage":100},"links":'
        + msgspec.json.encode(links)
        + b"}"
    )


def memory(_request: HttpRequest) -> HttpResponse:
    return _json(_first_page())


def small(_request: HttpRequest) -> HttpResponse:
    return _json(b"{}")


def from_tables(_request: HttpRequest) -> HttpResponse:
    return _json(built.page(addresses.base(), body=BODY))


def _json(content: bytes) -> HttpResponse:
    headers = {"Content-Length": str(len(content)), "Access-Control-Allow-Origin": "*"}
    return HttpResponse(content, content_type="application/json", headers=headers)


urls.urlpatterns[:0] = [
    path("oparl/v1.1/bench/memory", memory),
    path("oparl/v1.1/bench/small", small),
    path("oparl/v1.1/bench/built", from_tables),
]
