"""`ratslinde invite`: opens an account and prints the link that opens it once."""

from __future__ import annotations

import argparse

from ratslinde.site.acting import actor_argument, actor_named, sign_in_address
from ratslinde.site.faults import Fault
from ratslinde.site.startup import open_house
from ratslinde.site.wording import say

ROLES = ("administrator", "clerk", "department", "reader", "integration_manager", "social_planner")


def about() -> str:
    """What the command does."""
    return say(
        "Öffnet ein Konto und gibt den einmaligen Anmeldelink aus; auch für ein Konto, das es schon gibt.",
        "Open an account and print its one-time sign-in link; also for an account that is there already.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("name", metavar="NAME", help=say("Vor- und Nachname", "first and last name"))
    parser.add_argument("email", metavar="EMAIL")
    parser.add_argument("--role", required=True, choices=ROLES, help=say("Rolle", "role"))
    parser.add_argument(
        "--department", default="", metavar=say("FACHBEREICH", "DEPARTMENT"),
        help=say("bei der Rolle department: sein Name", "for the role department: its name"),
    )  # fmt: skip
    parser.add_argument(
        "--short-name", default="", metavar=say("KURZNAME", "SHORT_NAME"),
        help=say("Kurzname für --as", "short name for --as"),
    )  # fmt: skip
    actor_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Open the account and print the link."""
    open_house()
    from ratslinde.site.inviting import invite

    user, secret = invite(
        actor_named(options.actor), None, name=options.name, email=options.email, role=options.role,
        organization=_department(options.department), label=options.short_name,
    )  # fmt: skip
    text = f"Einmaliger Anmeldelink für {user} ({user.email}), sieben Tage gültig:"
    print(say(text, f"One-time sign-in link for {user} ({user.email}), valid for seven days:"))
    print(sign_in_address(secret))
    return 0


def _department(name: str) -> str:
    if not name:
        return ""
    from ratslinde.council.bodies.queries import organization_named, the_body

    found = organization_named(the_body(), name, day=None)
    if found is None:
        text = f"Es gibt keinen Fachbereich „{name}“."
        raise Fault(say(text, f"There is no department “{name}”."))
    return found.public_id
