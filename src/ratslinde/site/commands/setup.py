"""`ratslinde setup`: begins a real town; asks for what the options do not say when somebody sits at a terminal."""

from __future__ import annotations

import argparse

from ratslinde.site.acting import print_address, sign_in_address
from ratslinde.site.asking import at_terminal
from ratslinde.site.faults import Fault
from ratslinde.site.startup import one_at_a_time, open_house
from ratslinde.site.wording import say


def about() -> str:
    """What the command does."""
    return say(
        "Richtet eine Kommune ein und gibt den einmaligen Anmeldelink für die Verwaltung des Systems aus.",
        "Set up a municipality and print the one-time sign-in link for who administers the system.",
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("--name", help=say("Name der Kommune", "name of the municipality"))
    parser.add_argument(
        "--key", default=None, help=say("amtlicher Gemeindeschlüssel", "official municipality key")
    )
    parser.add_argument(
        "--body", action="append", metavar="NAME", help=say("ein Gremium; mehrmals", "a body; repeat")
    )
    text = say("ein Fachbereich oder Amt; mehrmals", "a department; repeat")
    parser.add_argument("--department", action="append", metavar="NAME", help=text)
    parser.add_argument(
        "--administrator", metavar="NAME", help=say("wer das System verwaltet", "who administers")
    )
    parser.add_argument("--email", help=say("dessen E-Mail-Adresse", "their e-mail address"))


def run(options: argparse.Namespace) -> int:
    """Set up the town and print the link."""
    open_house(begins=True)
    from ratslinde.council.bodies.models import Body
    from ratslinde.site.first_run.founding import Founding, found

    if Body.objects.exists():
        text = "Diese Installation hat schon eine Kommune."
        raise Fault(say(text, "This installation has a municipality already."))
    asking = at_terminal()
    wish = Founding(
        name=_one(
            options.name, "--name", say("Name der Kommune: ", "Name of the municipality: "), asking=asking
        ),
        official_key=_key(options.key, asking=asking),
        bodies=_many(options.body, say("Gremium (leer: fertig): ", "Body (empty: done): "), asking=asking),
        departments=_many(
            options.department,
            say("Fachbereich (leer: fertig): ", "Department (empty: done): "),
            asking=asking,
        ),
        administrator=_one(
            options.administrator, "--administrator", say("Ihr Name: ", "Your name: "), asking=asking
        ),
        email=_one(
            options.email, "--email", say("Ihre E-Mail-Adresse: ", "Your e-mail address: "), asking=asking
        ),
    )
    with one_at_a_time():
        body, secret = found(wish)
    text = f"{body.name} ist eingerichtet. Nach „ratslinde serve“ öffnet dieser Link einmal das Konto:"
    print(say(text, f"{body.name} is set up. After “ratslinde serve” this link opens the account once:"))
    print_address(sign_in_address(secret))
    return 0


def _one(given: str | None, option: str, question: str, *, asking: bool) -> str:
    if given is not None:
        return given
    if not asking:
        raise Fault(say(f"Es fehlt {option}.", f"{option} is missing."))
    return _answer(question)


def _key(given: str | None, *, asking: bool) -> str:
    question = say(
        "Amtlicher Gemeindeschlüssel (leer: keiner): ", "Official municipality key (empty: none): "
    )
    return given if given is not None else (_answer(question) if asking else "")


def _many(given: list[str] | None, question: str, *, asking: bool) -> tuple[str, ...]:
    if given is not None or not asking:
        return tuple(given or ())
    found = []
    while answer := _answer(question):
        found.append(answer)
    return tuple(found)


def _answer(question: str) -> str:
    try:
        return input(question).strip()
    except EOFError:
        raise Fault(say("Abgebrochen; eingerichtet wurde nichts.", "Stopped; nothing was set up.")) from None
