"""Lists as files: CSV, Excel and archives become tables."""
