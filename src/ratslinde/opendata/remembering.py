"""How a client keeps an answer and asks again: "nothing new" costs one small query and no page.

The ETag is made of the state of the record and the address; the content is not looked at.
"""

from __future__ import annotations

import datetime
import functools
import hashlib

from django.http import HttpRequest
from django.utils.http import http_date, parse_http_date_safe

import ratslinde
from ratslinde.kernel import clock
from ratslinde.opendata import addresses
from ratslinde.record import listing

_WEAK = "W/"  # the same content in another encoding has the same tag


def headers(request: HttpRequest, state: listing.State) -> dict[str, str]:
    """The headers to remember the answer by."""
    address = f"{addresses.base()} {request.path_info}?{request.META.get('QUERY_STRING', '')}"
    mark = hashlib.blake2b(
        f"{state.mark} {ratslinde.__version__} {address}".encode(), digest_size=12
    ).hexdigest()
    found = {"ETag": f'{_WEAK}"{mark}"', "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    # A publication is stamped a few seconds ahead, and a date to come is no valid Last-Modified (RFC 9110, 8.8.2.1).
    if state.changed and state.changed <= clock.now():
        found["Last-Modified"] = _date(state.changed)
    return found


def is_known(request: HttpRequest, found: dict[str, str]) -> bool:
    """Whether the client has what it would get (RFC 9110, 13.2.2: its ETag counts before its date)."""
    tags = request.META.get("HTTP_IF_NONE_MATCH")
    if tags is not None:
        return found["ETag"].removeprefix(_WEAK) in {
            tag.strip().removeprefix(_WEAK) for tag in tags.split(",")
        }
    since = request.META.get("HTTP_IF_MODIFIED_SINCE")
    if since is None or "Last-Modified" not in found:
        return False
    return (parse_http_date_safe(found["Last-Modified"]) or 0) <= (parse_http_date_safe(since) or -1)


@functools.lru_cache(maxsize=4)
def _date(moment: datetime.datetime) -> str:
    return http_date(moment.timestamp())
