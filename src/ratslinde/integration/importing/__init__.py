"""Tables and HSDS files in: looked at first, carried out as one act; and duplicates among what is there."""
