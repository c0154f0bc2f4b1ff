"""Offers: list, page, form with languages, places and times."""
