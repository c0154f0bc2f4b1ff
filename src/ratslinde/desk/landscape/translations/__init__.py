"""Texts in other languages, side by side with the German ones."""
