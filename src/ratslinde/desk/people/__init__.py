"""People in offices."""
