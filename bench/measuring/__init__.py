"""What the benches share: scratch databases, and a figure beside its limit. `make bench` runs no folder."""
