"""Whether a person filled a form in: a signed time on the page, and a field that nobody sees.

Neither needs a cookie, a picture or a riddle. The field is hidden from everybody (`hidden`), also from screen readers.
Nobody is turned away for good: the page asks to confirm, with everything that was entered.
"""

from __future__ import annotations

import datetime

from django.core import signing
from django.http import HttpRequest

FIELD = "form_stamp"
EMPTY_FIELD = "leer_webseite"
AT_LEAST = datetime.timedelta(seconds=2)
AT_MOST = datetime.timedelta(days=2)
"""Pages are kept by browsers for a while; a form that was left open over night is still good."""
_SIGNER = signing.TimestampSigner(salt="ratslinde.inbox.form")


def stamp() -> str:
    """The value of the form's hidden field: when the page was made, signed."""
    return _SIGNER.sign("form")


def is_confirmed(request: HttpRequest) -> bool:
    """Whether the form took a person's time, is not from long ago, and the field nobody sees is empty."""
    given = request.POST.get(FIELD, "")
    if request.POST.get(EMPTY_FIELD) or not given:
        return False
    try:
        _SIGNER.unsign(given, max_age=AT_MOST)
    except signing.BadSignature:
        return False
    return not _is_younger(given, AT_LEAST)


def entered(request: HttpRequest) -> list[tuple[str, str]]:
    """(name, value) of everything that was entered, without the fields of this module."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in (FIELD, EMPTY_FIELD)
        for value in values
    ]


def _is_younger(given: str, age: datetime.timedelta) -> bool:
    try:
        _SIGNER.unsign(given, max_age=age)
    except signing.SignatureExpired:
        return False
    return True
