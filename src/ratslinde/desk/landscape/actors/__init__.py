"""Actors: list, page, form; what they do, with whom, whom to ask."""
