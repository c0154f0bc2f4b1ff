"""Meetings: list, page, form, and the agenda with its results and documents."""
