"""Papers: list, page, form, their way, later presentations and attachments."""
