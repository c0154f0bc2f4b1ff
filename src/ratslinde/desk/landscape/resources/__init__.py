"""What the administration itself has."""
