"""Lists and sentences that are about individuals are found and refused."""
