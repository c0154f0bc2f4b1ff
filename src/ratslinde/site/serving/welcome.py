"""What is printed once the server answers."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.urls import reverse

from ratslinde.accounts.links import new_link
from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies.models import Body
from ratslinde.site.acting import sign_in_address
from ratslinde.site.first_run import token
from ratslinde.site.interpreting import interpreted
from ratslinde.site.wording import say

MARK = "demo-town"
"""A file in the data folder with the public id of the demo town. It is in no backup: links are printed nowhere else."""


def mark_as_demo(body: Body) -> None:
    """From now on each start of the server prints new sign-in links for everybody."""
    (Path(settings.RATSLINDE_DATA) / MARK).write_text(body.public_id)


def is_demo(body: Body | None) -> bool:
    """Whether this installation holds the demo town, built here."""
    mark = Path(settings.RATSLINDE_DATA) / MARK
    return body is not None and mark.is_file() and mark.read_text().strip() == body.public_id


def welcome(address: str) -> list[str]:
    """The address, and in a demo town a new sign-in link for each role."""
    lines = [say(f"Ratslinde läuft: {address}/", f"Ratslinde is running: {address}/")]
    body = Body.objects.first()
    if body is None:
        lines.append(
            say(
                "Noch ist keine Kommune eingerichtet. Auf diesem Rechner geht das hier:",
                "No municipality has been set up yet. On this machine do it here:",
            )
        )
        lines.append("  " + address + reverse("first_run", args=[token.new_token()]))
    else:
        token.end()
    if is_demo(body):
        lines.append(say("Einmalige Anmeldelinks:", "One-time sign-in links:"))
        accounts = User.objects.exclude(sign_in_name=None).filter(is_active=True).order_by("pk")
        for user in accounts:
            roles = ", ".join(interpreted(str(Role(grant.role).label)) for grant in user.grants.all())
            lines.append(f"  {roles} ({user.sign_in_name}): {sign_in_address(new_link(user), base=address)}")
    lines.append(say("Ende mit Strg+C.", "Stop with Ctrl+C."))
    return lines
