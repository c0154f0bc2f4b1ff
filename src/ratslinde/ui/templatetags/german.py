"""Dates, times and sizes as they are said; the words come from the translations."""

from __future__ import annotations

import datetime

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext, pgettext

from ratslinde.kernel import clock

register = template.Library()
Moment = datetime.datetime | datetime.date


def parsed(value: Moment | str | None) -> Moment | None:
    """A date or moment out of a typed value or of the text of a standard; moments in town time."""
    if not value:
        return None
    if isinstance(value, str):
        value = datetime.datetime.fromisoformat(value) if "T" in value else datetime.date.fromisoformat(value)
    return clock.town_time(value) if isinstance(value, datetime.datetime) else value


@register.filter
def day(value: Moment | str | None) -> str:
    """31. Mai 2023"""
    moment = parsed(value)
    return date_format(moment, pgettext("date", "j. F Y")) if moment else ""


@register.filter
def weekday_and_day(value: Moment | str | None) -> str:
    """Mittwoch, 31. Mai 2023"""
    moment = parsed(value)
    return date_format(moment, pgettext("date", "l, j. F Y")) if moment else ""


@register.filter
def weekday(value: Moment | str | None) -> str:
    """Mi."""
    moment = parsed(value)
    return date_format(moment, "D") if moment else ""


@register.filter
def short_day(value: Moment | str | None) -> str:
    """31.05.2023"""
    moment = parsed(value)
    return date_format(moment, pgettext("date", "d.m.Y")) if moment else ""


@register.filter
def month_name(value: Moment | str | None) -> str:
    """Mai 2023"""
    moment = parsed(value)
    return date_format(moment, pgettext("date", "F Y")) if moment else ""


@register.filter
def short_month(value: Moment | str | None) -> str:
    """Mai"""
    moment = parsed(value)
    return date_format(moment, "M") if moment else ""


@register.filter
def day_of_month(value: Moment | str | None) -> str:
    """31"""
    moment = parsed(value)
    return str(moment.day) if moment else ""


@register.filter
def year_of(value: Moment | str | None) -> str:
    """2023"""
    moment = parsed(value)
    return str(moment.year) if moment else ""


@register.filter
def clock_time(value: Moment | str | None) -> str:
    """17:00 Uhr"""
    moment = parsed(value)
    if not isinstance(moment, datetime.datetime):
        return ""
    return gettext("%(time)s Uhr") % {"time": date_format(moment, "H:i")}


@register.filter
def machine_date(value: Moment | str | None) -> str:
    """The value of a `datetime` attribute."""
    moment = parsed(value)
    return moment.isoformat() if moment else ""


@register.filter
def file_size(size: int | None) -> str:
    """1,2 MB"""
    if not size:
        return ""
    if size < 1_000:
        return ngettext("%(count)d Byte", "%(count)d Byte", size) % {"count": size}
    if size < 1_000_000:
        return f"{round(size / 1_000)} kB"
    return f"{number_format(size / 1_000_000, decimal_pos=1)} MB"


@register.filter
def file_kind(media_type: str) -> str:
    """What people call the type of a file, whatever parameters (charset=utf-8) stand behind it."""
    media_type = media_type.partition(";")[0].strip()
    return _KINDS.get(media_type, media_type.rpartition("/")[2].upper() or gettext("Datei"))


_KINDS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/vnd.oasis.opendocument.text": "ODT",
    "text/plain": "Text",
    "text/html": "HTML",
    "image/jpeg": "JPEG",
    "image/svg+xml": "SVG",
}
