"""Days, hours and rhythms as people write them into cells."""
