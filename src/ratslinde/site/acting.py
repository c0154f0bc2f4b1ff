"""Whom a command acts as, and what it says about the house."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from ratslinde.site.faults import Fault
from ratslinde.site.wording import say

if TYPE_CHECKING:
    from ratslinde.accounts.models import User

LOCAL = "http://localhost:8000"
"""Where `serve` is reached when neither an address nor a port is set."""


def actor_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--as NAME`."""
    text = say(
        "Kurzname oder E-Mail des Kontos, das handelt", "short name or e-mail of the account that acts"
    )
    parser.add_argument("--as", dest="actor", required=True, metavar="NAME", help=text)


def account_named(name: str) -> User:
    """The account of that short name or e-mail. Raises Fault when there is none."""
    from django.db.models import Q

    from ratslinde.accounts.models import User

    found = User.objects.filter(Q(sign_in_name=name) | Q(email__iexact=name)).first()
    if found is None:
        raise Fault(say(f"Es gibt kein Konto „{name}“.", f"There is no account “{name}”."))
    return found


def actor_named(name: str) -> User:
    """The account of that short name or e-mail. Raises Fault when there is none, or it is closed."""
    found = account_named(name)
    if not found.is_active:
        raise Fault(say(f"Das Konto „{name}“ ist geschlossen.", f"The account “{name}” is closed."))
    return found


def site_address(path: str) -> str:
    """The full address of a path of this site, which begins with a slash."""
    from django.conf import settings

    return (settings.RATSLINDE_URL or LOCAL) + path


def print_address(address: str, *, before: str = "") -> None:
    """Print a full address of this site; where nobody said where the site is, a line on the error output says that."""
    from django.conf import settings

    sys.stdout.write(f"{before}{address}\n")
    if not settings.RATSLINDE_URL:
        text = "Die Adresse ist angenommen: Es läuft kein Server, und RATSLINDE_URL ist nicht gesetzt."
        english = "The address is assumed: no server is running, and RATSLINDE_URL is not set."
        sys.stderr.write(say(text, english) + "\n")


def sign_in_address(secret: str, *, base: str = "") -> str:
    """The full address of the one-time link with this secret."""
    from django.urls import reverse

    path = reverse("accounts:one_time_link", args=[secret])
    return base + path if base else site_address(path)
