"""What every document is made of: lines, labels, dates, names of bodies, numbers of papers."""
