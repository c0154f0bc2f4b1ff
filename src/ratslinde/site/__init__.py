"""Puts the wings together: settings, addresses, command line, worker."""
