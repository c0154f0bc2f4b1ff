from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "ratslinde.files"
    label = "files"
