"""Mails at the desk: looked at, released, thrown away; and what came back."""
