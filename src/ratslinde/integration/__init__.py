"""Integration management: who does what, what is missing, and what became of it."""
