from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "ratslinde.journal"
    label = "journal"
