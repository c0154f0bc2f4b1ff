"""Addresses, houses and rooms as people write them into cells."""
