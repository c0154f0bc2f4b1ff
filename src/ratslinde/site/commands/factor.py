"""`ratslinde factor reset PERSON`: a new way in for who lost the second factor, also the last administrator."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ratslinde.site.acting import (
    account_named,
    actor_argument,
    actor_named,
    print_address,
    sign_in_address,
    site_address,
)
from ratslinde.site.startup import open_house
from ratslinde.site.wording import say

if TYPE_CHECKING:
    from ratslinde.accounts.models import User


def about() -> str:
    """What the command does."""
    return say(
        "Hilft, wenn ein zweiter Faktor verloren ist: auch dem letzten Konto, das das System verwaltet.",
        "Helps when a second factor is lost: also the last account that administers the system.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    what = parser.add_subparsers(metavar="reset", required=True)
    text = say(
        "entfernt Passkeys, App und Wiederherstellungscodes, beendet alle Anmeldungen des Kontos und gibt einen "
        "einmaligen Anmeldelink aus",
        "remove passkeys, app and recovery codes, end every session of the account, and print a one-time sign-in link",
    )
    resetting = what.add_parser("reset", help=text, description=text)
    resetting.add_argument(
        "person", metavar="PERSON",
        help=say("Kurzname oder E-Mail des Kontos", "short name or e-mail of the account"),
    )  # fmt: skip
    resetting.add_argument(
        "--reason", required=True, metavar=say("GRUND", "REASON"),
        help=say("warum; wird festgehalten", "why; it is kept in the journal"),
    )  # fmt: skip
    actor_argument(resetting)


def run(options: argparse.Namespace) -> int:
    """Take the second factors away and print the link. `--as` may name the same account."""
    open_house()
    from ratslinde.desk.accounts.actions import reset_second_factor

    user = account_named(options.person)
    secret = reset_second_factor(actor_named(options.actor), user, reason=options.reason)
    _tell(user)
    account = f"{user} ({user.email})"
    text = f"Die zweiten Faktoren von {account} sind entfernt. Einmaliger Anmeldelink, sieben Tage gültig:"
    print(
        say(text, f"The second factors of {account} are gone. One-time sign-in link, valid for seven days:")
    )
    print_address(sign_in_address(secret))
    return 0


def _tell(user: User) -> None:
    """The person hears of it by mail where mails leave the house; the link is for who sits at the terminal."""
    from django.utils import timezone

    from ratslinde.accounts import mailing

    if mailing.is_set_up():
        site = urlsplit(site_address("")).netloc
        mailing.send(
            "second_factor_reset", to=user.email, context={"person": user, "at": timezone.now(), "site": site}
        )
        mailing.wait()
