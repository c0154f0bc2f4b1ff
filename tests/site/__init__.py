"""Tests of the command line, the server and what operators do."""  # noqa: A005 - mirrors ratslinde.site
