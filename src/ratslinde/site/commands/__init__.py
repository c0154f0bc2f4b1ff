"""One module a command: what it is about, its arguments, and what it does.

They are all imported for every call, so Django and what needs it is imported in `run` only.
"""
