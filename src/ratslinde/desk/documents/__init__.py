"""Documents of meetings, items and papers: add, say whether they may be public, take off, open."""
