"""Papers and their way through the bodies."""
