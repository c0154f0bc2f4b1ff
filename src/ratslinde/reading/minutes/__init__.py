"""Minutes: attendance, items with decisions and votes."""
