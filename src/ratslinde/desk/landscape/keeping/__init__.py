"""Asking actors to keep their entry true, and the page that a mailed link opens."""
