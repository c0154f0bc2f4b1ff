"""`ratslinde invite`: opens an account and prints the link that opens it once, or gives one that is there a role."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ratslinde.site.acting import actor_argument, actor_named, print_address, sign_in_address
from ratslinde.site.faults import Fault
from ratslinde.site.startup import open_house
from ratslinde.site.wording import say

if TYPE_CHECKING:
    from ratslinde.accounts.models import User
    from ratslinde.site.inviting import Invited

ROLES = ("administrator", "clerk", "department", "reader", "integration_manager", "social_planner")


def about() -> str:
    """What the command does."""
    return say(
        "Öffnet ein Konto und gibt den einmaligen Anmeldelink aus. Wer schon ein Konto hat, bekommt die Rolle dazu.",
        "Open an account and print its one-time sign-in link. Who has an account already gets the role as well.",
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
    parser.add_argument(
        "--new-link", action="store_true",
        help=say(
            "auch für ein Konto, das es schon gibt, einen neuen Anmeldelink ausgeben; frühere gelten nicht mehr",
            "print a new sign-in link for an account that is there already, too; earlier ones end",
        ),
    )  # fmt: skip
    actor_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Open the account, or give the role to the one that is there; print the link of a new one."""
    open_house()
    from ratslinde.desk.accounts.conditions import Held
    from ratslinde.site.inviting import invite

    wanted = Held(role=options.role, organization=_department(options.department))
    found = invite(
        actor_named(options.actor), wanted, name=options.name, email=options.email,
        label=options.short_name, link=options.new_link,
    )  # fmt: skip
    if not found.opened:
        _tell(found, role=options.role)
        _tell_short_name(found.user, options.short_name)
    _hand_out(found)
    return 0


def _tell(found: Invited, *, role: str) -> None:
    from ratslinde.accounts.models import Role

    user, label = found.user, Role(role).label
    text = f"{user} ({user.email}) hat schon ein Konto."
    print(say(text, f"{user} ({user.email}) has an account already."))
    if found.added:
        print(say(f"Neu ist die Rolle {role} ({label}).", f"The role {role} is new."))
    else:
        text = f"Die Rolle {role} ({label}) hat das Konto schon."
        print(say(text, f"The account has the role {role} already."))


def _tell_short_name(user: User, wanted: str) -> None:
    if wanted and wanted != user.sign_in_name:
        text = f"Der Kurzname „{wanted}“ wurde nicht vergeben: Das gibt es nur für ein neues Konto."
        print(say(text, f"The short name “{wanted}” was not given: only a new account gets one."))


def _hand_out(found: Invited) -> None:
    user = found.user
    if not found.secret:
        text = "Die Anmeldung bleibt, wie sie ist. Einen neuen Anmeldelink gibt --new-link aus."
        print(say(text, "They sign in as before. --new-link prints a new sign-in link."))
        return
    text = f"Einmaliger Anmeldelink für {user} ({user.email}), sieben Tage gültig:"
    print(say(text, f"One-time sign-in link for {user} ({user.email}), valid for seven days:"))
    print_address(sign_in_address(found.secret))


def _department(name: str) -> str:
    if not name:
        return ""
    from ratslinde.council.bodies.queries import organization_named, the_body

    found = organization_named(the_body(), name, day=None)
    if found is None:
        text = f"Es gibt keinen Fachbereich „{name}“."
        raise Fault(say(text, f"There is no department “{name}”."))
    return found.public_id
