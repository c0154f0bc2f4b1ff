"""How words are found: the analyser, the index that the worker keeps, and the marks in what was found."""
