"""What the frame around every page shows; each wing fills it in its own way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NavigationLink:
    """An entry of the main navigation; `icon` is the name of one of KERN's icons, or empty."""

    label: str
    address: str
    icon: str = ""
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Crumb:
    """A step of the breadcrumb; the last one is the page itself and needs no address."""

    label: str
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Context variable `frame` of `base_public.html` and `base_desk.html`.

    `what`: the line below the town's name. `notice`: the town's sentence on where it announces officially.
    `person` and `sign_out`: who is signed in, and the address that the button to sign out posts to.
    """

    town: str
    what: str
    home: str = "/"
    navigation: tuple[NavigationLink, ...] = ()
    notice: str = ""
    person: str = ""
    sign_out: str = ""
