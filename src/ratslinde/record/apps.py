from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "ratslinde.record"
    label = "record"

    def ready(self) -> None:
        """Register what the worker does for the record."""
        from ratslinde.record.searching import index  # noqa: F401
