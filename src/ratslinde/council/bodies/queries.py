"""Reads for the desk: which body, which department, who."""

from __future__ import annotations

import datetime

from ratslinde.council.bodies.models import Body, Organization
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import collapse, fold


def the_body() -> Body:
    """The town of this installation. Raises Refused when it is not set up."""
    body = Body.objects.first()
    if body is None:
        raise Refused("Es ist noch keine Kommune eingerichtet. Bitte zuerst „ratslinde setup“ ausführen.")
    return body


def organization_named(body: Body, name: str, *, day: datetime.date | None) -> Organization | None:
    """The organization that had this name on that day, or ever; None when no or more than one fits.

    A name in a document may carry an article or the town's name ("des Integrationsrates der Stadt …"): only the
    plain name and the plain name with the town are recognised, the rest is for a person to decide.
    """
    wanted = fold(collapse(name))
    town = fold(body.name)
    fits = []
    for organization in body.organizations.prefetch_related("names"):
        names = {fold(row.name) for row in organization.names.all()}
        if wanted in names or wanted.replace(f" der {town}", "").replace(f" {town}", "") in names:
            fits.append(organization)
    on_day = [each for each in fits if fold(each.name_on(day)) == wanted]
    candidates = on_day or fits
    return candidates[0] if len(candidates) == 1 else None
