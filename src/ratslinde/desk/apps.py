from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "ratslinde.desk"
    label = "desk"
