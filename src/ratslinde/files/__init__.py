"""Stored bytes, named by their content."""
