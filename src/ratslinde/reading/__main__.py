"""`python -m ratslinde.reading [--json] FILE…`."""

from ratslinde.reading.command import main

if __name__ == "__main__":
    raise SystemExit(main())
