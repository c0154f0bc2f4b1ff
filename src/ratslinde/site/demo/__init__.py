"""The demo town: an invented town with a year of meetings, built through the verbs that the desk uses.

The texts are data in `texts/`: a file a paper and a file a meeting.
"""
