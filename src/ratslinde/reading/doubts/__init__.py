"""Doubts that a value carries by its own look or its neighbours, whatever rule found it."""
