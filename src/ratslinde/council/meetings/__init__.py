"""Meetings, their agenda, announcement, results."""
