"""The directory: offers and actors of the town, for residents, in six languages."""
