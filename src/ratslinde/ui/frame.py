"""What the frame around every page shows; each wing fills it in its own way."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext


@dataclass(frozen=True, kw_only=True)
class NavigationLink:
    """An entry of the main navigation; `icon` is the name of one of KERN's icons, or empty.

    `language`: of the page behind it (BCP 47), where that is another one than this page's.
    """

    label: str
    address: str
    icon: str = ""
    current: bool = False
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Crumb:
    """A step of the breadcrumb; the last one is the page itself and needs no address."""

    label: str
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Version:
    """The page in another language (BCP 47); `address` is on this site, `absolute` for those who list pages."""

    language: str
    label: str
    direction: str
    address: str
    absolute: str
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Context variable `frame` of `base_public.html` and `base_desk.html`.

    `what`: the line below the town's name. `notice`: the town's sentence on where it announces officially.
    `person` and `sign_out`: who is signed in, and the address that the button to sign out posts to.
    `versions`: the page in all its languages, the first one for everybody else; empty where it has only one.
    `directory`: whether there are offers and actors to read as open data.
    """

    town: str
    what: str
    home: str = "/"
    navigation: tuple[NavigationLink, ...] = ()
    notice: str = ""
    person: str = ""
    sign_out: str = ""
    versions: tuple[Version, ...] = ()
    directory: bool = False


def public_frame(
    path: str,
    *,
    town: str,
    notice: str,
    prefix: str = "",
    versions: tuple[Version, ...] = (),
    directory: bool = False,
) -> Frame:
    """The frame of the public page at `path`, whichever outlet shows it. `town` is empty before it was published.

    `prefix`: how addresses begin that exist in the page's language; the others lead to German pages.
    """
    offers, actors = f"/{prefix}angebote/", f"/{prefix}akteure/"
    sections: tuple[tuple[str, tuple[str, ...], str], ...] = (
        (gettext("Sitzungen"), ("/sitzungen/",), ""),
        (gettext("Vorlagen"), ("/vorlagen/",), ""),
        (gettext("Gremien"), ("/gremien/",), ""),
        (gettext("Angebote"), (offers, actors), ""),
        (gettext("Suche"), ("/suche/",), "search"),
    )
    return Frame(
        town=town or "Ratslinde",
        what=gettext("Angebote und Hilfe") if versions else gettext("Ratsinformation"),
        navigation=tuple(
            NavigationLink(
                label=label, address=addresses[0], icon=icon, current=path.startswith(addresses),
                language="de" if prefix and addresses[0] != offers else "",
            )
            for label, addresses, icon in sections
        ),
        notice=notice,
        versions=versions,
        directory=directory,
    )  # fmt: skip
