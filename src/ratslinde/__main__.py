"""`python -m ratslinde` is the same as the console command."""

from ratslinde.site.commandline import main

if __name__ == "__main__":
    raise SystemExit(main())
