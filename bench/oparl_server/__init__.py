"""What bench/oparl.py serves and how it asks: the rows of an invented town, the server, the load."""
