"""Agenda items: numbers, titles, parts of the session."""
