"""Reads of the landscape for the desk."""
