"""Everything of an installation in one file, and back: database, file bytes, key, print templates.

The database goes in as rows in JSON, not as a copy of its files: such a backup needs no program of the database, and is
read back into SQLite and into PostgreSQL, and into a newer version of this program.
"""
