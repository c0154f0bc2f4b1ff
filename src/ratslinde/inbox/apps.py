from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "ratslinde.inbox"
    label = "inbox"
