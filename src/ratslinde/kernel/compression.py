"""Compressing an answer while it is sent: quickly rather than tightly, because most pages are asked for once."""

from __future__ import annotations

import zlib

import brotli
import msgspec

_WORTH = 1_000  # bytes: below, the answer goes into one packet anyway
_GZIP_WINDOW = 31  # zlib's way to say: with gzip's header and the largest window


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """An answer as it goes out, with the header that says so."""

    content: bytes
    headers: dict[str, str]


def best(accepted: str) -> str:
    """The encoding to use for a client that accepts these; '' for none."""
    if not accepted:
        return ""
    names = _encodings(accepted)
    return next((name for name in ("br", "gzip") if name in names), "")


def compressed(content: bytes, *, encoding: str) -> Sent:
    """The content in that encoding, or as it is when it is short.

    A page of 290 kB: Brotli 1 takes 0.5 ms, gzip 1 0.9 ms, for about the same 40 kB; tighter ones take much longer.
    """
    if not encoding or len(content) < _WORTH:
        return Sent(content=content, headers={})
    if encoding == "br":
        return Sent(content=brotli.compress(content, quality=1), headers={"Content-Encoding": "br"})
    packer = zlib.compressobj(1, zlib.DEFLATED, _GZIP_WINDOW)
    return Sent(content=packer.compress(content) + packer.flush(), headers={"Content-Encoding": "gzip"})


def _encodings(accepted: str) -> set[str]:
    """The encodings that the header names and does not forbid with q=0 (RFC 9110, 12.5.3)."""
    found = set()
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        if weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            found.add(name.strip())
    return found
