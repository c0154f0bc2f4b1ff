"""Announcements, invitations, agendas: the head of a session and who issued it."""
