"""The mails of the sign-in pages: accounts stand below this floor and hand their texts up."""

from __future__ import annotations

from ratslinde.accounts import mailing
from ratslinde.kernel.identifiers import new_public_id
from ratslinde.post.content import from_text
from ratslinde.post.kinds import SIGN_IN
from ratslinde.post.writing import write


def hang_up() -> None:
    """From now on mails of the sign-in pages are letters."""
    mailing.register_sender(send)


def send(note: mailing.Note) -> None:
    """Write the letter. Each is one of its own: who asks for two codes gets two."""
    write(
        from_text(note.subject, note.text), to=note.to, kind=SIGN_IN, key=f"{note.name} {new_public_id()}",
        secret=True, urgent=True, lifetime=note.lifetime,
    )  # fmt: skip
