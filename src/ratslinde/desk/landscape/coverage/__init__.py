"""The coverage matrix at the desk: looked at, opened cell by cell, decided about, taken away as a file."""
