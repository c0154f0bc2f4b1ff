"""The same change to many rows at once: chosen in the list, looked at, carried out as one act, taken back as one."""
