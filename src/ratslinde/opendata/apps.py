from django.apps import AppConfig


class OpendataConfig(AppConfig):
    name = "ratslinde.opendata"
    label = "opendata"
