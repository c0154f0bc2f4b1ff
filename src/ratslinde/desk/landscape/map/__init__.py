"""The map of the landscape at the desk."""
