"""The demo town's landscape: who does what in integration, where, in which language.

`orte.csv`, `akteure.csv` and `angebote.csv` are tables as a town fills them, with the columns of the template: they can
be read in at the desk. `landscape.toml` holds what stands in no table, `translations/` the texts in other languages.
"""
