from django.apps import AppConfig


class DeskImportingConfig(AppConfig):
    name = "ratslinde.desk.landscape.importing"
    label = "desk_importing"
