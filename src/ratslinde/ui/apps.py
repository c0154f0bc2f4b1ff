from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "ratslinde.ui"
    label = "ui"
